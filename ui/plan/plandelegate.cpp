#include "ui/base/bits.h"
#include "ui/plan/plantreeview.h"

#include <QPainter>

namespace liaison::ui {

using Level = PlanNode::Level;

PlanHeader::PlanHeader(QWidget *parent) : LinedHeader(parent)
{
    setSectionsClickable(false);
    setStretchLastSection(false);
}

void PlanHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!model() || !rect.isValid())
        return;
    const Tokens &t = tokens(this);
    const QFont font = t.font(FontRole::Label);
    const QRect inner = rect.adjusted(t.px(visualIndex(logicalIndex) == 0 ? 16 : 8), 0, -t.px(8), 0);
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    painter->save();
    painter->setFont(font);
    painter->setPen(t.text2);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, tokens(m_view).px(32)};
}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(m_view);
    const QRect r = option.rect;
    const QModelIndex row = index.siblingAtColumn(0);
    const bool selected = m_view->currentIndex().siblingAtColumn(0) == row;
    const bool hovered = m_view->hovered() == row;
    const bool group = row.data(PlanModel::LevelRole).toInt() == static_cast<int>(Level::Group);
    QColor background = group ? t.window : t.surface;
    if (selected)
        background = t.selection;
    else if (hovered)
        background = t.hover;
    painter->save();
    painter->fillRect(r, background);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.line);
    const bool first = index.column() == PlanModel::StepColumn;
    const bool last = index.column() == PlanModel::CauseColumn;
    if (selected && first)
        painter->fillRect(QRect(r.left(), r.top(), t.px(3), r.height()), t.highContrast() ? t.onSelection : t.accent);
    painter->setClipRect(r.adjusted(0, 0, 0, -1));
    const Cell cell{*painter,   t,        QRectF(r).adjusted(t.px(8), 0, -t.px(last ? 16 : 8), -1),
                    background, selected, hovered};
    if (first)
        paintStep(cell, r, row);
    else if (last)
        paintCause(cell, r, index);
    else
        drawText(cell, index.data().toString(), group ? FontRole::Name : FontRole::Body, Ink::Secondary);
    painter->setClipping(false);
    if (selected && m_view->hasFocus()) {
        const QColor c = t.highContrast() ? t.accent : t.focus;
        paintRowFrame(*painter, r, c, first, last);
    }
    painter->restore();
}

void PlanDelegate::paintStep(const Cell &cell, const QRect &rect, const QModelIndex &index) const
{
    const Tokens &t = cell.tokens;
    const PlanTreeView::Parts parts = m_view->partsOf(index, rect);
    const auto centred = [&](const QRect &r) {
        const qreal side = t.exact(16);
        return QRectF(r.center().x() + 0.5 - side / 2, cell.inner.center().y() - side / 2, side, side);
    };
    const bool locked = index.data(PlanModel::LockedRole).toBool();
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    const bool idle = locked || state == Qt::Unchecked;
    if (!parts.chevron.isNull())
        paintIcon(cell.painter, centred(parts.chevron),
                  m_view->isExpanded(index) ? Icon::ChevronDown : Icon::ChevronRight, cell.ink(Ink::Secondary), t);
    if (locked) {
        paintMark(cell.painter, centred(parts.tick), Mark::Withheld, cell.ink(Ink::Secondary), cell.background);
    } else {
        const Cell box{cell.painter, t, QRectF(parts.tick), cell.background, cell.selected, cell.hovered};
        drawTick(box, state);
    }
    const auto level = static_cast<Level>(index.data(PlanModel::LevelRole).toInt());
    if (level == Level::Group) {
        const QString name = index.data().toString();
        QRectF place(parts.text);
        const qreal width = drawText(cell, place, name, FontRole::Strong, Ink::Text, Qt::AlignLeft);
        place.setLeft(place.left() + qMax(width + t.px(12), t.exact(72)));
        drawText(cell, place, index.data(PlanModel::DetailRole).toString(), FontRole::Name, Ink::Text, Qt::AlignLeft);
        return;
    }
    const auto kind = static_cast<ChangeKind>(index.data(PlanModel::KindRole).toInt());
    const Mark mark = markOf(kind);
    cell.painter.save();
    if (locked && !t.highContrast())
        cell.painter.setOpacity(0.6);
    paintMark(cell.painter, centred(parts.mark), mark, cell.ink(inkOf(mark)), cell.background);
    cell.painter.restore();
    drawText(cell, QRectF(parts.text), index.data().toString(), FontRole::Name, idle ? Ink::Secondary : Ink::Text,
             Qt::AlignLeft);
}

void PlanDelegate::paintCause(const Cell &cell, const QRect &rect, const QModelIndex &index) const
{
    const Tokens &t = cell.tokens;
    const QModelIndex row = index.siblingAtColumn(0);
    QRectF place = cell.inner;
    const QRect action = m_view->actionRect(row, rect);
    if (!action.isNull()) {
        drawText(cell, QRectF(action), row.data(PlanModel::ActionRole).toString(), FontRole::Name, Ink::Accent,
                 Qt::AlignRight);
        place.setRight(action.left() - t.px(8));
    }
    if (row.data(PlanModel::LevelRole).toInt() == static_cast<int>(Level::Group)) {
        if (row.data(PlanModel::HeldRole).toInt() == 0)
            return;
        const qreal side = t.exact(16);
        paintIcon(cell.painter, QRectF(place.left(), place.center().y() - side / 2, side, side), Icon::Lock,
                  cell.ink(Ink::Secondary), t);
        place.setLeft(place.left() + side + t.px(6));
        drawText(cell, place, index.data().toString(), FontRole::Name, Ink::Secondary, Qt::AlignLeft);
        return;
    }
    const QString pill = row.data(PlanModel::PillRole).toString();
    if (pill.isEmpty()) {
        drawText(cell, place, index.data().toString(), FontRole::Body, Ink::Secondary, Qt::AlignLeft);
        return;
    }
    // A rule is never shortened to nothing: the pill keeps its place, what does not fit is cut inside it.
    const QFontMetrics fm(t.font(FontRole::Label));
    const int frame = pillWidth(pill, t) - fm.horizontalAdvance(pill);
    const QString shown = fm.elidedText(pill, Qt::ElideRight, qMax(0, static_cast<int>(place.width()) - frame));
    const bool lifted = row.data(PlanModel::LiftedRole).toBool();
    paintPill(cell.painter, QPointF(place.left(), place.center().y()), shown, lifted ? Ink::Drift : Ink::Text, t);
}

} // namespace liaison::ui
