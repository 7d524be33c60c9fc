#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/plan/planmodel.h"

#include <QLineEdit>
#include <QPersistentModelIndex>

namespace liaison::ui {

/// About the current row of the plan: its cause, or the rule that holds it with what lifting it means and the one way
/// to do so (release a person or a room, type the number of a threshold).
class RulePanel : public QWidget
{
    Q_OBJECT

public:
    explicit RulePanel(PlanModel *model, QWidget *parent = nullptr);

    void setRow(const QModelIndex &index);
    /// About something that is no row of the plan: a finding, a room that is not known. Empty title: nothing.
    void showText(const QString &title, const QString &text);
    void setLanguage(text::Language language);
    void retranslate();
    /// Does the row's action; for a threshold, puts the keyboard into its field.
    void act();
    [[nodiscard]] QLineEdit *number() const { return m_number; }
    [[nodiscard]] Button *action() const { return m_action; }

private:
    void sync();
    void press();

    PlanModel *m_model;
    QPersistentModelIndex m_row;
    text::Language m_language = text::Language::English;
    IconLabel *m_icon;
    Label *m_title, *m_text, *m_ask;
    QLineEdit *m_number;
    Button *m_action;
};

} // namespace liaison::ui
