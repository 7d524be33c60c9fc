#pragma once

#include "app/backendservice.h"
#include "app/connectorservice.h"
#include "app/profilesservice.h"
#include "app/tokens.h"
#include "ui/connect/assistantwindow.h"
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
    /// Where nothing says which servers (no argument, no environment): the only profile of this computer, or, where
    /// there is none or a choice, the connection assistant's welcome page. The profile that was open last comes first.
    void start();
    /// Opens the connection assistant beside the window; what it makes takes the window's place.
    void connectServers();
    /// While it is open.
    [[nodiscard]] ui::AssistantWindow *assistant() const { return m_assistant.get(); }
    [[nodiscard]] bool isOpen() const { return m_window != nullptr; }
    /// Neither is there before `opened`.
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Backend &backend() { return *m_backend; }
    /// nullptr where there is no place for tokens.
    [[nodiscard]] ProfilesService *profiles() { return m_profiles.get(); }
    /// The window on this profile, also where it is the one that is open and was changed; refused during a run.
    void openProfile(const QString &name);
    void save() const;
    /// Tries a published snapshot and, where it opens, shows it in a new window's place; else the page that asked says
    /// why. `key` as it was typed; it is kept for this window only.
    void openSnapshot(const QString &file, const QString &key);

Q_SIGNALS:
    void snapshotFailed(const liaison::Error &error);
    /// A new window has taken the place of the one before.
    void opened();
    void assistantOpened();

private:
    [[nodiscard]] bool nothingSaysWhere() const;
    void makeAssistant();
    [[nodiscard]] QString lastProfile() const; ///< where it is still there
    void open(const Arguments &arguments, bool keepLook);
    void showSnapshot(const QString &file, const QString &key);
    void change(const QString &campus);
    void profileSaved(const QString &name);
    void afterRun();
    void refuse();

    const Arguments m_started; ///< what the program was started with
    Arguments m_own;           ///< servers of one's own that were open last: where "back" leads from a demo
    bool m_hasOwn;
    Arguments m_arguments;              ///< of the window that is there
    const Environment m_ownEnvironment; ///< of the program
    Environment m_environment;          ///< of the window that is there
    Environment m_ownServers;           ///< with which m_own is opened
    QString m_openLater;                ///< a profile that was changed while a run was under way
    ui::ThemeHolder &m_theme;
    ui::Language &m_language;
    ui::Theme m_desktop;
    bool m_fromFile = false; ///< a snapshot that was opened from the window
    Tokens *m_tokens;
    std::unique_ptr<ProfilesService> m_profiles; ///< outlives every window
    std::unique_ptr<BackendService> m_backend;
    std::unique_ptr<ui::MainWindow> m_window; ///< leaves before its backend
    std::unique_ptr<ui::AssistantWindow> m_assistant;
};

} // namespace liaison::app
