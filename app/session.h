#pragma once

#include "app/backendservice.h"
#include "app/profilesservice.h"
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
            ui::Theme desktop, Tokens *tokens, QObject *parent = nullptr);
    ~Session() override;

    /// Makes the window, as it was left, shows it and reads. With a language asked for on the command line, in that.
    void start();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Backend &backend() { return *m_backend; }
    /// nullptr where there is no place for tokens.
    [[nodiscard]] ProfilesService *profiles() { return m_profiles.get(); }
    void save() const;

Q_SIGNALS:
    /// A new window has taken the place of the one before.
    void opened();

private:
    void open(const Arguments &arguments, bool keepLook);
    void change(const QString &campus);
    /// The window on this profile, also where it is the one that is open and was changed; refused during a run.
    void openProfile(const QString &name);
    [[nodiscard]] bool nothingGiven() const;

    const Arguments m_started; ///< what the program was started with
    Arguments m_own;           ///< servers of one's own that were open last: where "back" leads from a demo
    bool m_hasOwn;
    Arguments m_arguments; ///< of the window that is there
    Environment m_environment;
    ui::ThemeHolder &m_theme;
    ui::Language &m_language;
    ui::Theme m_desktop;
    Tokens *m_tokens;
    std::unique_ptr<ProfilesService> m_profiles; ///< outlives every window
    std::unique_ptr<BackendService> m_backend;
    std::unique_ptr<ui::MainWindow> m_window; ///< leaves before its backend
};

} // namespace liaison::app
