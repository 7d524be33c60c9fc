#pragma once

#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/base/panesplitter.h"
#include "ui/base/statepanel.h"
#include "ui/plan/historychoice.h"
#include "ui/plan/historyview.h"
#include "ui/plan/outcomelist.h"
#include "ui/plan/runhead.h"
#include "ui/plan/runstable.h"

#include <QStackedWidget>

namespace liaison::ui {

/// The record: runs, and the steps of the one that is selected. The journal holds ids only; names are joined here from
/// what was observed last.
class JournalPage : public Page
{
    Q_OBJECT

public:
    explicit JournalPage(const Context &context, QWidget *parent = nullptr);

    void setView(Backend::View view) override;
    void setError(const Error &error) override;
    /// A run's id selects that run; historyFilter() shows that history; anything else filters what is shown.
    void setFilter(const QString &filter) override;
    QWidget *initialFocus() override;
    QLineEdit *filterField() override;
    QList<QWidget *> zones() override;

    [[nodiscard]] TableView *runs() const { return m_runs; }
    [[nodiscard]] OutcomeList *steps() const { return m_list; }
    [[nodiscard]] RunsModel *model() { return &m_model; }
    [[nodiscard]] JournalActions *actions() const { return m_head->actions(); }
    [[nodiscard]] Button *check() const { return m_check; }
    [[nodiscard]] Label *checked() const { return m_checked; }
    [[nodiscard]] HistoryView *history() const { return m_history; }
    [[nodiscard]] HistoryChoice *choice() const { return m_choice; }
    [[nodiscard]] bool showsHistory() const { return m_history->of().has_value(); }

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseRun(int row);
    void runReady(const QString &id, const std::vector<store::RunStep> &steps);
    void showState();
    void exportRun();
    void showChecked();
    void showHistory(const store::HistoryOf &of);
    void hideHistory();
    void applyFilter(const QString &text);

    RunsModel m_model;
    Names m_names;
    bool m_seen = false;
    QString m_current; ///< id of the run shown
    QString m_wanted;  ///< id to select once it is in the list
    bool m_readOnly = false;
    std::vector<store::RunStep> m_steps; ///< of the run shown
    std::optional<store::JournalCheck> m_found;

    PageHeader *m_header;
    FilterField *m_filter;
    QStackedWidget *m_stack;
    StatePanel *m_empty;
    PaneSplitter *m_splitter;
    RunsTable *m_runs;
    RunHead *m_head;
    Button *m_check;
    QWidget *m_checkedRow;
    MarkLabel *m_checkedMark;
    Label *m_checked;
    QStackedWidget *m_below;
    StatePanel *m_reading;
    OutcomeList *m_list;
    HistoryView *m_history;
    HistoryChoice *m_choice;
};

} // namespace liaison::ui
