#include "ui/plan/plantreeview.h"

#include "ui/base/bits.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace liaison::ui {

using Level = PlanNode::Level;

namespace {

Level levelOf(const QModelIndex &index)
{
    return static_cast<Level>(index.siblingAtColumn(0).data(PlanModel::LevelRole).toInt());
}

} // namespace

PlanTreeView::PlanTreeView(PlanModel *model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setHeader(new PlanHeader(this));
    setModel(model);
    setItemDelegate(new PlanDelegate(this));
    setUniformRowHeights(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(this, Surface::Surface);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &PlanTreeView::aboutToReset);
    connect(model, &QAbstractItemModel::modelReset, this, &PlanTreeView::restore);
    const auto remember = [this](const QModelIndex &index, bool open) {
        if (m_restoring || m_model->isFiltered())
            return;
        if (open)
            m_closed.remove(keyOf(index));
        else
            m_closed.insert(keyOf(index));
    };
    connect(this, &QTreeView::expanded, this, [remember](const QModelIndex &index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this, [remember](const QModelIndex &index) { remember(index, false); });
}

/// The same row in another plan or under another filter.
QString PlanTreeView::keyOf(const QModelIndex &index) const
{
    const PlanNode *node = m_model->nodeOf(index);
    if (!node)
        return {};
    const PlanEntry &e = m_model->ticks().entries()[node->entry];
    if (node->level == Level::Entry)
        return *e.id;
    const QString place = e.room().isEmpty() ? QString::number(e.change->place.cmid.value_or(0)) : e.room();
    if (node->level == Level::Group)
        return u'g' + place;
    return u'b' + place + QString::number(static_cast<int>(e.kind())) + (e.rule ? codeOf(*e.rule) : QString());
}

void PlanTreeView::aboutToReset()
{
    m_current = keyOf(currentIndex());
}

void PlanTreeView::restore()
{
    m_restoring = true;
    const bool filtered = m_model->isFiltered();
    int rows = 0;
    QModelIndex current;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex group = m_model->index(i, 0);
        const int below = m_model->rowCount(group);
        rows += below;
        setExpanded(group, rows <= openUpTo && (filtered || !m_closed.contains(keyOf(group))));
        // What the filter found is shown, also inside bundles.
        for (int child = 0; filtered && rows <= openUpTo && child < below; ++child) {
            const QModelIndex bundle = m_model->index(child, 0, group);
            rows += m_model->rowCount(bundle);
            if (rows <= openUpTo)
                setExpanded(bundle, m_model->hasChildren(bundle));
        }
        if (m_current.isEmpty())
            continue;
        if (keyOf(group) == m_current)
            current = group;
        for (int child = 0; child < below && !current.isValid(); ++child) {
            const QModelIndex index = m_model->index(child, 0, group);
            if (keyOf(index) == m_current)
                current = index;
        }
    }
    m_restoring = false;
    if (!current.isValid() && m_model->rowCount() > 0)
        current = m_model->index(0, 0);
    setCurrentIndex(current);
    Q_EMIT rowChanged(currentIndex());
}

PlanTreeView::Parts PlanTreeView::partsOf(const QModelIndex &index, const QRect &cell) const
{
    const Tokens &t = tokens(this);
    const Level level = levelOf(index);
    const bool nested = level == Level::Entry && levelOf(index.parent()) == Level::Bundle;
    int x = cell.left() + t.px(12);
    const auto take = [&](int width, int gap) {
        const QRect r(x, cell.top(), t.px(width), cell.height());
        x += t.px(width + gap);
        return r;
    };
    Parts parts;
    if (level == Level::Entry)
        x += t.px(nested ? 48 : 24);
    else if (level == Level::Bundle)
        x += t.px(24);
    if (level != Level::Entry)
        parts.chevron = take(16, 4);
    else
        x += t.px(20);
    parts.tick = take(16, 10);
    if (level != Level::Group)
        parts.mark = take(16, 10);
    parts.text = QRect(x, cell.top(), qMax(0, cell.right() - x - t.px(8)), cell.height());
    return parts;
}

QRect PlanTreeView::actionRect(const QModelIndex &index, const QRect &cell) const
{
    const QString action = index.siblingAtColumn(0).data(PlanModel::ActionRole).toString();
    if (action.isEmpty())
        return {};
    const Tokens &t = tokens(this);
    const int width = QFontMetrics(t.font(FontRole::Name)).horizontalAdvance(action) + 2;
    return {cell.right() - t.px(16) - width, cell.top(), width, cell.height()};
}

void PlanTreeView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        QTreeView::mousePressEvent(event);
        return;
    }
    const QModelIndex first = index.siblingAtColumn(0);
    setCurrentIndex(first);
    const QRect cell = visualRect(index);
    const QPoint at = event->position().toPoint();
    const int slack = tokens(this).px(4);
    if (index.column() == PlanModel::StepColumn) {
        const Parts parts = partsOf(first, cell);
        if (parts.chevron.adjusted(-slack, 0, slack, 0).contains(at))
            setExpanded(first, !isExpanded(first));
        else if (parts.tick.adjusted(-slack, 0, slack, 0).contains(at))
            m_model->toggle(first);
    } else if (index.column() == PlanModel::CauseColumn && actionRect(first, cell).contains(at)) {
        Q_EMIT actionTriggered(first);
    }
}

void PlanTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    const Parts parts = index.isValid() ? partsOf(index, visualRect(index)) : Parts();
    const QPoint at = event->position().toPoint();
    if (parts.tick.contains(at) || parts.chevron.contains(at))
        mousePressEvent(event); // two quick clicks are two clicks
    else if (index.isValid() && m_model->hasChildren(index))
        setExpanded(index, !isExpanded(index));
}

void PlanTreeView::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QModelIndex row = index.siblingAtColumn(0);
    const bool onAction = index.isValid() && index.column() == PlanModel::CauseColumn &&
                          actionRect(row, visualRect(index)).contains(event->position().toPoint());
    viewport()->setCursor(onAction ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (row != m_hover) {
        m_hover = row;
        viewport()->update();
    }
    QTreeView::mouseMoveEvent(event);
}

void PlanTreeView::leaveEvent(QEvent *event)
{
    m_hover = QPersistentModelIndex();
    viewport()->update();
    QTreeView::leaveEvent(event);
}

void PlanTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy) && index.isValid()) {
        QGuiApplication::clipboard()->setText(m_model->rowText(index));
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && index.isValid()) {
        m_model->toggle(index);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && index.isValid()) {
        if (!index.siblingAtColumn(0).data(PlanModel::ActionRole).toString().isEmpty())
            Q_EMIT actionTriggered(index);
        else if (m_model->hasChildren(index))
            setExpanded(index, !isExpanded(index));
        return;
    }
    if (enter || event->key() == Qt::Key_Escape) { // Ctrl+Enter and Esc are the page's
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void PlanTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    QMenu menu(this);
    const bool locked = index.siblingAtColumn(0).data(PlanModel::LockedRole).toBool();
    QAction *tick = menu.addAction(tr("Tick or untick"), this, [this, index] { m_model->toggle(index); });
    tick->setEnabled(!locked);
    const QString action = index.siblingAtColumn(0).data(PlanModel::ActionRole).toString();
    if (!action.isEmpty())
        menu.addAction(action, this, [this, index] { Q_EMIT actionTriggered(index); });
    menu.addSeparator();
    menu.addAction(tr("Expand all"), this, &QTreeView::expandAll);
    menu.addAction(tr("Collapse all"), this, &QTreeView::collapseAll);
    menu.addSeparator();
    menu.addAction(tr("Copy the row"), this,
                   [this, index] { QGuiApplication::clipboard()->setText(m_model->rowText(index)); });
    menu.exec(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                                                             : event->globalPos());
}

void PlanTreeView::arrangeColumns()
{
    const Tokens &t = tokens(this);
    const int width = viewport()->width();
    // Where there is little room the mark says what changes, and the tool tip how.
    const bool narrow = width < t.px(560);
    header()->setSectionHidden(PlanModel::ChangeColumn, narrow);
    const int change = narrow ? 0 : width * 23 / 100;
    const int cause = width * (narrow ? 46 : 33) / 100;
    if (!narrow)
        header()->resizeSection(PlanModel::ChangeColumn, change);
    header()->resizeSection(PlanModel::CauseColumn, cause);
    header()->resizeSection(PlanModel::StepColumn, qMax(t.px(120), width - change - cause));
}

void PlanTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    arrangeColumns();
}

void PlanTreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        scheduleDelayedItemsLayout();
        arrangeColumns();
    }
}

void PlanTreeView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    viewport()->update();
}

void PlanTreeView::focusOutEvent(QFocusEvent *event)
{
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

void PlanTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT rowChanged(current);
}

void PlanTreeView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {} // the delegate's chevrons

} // namespace liaison::ui
