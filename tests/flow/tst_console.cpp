#include "app/backendservice.h"
#include "core/reconcile/planjson.h"
#include "tests/flow/flow.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// The console's backend on the servers of a flow, with a store of its own.
std::unique_ptr<app::BackendService> consoleOn(Flow &flow)
{
    Env env = flow.env;
    env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("console"));
    return std::make_unique<app::BackendService>([env] {
        return app::Context::open({}, [env](const QString &name) -> std::optional<QString> {
            const auto it = env.constFind(name);
            return it == env.constEnd() || it->isEmpty() ? std::nullopt : std::optional(*it);
        });
    });
}

Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob carl"),
                  QStringLiteral("prof anne dora"));
    campus.linked(QStringLiteral("BIO1"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    return campus;
}

std::vector<ChangeClass> everyClass()
{
    std::vector<ChangeClass> all;
    for (const auto &[value, code] : Codes<ChangeClass>::all)
        all.push_back(value);
    return all;
}

} // namespace

/// The window's side of the engine, on real sockets: it is the same engine as the command line's.
class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlanIsTheCommandLinesToTheByte();
    void onePlanForOneCourse();
    void aRepairedRoom();
    void aWrongTokenIsSaid();
    void theWindowGetsValuesFromOtherThreads();
};

void TestConsole::thePlanIsTheCommandLinesToTheByte()
{
    Flow flow(drifted());
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), plans(backend.get(), &ui::Backend::planReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    backend->plan({}, everyClass());
    QTRY_COMPARE(plans.size(), 1);
    const auto plan = plans.front().front().value<ui::Backend::PlanPtr>();
    QVERIFY(!plan->steps.empty());
    QCOMPARE(planToJson(*plan), flow.plan(every).out.trimmed());
}

void TestConsole::onePlanForOneCourse()
{
    Flow flow(drifted());
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), plans(backend.get(), &ui::Backend::planReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    backend->plan({{QStringLiteral("main"), 70}}, everyClass());
    QTRY_COMPARE(plans.size(), 1);
    const auto plan = plans.front().front().value<ui::Backend::PlanPtr>();
    const Ran ran = flow.run(
        {QStringLiteral("--json"), QStringLiteral("plan"), QStringLiteral("ALG1"), QStringLiteral("--classes"), every});
    const QJsonObject ours = planToObject(*plan);
    for (const char *list : {"steps", "withheld", "findings", "unknown", "counts", "noise"})
        QCOMPARE(ours.value(QLatin1String(list)), ran.json.value(QLatin1String(list)));
}

void TestConsole::aRepairedRoom()
{
    Flow flow(drifted());
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    const auto backend = consoleOn(flow);
    ui::MainWindow window(ui::Context{*backend, theme, language});
    ui::addAllPages(window);
    window.showPage(ui::pages::Courses);
    window.show();
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), applied(backend.get(), &ui::Backend::applied);
    QSignalSpy plans(backend.get(), &ui::Backend::planReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 10000);
    backend->plan({{QStringLiteral("main"), 70}}, defaultClasses());
    QTRY_COMPARE(plans.size(), 1);
    QCOMPARE(flow.writes(), 0); // looking is not doing
    backend->apply(plans.front().front().value<ui::Backend::PlanPtr>(), {});
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 10000);
    const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->done, result->planned);
    QVERIFY(result->planned > 0);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 10000); // it looks again by itself
    QVERIFY(flow.now().value(QStringLiteral("r70")).contains(QStringLiteral("bob")));
    QCOMPARE(views.back().front().value<ui::Backend::View>()->runs.size(), size_t(1));
}

void TestConsole::aWrongTokenIsSaid()
{
    Flow flow(drifted());
    flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")] = QStringLiteral("wrong");
    const auto backend = consoleOn(flow);
    QSignalSpy failures(backend.get(), &ui::Backend::refreshFailed);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, 20000);
    QCOMPARE(failures.front().front().value<Error>().code, QStringLiteral("wrong-token"));
}

/// refresh() only hands the work over: the view is not there when it returns, and comes through the event loop.
void TestConsole::theWindowGetsValuesFromOtherThreads()
{
    Flow flow(drifted());
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady);
    QThread *delivered = nullptr;
    connect(backend.get(), &ui::Backend::viewReady, this, [&] { delivered = QThread::currentThread(); });
    flow.fault(R"({"server":"moodle","do":"delay","ms":300})");
    backend->refresh();
    QCOMPARE(views.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    QCOMPARE(delivered, QThread::currentThread());
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
