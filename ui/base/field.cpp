#include "ui/base/field.h"

#include "ui/base/style.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace liaison::ui {

QString keyHintText(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

int keyHintWidth(const QString &keys, const Tokens &tokens)
{
    return QFontMetrics(tokens.font(FontRole::Label)).horizontalAdvance(keys) + tokens.px(12);
}

void paintKeyHint(QPainter &painter, const QRectF &rect, const QString &keys, const Tokens &tokens)
{
    drawBox(painter, rect, tokens.exact(4), tokens.window, tokens.highContrast() ? tokens.border : tokens.line, 1);
    painter.save();
    painter.setFont(tokens.font(FontRole::Label));
    painter.setPen(tokens.text2);
    painter.drawText(rect, Qt::AlignCenter, keys);
    painter.restore();
}

Field::Field(Icon icon, QWidget *parent) : QLineEdit(parent), m_icon(icon)
{
    setFontRole(this, FontRole::Body);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    arrange();
    connect(this, &QLineEdit::textChanged, this, [this] { arrange(); });
}

void Field::setShortcutHint(const QKeySequence &sequence)
{
    m_hint = keyHintText(sequence);
    arrange();
}

void Field::setLabel(const QString &placeholder)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    updateGeometry();
}

int Field::hintWidth() const
{
    return m_hint.isEmpty() || !text().isEmpty() ? 0 : keyHintWidth(m_hint, tokens(this));
}

void Field::arrange()
{
    const Tokens &t = tokens(this);
    const int hint = hintWidth();
    setTextMargins(t.px(34 - 4), 0, (hint ? hint + t.px(8) : t.px(4)), 0);
    update();
}

QSize Field::sizeHint() const
{
    const Tokens &t = tokens(this);
    return {t.px(248), t.px(32)};
}

QSize Field::minimumSizeHint() const
{
    const Tokens &t = tokens(this);
    return {t.px(140), t.px(32)};
}

void Field::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const int side = t.px(16);
    paintIcon(painter, QRectF(t.px(10), (height() - side) / 2.0, side, side), m_icon, t.text2, t);
    if (const int w = hintWidth()) {
        const int h = t.px(20);
        paintKeyHint(painter, QRectF(width() - w - t.px(6), (height() - h) / 2.0, w, h), m_hint, t);
    }
}

void Field::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void Field::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void Field::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        arrange();
}

SearchField::SearchField(QWidget *parent) : Field(Icon::Search, parent)
{
    setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_K));
}

FilterField::FilterField(QWidget *parent) : Field(Icon::Filter, parent)
{
    setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

} // namespace liaison::ui
