#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/statepanel.h"
#include "ui/base/table.h"
#include "ui/plan/historymodel.h"

#include <QStackedWidget>

namespace liaison::ui {

/// The history of one room or one person over all runs, in place of the list of runs. Says what is wanted; the page
/// asks the backend.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    /// Shown as being read until setSteps().
    void ask(const store::HistoryOf &of);
    void clear();
    [[nodiscard]] const std::optional<store::HistoryOf> &of() const { return m_of; }
    void setSteps(std::shared_ptr<const std::vector<store::HistoryStep>> steps);
    void setNames(const Names &names);
    void setLanguage(text::Language language);
    void setFilter(const QString &text);
    void retranslate();

    [[nodiscard]] HistoryModel *model() { return &m_model; }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] Button *back() const { return m_back; }
    [[nodiscard]] Button *open() const { return m_open; }
    [[nodiscard]] Label *title() const { return m_title; }
    [[nodiscard]] Label *fact() const { return m_fact; }

Q_SIGNALS:
    void closed();
    void runWanted(const QString &run);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString subject() const;
    void openRun(int row);
    void arrangeColumns();
    void showState();
    void selectAgain(const std::optional<std::pair<QString, QString>> &shown);

    HistoryModel m_model;
    Names m_names;
    std::optional<store::HistoryOf> m_of;
    std::optional<std::pair<QString, QString>> m_shown; ///< run and step of the current row
    bool m_reading = false;
    text::Language m_language = text::Language::English;

    Button *m_back, *m_open;
    Label *m_title, *m_fact;
    QStackedWidget *m_stack;
    TableView *m_table;
    StatePanel *m_panel;
};

} // namespace liaison::ui
