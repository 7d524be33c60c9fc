#pragma once

#include "ui/base/bits.h"
#include "ui/base/chip.h"
#include "ui/base/table.h"
#include "ui/plan/outcomemodel.h"

#include <QStackedWidget>

namespace liaison::ui {

class PaneSplitter;

/// Chips by outcome, the steps, and beside them what happened to the current one: sentence, remedy, before and after.
class OutcomeList : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeList(QWidget *parent = nullptr);

    /// Shows what has to be looked at first where there is such a thing, else everything.
    void setSteps(std::vector<store::RunStep> steps);
    void setNames(const Names &names);
    void setLanguage(text::Language language);
    void setFilter(const QString &text);
    void retranslate();

    [[nodiscard]] OutcomeModel *model() { return &m_model; }
    [[nodiscard]] const OutcomeModel *model() const { return &m_model; }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] ChipGroup *chips() const { return m_chips; }
    enum ChipId { ToSee, Failed, Stale, Skipped, Done };

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose();
    void showDetail();
    void showCounts();

    OutcomeModel m_model;
    text::Language m_language = text::Language::English;
    ChipGroup *m_chips;
    TableView *m_table;
    QStackedWidget *m_stack;
    PaneSplitter *m_splitter;
    Label *m_empty;
    QWidget *m_pane;
    MarkLabel *m_mark;
    Label *m_title, *m_where, *m_sentence, *m_remedyTitle, *m_remedy;
    KeyValueRow *m_change, *m_room, *m_at;
};

} // namespace liaison::ui
