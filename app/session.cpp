#include "app/session.h"

#include "ui/base/language.h"
#include "ui/shell/allpages.h"

#include <QSettings>
#include <QStandardPaths>

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

} // namespace

Session::Session(Arguments arguments, Environment environment, ui::ThemeHolder &theme, ui::Language &language,
                 ui::Theme desktop, secrets::SecretStore *tokens, QObject *parent)
    : QObject(parent)
    , m_started(std::move(arguments))
    , m_environment(std::move(environment))
    , m_theme(theme)
    , m_language(language)
    , m_desktop(desktop)
    , m_tokens(tokens)
{
}

Session::~Session() = default;

void Session::start()
{
    open(m_started, false);
    if (const auto asked = text::languageFrom(m_started.lang))
        m_language.set(*asked); // asked for this once
}

void Session::save() const
{
    QSettings settings(settingsFile(m_arguments), QSettings::IniFormat);
    m_window->save(settings);
}

void Session::open(const Arguments &arguments, bool keepLook)
{
    auto backend = std::make_unique<BackendService>([arguments, environment = m_environment, tokens = m_tokens] {
        return Context::open(arguments, environment, tokens);
    });
    backend->keepIn(m_tokens);
    auto window = std::make_unique<ui::MainWindow>(ui::Context{*backend, m_theme, m_language});
    ui::addAllPages(*window);
    window->setSystemTheme(m_desktop);
    QSettings settings(settingsFile(arguments), QSettings::IniFormat);
    if (keepLook)
        m_window->save(settings); // the same size, theme and language, whatever a demo left long ago
    window->restore(settings);
    window->training().offer(campusOf(arguments), !m_started.demo && arguments.demo);
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
    Arguments next = m_started;
    if (!campus.isEmpty())
        next.demo = campus;
    // The old window leaves when the new one is shown, so that the program does not end between the two; it needs its
    // backend until then.
    open(next, true);
}

} // namespace liaison::app
