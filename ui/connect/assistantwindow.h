#pragma once

#include "ui/base/currentstack.h"
#include "ui/base/languagebutton.h"
#include "ui/connect/assistantpage.h"
#include "ui/connect/welcomepage.h"

#include <QMainWindow>

namespace liaison::ui {

/// The window of the first start, and of "Connect to servers..." from a console: welcome, then the assistant.
class AssistantWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `behind`: a console is open, to which Escape on the welcome page leads back. The connector belongs to the
    /// window.
    AssistantWindow(std::unique_ptr<Connector> connector, ThemeHolder &theme, Language &language, bool behind);
    ~AssistantWindow() override;

    [[nodiscard]] WelcomePage *welcome() const { return m_welcome; }
    [[nodiscard]] AssistantPage *assistant() const { return m_assistant; }
    [[nodiscard]] Connector &connector() { return *m_connector; }
    /// Past the welcome page.
    void startAssistant();
    /// What was chosen is not opened: a plan is being applied in the window behind.
    void refuse();

Q_SIGNALS:
    void demoChosen();
    /// A profile was made, or one that was there chosen.
    void profileChosen(const QString &name);

private:
    void retranslate();
    void showWelcome();
    void addZoom();

protected:
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<Connector> m_connector;
    ThemeHolder &m_theme;
    Language &m_language;
    bool m_behind;
    Label *m_refused;
    LanguageButton *m_languageButton;
    QStackedWidget *m_stack;
    QWidget *m_welcomeFrame;
    WelcomePage *m_welcome;
    AssistantPage *m_assistant;
};

} // namespace liaison::ui
