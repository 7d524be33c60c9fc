#include "ui/pages/listpage.h"

#include "ui/base/currentstack.h"
#include "ui/base/panesplitter.h"
#include "ui/pages/words.h"

#include <QTextDocument>
#include <QToolTip>

namespace liaison::ui {

ListPage::ListPage(const Context &context, RowsModel *model, int rowHeight, QWidget *parent)
    : FactsPage(context, parent)
    , m_model(model)
    , m_chips(new ChipGroup(this))
    , m_filter(new FilterField(this))
    , m_table(new TableView(rowHeight, this))
    , m_noMatch(new StatePanel(StatePanel::Kind::Empty, StatePanel::Shape::Centred, this))
    , m_foot(new QWidget(this))
    , m_legend(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_legendButton(new Button(Button::Kind::Link, this))
    , m_total(new Label(FontRole::Caption, Ink::Secondary, this))
{
    model->setParent(this);
}

void ListPage::build(int sortedBy, Qt::SortOrder order, QWidget *pane)
{
    m_pane = pane;
    m_chips->add(ChipGroup::AllId);
    for (const Kind &kind : kinds())
        kind.mark ? m_chips->add(kind.id, *kind.mark) : m_chips->add(kind.id);
    m_chips->setChecked({});
    m_filter->setFocusPolicy(Qt::StrongFocus);
    header()->addAction(m_filter);
    header()->setChips(m_chips);
    header()->setFactMayLeave(true);
    addContentControl(m_chips);
    addContentControl(m_filter);

    auto *list = new QWidget(this);
    setSurface(list, Surface::Surface);
    auto *rows = new QVBoxLayout(list);
    setMetrics(rows, {}, 0);
    auto *place = new CurrentStackLayout;
    place->addWidget(m_table);
    place->addWidget(m_noMatch);
    rows->addLayout(place, 1);
    auto *foot = new QHBoxLayout(m_foot);
    setMetrics(foot, {16, 8, 16, 8}, 16);
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_legendButton);
    foot->addStretch(0);
    foot->addWidget(m_total);
    m_legendButton->hide();
    connect(m_legendButton, &QPushButton::clicked, this, [this] {
        QToolTip::showText(m_legendButton->mapToGlobal(QPoint(0, 0)), Qt::convertFromPlainText(m_legend->text()),
                           m_legendButton);
    });
    m_legend->setWordWrap(true);
    rows->addWidget(new Hairline(Qt::Horizontal, list));
    rows->addWidget(m_foot);

    auto *content = new QWidget(this);
    auto *all = new QVBoxLayout(content);
    setMetrics(all, {}, 0);
    all->addWidget(new Hairline(Qt::Horizontal, content));
    if (pane) {
        auto *splitter = new PaneSplitter(Qt::Horizontal, objectName(), PaneSplitter::Keeps::Pane, {340, 440, 0.32});
        splitter->setParts(list, pane);
        splitter->setOneBelow(narrowPage);
        connect(m_table, &TableView::rowActivated, splitter, [splitter] {
            if (splitter->isOne())
                splitter->openButton()->click();
        });
        connect(splitter, &PaneSplitter::arranged, this, [this, splitter] {
            header()->setHidden(splitter->isOne() && splitter->isPaneShown());
            m_foot->setHidden(splitter->isOne()); // its sum stands in the bar
        });
        m_splitter = splitter;
        all->addWidget(splitter, 1);
    } else {
        all->addWidget(list, 1);
    }
    setContent(content);

    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(sortedBy, order);
    connect(m_chips, &ChipGroup::selectionChanged, this, &ListPage::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &ListPage::applyFilter);
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
        if (!m_filling)
            showItem(row < 0 ? -1 : m_model->itemAt(row));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, place] {
        place->setCurrentWidget(m_model->rowCount() > 0 || m_model->total() == 0 ? static_cast<QWidget *>(m_table)
                                                                                 : m_noMatch);
        if (!m_filling)
            showItem(-1);
    });
    retranslate();
}

QList<QWidget *> ListPage::zones()
{
    QList<QWidget *> zones{m_chips, m_filter, m_table};
    if (m_pane)
        zones << m_pane;
    return zones;
}

void ListPage::showItem(int) {}

QString ListPage::currentKey() const
{
    const int row = m_table->currentRow();
    return row < 0 || row >= m_model->rowCount() ? QString() : m_model->keyOf(m_model->itemAt(row));
}

void ListPage::select(const QString &key)
{
    for (int row = 0; !key.isEmpty() && row < m_model->rowCount(); ++row) {
        if (m_model->keyOf(m_model->itemAt(row)) == key)
            return m_table->setCurrentRow(row);
    }
    if (m_pane && m_model->rowCount() > 0)
        return m_table->setCurrentRow(0); // a pane without anything in it would be a hole
    showItem(-1);
}

void ListPage::applyFilter()
{
    const QString key = currentKey();
    m_filling = true;
    m_model->setFilter(m_filter->text(), m_chips->checked());
    m_filling = false;
    select(key);
}

void ListPage::clearFilter()
{
    m_filter->clear();
    m_chips->setChecked({});
    applyFilter();
}

void ListPage::setFilter(const QString &filter)
{
    for (const Kind &kind : kinds()) {
        if (!filter.isEmpty() && kind.code == filter) {
            m_filter->clear();
            m_chips->setChecked({kind.id});
            return applyFilter();
        }
    }
    m_chips->setChecked({});
    m_filter->setText(filter);
    applyFilter();
}

void ListPage::showView(const CampusView &view)
{
    const QString key = currentKey();
    m_filling = true;
    fill(view);
    m_filling = false;
    m_chips->chip(ChipGroup::AllId)->setCount(m_model->total(), language());
    for (const Kind &kind : kinds()) {
        if (kind.known)
            m_chips->chip(kind.id)->setCount(m_model->countOf(kind.id), language());
        else
            m_chips->chip(kind.id)->setCountUnknown();
    }
    m_legend->setText(legend());
    m_table->setAccessibleDescription(m_legend->text());
    m_total->setText(total());
    if (m_splitter)
        m_splitter->setTexts(m_total->text(), tr("Details"), tr("Back to the list"));
    select(key);
}

void ListPage::retranslate()
{
    if (!m_chips->chip(ChipGroup::AllId))
        return; // not built yet
    m_chips->chip(ChipGroup::AllId)->setText(allWord());
    for (const Kind &kind : kinds())
        m_chips->chip(kind.id)->setText(kind.word);
    m_filter->setLabel(tr("Filter the list"));
    m_table->setAccessibleName(title());
    m_legendButton->setText(tr("Legend"));
    if (m_splitter)
        m_splitter->setTexts(m_total->text(), tr("Details"), tr("Back to the list"));
    m_noMatch->setTexts(noMatch(), tr("The filter leaves out every row of the list."));
    m_noMatch->clearActions();
    connect(m_noMatch->addAction(tr("Clear the filter"), Button::Kind::Primary), &Button::clicked, this,
            &ListPage::clearFilter);
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    FactsPage::retranslate();
}

/// Not the page's own width: the table gets its own from the layout afterwards, and beside a pane.
bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        fitColumns();
    return FactsPage::eventFilter(watched, event);
}

/// Several lines of legend would take the rows' place: a button tells it.
void ListPage::resizeEvent(QResizeEvent *event)
{
    FactsPage::resizeEvent(event);
    const bool narrow = width() < tokens(this).px(narrowPage);
    m_legend->setHidden(narrow);
    m_legendButton->setVisible(narrow);
}

void ListPage::keepRoom(int kept, std::initializer_list<std::pair<int, int>> leaving)
{
    int needed = kept;
    for (const auto &[column, width] : leaving)
        needed += width;
    for (const auto &[column, width] : leaving) {
        const bool fits = tokens(this).px(needed) <= m_table->width();
        m_table->setColumnHidden(column, !fits);
        if (!fits)
            needed -= width;
    }
}

} // namespace liaison::ui
