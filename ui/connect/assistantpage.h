#pragma once

#include "ui/connect/fitscroll.h"
#include "ui/connect/step.h"
#include "ui/connect/steprail.h"

namespace liaison::ui {

/// The assistant: its steps, one at a time, and the keys that lead through them. Enter goes on, Escape cancels what is
/// asked or goes back.
class AssistantPage : public QWidget
{
    Q_OBJECT

public:
    AssistantPage(Connector &connector, Language &language, QWidget *parent = nullptr);
    ~AssistantPage() override;

    /// From the first step; with what a profile file says.
    void begin();
    void begin(const Connector::Imported &imported);
    [[nodiscard]] Step *current() const;
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] Button *continueButton() const { return m_continue; }
    [[nodiscard]] Button *backButton() const { return m_back; }
    void goOn();
    void goBack();

Q_SIGNALS:
    void left(); ///< back from the first step
    void finished(const QString &profile);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showStep(int index);
    void showRail();
    void showBusy();
    void retranslate();
    void copySheet();
    void saveSheet();

    Connector &m_connector;
    Language &m_language;
    Draft m_draft;
    std::vector<Step *> m_steps;
    int m_index = 0;
    QString m_asking;

    QWidget *m_side;
    StepRail *m_rail;
    Label *m_where, *m_progress, *m_done;
    MarkLabel *m_running;
    QWidget *m_holder;
    FitScroll *m_scroll;
    QVBoxLayout *m_holderLayout;
    Button *m_back, *m_cancel, *m_continue, *m_copy, *m_save;
};

} // namespace liaison::ui
