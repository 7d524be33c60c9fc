// What an earlier observation proves (design 6.8, rule 4): the evidence for removals and the causes, with two worlds on
// real sockets, and plans that stay the same bytes however often somebody looks.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// "kind login cause certainty" of each entry.
QString causes(const QJsonArray &entries)
{
    QStringList out;
    for (const QJsonValue &e : entries)
        out << QStringList{e[u"kind"].toString(), e[u"person"][u"username"].toString(), e[u"cause"].toString(),
                           e[u"certainty"].toString()}
                   .join(u' ');
    out.sort();
    return out.join(QLatin1String("; "));
}

Campus settled(int students = 12)
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), students);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* anne ") + stay),
                  QString(QStringLiteral("prof* anne ") + stay));
    return campus;
}

} // namespace

class FlowHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLongerEnrolled();
    void courseReset();
    void beyondTheFirstPage();
    void roleChanged();
    void goneAgain();
    void anObservedLossIsPlanned();
    void roomRecreated();
    void aMoodleThatForgets();
};

// R113
void FlowHistory::noLongerEnrolled()
{
    Campus campus = settled();
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    flow.sandbox().advance(86400 * 1000);
    campus.unenrol(7, QStringLiteral("anne"));
    campus.put(QStringLiteral("r70"), QStringLiteral("stranger"));
    flow.sandbox().replaceWorld(campus.world);
    QByteArray bytes;
    for (int look = 0; look < 3; ++look) {
        const Ran plan = flow.plan(every);
        QCOMPARE(causes(plan.json[u"steps"].toArray()), QStringLiteral("remove anne no-longer-enrolled certain"));
        QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("remove(guest) stranger"));
        if (look > 0)
            QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
        bytes = flow.read(QStringLiteral("plan.json"));
        QCOMPARE(flow.run({QStringLiteral("show"), QStringLiteral("ALG1")}).exit, 0); // removals are not ticked there
        flow.sandbox().advance(86400 * 1000);
    }
    QCOMPARE(repair(flow, every, QStringLiteral("remove 1")), QString());
    // A store that never looked before has no evidence: the same person is a guest there.
    flow.sandbox().replaceWorld(campus.world);
    flow.env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("fresh"));
    QCOMPARE(who(flow.plan(every).json[u"withheld"].toArray()),
             QStringLiteral("remove(guest) anne; remove(guest) stranger"));
}

// R114: more than 80 % of a role left, the teachers stayed. The thresholds hold it back.
void FlowHistory::courseReset()
{
    Campus campus = settled(10);
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.unenrol(7, QStringLiteral("s1 s2 s3 s4 s5 s6 s7 s8 s9 s10"));
    flow.sandbox().replaceWorld(campus.world);
    QByteArray bytes;
    for (int look = 0; look < 2; ++look) {
        const Ran plan = flow.plan(every);
        QCOMPARE(plan.exit, 3);
        const QJsonArray held = plan.json[u"withheld"].toArray();
        QCOMPARE(held.size(), 10);
        for (const QJsonValue &entry : held) {
            QCOMPARE(entry[u"cause"].toString(), QStringLiteral("course-reset"));
            QCOMPARE(entry[u"certainty"].toString(), QStringLiteral("likely"));
            QCOMPARE(entry[u"rule"].toString(), QStringLiteral("threshold-room"));
        }
        if (look > 0)
            QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
        bytes = flow.read(QStringLiteral("plan.json"));
    }
}

void FlowHistory::beyondTheFirstPage()
{
    Campus campus = settled(60);
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.unenrol(7, QStringLiteral("anne"));
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(causes(flow.plan(every).json[u"steps"].toArray()), QStringLiteral("remove anne beyond-first-page likely"));
    QCOMPARE(repair(flow, every, QStringLiteral("remove 1")), QString());
}

void FlowHistory::roleChanged()
{
    Campus campus = settled();
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.unenrol(7, QStringLiteral("prof anne"));
    campus.enrol(7, QStringLiteral("prof anne*"));
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(causes(flow.plan(every).json[u"steps"].toArray()),
             QStringLiteral("demote prof role-changed certain; promote anne role-changed certain"));
    QCOMPARE(repair(flow, every, QStringLiteral("demote 1 promote 1")), QString());
}

// Whom one of our runs added and who is gone while still expected is not added every night.
void FlowHistory::goneAgain()
{
    Campus campus = settled();
    campus.take(QStringLiteral("r70"), QStringLiteral("anne"));
    Flow flow(campus);
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
    flow.sandbox().replaceWorld(campus.world); // she left
    QByteArray bytes;
    Ran plan;
    for (int look = 0; look < 3; ++look) {
        plan = flow.plan(every);
        QCOMPARE(plan.exit, 3);
        QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
        QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("add(gone-again) anne"));
        if (look > 0)
            QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
        bytes = flow.read(QStringLiteral("plan.json"));
    }
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("3")}).json[u"planned"].toInt(), 0);
    const Ran released = flow.apply({QStringLiteral("--release"), plan.json[u"withheld"][0][u"id"].toString()});
    QCOMPARE(released.json[u"done"].toInt(), 1);
    QCOMPARE(flow.plan(every).exit, 0);
}

// A loss that was only observed is ordinary drift.
void FlowHistory::anObservedLossIsPlanned()
{
    Campus campus = settled();
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.take(QStringLiteral("r70"), QStringLiteral("anne"));
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(who(flow.plan(every).json[u"steps"].toArray()), QStringLiteral("add anne"));
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
}

// The activity points to another room than before.
void FlowHistory::roomRecreated()
{
    Campus campus = settled(3);
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.room(QStringLiteral("rnew"), QStringLiteral("{moodleid:main}_ALG1_70_1"), QStringLiteral("prof*"));
    campus.activityOf(70).room = QStringLiteral("rnew");
    flow.sandbox().replaceWorld(campus.world);
    for (int look = 0; look < 2; ++look) {
        const Ran plan = flow.plan(every);
        QCOMPARE(causes(plan.json[u"steps"].toArray()),
                 QStringLiteral("add anne room-recreated certain; add s1 room-recreated certain; "
                                "add s2 room-recreated certain; add s3 room-recreated certain"));
    }
    QCOMPARE(repair(flow, every, QStringLiteral("add 4")), QString());
}

// A list that a server cuts leaves no trace: what was seen incompletely is no memory and no evidence.
void FlowHistory::aMoodleThatForgets()
{
    Campus campus = settled();
    sandbox::Sandbox::Options options;
    options.without = QStringList{QStringLiteral("local_liaison_get_memberships"),
                                  QStringLiteral("core_enrol_get_enrolled_users_with_capability")}; // one way is left
    Flow flow(campus, options);
    QCOMPARE(flow.plan(every).exit, 0);
    const QByteArray before = flow.read(QStringLiteral("plan.json"));
    for (const char *fault : {R"({"match":"core_enrol_get_enrolled_users","do":"empty"})",
                              R"({"server":"rocketchat","match":"members","do":"empty"})",
                              R"({"match":"core_enrol_get_enrolled_users","do":"html"})"}) {
        flow.fault(fault);
        const Ran plan = flow.plan(every);
        QCOMPARE(plan.exit, 5);
        QCOMPARE(plan.json[u"steps"].toArray().size() + plan.json[u"withheld"].toArray().size(), 0);
        flow.sandbox().clearFaults();
        QCOMPARE(flow.plan(every).exit, 0);
        QCOMPARE(flow.read(QStringLiteral("plan.json")), before);
    }
    QCOMPARE(flow.writes(), 0);
}

QTEST_GUILESS_MAIN(FlowHistory)
#include "tst_flow_history.moc"
