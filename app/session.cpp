#include "app/session.h"

#include "core/run/profilestore.h"
#include "ui/base/language.h"
#include "ui/shell/allpages.h"
#include "ui/snapshot/opensnapshotpage.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrent>

namespace liaison::app {
namespace {

/// Beside the profiles, and apart for the demo: trying it changes nothing of the real console.
QString settingsFile(const Arguments &arguments)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           (arguments.demo ? QStringLiteral("/liaison/console-demo.ini") : QStringLiteral("/liaison/console.ini"));
}

QString campusOf(const Arguments &arguments)
{
    if (!arguments.demo)
        return {};
    return arguments.demo->isEmpty() ? QStringLiteral("small") : *arguments.demo;
}

constexpr QLatin1String snapshotVariable("LIAISON_SNAPSHOT");
constexpr QLatin1String lastProfileKey("session/profile");

} // namespace

Session::Session(Arguments arguments, Environment environment, ui::ThemeHolder &theme, ui::Language &language,
                 ui::Theme desktop, Tokens *tokens, QObject *parent)
    : QObject(parent)
    , m_started(std::move(arguments))
    , m_own(m_started)
    , m_hasOwn(!m_started.demo)
    , m_ownEnvironment(std::move(environment))
    , m_environment(m_ownEnvironment)
    , m_ownServers(m_ownEnvironment)
    , m_theme(theme)
    , m_language(language)
    , m_desktop(desktop)
    , m_tokens(tokens)
{
    if (!m_tokens)
        return;
    const QString file = m_started.config.isEmpty()
                             ? m_ownEnvironment(QStringLiteral("LIAISON_CONFIG")).value_or(QString())
                             : m_started.config;
    const bool named = !m_started.demo && file.isEmpty();
    m_profiles = std::make_unique<ProfilesService>(m_ownEnvironment, *m_tokens, named ? m_started.profile : QString());
    // Later: the button that was pressed belongs to the window that goes.
    connect(m_profiles.get(), &ProfilesService::openRequested, this, &Session::openProfile, Qt::QueuedConnection);
    connect(m_profiles.get(), &ProfilesService::saved, this, &Session::profileSaved, Qt::QueuedConnection);
    // The window stays: its page says that the token was kept, and a plan may be half ticked.
    connect(
        m_profiles.get(), &ProfilesService::tokenKept, this,
        [this](const QString &name) {
            if (m_backend && name == m_profiles->current() && !name.isEmpty())
                m_backend->renew();
        },
        Qt::QueuedConnection);
}

Session::~Session() = default;

void Session::start()
{
    if (const bool bare = nothingSaysWhere(); bare && !lastProfile().isEmpty()) { // where one left off
        m_own.profile = lastProfile();
        m_profiles->setCurrent(m_own.profile);
        m_environment = m_ownServers = m_profiles->environmentFor(m_own.profile);
        open(m_own, false);
    } else if (bare) {
        makeAssistant();
    } else {
        open(m_started, false);
    }
    if (const auto asked = text::languageFrom(m_started.lang))
        m_language.set(*asked); // asked for this once
}

void Session::save() const
{
    if (!m_window)
        return;
    QSettings settings(settingsFile(m_arguments), QSettings::IniFormat);
    m_window->save(settings);
    if (m_profiles && !m_arguments.demo && !m_profiles->current().isEmpty())
        settings.setValue(lastProfileKey, m_profiles->current());
}

QString Session::lastProfile() const
{
    const QString name = QSettings(settingsFile({}), QSettings::IniFormat).value(lastProfileKey).toString();
    const ProfileFolders folders = profileFolders(m_ownEnvironment);
    const bool there = isProfileName(name) && (QFile::exists(folders.user + u'/' + name + u".json") ||
                                               QFile::exists(folders.machine + u'/' + name + u".json"));
    return there ? name : QString();
}

void Session::open(const Arguments &arguments, bool keepLook)
{
    auto backend = std::make_unique<BackendService>([arguments, environment = m_environment, tokens = m_tokens] {
        return Context::open(arguments, environment, tokens);
    });
    connect(backend.get(), &ui::Backend::applied, this, &Session::afterRun, Qt::QueuedConnection);
    connect(backend.get(), &ui::Backend::applyFailed, this, &Session::afterRun, Qt::QueuedConnection);
    if (m_tokens)
        backend->keepIn(m_tokens, [tokens = m_tokens] { tokens->cancelAll(); });
    if (m_profiles) {
        backend->setGate([profiles = m_profiles.get(), environment = m_environment](const Context &context,
                                                                                    const net::CancelToken &cancel) {
            return context.asksAgain() ? profiles->provenPresence(context.profile(), environment, cancel)
                                       : Result<void>();
        });
    }
    auto window = std::make_unique<ui::MainWindow>(ui::Context{*backend, m_theme, m_language});
    ui::addAllPages(*window);
    if (m_profiles)
        window->setProfiles(*m_profiles);
    window->addPage(ui::pages::OpenSnapshot, [this](const ui::Context &context) -> ui::Page * {
        auto *page = new ui::OpenSnapshotPage(context);
        connect(page, &ui::OpenSnapshotPage::wanted, this, &Session::openSnapshot);
        connect(this, &Session::snapshotFailed, page, &ui::OpenSnapshotPage::failed);
        return page;
    });
    window->setSystemTheme(m_desktop);
    QSettings settings(settingsFile(arguments), QSettings::IniFormat);
    const text::Language spoken = m_language.current();
    if (keepLook && m_window)
        m_window->save(settings); // the same size, theme and language, whatever a demo left long ago
    window->restore(settings);
    if (keepLook)
        m_language.set(spoken); // also that of an assistant without a window behind it
    window->training().offer(m_fromFile ? QStringLiteral("published") : campusOf(arguments),
                             m_fromFile || (m_hasOwn && arguments.demo));
    // Later: the button that was pressed belongs to the window that goes.
    connect(&window->training(), &ui::Training::chosen, this, &Session::change, Qt::QueuedConnection);
    connect(&window->training(), &ui::Training::assistantAsked, this, &Session::connectServers, Qt::QueuedConnection);
    connect(window.get(), &ui::MainWindow::connectRequested, this, &Session::connectServers, Qt::QueuedConnection);
    window->show();
    m_arguments = arguments;
    m_window = std::move(window);
    m_backend = std::move(backend);
    m_backend->refresh();
    Q_EMIT opened();
}

void Session::change(const QString &campus)
{
    if (campus == m_window->training().current())
        return; // pressed twice
    if (m_backend->isApplying())
        return m_window->training().refuse();
    save();
    m_environment = campus.isEmpty() ? m_ownServers : m_ownEnvironment;
    m_fromFile = false;
    Arguments next = m_own;
    if (!campus.isEmpty())
        next.demo = campus;
    if (m_profiles)
        m_profiles->setCurrent(campus.isEmpty() ? m_own.profile : QString());
    // The old window leaves when the new one is shown, so that the program does not end between the two; it needs its
    // backend until then.
    open(next, true);
}

void Session::openProfile(const QString &name)
{
    if (m_backend && m_backend->isApplying())
        return m_profiles->refuse();
    save();
    m_environment = m_ownServers = m_profiles->environmentFor(name);
    m_openLater.clear();
    m_fromFile = false;
    m_own = m_started;
    m_own.demo.reset();
    m_own.config.clear();
    m_own.profile = name;
    m_hasOwn = true;
    m_profiles->setCurrent(name);
    open(m_own, true);
    m_assistant.reset(); // after the window is there, so that the program does not end between the two
}

/// What was changed of the profile that is open counts at once, or after the run that is under way.
void Session::profileSaved(const QString &name)
{
    if (!m_backend || name.isEmpty() || name != m_profiles->current())
        return;
    if (!m_backend->isApplying())
        openProfile(name);
    else if (name == m_arguments.profile)
        m_backend->renew(); // the reading after the run is of what was saved; the run's outcome stays on screen
    else
        m_openLater = name; // it has another name since
}

void Session::afterRun()
{
    if (!m_openLater.isEmpty() && !m_backend->isApplying())
        openProfile(std::exchange(m_openLater, {}));
}

/// Said where it was asked for, and in the window that applies.
void Session::refuse()
{
    m_window->training().refuse();
    if (m_assistant)
        m_assistant->refuse();
}

bool Session::nothingSaysWhere() const
{
    return m_tokens && !namesServers(m_started, m_ownEnvironment);
}

void Session::makeAssistant()
{
    const bool first = !m_window;
    m_assistant = std::make_unique<ui::AssistantWindow>(std::make_unique<ConnectorService>(m_ownEnvironment, *m_tokens),
                                                        m_theme, m_language, !first);
    const auto withProfile = [this](const QString &name) {
        if (m_backend && m_backend->isApplying())
            return refuse();
        openProfile(name);
    };
    // Later: the button that was pressed belongs to the window that goes.
    connect(m_assistant.get(), &ui::AssistantWindow::profileChosen, this, withProfile, Qt::QueuedConnection);
    connect(
        m_assistant.get(), &ui::AssistantWindow::demoChosen, this,
        [this] {
            if (m_window) {
                if (m_backend->isApplying())
                    return refuse();
                change(QStringLiteral("small"));
                m_window->activateWindow(); // also where it was there already
                m_assistant.reset();
                return;
            }
            m_hasOwn = false; // there is nothing to go back to
            Arguments next = m_started;
            next.demo = QStringLiteral("small");
            open(next, true);
            m_assistant.reset();
        },
        Qt::QueuedConnection);
    if (!first) {
        m_assistant->show();
        Q_EMIT assistantOpened();
        return;
    }
    // The only profile is the one that is meant; else somebody chooses.
    auto *once = new QObject(m_assistant.get());
    connect(&m_assistant->connector(), &ui::Connector::profilesListed, once,
            [this, once, withProfile](const QList<ui::Connector::Kept> &profiles) {
                once->deleteLater();
                if (profiles.size() == 1 && profiles.front().readable) {
                    QMetaObject::invokeMethod(
                        this, [withProfile, name = profiles.front().name] { withProfile(name); }, Qt::QueuedConnection);
                    return;
                }
                m_assistant->show();
                m_assistant->activateWindow();
                Q_EMIT assistantOpened();
            });
}

void Session::connectServers()
{
    if (!m_tokens)
        return;
    if (!m_assistant || !m_assistant->isVisible())
        makeAssistant();
    m_assistant->activateWindow();
    m_assistant->raise();
}

void Session::openSnapshot(const QString &file, const QString &key)
{
    if (m_backend->isApplying()) {
        m_window->training().refuse();
        Q_EMIT snapshotFailed({ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
        return;
    }
    auto *tried = new QFutureWatcher<std::optional<Error>>(this);
    connect(tried, &QFutureWatcherBase::finished, this, [this, tried, file, key] {
        tried->deleteLater();
        if (const auto trouble = tried->result())
            Q_EMIT snapshotFailed(*trouble);
        else
            showSnapshot(file, key);
    });
    tried->setFuture(QtConcurrent::run([file, key]() -> std::optional<Error> {
        const auto typed = snapfile::SnapshotKey::fromText(key);
        if (!typed)
            return typed.error();
        const auto opened = snapfile::CampusFile::open(file, *typed);
        return opened ? std::nullopt : std::optional(opened.error());
    }));
}

void Session::showSnapshot(const QString &file, const QString &key)
{
    if (m_backend->isApplying()) { // since it was tried
        m_window->training().refuse();
        Q_EMIT snapshotFailed({ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
        return;
    }
    save();
    // As if the program had been started with these: nothing of the servers before can be reached from there.
    m_environment = [file, key, own = m_ownEnvironment](const QString &name) -> std::optional<QString> {
        if (name == snapshotVariable)
            return file;
        if (name == u"LIAISON_SNAPSHOT_KEY")
            return key;
        return name == u"LIAISON_STORE" ? own(name) : std::nullopt;
    };
    m_fromFile = true;
    Arguments next = m_started;
    next.demo.reset();
    next.profile.clear();
    next.config.clear();
    if (m_profiles)
        m_profiles->setCurrent({});
    open(next, true);
}

} // namespace liaison::app
