#include "ui/base/delegate.h"

#include "ui/base/bits.h"
#include "ui/base/digits.h"
#include "ui/base/plaintext.h"
#include "ui/base/style.h"
#include "ui/text/format.h"

#include <QPainter>

namespace liaison::ui {

QColor Cell::ink(Ink which) const
{
    return selected && tokens.highContrast() ? tokens.onSelection : tokens.ink(which);
}

TableDelegate::TableDelegate(TableView *view) : QStyledItemDelegate(view), m_view(view) {}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(m_view);
    return {QStyledItemDelegate::sizeHint(option, index).width(), t.px(32)};
}

QColor TableDelegate::rowTint(const QModelIndex &, const Tokens &) const
{
    return {};
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(m_view);
    const QRect r = option.rect;
    const bool first = m_view->isFirst(index.column());
    const bool last = m_view->isLast(index.column());
    const bool selected = m_view->currentIndex().isValid() && index.row() == m_view->currentRow();
    const bool hovered = index.row() == m_view->hoverRow();

    QColor background = t.surface;
    if (selected)
        background = t.selection;
    else if (const QColor tint = rowTint(index, t); tint.isValid())
        background = tint;
    else if (hovered)
        background = t.hover;
    painter->save();
    painter->fillRect(r, background);
    if (m_hairlines)
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.line);
    if (selected && first)
        painter->fillRect(QRect(r.left(), r.top(), t.px(3), r.height()), t.highContrast() ? t.onSelection : t.accent);

    painter->setClipRect(r.adjusted(0, 0, 0, -1));
    const Cell cell{*painter,   t,        QRectF(r).adjusted(t.px(first ? 16 : 8), 0, -t.px(last ? 16 : 8), -1),
                    background, selected, hovered};
    paintCell(cell, index);
    painter->setClipping(false);

    const bool framed = selected && m_view->hasFocus();
    if (framed || (hovered && !selected && t.highContrast())) {
        const QColor c = framed ? (t.highContrast() ? t.accent : t.focus) : t.accent;
        paintRowFrame(*painter, r, c, first, last);
    }
    painter->restore();
}

void paintRowFrame(QPainter &painter, const QRect &rect, const QColor &color, bool first, bool last)
{
    const QRect f = rect.adjusted(0, 0, 0, -1);
    painter.fillRect(QRect(f.left(), f.top(), f.width(), 2), color);
    painter.fillRect(QRect(f.left(), f.bottom() - 1, f.width(), 2), color);
    if (first)
        painter.fillRect(QRect(f.left(), f.top(), 2, f.height()), color);
    if (last)
        painter.fillRect(QRect(f.right() - 1, f.top(), 2, f.height()), color);
}

void TableDelegate::paintCell(const Cell &cell, const QModelIndex &index) const
{
    const auto number = [&index](int role) -> std::optional<int> {
        const QVariant v = index.data(role);
        return v.isValid() ? std::optional<int>(v.toInt()) : std::nullopt;
    };
    const QString text = index.data(Qt::DisplayRole).toString();
    const auto ink = number(roles::InkRole);
    const auto font = number(roles::FontRole);
    const FontRole role = font ? static_cast<FontRole>(*font) : FontRole::Body;
    const Ink colour = ink ? static_cast<Ink>(*ink) : Ink::Text;
    if (const auto mark = number(roles::MarkRole)) {
        drawMarkWord(cell, static_cast<Mark>(*mark), text);
        return;
    }
    if (index.data(roles::NumberRole).toBool()) {
        drawNumber(cell, text, role, colour);
        return;
    }
    const QString second = index.data(roles::SecondLineRole).toString();
    if (!second.isEmpty()) {
        drawTwoLines(cell, text, second, font ? role : FontRole::Name, colour, index.data(roles::PillRole).toString());
        return;
    }
    const Tokens &t = cell.tokens;
    QRectF place = cell.inner;
    if (const auto icon = number(roles::IconRole)) {
        const qreal side = t.exact(16);
        paintIcon(cell.painter, QRectF(place.x(), place.center().y() - side / 2, side, side), static_cast<Icon>(*icon),
                  cell.ink(Ink::Secondary), t);
        place.setLeft(place.left() + side + t.px(8));
    }
    const QString pill = index.data(roles::PillRole).toString();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    if (pill.isEmpty()) {
        drawText(cell, place, text, role, colour,
                 alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::Alignment(Qt::AlignLeft));
        return;
    }
    QRectF before = place;
    before.setRight(place.right() - pillWidth(pill, t) - t.px(8));
    const qreal width = drawText(cell, before, text, role, colour, Qt::AlignLeft);
    paintPill(cell.painter, QPointF(place.x() + width + (width > 0 ? t.px(8) : 0), place.center().y()), pill, Ink::Text,
              t);
}

qreal drawText(const Cell &cell, const QRectF &rect, const QString &text, FontRole role, Ink ink,
               Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const QFont font = cell.tokens.font(role);
    const QFontMetricsF fm(font);
    const QString shown = fm.elidedText(oneLine(text), elideModeOf(text), rect.width() + 0.5);
    cell.painter.setFont(font);
    cell.painter.setPen(cell.ink(ink));
    cell.painter.drawText(
        rect, int(alignment & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
        shown);
    return fm.horizontalAdvance(shown);
}

qreal drawText(const Cell &cell, const QString &text, FontRole role, Ink ink, Qt::Alignment alignment)
{
    return drawText(cell, cell.inner, text, role, ink, alignment);
}

void drawTwoLines(const Cell &cell, const QString &first, const QString &second, FontRole role, Ink ink,
                  const QString &pill)
{
    const QFontMetricsF top(cell.tokens.font(role));
    const QFontMetricsF under(cell.tokens.font(FontRole::Caption));
    const qreal a = top.ascent() + top.descent();
    const qreal b = under.ascent() + under.descent();
    const qreal y = cell.inner.center().y() - (a + b) / 2;
    const Tokens &t = cell.tokens;
    const qreal kept = pill.isEmpty() ? 0 : pillWidth(pill, t) + t.px(8);
    const qreal width =
        drawText(cell, QRectF(cell.inner.x(), y, cell.inner.width() - kept, a), first, role, ink, Qt::AlignLeft);
    if (!pill.isEmpty())
        paintPill(cell.painter, QPointF(cell.inner.x() + width + (width > 0 ? t.px(8) : 0), y + a / 2), pill, Ink::Text,
                  t);
    drawText(cell, QRectF(cell.inner.x(), y + a, cell.inner.width(), b), second, FontRole::Caption, Ink::Secondary,
             Qt::AlignLeft);
}

void drawNumber(const Cell &cell, const QString &text, FontRole role, Ink ink)
{
    drawTabular(cell.painter, cell.inner, text, cell.tokens.font(role), cell.ink(ink));
}

void drawRatio(const Cell &cell, const QString &observed, const QString &expected, bool differs)
{
    const QFont plain = cell.tokens.font(FontRole::Body);
    const QFont strong = cell.tokens.font(differs ? FontRole::Strong : FontRole::Body);
    qreal x = drawTabular(cell.painter, cell.inner, expected, plain, cell.ink(Ink::Secondary));
    QRectF rest = cell.inner;
    const QString slash = QStringLiteral(" / ");
    rest.setRight(x);
    x = drawTabular(cell.painter, rest, slash, plain, cell.ink(Ink::Hint));
    rest.setRight(x);
    drawTabular(cell.painter, rest, observed, strong, cell.ink(differs ? Ink::Text : Ink::Secondary));
}

void drawMarkWord(const Cell &cell, Mark mark, const QString &word)
{
    const Tokens &t = cell.tokens;
    const qreal side = t.exact(16);
    const QRectF place(cell.inner.x(), cell.inner.center().y() - side / 2, side, side);
    const Ink ink = inkOf(mark);
    paintMark(cell.painter, place, mark, cell.ink(ink), cell.background);
    QRectF rest = cell.inner;
    rest.setLeft(place.right() + t.px(8));
    const bool calm = ink == Ink::Ok || ink == Ink::Quiet || ink == Ink::Hint;
    drawText(cell, rest, word, calm ? FontRole::Body : FontRole::Name, calm ? Ink::Secondary : ink, Qt::AlignLeft);
}

namespace {

QRectF aligned(const Cell &cell, qreal side, Qt::Alignment alignment)
{
    const QRectF &r = cell.inner;
    const qreal x = alignment & Qt::AlignLeft    ? r.left()
                    : alignment & Qt::AlignRight ? r.right() - side
                                                 : r.center().x() - side / 2;
    return {x, r.center().y() - side / 2, side, side};
}

} // namespace

void drawMark(const Cell &cell, Mark mark, Qt::Alignment alignment)
{
    paintMark(cell.painter, aligned(cell, cell.tokens.exact(16), alignment), mark, cell.ink(inkOf(mark)),
              cell.background);
}

void drawIcon(const Cell &cell, Icon icon, Ink ink, Qt::Alignment alignment)
{
    paintIcon(cell.painter, aligned(cell, cell.tokens.px(16), alignment), icon, cell.ink(ink), cell.tokens);
}

void drawChanges(const Cell &cell, const ChangeCounts &counts, text::Language language)
{
    struct Slot
    {
        QChar sign;
        int count;
        Ink ink;
    };
    // U+2212: as wide as the plus.
    const Slot slots[] = {{u'+', counts.add, Ink::Add},
                          {QChar(0x2212), counts.remove, Ink::Remove},
                          {QChar(0x2191), counts.promote, Ink::Role},
                          {QChar(0x2193), counts.demote, Ink::Role}};
    const QFont font = cell.tokens.font(FontRole::Strong);
    const qreal width = cell.tokens.exact(32);
    qreal right = cell.inner.right();
    for (int i = 3; i >= 0; --i) {
        const Slot &s = slots[i];
        if (s.count > 0) {
            const QString text = s.sign + text::number(language, s.count);
            drawTabular(cell.painter,
                        QRectF(cell.inner.left(), cell.inner.top(), right - cell.inner.left(), cell.inner.height()),
                        text, font, cell.ink(s.ink));
            // A number wider than its slot pushes the ones before it, so that nothing overlaps.
            right -= qMax(width, tabularWidth(font, text) + cell.tokens.exact(6));
        } else {
            right -= width;
        }
    }
}

void drawAbsentSlot(const Cell &cell, const QString &cause)
{
    const Tokens &t = cell.tokens;
    const QRectF box = cell.inner.adjusted(-t.px(8), t.px(4), t.px(8), -t.px(4));
    cell.painter.save();
    cell.painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(cell.ink(Ink::Hint), 1);
    pen.setColor(cell.selected && t.highContrast() ? t.onSelection : t.border);
    pen.setDashPattern({3, 2});
    cell.painter.setPen(pen);
    cell.painter.setBrush(Qt::NoBrush);
    cell.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), t.exact(4), t.exact(4));
    cell.painter.restore();
    drawText(cell, cell.inner, cause, FontRole::Label, Ink::Secondary, Qt::AlignLeft);
}

qreal drawTick(const Cell &cell, Qt::CheckState state, bool enabled)
{
    const Tokens &t = cell.tokens;
    QStyleOptionButton option;
    option.rect = aligned(cell, t.px(16), Qt::AlignLeft).toRect();
    option.state = state == Qt::Checked            ? QStyle::State_On
                   : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                   : QStyle::State_Off;
    if (enabled)
        option.state |= QStyle::State_Enabled;
    Style style(t);
    style.drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &cell.painter);
    return t.px(16 + 8);
}

} // namespace liaison::ui
