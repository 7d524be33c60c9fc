// What a room's timeline may prove in a plan, and what reading it costs: design section 2 rule 4, section 5. R8 R63

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString r70 = QStringLiteral("r70"), gast = QStringLiteral("gast");

void happened(Campus &c, const QString &room, const char *type, const char *user, const char *by, int minutes)
{
    c.roomOf(room).events.push_back({Instant{c.world.now.ms - qint64(minutes) * 60'000}, QString::fromLatin1(type),
                                     QString::fromLatin1(user), QString::fromLatin1(by)});
}

/// ALG1 has a guest of whom nobody remembers anything, GEO2 and CHI3 have none.
Campus base()
{
    Campus campus;
    const QString people = QStringLiteral("prof* anne s1 s2 s3 s4 s5 s6");
    campus.linked(QStringLiteral("ALG1"), 7, 70, people, people + u' ' + gast);
    campus.linked(QStringLiteral("GEO2"), 8, 80, people, people);
    campus.linked(QStringLiteral("CHI3"), 9, 90, people, QStringLiteral("prof* s1 s2 s3 s4 s5 s6"));
    for (sandbox::Room &room : campus.world.chat.rooms) { // written in since the hour it was made
        room.oldestMessage = Instant{room.created.ms + 3'600'000};
        room.newestMessage = campus.world.now;
    }
    return campus;
}

void switchOn(Flow &flow, bool on = true)
{
    flow.configure(on ? R"({"policy":{"timeline":true}})" : R"({"policy":{"timeline":false}})");
}

/// Rooms whose messages were asked for, one entry a call.
QStringList timelinesRead(Flow &flow)
{
    QStringList rooms;
    for (const auto &request : flow.sandbox().requests()) {
        if (request.path.endsWith(QLatin1String("groups.messages")))
            rooms << request.path;
    }
    return rooms;
}

QString entries(const QJsonArray &list)
{
    QStringList out;
    for (const QJsonValue &v : list) {
        const QString rule = v[u"rule"].toString();
        out << v[u"kind"].toString() + u' ' + v[u"person"][u"username"].toString() + u' ' +
                   (rule.isEmpty() ? QString() : rule + u' ') + v[u"cause"].toString() + u' ' +
                   v[u"certainty"].toString();
    }
    out.sort();
    return out.join(QStringLiteral("; "));
}

QString steps(const Ran &plan)
{
    return entries(plan.json[u"steps"].toArray());
}

QString withheld(const Ran &plan)
{
    return entries(plan.json[u"withheld"].toArray());
}

const QString addsAnne = QStringLiteral("add anne not-known none");
const QString guest = QStringLiteral("remove gast guest not-known none");

} // namespace

class FlowTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evidence_data();
    void evidence();
    void noEvidence_data();
    void noEvidence();
    void loginOfADeletedAccount_data();
    void loginOfADeletedAccount();
    void onlyWhereItCanTell();
    void goneAtApply();
    void causesOfTheRoomRead();
    void whyReadsItOnce();
};

void FlowTimeline::evidence_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("the account of ours") << QStringLiteral("api");
    QTest::newRow("another API account, by name") << QStringLiteral("u-course.sync");
}

void FlowTimeline::evidence()
{
    QFETCH(QString, by);
    Campus campus = base();
    (void)campus.person(QStringLiteral("course.sync"));
    happened(campus, r70, "au", "u-gast", qPrintable(by), 90);
    Flow flow(campus);
    flow.configure(R"({"policy":{"timeline":false,"apiAccounts":["Course.Sync"]}})");
    Ran plan = flow.plan(every);
    QCOMPARE(withheld(plan), guest);
    QCOMPARE(timelinesRead(flow).size(), 0);

    flow.configure(R"({"policy":{"timeline":true,"apiAccounts":["Course.Sync"]}})");
    flow.sandbox().clearRequests();
    plan = flow.plan(every);
    QVERIFY2(plan.exit == 2, said(plan));
    QCOMPARE(steps(plan), QString(addsAnne + QStringLiteral("; remove gast no-longer-enrolled certain")));
    QCOMPARE(withheld(plan), QString());
    QCOMPARE(timelinesRead(flow).size(), 1); // one room has somebody of whom nothing else is known
    QVERIFY(!plan.out.contains("CANARY"));

    // The class has to be ticked, like for anybody.
    const Ran careful = flow.plan({}, QStringLiteral("careful.json"));
    QCOMPARE(steps(careful), addsAnne);

    flow.sandbox().clearRequests();
    const Ran applied = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("1")});
    QVERIFY2(applied.exit == 0, said(applied));
    QCOMPARE(applied.json[u"done"].toInt(), 2);
    QVERIFY(!flow.now()[r70].contains(gast));
    QCOMPARE(timelinesRead(flow).size(), 1); // read again before the first write of that room, and nowhere else
    QCOMPARE(flow.plan(every, QStringLiteral("second.json")).exit, 0);
}

void FlowTimeline::noEvidence_data()
{
    using Edit = std::function<void(Campus &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("held");
    QTest::addColumn<int>("reads");
    const auto row = [](const char *name, const Edit &edit, const char *held, int reads) {
        QTest::newRow(name) << edit << QString::fromLatin1(held) << reads;
    };
    const Edit byApi = [](Campus &c) { happened(c, r70, "au", "u-gast", "api", 90); };
    row(
        "nothing told", [](Campus &) {}, "remove gast guest not-known none", 1);
    row(
        "invited by a person", [](Campus &c) { happened(c, r70, "au", "u-gast", "u-prof", 90); },
        "remove gast guest by-hand certain", 1);
    row(
        "joined by a link", [](Campus &c) { happened(c, r70, "uj", "u-gast", "u-gast", 90); },
        "remove gast guest joined-by-link certain", 1);
    row(
        "a rule of the server deletes messages",
        [=](Campus &c) {
            byApi(c);
            c.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")] = true;
            c.world.chat.settings[QStringLiteral("RetentionPolicy_AppliesToGroups")] = true;
        },
        "remove gast guest not-known none", 0);
    row(
        "the first messages are gone",
        [=](Campus &c) { // a rule that is off today, or somebody by hand
            byApi(c);
            c.roomOf(r70).oldestMessage = Instant{c.roomOf(r70).created.ms + 86'400'000LL * 2};
        },
        "remove gast guest not-known none", 1);
    row(
        "a right is missing anyway",
        [=](Campus &c) {
            byApi(c);
            c.world.chat.grants = std::map<QString, QStringList>{{QStringLiteral("remove-user"), {}}};
        },
        "remove gast no-right not-known none", 0);
}

void FlowTimeline::noEvidence()
{
    using Edit = std::function<void(Campus &)>;
    QFETCH(Edit, edit);
    QFETCH(QString, held);
    QFETCH(int, reads);
    Campus campus = base();
    edit(campus);
    Flow flow(campus);
    switchOn(flow);
    const Ran plan = flow.plan(every);
    QCOMPARE(withheld(plan), held);
    QVERIFY2(!steps(plan).contains(gast), said(plan));
    QCOMPARE(timelinesRead(flow).size(), reads);
}

/// A room that could not be read to its end proves nothing, and costs one call.
void FlowTimeline::loginOfADeletedAccount_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<bool>("told");
    QTest::addColumn<bool>("removable");
    QTest::newRow("added since the account was made") << 80 << true << true;
    QTest::newRow("another account of that login was added") << 200 << true << false;
    QTest::newRow("the server does not say when it was made") << 200 << false << true;
}

// Design section 2 rule 4: who took the login of somebody expected was never expected. The sandbox's accounts were made
// three months ago.
void FlowTimeline::loginOfADeletedAccount()
{
    QFETCH(int, daysAgo);
    QFETCH(bool, told);
    QFETCH(bool, removable);
    constexpr qint64 day = 86'400'000;
    Campus campus = base();
    sandbox::Room &room = campus.roomOf(r70);
    room.created = Instant{campus.world.now.ms - 201 * day};
    room.oldestMessage = Instant{room.created.ms + 3'600'000};
    happened(campus, r70, "au", "u-gast", "api", daysAgo * 24 * 60);
    if (!told) // ten people and more are read from the list, which has no dates
        campus.enrol(7, many(QStringLiteral("more"), 12));
    Flow flow(campus);
    switchOn(flow);
    const Ran plan = flow.plan(every);
    QCOMPARE(steps(plan).contains(QStringLiteral("remove gast no-longer-enrolled certain")), removable);
    QCOMPARE(withheld(plan).contains(guest), !removable);
}

void FlowTimeline::onlyWhereItCanTell()
{
    Campus campus = base();
    happened(campus, r70, "au", "u-gast", "api", 90);
    Flow flow(campus);
    switchOn(flow);
    flow.fault(R"({"server":"rocketchat","match":"groups.messages","do":"status","status":500})");
    const Ran failed = flow.plan(every);
    QVERIFY2(failed.exit == 3, said(failed)); // the room itself is known
    QCOMPARE(withheld(failed), guest);
    flow.sandbox().clearFaults();
    QCOMPARE(withheld(flow.plan(every)), QString());
    flow.fault(R"({"server":"rocketchat","match":"groups.messages","do":"reset","times":1})");
    QCOMPARE(withheld(flow.plan(every)), QString()); // sent once more
}

void FlowTimeline::goneAtApply()
{
    Campus campus = base();
    happened(campus, r70, "au", "u-gast", "api", 90);
    Flow flow(campus);
    switchOn(flow);
    QCOMPARE(steps(flow.plan(every)), QString(addsAnne + QStringLiteral("; remove gast no-longer-enrolled certain")));
    // Invited by a person meanwhile: the evidence does not stand in both.
    Campus later = base();
    happened(later, r70, "au", "u-gast", "api", 90);
    happened(later, r70, "ru", "u-gast", "api", 60);
    happened(later, r70, "au", "u-gast", "u-prof", 30);
    flow.sandbox().replaceWorld(later.world);
    const Ran applied = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("1")});
    QVERIFY2(applied.exit == 4, said(applied));
    QCOMPARE(applied.json[u"done"].toInt(), 1);
    QCOMPARE(applied.json[u"stale"].toInt(), 1);
    QVERIFY(outcomes(applied).values().contains(QStringLiteral("stale guest")));
    QVERIFY(flow.now()[r70].contains(gast));

    // Switched off between plan and apply: nothing is asked, nobody is removed.
    flow.sandbox().replaceWorld(campus.world);
    QVERIFY(steps(flow.plan(every)).contains(gast));
    switchOn(flow, false);
    flow.sandbox().clearRequests();
    const Ran off = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("1")});
    QVERIFY2(off.exit == 4, said(off));
    QCOMPARE(timelinesRead(flow).size(), 0);
    QVERIFY(flow.now()[r70].contains(gast));
}

/// Where it was read anyway, the causes that only it can tell are in the plan too.
void FlowTimeline::causesOfTheRoomRead()
{
    Campus campus = base();
    campus.take(r70, QStringLiteral("s1 s2 s3"));
    happened(campus, r70, "ul", "u-s1", "u-s1", 80);
    happened(campus, r70, "ru", "u-s2", "u-prof", 70);
    Flow flow(campus);
    switchOn(flow);
    const Ran plan = flow.plan(every);
    QCOMPARE(steps(plan), QStringLiteral("add anne not-known none; add s1 left certain; "
                                         "add s2 removed-by-staff certain; add s3 never-added certain"));
}

void FlowTimeline::whyReadsItOnce()
{
    Campus campus = base();
    happened(campus, r70, "au", "u-gast", "api", 90);
    Flow flow(campus);
    switchOn(flow);
    const Ran why = flow.run({QStringLiteral("--json"), QStringLiteral("why"), gast, QStringLiteral("ALG1")});
    QVERIFY2(why.exit == 0, said(why));
    QCOMPARE(why.json[u"cause"].toString(), QStringLiteral("no-longer-enrolled"));
    QCOMPARE(why.json[u"certainty"].toString(), QStringLiteral("certain"));
    QStringList sources;
    const QJsonArray told = why.json[u"steps"].toArray();
    for (const QJsonValue &step : told)
        sources << step[u"source"].toString();
    QVERIFY2(sources.contains(QStringLiteral("timeline")), said(why));
    QCOMPARE(timelinesRead(flow).size(), 1);
}

QTEST_GUILESS_MAIN(FlowTimeline)
#include "tst_flow_timeline.moc"
