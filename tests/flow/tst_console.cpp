#include "core/reconcile/planjson.h"
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/explained.h"
#include "ui/text/checks.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

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
    void initTestCase() { guardUiThread(*qApp); }
    void init() { failOnUiThreadWork(); }
    void thePlanIsTheCommandLinesToTheByte();
    void onePlanForOneCourse();
    void aRepairedRoom();
    void aWrongTokenIsSaid();
    void theDiagnosisIsTheCommandLines();
    void theWindowGetsValuesFromOtherThreads();
    void whyIsTheCommandLinesAnswer();
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

/// Where no view can be read, the servers are examined all the same, and each step is what `doctor` prints.
void TestConsole::theDiagnosisIsTheCommandLines()
{
    Flow flow(drifted());
    flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")] = QStringLiteral("wrong");
    const auto backend = consoleOn(flow);
    QSignalSpy diagnoses(backend.get(), &ui::Backend::diagnosed);
    backend->refresh(); // both are the first to open the profile
    backend->diagnose();
    QTRY_COMPARE_WITH_TIMEOUT(diagnoses.size(), 1, 20000);
    const auto diagnosis = diagnoses.front().front().value<ui::Backend::DiagnosisPtr>();
    const Ran ran = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QCOMPARE(ran.exit, 1);
    const QJsonArray servers = ran.json[u"servers"].toArray();
    QCOMPARE(diagnosis->servers.size(), size_t(2));
    for (size_t i = 0; i < diagnosis->servers.size(); ++i) {
        QStringList ours, theirs;
        for (const Check &check : diagnosis->servers[i].checks)
            ours << check.step + u' ' + text::codeOf(check.result) + u' ' + check.found + check.right;
        const QJsonArray checks = servers[static_cast<qsizetype>(i)][u"checks"].toArray();
        for (const QJsonValue &check : checks)
            theirs << check[u"check"].toString() + u' ' + check[u"result"].toString() + u' ' +
                          check[u"found"].toString() + check[u"right"].toString();
        QCOMPARE(ours, theirs);
    }
    QCOMPARE(flow.writes(), 0);
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

// R102. A guest whom Moodle does not know takes a second look, at the servers.
void TestConsole::whyIsTheCommandLinesAnswer()
{
    Campus campus = drifted();
    std::erase_if(campus.site().people, [](const auto &p) { return p.username == u"dora"; });
    Flow flow(campus);
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), answers(backend.get(), &ui::Backend::whyReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    for (const auto &[login, looks] : {std::pair("bob", 1), std::pair("anne", 1), std::pair("dora", 2)}) {
        answers.clear();
        const QString who = QString::fromLatin1(login);
        backend->why({QStringLiteral("main"), 70}, {std::nullopt, QString(u"u-" + who), who});
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), looks, 20000);
        const auto why = answers.back().back().value<std::shared_ptr<const WhyView>>();
        const Ran ran = flow.run({QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--json"),
                                  QStringLiteral("why"), who, QStringLiteral("ALG1")});
        QCOMPARE(ran.json[u"conclusion"].toString(),
                 text::conclusionSentence(why->explanation, text::Language::English));
        QCOMPARE(ran.json[u"cause"].toString(), codeOf(why->explanation.cause));
        QCOMPARE(ran.json[u"remedy"].toString(), text::remedyText(why->explanation, text::Language::English));
        QCOMPARE(why->others.size(), size_t(who == u"anne" ? 1 : 0));
    }
    QCOMPARE(flow.writes(), 0);
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
