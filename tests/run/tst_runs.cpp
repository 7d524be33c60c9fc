// What a run keeps of itself, when it may write, and pausing it.

#include "core/reconcile/planid.h"
#include "core/run/hours.h"
#include "core/run/pause.h"
#include "core/run/runsteps.h"

#include <QTest>
#include <QThread>
#include <atomic>

using namespace liaison;

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hours_data();
    void hours();
    void hoursAreReadFromAProfile();
    void stepsSurviveTheJournal();
    void permissionsSurviveTheJournal();
    void pausing();
};

void TestRuns::hours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("minute");
    QTest::addColumn<bool>("within");
    const auto row = [](const char *text, bool valid, int minute, bool within) {
        QTest::addRow("%s at %d", text, minute) << QString::fromLatin1(text) << valid << minute << within;
    };
    row("08:00-18:00", true, 8 * 60, true);
    row("08:00-18:00", true, 8 * 60 - 1, false);
    row("08:00-18:00", true, 18 * 60, false);
    row("20:00-06:30", true, 23 * 60, true);
    row("20:00-06:30", true, 0, true);
    row("20:00-06:30", true, 6 * 60 + 30, false);
    row(" 7:05 - 9:00 ", true, 7 * 60 + 5, true);
    row("08:00-08:00", false, 0, false);
    row("24:00-06:00", false, 0, false);
    row("always", false, 0, false);
    row("08:00", false, 0, false);
}

void TestRuns::hours()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(int, minute);
    QFETCH(bool, within);
    const auto hours = hoursFrom(text);
    QCOMPARE(hours.has_value(), valid);
    if (!hours)
        return;
    QCOMPARE(isWithin(*hours, minute), within);
    QCOMPARE(hoursFrom(hoursText(*hours)), hours);
}

void TestRuns::hoursAreReadFromAProfile()
{
    const QByteArray config = R"({"format":"liaison-config","version":1,"moodle":[{"url":"https://m.example"}],
        "chat":{"url":"https://c.example"},"hours":%1})";
    const auto with = profileFromJson(QByteArray(config).replace("%1", "\"20:00-06:00\""));
    QVERIFY(with);
    QCOMPARE(with->hours, hoursFrom(QStringLiteral("20:00-06:00")));
    QVERIFY(!profileFromJson(QByteArray(config).replace("%1", "null"))->hours);
    const auto bad = profileFromJson(QByteArray(config).replace("%1", "\"at night\""));
    QVERIFY(!bad);
    QCOMPARE(bad.error().where, QStringLiteral("hours"));
}

void TestRuns::stepsSurviveTheJournal()
{
    const Place place{QStringLiteral("main"), 7, 70, QStringLiteral("r")};
    const PersonKey person{3, QStringLiteral("c3"), {}};
    const Retention off{false, false, std::nullopt, false, false, true}, on{true, true, 90, true, false, false};
    for (const ChangeWhat &what :
         {ChangeWhat(AddMember{person, MemberRole::Moderator}), ChangeWhat(AddMember{person, MemberRole::Member}),
          ChangeWhat(Promote{person}), ChangeWhat(Demote{person}),
          ChangeWhat(RemoveMember{person, MemberRole::Moderator}), ChangeWhat(RemoveMember{person, MemberRole::Member}),
          ChangeWhat(SetRetention{off, on}), ChangeWhat(SetRetention{std::nullopt, on}), ChangeWhat(Archive{}),
          ChangeWhat(Unarchive{})}) {
        Step step{{}, {place, what, ChangeReason::ExpectedAbsent, Cause::NotKnown, Certainty::None}};
        step.id = entryId(step.change);
        const Step back = stepOf(recordOf(step));
        QCOMPARE(back.id, step.id);
        QCOMPARE(entryId(back.change), step.id);
        QCOMPARE(beforeOf(back.change), beforeOf(step.change));
        QCOMPARE(afterOf(back.change), afterOf(step.change));
    }
}

void TestRuns::permissionsSurviveTheJournal()
{
    RunPermission given;
    given.decisions.confirmRemovals = 12;
    given.decisions.release = {QStringLiteral("a"), QStringLiteral("b")};
    given.rooms = {QStringLiteral("r")};
    const RunPermission back = permissionFrom(permissionJson(given));
    QCOMPARE(back.decisions.confirmRemovals, given.decisions.confirmRemovals);
    QCOMPARE(back.decisions.release, given.decisions.release);
    QCOMPARE(back.rooms, given.rooms);
    QVERIFY(!permissionFrom({}).decisions.confirmRemovals);
}

void TestRuns::pausing()
{
    PauseSwitch pause;
    const net::CancelToken cancel;
    pause.wait(cancel); // not paused: at once
    pause.set(true);
    std::atomic_bool passed = false;
    const std::unique_ptr<QThread> goesOn(QThread::create([&] {
        pause.wait(cancel);
        passed = true;
    }));
    goesOn->start();
    QVERIFY(!passed);
    pause.set(false);
    QVERIFY(goesOn->wait(10000));
    QVERIFY(passed);

    pause.set(true); // cancelled while it is paused
    const std::unique_ptr<QThread> cancelled(QThread::create([&] { pause.wait(cancel); }));
    cancelled->start();
    cancel.cancel();
    QVERIFY(cancelled->wait(10000));
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
