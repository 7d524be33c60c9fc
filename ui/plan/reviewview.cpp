#include "ui/plan/reviewview.h"

#include "ui/base/currentstack.h"
#include "ui/text/format.h"

#include <QDateTime>

namespace liaison::ui {
namespace {

QString clock(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(QStringLiteral("HH:mm"));
}

} // namespace

ReviewView::ReviewView(QWidget *parent)
    : QWidget(parent)
    , m_findings(FindingsModel::Show::Findings)
    , m_unknown(FindingsModel::Show::Unknown)
    , m_stays(FindingsModel::Show::Left)
    , m_header(new PageHeader(this))
    , m_filter(new FilterField(this))
    , m_again(new Button(Button::Kind::Quiet, this))
    , m_save(new Button(Button::Kind::Normal, this))
    , m_cards(new ClassCards(this))
    , m_tabs(new QTabBar(this))
    , m_splitter(
          new PaneSplitter(Qt::Horizontal, QStringLiteral("plan"), PaneSplitter::Keeps::Pane, {300, 456, 0.31}, this))
    , m_lists(new CurrentStack)
    , m_tree(new PlanTreeView(&m_model))
    , m_noMatch(new StatePanel(StatePanel::Kind::Empty))
    , m_steps(new CurrentStack)
    , m_pane(new PlanPane(&m_model))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    m_again->setIcon(Icon::Refresh);
    m_save->setIcon(Icon::Save);
    m_header->addAction(m_again);
    m_header->addAction(m_filter);
    m_header->addAction(m_save);
    m_header->setFactMayLeave(true);
    all->addWidget(m_header);
    m_cardRow = new QWidget(this);
    auto *cards = new QVBoxLayout(m_cardRow);
    setMetrics(cards, {16, 0, 16, 10}, 0);
    cards->addWidget(m_cards);
    all->addWidget(m_cardRow);
    m_tabRow = new QWidget(this);
    auto *tabs = new QHBoxLayout(m_tabRow);
    setMetrics(tabs, {8, 0, 16, 0}, 0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i <= staysTab; ++i)
        m_tabs->addTab(QString());
    m_tabs->setTabVisible(staysTab, false);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    all->addWidget(m_tabRow);
    m_line = new Hairline(Qt::Horizontal, this);
    all->addWidget(m_line);

    m_steps->addWidget(m_tree);
    m_steps->addWidget(m_noMatch);
    setSurface(m_noMatch, Surface::Surface);
    m_findingsList = new FindingsTab(&m_findings);
    m_unknownList = new FindingsTab(&m_unknown);
    m_staysList = new FindingsTab(&m_stays);
    m_staysList->table()->setColumn(FindingsModel::CourseColumn, 170);
    m_staysList->table()->setColumn(FindingsModel::PersonColumn, 220);
    m_lists->addWidget(m_steps);
    m_lists->addWidget(m_findingsList);
    m_lists->addWidget(m_unknownList);
    m_lists->addWidget(m_staysList);
    m_splitter->setParts(m_lists, m_pane);
    m_splitter->setOneBelow(760);
    m_splitter->setOpenKind(Button::Kind::Primary);
    minWidth(m_lists, 320);
    minHeight(m_lists, 100);
    minHeight(m_pane, 120); // what it holds scrolls
    connect(m_splitter, &PaneSplitter::arranged, this, &ReviewView::arrange);
    connect(&m_model, &PlanModel::ticksChanged, this, &ReviewView::showSummary);
    all->addWidget(m_splitter, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text);
        m_findings.setFilter(text);
        m_unknown.setFilter(text);
        m_stays.setFilter(text);
        showCounts();
    });
    connect(m_again, &QPushButton::clicked, this, &ReviewView::planAgainWanted);
    connect(m_save, &QPushButton::clicked, this, &ReviewView::saveWanted);
    connect(m_cards, &ClassCards::classesWanted, this, &ReviewView::classesWanted);
    connect(m_cards, &ClassCards::stepsWanted, this,
            [this](const std::vector<ChangeClass> &classes) { m_model.tickClasses(classes, true); });
    connect(m_tabs, &QTabBar::currentChanged, this, &ReviewView::showTab);
    connect(&m_model, &PlanModel::ticksChanged, this, [this] { m_cards->showPlan(m_model, m_language); });
    connect(m_tree, &PlanTreeView::rowChanged, m_pane->rule(), &RulePanel::setRow);
    connect(m_tree, &PlanTreeView::actionTriggered, this, [this](const QModelIndex &index) {
        m_pane->rule()->setRow(index);
        m_pane->rule()->act();
    });
    for (const FindingsTab *list : {m_findingsList, m_unknownList, m_staysList})
        connect(list->table(), &TableView::currentRowChanged, this, [this, list] {
            if (m_lists->currentWidget() == list)
                showMeaning(*list);
        });
    connect(m_pane->confirm(), &ConfirmBar::confirmed, this, &ReviewView::applyWanted);
}

/// In a very low window the list needs the room more than its chips.
bool ReviewView::isLow() const
{
    return height() < tokens(this).px(320);
}

void ReviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (FindingsTab *list : {m_findingsList, m_unknownList, m_staysList})
        list->setLow(isLow());
}

void ReviewView::setView(std::shared_ptr<const CampusView> view, const Names &names)
{
    m_view = std::move(view);
    m_model.setNames(names);
    m_findings.setNames(names);
    m_unknown.setNames(names);
    m_stays.setNames(names);
    m_pane->setView(m_view);
    showFact();
}

void ReviewView::setPlan(std::shared_ptr<const Plan> plan, Instant madeAt)
{
    m_madeAt = madeAt;
    m_readAt = m_view ? m_view->readAt : Instant();
    m_findings.setPlan(plan);
    m_unknown.setPlan(plan);
    m_model.setPlan(std::move(plan));
    showCounts();
    showFact();
}

void ReviewView::setUndone(const QString &run, const std::vector<NotTakenBack> &left)
{
    m_undone = run;
    m_left = left;
    m_stays.setLeft(left);
    m_tabs->setTabVisible(staysTab, !m_undone.isEmpty());
    showCounts();
    if (m_undone.isEmpty() && m_tabs->currentIndex() == staysTab)
        m_tabs->setCurrentIndex(0);
    m_header->setTitle(m_undone.isEmpty() ? tr("Synchronisation plan") : tr("Taking a run back"));
    arrange();
}

void ReviewView::setBusy(bool busy)
{
    m_busy = busy;
    m_pane->confirm()->setBusy(busy);
    showFact();
}

void ReviewView::setLanguage(text::Language language)
{
    m_language = language;
    m_model.setLanguage(language);
    m_findings.setLanguage(language);
    m_unknown.setLanguage(language);
    m_stays.setLanguage(language);
    m_pane->setLanguage(language);
    retranslate();
}

void ReviewView::retranslate()
{
    m_header->setTitle(m_undone.isEmpty() ? tr("Synchronisation plan") : tr("Taking a run back"));
    m_filter->setLabel(tr("Filter the steps"));
    m_header->fact()->setElided(true); // how a run is taken back can be long
    showWords();
    m_tree->setAccessibleName(tr("Steps of the plan"));
    m_tabs->setAccessibleName(tr("Lists of the plan"));
    m_findingsList->table()->setAccessibleName(tr("Findings"));
    m_unknownList->table()->setAccessibleName(tr("Not known"));
    m_staysList->table()->setAccessibleName(tr("Left as they are"));
    m_cards->showPlan(m_model, m_language);
    m_pane->retranslate();
    showCounts();
    showFact();
}

void ReviewView::showTab(int tab)
{
    m_lists->setCurrentIndex(qBound(0, tab, staysTab));
    if (tab == 0)
        m_pane->rule()->setRow(m_tree->currentIndex());
    else
        showMeaning(*(tab == 1 ? m_findingsList : tab == 2 ? m_unknownList : m_staysList));
}

void ReviewView::showMeaning(const FindingsTab &list)
{
    const text::Text words = list.words();
    m_pane->rule()->showText(words.name,
                             words.remedy.isEmpty() ? words.sentence : QString(words.sentence + u'\n' + words.remedy));
}

void ReviewView::showCounts()
{
    const auto label = [this](const QString &word, int n) {
        return QStringLiteral("%1  %2").arg(word, text::number(m_language, n));
    };
    const Ticks &ticks = m_model.ticks();
    m_tabs->setTabText(0, label(tr("Steps"), static_cast<int>(ticks.entries().size())));
    m_tabs->setTabText(1, label(tr("Findings"), m_findings.total()));
    m_tabs->setTabText(2, label(tr("Not known"), m_unknown.total()));
    m_tabs->setTabText(staysTab, m_undone.isEmpty() ? QString() : label(tr("Left as they are"), m_stays.total()));
    m_findingsList->showKinds(m_language, isLow());
    m_unknownList->showKinds(m_language, isLow());
    m_staysList->showKinds(m_language, isLow());
    const bool nothing = m_model.rowCount() == 0;
    m_steps->setCurrentIndex(nothing ? 1 : 0);
    if (!nothing)
        return;
    m_noMatch->clearActions();
    if (m_model.isFiltered()) {
        m_noMatch->setIcon(Icon::NoResult);
        m_noMatch->setTexts(tr("No step matches the filter"),
                            tr("%n step(s) in the plan.", nullptr, static_cast<int>(ticks.entries().size())));
        connect(m_noMatch->addAction(tr("Clear the filter"), Button::Kind::Primary), &QPushButton::clicked, m_filter,
                &QLineEdit::clear);
    } else {
        m_noMatch->setIcon(Icon::Check);
        m_noMatch->setTexts(
            !m_undone.isEmpty()     ? tr("Nothing to take back: the rooms are no longer as the run left them")
            : m_unknown.total() > 0 ? tr("Nothing to apply in what could be read")
                                    : tr("Nothing to apply: the rooms are in step"),
            !m_undone.isEmpty() && m_stays.total() > 0
                ? tr("%n step(s) of the run stay: the list says which, and why.", nullptr, m_stays.total())
            : ticks.equation().unticked > 0
                ? tr("%n difference(s) in classes that are not ticked.", nullptr, ticks.equation().unticked)
                : QString());
    }
}

/// By its date, as the Journal names it; by its id where the list does not have it.
QString ReviewView::undoneName() const
{
    if (m_view) {
        for (const store::RunRecord &run : m_view->runs) {
            if (run.id == m_undone)
                return tr("run of %1").arg(text::dateTime(m_language, run.started));
        }
    }
    return tr("run %1").arg(m_undone);
}

void ReviewView::showFact()
{
    QStringList parts;
    if (!m_undone.isEmpty())
        parts << undoneName();
    parts << tr("%n room(s)", nullptr, static_cast<int>(m_model.tree().allRoots().size()));
    if (!m_left.empty()) {
        QStringList why;
        for (const NotTakenBack &step : m_left) {
            QString name = text::of(step.why, m_language).name;
            name.replace(0, 1, name.left(1).toLower()); // in the middle of a sentence
            if (!why.contains(name))
                why << name;
        }
        parts << tr("%n step(s) left untouched (%1)", nullptr, static_cast<int>(m_left.size()))
                     .arg(why.join(QStringLiteral(", ")));
    }
    if (m_busy)
        parts << tr("being made again");
    else if (m_madeAt.isKnown() && m_view)
        parts << tr("made at %1 from data read at %2").arg(clock(m_madeAt), clock(m_readAt));
    if (m_view && m_readAt.isKnown() && m_view->readAt > m_readAt)
        parts << tr("newer data was read since: make it again");
    parts << tr("nothing written yet");
    m_header->setFact(parts.join(QStringLiteral(" · ")));
}

/// In a narrow window the pane has the page for itself while it is shown.
void ReviewView::arrange()
{
    const bool narrow = m_splitter->isOne(), pane = narrow && m_splitter->isPaneShown();
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_cardRow, m_tabRow, m_line})
        part->setHidden(pane || (part == m_cardRow && !m_undone.isEmpty()));
    m_cards->setCompact(narrow);
    showWords();
}

/// Buttons whose icon says enough where there is little room.
void ReviewView::showWords()
{
    const bool narrow = m_splitter->isOne();
    const auto set = [narrow](Button *button, const QString &word) {
        button->setText(narrow ? QString() : word);
        button->setAccessibleName(word);
        button->setToolTip(narrow ? word : QString());
    };
    set(m_again, tr("Make again"));
    set(m_save, tr("Save…"));
    showSummary();
}

void ReviewView::showSummary()
{
    const bool readOnly = m_view && m_view->readOnly;
    m_splitter->setTexts(m_pane->headline(), readOnly ? tr("Details") : tr("Check and apply"), tr("Back to the steps"));
}

void ReviewView::askForConfirmation()
{
    if (m_splitter->isOne() && !m_splitter->isPaneShown())
        m_splitter->showPane(true);
    QWidget *number = m_pane->confirm()->number();
    if (number->isVisible())
        number->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> ReviewView::zones() const
{
    QWidget *number = m_pane->confirm()->number();
    QWidget *button = m_pane->confirm()->button();
    QList<QWidget *> out{m_filter, m_tabs, m_tree};
    if (m_undone.isEmpty())
        out.prepend(m_cards->first());
    if (m_splitter->isOne() && !m_splitter->isPaneShown())
        out << m_splitter->openButton();
    else
        out << (number->isVisible() ? number : button);
    return out;
}

} // namespace liaison::ui
