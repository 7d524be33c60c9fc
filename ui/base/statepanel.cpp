#include "ui/base/statepanel.h"

#include "ui/base/style.h"

#include <QPainter>
#include <QResizeEvent>

namespace liaison::ui {

/// The disc with an icon, or the mark, of a panel.
class StatePanel::Emblem : public QWidget
{
public:
    Emblem(bool banner, QWidget *parent) : QWidget(parent), m_banner(banner)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    Kind kind = Kind::Empty;
    Icon icon = Icon::NoResult;
    int phase = 0;

    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = tokens(this).px(m_banner ? 20 : 72);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        if (!m_banner)
            drawBox(painter, rect(), width() / 2.0, t.highContrast() ? t.surface : t.window,
                    t.highContrast()         ? t.border
                    : t.theme == Theme::Dark ? t.line
                                             : QColor(),
                    t.borderWidth());
        const int side = m_banner ? width() : t.px(28);
        const QRectF inner((width() - side) / 2.0, (height() - side) / 2.0, side, side);
        switch (kind) {
        case Kind::Empty:
            paintIcon(painter, inner, icon, t.text2, t);
            break;
        case Kind::Loading:
            paintMark(painter, inner, Mark::Running, t, phase);
            break;
        case Kind::Error:
            paintMark(painter, inner, Mark::Failed, t);
            break;
        case Kind::Unknown:
            paintMark(painter, inner, Mark::Unknown, t);
            break;
        }
    }

private:
    bool m_banner;
};

StatePanel::StatePanel(Kind kind, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_shape(shape)
    , m_emblem(new Emblem(shape == Shape::Banner, this))
    , m_title(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_remedy(new Label(FontRole::Body, Ink::Secondary, this))
    , m_detail(new Label(FontRole::Caption, Ink::Hint, this))
    , m_meter(new Meter(this))
    , m_actions(new QWidget(this))
    , m_actionRow(new QHBoxLayout(m_actions))
{
    const bool banner = shape == Shape::Banner;
    setSurface(this, Surface::Surface);
    setMetrics(m_actionRow, {0, 8, 0, 0}, 8);
    for (Label *label : {m_title, m_remedy, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(banner ? Qt::AlignLeft : Qt::AlignHCenter);
    }
    m_remedy->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_meter->hide();
    m_remedy->hide();
    m_detail->hide();
    m_actions->hide();

    auto *column = new QVBoxLayout;
    setMetrics(column, {}, 6);
    if (banner) {
        auto *row = new QHBoxLayout(this);
        setMetrics(row, {20, 14, 16, 14}, 12);
        row->addWidget(m_emblem, 0, Qt::AlignTop);
        row->addLayout(column, 1);
        for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_remedy, m_detail, m_meter})
            column->addWidget(part);
        maxWidth(m_meter, 320);
        column->addWidget(m_actions, 0, Qt::AlignLeft);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    } else {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        auto *middle = new QWidget(this);
        middle->setLayout(column);
        maxWidth(middle, 560);
        column->addWidget(m_emblem, 0, Qt::AlignHCenter);
        addGap(column, 12);
        column->addWidget(m_title);
        column->addWidget(m_remedy);
        column->addWidget(m_detail);
        fixWidth(m_meter, 320);
        column->addWidget(m_meter, 0, Qt::AlignHCenter);
        addGap(column, 8);
        column->addWidget(m_actions, 0, Qt::AlignHCenter);
        auto *across = new QHBoxLayout;
        across->addStretch(1);
        across->addWidget(middle, 8);
        across->addStretch(1);
        auto *all = new QVBoxLayout(this);
        setMetrics(all, {24, 24, 24, 24}, 0);
        all->addStretch(2);
        all->addLayout(across);
        all->addStretch(3);
    }
    m_step.setInterval(125);
    connect(&m_step, &QTimer::timeout, this, [this] {
        ++m_emblem->phase;
        m_emblem->update();
    });
    setKind(kind);
}

void StatePanel::setKind(Kind kind)
{
    m_kind = kind;
    m_emblem->kind = kind;
    m_emblem->update();
    if (kind != Kind::Loading)
        m_meter->hide();
    const bool moves = kind == Kind::Loading && isVisible();
    if (moves && style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this))
        m_step.start();
    else
        m_step.stop();
}

void StatePanel::setIcon(Icon icon)
{
    m_emblem->icon = icon;
    m_emblem->update();
}

void StatePanel::setTexts(const QString &conclusion, const QString &remedy)
{
    m_title->setText(conclusion);
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    setAccessibleName(conclusion);
    setAccessibleDescription(remedy);
}

void StatePanel::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void StatePanel::setError(const Error &error, text::Language language)
{
    setKind(Kind::Error);
    const text::Text words = text::error(error, language);
    setTexts(words.name, words.sentence % u' ' % words.remedy);
    setDetail(error.where);
}

void StatePanel::setProgress(int done, int total)
{
    m_meter->setVisible(total > 0);
    if (total > 0)
        m_meter->setValues(done, std::nullopt, total, QStringLiteral("%1 / %2").arg(done).arg(total));
}

Button *StatePanel::addAction(const QString &text, Button::Kind kind)
{
    auto *button = new Button(text, kind, m_actions);
    m_actionRow->addWidget(button);
    m_actions->show();
    return button;
}

void StatePanel::clearActions()
{
    while (QLayoutItem *item = m_actionRow->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // may be the sender
        }
        delete item;
    }
    m_actions->hide();
}

/// As high as its texts are at the width it has; the layout alone would reckon with the narrowest.
QSize StatePanel::minimumSizeHint() const
{
    const int least = tokens(this).px(280);
    const int given = isVisible() ? qMax(width(), least) : qMax(least, parentWidget() ? parentWidget()->width() : 0);
    return {least, layout()->hasHeightForWidth() ? layout()->heightForWidth(given) : layout()->minimumSize().height()};
}

void StatePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void StatePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setKind(m_kind);
}

void StatePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_step.stop();
}

} // namespace liaison::ui
