#include "ui/profiles/profilerow.h"

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/plaintext.h"
#include "ui/base/style.h"

#include <QFocusEvent>
#include <QPainter>

namespace liaison::ui {
namespace {

QString wordOf(Environment environment)
{
    return environment == Environment::Production ? ProfileRow::tr("production")
           : environment == Environment::Test     ? ProfileRow::tr("test")
                                                  : QString();
}

} // namespace

ProfileRow::ProfileRow(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProfileRow::set(const Shown &shown)
{
    m_shown = shown;
    describe();
    updateGeometry();
    update();
}

void ProfileRow::describe()
{
    QStringList parts{oneLine(m_shown.name)};
    if (m_shown.current)
        parts << tr("open now");
    if (m_shown.broken)
        parts << tr("broken file");
    if (const QString word = wordOf(m_shown.environment); !word.isEmpty())
        parts << word;
    parts << m_shown.badges << oneLine(m_shown.second);
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(m_shown.second);
}

QSize ProfileRow::sizeHint() const
{
    return {tokens(this).px(280), tokens(this).px(72)};
}

QSize ProfileRow::minimumSizeHint() const
{
    return {tokens(this).px(160), sizeHint().height()};
}

void ProfileRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const QColor ground = isChecked() ? t.selection : underMouse() ? t.hover : t.surface;
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    const auto ink = [&](Ink wanted) {
        return isChecked() && t.highContrast() ? t.ink(Ink::OnSelection) : t.ink(wanted);
    };
    if (isChecked())
        painter.fillRect(QRect(0, 0, t.px(3), height()), t.accent);
    const int left = t.px(16), right = width() - t.px(12);
    int end = right;
    painter.setFont(t.font(FontRole::Caption));
    if (m_shown.current) {
        const QString word = tr("open now");
        const int wide = painter.fontMetrics().horizontalAdvance(word);
        painter.setPen(ink(Ink::Accent));
        painter.drawText(QRect(end - wide, t.px(8), wide + 1, t.px(18)), Qt::AlignLeft | Qt::AlignVCenter, word);
        end -= wide + t.px(8);
    }
    const auto line = [&](const QString &text, FontRole role, Ink wanted, int top, int from, int until) {
        painter.setFont(t.font(role));
        painter.setPen(ink(wanted));
        painter.drawText(QRect(from, t.px(top), until - from, t.px(18)),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(oneLine(text), Qt::ElideRight, until - from));
    };
    line(m_shown.name, FontRole::Strong, Ink::Text, 8, left, end);
    line(m_shown.second, FontRole::Caption, m_shown.broken ? Ink::Missing : Ink::Secondary, 27, left, right);
    qreal x = left;
    const qreal middle = t.exact(57);
    if (const QString word = wordOf(m_shown.environment); !word.isEmpty()) {
        const QFont font = t.font(FontRole::LabelStrong);
        const qreal wide = QFontMetrics(font).horizontalAdvance(word) + t.px(12);
        const QRectF box(x, middle - t.exact(9), wide, t.exact(18));
        drawBox(painter, box, t.exact(4), t.environment(m_shown.environment), {}, 0);
        painter.setFont(font);
        painter.setPen(t.onEnvironment());
        painter.drawText(box, Qt::AlignCenter, word);
        x += wide + t.px(6);
    }
    for (const QString &badge : m_shown.badges)
        x += paintPill(painter, {x, middle}, badge, Ink::Text, t) + t.px(6);
}

void ProfileRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

void ProfileRow::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (!m_ring && isByKeyboard(event->reason()))
        m_ring = showFocusRing(this);
}

void ProfileRow::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    delete m_ring;
}

} // namespace liaison::ui
