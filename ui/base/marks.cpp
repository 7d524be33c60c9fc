#include "ui/base/marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QtMath>

namespace liaison::ui {

namespace {

/// Drawn on a grid of 16, like the guide; strokes get wider below 14 pixels so that they stay a whole pixel.
struct Pen
{
    QPainter &p;
    QColor ink, cut;
    qreal side;

    [[nodiscard]] qreal width(qreal w) const { return side < 14 ? w * 1.2 : side > 18 ? w * 0.94 : w; }
    void stroke(const QColor &c, qreal w) const
    {
        p.setPen(QPen(c, width(w), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(Qt::NoBrush);
    }
    void fill(const QColor &c) const
    {
        p.setPen(Qt::NoPen);
        p.setBrush(c);
    }
    void line(qreal x1, qreal y1, qreal x2, qreal y2) const { p.drawLine(QPointF(x1, y1), QPointF(x2, y2)); }
    void poly(const QPolygonF &points) const { p.drawPolyline(points); }

    void disc() const
    {
        fill(ink);
        p.drawEllipse(QPointF(8, 8), 7, 7);
    }
    void ring(qreal r, qreal w) const
    {
        stroke(ink, w);
        p.drawEllipse(QPointF(8, 8), r, r);
    }
    void tick() const
    {
        stroke(cut, 1.8);
        poly(QPolygonF({{4.9, 8.3}, {7.1, 10.5}, {11.2, 5.9}}));
    }
    void square() const
    {
        fill(ink);
        p.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3.2, 3.2);
    }
    void octagon() const
    {
        fill(ink);
        constexpr qreal r = 7.4;
        QPolygonF o;
        for (int i = 0; i < 8; ++i) {
            const qreal a = qDegreesToRadians(22.5 + 45.0 * i);
            o << QPointF(8 + r * qCos(a), 8 + r * qSin(a));
        }
        p.setPen(QPen(ink, 0.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPolygon(o);
    }
    void cross() const
    {
        stroke(cut, 1.8);
        line(5.6, 5.6, 10.4, 10.4);
        line(10.4, 5.6, 5.6, 10.4);
    }
    void diamond() const
    {
        p.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(ink);
        p.drawPolygon(QPolygonF({{8, 1.3}, {14.7, 8}, {8, 14.7}, {1.3, 8}}));
    }
    void triangle() const
    {
        p.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(ink);
        p.drawPolygon(QPolygonF({{8, 2.2}, {14.3, 13.4}, {1.7, 13.4}}));
    }
    void bang(qreal top, qreal bottom, qreal dot) const
    {
        stroke(cut, 1.8);
        line(8, top, 8, bottom);
        fill(cut);
        p.drawEllipse(QPointF(8, dot), width(1.05), width(1.05));
    }
    void dashedRing() const
    {
        p.setBrush(Qt::NoBrush);
        QPen pen(ink, width(1.5), Qt::SolidLine, Qt::FlatCap);
        p.setPen(pen);
        // Eight dashes, by arcs: a dash pattern would not close evenly at every size.
        for (int i = 0; i < 8; ++i)
            p.drawArc(QRectF(1.5, 1.5, 13, 13), (i * 45 + 8) * 16, 29 * 16);
    }
    void question() const
    {
        stroke(ink, 1.5);
        QPainterPath q;
        q.moveTo(6.1, 6.5);
        q.cubicTo(6.1, 5.0, 7.0, 4.5, 8.0, 4.5);
        q.cubicTo(9.2, 4.5, 10.0, 5.3, 10.0, 6.3);
        q.cubicTo(10.0, 7.6, 8.0, 7.7, 8.0, 9.2);
        p.drawPath(q);
        fill(ink);
        p.drawEllipse(QPointF(8, 11.5), width(0.95), width(0.95));
    }
    void house(bool up) const
    {
        // A house whose roof points where the role goes.
        QPolygonF h({{8, 1.3}, {14.5, 6.6}, {14.5, 14.4}, {1.5, 14.4}, {1.5, 6.6}});
        if (!up) {
            for (QPointF &point : h)
                point.setY(16 - point.y());
        }
        p.setPen(QPen(ink, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(ink);
        p.drawPolygon(h);
        stroke(cut, 1.7);
        const auto y = [up](qreal v) { return up ? v : 16 - v; };
        line(8, y(12.1), 8, y(6.0));
        poly(QPolygonF({{5.4, y(8.4)}, {8, y(5.8)}, {10.6, y(8.4)}}));
    }
    void history() const
    {
        stroke(ink, 1.5);
        p.drawArc(QRectF(2, 2, 12, 12), -165 * 16, 330 * 16 - 20 * 16);
        p.save();
        poly(QPolygonF({{2.0, 2.6}, {2.0, 5.9}, {5.3, 5.9}}));
        poly(QPolygonF({{8, 5}, {8, 8.3}, {10.4, 9.6}}));
        p.restore();
    }
    void padlock() const
    {
        stroke(ink, 1.6);
        p.drawRoundedRect(QRectF(2.8, 7.2, 10.4, 7), 1.6, 1.6);
        QPainterPath bow;
        bow.moveTo(5, 7);
        bow.lineTo(5, 4.9);
        bow.arcTo(QRectF(5, 1.9, 6, 6), 180, -180);
        bow.lineTo(11, 7);
        p.drawPath(bow);
    }
    void box() const
    {
        stroke(ink, 1.5);
        p.drawRoundedRect(QRectF(1.4, 2.3, 13.2, 3.6), 0.8, 0.8);
        poly(QPolygonF({{2.7, 6}, {2.7, 12.6}, {3.7, 13.7}, {12.3, 13.7}, {13.3, 12.6}, {13.3, 6}}));
        line(6.4, 8.8, 9.6, 8.8);
    }
    void running(int phase) const
    {
        for (int i = 0; i < 8; ++i) {
            QColor c = ink;
            c.setAlphaF(static_cast<float>(0.25 + 0.75 * ((i + 8 - phase % 8) % 8) / 7.0));
            p.setPen(QPen(c, width(1.6), Qt::SolidLine, Qt::RoundCap));
            const qreal a = qDegreesToRadians(45.0 * i - 90);
            line(8 + 3.8 * qCos(a), 8 + 3.8 * qSin(a), 8 + 6.4 * qCos(a), 8 + 6.4 * qSin(a));
        }
    }
};

void draw(const Pen &m, Mark mark, int phase)
{
    switch (mark) {
    case Mark::InStep:
    case Mark::Done:
    case Mark::Fine:
        m.disc();
        m.tick();
        break;
    case Mark::Drift:
        m.square();
        m.stroke(m.cut, 1.6);
        m.line(4.8, 6.3, 11.2, 6.3);
        m.line(4.8, 9.7, 11.2, 9.7);
        m.line(9.9, 4.1, 6.1, 11.9);
        break;
    case Mark::Missing:
    case Mark::Failed:
    case Mark::Blocking:
    case Mark::BlockingRestore:
        m.octagon();
        m.cross();
        break;
    case Mark::Pending:
        m.ring(6.4, 1.5);
        m.poly(QPolygonF({{8, 4.6}, {8, 8.2}, {10.3, 9.6}}));
        break;
    case Mark::Archived:
        m.box();
        break;
    case Mark::Orphan:
        m.diamond();
        m.bang(4.8, 8.4, 11.2);
        break;
    case Mark::Ambiguous:
        m.stroke(m.ink, 1.7);
        m.p.drawEllipse(QPointF(5.3, 8), 3.9, 3.9);
        m.p.drawEllipse(QPointF(10.7, 8), 3.9, 3.9);
        break;
    case Mark::Unknown:
        m.dashedRing();
        m.question();
        break;
    case Mark::PartlyKnown: {
        m.dashedRing();
        QPainterPath half;
        half.moveTo(3.6, 8);
        half.arcTo(QRectF(3.6, 3.6, 8.8, 8.8), 180, 180);
        half.closeSubpath();
        m.fill(m.ink);
        m.p.drawPath(half);
        break;
    }
    case Mark::Unlinked:
        m.ring(6.5, 1.2);
        m.line(5.3, 8, 10.7, 8);
        break;
    case Mark::Skipped:
        m.ring(6.4, 1.5);
        m.line(5.3, 8, 10.7, 8);
        break;
    case Mark::Add:
        m.disc();
        m.stroke(m.cut, 1.8);
        m.line(4.9, 8, 11.1, 8);
        m.line(8, 4.9, 8, 11.1);
        break;
    case Mark::Remove:
        m.square();
        m.stroke(m.cut, 1.8);
        m.line(4.9, 8, 11.1, 8);
        break;
    case Mark::Promote:
        m.house(true);
        break;
    case Mark::Demote:
        m.house(false);
        break;
    case Mark::Create:
        // A speech bubble with a plus: a room or an account that is not there yet.
        m.p.setPen(QPen(m.ink, 1.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m.p.setBrush(m.ink);
        m.p.drawRoundedRect(QRectF(1.6, 1.8, 12.8, 10.2), 2.6, 2.6);
        m.p.drawPolygon(QPolygonF({{4, 11.4}, {4, 14.8}, {7.8, 11.6}}));
        m.stroke(m.cut, 1.7);
        m.line(5.3, 6.9, 10.7, 6.9);
        m.line(8, 4.2, 8, 9.6);
        break;
    case Mark::Settings:
        m.stroke(m.ink, 1.5);
        m.line(2, 5, 8.6, 5);
        m.line(13.2, 5, 14, 5);
        m.line(2, 11, 3, 11);
        m.line(7.4, 11, 14, 11);
        m.p.drawEllipse(QPointF(10.9, 5), 2.1, 2.1);
        m.p.drawEllipse(QPointF(5.2, 11), 2.1, 2.1);
        break;
    case Mark::Withheld:
        m.padlock();
        break;
    case Mark::Stale:
        m.history();
        break;
    case Mark::Watch:
    case Mark::Stuck:
        m.triangle();
        m.bang(6.2, 9.3, 12.1);
        break;
    case Mark::Info:
        m.ring(6.4, 1.5);
        m.line(8, 7.6, 8, 11);
        m.fill(m.ink);
        m.p.drawEllipse(QPointF(8, 5), m.width(0.95), m.width(0.95));
        break;
    case Mark::Running:
        m.running(phase);
        break;
    }
}

} // namespace

void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const QColor &ink, const QColor &cut, int phase)
{
    const qreal side = qMin(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    draw(Pen{painter, ink, cut, side}, mark, phase);
    painter.restore();
}

void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const Tokens &tokens, int phase)
{
    paintMark(painter, rect, mark, tokens.ink(inkOf(mark)), tokens.surface, phase);
}

QIcon markIcon(Mark mark, const Tokens &tokens, int logical)
{
    QIcon icon;
    const int side = tokens.px(logical);
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(side * ratio, side * ratio);
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(ratio);
        QPainter painter(&pixmap);
        paintMark(painter, QRectF(0, 0, side, side), mark, tokens);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace liaison::ui
