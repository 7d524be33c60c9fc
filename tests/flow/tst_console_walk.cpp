// From the list of courses to a repaired room, on real widgets, the real backend and real sockets: by mouse, and with
// the keyboard alone.
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/courses/coursespage.h"
#include "ui/plan/planpage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString stay = many(QStringLiteral("s"), 9);

/// Two courses that drifted and one in step; in the first one also somebody to be removed.
Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* anne bob out ") + stay),
                  QString(QStringLiteral("prof anne out ") + stay));
    for (sandbox::Enrolment &enrolment : campus.courseOf(7).enrolments) {
        if (enrolment.person == campus.person(QStringLiteral("out")))
            enrolment.roles =
                QStringList{QStringLiteral("teacher")}; // not mapped: no longer expected, and why is known
    }
    campus.linked(QStringLiteral("BIO1"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.linked(QStringLiteral("ALG2"), 9, 90, QStringLiteral("prof* dora"), QStringLiteral("prof*"));
    return campus;
}

struct Console
{
    explicit Console(Flow &flow)
        : theme(*qApp)
        , language(*qApp, text::Language::English)
        , backend(consoleOn(flow))
        , window(ui::Context{*backend, theme, language})
        , views(backend.get(), &ui::Backend::viewReady)
        , plans(backend.get(), &ui::Backend::planReady)
        , applied(backend.get(), &ui::Backend::applied)
    {
        ui::addAllPages(window);
        window.showPage(ui::pages::Courses);
        window.show();
        backend->refresh();
    }
    [[nodiscard]] ui::CoursesPage *courses() const
    {
        return qobject_cast<ui::CoursesPage *>(window.page(ui::pages::Courses));
    }
    [[nodiscard]] ui::PlanPage *plan() const { return qobject_cast<ui::PlanPage *>(window.page(ui::pages::Plan)); }
    [[nodiscard]] bool reviewing() const { return plan() && plan()->stage() == ui::PlanPage::Stage::Review; }
    /// The state that the list shows for a course, in words; empty where it shows no such course.
    [[nodiscard]] QString stateOf(qint64 cmid) const
    {
        ui::LinksModel &model = courses()->model();
        const int row = model.rowOf({QStringLiteral("main"), cmid});
        return row < 0 ? QString() : model.index(row, int(ui::LinkColumn::State)).data().toString();
    }
    /// As the keyboard does it: to the window, which finds the shortcut or the widget that has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window.windowHandle(), key, modifiers);
    }
    void type(const char *ascii)
    {
        for (const char *c = ascii; *c; ++c)
            QTest::keyClick(window.windowHandle(), *c);
    }
    /// F6 until the widget wanted, or one inside it, has the keyboard.
    bool goTo(const QWidget *wanted)
    {
        for (int tries = 0; tries < 12; ++tries) {
            const QWidget *now = QApplication::focusWidget();
            if (now == wanted || (now && wanted->isAncestorOf(now)))
                return true;
            press(Qt::Key_F6);
        }
        return false;
    }
    void click(QWidget *widget) { QTest::mouseClick(widget, Qt::LeftButton); }
    void clickRow(int row)
    {
        ui::LinksTable *table = courses()->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(courses()->model().index(row, int(ui::LinkColumn::Title))).center());
    }

    ui::ThemeHolder theme;
    ui::Language language;
    std::unique_ptr<app::BackendService> backend;
    ui::MainWindow window;
    QSignalSpy views, plans, applied;
};

QString inRoom(Flow &flow, const QString &room)
{
    return flow.now().value(room);
}

} // namespace

class TestConsoleWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { guardUiThread(*qApp); }
    void init() { failOnUiThreadWork(); }
    void byKeyboard();
    void byMouse();

private:
    void repaired(Flow &flow, Console &console);
};

/// What both ways end with: the room is as the plan said, the list says so, and nothing is left to do.
void TestConsoleWalk::repaired(Flow &flow, Console &console)
{
    const QString room = inRoom(flow, QStringLiteral("r70"));
    QVERIFY2(room.contains(u"u-bob") && room.contains(u"u-prof:moderator") && !room.contains(u"u-out"),
             qPrintable(room));
    QVERIFY(!inRoom(flow, QStringLiteral("r90")).contains(u"u-dora")); // not in this plan
    QTRY_COMPARE_WITH_TIMEOUT(console.stateOf(70), text::of(LinkState::InStep, text::Language::English).name, 20000);
}

// Issue 3; R12: find, open, prepare, tick a class, Ctrl+Enter, result, back to a list where the room is in step.
void TestConsoleWalk::byKeyboard()
{
    Flow flow(drifted());
    Console c(flow);
    QVERIFY(QTest::qWaitForWindowActive(&c.window)); // no shortcut acts in a window that is not the active one
    QTRY_COMPARE_WITH_TIMEOUT(c.courses()->model().rowCount(), 3, 20000);

    c.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), c.courses()->filterField());
    c.type("alg1");
    QTRY_COMPARE(c.courses()->model().rowCount(), 1);
    QCOMPARE(c.stateOf(70), text::of(LinkState::Drift, text::Language::English).name);
    c.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), c.courses()->table());
    c.press(Qt::Key_Return);
    QVERIFY(c.courses()->isPaneOpen());
    QVERIFY(c.goTo(c.courses()->pane()->planButton()));
    flow.sandbox().clearRequests();
    c.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(c.reviewing(), 10000);
    QCOMPARE(c.window.currentKey(), QString(ui::pages::Plan));
    QVERIFY(c.plan()->review()->tree()->hasFocus());

    // Removals are ticked on purpose only (rule 3).
    ui::ClassCard *removals = c.plan()->review()->cards()->card(ChangeClass::Remove);
    QVERIFY(c.goTo(c.plan()->review()->cards()->first()));
    for (int tries = 0; tries < 8 && !removals->hasFocus(); ++tries)
        c.press(Qt::Key_Tab);
    QVERIFY(removals->hasFocus());
    c.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(c.plans.size(), 2, 10000);
    QTRY_COMPARE(c.plan()->review()->model()->ticks().equation().removals, 1);
    QVERIFY2(c.plan()->review()->pane()->confirm()->ready(),
             qPrintable(c.plan()->review()->pane()->confirm()->reason()));
    QCOMPARE(flow.writes(), 0); // looking is not doing
    c.press(Qt::Key_Return);    // Enter alone never applies
    QCOMPARE(c.plan()->stage(), ui::PlanPage::Stage::Review);
    c.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(c.applied.size(), 1, 20000);
    const auto result = c.applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->done, 3);
    QCOMPARE(result->planned, 3);
    QCOMPARE(c.plan()->stage(), ui::PlanPage::Stage::Result);
    QVERIFY(c.plan()->isAncestorOf(QApplication::focusWidget()));

    c.press(Qt::Key_Escape);
    QCOMPARE(c.window.currentKey(), QString(ui::pages::Courses));
    repaired(flow, c);
    if (QTest::currentTestFailed())
        return;
    // Refresh and look again: the button of the course has nothing to offer, and a plan of everything only the other.
    const auto seen = c.views.size();
    c.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(c.views.size(), seen + 1, 20000);
    QTRY_VERIFY(!c.courses()->pane()->planButton()->isEnabled());
    QCOMPARE(c.stateOf(70), text::of(LinkState::InStep, text::Language::English).name);
    c.backend->plan({{QStringLiteral("main"), 70}}, {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Remove});
    QTRY_COMPARE(c.plans.size(), 3);
    const auto left = c.plans.back().front().value<ui::Backend::PlanPtr>();
    QVERIFY(left->steps.empty() && left->withheld.empty());
}

void TestConsoleWalk::byMouse()
{
    Flow flow(drifted());
    Console c(flow);
    QVERIFY(QTest::qWaitForWindowExposed(&c.window));
    QTRY_COMPARE_WITH_TIMEOUT(c.courses()->model().rowCount(), 3, 20000);
    c.clickRow(c.courses()->model().rowOf({QStringLiteral("main"), 70}));
    QVERIFY(c.courses()->isPaneOpen());
    QTRY_VERIFY(c.courses()->pane()->planButton()->isEnabled());
    c.click(c.courses()->pane()->planButton());
    QTRY_VERIFY_WITH_TIMEOUT(c.reviewing(), 10000);
    c.click(c.plan()->review()->cards()->card(ChangeClass::Remove));
    QTRY_COMPARE(c.plan()->review()->model()->ticks().equation().removals, 1);
    c.click(c.plan()->review()->pane()->confirm()->button());
    QTRY_COMPARE_WITH_TIMEOUT(c.applied.size(), 1, 20000);
    QCOMPARE(c.plan()->stage(), ui::PlanPage::Stage::Result);
    c.click(c.window.navigation()->item(ui::pages::Courses));
    QCOMPARE(c.window.currentKey(), QString(ui::pages::Courses));
    repaired(flow, c);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(c.stateOf(90), text::of(LinkState::Drift, text::Language::English).name);
    QTRY_VERIFY(!c.courses()->pane()->planButton()->isEnabled()); // expect nothing left
}

QTEST_MAIN(TestConsoleWalk)
#include "tst_console_walk.moc"
