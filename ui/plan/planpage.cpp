#include "ui/plan/planpage.h"

#include "ui/base/currentstack.h"

#include "core/reconcile/planjson.h"
#include "core/run/runsteps.h"

#include <QDateTime>
#include <QFileDialog>
#include <QKeyEvent>
#include <QSaveFile>
#include <QShortcut>

namespace liaison::ui {
namespace {

Instant now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace

Result<void> savePlan(const Plan &plan, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = planToJson(plan);
    const bool opened = file.open(QIODevice::WriteOnly);
    // It names people: closed to others before the first byte.
    if (!opened || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    return {};
}

PlanPage::PlanPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_stack(new CurrentStack(this))
    , m_waiting(new StatePanel(StatePanel::Kind::Loading, StatePanel::Shape::Centred, this))
    , m_failed(new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Centred, this))
    , m_review(new ReviewView(this))
    , m_apply(new ApplyView(this))
    , m_result(new ResultView(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_stack);
    for (QWidget *view : std::initializer_list<QWidget *>{m_waiting, m_review, m_apply, m_result, m_failed})
        m_stack->addWidget(view);

    Backend &backend = context.backend;
    connect(&backend, &Backend::planReady, this, &PlanPage::planReady);
    connect(&backend, &Backend::undoReady, this, &PlanPage::undoReady);
    connect(&backend, &Backend::undoFailed, this, &PlanPage::undoFailed);
    connect(&backend, &Backend::stepDone, this, [this](const StepResult &step) {
        if (m_stage == Stage::Applying)
            m_apply->settle(step);
    });
    connect(&backend, &Backend::progress, this, [this](const Progress &progress) {
        if (progress.stage == u"waiting")
            m_apply->setWait(progress.seconds);
        else if (m_stage == Stage::Applying)
            m_apply->setProgress(progress);
        else if (m_stage == Stage::Waiting)
            m_waiting->setProgress(progress.done, progress.total);
    });
    connect(&backend, &Backend::requestCount, this, [this](int n) { m_apply->setRequestCount(n); });
    connect(&backend, &Backend::applied, this, &PlanPage::applied);
    connect(&backend, &Backend::applyFailed, this, &PlanPage::applyFailed);
    connect(m_apply, &ApplyView::stopWanted, this, [this] { this->context().backend.cancel(); });
    connect(m_apply, &ApplyView::pauseWanted, this, [this](bool paused) { this->context().backend.pause(paused); });
    connect(m_apply, &ApplyView::announced, this, &Page::announced);
    connect(m_review, &ReviewView::classesWanted, this, &PlanPage::askAgain);
    connect(m_review, &ReviewView::planAgainWanted, this, &PlanPage::again);
    connect(m_review, &ReviewView::applyWanted, this, &PlanPage::apply);
    connect(m_review, &ReviewView::saveWanted, this, &PlanPage::saveAs);
    connect(m_result, &ResultView::retryWanted, this, &PlanPage::preparePlan);
    connect(m_result, &ResultView::newPlanWanted, this, [this] { preparePlan(m_links); });
    connect(m_result, &ResultView::journalWanted, this,
            [this](const QString &run) { Q_EMIT openPage(pages::Journal, run); });
    // Not the key event of the field that happens to hold the keyboard: the chord works from anywhere in the page.
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *chord = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        chord->setContext(Qt::WidgetWithChildrenShortcut);
        connect(chord, &QShortcut::activated, this, [this] {
            if (m_stage != Stage::Review)
                return;
            if (m_review->ready())
                apply();
            else
                m_review->askForConfirmation();
        });
    }
    showStage(Stage::Waiting);
    retranslate();
}

void PlanPage::preparePlan(const std::vector<LinkKey> &links)
{
    if (m_stage == Stage::Applying)
        return;
    if (links != m_links || m_stage == Stage::Result || !m_undone.isEmpty())
        m_review->model()->clear(); // decisions about another plan do not carry over
    m_undone.clear();
    m_links = links;
    showStage(Stage::Waiting);
    m_awaiting = true;
    context().backend.plan(m_links, m_classes);
}

void PlanPage::prepareUndo(const QString &run)
{
    if (m_stage == Stage::Applying)
        return;
    if (run != m_undone || m_stage == Stage::Result)
        m_review->model()->clear();
    m_undone = run;
    showStage(Stage::Waiting);
    m_awaiting = true;
    context().backend.undo(run);
}

void PlanPage::again()
{
    if (m_undone.isEmpty())
        askAgain(m_classes);
    else
        prepareUndo(m_undone);
}

void PlanPage::resumeRun(const QString &run, const std::vector<store::RunStep> &steps)
{
    if (m_stage == Stage::Applying || !m_view || m_view->readOnly)
        return;
    m_chosen.clear();
    for (const store::RunStep &step : steps)
        m_chosen.push_back(stepOf(step));
    m_said = {};
    for (const Step &step : m_chosen) // of the whole run, as the result counts it
        m_said.messages += noiseOf(step.change).messages;
    startApplying();
    for (const store::RunStep &step : steps) {
        if (step.outcome && *step.outcome != Outcome::Skipped)
            m_apply->settle({step.id, *step.outcome, step.detail});
    }
    context().backend.resume(run);
}

void PlanPage::startApplying()
{
    m_from = now();
    m_apply->setNames(m_names);
    m_apply->start(m_chosen,
                   m_view->production ? Environment::Production
                   : m_view->demo     ? Environment::Sandbox
                                      : Environment::Test,
                   m_view->profileName, m_from);
    showStage(Stage::Applying);
}

void PlanPage::askAgain(const std::vector<ChangeClass> &classes)
{
    if (m_stage != Stage::Review || m_awaiting)
        return; // one plan at a time: the answer does not say what was asked
    m_classes = classes;
    m_awaiting = true;
    m_review->setBusy(true);
    context().backend.plan(m_links, m_classes);
}

void PlanPage::planReady(const Backend::PlanPtr &plan)
{
    if (!plan || !m_undone.isEmpty() || (!m_awaiting && m_stage != Stage::Waiting))
        return;
    m_classes = plan->classes;
    m_review->setUndone({}, {});
    showPlan(plan);
}

void PlanPage::undoReady(const Backend::UndoPtr &undo)
{
    if (!undo || m_undone.isEmpty() || !m_awaiting)
        return;
    m_review->setUndone(m_undone, undo->left);
    showPlan(Backend::PlanPtr(undo, &undo->plan));
}

void PlanPage::undoFailed(const Error &error)
{
    if (m_undone.isEmpty() || !m_awaiting)
        return;
    m_awaiting = false;
    m_error = error;
    showStage(Stage::Failed);
    retranslate();
}

void PlanPage::showPlan(const Backend::PlanPtr &plan)
{
    m_awaiting = false;
    m_review->pane()->confirm()->clearNumber(); // it confirmed another plan, perhaps of the same size
    m_review->setPlan(plan, now());
    m_review->setBusy(false);
    if (m_stage != Stage::Review) {
        showStage(Stage::Review);
        if (isVisible())
            m_review->tree()->setFocus();
    }
}

void PlanPage::apply()
{
    if (!m_review->ready() || m_awaiting || !m_view || m_view->readOnly)
        return;
    const Ticks &ticks = m_review->model()->ticks();
    m_chosen = ticks.chosen();
    m_said = ticks.toll().noise;
    const Decisions decisions = ticks.decisions(m_view->production);
    startApplying();
    context().backend.apply(ticks.plan(), decisions);
}

void PlanPage::applied(const Backend::ResultPtr &result)
{
    if (m_stage != Stage::Applying || !result)
        return;
    m_apply->finish();
    m_result->setNames(m_names);
    m_result->setResult(*result, m_chosen, m_from, now(), m_said);
    m_review->pane()->confirm()->clearNumber();
    showStage(Stage::Result);
    m_result->list()->table()->setFocus();
    if (result->journalTrouble) // done, and not written down: worth more than the sum
        Q_EMIT complained(text::error(*result->journalTrouble, language()).sentence);
    else
        Q_EMIT announced(m_result->equationText());
}

void PlanPage::applyFailed(const Error &error)
{
    if (m_stage != Stage::Applying)
        return;
    m_apply->finish();
    m_review->pane()->confirm()->clearNumber(); // it confirmed one try
    m_error = error;
    showStage(Stage::Failed);
    retranslate();
}

void PlanPage::showStage(Stage stage)
{
    m_stage = stage;
    QWidget *views[] = {m_waiting, m_review, m_apply, m_result, m_failed};
    m_stack->setCurrentWidget(views[static_cast<int>(stage)]);
}

void PlanPage::back()
{
    switch (m_stage) {
    case Stage::Failed:
        if (m_review->model()->ticks().plan()) {
            showStage(Stage::Review);
            m_review->tree()->setFocus();
        } else {
            Q_EMIT openPage(pages::Courses, QString());
        }
        break;
    case Stage::Applying:
        break; // only the stop button stops
    case Stage::Waiting:
    case Stage::Review:
    case Stage::Result:
        Q_EMIT openPage(pages::Courses, QString());
    }
}

void PlanPage::saveAs()
{
    const std::shared_ptr<const Plan> plan = m_review->model()->ticks().plan();
    if (!plan)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the plan"), QStringLiteral("plan.json"), tr("Plans (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan](const QString &path) {
        const Result<void> saved = savePlan(*plan, path);
        if (saved)
            Q_EMIT announced(tr("Plan saved: %1").arg(path));
        else
            Q_EMIT complained(text::error(saved.error(), language()).sentence);
    });
    dialog->open();
}

void PlanPage::setView(Backend::View view)
{
    m_view = std::move(view);
    m_names = Names(m_view);
    m_review->setView(m_view, m_names);
    m_apply->setNames(m_names);
    m_result->setNames(m_names);
}

/// A plan that waits for a reading which failed will not come.
void PlanPage::setError(const Error &error)
{
    if (m_stage != Stage::Waiting)
        return;
    m_error = error;
    showStage(Stage::Failed);
    retranslate();
}

void PlanPage::setFilter(const QString &filter)
{
    m_review->filter()->setText(filter);
}

QWidget *PlanPage::initialFocus()
{
    switch (m_stage) {
    case Stage::Review:
        return m_review->tree();
    case Stage::Applying:
        return m_apply->stop();
    case Stage::Result:
        return m_result->list()->table();
    case Stage::Waiting:
    case Stage::Failed:
        break;
    }
    return nullptr;
}

QLineEdit *PlanPage::filterField()
{
    return m_stage == Stage::Review ? m_review->filter() : nullptr;
}

QList<QWidget *> PlanPage::zones()
{
    switch (m_stage) {
    case Stage::Review:
        return m_review->zones();
    case Stage::Applying:
        return {m_apply->pause(), m_apply->stop(), m_apply->table()};
    case Stage::Result:
        return {m_result->list()->chips()->chip(OutcomeList::ToSee), m_result->list()->table(), m_result->retry()};
    case Stage::Waiting:
    case Stage::Failed:
        break;
    }
    return {};
}

void PlanPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        back();
    else
        Page::keyPressEvent(event);
}

void PlanPage::retranslate()
{
    m_waiting->setTexts(tr("The plan is being made"), tr("Nothing is written: the plan only compares what was read."));
    m_review->setLanguage(language());
    m_apply->setLanguage(language());
    m_result->setLanguage(language());
    if (m_error) {
        m_failed->setError(*m_error, language());
        m_failed->setDetail(tr("Nothing was written."));
    }
    m_failed->clearActions();
    connect(m_failed->addAction(tr("Back to the plan"), Button::Kind::Primary), &QPushButton::clicked, this,
            &PlanPage::back);
    connect(m_failed->addAction(tr("Make the plan again")), &QPushButton::clicked, this,
            [this] { m_undone.isEmpty() ? preparePlan(m_links) : prepareUndo(m_undone); });
}

} // namespace liaison::ui
