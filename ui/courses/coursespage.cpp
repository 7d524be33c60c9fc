#include "ui/courses/coursespage.h"

#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
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
#include <QSplitter>
#include <QStackedWidget>

namespace liaison::ui {
namespace {

/// Order of the chips: what needs somebody first.
constexpr std::array chipStates{LinkState::Drift,    LinkState::Missing,     LinkState::Pending,
                                LinkState::Unknown,  LinkState::PartlyKnown, LinkState::Ambiguous,
                                LinkState::Unlinked, LinkState::Archived,    LinkState::InStep};

/// Below this the pane is a bar under the table; logical pixels of the page.
constexpr int leastForPane = 860;

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
    m_more = new Button(Button::Kind::Quiet);
    m_more->setIcon(Icon::Filter);
    m_more->setChevron(true);
    m_moreMenu = new QMenu(this);
    m_more->setMenu(m_moreMenu);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &CoursesPage::fillMoreMenu);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    setMetrics(row, {0, 0, 0, 0}, 8);
    row->addWidget(m_chips, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    m_more->hide();
    m_header->setChips(line);
}

void CoursesPage::chipsChanged()
{
    StateMask mask = 0;
    for (int id : m_chips->checked())
        mask = static_cast<StateMask>(mask | maskOf(static_cast<LinkState>(id)));
    m_model->setStates(mask);
    arrangeChips();
}

/// Where the window is narrow or the zoom high, the chips that matter least move into a menu (guide section 5); one
/// that filters stays in sight.
void CoursesPage::arrangeChips()
{
    const std::set<int> checked = m_chips->checked();
    for (LinkState state : chipStates) {
        const int id = static_cast<int>(state);
        const bool first = state == LinkState::Drift || state == LinkState::Missing || state == LinkState::Unknown;
        m_chips->chip(id)->setVisible(!m_narrow || first || checked.count(id) > 0);
    }
    m_more->setVisible(m_narrow);
    m_header->fact()->setVisible(!m_narrow);
}

void CoursesPage::fillMoreMenu()
{
    m_moreMenu->clear();
    const std::set<int> checked = m_chips->checked();
    for (LinkState state : chipStates) {
        const int id = static_cast<int>(state);
        const QString label = QString(text::of(state, language()).name + u"   " +
                                      text::number(language(), m_model->counts()[static_cast<size_t>(state)]));
        QAction *action = m_moreMenu->addAction(markIcon(markOf(state), tokens(this)), label, this, [this, id] {
            std::set<int> now = m_chips->checked();
            if (now.erase(id) == 0)
                now.insert(id);
            m_chips->setChecked(now);
            chipsChanged();
        });
        action->setCheckable(true);
        action->setChecked(checked.count(id) > 0);
    }
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
    m_tableSide = new QStackedWidget;
    m_tableSide->addWidget(m_table);
    m_tableSide->addWidget(m_empty);

    m_selection = new SelectionPanel;
    m_paneSide = new QStackedWidget;
    m_paneSide->addWidget(m_pane);
    m_paneSide->addWidget(m_selection);
    minWidth(m_paneSide, 344);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tableSide);
    m_splitter->addWidget(m_paneSide);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_paneSide->hide();
    column->addWidget(m_splitter, 1);

    m_summary = new SummaryBar;
    m_summary->hide();
    column->addWidget(m_summary);

    minHeight(m_tableSide, 120);
    m_body = new QStackedWidget;
    minHeight(m_body, 240);
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

void CoursesPage::setLoading(const Progress &progress)
{
    m_loading = true;
    if (m_view) {
        m_reading->setProgress(progress, language());
        m_reading->show();
        return;
    }
    m_whole->setKind(StatePanel::Kind::Loading);
    m_whole->clearActions();
    m_whole->setTexts(ReadingStrip::stageText(progress.stage));
    m_whole->setProgress(progress.done, progress.total);
    m_body->setCurrentWidget(m_whole);
}

void CoursesPage::setError(const Error &error)
{
    m_loading = false;
    m_reading->hide();
    const bool stopped = error.kind == ErrorKind::Cancelled;
    if (m_view && stopped)
        return;
    m_error = error;
    StatePanel *panel = m_view ? m_trouble : m_whole;
    panel->setKind(StatePanel::Kind::Error);
    panel->clearActions();
    panel->setError(error, language());
    if (!stopped) {
        Button *see = panel->addAction(tr("See the diagnostics"), Button::Kind::Primary);
        see->setIcon(Icon::Diagnostics);
        connect(see, &QAbstractButton::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    }
    Button *again = panel->addAction(tr("Try again"), stopped ? Button::Kind::Primary : Button::Kind::Normal);
    again->setIcon(Icon::Refresh);
    connect(again, &QAbstractButton::clicked, this, &Page::refreshRequested);
    if (!stopped) {
        Button *copy = panel->addAction(tr("Copy for the ticket"), Button::Kind::Quiet);
        copy->setIcon(Icon::Copy);
        connect(copy, &QAbstractButton::clicked, this, [this] {
            const text::Text words = text::error(*m_error, language());
            QGuiApplication::clipboard()->setText(
                QStringList{words.sentence, words.remedy, text::errorCode(*m_error)}.join(u'\n'));
            Q_EMIT announced(tr("Copied"));
        });
    }
    if (m_view)
        m_trouble->show();
    else
        m_body->setCurrentWidget(m_whole);
    showHeader();
}

/// A reading that came back without one of its servers is shown with what is known, and says which is missing.
void CoursesPage::showServerTrouble()
{
    if (m_error)
        return;
    const ServerReport *down = nullptr;
    for (const ServerReport &server : m_view->servers) {
        if (server.error && !down)
            down = &server;
    }
    m_trouble->setVisible(down != nullptr);
    if (!down)
        return;
    const int unknown = m_model->linkIndex()->totals[static_cast<size_t>(LinkState::Unknown)];
    const text::Text words = text::error(*down->error, language());
    m_trouble->setKind(StatePanel::Kind::Error);
    m_trouble->clearActions();
    m_trouble->setTexts(unknown > 0 ? tr("%1 %Ln room(s) unknown.", nullptr, unknown).arg(words.sentence)
                                    : words.sentence,
                        words.remedy);
    m_trouble->setDetail(down->url);
    Button *see = m_trouble->addAction(tr("See the diagnostics"), Button::Kind::Primary);
    see->setIcon(Icon::Diagnostics);
    connect(see, &QAbstractButton::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    Button *again = m_trouble->addAction(tr("Try again"));
    again->setIcon(Icon::Refresh);
    connect(again, &QAbstractButton::clicked, this, &Page::refreshRequested);
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

/// New counts can make the chips need another line. Layouts pass that on from the inside out, one turn of the event
/// loop each; done at once nobody sees a frame with a chip cut off.
void CoursesPage::settleHeader()
{
    for (QWidget *widget = m_chips; widget && widget != parentWidget(); widget = widget->parentWidget()) {
        if (widget->layout())
            widget->layout()->activate();
    }
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
    arrangeChips();
    if (pane && !m_paneSide->isVisibleTo(m_splitter)) {
        const int wanted = std::clamp(m_splitter->width() * 37 / 100, t.px(344), t.px(456));
        m_splitter->setSizes({m_splitter->width() - wanted, wanted});
    }
    m_paneSide->setVisible(pane);
    m_tableSide->setVisible(!m_narrow || !pane);
    const bool bar = m_narrow && !pane && m_current && m_model->linkIndex();
    const int item = bar ? m_model->linkIndex()->itemOf(*m_current) : -1;
    if (item >= 0)
        m_summary->setLink(m_model->linkIndex()->facts(static_cast<quint32>(item)), language());
    m_summary->setVisible(item >= 0);
}

void CoursesPage::showHeader()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index) {
        m_header->setFact(QString());
        return;
    }
    const auto number = [&](int n) { return text::number(language(), n); };
    const int shown = m_model->rowCount();
    QString fact;
    if (!m_model->filter().isEmpty()) {
        fact = shown == 0 ? tr("no course shown of %1").arg(number(index->size()))
                          : tr("%Ln shown of %1", nullptr, shown).arg(number(index->size()));
    } else {
        fact = tr("%Ln course(s)", nullptr, index->courses);
        if (index->withRoom < index->courses)
            fact += tr(", %Ln with a room", nullptr, index->withRoom);
        if (index->size() > index->courses)
            fact += tr(", %Ln room link(s)", nullptr, index->size());
    }
    if (m_error)
        fact += tr(", as read %1").arg(text::age(language(), m_model->now().ms - index->view->readAt.ms));
    m_header->setFact(fact);
}

void CoursesPage::showChips()
{
    if (!m_model->linkIndex()) { // not read yet: no number is known, not even 0
        m_chips->chip(ChipGroup::AllId)->setCountUnknown();
        for (LinkState state : chipStates)
            m_chips->chip(static_cast<int>(state))->setCountUnknown();
        return;
    }
    const auto &counts = m_model->counts();
    int all = 0;
    for (LinkState state : chipStates) {
        const int n = counts[static_cast<size_t>(state)];
        all += n;
        m_chips->chip(static_cast<int>(state))->setCount(n, language());
    }
    m_chips->chip(ChipGroup::AllId)->setCount(all, language());
}

QString CoursesPage::categoryName() const
{
    const auto &picked = m_model->filter().category();
    if (!picked)
        return {};
    const QString name = m_view ? m_view->categories.value(picked->site).value(picked->id).simplified() : QString();
    return name.isEmpty() ? tr("Category %1").arg(picked->id) : name;
}

void CoursesPage::showCategory()
{
    QString name = categoryName();
    name.replace(u'&', QStringLiteral("&&"));
    m_category->setText(name.isEmpty() ? tr("All categories") : name);
    m_category->setAccessibleName(name.isEmpty() ? tr("Category: all") : tr("Category: %1").arg(categoryName()));
}

void CoursesPage::fillCategoryMenu()
{
    m_categoryMenu->clear();
    const auto choose = [this](const std::optional<CategoryKey> &key) {
        m_model->setCategory(key);
        showCategory();
    };
    QAction *all = m_categoryMenu->addAction(tr("All categories"), this, [choose] { choose(std::nullopt); });
    all->setCheckable(true);
    all->setChecked(!m_model->filter().category());
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index)
        return;
    m_categoryMenu->addSeparator();
    // A category with others below it is a menu of its own, whose first entry is the whole of it.
    std::vector<QMenu *> menus(index->categories.size(), nullptr);
    for (size_t i = 0; i < index->categories.size(); ++i) {
        const CategoryItem &item = index->categories[i];
        const bool parent = i + 1 < index->categories.size() && index->categories[i + 1].parent == static_cast<int>(i);
        QMenu *menu = item.parent < 0 ? m_categoryMenu : menus[static_cast<size_t>(item.parent)];
        QString name = item.name.isEmpty() ? tr("Category %1").arg(item.id) : item.name.simplified();
        name.replace(u'&', QStringLiteral("&&"));
        const CategoryKey key{item.site, item.id};
        const QString counted = QString(name + u"   " + text::number(language(), item.courses));
        if (parent) {
            menus[i] = menu->addMenu(name);
            menu = menus[i];
        }
        QAction *action =
            menu->addAction(parent ? tr("All of %1").arg(counted) : counted, this, [choose, key] { choose(key); });
        action->setCheckable(true);
        action->setChecked(m_model->filter().category() == key);
        if (parent)
            menu->addSeparator();
    }
}

/// What is filtered, in words: "text “chem”, state orphan, category Health".
QString CoursesPage::filterInWords() const
{
    const LinkFilter &filter = m_model->filter();
    QStringList parts;
    if (!filter.query().words.isEmpty()) {
        QString typed = m_model->filterText().simplified();
        QStringList plain;
        for (const QString &word : typed.split(u' ')) {
            if (!word.contains(u':'))
                plain << word;
        }
        parts << tr("“%1”").arg((plain.isEmpty() ? filter.query().words : plain).join(u' '));
    }
    if (filter.query().states)
        parts << tr("state %1").arg(filter.query().stateText);
    QStringList states;
    for (LinkState state : chipStates) {
        if ((filter.states() & maskOf(state)) != 0)
            states << text::of(state, language()).name.toLower();
    }
    if (!states.isEmpty())
        parts << tr("state %1").arg(states.join(tr(" or ")));
    for (const QString &category : filter.query().categoryTexts)
        parts << tr("category %1").arg(category);
    if (filter.category())
        parts << tr("category %1").arg(categoryName());
    return parts.join(QStringLiteral(", "));
}

/// No row: says what was asked, what each part of it hid, and how to get out (guide 12a).
void CoursesPage::showEmpty()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index)
        return;
    const bool none = m_model->rowCount() == 0;
    m_tableSide->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_table);
    if (!none)
        return;
    m_empty->clearActions();
    m_empty->setKind(StatePanel::Kind::Empty);
    if (index->size() == 0) {
        m_empty->setIcon(Icon::Courses);
        m_empty->setTexts(tr("No course has a chat activity"),
                          tr("As soon as a teacher adds one in Moodle, it is listed here after the next reading."));
        Button *read = m_empty->addAction(tr("Read again"), Button::Kind::Primary);
        connect(read, &QAbstractButton::clicked, this, &Page::refreshRequested);
        return;
    }
    m_empty->setIcon(Icon::NoResult);
    const LinkFilter &filter = m_model->filter();
    const LinkQuery &query = filter.query();
    QString why = tr("Filter: %1.").arg(filterInWords());
    bool first = true;
    const auto action = [&](const QString &label, auto act) {
        Button *button = m_empty->addAction(label, first ? Button::Kind::Primary : Button::Kind::Normal);
        first = false;
        connect(button, &QAbstractButton::clicked, this, act);
    };
    // Later, on a click, what the buttons do must not depend on what was on screen when they were made.
    const auto withoutStates = [this] {
        m_chips->setChecked({});
        m_model->setStates(0);
        LinkQuery now = m_model->filter().query();
        if (now.states) {
            QStringList kept;
            for (const QString &word : m_filter->text().split(u' ', Qt::SkipEmptyParts)) {
                const LinkQuery one = parseLinkQuery(word);
                if (!one.states)
                    kept << word;
            }
            const QString rest = kept.join(u' ');
            m_filter->setText(parseLinkQuery(rest).states ? QString() : rest); // a quoted state falls apart
        }
    };
    const auto withoutCategory = [this] {
        m_model->setCategory(std::nullopt);
        showCategory();
    };
    bool offered = false;
    if (query.orphans) {
        why += u' ' + tr("A room is orphan when no course points to it: those are on the Rooms page.");
        action(tr("Show orphan rooms"), [this] { Q_EMIT openPage(pages::Rooms, QStringLiteral("state:orphan")); });
        offered = true;
    } else if (query.unknownState) {
        why += u' ' + tr("There is no state “%1”.").arg(query.stateText);
    }
    int without = 0;
    for (int n : m_model->counts())
        without += n;
    const bool byState = filter.states() != 0 || query.states.has_value();
    if (byState && without > 0) {
        const LinkFacts match = index->facts(static_cast<quint32>(m_model->firstItemWithoutStates()));
        why += u' ' + tr("Without the filter on the state: %Ln course(s), among them %1 (%2).", nullptr, without)
                          .arg(match.course.fullName.simplified(), match.course.shortName.simplified());
        action(tr("Remove the filter on the state"), withoutStates);
        offered = true;
    }
    if (filter.category()) {
        LinkFilter wider = filter;
        wider.setCategory(std::nullopt);
        if (const int n = m_model->countWith(wider); n > 0) {
            why += u' ' + tr("In all categories: %Ln course(s).", nullptr, n);
            action(tr("Look in all categories"), withoutCategory);
            offered = true;
        }
    }
    if (!offered && !query.words.isEmpty())
        why += u' ' + tr("Names of courses and rooms and their numbers are searched; accents do not matter.");
    m_empty->setTexts(tr("No course matches"), why);
    action(tr("Clear all filters"), [this] {
        m_chips->setChecked({});
        m_model->setStates(0);
        m_model->setCategory(std::nullopt);
        m_filter->clear();
        showCategory();
    });
}

void CoursesPage::setFilter(const QString &filter)
{
    m_chips->setChecked({});
    m_model->setStates(0);
    m_model->setCategory(std::nullopt);
    showCategory();
    // A bare state code comes from a segment of the overview.
    if (const auto state = fromCode<LinkState>(filter)) {
        m_filter->clear();
        m_chips->setChecked({static_cast<int>(*state)});
        m_model->setStates(maskOf(*state));
        return;
    }
    m_filter->setText(filter);
}

void CoursesPage::showCourse(const LinkKey &link)
{
    if (!m_model->linkIndex() || m_model->linkIndex()->view != m_view) {
        m_wanted = link;
        return;
    }
    pick(link);
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

QWidget *CoursesPage::initialFocus()
{
    return m_table;
}

QLineEdit *CoursesPage::filterField()
{
    return m_filter;
}

QList<QWidget *> CoursesPage::zones()
{
    QList<QWidget *> out{m_chips->chip(ChipGroup::AllId), m_filter, m_table};
    if (m_paneSide->isVisibleTo(this)) {
        if (m_paneSide->currentWidget() == m_pane)
            out << m_pane->tabs() << m_pane->tabContent() << m_pane->planButton();
        else
            out << m_selection->planButton();
    } else if (m_summary->isVisibleTo(this)) {
        out << m_summary->detailButton();
    }
    return out;
}

void CoursesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open) {
        closePane();
        return;
    }
    Page::keyPressEvent(event);
}

void CoursesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

bool CoursesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
            if (m_table->currentRow() < 0)
                m_table->setCurrentRow(0);
            m_table->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void CoursesPage::retranslate()
{
    m_model->setLanguage(language());
    m_header->setTitle(tr("Courses"));
    m_filter->setLabel(tr("Filter the list"));
    m_filter->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_filter->setToolTip(tr("Name, room or number; also state:drift or category:Health"));
    m_chips->setAccessibleName(tr("Filter by state"));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More states"));
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
