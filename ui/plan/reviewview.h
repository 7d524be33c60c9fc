#pragma once

#include "core/reconcile/undo.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/panesplitter.h"
#include "ui/base/statepanel.h"
#include "ui/plan/classcards.h"
#include "ui/plan/findingstab.h"
#include "ui/plan/planpane.h"
#include "ui/plan/plantreeview.h"

#include <QStackedWidget>
#include <QTabBar>

namespace liaison::ui {

/// Plan review: cards of classes, the tree of steps with findings and unknown rooms apart, the equation and the
/// confirmation at the right. Knows no backend: it says what a person wants.
class ReviewView : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewView(QWidget *parent = nullptr);

    void setView(std::shared_ptr<const CampusView> view, const Names &names);
    void setPlan(std::shared_ptr<const Plan> plan, Instant madeAt);
    /// The plan takes this run back (empty: it does not), and leaves these of its steps as they are. Classes are not
    /// chosen then: what is to be taken back is.
    void setUndone(const QString &run, const std::vector<NotTakenBack> &left);
    void setLanguage(text::Language language);
    /// The plan is being made again: shown, not to be applied.
    void setBusy(bool busy);
    void retranslate();

    [[nodiscard]] PlanModel *model() { return &m_model; }
    [[nodiscard]] PlanTreeView *tree() const { return m_tree; }
    [[nodiscard]] PlanPane *pane() const { return m_pane; }
    [[nodiscard]] ClassCards *cards() const { return m_cards; }
    [[nodiscard]] FilterField *filter() const { return m_filter; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    /// What an undo leaves as it is, one step a row; its tab is there for an undo only.
    static constexpr int staysTab = 3;
    [[nodiscard]] const FindingsModel &stays() const { return m_stays; }
    [[nodiscard]] TableView *staysTable() const { return m_staysList->table(); }
    [[nodiscard]] bool ready() const { return m_pane->confirm()->ready() && !m_model.isEmpty(); }
    [[nodiscard]] QList<QWidget *> zones() const;
    /// Shows where the number is typed and puts the keyboard there.
    void askForConfirmation();

Q_SIGNALS:
    void classesWanted(const std::vector<liaison::ChangeClass> &classes);
    void planAgainWanted();
    void saveWanted();
    void applyWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTab(int tab);
    void showCounts();
    void showFact();
    [[nodiscard]] QString undoneName() const;
    void arrange();
    void showWords();
    void showSummary();
    [[nodiscard]] bool isLow() const;
    void showMeaning(const FindingsTab &list);

    PlanModel m_model;
    FindingsModel m_findings, m_unknown, m_stays;
    std::shared_ptr<const CampusView> m_view;
    Instant m_madeAt, m_readAt; ///< of the plan; the view may be newer
    QString m_undone;
    std::vector<NotTakenBack> m_left;
    text::Language m_language = text::Language::English;
    bool m_busy = false;

    PageHeader *m_header;
    FilterField *m_filter;
    Button *m_again, *m_save;
    ClassCards *m_cards;
    QTabBar *m_tabs;
    PaneSplitter *m_splitter;
    QWidget *m_cardRow, *m_tabRow, *m_line;
    QStackedWidget *m_lists;
    PlanTreeView *m_tree;
    FindingsTab *m_findingsList, *m_unknownList, *m_staysList;
    StatePanel *m_noMatch;
    QStackedWidget *m_steps;
    PlanPane *m_pane;
};

} // namespace liaison::ui
