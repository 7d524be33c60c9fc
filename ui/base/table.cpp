#include "ui/base/table.h"

#include "ui/base/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace liaison::ui {

TableHeader::TableHeader(TableView *view) : LinedHeader(view), m_view(view)
{
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!model() || !rect.isValid())
        return;
    const Tokens &t = tokens(this);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QString label = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QVariant wanted = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const Qt::Alignment alignment = wanted.isValid() ? Qt::Alignment(wanted.toInt()) : defaultAlignment();
    const int left = m_view->isFirst(logicalIndex) ? t.px(16) : t.px(8);
    QRect inner = rect.adjusted(left, 0, -t.px(m_view->isLast(logicalIndex) ? 16 : 8), 0);
    const QFont font = t.font(sorted ? FontRole::LabelStrong : FontRole::Label);
    const QFontMetrics fm(font);
    const int arrow = sorted ? t.px(15) : 0;
    const bool hovered =
        m_view->isSortingEnabled() && underMouse() && rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    painter->save();
    painter->setFont(font);
    painter->setPen(sorted || hovered ? t.text : t.text2);
    const QString text = fm.elidedText(label, Qt::ElideRight, inner.width() - arrow);
    const int width = fm.horizontalAdvance(text);
    const int x = alignment & Qt::AlignRight     ? inner.right() - width - arrow + 1
                  : alignment & Qt::AlignHCenter ? inner.center().x() - (width + arrow) / 2
                                                 : inner.left();
    painter->drawText(QRect(x, rect.top(), width + 1, rect.height() - 1), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (sorted) {
        const int side = t.px(11);
        const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
        paintIcon(*painter, QRectF(x + width + t.px(4), rect.center().y() - side / 2.0, side, side),
                  up ? Icon::ArrowUp : Icon::ArrowDown, t.text2, t);
    }
    painter->restore();
}

TableView::TableView(int rowHeight, QWidget *parent) : QTableView(parent), m_rowHeight(rowHeight)
{
    setHorizontalHeader(new TableHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // content-sized rows cost seconds at 200,000
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSurface(this, Surface::Surface);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &i) { Q_EMIT rowActivated(i.row()); });
    applySizes();
}

void TableView::applySizes()
{
    const Tokens &t = tokens(this);
    verticalHeader()->setMinimumSectionSize(t.px(m_rowHeight));
    verticalHeader()->setDefaultSectionSize(t.px(m_rowHeight));
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it)
        horizontalHeader()->resizeSection(it.key(), t.px(it.value()));
}

void TableView::setColumn(int column, int logicalWidth)
{
    m_widths.insert(column, logicalWidth);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
    horizontalHeader()->resizeSection(column, tokens(this).px(logicalWidth));
}

void TableView::setStretched(int column)
{
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

bool TableView::isFirst(int column) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

bool TableView::isLast(int column) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = header->count() - 1; visual >= 0; --visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

void TableView::setCurrentRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount()) {
        setCurrentIndex({});
        clearSelection();
        return;
    }
    const int column = qMax(0, currentIndex().column());
    setCurrentIndex(model()->index(row, column));
}

QString TableView::rowText(int row) const
{
    QStringList cells;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (header->isSectionHidden(column))
            continue;
        const QModelIndex index = model()->index(row, column);
        const QVariant spoken = index.data(Qt::AccessibleTextRole);
        cells << (spoken.isValid() ? spoken : index.data(Qt::DisplayRole)).toString();
    }
    return cells.join(u'\t');
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applySizes();
}

void TableView::setHover(int row)
{
    if (row == m_hover)
        return;
    const auto repaint = [this](int r) {
        if (r >= 0)
            viewport()->update(0, rowViewportPosition(r), viewport()->width(), rowHeight(r));
    };
    repaint(m_hover);
    m_hover = row;
    repaint(m_hover);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    setHover(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    setHover(-1);
    QTableView::leaveEvent(event);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow();
    if (event->matches(QKeySequence::Copy) && row >= 0) {
        QGuiApplication::clipboard()->setText(rowText(row));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        if (row >= 0)
            Q_EMIT rowActivated(row);
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (row >= 0)
            Q_EMIT spacePressed(row);
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        setCurrentRow(event->key() == Qt::Key_Home ? 0 : model() ? model()->rowCount() - 1 : -1);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrentRow(0);
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

} // namespace liaison::ui
