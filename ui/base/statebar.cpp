#include "ui/base/statebar.h"

#include "ui/base/button.h"
#include "ui/base/style.h"
#include "ui/base/theme.h"
#include "ui/text/format.h"

#include <QFocusEvent>
#include <QFocusFrame>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QToolTip>

namespace liaison::ui {

namespace {

QString inWords(const StateShare &share, text::Language language)
{
    return text::number(language, share.count) % u' ' % share.word;
}

/// One tile of the legend.
class Tile : public QAbstractButton
{
public:
    explicit Tile(QWidget *parent) : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void set(const StateShare &share, text::Language language)
    {
        m_share = share;
        m_number = text::number(language, share.count);
        setAccessibleName(inWords(share, language));
        updateGeometry();
        update();
    }
    [[nodiscard]] int id() const { return m_share.id; }

    [[nodiscard]] QSize sizeHint() const override
    {
        const Tokens &t = tokens(this);
        const int words = qMax(QFontMetrics(t.font(FontRole::CardTitle)).horizontalAdvance(m_number),
                               QFontMetrics(t.font(FontRole::Body)).horizontalAdvance(m_share.word));
        return {qMax(t.px(116), t.px(8 + 16 + 8 + 12) + words), t.px(52)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        if (underMouse() || isDown())
            drawBox(painter, rect(), t.exact(6), isDown() ? t.soft : t.hover, t.highContrast() ? t.accent : QColor(),
                    2);
        const int left = t.px(8);
        const int side = t.px(16);
        const int half = height() / 2;
        paintMark(painter, QRectF(left, half - t.px(20) + t.px(2), side, side), m_share.mark, t);
        const int x = left + side + t.px(8);
        painter.setFont(t.font(FontRole::CardTitle));
        painter.setPen(m_share.count == 0 ? t.text3 : t.text);
        painter.drawText(QRect(x, half - t.px(22), width() - x, t.px(22)), Qt::AlignLeft | Qt::AlignVCenter, m_number);
        painter.setFont(t.font(FontRole::Body));
        painter.setPen(m_share.count == 0 ? t.text3 : t.text2);
        painter.drawText(QRect(x, half, width() - x, t.px(20)), Qt::AlignLeft | Qt::AlignVCenter, m_share.word);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QAbstractButton::focusInEvent(event);
        if (!m_ring && isByKeyboard(event->reason())) {
            m_ring = new QFocusFrame(parentWidget());
            m_ring->setWidget(this);
        }
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QAbstractButton::focusOutEvent(event);
        delete m_ring;
    }

private:
    StateShare m_share;
    QString m_number;
    QPointer<QFocusFrame> m_ring;
};

} // namespace

StateBar::StateBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateBar::setShares(const std::vector<StateShare> &shares, text::Language language)
{
    m_shares = shares;
    m_language = language;
    QStringList words;
    for (const StateShare &share : m_shares)
        words << inWords(share, language);
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

QSize StateBar::sizeHint() const
{
    const Tokens &t = tokens(this);
    return {t.px(320), t.px(20)};
}

std::vector<StateBar::Segment> StateBar::segments() const
{
    const Tokens &t = tokens(this);
    std::vector<Segment> result;
    qint64 total = 0;
    for (const StateShare &share : m_shares) {
        total += share.count;
        if (share.count > 0)
            result.push_back({share, {}});
    }
    if (result.empty())
        return result;
    const qreal gap = t.exact(2);
    const qreal least = t.exact(4);
    const qreal room = width() - gap * (static_cast<qreal>(result.size()) - 1);
    // The small ones take their minimum first; the others share the rest by count.
    qreal fixed = 0;
    qint64 shared = total;
    for (const Segment &s : result) {
        if (room * static_cast<qreal>(s.share.count) / static_cast<qreal>(total) < least) {
            fixed += least;
            shared -= s.share.count;
        }
    }
    qreal x = 0;
    for (Segment &s : result) {
        const bool small = room * static_cast<qreal>(s.share.count) / static_cast<qreal>(total) < least;
        const qreal w =
            small || shared <= 0
                ? least
                : qMax(least, (room - fixed) * static_cast<qreal>(s.share.count) / static_cast<qreal>(shared));
        s.rect = QRectF(x, 0, w, height());
        x += w + gap;
    }
    return result;
}

void StateBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath round;
    round.addRoundedRect(rect(), t.exact(4), t.exact(4));
    painter.setClipPath(round);
    const auto parts = segments();
    if (parts.empty())
        painter.fillRect(rect(), t.track);
    for (const Segment &s : parts)
        painter.fillRect(s.rect, t.ink(inkOf(s.share.mark)));
}

void StateBar::mouseReleaseEvent(QMouseEvent *event)
{
    for (const Segment &s : segments()) {
        if (s.rect.contains(event->position()))
            Q_EMIT activated(s.share.id);
    }
}

bool StateBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (const Segment &s : segments()) {
            if (s.rect.contains(help->pos()))
                QToolTip::showText(help->globalPos(), inWords(s.share, m_language), this);
        }
        return true;
    }
    return QWidget::event(event);
}

StateLegend::StateLegend(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(this))
{
    setMetrics(m_layout, {}, 4);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would forget height for width
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// Tiles are kept: a refresh does not take the keyboard away from one.
void StateLegend::setShares(const std::vector<StateShare> &shares, text::Language language)
{
    while (m_layout->count() > static_cast<int>(shares.size())) {
        QLayoutItem *item = m_layout->takeAt(m_layout->count() - 1);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    while (m_layout->count() < static_cast<int>(shares.size())) {
        auto *tile = new Tile(this);
        m_layout->addWidget(tile);
        tile->show();
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { Q_EMIT activated(tile->id()); });
    }
    for (int i = 0; i < m_layout->count(); ++i)
        static_cast<Tile *>(m_layout->itemAt(i)->widget())->set(shares[static_cast<size_t>(i)], language);
    align();
    updateGeometry();
}

void StateLegend::align()
{
    int together = -m_layout->spacing(), widest = 0;
    for (int i = 0; i < m_layout->count(); ++i) {
        const int width = m_layout->itemAt(i)->widget()->sizeHint().width();
        together += width + m_layout->spacing();
        widest = qMax(widest, width);
    }
    for (int i = 0; i < m_layout->count(); ++i)
        m_layout->itemAt(i)->widget()->setMinimumWidth(together > width() ? widest : 0);
}

void StateLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    align();
}

} // namespace liaison::ui
