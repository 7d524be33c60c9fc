// The console is killed while it applies: what the command line promises (tst_flow_resume) is kept by the other program
// too. The console that is killed is this very program, started a second time.

#include "tests/flow/console.h"
#include "tests/flow/killed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString asConsole = QStringLiteral("--as-console");

/// Refresh, plan, apply: what a person would click.
int beConsole(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    app::BackendService backend([] { return app::Context::open({}, app::environmentVariable); });
    const auto stop = [](const Error &error) {
        qWarning("%s", qPrintable(error.code));
        QCoreApplication::exit(1);
    };
    QObject::connect(
        &backend, &ui::Backend::viewReady, &application, [&] { backend.plan({}, everyClass()); },
        Qt::SingleShotConnection);
    QObject::connect(&backend, &ui::Backend::planReady, &application,
                     [&](const ui::Backend::PlanPtr &plan) { backend.apply(plan, {}); });
    QObject::connect(&backend, &ui::Backend::refreshFailed, &application, stop);
    QObject::connect(&backend, &ui::Backend::applyFailed, &application, stop);
    QObject::connect(&backend, &ui::Backend::applied, &application, [] { QCoreApplication::exit(0); });
    backend.refresh();
    return QCoreApplication::exec();
}

/// Every call that there is, in two rooms side by side.
Campus mixed()
{
    Campus campus;
    for (int i = 1; i <= 2; ++i) {
        const QString n = QString::number(i);
        campus.linked(u"MIX" + n, i, i * 10, u"prof* neu* up* down gone a b c d e f g h " + many(u"s" + n, 8),
                      QStringLiteral("prof* up down* gone a b c d e f g h"));
        for (sandbox::Enrolment &enrolment : campus.courseOf(i).enrolments) {
            if (enrolment.person == campus.person(QStringLiteral("gone")))
                enrolment.roles = QStringList{QStringLiteral("teacher")};
        }
        campus.activityOf(i * 10).retention = sandbox::ActivityRetention{true, 90, false, true};
    }
    campus.linked(QStringLiteral("HID"), 3, 30, QStringLiteral("prof* a"), QStringLiteral("prof* a"));
    campus.activityOf(30).visible = false;
    campus.linked(QStringLiteral("ARC"), 4, 40, QStringLiteral("prof* a b"), QStringLiteral("prof* a"));
    campus.roomOf(QStringLiteral("r40")).archived = true;
    return campus;
}

} // namespace

class FlowConsoleKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUiThreadWork(); }
    void killed_data();
    void killed();

private:
    QMap<QString, QString> m_rooms;
    QMap<QString, int> m_writes; ///< by method
    int m_messages = 0;
};

void FlowConsoleKilled::initTestCase()
{
    guardUiThread(*qApp);
    Flow flow(mixed());
    const int before = flow.sandbox().noise()->messages;
    const auto console = startAgain(flow, asConsole);
    QVERIFY(console->waitForFinished(30000));
    QCOMPARE(console->exitCode(), 0);
    m_writes = writesByMethod(flow);
    m_rooms = flow.now();
    m_messages = flow.sandbox().noise()->messages - before;
    QCOMPARE(m_writes.size(), 7);
}

void FlowConsoleKilled::killed_data()
{
    everyStrike(m_writes);
}

// R288, R289
void FlowConsoleKilled::killed()
{
    QFETCH(QString, method);
    QFETCH(int, at);
    QFETCH(QByteArray, fault);
    Flow flow(mixed());
    const int before = flow.sandbox().noise()->messages;
    strike(flow, method, at, fault);
    const auto console = startAgain(flow, asConsole);
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(method) > at, 20000);
    console->kill();
    QVERIFY(console->waitForFinished());
    flow.sandbox().clearFaults();

    // The next start settles with its first reading what was sent, and the journal page has the run to go on with.
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), runs(backend.get(), &ui::Backend::runReady);
    QSignalSpy applied(backend.get(), &ui::Backend::applied), plans(backend.get(), &ui::Backend::planReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    const auto view = views.front().front().value<ui::Backend::View>();
    QCOMPARE(view->runs.size(), size_t(1));
    const store::RunRecord run = view->runs.front();
    QCOMPARE(run.state, RunState::Interrupted);
    QVERIFY(run.finished.isKnown());
    QCOMPARE(run.done + run.skipped, run.planned);
    QVERIFY(run.skipped > 0 || run.done == run.planned);
    backend->run(run.id);
    QTRY_COMPARE_WITH_TIMEOUT(runs.size(), 1, 20000);
    for (const store::RunStep &step : runs.front().at(1).value<std::vector<store::RunStep>>())
        QVERIFY(step.outcome.has_value());

    backend->resume(run.id);
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 20000);
    const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->planned, run.planned);
    QCOMPARE(result->done, result->planned);
    QCOMPARE(flow.now(), m_rooms);
    QCOMPARE(flow.sandbox().noise()->messages - before, m_messages); // no visible message twice
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 20000);
    QCOMPARE(views.back().front().value<ui::Backend::View>()->runs.front().state, RunState::Done);
    backend->plan({}, everyClass());
    QTRY_COMPARE_WITH_TIMEOUT(plans.size(), 1, 20000);
    QVERIFY(plans.front().front().value<ui::Backend::PlanPtr>()->steps.empty());
}

int main(int argc, char **argv)
{
    if (argc > 1 && asConsole == QLatin1String(argv[1]))
        return beConsole(argc, argv);
    QCoreApplication application(argc, argv);
    FlowConsoleKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_flow_console_killed.moc"
