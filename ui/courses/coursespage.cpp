#include "ui/courses/coursespage.h"

#include "ui/base/chip.h"
#include "ui/base/currentstack.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/panesplitter.h"
#include "ui/courses/courseticket.h"
#include "ui/courses/pagestrips.h"
#include "ui/text/format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QShortcut>

namespace liaison::ui {
namespace {

/// Below this the pane is a bar under the table; logical pixels of the page.
constexpr int leastForPane = 980;
/// The buttons of the pane on one line, in both languages.
constexpr int leastPane = 412;

} // namespace

CoursesPage::CoursesPage(const Context &context, Opener opener, QWidget *parent)
    : Page(context, parent), m_model(new LinksModel(this))
{
    setSurface(this, Surface::Window);
    m_model->setLanguage(language());
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);
    makeHeader();
    all->addWidget(m_header);
    m_headerLine = new Hairline;
    all->addWidget(m_headerLine);
    m_pane = new DetailPane(context, std::move(opener));
    makeBody();
    all->addWidget(m_body, 1);

    connect(m_model, &LinksModel::changing, this, [this] { m_changing = true; });
    connect(m_model, &LinksModel::filtered, this, &CoursesPage::filtered);
    connect(m_model, &LinksModel::merged, this, &CoursesPage::merged);
    connect(m_table, &TableView::currentRowChanged, this, &CoursesPage::currentRow);
    connect(m_table, &TableView::rowActivated, this, &CoursesPage::openPane);
    connect(m_table, &QAbstractItemView::clicked, this, [this] {
        if (!m_narrow && m_table->selectedRows().size() == 1)
            openPane();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CoursesPage::showSelection);
    connect(m_pane, &DetailPane::closeRequested, this, &CoursesPage::closePane);
    connect(m_pane, &DetailPane::personWanted, this, &CoursesPage::showPerson);
    connect(m_pane, &DetailPane::historyWanted, this,
            [this](const QString &filter) { Q_EMIT openPage(pages::Journal, filter); });
    connect(m_pane, &DetailPane::planRequested, this, &Page::planRequested);
    connect(m_pane, &DetailPane::announced, this, &Page::announced);
    connect(m_selection, &SelectionPanel::planRequested, this, &Page::planRequested);
    connect(m_summary, &SummaryBar::detailRequested, this, &CoursesPage::openPane);
    connect(m_summary, &SummaryBar::planRequested, this, [this] {
        if (m_current)
            Q_EMIT planRequested({*m_current});
    });
    connect(m_reading, &ReadingStrip::stopped, this, [this] { this->context().backend.cancel(); });

    auto *ticket = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this);
    ticket->setContext(Qt::WidgetWithChildrenShortcut);
    connect(ticket, &QShortcut::activated, this, &CoursesPage::copyTicket);

    // Holding an arrow key down asks for the people of the row where it stops, not of every row on the way.
    m_follow.setSingleShot(true);
    m_follow.setInterval(90);
    connect(&m_follow, &QTimer::timeout, this, &CoursesPage::showInPane);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        m_table->viewport()->update();
        showInPane();
    });
    m_minute.start();

    retranslate();
    setLoading({});
}

void CoursesPage::makeHeader()
{
    m_header = new PageHeader;
    m_category = new Button;
    m_category->setIcon(Icon::Category);
    m_category->setChevron(true);
    m_categoryMenu = new QMenu(this);
    m_category->setMenu(m_categoryMenu);
    connect(m_categoryMenu, &QMenu::aboutToShow, this, &CoursesPage::fillCategoryMenu);
    m_filter = new FilterField;
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_model, &LinksModel::setFilterText);
    m_header->addAction(m_category);
    m_header->addAction(m_filter);

    m_chips = new ChipGroup;
    m_chips->add(ChipGroup::AllId);
    for (LinkState state : chipStates)
        m_chips->add(static_cast<int>(state), markOf(state));
    m_chips->setChecked({});
    connect(m_chips, &ChipGroup::selectionChanged, this, &CoursesPage::chipsChanged);
    m_header->setChips(m_chips);
    m_header->setFactMayLeave(true);
}

void CoursesPage::makeBody()
{
    m_whole = new StatePanel(StatePanel::Kind::Loading);
    m_work = new QWidget;
    setSurface(m_work, Surface::Surface);
    auto *column = new QVBoxLayout(m_work);
    setMetrics(column, {0, 0, 0, 0}, 0);
    m_reading = new ReadingStrip;
    m_reading->hide();
    m_trouble = new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Banner);
    m_trouble->hide();
    column->addWidget(m_reading);
    column->addWidget(m_trouble);

    m_table = new LinksTable(*m_model);
    m_empty = new StatePanel(StatePanel::Kind::Empty);
    m_tableSide = new CurrentStack;
    m_tableSide->addWidget(m_table);
    m_tableSide->addWidget(m_empty);

    m_selection = new SelectionPanel;
    m_paneSide = new CurrentStack;
    m_paneSide->addWidget(m_pane);
    m_paneSide->addWidget(m_selection);

    m_splitter =
        new PaneSplitter(Qt::Horizontal, QStringLiteral("courses"), PaneSplitter::Keeps::Pane, {leastPane, 500, 0.35});
    m_splitter->setParts(m_tableSide, m_paneSide);
    m_splitter->setShown(true, false);
    column->addWidget(m_splitter, 1);

    m_summary = new SummaryBar;
    m_summary->hide();
    column->addWidget(m_summary);

    minHeight(m_table, 120);
    m_body = new CurrentStack;
    m_body->addWidget(m_whole);
    m_body->addWidget(m_work);
}

void CoursesPage::setClock(LinksModel::Clock clock)
{
    m_model->setClock(std::move(clock));
}

void CoursesPage::setView(Backend::View view)
{
    m_view = std::move(view);
    m_error.reset();
    m_loading = false;
    m_reading->hide();
    m_model->setView(m_view);
}

void CoursesPage::merged()
{
    m_table->fitColumns();
    m_body->setCurrentWidget(m_work);
    showServerTrouble();
    if (m_wanted)
        pick(*std::exchange(m_wanted, std::nullopt));
    else
        showInPane();
}

void CoursesPage::filtered()
{
    m_changing = false;
    // The pane stays with its course while the filter hides it; the table then marks no other in its place.
    const int row = m_current ? m_model->rowOf(*m_current) : -1;
    if (row < 0) {
        m_table->selectionModel()->clear();
    } else if (m_table->currentRow() != row) {
        const QScopedValueRollback quiet(m_changing, true);
        m_table->setCurrentRow(row);
    }
    showChips();
    showHeader();
    showEmpty();
    showSelection();
    settleHeader();
}

void CoursesPage::currentRow(int row)
{
    if (m_changing || row < 0)
        return;
    m_current = m_model->keyAt(row);
    if (m_open || m_narrow)
        m_follow.start();
}

void CoursesPage::openPane()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        m_current = m_model->keyAt(row);
    if (!m_current)
        return;
    m_open = true;
    m_follow.stop();
    showInPane();
    arrange();
    if (m_narrow)
        m_pane->tabContent()->setFocus(Qt::OtherFocusReason);
}

void CoursesPage::closePane()
{
    if (!m_open)
        return;
    m_open = false;
    m_follow.stop();
    arrange();
    m_table->setFocus(Qt::OtherFocusReason);
}

void CoursesPage::showInPane()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index || !m_current)
        return;
    const int item = index->itemOf(*m_current);
    if (item < 0) { // the course or its activity is gone
        m_current.reset();
        m_pane->clear();
        m_open = false;
        arrange();
        return;
    }
    const auto i = static_cast<quint32>(item);
    if (m_narrow)
        m_summary->setLink(index->facts(i), language());
    if (m_open)
        m_pane->showLink(index->view, index->links[i], index->readAt[i], m_model->now());
    arrange();
}

void CoursesPage::showSelection()
{
    if (m_changing || !m_model->linkIndex())
        return;
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.size() > 1) {
        std::vector<int> items;
        for (int row : rows)
            items.push_back(m_model->itemAt(row));
        m_selection->setItems(*m_model->linkIndex(), items, language());
    }
    arrange();
}

/// Who is on screen: table and pane side by side, or one of them with the summary bar below.
void CoursesPage::arrange()
{
    const Tokens &t = tokens(this);
    m_narrow = width() < t.px(leastForPane) || t.zoom > 1.5;
    const bool several = m_table->selectedRows().size() > 1;
    m_paneSide->setCurrentWidget(several ? static_cast<QWidget *>(m_selection) : m_pane);
    const bool pane = m_open || several;
    m_pane->setCompact(m_narrow);
    m_header->setVisible(!m_narrow || !pane);
    m_headerLine->setVisible(!m_narrow || !pane);
    m_splitter->setShown(!m_narrow || !pane, pane);
    const bool bar = m_narrow && !pane && m_current && m_model->linkIndex();
    const int item = bar ? m_model->linkIndex()->itemOf(*m_current) : -1;
    if (item >= 0)
        m_summary->setLink(m_model->linkIndex()->facts(static_cast<quint32>(item)), language());
    m_summary->setVisible(item >= 0);
}

void CoursesPage::showCourse(const LinkKey &link)
{
    if (!m_model->linkIndex() || m_model->linkIndex()->view != m_view) {
        m_wanted = link;
        return;
    }
    pick(link);
}

void CoursesPage::showPerson(const LinkKey &link, const PersonKey &person, const QString &name)
{
    m_wantedPerson = {person, name};
    showCourse(link);
}

void CoursesPage::pick(const LinkKey &link)
{
    if (m_model->linkIndex()->itemOf(link) < 0)
        return;
    if (m_model->rowOf(link) < 0)
        setFilter({});
    m_current = link;
    const int row = m_model->rowOf(link);
    m_table->setCurrentRow(row);
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    openPane();
    const auto wanted = std::exchange(m_wantedPerson, std::nullopt);
    if (wanted && m_pane->current() == link)
        m_pane->showWhy(wanted->first, wanted->second);
}

void CoursesPage::copyTicket()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index || !m_current)
        return;
    QString text;
    if (m_open && m_pane->current() == m_current) {
        text = m_pane->ticket(language());
    } else if (const int item = index->itemOf(*m_current); item >= 0) {
        text = text::ticketText(language(), ticketFacts(index->facts(static_cast<quint32>(item))));
    }
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT announced(tr("Ticket text copied"));
}

void CoursesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void CoursesPage::retranslate()
{
    m_model->setLanguage(language());
    m_header->setTitle(tr("Courses"));
    m_filter->setLabel(tr("Filter the list"));
    m_filter->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_filter->setToolTip(tr("Name, room or number; also state:drift or category:Health"));
    m_chips->setAccessibleName(tr("Filter by state"));
    m_chips->chip(ChipGroup::AllId)->setText(tr("All"));
    for (LinkState state : chipStates)
        m_chips->chip(static_cast<int>(state))->setText(text::of(state, language()).name);
    m_table->retranslate();
    m_pane->retranslate();
    showCategory();
    showChips();
    showHeader();
    if (m_error)
        setError(*std::exchange(m_error, std::nullopt));
    else if (m_model->linkIndex())
        showServerTrouble();
    showEmpty();
    showSelection();
}

} // namespace liaison::ui
