// The campuses to learn on, opened in place of the one that is there; each keeps a store of its own.
#include "app/session.h"
#include "core/base/uithread.h"
#include "core/sandbox/campus.h"
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <future>

using namespace liaison;
using namespace liaison::flow;

class TestConsoleTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUiThreadWork(); }
    void theMenuNamesEveryScenario();
    void anotherCampusInPlace();
    void fromOwnServersAndBack();
    void eachScenarioItsStore();

private:
    [[nodiscard]] liaison::Environment environment(Env env) const
    {
        env[QStringLiteral("LIAISON_STORE")] = m_folder.filePath(QStringLiteral("store"));
        return [env](const QString &name) -> std::optional<QString> {
            const auto it = env.constFind(name);
            return it == env.constEnd() || it->isEmpty() ? std::nullopt : std::optional(*it);
        };
    }
    QTemporaryDir m_folder;
};

namespace {

QStringList courses(const ui::Backend::View &view)
{
    QStringList names;
    for (const Course &course : view->snapshot->courses)
        names << course.shortName;
    return names;
}

void press(app::Session &session, const QString &campus)
{
    session.window().showPage(ui::pages::Help);
    auto *card = session.window().findChild<ui::TrainingCard *>();
    QVERIFY(card && card->isVisibleTo(&session.window()));
    card->button(campus)->click();
}

/// Waits for the first view of the window that comes next, while `act` is done.
template <class Act> ui::Backend::View after(app::Session &session, Act act)
{
    ui::Backend::View seen;
    QObject receiver;
    QObject::connect(&session, &app::Session::opened, &receiver, [&] {
        QObject::connect(&session.backend(), &ui::Backend::viewReady, &receiver,
                         [&](const ui::Backend::View &view) { seen = view; });
    });
    act();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(seen, 20000); }();
    return seen;
}

} // namespace

void TestConsoleTraining::initTestCase()
{
    guardUiThread(*qApp);
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toLocal8Bit());
}

void TestConsoleTraining::theMenuNamesEveryScenario()
{
    QCOMPARE(ui::Training::names(), QStringList{QStringLiteral("small")} + sandbox::scenarioNames());
}

void TestConsoleTraining::anotherCampusInPlace()
{
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::English);
    app::Arguments arguments;
    arguments.demo = QStringLiteral("role-lost");
    app::Session session(arguments, environment({}), theme, language, ui::Theme::Light, nullptr);
    const auto first = after(session, [&] { session.start(); });
    QVERIFY(first && first->demo && courses(first).contains(QStringLiteral("SCI-L2-MECA")));
    QVERIFY(!session.window().training().canGoBack()); // a demo has no servers of one's own behind it
    language.set(text::Language::French);
    const auto second = after(session, [&] { press(session, QStringLiteral("impostor-room")); });
    QVERIFY(second && courses(second).contains(QStringLiteral("UTL-HISTOIRE")));
    QVERIFY(!courses(second).contains(QStringLiteral("SCI-L2-MECA")));
    QCOMPARE(session.window().training().current(), QStringLiteral("impostor-room"));
    QVERIFY(session.window().isVisible());
    QCOMPARE(language.current(), text::Language::French);
    for (const char *campus : {"role-lost", "impostor-room"})
        QVERIFY(QDir(m_folder.filePath(QLatin1String("store/demo-") + QLatin1String(campus))).exists());
}

void TestConsoleTraining::fromOwnServersAndBack()
{
    Campus campus;
    campus.linked(QStringLiteral("OWN1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    Flow flow(campus);
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::English);
    app::Session session({}, environment(flow.env), theme, language, ui::Theme::Light, nullptr);
    const auto own = after(session, [&] { session.start(); });
    QVERIFY(own && !own->demo);
    flow.sandbox().clearRequests();
    const auto demo = after(session, [&] { press(session, QStringLiteral("stuck-restores")); });
    QVERIFY(demo && demo->demo);
    QCOMPARE(flow.sandbox().requests().size(), size_t(0)); // nothing of it reaches the servers of before
    const auto back = after(session, [&] { press(session, {}); });
    QVERIFY(back && !back->demo);
    QCOMPARE(courses(back), QStringList{QStringLiteral("OWN1")});
}

/// One after the other below one LIAISON_STORE, as `--demo=NAME`: each remembers its own campus and serves it again.
void TestConsoleTraining::eachScenarioItsStore()
{
    const auto opened = [&](const QString &name) -> QString { // gives what is wrong
        app::Arguments arguments;
        arguments.demo = name;
        const auto context = app::Context::open(arguments, environment({}));
        if (!context)
            return context.error().code;
        const sandbox::World world = sandbox::campus(*sandbox::scaleFromText(name), app::demoSeed, app::campusTime());
        QSet<QString> own;
        for (const sandbox::Moodle &site : world.moodle) {
            for (const sandbox::Course &course : site.courses)
                own.insert(course.shortname);
        }
        const auto links = (*context)->memory().links();
        if (!links || links->empty())
            return QStringLiteral("nothing is remembered");
        for (const store::RememberedLink &link : *links) {
            if (!own.contains(link.shortName))
                return link.shortName;
        }
        return {};
    };
    const QStringList names = sandbox::scenarioNames();
    for (int round = 0; round < 2; ++round) {
        for (const QString &name : names) // not on the interface's thread: it waits
            QCOMPARE(std::async(std::launch::async, opened, name).get(), QString());
    }
}

QTEST_MAIN(TestConsoleTraining)
#include "tst_console_training.moc"
