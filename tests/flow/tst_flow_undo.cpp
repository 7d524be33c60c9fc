// A run taken back: members, roles, settings and archived state come back, by the same way as any plan.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Rooms that drifted in every way that the classes can repair.
Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* newprof* anne bob carl dora emil"),
                  QStringLiteral("prof anne* bob carl"));
    campus.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof* anne bob carl dora emil flo gone"),
                  QStringLiteral("prof* anne bob carl dora emil flo gone"));
    campus.courseOf(8).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    campus.activityOf(80).retention = sandbox::ActivityRetention{true, 90, false, true};
    campus.linked(QStringLiteral("HID3"), 9, 90, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.activityOf(90).visible = false;
    campus.linked(QStringLiteral("ARC4"), 10, 100, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.roomOf(QStringLiteral("r100")).archived = true;
    return campus;
}

QString runOf(const Ran &applied)
{
    return applied.json[u"run"].toString();
}

/// Taking back adds is removing people: in rooms this small the thresholds would hold.
const QStringList lifted{QStringLiteral("--confirm-removals"), QStringLiteral("20")};

int entries(const Ran &plan)
{
    return static_cast<int>(plan.json[u"steps"].toArray().size() + plan.json[u"withheld"].toArray().size());
}

} // namespace

class FlowUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_data();
    void everythingComesBack();
    void whatChangedSinceStays();
    void protectedAndGoneStay();
    void heldBackByThresholds();
    void onlyTheJournalIsBelieved();
    void refused();
};

void FlowUndo::everythingComesBack_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"7.10", "9.0"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

// R287: undo of a mixed run; undo of the undo has the effect of the original
void FlowUndo::everythingComesBack()
{
    QFETCH(QString, version);
    Campus campus = drifted();
    campus.world.chat.version = version;
    Flow flow(campus);
    const auto before = flow.now();
    QCOMPARE(flow.plan(every).exit, 2);
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 0);
    const auto repaired = flow.now();
    QVERIFY(repaired != before);

    flow.sandbox().clearRequests();
    const Ran undo = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), runOf(applied), QStringLiteral("-o"),
                               flow.file(QStringLiteral("undo.json"))});
    QVERIFY2(undo.exit == 0, said(undo).constData());
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(undo.json[u"origin"].toString(), QString(QLatin1String("undo:") + runOf(applied)));
    QCOMPARE(entries(undo), applied.json[u"planned"].toInt());
    QCOMPARE(flow.now(), repaired);

    const Ran undone = flow.apply(lifted, QStringLiteral("undo.json"));
    QVERIFY2(undone.exit == 0, said(undone).constData());
    auto found = flow.now();
    // A room that had no rule of its own has one that is switched off: the fields do not go away again.
    for (auto it = before.begin(); it != before.end(); ++it)
        QVERIFY2(found[it.key()] == it.value() || it.key() == u"r80",
                 qPrintable(it.key() + u' ' + found[it.key()] + u" / " + it.value()));
    QCOMPARE(flow.plan(every, QStringLiteral("again.json")).exit, 2);

    // Nothing is left to take back, and taking that back does it all again.
    const Ran twice = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), runOf(applied)});
    QCOMPARE(entries(twice), 0);
    const Ran redo = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), runOf(undone), QStringLiteral("-o"),
                               flow.file(QStringLiteral("redo.json"))});
    QCOMPARE(redo.exit, 0);
    QCOMPARE(flow.apply(lifted, QStringLiteral("redo.json")).exit, 0);
    QCOMPARE(flow.now(), repaired);
    QCOMPARE(flow.plan(every).exit, 0);
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
}

void FlowUndo::whatChangedSinceStays()
{
    Flow flow(drifted());
    flow.plan(every);
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 0);
    sandbox::World world = flow.sandbox().world();
    for (sandbox::Room &room : world.chat.rooms) {
        if (room.id == u"r70") { // somebody took bob's place: dora, whom the run added, moderates now
            for (sandbox::RoomMember &m : room.members) {
                if (m.user == u"u-dora")
                    m.roles << QStringLiteral("moderator");
            }
        }
    }
    flow.sandbox().replaceWorld(world);
    const Ran undo = flow.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("undo"), runOf(applied),
                               QStringLiteral("-o"), flow.file(QStringLiteral("undo.json"))});
    QCOMPARE(undo.exit, 0);
    QVERIFY2(undo.out.contains("u-dora"), undo.out.constData());
    QVERIFY2(undo.out.contains("Quelqu’un a modifié la même chose"), undo.out.constData());
    QCOMPARE(flow.apply(lifted, QStringLiteral("undo.json")).exit, 0);
    QVERIFY(flow.now()[QStringLiteral("r70")].contains(QLatin1String("u-dora:moderator")));
    QVERIFY(!flow.now()[QStringLiteral("r70")].contains(QLatin1String("emil")));
}

// Rule 5 holds for an undo too.
void FlowUndo::protectedAndGoneStay()
{
    Flow flow(drifted());
    flow.plan(every);
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 0);
    sandbox::World world = flow.sandbox().world();
    for (sandbox::ChatUser &user : world.chat.users) {
        if (user.id == u"u-dora") // the run added her; she is an administrator now
            user.roles << QStringLiteral("admin");
        if (user.id == u"u-gone") // the run removed this person
            user.active = false;
    }
    flow.sandbox().replaceWorld(world);
    const Ran undo = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), runOf(applied), QStringLiteral("-o"),
                               flow.file(QStringLiteral("undo.json"))});
    QCOMPARE(undo.exit, 0);
    const QString steps = who(undo.json[u"steps"].toArray()) + who(undo.json[u"withheld"].toArray());
    QVERIFY2(!steps.contains(QLatin1String("dora")) && !steps.contains(QLatin1String("gone")), qPrintable(steps));
    QCOMPARE(flow.apply(lifted, QStringLiteral("undo.json")).exit, 0);
    QVERIFY(flow.now()[QStringLiteral("r70")].contains(QLatin1String("dora")));
}

// Taking back many adds is removing many people: the thresholds hold, and lifting them means typing the number.
void FlowUndo::heldBackByThresholds()
{
    Campus campus;
    campus.linked(QStringLiteral("BIG"), 7, 70, QStringLiteral("prof* ") + many(QStringLiteral("s"), 30),
                  QStringLiteral("prof*"));
    Flow flow(campus);
    const auto before = flow.now();
    QCOMPARE(flow.plan().exit, 2);
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 0);
    const Ran undo = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), runOf(applied), QStringLiteral("-o"),
                               flow.file(QStringLiteral("undo.json"))});
    QCOMPARE(undo.json[u"steps"].toArray().size(), 0);
    QCOMPARE(undo.json[u"withheld"].toArray().size(), 30);
    QCOMPARE(undo.json[u"withheld"][0][u"rule"].toString(), QStringLiteral("threshold-room"));
    const Ran less =
        flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("29")}, QStringLiteral("undo.json"));
    QCOMPARE(less.exit, 1);
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("30")}, QStringLiteral("undo.json")).exit,
             0);
    QCOMPARE(flow.now(), before);
}

// The file names a run; what the run did is read from this store's own journal (design 6.3).
void FlowUndo::onlyTheJournalIsBelieved()
{
    Flow flow(drifted());
    flow.plan(every);
    const Ran applied = flow.apply();
    const Ran undo = flow.run(
        {QStringLiteral("undo"), runOf(applied), QStringLiteral("-o"), flow.file(QStringLiteral("undo.json"))});
    QCOMPARE(undo.exit, 0);
    const auto repaired = flow.now();
    flow.env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("another"));
    flow.sandbox().clearRequests();
    const Ran elsewhere = flow.apply({}, QStringLiteral("undo.json"));
    QCOMPARE(elsewhere.exit, 1);
    QCOMPARE(elsewhere.json[u"error"][u"code"].toString(), QStringLiteral("run-not-found"));
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(flow.now(), repaired);
}

void FlowUndo::refused()
{
    Flow flow(drifted());
    const Ran none = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), QStringLiteral("2026-nothing")});
    QCOMPARE(none.exit, 1);
    QCOMPARE(none.json[u"error"][u"code"].toString(), QStringLiteral("run-not-found"));
    const Ran nothing = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), QStringLiteral("2026-nothing")});
    QCOMPARE(nothing.json[u"error"][u"code"].toString(), QStringLiteral("run-not-found"));
    flow.plan(every);
    const Ran applied = flow.apply();
    const Ran done = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), runOf(applied)});
    QCOMPARE(done.exit, 1);
    QCOMPARE(done.json[u"error"][u"code"].toString(), QStringLiteral("nothing-to-resume"));
}

QTEST_GUILESS_MAIN(FlowUndo)
#include "tst_flow_undo.moc"
