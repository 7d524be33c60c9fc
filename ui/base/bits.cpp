#include "ui/base/bits.h"

#include "ui/base/button.h"
#include "ui/base/plaintext.h"
#include "ui/base/style.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace liaison::ui {

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        QWidget::setFixedHeight(1);
    else
        QWidget::setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens(this).line);
}

MarkLabel::MarkLabel(Mark mark, text::Language language, int logical, QWidget *parent)
    : QWidget(parent), m_mark(mark), m_logical(logical)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMark(mark, language);
}

void MarkLabel::setMark(Mark mark, text::Language language)
{
    m_mark = mark;
    const QString name = markName(mark, language);
    setAccessibleName(name);
    setToolTip(name);
    update();
}

QSize MarkLabel::sizeHint() const
{
    const int side = tokens(this).px(m_logical);
    return {side, side};
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, rect(), m_mark, tokens(this));
}

IconLabel::IconLabel(Icon icon, Ink ink, int logical, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_ink(ink), m_logical(logical)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon icon, Ink ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = tokens(this).px(m_logical);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, t.ink(m_ink), t);
}

int pillWidth(const QString &text, const Tokens &tokens)
{
    return QFontMetrics(tokens.font(FontRole::Label)).horizontalAdvance(text) + tokens.px(12);
}

qreal paintPill(QPainter &painter, const QPointF &leftCentre, const QString &text, Ink ink, const Tokens &tokens)
{
    const int width = pillWidth(text, tokens);
    const int height = tokens.px(20);
    const QRectF box(leftCentre.x(), leftCentre.y() - height / 2.0, width, height);
    const QColor fill = tokens.highContrast() ? tokens.surface : mixed(tokens.text2, tokens.surface, 0.11);
    drawBox(painter, box, tokens.exact(4), fill, tokens.highContrast() ? tokens.border : QColor(), 1);
    painter.save();
    painter.setFont(tokens.font(FontRole::Label));
    painter.setPen(tokens.ink(ink));
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

Pill::Pill(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFontRole(this, FontRole::Label);
}

void Pill::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize Pill::sizeHint() const
{
    const Tokens &t = tokens(this);
    return {pillWidth(text(), t), t.px(20)};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, QPointF(0, height() / 2.0), text(), m_ink, tokens(this));
}

EnvironmentTag::EnvironmentTag(Environment environment, QWidget *parent) : QLabel(parent), m_environment(environment)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFontRole(this, FontRole::LabelStrong);
    retranslate();
}

void EnvironmentTag::setEnvironment(Environment environment)
{
    m_environment = environment;
    retranslate();
}

void EnvironmentTag::retranslate()
{
    switch (m_environment) {
    case Environment::Production:
        setText(tr("PRODUCTION"));
        break;
    case Environment::Test:
        setText(tr("TEST"));
        break;
    case Environment::Sandbox:
        setText(tr("SANDBOX"));
        break;
    case Environment::None:
        setText(tr("NO CAMPUS"));
        break;
    }
    setAccessibleName(tr("Environment: %1").arg(text()));
    updateGeometry();
    update();
}

QSize EnvironmentTag::sizeHint() const
{
    const Tokens &t = tokens(this);
    return {QFontMetrics(t.font(FontRole::LabelStrong)).horizontalAdvance(text()) + t.px(14), t.px(18)};
}

void EnvironmentTag::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    drawBox(painter, rect(), t.exact(4), t.environment(m_environment), QColor(), 0);
    painter.setFont(font());
    painter.setPen(t.onEnvironment());
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void EnvironmentTag::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLabel::changeEvent(event);
}

Tabs::Tabs(QWidget *parent) : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
}

Card::Card(QWidget *parent) : QFrame(parent), m_title(new Label(FontRole::CardTitle, Ink::Text, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 14, 16, 16}, 12);
    m_head = new QHBoxLayout;
    setMetrics(m_head, {}, 8);
    m_head->addWidget(m_title, 1);
    m_body = new QVBoxLayout;
    setMetrics(m_body, {}, 8);
    all->addLayout(m_head);
    all->addLayout(m_body, 1);
    m_title->hide();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

Button *Card::action()
{
    if (!m_action) {
        m_action = new Button(Button::Kind::Link, this);
        m_head->addWidget(m_action);
    }
    return m_action;
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    drawBox(painter, rect(), t.exact(8), t.surface, t.line, 1);
}

KeyValueRow::KeyValueRow(QWidget *parent)
    : QWidget(parent)
    , m_key(new Label(FontRole::Body, Ink::Secondary, this))
    , m_value(new Label(FontRole::Name, Ink::Text, this))
    , m_source(new Label(FontRole::Caption, Ink::Hint, this))
    , m_layout(new QHBoxLayout(this))
{
    setMetrics(m_layout, {0, 2, 0, 2}, 12);
    m_layout->addWidget(m_key, 0, Qt::AlignTop);
    m_layout->addWidget(m_value, 1, Qt::AlignTop);
    m_layout->addWidget(m_source, 0, Qt::AlignTop);
    m_value->setWordWrap(true);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_source->hide();
    setKeyWidth(128);
}

KeyValueRow::KeyValueRow(const QString &key, const QString &value, QWidget *parent) : KeyValueRow(parent)
{
    setKey(key);
    setValue(value);
}

void KeyValueRow::setKey(const QString &key)
{
    m_key->setText(key);
    describe();
}

void KeyValueRow::setValue(const QString &value, Ink ink)
{
    m_value->setText(value);
    const bool oneWord = elideModeOf(value) == Qt::ElideLeft; // cannot break: would widen whatever holds the row
    m_value->setWordWrap(!oneWord);
    m_value->setElided(oneWord);
    m_value->setInk(ink);
    describe();
}

void KeyValueRow::describe()
{
    // A screen reader does not need to know where a line may break.
    m_value->setAccessibleName(QString(m_key->text() % u' ' % m_value->text()).remove(QChar(0x200b)));
}

void KeyValueRow::setSource(const QString &source)
{
    m_source->setText(source);
    m_source->setVisible(!source.isEmpty());
}

void KeyValueRow::setMark(std::optional<Mark> mark, text::Language language)
{
    if (!mark) {
        if (m_mark)
            m_mark->hide();
        return;
    }
    if (!m_mark) {
        m_mark = new MarkLabel(*mark, language, 16, this);
        m_layout->insertWidget(1, m_mark, 0, Qt::AlignTop);
    }
    m_mark->setMark(*mark, language);
    m_mark->show();
}

void KeyValueRow::setKeyWidth(int logical)
{
    minWidth(m_key, logical);
}

void paintMeter(QPainter &painter, const QRectF &rect, std::optional<double> value, std::optional<double> wanted,
                double scale, Ink ink, const Tokens &t)
{
    const qreal height = t.exact(6);
    const QRectF track(rect.x(), rect.center().y() - height / 2, rect.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!value) {
        QPen pen(t.border, 1);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2);
    } else {
        drawBox(painter, track, height / 2, t.track, t.highContrast() ? t.border : QColor(), 1);
        const auto at = [&](double v) { return track.x() + track.width() * qBound(0.0, v / qMax(scale, 1e-9), 1.0); };
        const qreal end = at(*value);
        painter.setClipRect(track);
        painter.setPen(Qt::NoPen);
        const auto bar = [&](qreal from, qreal to, const QColor &c) {
            painter.setBrush(c);
            painter.drawRect(QRectF(from, track.y(), to - from, track.height()));
        };
        QPainterPath round;
        round.addRoundedRect(track, height / 2, height / 2);
        painter.setClipPath(round);
        const qreal limit = wanted ? qMin(end, at(*wanted)) : end;
        bar(track.x(), limit, t.ink(ink));
        if (end > limit)
            bar(limit, end, t.missing);
        painter.setClipping(false);
        if (*value > scale) {
            painter.setPen(QPen(t.missing, t.exact(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF c(track.right() + t.exact(5), track.center().y());
            painter.drawPolyline(
                QPolygonF({c + QPointF(-2, -t.exact(3)), c + QPointF(1, 0), c + QPointF(-2, t.exact(3))}));
        }
    }
    if (wanted) {
        const qreal x = track.x() + track.width() * qBound(0.0, *wanted / qMax(scale, 1e-9), 1.0);
        painter.fillRect(QRectF(x - 1, track.y() - t.exact(4), 2, track.height() + t.exact(8)), t.text);
    }
    painter.restore();
}

Meter::Meter(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::setValues(std::optional<double> value, std::optional<double> wanted, double scale,
                      const QString &description)
{
    m_value = value;
    m_wanted = wanted;
    m_scale = scale;
    setAccessibleName(description);
    setToolTip(description);
    update();
}

void Meter::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize Meter::sizeHint() const
{
    const Tokens &t = tokens(this);
    return {t.px(160), t.px(16)};
}

void Meter::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const qreal room = t.exact(8); // for the chevron
    paintMeter(painter, QRectF(rect()).adjusted(1, 0, -room, 0), m_value, m_wanted, m_scale, m_ink, t);
}

} // namespace liaison::ui
