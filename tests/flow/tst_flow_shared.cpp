// Rooms that several links, several sites or thousands of people make difficult: right or unknown, never wrong.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

class FlowShared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unionOfTwoLinks();
    void oneLinkUnknown();
    void twoSites();
    void oneSiteDown();
    void aRoomOfThousands_data();
    void aRoomOfThousands();
};

// Expected members = union over all links; moderator wins (design section 3).
void FlowShared::unionOfTwoLinks()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"),
                  QStringLiteral("prof* anne carl eve"));
    campus.course(QStringLiteral("ALG2"), 8, QStringLiteral("bob* carl dora"));
    campus.activity(8, 80, QStringLiteral("r70"));
    // Enrolled without a mapped role here, but a student there: stays.
    campus.enrol(7, QStringLiteral("carl"));
    campus.courseOf(7).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    campus.enrol(8, QStringLiteral("eve"));
    campus.courseOf(8).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob; add dora; remove eve"));
    const QJsonArray steps = plan.json[u"steps"].toArray();
    for (const QJsonValue &step : steps) {
        const QString login = step[u"person"][u"username"].toString();
        // The first link that expects the person; for a removal the room's first.
        QCOMPARE(step[u"cmid"].toInt(), login == u"dora" ? 80 : 70);
        if (login == u"bob")
            QCOMPARE(step[u"after"].toString(), QStringLiteral("moderator"));
    }
    QCOMPARE(repair(flow, every, QStringLiteral("add 2 remove 1")), QString());
}

// 12.1: adds of the known link go on, the rest is withheld.
void FlowShared::oneLinkUnknown()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob eve"),
                  QStringLiteral("prof* anne bob eve"));
    campus.course(QStringLiteral("ALG2"), 8, QStringLiteral("carl anne"));
    campus.activity(8, 80, QStringLiteral("r70"));
    campus.put(QStringLiteral("r70"), QStringLiteral("carl"));
    campus.without({QStringLiteral("local_liaison_get_memberships"),
                    QStringLiteral("core_enrol_get_enrolled_users_with_capability")}); // one way to read is left
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.unenrol(7, QStringLiteral("eve"));
    campus.enrol(7, QStringLiteral("new"));
    campus.enrol(8, QStringLiteral("dora"));
    flow.sandbox().replaceWorld(campus.world);
    flow.fault(R"({"server":"moodle","match":"core_enrol_get_enrolled_users","course":8,"do":"status","status":500})");
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 3, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add new"));
    QCOMPARE(who(plan.json[u"withheld"].toArray()),
             QStringLiteral("remove(shared-room) carl; remove(shared-room) eve"));
    QCOMPARE(unknowns(plan), QStringLiteral("70 shared-link; 80 moodle-down"));
    // No word of a person lifts that.
    const Ran applied = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("9")});
    QCOMPARE(applied.json[u"done"].toInt(), 1);
    QCOMPARE(applied.json[u"planned"].toInt(), 1);
    QCOMPARE(flow.apply({QStringLiteral("--release"), plan.json[u"withheld"][0][u"id"].toString()}).exit, 1);
    flow.sandbox().clearFaults();
    QCOMPARE(repair(flow, every, QStringLiteral("add 1 remove 1")), QString());
}

// Two Moodles on one chat: each its own ids and tokens, one room shared by both.
void FlowShared::twoSites()
{
    Campus campus;
    campus.addSite(QStringLiteral("annexe"));
    const QString annexe = QStringLiteral("annexe");
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.linked(QStringLiteral("ALG1"), 7, 71, QStringLiteral("chef* anne zoe"), QStringLiteral("chef anne"), annexe);
    campus.course(QStringLiteral("MIX"), 9, QStringLiteral("anne yves"), annexe);
    campus.activity(9, 70, QStringLiteral("r70"), annexe); // the same cmid on another site is another activity
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob; add yves; add zoe; promote chef"));
    const QJsonArray steps = plan.json[u"steps"].toArray();
    for (const QJsonValue &step : steps) {
        const QString login = step[u"person"][u"username"].toString();
        QCOMPARE(step[u"site"].toString(), login == u"bob" ? QStringLiteral("main") : annexe);
        if (login != u"bob")
            QCOMPARE(step[u"person"][u"moodle"].toInteger(), campus.person(login, annexe));
    }
    QCOMPARE(repair(flow, every, QStringLiteral("add 3 promote 1")), QString());
    QCOMPARE(flow.plan(every).exit, 0);
}

// A site that is down makes its own links unknown, and those of rooms it shares partly known.
void FlowShared::oneSiteDown()
{
    Campus campus;
    campus.addSite(QStringLiteral("annexe"));
    const QString annexe = QStringLiteral("annexe");
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"),
                  QStringLiteral("prof* anne bob carl"));
    campus.linked(QStringLiteral("BIO"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.course(QStringLiteral("MIX"), 9, QStringLiteral("carl"), annexe);
    campus.activity(9, 90, QStringLiteral("r70"), annexe);
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    flow.fault(R"({"server":"moodle","site":"annexe","do":"status","status":503,"seconds":300})");
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("remove(shared-room) carl"));
    QCOMPARE(unknowns(plan), QStringLiteral("70 shared-link; 90 moodle-down"));
    QCOMPARE(plan.exit, 3);
    // Somebody left the course meanwhile: not removed while the other site cannot say.
    Campus later = campus;
    later.unenrol(7, QStringLiteral("bob"));
    flow.sandbox().replaceWorld(later.world);
    flow.fault(R"({"server":"moodle","site":"annexe","do":"status","status":503,"seconds":300})");
    const Ran second = flow.plan(every);
    QCOMPARE(who(second.json[u"steps"].toArray()), QString());
    QCOMPARE(who(second.json[u"withheld"].toArray()),
             QStringLiteral("remove(shared-room) bob; remove(shared-room) carl"));
    QCOMPARE(second.exit, 3);
}

void FlowShared::aRoomOfThousands_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("clamp");
    QTest::addColumn<bool>("changing");
    const auto row = [](const char *name, const char *version, int clamp, bool changing) {
        QTest::newRow(name) << QString::fromLatin1(version) << clamp << changing;
    };
    row("6.8 by 100", "6.8", 100, false);
    row("7.10 by 50", "7.10", 50, false);
    row("7.10 by 50, changing", "7.10", 50, true);
    row("9.0 by 100, changing", "9.0", 100, true);
}

// R71: distinct ids equal the total, or nobody is removed.
void FlowShared::aRoomOfThousands()
{
    QFETCH(QString, version);
    QFETCH(int, clamp);
    QFETCH(bool, changing);
    Campus campus;
    const QString crowd = many(QStringLiteral("s"), 2498);
    campus.linked(QStringLiteral("BIG"), 7, 70, QString(QStringLiteral("prof* new1 new2 leaver ") + crowd),
                  QString(QStringLiteral("prof* leaver ") + crowd));
    for (sandbox::Enrolment &enrolment : campus.courseOf(7).enrolments) {
        if (enrolment.person == campus.person(QStringLiteral("leaver")))
            enrolment.roles = QStringList{QStringLiteral("teacher")};
    }
    campus.world.chat.version = version;
    campus.world.chat.settings[QStringLiteral("API_Upper_Count_Limit")] = clamp;
    campus.world.chat.settings[QStringLiteral("API_Default_Count")] = 50;
    campus.world.chat.settings[QStringLiteral("API_Allow_Infinite_Count")] = false;
    campus.world.chat.presenceChanging = changing;
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    if (!plan.json[u"unknown"].toArray().isEmpty()) {
        QVERIFY(changing); // a list that stands still is read
        QCOMPARE(unknowns(plan), QStringLiteral("70 truncated"));
        QCOMPARE(plan.json[u"steps"].toArray().size() + plan.json[u"withheld"].toArray().size(), 0);
        QCOMPARE(plan.exit, 5);
        return;
    }
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add new1; add new2; remove leaver"));
    QCOMPARE(plan.exit, 2);
    if (!changing && clamp == 100)
        QCOMPARE(repair(flow, every, QStringLiteral("add 2 remove 1")), QString());
}

QTEST_GUILESS_MAIN(FlowShared)
#include "tst_flow_shared.moc"
