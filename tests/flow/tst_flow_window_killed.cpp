// The window itself is killed while it applies: session, window and pages as the program makes them, real buttons, in a
// process of their own (this program, started a second time). The next window says by itself that a run was
// interrupted, offers to go on with it, and ends where an undisturbed run ends.

#include "app/session.h"
#include "tests/flow/console.h"
#include "tests/flow/killed.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/base/unfinishedruns.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"
#include "ui/shell/navigation.h"
#include "ui/shell/statusstrip.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString asWindow = QStringLiteral("--as-window");

/// What liaison.cpp makes, with servers and store from `environment`.
struct Window
{
    explicit Window(Environment environment)
        : language(*qApp, text::Language::English)
        , theme(*qApp)
        , session(app::Arguments(), std::move(environment), theme, language, ui::Theme::Light, nullptr)
    {
        session.start();
        session.window().resize(1280, 860);
    }
    [[nodiscard]] ui::MainWindow &window() { return session.window(); }
    [[nodiscard]] ui::PlanPage *plan() { return qobject_cast<ui::PlanPage *>(window().page(ui::pages::Plan)); }
    /// Every class, as a person ticks the cards.
    bool prepare()
    {
        window().showPage(ui::pages::Overview);
        ui::Page *overview = window().page(ui::pages::Overview);
        Q_EMIT overview->planRequested({});
        if (!QTest::qWaitFor([&] { return plan() && plan()->stage() == ui::PlanPage::Stage::Review; }, 20000))
            return false;
        QSignalSpy plans(&session.backend(), &ui::Backend::planReady);
        Q_EMIT plan()->review()->cards()->classesWanted(everyClass());
        return QTest::qWaitFor([&] { return plans.size() == 1 && plan()->review()->ready(); }, 20000);
    }
    void apply() { QTest::mouseClick(plan()->review()->pane()->confirm()->button(), Qt::LeftButton); }

    ui::Language language;
    ui::ThemeHolder theme;
    app::Session session;
};

int beWindow(int argc, char **argv)
{
    QApplication application(argc, argv);
    guardUiThread(application);
    Window window(app::environmentVariable);
    QSignalSpy views(&window.session.backend(), &ui::Backend::viewReady);
    if (!QTest::qWaitFor([&] { return views.size() == 1; }, 30000) || !window.prepare())
        return 1;
    window.apply();
    return QTest::qWaitFor([&] { return window.plan()->stage() == ui::PlanPage::Stage::Result; }, 120000) ? 0 : 1;
}

std::unique_ptr<QProcess> startWindow(Flow &flow)
{
    return startAgain(flow, asWindow, {{QStringLiteral("XDG_CONFIG_HOME"), flow.file(QStringLiteral("settings"))}});
}

/// Something on the screen says this: a label, or what paints its own text and names it for screen readers.
bool says(const QWidget &widget, const QString &part)
{
    const auto all = widget.findChildren<QWidget *>();
    return std::any_of(all.begin(), all.end(), [&part](const QWidget *one) {
        const auto *label = qobject_cast<const QLabel *>(one);
        return one->isVisible() && (one->accessibleName().contains(part) || (label && label->text().contains(part)));
    });
}

Environment environmentOf(const Flow &flow)
{
    Env env = flow.env;
    env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("console"));
    return [env](const QString &name) -> std::optional<QString> {
        const auto it = env.constFind(name);
        return it == env.constEnd() || it->isEmpty() ? std::nullopt : std::optional(*it);
    };
}

} // namespace

class FlowWindowKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUiThreadWork(); }
    void killed_data();
    void killed();
    void aNewTokenGoesOn();

private:
    QMap<QString, QString> m_rooms;
    QMap<QString, int> m_writes; ///< by method
    int m_messages = 0, m_steps = 0;
};

void FlowWindowKilled::initTestCase()
{
    guardUiThread(*qApp);
    Flow flow(sixtySteps());
    const int before = flow.sandbox().noise()->messages;
    const auto process = startWindow(flow);
    QVERIFY(process->waitForFinished(60000));
    QCOMPARE(process->exitCode(), 0);
    m_writes = writesByMethod(flow);
    m_rooms = flow.now();
    m_messages = flow.sandbox().noise()->messages - before;
    const Ran runs = flow.run({QStringLiteral("--json"), QStringLiteral("journal")},
                              {{QStringLiteral("LIAISON_STORE"), flow.file(QStringLiteral("console"))}});
    m_steps = runs.json[u"runs"][0][u"planned"].toInt();
    QVERIFY2(m_steps >= 60, qPrintable(QString::number(m_steps)));
    QCOMPARE(m_writes.size(), 7);
}

/// tst_flow_console_killed strikes at every call; here each kind of call: the first before the server acts, the last
/// while its answer is under way.
void FlowWindowKilled::killed_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("fault");
    for (auto it = m_writes.begin(); it != m_writes.end(); ++it) {
        QTest::addRow("%s first, before", qPrintable(it.key())) << it.key() << 0 << QByteArray("hang");
        QTest::addRow("%s last, after", qPrintable(it.key())) << it.key() << it.value() - 1 << QByteArray("delay");
    }
}

// R288, R289
void FlowWindowKilled::killed()
{
    QFETCH(QString, method);
    QFETCH(int, at);
    QFETCH(QByteArray, fault);
    Flow flow(sixtySteps());
    const int before = flow.sandbox().noise()->messages;
    strike(flow, method, at, fault);
    const auto process = startWindow(flow);
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(method) > at, 30000);
    process->kill();
    QVERIFY(process->waitForFinished());
    flow.sandbox().clearFaults();

    Window next(environmentOf(flow));
    QSignalSpy views(&next.session.backend(), &ui::Backend::viewReady);
    QSignalSpy applied(&next.session.backend(), &ui::Backend::applied);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 30000);
    const auto view = views.front().front().value<ui::Backend::View>();
    QCOMPARE(view->runs.size(), size_t(1));
    const store::RunRecord run = view->runs.front();
    QCOMPARE(run.state, RunState::Interrupted);
    const int left = ui::stepsLeft(run);
    if (left == 0) { // the last call of all: reading found everything done
        QCOMPARE(run.done, m_steps);
        QCOMPARE(flow.now(), m_rooms);
        return;
    }

    // The window says it by itself, in three places.
    QCOMPARE(next.window().findChild<ui::Navigation *>()->badgeOf(ui::pages::Journal), QStringLiteral("1"));
    QVERIFY(says(*next.window().findChild<ui::StatusStrip *>(), QStringLiteral("A run was interrupted")));
    next.window().showPage(ui::pages::Overview);
    QVERIFY(says(*next.window().page(ui::pages::Overview), QStringLiteral("Interrupted: ")));
    next.window().showPage(ui::pages::Journal);
    auto *journal = qobject_cast<ui::JournalPage *>(next.window().page(ui::pages::Journal));
    ui::Button *resume = journal->actions()->resume();
    QTRY_VERIFY(resume->isVisible() && resume->isEnabled());
    QTest::mouseClick(resume, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 30000);
    const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->planned, m_steps);
    QCOMPARE(result->done, m_steps);
    QCOMPARE(next.plan()->stage(), ui::PlanPage::Stage::Result);
    QCOMPARE(flow.now(), m_rooms);
    QCOMPARE(flow.sandbox().noise()->messages - before, m_messages); // no visible message twice
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 30000);
    QCOMPARE(next.window().findChild<ui::Navigation *>()->badgeOf(ui::pages::Journal), QString());
    QSignalSpy plans(&next.session.backend(), &ui::Backend::planReady);
    next.session.backend().plan({}, everyClass());
    QTRY_COMPARE_WITH_TIMEOUT(plans.size(), 1, 20000);
    QVERIFY(plans.front().front().value<ui::Backend::PlanPtr>()->steps.empty());
}

/// The token is revoked in the middle: the run stops at once, and a window with a new token goes on with it.
void FlowWindowKilled::aNewTokenGoesOn()
{
    Flow flow(sixtySteps());
    const int before = flow.sandbox().noise()->messages;
    QString run;
    {
        Window first(environmentOf(flow));
        QSignalSpy views(&first.session.backend(), &ui::Backend::viewReady);
        QSignalSpy applied(&first.session.backend(), &ui::Backend::applied);
        QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 30000);
        QVERIFY(first.prepare());
        flow.sandbox().clearRequests();
        flow.fault(R"({"server":"rocketchat","match":"groups.addModerator","after":1,"do":"revoke"})");
        first.apply();
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 30000);
        const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
        QCOMPARE(result->done + result->skipped + result->stale + result->failed, m_steps);
        QVERIFY(result->skipped > 0);
        run = result->run;
        // No storm: rooms that were in the middle of a call at that moment, and nobody after.
        int refused = 0;
        for (const auto &request : flow.sandbox().requests())
            refused += request.write && request.status == 401 ? 1 : 0;
        QVERIFY2(refused <= 6, qPrintable(QString::number(refused)));
    }
    flow.sandbox().clearFaults(); // the sandbox takes the token again: it stands for the new one
    Window next(environmentOf(flow));
    QSignalSpy views(&next.session.backend(), &ui::Backend::viewReady);
    QSignalSpy applied(&next.session.backend(), &ui::Backend::applied);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 30000);
    next.window().showPage(ui::pages::Journal);
    auto *journal = qobject_cast<ui::JournalPage *>(next.window().page(ui::pages::Journal));
    journal->setFilter(run);
    ui::Button *resume = journal->actions()->resume();
    QTRY_VERIFY(resume->isVisible() && resume->isEnabled());
    QTest::mouseClick(resume, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 30000);
    const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->skipped, 0);
    QCOMPARE(result->done + result->stale + result->failed, m_steps);
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 30000);
    if (result->failed > 0) { // what was refused while the token went is in the next plan
        QVERIFY(next.prepare());
        next.apply();
        QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 2, 30000);
    }
    QCOMPARE(flow.now(), m_rooms);
    QCOMPARE(flow.sandbox().noise()->messages - before, m_messages);
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1 && asWindow == QLatin1String(argv[1]))
        return beWindow(argc, argv);
    QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toLocal8Bit());
    QApplication application(argc, argv);
    FlowWindowKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_flow_window_killed.moc"
