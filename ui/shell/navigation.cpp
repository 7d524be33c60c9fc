#include "ui/shell/navigation.h"

#include "ui/base/bits.h"
#include "ui/base/field.h"
#include "ui/base/page.h"
#include "ui/base/style.h"
#include "ui/profiles/pagekeys.h"
#include "ui/snapshot/opensnapshotpage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace liaison::ui {

namespace {

constexpr int Wide = 184;
constexpr int Rail = 48;

/// The sign of the program and its name.
class Brand : public QWidget
{
public:
    explicit Brand(QWidget *parent) : QWidget(parent) { fixHeight(this, 48); }
    bool rail = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal side = t.exact(24);
        const QRectF box(rail ? (width() - side) / 2 : t.exact(8), (height() - side) / 2, side, side);
        drawBox(painter, box, t.exact(6), t.fill, QColor(), 0);
        // Two rings that hold each other.
        painter.setPen(QPen(t.onFill, t.exact(1.9)));
        const qreal r = side * 0.15;
        painter.drawEllipse(box.center() - QPointF(r * 1.02, 0), r, r);
        painter.drawEllipse(box.center() + QPointF(r * 1.02, 0), r, r);
        if (rail)
            return;
        painter.setFont(t.font(FontRole::CardTitle));
        painter.setPen(t.text);
        painter.drawText(QRectF(box.right() + t.exact(10), 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("Liaison"));
    }
};

class Rule : public QWidget
{
public:
    explicit Rule(QWidget *parent) : QWidget(parent) { fixHeight(this, 13); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        const QColor c = t.highContrast() ? t.line : mixed(t.text2, t.nav, 0.16);
        QPainter(this).fillRect(QRect(t.px(8), height() / 2, width() - t.px(16), 1), c);
    }
};

} // namespace

NavItem::NavItem(Icon icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NavItem::setBadge(const QString &badge, int fresh)
{
    m_badge = badge;
    m_fresh = fresh;
    describe();
    update();
}

void NavItem::setHint(const QString &keys)
{
    m_hint = keys;
}

void NavItem::setRail(bool rail)
{
    m_rail = rail;
    describe();
    updateGeometry();
    update();
}

void NavItem::describe()
{
    QString name = m_badge.isEmpty() ? text() : QString(text() % u' ' % m_badge);
    if (m_fresh > 0)
        name += QLatin1String(", ") % tr("%n new since you last looked", nullptr, m_fresh);
    setAccessibleName(name);
    setToolTip(m_rail || m_fresh > 0 ? name : QString());
}

QSize NavItem::sizeHint() const
{
    const Tokens &t = tokens(this);
    if (m_rail)
        return {t.px(32), t.px(32)};
    const QString &after = m_badge.isEmpty() ? m_hint : m_badge;
    const int words = QFontMetrics(t.font(FontRole::Name)).horizontalAdvance(text()) +
                      (after.isEmpty() ? 0 : QFontMetrics(t.font(FontRole::Label)).horizontalAdvance(after) + t.px(14));
    return {qMax(t.px(Wide - 16), words + t.px(38 + 10)), t.px(32)};
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const bool on = isChecked();
    const bool hover = underMouse();
    QColor ink = on ? t.text : t.text2;
    QColor iconInk = on ? t.accent : t.text2;
    if (on) {
        const QColor fill = t.highContrast() ? t.selection : t.theme == Theme::Dark ? t.raised : t.surface;
        drawBox(painter, rect(), t.exact(6), fill, t.highContrast() ? QColor() : t.line, 1);
        if (t.highContrast())
            ink = iconInk = t.onSelection;
        else
            drawBox(painter, QRectF(0, t.px(9), t.px(3), height() - t.px(18)), 1.5, t.accent, QColor(), 0);
    } else if (hover) {
        drawBox(painter, rect(), t.exact(6), t.highContrast() ? QColor() : mixed(t.accent, t.nav, 0.07),
                t.highContrast() ? t.accent : QColor(), 2);
    }
    const int side = t.px(16);
    const int x = m_rail ? (width() - side) / 2 : t.px(12);
    paintIcon(painter, QRectF(x, (height() - side) / 2.0, side, side), m_icon, iconInk, t);
    const auto drawDot = [&](const QPointF &at) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(iconInk == t.text2 ? t.accent : iconInk);
        painter.drawEllipse(at, t.exact(3), t.exact(3));
        painter.restore();
    };
    if (m_rail && m_fresh > 0)
        drawDot(QPointF(x + side, (height() - side) / 2.0));
    if (!m_rail) {
        const QRect words = rect().adjusted(t.px(38), 0, -t.px(10), 0);
        painter.setFont(t.font(FontRole::Name));
        painter.setPen(ink);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
        if (!m_badge.isEmpty()) {
            painter.setFont(t.font(FontRole::Label));
            painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, m_badge);
            if (m_fresh > 0) // a dot, so that it does not rest on the colour
                drawDot(QPointF(words.right() - painter.fontMetrics().horizontalAdvance(m_badge) - t.exact(8),
                                height() / 2.0));
        } else if (!m_hint.isEmpty()) {
            const int w = keyHintWidth(m_hint, t);
            const int h = t.px(18);
            paintKeyHint(painter, QRectF(words.right() - w + 1, (height() - h) / 2.0, w, h), m_hint, t);
        }
    }
    if (hasFocus())
        drawFocusRing(painter, rect(), t.exact(6), t);
}

Navigation::Navigation(QWidget *parent)
    : QWidget(parent), m_brand(new Brand(this)), m_area(new QScrollArea(this)), m_inside(new QWidget)
{
    setSurface(this, Surface::Nav);
    fixWidth(this, Wide);
    auto *whole = new QVBoxLayout(this);
    setMetrics(whole, {0, 0, 1, 0}, 0);
    auto *sign = new QHBoxLayout;
    setMetrics(sign, {8, 0, 7, 0}, 0);
    sign->addWidget(m_brand);
    whole->addLayout(sign);
    addGap(whole, 6);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    minHeight(m_area, 72);
    setSurface(m_area->viewport(), Surface::Nav);
    setSurface(m_inside, Surface::Nav);
    m_area->setWidget(m_inside);
    whole->addWidget(m_area, 1);
    auto *all = new QVBoxLayout(m_inside);
    setMetrics(all, {8, 0, 7, 4}, 2);
    add(pages::Overview, Icon::Overview, all);
    add(pages::Courses, Icon::Courses, all);
    add(pages::Rooms, Icon::Rooms, all);
    add(pages::Roles, Icon::Roles, all);
    add(pages::Retention, Icon::Retention, all);
    add(pages::Restores, Icon::Restores, all);
    all->addWidget(new Rule(m_inside));
    add(pages::Journal, Icon::Journal, all);
    add(pages::Diagnostics, Icon::Diagnostics, all);
    all->addStretch(1);
    add(pages::Profiles, Icon::Server, all);
    add(pages::Help, Icon::Help, all)->setHint(QStringLiteral("F1"));
    add(pages::Preferences, Icon::Preferences, all);
    retranslate();
}

NavItem *Navigation::add(const QString &key, Icon icon, QBoxLayout *layout)
{
    auto *item = new NavItem(icon, m_inside);
    layout->addWidget(item);
    m_items.insert(key, item);
    m_order << key;
    connect(item, &QAbstractButton::clicked, this, [this, key] {
        setCurrent(m_current); // the shell decides
        Q_EMIT opened(key);
    });
    return item;
}

void Navigation::setCurrent(const QString &key)
{
    m_current = key;
    for (auto it = m_items.cbegin(); it != m_items.cend(); ++it)
        it.value()->setChecked(it.key() == key);
    if (NavItem *found = m_items.value(key))
        showItem(found);
}

void Navigation::showItem(QWidget *item)
{
    m_area->ensureWidgetVisible(item, 0, tokens(this).px(4));
}

NavItem *Navigation::current() const
{
    return m_items.value(m_current, m_items.value(m_order.first()));
}

void Navigation::setBadge(const QString &key, const QString &badge, int fresh)
{
    if (NavItem *found = m_items.value(key))
        found->setBadge(badge, fresh);
}

QString Navigation::badgeOf(const QString &key) const
{
    const NavItem *found = m_items.value(key);
    return found ? found->badge() : QString();
}

void Navigation::setAvailable(const QString &key, bool available)
{
    if (NavItem *found = m_items.value(key))
        found->setVisible(available);
}

QStringList Navigation::pages() const
{
    QStringList open;
    for (const QString &key : m_order) {
        const NavItem *found = m_items.value(key);
        if (found && !found->isHidden())
            open << key;
    }
    return open;
}

QString Navigation::titleOf(const QString &key) const
{
    if (key == pages::Plan) // the page without a line of its own
        return tr("Plan");
    if (key == pages::Unlock)
        return tr("Passphrase");
    if (key == pages::OpenSnapshot)
        return tr("Open a published snapshot");
    const NavItem *found = m_items.value(key);
    return found ? found->text() : QString();
}

void Navigation::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    fixWidth(this, rail ? Rail : Wide);
    // A rail has no room for a bar: wheel and keyboard scroll it.
    m_area->setVerticalScrollBarPolicy(rail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    static_cast<Brand *>(m_brand)->rail = rail;
    m_brand->update();
    for (NavItem *item : std::as_const(m_items))
        item->setRail(rail);
}

void Navigation::retranslate()
{
    setAccessibleName(tr("Pages"));
    const auto name = [this](QLatin1String key, const QString &text) {
        if (NavItem *found = m_items.value(key)) {
            found->setText(text);
            found->describe();
        }
    };
    name(pages::Overview, tr("Overview"));
    name(pages::Courses, tr("Courses"));
    name(pages::Rooms, tr("Rooms"));
    name(pages::Roles, tr("Roles"));
    name(pages::Retention, tr("Retention"));
    name(pages::Restores, tr("Restores"));
    name(pages::Journal, tr("Journal"));
    name(pages::Diagnostics, tr("Diagnostics"));
    name(pages::Profiles, tr("Profiles"));
    name(pages::Help, tr("Help"));
    name(pages::Preferences, tr("Preferences"));
}

void Navigation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const QStringList open = pages();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        for (const QString &key : open) {
            const NavItem *found = m_items.value(key);
            if (found && found->hasFocus())
                Q_EMIT opened(key);
        }
        return;
    }
    if (step != 0) {
        for (int i = 0; i < open.size(); ++i) {
            const NavItem *from = m_items.value(open.at(i));
            NavItem *to = m_items.value(open.at((i + step + int(open.size())) % int(open.size())));
            if (from && to && from->hasFocus()) {
                to->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
    QWidget::keyPressEvent(event);
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(width() - 1, 0, 1, height()), tokens(this).line);
}

} // namespace liaison::ui
