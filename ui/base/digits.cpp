#include "ui/base/digits.h"

#include <QFontMetricsF>
#include <QPainter>

namespace liaison::ui {

namespace {

qreal cellWidth(const QFontMetricsF &fm)
{
    qreal widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = qMax(widest, fm.horizontalAdvance(QChar(c)));
    return widest;
}

} // namespace

qreal tabularWidth(const QFont &font, QStringView text)
{
    const QFontMetricsF fm(font);
    const qreal cell = cellWidth(fm);
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : fm.horizontalAdvance(c);
    return width;
}

qreal drawTabular(QPainter &painter, const QRectF &rect, QStringView text, const QFont &font, const QColor &ink)
{
    const QFontMetricsF fm(font);
    const qreal cell = cellWidth(fm);
    const qreal start = rect.right() - tabularWidth(font, text);
    const qreal baseline = rect.center().y() + (fm.ascent() - fm.descent()) / 2;
    painter.save();
    painter.setFont(font);
    painter.setPen(ink);
    qreal x = start;
    for (const QChar c : text) {
        const qreal advance = fm.horizontalAdvance(c);
        const qreal width = c.isDigit() ? cell : advance;
        painter.drawText(QPointF(x + (width - advance) / 2, baseline), QString(c));
        x += width;
    }
    painter.restore();
    return start;
}

} // namespace liaison::ui
