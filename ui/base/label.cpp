#include "ui/base/label.h"

#include "ui/base/plaintext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace liaison::ui {

Label::Label(FontRole role, Ink ink, QWidget *parent) : Label(QString(), role, ink, parent) {}

Label::Label(const QString &text, FontRole role, Ink ink, QWidget *parent) : QLabel(text, parent), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute); // whatever script a name begins with
    setFontRole(this, role);
    setInk(ink);
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    const QColor colour = tokens(this).ink(ink);
    if (palette().color(QPalette::Active, QPalette::WindowText) == colour)
        return;
    QPalette p;
    p.setColor(QPalette::WindowText, colour);
    setPalette(p);
}

void Label::setReading(bool reading)
{
    setWordWrap(reading);
    if (reading) {
        maxWidth(this, 640);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize Label::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().averageCharWidth() * 6, size.height()) : size;
}

void Label::paintEvent(QPaintEvent *event)
{
    const QString shown = withoutDirections(text());
    if (!m_elided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
        if (shown == text()) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        style()->drawItemText(&painter, contentsRect(), int(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0),
                              palette(), isEnabled(), shown, QPalette::WindowText);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(shown, Qt::ElideRight, contentsRect().width()));
    if (toolTip() != text())
        setToolTip(text());
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        setInk(m_ink);
}

} // namespace liaison::ui
