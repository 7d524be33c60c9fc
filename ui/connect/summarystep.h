#pragma once

#include "ui/connect/step.h"

namespace liaison::ui {

class ServerCard;

/// What was saved, and what the doctor finds on both servers. The console can be opened without waiting for it.
class SummaryStep : public Step
{
    Q_OBJECT

public:
    SummaryStep(Connector &connector, Language &language, Draft &draft, QWidget *parent = nullptr);

    void enter() override;
    void submit() override;
    void failed(const Error &error) override;
    void retranslate() override;
    QWidget *initialFocus() override { return nullptr; }
    [[nodiscard]] QString continueText() const override;

private:
    void examine();
    void showFound();

    StatePanel *m_examining;
    QWidget *m_found;
    QVBoxLayout *m_cards;
    Connector::DiagnosisPtr m_diagnosis;
    bool m_waiting = false;
};

} // namespace liaison::ui
