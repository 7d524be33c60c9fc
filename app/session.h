#pragma once

#include "app/backendservice.h"
#include "app/tokens.h"
#include "ui/shell/mainwindow.h"

namespace liaison::app {

/// One window over one profile or demo campus. Another campus is another backend and another window in its place: no
/// page can keep anything of the campus before.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `theme`, `language` and `tokens` outlive it. `desktop`: what the desktop looked like at start.
    Session(Arguments arguments, Environment environment, ui::ThemeHolder &theme, ui::Language &language,
            ui::Theme desktop, secrets::SecretStore *tokens, QObject *parent = nullptr);
    ~Session() override;

    /// Makes the window, as it was left, shows it and reads. With a language asked for on the command line, in that.
    void start();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Backend &backend() { return *m_backend; }
    void save() const;
    /// Tries a published snapshot and, where it opens, shows it in a new window's place; else the page that asked says
    /// why. `key` as it was typed; it is kept for this window only.
    void openSnapshot(const QString &file, const QString &key);

Q_SIGNALS:
    void snapshotFailed(const liaison::Error &error);
    /// A new window has taken the place of the one before.
    void opened();

private:
    void open(const Arguments &arguments, bool keepLook);
    void showSnapshot(const QString &file, const QString &key);
    void change(const QString &campus);

    const Arguments m_started;          ///< what the program was started with: where "back" leads
    Arguments m_arguments;              ///< of the window that is there
    const Environment m_ownEnvironment; ///< of the program
    Environment m_environment;          ///< of the window that is there
    ui::ThemeHolder &m_theme;
    ui::Language &m_language;
    ui::Theme m_desktop;
    bool m_fromFile = false; ///< a snapshot that was opened from the window
    secrets::SecretStore *m_tokens;
    std::unique_ptr<BackendService> m_backend;
    std::unique_ptr<ui::MainWindow> m_window; ///< leaves before its backend
};

} // namespace liaison::app
