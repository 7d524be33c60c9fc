#include "app/session.h"

#include "ui/base/language.h"
#include "ui/shell/allpages.h"

#include <QSettings>
#include <QStandardPaths>

namespace liaison::app {
namespace {

constexpr QLatin1String lastProfileKey("session/profile");

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

} // namespace

Session::Session(Arguments arguments, Environment environment, ui::ThemeHolder &theme, ui::Language &language,
                 ui::Theme desktop, Tokens *tokens, QObject *parent)
    : QObject(parent)
    , m_started(std::move(arguments))
    , m_own(m_started)
    , m_hasOwn(!m_started.demo)
    , m_environment(std::move(environment))
    , m_theme(theme)
    , m_language(language)
    , m_desktop(desktop)
    , m_tokens(tokens)
{
    if (!m_tokens)
        return;
    const QString file = m_started.config.isEmpty()
                             ? m_environment(QStringLiteral("LIAISON_CONFIG")).value_or(QString())
                             : m_started.config;
    const bool named = !m_started.demo && file.isEmpty();
    m_profiles = std::make_unique<ProfilesService>(m_environment, *m_tokens, named ? m_started.profile : QString());
    // Later: the button that was pressed belongs to the window that goes.
    connect(m_profiles.get(), &ProfilesService::openRequested, this, &Session::openProfile, Qt::QueuedConnection);
    // What was changed of the profile that is open counts at once.
    const auto reopen = [this](const QString &name) {
        if (name == m_profiles->current() && !m_backend->isApplying())
            openProfile(name);
    };
    connect(m_profiles.get(), &ProfilesService::saved, this, reopen, Qt::QueuedConnection);
    connect(m_profiles.get(), &ProfilesService::tokenKept, this, reopen, Qt::QueuedConnection);
}

Session::~Session() = default;

/// Neither a demo, a file, a profile nor servers in the environment.
bool Session::nothingGiven() const
{
    const auto given = [this](const char *name) {
        return !m_environment(QString::fromLatin1(name)).value_or(QString()).isEmpty();
    };
    return m_tokens && !m_started.demo && m_started.config.isEmpty() && m_started.profile.isEmpty() &&
           !given("LIAISON_CONFIG") && !given("LIAISON_MOODLE_URL") && !given("LIAISON_MOODLE_URL_FILE");
}

void Session::start()
{
    if (nothingGiven()) { // where one left off
        m_own.profile = QSettings(settingsFile(m_started), QSettings::IniFormat).value(lastProfileKey).toString();
        m_profiles->setCurrent(m_own.profile);
    }
    open(m_own, false);
    if (const auto asked = text::languageFrom(m_started.lang))
        m_language.set(*asked); // asked for this once
}

void Session::save() const
{
    QSettings settings(settingsFile(m_arguments), QSettings::IniFormat);
    m_window->save(settings);
    if (m_profiles && !m_arguments.demo && !m_profiles->current().isEmpty())
        settings.setValue(lastProfileKey, m_profiles->current());
}

void Session::open(const Arguments &arguments, bool keepLook)
{
    const Environment environment = m_profiles ? m_profiles->environmentFor(arguments.profile) : m_environment;
    auto backend = std::make_unique<BackendService>(
        [arguments, environment, tokens = m_tokens] { return Context::open(arguments, environment, tokens); });
    if (m_profiles) {
        backend->setGate([profiles = m_profiles.get()](const Context &context, const net::CancelToken &cancel) {
            return context.asksAgain() ? profiles->provenPresence(context.profile(), cancel) : Result<void>();
        });
    }
    auto window = std::make_unique<ui::MainWindow>(ui::Context{*backend, m_theme, m_language});
    ui::addAllPages(*window);
    if (m_profiles)
        window->setProfiles(*m_profiles);
    window->setSystemTheme(m_desktop);
    QSettings settings(settingsFile(arguments), QSettings::IniFormat);
    if (keepLook)
        m_window->save(settings); // the same size, theme and language, whatever a demo left long ago
    window->restore(settings);
    window->training().offer(campusOf(arguments), m_hasOwn && arguments.demo);
    // Later: the button that was pressed belongs to the window that goes.
    connect(&window->training(), &ui::Training::chosen, this, &Session::change, Qt::QueuedConnection);
    window->show();
    m_arguments = arguments;
    m_window = std::move(window);
    m_backend = std::move(backend);
    m_backend->refresh();
    Q_EMIT opened();
}

void Session::change(const QString &campus)
{
    if (campus == campusOf(m_arguments))
        return; // pressed twice
    if (m_backend->isApplying())
        return m_window->training().refuse();
    save();
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
    if (m_backend->isApplying())
        return m_profiles->refuse();
    save();
    m_own = m_started;
    m_own.demo.reset();
    m_own.config.clear();
    m_own.profile = name;
    m_hasOwn = true;
    m_profiles->setCurrent(name);
    open(m_own, true);
}

} // namespace liaison::app
