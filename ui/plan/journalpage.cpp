#include "ui/plan/journalpage.h"

#include "ui/base/currentstack.h"
#include "ui/base/historyfilter.h"

#include <QFileDialog>
#include <QRegularExpression>

namespace liaison::ui {

JournalPage::JournalPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_header(new PageHeader(this))
    , m_filter(new FilterField(this))
    , m_stack(new CurrentStack(this))
    , m_empty(new StatePanel(StatePanel::Kind::Loading))
    , m_splitter(new PaneSplitter(Qt::Vertical, QStringLiteral("journal"), PaneSplitter::Keeps::List, {124, 240, 0.3}))
    , m_runs(new RunsTable(&m_model))
    , m_below(new CurrentStack)
    , m_reading(new StatePanel(StatePanel::Kind::Loading))
    , m_list(new OutcomeList)
    , m_history(new HistoryView)
    , m_choice(new HistoryChoice(m_filter))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    m_check = new Button(Button::Kind::Quiet, this);
    m_check->setIcon(Icon::Proof);
    m_header->addAction(m_check);
    m_header->addAction(m_filter);
    m_header->setFactMayLeave(true);
    all->addWidget(m_header);
    m_checkedRow = new QWidget(this);
    auto *checked = new QHBoxLayout(m_checkedRow);
    setMetrics(checked, {16, 0, 16, 10}, 8);
    m_checkedMark = new MarkLabel(Mark::Done, language(), 16, m_checkedRow);
    m_checked = new Label(FontRole::Body, Ink::Text, m_checkedRow);
    m_checked->setWordWrap(true);
    checked->addWidget(m_checkedMark, 0, Qt::AlignTop);
    checked->addWidget(m_checked, 1);
    m_checkedRow->hide();
    all->addWidget(m_checkedRow);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    all->addWidget(m_stack, 1);

    auto *under = new QWidget;
    setSurface(under, Surface::Window);
    auto *column = new QVBoxLayout(under);
    setMetrics(column, {}, 0);
    m_head = new RunHead(under);
    column->addWidget(m_head);
    m_below->addWidget(m_list);
    m_below->addWidget(m_reading);
    column->addWidget(m_below, 1);
    m_splitter->setParts(m_runs, under);
    m_splitter->setOneBelow(420);
    connect(m_splitter, &PaneSplitter::arranged, this, [this] {
        m_header->setHidden(m_splitter->isOne() && m_splitter->isPaneShown());
        showChecked();
    });
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_history);

    connect(m_filter, &QLineEdit::textChanged, this, &JournalPage::applyFilter);
    // Later: the field takes the text of what was chosen once this returns.
    connect(
        m_choice, &HistoryChoice::chosen, this,
        [this](const store::HistoryOf &of) {
            m_filter->clear();
            showHistory(of);
        },
        Qt::QueuedConnection);
    connect(m_history, &HistoryView::closed, this, [this] {
        hideHistory();
        if (QWidget *focus = initialFocus())
            focus->setFocus(Qt::OtherFocusReason);
    });
    connect(m_history, &HistoryView::runWanted, this, [this](const QString &run) {
        hideHistory();
        setFilter(run);
        m_runs->setFocus(Qt::OtherFocusReason);
    });
    connect(&context.backend, &Backend::touchedReady, m_choice, &HistoryChoice::setTouched);
    connect(&context.backend, &Backend::historyReady, this,
            [this](const store::HistoryOf &of, const Backend::HistoryPtr &steps) {
                if (m_history->of() == of)
                    m_history->setSteps(steps);
            });
    connect(m_runs, &TableView::currentRowChanged, this, &JournalPage::chooseRun);
    connect(m_runs, &TableView::rowActivated, this, [this](int) {
        if (m_splitter->isOne())
            m_splitter->showPane(true);
        m_list->table()->setFocus();
    });
    connect(&context.backend, &Backend::runReady, this, &JournalPage::runReady);
    connect(m_check, &QPushButton::clicked, this, [this] { this->context().backend.checkJournal(); });
    connect(&context.backend, &Backend::journalChecked, this, [this](const store::JournalCheck &check) {
        m_found = check;
        showChecked();
        const QString said = m_checked->text().section(u'\n', 0, 0);
        if (check.problems.empty())
            Q_EMIT announced(said);
        else
            Q_EMIT complained(said);
    });
    connect(&context.backend, &Backend::journalFailed, this,
            [this](const Error &error) { Q_EMIT complained(text::error(error, language()).sentence); });
    connect(&context.backend, &Backend::exported, this,
            [this](const QString &path) { Q_EMIT announced(tr("Exported: %1").arg(path)); });
    connect(actions()->undo(), &QPushButton::clicked, this, [this] { Q_EMIT undoRequested(m_current); });
    connect(actions()->resume(), &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(m_current, m_steps); });
    connect(actions()->save(), &QPushButton::clicked, this, &JournalPage::exportRun);
    retranslate();
}

void JournalPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_head->setNarrow(width() < tokens(this).px(1080));
    m_runs->arrange(width());
}

void JournalPage::setError(const Error &error)
{
    if (m_seen)
        return;
    m_empty->setError(error, language());
    m_empty->clearActions();
    connect(m_empty->addAction(tr("Open Diagnostics"), Button::Kind::Primary), &QPushButton::clicked, this,
            [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    connect(m_empty->addAction(tr("Read again")), &QPushButton::clicked, this, &Page::refreshRequested);
}

void JournalPage::setView(Backend::View view)
{
    m_seen = true;
    m_readOnly = view->readOnly;
    m_names = Names(view);
    m_list->setNames(m_names);
    m_history->setNames(m_names);
    m_choice->setNames(m_names);
    context().backend.touched();
    if (m_history->of())
        context().backend.history(*m_history->of());
    m_model.setRuns(view->runs);
    showState();
    if (m_model.rowCount() == 0)
        return;
    const int wanted = m_model.rowOf(m_wanted.isEmpty() ? m_current : m_wanted);
    if (!m_wanted.isEmpty() && wanted >= 0)
        m_wanted.clear();
    m_current.clear(); // a run that goes on has new steps: read again
    m_runs->setCurrentRow(qMax(0, wanted));
    chooseRun(m_runs->currentRow());
}

void JournalPage::applyFilter(const QString &text)
{
    if (showsHistory())
        return m_history->setFilter(text);
    m_model.setFilter(text);
    showState();
    if (m_model.rowCount() > 0)
        m_runs->setCurrentRow(qMax(0, m_model.rowOf(m_current)));
}

void JournalPage::showHistory(const store::HistoryOf &of)
{
    m_filter->clear();
    m_history->ask(of);
    showState();
    m_history->table()->setFocus(Qt::OtherFocusReason);
    context().backend.history(of);
}

void JournalPage::hideHistory()
{
    if (!showsHistory())
        return;
    m_filter->clear();
    m_history->clear();
    showState();
}

void JournalPage::setFilter(const QString &filter)
{
    if (const auto of = historyIn(filter))
        return showHistory(*of);
    hideHistory();
    if (m_model.rowOf(filter) >= 0) {
        m_filter->clear();
        m_runs->setCurrentRow(m_model.rowOf(filter));
        return;
    }
    // The run that was applied just now comes with the next view.
    static const QRegularExpression id(QStringLiteral("^(?=.*\\d)\\S{8,}$"));
    if (id.match(filter).hasMatch())
        m_wanted = filter;
    else
        m_filter->setText(filter);
}

void JournalPage::chooseRun(int row)
{
    const store::RunRecord *run = m_model.runAt(row);
    if (!run || run->id == m_current)
        return;
    m_current = run->id;
    m_head->setRun(*run, !m_readOnly, language());
    actions()->resume()->setEnabled(false); // until its steps are there
    m_reading->setKind(StatePanel::Kind::Loading);
    m_reading->setTexts(tr("The steps of this run are being read"));
    m_below->setCurrentWidget(m_reading);
    context().backend.run(run->id);
}

void JournalPage::runReady(const QString &id, const std::vector<store::RunStep> &steps)
{
    if (id != m_current)
        return;
    m_steps = steps;
    actions()->resume()->setEnabled(true);
    m_list->setSteps(steps);
    m_below->setCurrentWidget(m_list);
}

void JournalPage::showState()
{
    const bool nothing = m_model.rowCount() == 0;
    m_stack->setCurrentIndex(showsHistory() ? 2 : nothing ? 1 : 0);
    m_header->setHidden(!showsHistory() && m_splitter->isOne() && m_splitter->isPaneShown());
    m_filter->setLabel(showsHistory() ? tr("Step, room or person") : tr("Run, room or person"));
    m_header->setFact(m_seen ? tr("%n run(s), names as observed last", nullptr, m_model.total()) : QString());
    m_empty->clearActions();
    if (!m_seen) {
        m_empty->setKind(StatePanel::Kind::Loading);
        m_empty->setTexts(tr("The journal is being read"));
    } else if (m_model.total() > 0) {
        m_empty->setKind(StatePanel::Kind::Empty);
        m_empty->setIcon(Icon::NoResult);
        m_empty->setTexts(tr("No run matches the filter"), tr("%n run(s) in the journal.", nullptr, m_model.total()));
        connect(m_empty->addAction(tr("Clear the filter"), Button::Kind::Primary), &QPushButton::clicked, m_filter,
                &QLineEdit::clear);
    } else {
        m_empty->setKind(StatePanel::Kind::Empty);
        m_empty->setIcon(Icon::Journal);
        m_empty->setTexts(tr("Nothing was applied yet"),
                          tr("Each plan that is applied leaves its steps and their outcomes here."));
        connect(m_empty->addAction(tr("Make a plan"), Button::Kind::Primary), &QPushButton::clicked, this,
                [this] { Q_EMIT planRequested({}); });
    }
}

void JournalPage::showChecked()
{
    m_checkedRow->setVisible(m_found && !m_header->isHidden());
    if (!m_found)
        return;
    m_checkedMark->setMark(m_found->problems.empty() ? Mark::Done : Mark::Failed, language());
    m_checked->setText(checkSentence(*m_found, language()));
    QStringList every; // the sentence names the first ones
    constexpr size_t told = 30;
    for (size_t i = 0; i < std::min(told, m_found->problems.size()); ++i) {
        const store::JournalProblem &p = m_found->problems[i];
        every << text::of(p.fault, language()).name + QStringLiteral(": ") + p.run +
                     (p.n > 0 ? QString(u' ' + tr("(entry %1)").arg(p.n)) : QString());
    }
    m_checked->setToolTip(every.join(u'\n'));
}

void JournalPage::exportRun()
{
    auto *dialog = new QFileDialog(this, tr("Export the run"), QString(m_current + QLatin1String(".csv")),
                                   tr("Spreadsheet (*.csv);;Whole record (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, run = m_current](const QString &path) { context().backend.exportJournal(run, path); });
    dialog->open();
}

QWidget *JournalPage::initialFocus()
{
    if (showsHistory())
        return m_history->table();
    return m_model.rowCount() > 0 ? m_runs : nullptr;
}

QLineEdit *JournalPage::filterField()
{
    return m_filter;
}

QList<QWidget *> JournalPage::zones()
{
    if (showsHistory())
        return {m_check, m_filter, m_history->back(), m_history->table(), m_history->open()};
    return {m_check, m_filter, m_runs, actions()->save(), m_list->chips()->chip(OutcomeList::ToSee), m_list->table()};
}

void JournalPage::retranslate()
{
    m_header->setTitle(tr("Journal"));
    m_check->setText(tr("Check the journal"));
    m_head->retranslate();
    showChecked();
    m_splitter->setTexts({}, tr("Steps of the run"), tr("Back to the runs"));
    m_runs->setAccessibleName(tr("Runs"));
    m_model.setLanguage(language());
    m_list->setLanguage(language());
    m_history->setLanguage(language());
    m_choice->retranslate();
    showState();
    const QString current = m_current;
    m_current.clear();
    const int row = m_model.rowOf(current);
    if (row >= 0) {
        m_runs->setCurrentRow(row);
        chooseRun(row);
    }
}

} // namespace liaison::ui
