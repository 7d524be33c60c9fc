#include "ui/base/button.h"

#include "ui/base/style.h"

#include <QFocusEvent>
#include <QPainter>

namespace liaison::ui {

QFocusFrame *showFocusRing(QWidget *control)
{
    auto *ring = new QFocusFrame(control->parentWidget());
    ring->setWidget(control);
    return ring;
}

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

Button::Button(Kind kind, QWidget *parent) : Button(QString(), kind, parent) {}

Button::Button(const QString &text, Kind kind, QWidget *parent) : QPushButton(text, parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false); // no key press applies a plan by accident
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    applyKind();
}

void Button::applyKind()
{
    setFontRole(this, m_kind == Kind::Primary || m_kind == Kind::Danger ? FontRole::Strong : FontRole::Name);
    updateGeometry();
    update();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    applyKind();
}

void Button::setIcon(Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void Button::setChevron(bool chevron)
{
    m_chevron = chevron;
    updateGeometry();
}

void Button::setConfirming(bool confirming)
{
    m_confirming = confirming;
    updateGeometry();
}

QSize Button::sizeHint() const
{
    const Tokens &t = tokens(this);
    const bool link = m_kind == Kind::Link;
    int width = link ? t.px(4) : t.px(24);
    if (!text().isEmpty())
        width += QFontMetrics(font()).size(Qt::TextShowMnemonic, text()).width() + 1;
    if (m_icon)
        width += t.px(16) + (text().isEmpty() ? -t.px(8) : t.px(8));
    if (m_chevron)
        width += t.px(18);
    const int height = link ? qMax(t.px(24), fontMetrics().height()) : t.px(m_confirming ? 36 : 32);
    return {qMax(width, height), height};
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const bool enabled = isEnabled();
    const bool down = isDown() || isChecked();
    const bool hover = enabled && underMouse();
    QColor fill, border, ink;
    switch (m_kind) {
    case Kind::Primary:
    case Kind::Danger: {
        const QColor base = m_kind == Kind::Primary  ? t.fill
                            : t.theme == Theme::Dark ? QColor(0xB4, 0x30, 0x44)
                                                     : t.missing;
        fill = down ? mixed(t.text, base, 0.22) : hover ? mixed(t.text, base, 0.10) : base;
        ink = t.onFill;
        break;
    }
    case Kind::Normal:
        fill = down ? t.soft : hover ? mixed(t.accent, t.surface, t.highContrast() ? 0 : 0.06) : t.surface;
        border = t.border;
        ink = t.text;
        break;
    case Kind::Quiet:
        if (down || hover)
            fill = t.highContrast() ? QColor() : mixed(t.accent, t.surface, down ? 0.14 : 0.08);
        if ((down || hover) && t.highContrast())
            border = t.accent;
        ink = t.highContrast() ? t.accent : t.text2;
        break;
    case Kind::Link:
        ink = t.accent;
        break;
    }
    if (!enabled) {
        ink = t.highContrast() ? t.text3 : mixed(t.text, t.surface, 0.5);
        if (m_kind != Kind::Quiet && m_kind != Kind::Link) {
            fill = t.track;
            border = t.highContrast() ? t.line : QColor();
        }
    }
    drawBox(painter, rect(), t.exact(6), fill, border, t.borderWidth());

    const QString label = text();
    const int textWidth = label.isEmpty() ? 0 : QFontMetrics(font()).size(Qt::TextShowMnemonic, label).width() + 1;
    const int iconWidth = m_icon ? t.px(16) : 0;
    const int gap = m_icon && !label.isEmpty() ? t.px(8) : 0;
    const int chevron = m_chevron ? t.px(18) : 0;
    int x = (width() - textWidth - iconWidth - gap - chevron) / 2;
    if (m_icon) {
        const QColor c = m_kind == Kind::Normal && enabled ? (t.highContrast() ? t.text : t.text2) : ink;
        paintIcon(painter, QRectF(x, (height() - iconWidth) / 2.0, iconWidth, iconWidth), *m_icon, c, t);
        x += iconWidth + gap;
    }
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, textWidth, height()), Qt::AlignCenter | Qt::TextHideMnemonic, label);
    if (m_kind == Kind::Link && hover)
        painter.drawLine(x, height() / 2 + fontMetrics().ascent() / 2 + 2, x + textWidth,
                         height() / 2 + fontMetrics().ascent() / 2 + 2);
    if (m_chevron) {
        const int side = t.px(14);
        paintIcon(painter, QRectF(x + textWidth + t.px(5), (height() - side) / 2.0, side, side), Icon::ChevronDown, ink,
                  t);
    }
}

void Button::focusInEvent(QFocusEvent *event)
{
    QPushButton::focusInEvent(event);
    if (!m_ring && isByKeyboard(event->reason()))
        m_ring = showFocusRing(this);
}

void Button::focusOutEvent(QFocusEvent *event)
{
    QPushButton::focusOutEvent(event);
    delete m_ring;
}

} // namespace liaison::ui
