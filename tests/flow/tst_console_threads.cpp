// Nothing slow on the thread of the interface (design 6.2): proven by marks that the work itself begins with.
#include "core/moodle/answer.h"
#include "core/rocketchat/parser.h"
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/courses/linkindex.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/searchindex.h"

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

} // namespace

class TestConsoleThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUiThreadWork(); }
    void workHereIsNoticed_data();
    void workHereIsNoticed();
    void unguardedProgramsMay();
    void nothingSlowInTheWindow();
};

void TestConsoleThreads::initTestCase()
{
#ifdef QT_NO_DEBUG
    QSKIP("marks are compiled in where assertions are on");
#endif
    guardUiThread(*qApp);
}

void TestConsoleThreads::workHereIsNoticed_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what :
         {"parsing an answer of Moodle", "parsing an answer of the chat server", "waiting for the store",
          "waiting for a server", "comparing", "comparing the people of a room", "making a plan",
          "the index of courses", "the index of the search", "rows of roles"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

// The check itself: each kind of work, done here on purpose, is noticed.
void TestConsoleThreads::workHereIsNoticed()
{
    QFETCH(QString, what);
    const Snapshot empty;
    const auto view = std::make_shared<CampusView>();
    view->snapshot = std::make_shared<const Snapshot>();
    const QTemporaryDir folder;
    net::HttpClient http;
    const moodle::MoodleClient moodle(http, {QStringLiteral("main"), QUrl(QStringLiteral("http://127.0.0.1:1/")), {}});
    const std::map<QString, std::function<void()>> works{
        {QStringLiteral("parsing an answer of Moodle"), [] { (void)moodle::decode({}, 200, {}, "[]"); }},
        {QStringLiteral("parsing an answer of the chat server"), [] { (void)rocketchat::parseInfo({}); }},
        {QStringLiteral("waiting for the store"), [&] { (void)store::Database::open(folder.path()); }},
        {QStringLiteral("waiting for a server"), [&] { (void)moodle.siteInfo(); }},
        {QStringLiteral("comparing"), [&] { (void)diff(empty, {}, {}); }},
        {QStringLiteral("comparing the people of a room"),
         [&] {
             Snapshot one;
             one.links.resize(1);
             (void)peopleOf(one, {}, {}, LinkIx(quint32(0)));
         }},
        {QStringLiteral("making a plan"), [&] { (void)makePlan(empty, {}, {}, {}); }},
        {QStringLiteral("the index of courses"), [&] { (void)ui::buildLinkIndex(view, QLocale::French); }},
        {QStringLiteral("the index of the search"), [&] { const ui::SearchIndex index(view); }},
        {QStringLiteral("rows of roles"), [&] { (void)roleRows(empty, {}); }}};
    QTest::ignoreMessage(QtWarningMsg, qPrintable(QString(QLatin1String(uiThreadWarning) + u' ' + what)));
    works.at(what)();
}

// liaisonctl's commands run where they wait: without the guard the marks are silent.
void TestConsoleThreads::unguardedProgramsMay()
{
    qApp->setProperty(uiThreadGuard, false);
    (void)diff({}, {}, {});
    guardUiThread(*qApp);
}

// Refresh, every page, search, people, plan, apply, the refresh after it and a run, with the window open.
void TestConsoleThreads::nothingSlowInTheWindow()
{
    Flow flow(drifted());
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    const auto backend = consoleOn(flow);
    ui::MainWindow window(ui::Context{*backend, theme, language});
    ui::addAllPages(window);
    window.showPage(ui::pages::Courses);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), plans(backend.get(), &ui::Backend::planReady);
    QSignalSpy applied(backend.get(), &ui::Backend::applied), people(backend.get(), &ui::Backend::peopleReady);
    QSignalSpy runs(backend.get(), &ui::Backend::runReady);
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    window.search()->setFocus();
    QTest::keyClicks(window.search(), QStringLiteral("alg1"));
    QTRY_VERIFY(window.searchPopup()->isVisible());
    QTest::keyClick(window.search(), Qt::Key_Return); // opens the course, which asks for its people
    QTRY_VERIFY(people.size() >= 1);
    for (const QString &page : window.navigation()->pages())
        window.showPage(page);
    window.showPage(ui::pages::Plan);
    backend->plan({}, defaultClasses());
    QTRY_COMPARE(plans.size(), 1);
    backend->apply(plans.front().front().value<ui::Backend::PlanPtr>(), {});
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 20000);
    const auto seen = runs.size();
    backend->run(applied.front().front().value<ui::Backend::ResultPtr>()->run);
    QTRY_VERIFY(runs.size() > seen);
    QVERIFY(flow.now().value(QStringLiteral("r70")).contains(QStringLiteral("bob")));
}

QTEST_MAIN(TestConsoleThreads)
#include "tst_console_threads.moc"
