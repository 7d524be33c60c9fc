#include "app/session.h"

#include "ui/base/language.h"
#include "ui/shell/allpages.h"
#include "ui/snapshot/opensnapshotpage.h"

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

const QString snapshotVariable = QStringLiteral("LIAISON_SNAPSHOT");

} // namespace

Session::Session(Arguments arguments, Environment environment, ui::ThemeHolder &theme, ui::Language &language,
                 ui::Theme desktop, secrets::SecretStore *tokens, QObject *parent)
    : QObject(parent)
    , m_started(std::move(arguments))
    , m_ownEnvironment(std::move(environment))
    , m_environment(m_ownEnvironment)
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
    window->addPage(ui::pages::OpenSnapshot, [this](const ui::Context &context) -> ui::Page * {
        auto *page = new ui::OpenSnapshotPage(context);
        connect(page, &ui::OpenSnapshotPage::wanted, this, &Session::openSnapshot);
        connect(this, &Session::snapshotFailed, page, &ui::OpenSnapshotPage::failed);
        return page;
    });
    window->setSystemTheme(m_desktop);
    QSettings settings(settingsFile(arguments), QSettings::IniFormat);
    if (keepLook)
        m_window->save(settings); // the same size, theme and language, whatever a demo left long ago
    window->restore(settings);
    window->training().offer(m_fromFile ? QStringLiteral("published") : campusOf(arguments),
                             m_fromFile || (!m_started.demo && arguments.demo));
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
    if (campus == m_window->training().current())
        return; // pressed twice
    if (m_backend->isApplying())
        return m_window->training().refuse();
    save();
    m_environment = m_ownEnvironment;
    m_fromFile = false;
    Arguments next = m_started;
    if (!campus.isEmpty())
        next.demo = campus;
    // The old window leaves when the new one is shown, so that the program does not end between the two; it needs its
    // backend until then.
    open(next, true);
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
    if (m_backend->isApplying())
        return;
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
    open(next, true);
}

} // namespace liaison::app
