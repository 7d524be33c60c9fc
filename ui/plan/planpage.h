#pragma once

#include "ui/base/page.h"
#include "ui/base/statepanel.h"
#include "ui/plan/applyview.h"
#include "ui/plan/resultview.h"
#include "ui/plan/reviewview.h"

#include <QStackedWidget>

namespace liaison::ui {

/// The way of a plan: made, reviewed, confirmed, applied, its result. The shell calls `preparePlan` for planRequested;
/// all else happens in here. Ctrl+Enter applies what is confirmed, Esc leads back.
class PlanPage : public Page
{
    Q_OBJECT

public:
    explicit PlanPage(const Context &context, QWidget *parent = nullptr);

    /// With the classes ticked before, at first the default ones.
    void preparePlan(const std::vector<LinkKey> &links) override;
    void prepareUndo(const QString &run) override;
    void resumeRun(const QString &run, const std::vector<store::RunStep> &steps) override;

    void setView(Backend::View view) override;
    void setError(const Error &error) override;
    void setFilter(const QString &filter) override;
    QWidget *initialFocus() override;
    QLineEdit *filterField() override;
    QList<QWidget *> zones() override;

    enum class Stage { Waiting, Review, Applying, Result, Failed };
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] ReviewView *review() const { return m_review; }
    [[nodiscard]] ApplyView *applying() const { return m_apply; }
    [[nodiscard]] ResultView *result() const { return m_result; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showStage(Stage stage);
    void planReady(const Backend::PlanPtr &plan);
    void undoReady(const Backend::UndoPtr &undo);
    void undoFailed(const Error &error);
    void showPlan(const Backend::PlanPtr &plan);
    void again();
    void startApplying();
    void apply();
    void applied(const Backend::ResultPtr &result);
    void applyFailed(const Error &error);
    void askAgain(const std::vector<ChangeClass> &classes);
    void saveAs();
    void back();

    Stage m_stage = Stage::Waiting;
    Backend::View m_view;
    Names m_names;
    std::vector<LinkKey> m_links;
    QString m_undone; ///< the run that the plan takes back; empty: a plan from the differences
    std::vector<ChangeClass> m_classes = defaultClasses();
    bool m_awaiting = false;
    std::vector<Step> m_chosen;
    Noise m_said;
    Instant m_from;
    std::optional<Error> m_error;

    QStackedWidget *m_stack;
    StatePanel *m_waiting, *m_failed;
    ReviewView *m_review;
    ApplyView *m_apply;
    ResultView *m_result;
};

/// Writes what `liaisonctl plan -o` writes, readable by its owner only (0600). Error: "file-not-writable".
[[nodiscard]] Result<void> savePlan(const Plan &plan, const QString &path);

} // namespace liaison::ui
