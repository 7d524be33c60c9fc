#include "core/run/campus.h"

#include <QTest>

using namespace liaison;

/// States of course restores: design 12.7, Moodle contract section 7. R136, R161, R162, R186.
class TestRestores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void order();
};

namespace {

moodle::RestoreTask task(qint64 id, qint64 status, qint64 created)
{
    moodle::RestoreTask t;
    t.id = id;
    t.status = status;
    t.created = Instant::fromSeconds(created);
    return t;
}

const Instant now = Instant::fromSeconds(10'000);

} // namespace

void TestRestores::states_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("runner"); // idle, running, disabled, never, unknown
    QTest::addColumn<qint64>("created");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("cause");
    // The runner ran last at 5000.
    QTest::newRow("in progress, runner idle") << 1 << "idle" << 100LL << "stuck"
                                              << "source-refused";
    QTest::newRow("in progress, runner disabled") << 1 << "disabled" << 100LL << "stuck"
                                                  << "source-refused";
    QTest::newRow("in progress, running") << 1 << "running" << 100LL << "in-progress"
                                          << "";
    QTest::newRow("in progress, runner not told") << 1 << "unknown" << 100LL << "in-progress"
                                                  << "";
    QTest::newRow("passed over by the last run") << 0 << "idle" << 100LL << "blocking"
                                                 << "source-unreachable";
    QTest::newRow("asked after the last run") << 0 << "idle" << 6000LL << "scheduled"
                                              << "";
    QTest::newRow("the runner is at it") << 0 << "running" << 100LL << "scheduled"
                                         << "";
    QTest::newRow("nothing runs at all") << 0 << "disabled" << 100LL << "scheduled"
                                         << "";
    QTest::newRow("it never ran") << 0 << "never" << 100LL << "scheduled"
                                  << "";
    QTest::newRow("runner not told") << 0 << "unknown" << 100LL << "scheduled"
                                     << "";
    QTest::newRow("performed") << 2 << "idle" << 100LL << "performed"
                               << "";
    QTest::newRow("error") << -1 << "idle" << 100LL << "error"
                           << "";
    QTest::newRow("a status nobody knows") << 7 << "idle" << 100LL << "error"
                                           << "";
}

void TestRestores::states()
{
    QFETCH(int, status);
    QFETCH(QString, runner);
    QFETCH(qint64, created);
    QFETCH(QString, state);
    QFETCH(QString, cause);
    moodle::RestoreTasks tasks;
    tasks.tasks = {task(1, status, created)};
    if (runner != u"unknown") {
        tasks.runner.emplace();
        tasks.runner->disabled = runner == u"disabled";
        if (runner != u"never")
            tasks.runner->lastRun = Instant::fromSeconds(5000);
        if (runner == u"running")
            tasks.runner->runningSince = Instant::fromSeconds(9990);
    }
    const auto rows = restoreRows(QStringLiteral("main"), tasks, now);
    QCOMPARE(rows.size(), size_t(1));
    const QHash<QString, RestoreRow::State> byCode{{QStringLiteral("scheduled"), RestoreRow::State::Scheduled},
                                                   {QStringLiteral("in-progress"), RestoreRow::State::InProgress},
                                                   {QStringLiteral("performed"), RestoreRow::State::Performed},
                                                   {QStringLiteral("error"), RestoreRow::State::Error},
                                                   {QStringLiteral("stuck"), RestoreRow::State::Stuck},
                                                   {QStringLiteral("blocking"), RestoreRow::State::Blocking}};
    QCOMPARE(int(rows.front().state), int(byCode.value(state)));
    QCOMPARE(rows.front().cause, cause);
    QCOMPARE(rows.front().site, QStringLiteral("main"));
}

void TestRestores::order()
{
    moodle::RestoreTasks tasks;
    tasks.runner.emplace();
    tasks.runner->lastRun = Instant::fromSeconds(5000);
    tasks.tasks = {task(1, 2, 10), task(2, 2, 20), task(3, 0, 400), task(4, 0, 300), task(5, 1, 50), task(6, -1, 60)};
    QList<qint64> ids;
    for (const RestoreRow &row : restoreRows(QStringLiteral("main"), tasks, now))
        ids << row.task.id;
    // Blocking (the oldest one only), stuck, error, scheduled, then what is done, newest first.
    QCOMPARE(ids, QList<qint64>({4, 5, 6, 3, 2, 1}));
}

QTEST_APPLESS_MAIN(TestRestores)
#include "tst_restores.moc"
