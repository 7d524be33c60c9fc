#include "ui/base/style.h"

#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace liaison::ui {

Style::Style(const Tokens &tokens) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_tokens(tokens) {}

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
             qreal borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = border.isValid() ? borderWidth / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    drawBox(painter, rect, radius, QColor(), tokens.focus, 2);
}

void Style::drawTick(const QStyleOption *option, QPainter *painter, bool radio) const
{
    const Tokens &t = m_tokens;
    const bool on = option->state & State_On;
    const bool partly = option->state & State_NoChange;
    const bool enabled = option->state & State_Enabled;
    const qreal side = qMin(option->rect.width(), option->rect.height());
    const QRectF box(option->rect.center().x() + 0.5 - side / 2, option->rect.center().y() + 0.5 - side / 2, side,
                     side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor fill = !enabled ? t.track : (on || partly) ? t.fill : t.surface;
    const QColor border = !enabled ? t.line : (on || partly) ? t.fill : t.border;
    drawBox(*painter, box, radio ? side / 2 : t.exact(4), fill, border, t.borderWidth() > 1 ? 2 : 1.2);
    painter->setPen(QPen(enabled ? t.onFill : t.text3, t.exact(1.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    if (radio && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? t.onFill : t.text3);
        painter->drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (partly) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (on) {
        painter->drawPolyline(QPolygonF({at(0.26, 0.53), at(0.43, 0.70), at(0.74, 0.33)}));
    }
    painter->restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_PanelButtonCommand: {
        const bool down = option->state & (State_Sunken | State_On);
        const bool hover = enabled && (option->state & State_MouseOver);
        const QColor fill = !enabled ? t.track : down ? t.soft : hover ? mixed(t.accent, t.surface, 0.06) : t.surface;
        drawBox(*painter, option->rect, t.exact(6), fill, enabled ? t.border : QColor(), t.borderWidth());
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawTick(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawTick(option, painter, true);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            const bool focus = option->state & State_HasFocus;
            drawBox(*painter, option->rect, t.exact(6), enabled ? t.surface : t.track,
                    focus     ? t.focus
                    : enabled ? t.border
                              : t.line,
                    focus ? 2 : t.borderWidth());
        }
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        drawBox(*painter, option->rect, t.exact(6), QColor(), t.line, t.borderWidth());
        return;
    case PE_FrameFocusRect:
        drawFocusRing(*painter, option->rect, t.exact(4), t);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.raised);
        drawBox(*painter, option->rect, t.exact(6), t.raised, t.highContrast() ? t.border : t.line, t.borderWidth());
        return;
    case PE_FrameMenu:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case PE_PanelTipLabel:
        drawBox(*painter, option->rect, 0, t.raised, t.highContrast() ? t.border : t.line, 1);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    switch (element) {
    case CE_Splitter: {
        const bool hover = option->state & State_MouseOver;
        const QRect r = option->rect;
        const QColor c = hover ? t.accent : t.line;
        if (option->state & State_Horizontal)
            painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), c);
        else
            painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), c);
        return;
    }
    case CE_FocusFrame:
        drawFocusRing(*painter, option->rect, t.exact(6) + 3, t);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const QRect r = option->rect;
            if (option->state & State_Selected) {
                const int bar = t.px(2);
                painter->fillRect(QRect(r.left() + t.px(12), r.bottom() - bar + 1, r.width() - t.px(24), bar),
                                  t.accent);
            }
            if (tab->state & State_HasFocus)
                drawFocusRing(*painter, QRectF(r).adjusted(2, 4, -2, -4), t.exact(6), t);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const bool selected = option->state & State_Selected;
            painter->setFont(t.font(FontRole::Name));
            painter->setPen(!(option->state & State_Enabled) ? t.text3 : selected ? t.text : t.text2);
            painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const QRect r = option->rect;
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                painter->fillRect(QRect(r.left() + t.px(8), r.center().y(), r.width() - t.px(16), 1), t.line);
                return;
            }
            const bool enabled = option->state & State_Enabled;
            const bool current = enabled && (option->state & State_Selected);
            QColor ink = enabled ? t.text : t.text3;
            if (current) {
                drawBox(*painter, QRectF(r).adjusted(4, 1, -4, -1), t.exact(4), t.selection, QColor(), 0);
                ink = t.onSelection;
            }
            const int gutter = t.px(32);
            const QRect icon(r.left() + t.px(12), r.center().y() - t.px(8) + 1, t.px(16), t.px(16));
            if (item->checked) {
                painter->save();
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(QPen(ink, t.exact(1.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                const QRectF b(icon);
                painter->drawPolyline(QPolygonF({{b.x() + b.width() * 0.2, b.y() + b.height() * 0.53},
                                                 {b.x() + b.width() * 0.4, b.y() + b.height() * 0.72},
                                                 {b.x() + b.width() * 0.8, b.y() + b.height() * 0.3}}));
                painter->restore();
            } else if (!item->icon.isNull()) {
                item->icon.paint(painter, icon);
            }
            painter->setFont(t.font(FontRole::Body));
            painter->setPen(ink);
            QString label = item->text;
            QString shortcut;
            if (const auto tab = label.indexOf(u'\t'); tab >= 0) {
                shortcut = label.mid(tab + 1);
                label.truncate(tab);
            }
            const QRect text = r.adjusted(gutter + t.px(4), 0, -t.px(16), 0);
            painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, label);
            painter->setPen(current ? t.onSelection : t.text3);
            painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, shortcut);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool across = option->state & State_Horizontal;
    painter->fillRect(option->rect, t.surface);
    const qreal inset = t.exact(2);
    handle = across ? handle.adjusted(1, inset, -1, -inset) : handle.adjusted(inset, 1, -inset, -1);
    const bool active =
        (option->activeSubControls & SC_ScrollBarSlider) && (option->state & (State_MouseOver | State_Sunken));
    const qreal radius = qMin(handle.width(), handle.height()) / 2;
    drawBox(*painter, handle, radius, active ? t.border : t.scrollHandle, QColor(), 0);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    if (control == CC_ScrollBar) {
        drawScrollBar(option, painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && !combo->editable) {
            const bool enabled = option->state & State_Enabled;
            const bool focus = option->state & State_HasFocus;
            drawBox(*painter, option->rect, t.exact(6), enabled ? t.surface : t.track,
                    focus     ? t.focus
                    : enabled ? t.border
                              : t.line,
                    focus ? 2 : t.borderWidth());
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(
                QPen(enabled ? t.text2 : t.text3, t.exact(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF c(option->rect.right() - t.exact(14), option->rect.center().y() + 0.5);
            painter->drawPolyline(QPolygonF({c + QPointF(-t.exact(4), -t.exact(2)), c + QPointF(0, t.exact(2)),
                                             c + QPointF(t.exact(4), -t.exact(2))}));
            painter->restore();
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace liaison::ui
