// R24 R128 R141 R250 R349: the window over real servers with two profiles of a real folder: tokens given, tested,
// replaced and forgotten, switched, scoped, read-only, asked again before apply. No keychain here: what is kept rests
// in the sealed file or in this session.
#include "app/session.h"
#include "core/base/uithread.h"
#include "core/run/profilestore.h"
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/plan/confirmbar.h"
#include "ui/plan/planpage.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/profilespage.h"
#include "ui/profiles/unlockpage.h"
#include "ui/shell/searchindex.h"

#include <QApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <future>

using namespace liaison;
using namespace liaison::flow;
using Where = ui::Profiles::Place;

namespace {

constexpr int patience = 60000; ///< a key takes a second to derive, and the better part of a minute on a busy machine
const QString passphrase = QStringLiteral("cheval pile agrafe");

Campus campus()
{
    Campus c;
    c.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    c.linked(QStringLiteral("DRO1"), 8, 80, QStringLiteral("prof* luc"), QStringLiteral("prof*"));
    return c;
}

QStringList courses(const ui::Backend::View &view)
{
    QStringList names;
    for (const Link &link : view->snapshot->links)
        names << view->snapshot->courses[link.course.value].shortName;
    names.sort();
    return names;
}

} // namespace

class TestConsoleProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void twoProfiles();
    void lockedAtStart();
    void newerTokenCounts();
    void asItWasStarted();
    void outsideTheScope();
    void readOnlyWritesNothing();
    void askedAgain();

private:
    void write(const QString &name, const QJsonObject &settings);
    void start(const QString &profile);
    void seal();
    /// Waits for what the backend of the window that is there answers next.
    ui::Backend::View nextView();
    ui::ProfilesPage &page();
    ui::TokenRow *row(const QString &which);
    void give(const QString &which, const QString &token, Where place);
    void typeTheNumber();
    [[nodiscard]] QStringList filesWith(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Flow> m_flow;
    std::unique_ptr<app::Tokens> m_tokens;
    ui::ThemeHolder m_theme{*qApp};
    ui::Language m_language{*qApp, text::Language::English};
    std::unique_ptr<app::Session> m_session;
    liaison::Environment m_environment;
    std::vector<ui::Backend::View> m_views;
    std::optional<Error> m_error;
};

void TestConsoleProfiles::initTestCase()
{
    guardUiThread(*qApp);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    m_tokens = std::make_unique<app::Tokens>(liaison::Environment([](const QString &) { return std::nullopt; }),
                                             app::Tokens::Ask()); // a program has one keychain
}

void TestConsoleProfiles::init()
{
    failOnUiThreadWork();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_folder->filePath(QString::fromLatin1(name)).toLocal8Bit());
    m_flow = std::make_unique<Flow>(campus());
    m_environment = [store = m_folder->filePath(QStringLiteral("store")),
                     machine =
                         m_folder->filePath(QStringLiteral("machine"))](const QString &name) -> std::optional<QString> {
        if (name == u"LIAISON_STORE")
            return store;
        return name == u"LIAISON_MACHINE_PROFILES" ? std::optional(machine) : std::nullopt;
    };
}

void TestConsoleProfiles::cleanup()
{
    m_session.reset();
    m_tokens->closeFile();
    m_flow.reset();
}

void TestConsoleProfiles::write(const QString &name, const QJsonObject &settings)
{
    QJsonObject o{
        {QStringLiteral("format"), QStringLiteral("liaison-config")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("moodle"),
         QJsonArray{QJsonObject{{QStringLiteral("url"), m_flow->env[QStringLiteral("LIAISON_MOODLE_URL")]}}}},
        {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), m_flow->env[QStringLiteral("LIAISON_CHAT_URL")]},
                                             {QStringLiteral("user"), QStringLiteral("api")}}}};
    for (auto it = settings.begin(); it != settings.end(); ++it)
        o.insert(it.key(), it.value());
    const auto save = [&] { return ProfileStore(profileFolders(m_environment)).save(name, o, true).has_value(); };
    QVERIFY(std::async(std::launch::async, save).get());
}

void TestConsoleProfiles::start(const QString &profile)
{
    m_session.reset();
    app::Arguments arguments;
    arguments.profile = profile;
    m_session =
        std::make_unique<app::Session>(arguments, m_environment, m_theme, m_language, ui::Theme::Light, m_tokens.get());
    m_views.clear();
    m_error.reset();
    connect(m_session.get(), &app::Session::opened, this, [this] {
        m_views.clear();
        m_error.reset();
        connect(&m_session->backend(), &ui::Backend::viewReady, this,
                [this](const ui::Backend::View &view) { m_views.push_back(view); });
        connect(&m_session->backend(), &ui::Backend::refreshFailed, this, [this](const Error &e) { m_error = e; });
    });
    m_session->start();
}

/// Both tokens in the sealed file, as an earlier session left them.
void TestConsoleProfiles::seal()
{
    std::async(std::launch::async, [&] {
        const auto file = secrets::SecretsFile::open(app::Tokens::fileName(), passphrase);
        if (!file ||
            !secrets::waitFor((*file)->write(secrets::moodleKey(m_flow->env[QStringLiteral("LIAISON_MOODLE_URL")]),
                                             m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")])) ||
            !secrets::waitFor(
                (*file)->write(secrets::chatKey(m_flow->env[QStringLiteral("LIAISON_CHAT_URL")], QStringLiteral("api")),
                               m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")])))
            qFatal("the tokens cannot be sealed");
    }).wait();
}

ui::Backend::View TestConsoleProfiles::nextView()
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!m_views.empty(), patience); }();
    return m_views.empty() ? nullptr : m_views.back();
}

ui::ProfilesPage &TestConsoleProfiles::page()
{
    m_session->window().showPage(ui::pages::Profiles);
    return *qobject_cast<ui::ProfilesPage *>(m_session->window().page(ui::pages::Profiles));
}

ui::TokenRow *TestConsoleProfiles::row(const QString &which)
{
    ui::TokenRow *found = nullptr;
    [&] { QTRY_VERIFY_WITH_TIMEOUT((found = page().pane()->tokens()->row(which)) != nullptr, patience); }();
    return found;
}

void TestConsoleProfiles::give(const QString &which, const QString &token, Where place)
{
    ui::TokenRow *line = row(which);
    QVERIFY(line);
    line->replaceButton()->click();
    line->placeButton(place)->setChecked(true);
    line->token()->line()->setText(token);
    if (!line->passphrase()->isHidden()) {
        line->passphrase()->first()->setText(passphrase);
        line->passphrase()->second()->setText(passphrase);
    }
    QSignalSpy kept(m_session->profiles(), &ui::Profiles::tokenKept);
    QSignalSpy opened(m_session.get(), &app::Session::opened);
    m_views.clear();
    m_error.reset();
    line->keepButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, patience);
    QTest::qWait(0);
    QCOMPARE(opened.size(), 0); // the window stays: its page says that the token was kept
}

QStringList TestConsoleProfiles::filesWith(const QString &text) const
{
    QStringList found;
    QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile in(it.next());
        if (in.open(QIODevice::ReadOnly) && in.readAll().contains(text.toUtf8()))
            found << in.fileName();
    }
    return found;
}

// R79: one program for several sites, one profile at a time.
void TestConsoleProfiles::twoProfiles()
{
    write(QStringLiteral("one"),
          {{QStringLiteral("scope"), QJsonObject{{QStringLiteral("courses"), QJsonArray{QStringLiteral("7")}}}}});
    write(QStringLiteral("two"), {{QStringLiteral("environment"), QStringLiteral("production")}});
    start(QStringLiteral("one"));
    QTRY_VERIFY_WITH_TIMEOUT(m_error, patience);
    QCOMPARE(m_error->code, QStringLiteral("keychain-unavailable"));
    QCOMPARE(row(QStringLiteral("main"))->line().state, ui::TokenLine::State::NoKeychain);
    const QString moodleToken = m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")];
    const QString chatToken = m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")];
    give(QStringLiteral("main"), moodleToken, Where::File);
    give(QStringLiteral("chat"), chatToken, Where::File);
    QVERIFY(nextView());
    QCOMPARE(courses(m_views.back()), QStringList{QStringLiteral("ALG1")});
    QTRY_VERIFY_WITH_TIMEOUT(row(QStringLiteral("chat"))->testButton()->isEnabled(), patience);
    row(QStringLiteral("chat"))->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(row(QStringLiteral("chat"))->result().contains(QStringLiteral("liaison.api")), patience);

    // Another profile of the same servers: its tokens are there.
    page().select(QStringLiteral("two"));
    QSignalSpy opened(m_session.get(), &app::Session::opened);
    page().pane()->openButton()->click();
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(nextView());
    QCOMPARE(courses(m_views.back()), (QStringList{QStringLiteral("ALG1"), QStringLiteral("DRO1")}));
    QVERIFY(m_views.back()->production);
    QCOMPARE(m_session->profiles()->current(), QStringLiteral("two"));

    // Its scope is edited, and counts at once.
    QTRY_COMPARE(page().selected(), QStringLiteral("two"));
    page().pane()->editButton()->click();
    page().editor()->field(QStringLiteral("scope.courses"))->line()->setText(QStringLiteral("8"));
    page().editor()->saveButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, patience);
    QVERIFY(nextView());
    QCOMPARE(courses(m_views.back()), QStringList{QStringLiteral("DRO1")});

    // Replaced by one that is wrong, for this session.
    const QString canary = QStringLiteral("CANARY-TOKEN-77");
    give(QStringLiteral("chat"), canary, Where::Session);
    QVERIFY(!m_error && m_views.empty()); // what is on screen stays until somebody reads again
    m_session->backend().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_error, patience);
    QTRY_VERIFY_WITH_TIMEOUT(row(QStringLiteral("chat"))->testButton()->isEnabled(), patience);
    row(QStringLiteral("chat"))->testButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(row(QStringLiteral("chat"))->testButton()->isEnabled(), patience);
    QVERIFY(!row(QStringLiteral("chat"))->result().isEmpty());
    QVERIFY(!row(QStringLiteral("chat"))->result().contains(QStringLiteral("signed in as")));
    QVERIFY(!row(QStringLiteral("chat"))->result().contains(canary));
    row(QStringLiteral("chat"))->forgetButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(row(QStringLiteral("chat"))->line().state, ui::TokenLine::State::NoKeychain, patience);
    QCOMPARE(row(QStringLiteral("main"))->line().state, ui::TokenLine::State::File);

    m_session.reset();
    for (const QString &secret : {canary, moodleToken, chatToken, passphrase})
        QCOMPARE(filesWith(secret), QStringList());
    QCOMPARE(m_flow->writes(), 0);
}

void TestConsoleProfiles::lockedAtStart()
{
    write(QStringLiteral("one"), {});
    seal();
    start(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    QCOMPARE(m_error->code, QStringLiteral("passphrase-needed"));
    auto *unlock = qobject_cast<ui::UnlockPage *>(m_session->window().page(ui::pages::Unlock));
    QVERIFY(!unlock->form()->isFresh());
    QSignalSpy failed(m_session->profiles(), &ui::Profiles::failed);
    unlock->form()->first()->setText(QStringLiteral("faux"));
    unlock->unlockButton()->click();
    QVERIFY(!unlock->unlockButton()->isEnabled()); // the key is derived elsewhere
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(m_session->window().currentKey(), QString(ui::pages::Unlock));
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    QVERIFY(nextView());
    QVERIFY(m_session->window().currentKey() != QString(ui::pages::Unlock));
}

/// What is kept in one place is not hidden by an older one in a place that is looked into before.
void TestConsoleProfiles::newerTokenCounts()
{
    const secrets::SecretKey key = secrets::chatKey(QStringLiteral("https://chat.example"), QStringLiteral("api"));
    const QString found =
        std::async(std::launch::async, [&]() -> QString {
            app::Tokens &tokens = *m_tokens; // a program has one keychain
            if (!tokens.keep(app::Tokens::Place::Session, key, QStringLiteral("old")) || !tokens.openFile(passphrase) ||
                !tokens.keep(app::Tokens::Place::File, key, QStringLiteral("new")))
                return QStringLiteral("not kept");
            const auto read = secrets::waitFor(tokens.read(key));
            return read && *read ? **read : QStringLiteral("not read");
        }).get();
    QCOMPARE(found, QStringLiteral("new"));
}

/// Design section 8: LIAISON_CONFIG comes before --profile, and the environment's tokens go with what was started;
/// never with a profile that is chosen in the window.
void TestConsoleProfiles::asItWasStarted()
{
    const auto of = [](int course) {
        return QJsonObject{
            {QStringLiteral("scope"), QJsonObject{{QStringLiteral("courses"), QJsonArray{QString::number(course)}}}}};
    };
    write(QStringLiteral("one"), of(8));
    write(QStringLiteral("other"), of(7));
    const QString file = m_folder->filePath(QStringLiteral("given.json"));
    QVERIFY(QFile::rename(profileFolders(m_environment).user + QStringLiteral("/other.json"), file));
    m_environment = [before = m_environment, file, env = m_flow->env](const QString &name) {
        if (name == u"LIAISON_CONFIG")
            return std::optional(file);
        return name.endsWith(u"_TOKEN") && env.contains(name) ? std::optional(env[name]) : before(name);
    };
    start(QStringLiteral("one"));
    QVERIFY(nextView());
    QCOMPARE(courses(m_views.back()), QStringList{QStringLiteral("ALG1")});
    m_session->openProfile(QStringLiteral("one"));
    QTRY_VERIFY_WITH_TIMEOUT(m_error, patience);
    QCOMPARE(m_error->code, QStringLiteral("keychain-unavailable"));
}

void TestConsoleProfiles::outsideTheScope()
{
    write(QStringLiteral("one"),
          {{QStringLiteral("scope"), QJsonObject{{QStringLiteral("courses"), QJsonArray{QStringLiteral("7")}}}}});
    seal();
    start(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    auto *unlock = qobject_cast<ui::UnlockPage *>(m_session->window().page(ui::pages::Unlock));
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    const ui::Backend::View view = nextView();
    QVERIFY(view);
    QCOMPARE(courses(view), QStringList{QStringLiteral("ALG1")});
    const auto made = std::async(std::launch::async, [&] { return std::make_unique<ui::SearchIndex>(view); }).share();
    const ui::SearchIndex &index = *made.get();
    for (const char *typed : {"DRO1", "8", "80", "r80", "main:8", "luc", "r80-name", "DRO"}) {
        for (const ui::Hit &hit : index.find(QString::fromLatin1(typed))) {
            QVERIFY2(!hit.link || hit.link->cmid != 80, typed);
            QVERIFY2(hit.roomId != u"r80" && hit.login != u"luc", typed);
        }
    }
    QVERIFY(!index.find(QStringLiteral("ALG1")).empty());
    // Asked for by its id all the same: no plan holds a step of it.
    QSignalSpy planned(&m_session->backend(), &ui::Backend::planReady);
    m_session->backend().plan({{QStringLiteral("main"), 80}}, {ChangeClass::Add, ChangeClass::Remove});
    QTRY_COMPARE(planned.size(), 1);
    const auto plan = planned.first().first().value<ui::Backend::PlanPtr>();
    QVERIFY(plan->steps.empty());
    for (const RoomRow &room : view->rooms)
        QVERIFY(room.id != u"r80");
}

void TestConsoleProfiles::readOnlyWritesNothing()
{
    write(QStringLiteral("one"), {{QStringLiteral("readOnly"), true}});
    seal();
    start(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    auto *unlock = qobject_cast<ui::UnlockPage *>(m_session->window().page(ui::pages::Unlock));
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    QVERIFY(nextView() && m_views.back()->readOnly);
    // What the window opens is this: nothing that writes is in it.
    const bool writer = std::async(std::launch::async, [&] {
                            app::Arguments arguments;
                            arguments.profile = QStringLiteral("one");
                            const auto context = app::Context::open(arguments, m_environment, m_tokens.get());
                            return !context || (*context)->servers().writer;
                        }).get();
    QVERIFY(!writer);
    m_session->window().showPage(ui::pages::Plan);
    QSignalSpy planned(&m_session->backend(), &ui::Backend::planReady);
    m_session->backend().plan({}, {ChangeClass::Add});
    QTRY_COMPARE(planned.size(), 1);
    const auto plan = planned.first().first().value<ui::Backend::PlanPtr>();
    QVERIFY(!plan->steps.empty());
    auto *bar = m_session->window().findChild<ui::ConfirmBar *>();
    QVERIFY(bar);
    QTRY_VERIFY(!bar->reason().isEmpty());
    QVERIFY(!bar->button()->isVisible() && !bar->number()->isVisible());
    QVERIFY2(bar->reason().contains(QStringLiteral("protection against mistakes")), qPrintable(bar->reason()));
    // Even where somebody gets past the window.
    QSignalSpy failed(&m_session->backend(), &ui::Backend::applyFailed);
    QSignalSpy applied(&m_session->backend(), &ui::Backend::applied);
    m_session->backend().apply(plan, {});
    QTRY_VERIFY_WITH_TIMEOUT(failed.size() + applied.size() == 1, patience);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_flow->writes(), 0);
}

void TestConsoleProfiles::askedAgain()
{
    write(QStringLiteral("one"), {{QStringLiteral("environment"), QStringLiteral("production")},
                                  {QStringLiteral("askAgainBeforeApply"), true}});
    seal();
    start(QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    auto *unlock = qobject_cast<ui::UnlockPage *>(m_session->window().page(ui::pages::Unlock));
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    QVERIFY(nextView());
    m_session->window().showPage(ui::pages::Plan);
    qobject_cast<ui::PlanPage *>(m_session->window().page(ui::pages::Plan))->preparePlan({});
    auto *bar = m_session->window().findChild<ui::ConfirmBar *>();
    QTRY_VERIFY(bar && bar->reason() == QStringLiteral("The number is missing."));
    // In production the number is typed first.
    bar->number()->setText(QStringLiteral("7"));
    QVERIFY(!bar->button()->isEnabled());
    bar->number()->setText(QStringLiteral("2"));
    QVERIFY2(bar->button()->isEnabled(), qPrintable(bar->reason()));
    QSignalSpy failed(&m_session->backend(), &ui::Backend::applyFailed);
    bar->button()->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    QVERIFY(unlock->why() == ui::UnlockPage::Why::Apply);
    unlock->cancelButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(failed.first().first().value<Error>().code, QStringLiteral("presence-needed"));
    QCOMPARE(m_session->window().currentKey(), QString(ui::pages::Plan));
    QCOMPARE(m_flow->writes(), 0);

    // Refused while the key of what was typed is derived: that counts.
    typeTheNumber();
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    unlock->cancelButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patience);
    QCOMPARE(failed.last().first().value<Error>().code, QStringLiteral("presence-needed"));
    QCOMPARE(m_flow->writes(), 0);

    // Wrong, then right.
    typeTheNumber();
    if (QTest::currentTestFailed())
        return;
    QTRY_COMPARE_WITH_TIMEOUT(m_session->window().currentKey(), QString(ui::pages::Unlock), patience);
    QSignalSpy applied(&m_session->backend(), &ui::Backend::applied);
    QSignalSpy refused(m_session->profiles(), &ui::Profiles::presenceRefused);
    unlock->form()->first()->setText(QStringLiteral("faux"));
    unlock->unlockButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QCOMPARE(m_flow->writes(), 0);
    // Another profile is not opened while a run waits.
    QSignalSpy held(m_session->profiles(), &ui::Profiles::refused);
    m_session->profiles()->open(QStringLiteral("one"));
    QTRY_COMPARE(held.size(), 1);
    // What is saved of this one meanwhile counts with the reading after the run, in the same window.
    QJsonObject changed = std::async(std::launch::async, [&] {
                              const auto entry =
                                  ProfileStore(profileFolders(m_environment)).find(QStringLiteral("one"));
                              return entry ? entry->document : QJsonObject();
                          }).get();
    changed.insert(QStringLiteral("scope"), QJsonObject{{QStringLiteral("courses"), QJsonArray{QStringLiteral("8")}}});
    QSignalSpy saved(m_session->profiles(), &ui::Profiles::saved);
    QSignalSpy opened(m_session.get(), &app::Session::opened);
    m_session->profiles()->save(QStringLiteral("one"), changed, QStringLiteral("one"));
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
    m_views.clear();
    unlock->form()->first()->setText(passphrase);
    unlock->unlockButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(applied.size() + failed.size(), 3, patience);
    QCOMPARE(applied.size(), 1);
    QVERIFY(m_flow->writes() > 0);
    QVERIFY(nextView());
    QCOMPARE(courses(m_views.back()), QStringList{QStringLiteral("DRO1")});
    QCOMPARE(opened.size(), 0);
}

/// Waits for the reading that follows what was before, prepares a plan of everything, types how many steps it has and
/// applies.
void TestConsoleProfiles::typeTheNumber()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_views.size() >= 2, patience); // it reads by itself after a run
    m_views.resize(1);
    QSignalSpy planned(&m_session->backend(), &ui::Backend::planReady);
    m_session->window().showPage(ui::pages::Plan);
    auto *page = qobject_cast<ui::PlanPage *>(m_session->window().page(ui::pages::Plan));
    page->preparePlan({});
    QTRY_COMPARE_WITH_TIMEOUT(planned.size(), 1, patience); // until then the bar is that of the plan before
    auto *bar = m_session->window().findChild<ui::ConfirmBar *>();
    bar->clearNumber(); // it stays where a run ended before it began
    bar->number()->setText(QStringLiteral("2"));
    QVERIFY2(bar->button()->isEnabled(), qPrintable(bar->reason()));
    bar->button()->click();
}

QTEST_MAIN(TestConsoleProfiles)
#include "tst_console_profiles.moc"
