#include "ui/courses/peopledelegate.h"

#include "ui/base/icons.h"
#include "ui/base/plaintext.h"
#include "ui/base/theme.h"
#include "ui/courses/peoplemodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

namespace liaison::ui {
namespace {

const PeopleModel *modelOf(const QModelIndex &index)
{
    return qobject_cast<const PeopleModel *>(index.model());
}

void drawText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &colour,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown = QFontMetricsF(font).elidedText(oneLine(text), Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
}

QStringList inTwo(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return {text};
    qsizetype cut = -1;
    for (qsizetype blank = text.indexOf(u' '); blank > 0; blank = text.indexOf(u' ', blank + 1)) {
        if (metrics.horizontalAdvance(text.left(blank)) > width)
            break;
        cut = blank;
    }
    if (cut < 0)
        return {text};
    return {text.left(cut), text.mid(cut + 1)};
}

} // namespace

QSize PeopleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {tokens(option.widget).px(200), tokens(option.widget).px(36)};
}

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PeopleModel *model = modelOf(index);
    if (!model)
        return;
    const Tokens &t = tokens(option.widget);
    const DiffLine &line = model->line(index.row());
    const QRect rect = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    if (line.kind == DiffLine::Kind::Heading) {
        painter->fillRect(rect, t.window);
        drawText(*painter, rect.adjusted(t.px(16), 0, -t.px(16), 0), line.heading, t.font(FontRole::Label), t.text2);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
        painter->restore();
        return;
    }

    const bool selected = (option.state & QStyle::State_Selected) != 0;
    if (selected) {
        painter->fillRect(rect, t.selection);
        painter->fillRect(QRect(rect.left(), rect.top(), t.px(3), rect.height()),
                          t.highContrast() ? t.onSelection : t.accent);
    } else if ((option.state & QStyle::State_MouseOver) != 0) {
        painter->fillRect(rect, t.hover);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);

    const int gutter = t.px(36);
    const int half = (rect.width() - gutter) / 2;
    const QRect left(rect.left(), rect.top(), half, rect.height());
    const QRect sign(left.right() + 1, rect.top(), gutter, rect.height());
    const QRect right(sign.right() + 1, rect.top(), rect.width() - half - gutter, rect.height());
    paintSide(*painter, left.adjusted(t.px(16), 0, -t.px(4), 0), line.moodle, t, selected);
    paintSide(*painter, right.adjusted(t.px(8), 0, -t.px(12), 0), line.chat, t, selected);

    const qreal size = t.exact(16);
    const QRectF mark(sign.center().x() + 0.5 - size / 2, sign.center().y() + 0.5 - size / 2, size, size);
    if (line.kind == DiffLine::Kind::Same) {
        // Nothing to say: two short strokes, quieter than any sign.
        painter->setPen(QPen(selected ? t.onSelection : t.text3, t.exact(1.5), Qt::SolidLine, Qt::RoundCap));
        const QPointF c = mark.center();
        for (qreal dy : {-2.0, 2.0})
            painter->drawLine(c + QPointF(-t.exact(3.5), t.exact(dy)), c + QPointF(t.exact(3.5), t.exact(dy)));
    } else if (selected && t.highContrast()) {
        paintMark(*painter, mark, line.mark, t.onSelection, t.selection);
    } else {
        paintMark(*painter, mark, line.mark, t);
    }
    painter->restore();
}

void PeopleDelegate::paintSide(QPainter &painter, const QRect &rect, const DiffSide &side, const Tokens &t,
                               bool selected) const
{
    const bool flat = selected && t.highContrast();
    if (side.present) {
        const qreal half = rect.height() / 2.0;
        drawText(painter, QRectF(rect.left(), rect.top() + t.exact(2), rect.width(), half - t.exact(2)), side.name,
                 t.font(FontRole::Name), selected ? t.onSelection : t.text);
        drawText(painter, QRectF(rect.left(), rect.top() + half, rect.width(), half - t.exact(3)), side.detail,
                 t.font(FontRole::Caption), flat ? t.onSelection : t.text2);
        return;
    }
    // A cause that is too long for one line takes two: it is never cut short without need.
    const QFont font = t.font(FontRole::Caption);
    const QFontMetricsF metrics(font);
    const QRectF wide = QRectF(rect).adjusted(-t.exact(8) + 0.5, 0, -0.5, 0);
    const qreal room = wide.width() - t.exact(14);
    const QStringList lines = inTwo(side.slot, metrics, room);
    const qreal margin = t.exact(lines.size() > 1 ? 2 : 5);
    const QRectF slot = wide.adjusted(0, margin + 0.5, 0, -margin - 0.5);
    QPen dashes(flat ? t.onSelection : t.border, t.borderWidth());
    dashes.setDashPattern(t.borderWidth() > 1 ? QList<qreal>{2, 2} : QList<qreal>{3, 3});
    painter.setPen(dashes);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(slot, t.exact(4), t.exact(4));
    const qreal height = metrics.ascent() + metrics.descent();
    qreal y = slot.center().y() - height * static_cast<qreal>(lines.size()) / 2;
    for (const QString &line : lines) {
        drawText(painter, QRectF(slot.left() + t.exact(8), y, room, height), line, font,
                 flat ? t.onSelection : t.text2);
        y += height;
    }
}

bool PeopleDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const PeopleModel *model = modelOf(index);
    if (!event || event->type() != QEvent::ToolTip || !model)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = model->data(index).toString() + u'\n' + model->explanation(index.row());
    // A tool tip guesses whether its text is markup; what servers say never is.
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(text.trimmed()), view);
    return true;
}

} // namespace liaison::ui
