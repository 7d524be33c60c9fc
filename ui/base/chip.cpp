#include "ui/base/chip.h"

#include "ui/base/button.h"

#include "ui/base/style.h"
#include "ui/base/theme.h"
#include "ui/text/format.h"

#include <QFocusEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace liaison::ui {

Chip::Chip(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFontRole(this, FontRole::Name);
}

Chip::Chip(Mark mark, QWidget *parent) : Chip(parent)
{
    m_mark = mark;
}

void Chip::setCount(std::optional<qint64> count, text::Language language)
{
    m_count = count ? text::number(language, *count) : QString();
    m_zero = count && *count == 0;
    setAccessibleName(m_count.isEmpty() ? text() : QString(text() % u' ' % m_count));
    updateGeometry();
    update();
}

void Chip::setCountUnknown()
{
    m_count = QStringLiteral("?");
    m_zero = false;
    setAccessibleName(text() % QStringLiteral(" ?"));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const Tokens &t = tokens(this);
    // Checked chips are bolder: measured so that checking moves nothing.
    int width = t.px(16) + QFontMetrics(t.font(FontRole::Strong)).horizontalAdvance(text()) + 1;
    if (m_mark)
        width += t.px(14 + 6);
    if (!m_count.isEmpty())
        width += t.px(7) + QFontMetrics(t.font(FontRole::Body)).horizontalAdvance(m_count) + 1;
    return {width, t.px(28)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const bool on = isChecked();
    const bool hover = underMouse() && isEnabled();
    const QColor fill = on ? t.soft : hover ? mixed(t.accent, t.surface, t.highContrast() ? 0 : 0.05) : t.surface;
    const QColor border = on ? t.accent : hover ? t.border : t.line;
    drawBox(painter, rect(), t.exact(6), fill, border, on ? (t.highContrast() ? 3 : 1.5) : 1);
    int x = t.px(8);
    if (m_mark) {
        const int side = t.px(14);
        paintMark(painter, QRectF(x, (height() - side) / 2.0, side, side), *m_mark, t.ink(inkOf(*m_mark)), fill);
        x += side + t.px(6);
    }
    const QColor word = on && !t.highContrast() ? t.accent : m_zero ? t.text3 : t.text;
    painter.setFont(t.font(on ? FontRole::Strong : FontRole::Name));
    painter.setPen(word);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text());
    x += painter.fontMetrics().horizontalAdvance(text()) + t.px(7);
    painter.setFont(t.font(FontRole::Body));
    painter.setPen(on && !t.highContrast() ? t.accent : m_zero ? t.text3 : t.text2);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, m_count);
}

void Chip::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (!m_ring && isByKeyboard(event->reason()))
        m_ring = showFocusRing(this);
}

void Chip::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    delete m_ring;
}

ChipGroup::ChipGroup(QWidget *parent)
    : QWidget(parent), m_layout(new FlowLayout(this)), m_more(new Button(Button::Kind::Quiet, this))
{
    setMetrics(m_layout, {}, 6);
    m_more->setIcon(Icon::Filter);
    m_more->setChevron(true);
    fixHeight(m_more, 28);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ChipGroup::fillMenu);
    m_more->hide();
    retranslate();
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would forget height for width
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

Chip *ChipGroup::add(int id)
{
    auto *made = new Chip(this);
    append(id, made);
    return made;
}

Chip *ChipGroup::add(int id, Mark mark)
{
    auto *made = new Chip(mark, this);
    append(id, made);
    return made;
}

void ChipGroup::append(int id, Chip *chip)
{
    m_items.push_back({id, chip});
    m_layout->removeWidget(m_more);
    m_layout->addWidget(chip);
    m_layout->addWidget(m_more);
    chip->setChecked(id == AllId);
    chip->installEventFilter(this);
    connect(chip, &QAbstractButton::clicked, this, [this, id] { clicked(id); });
}

Chip *ChipGroup::chip(int id) const
{
    for (const Item &item : m_items) {
        if (item.id == id)
            return item.chip;
    }
    return nullptr;
}

std::set<int> ChipGroup::checked() const
{
    std::set<int> ids;
    for (const Item &item : m_items) {
        if (item.id != AllId && item.chip->isChecked())
            ids.insert(item.id);
    }
    return ids;
}

void ChipGroup::setChecked(const std::set<int> &ids)
{
    for (const Item &item : m_items)
        item.chip->setChecked(item.id == AllId ? ids.empty() : ids.contains(item.id));
    fit();
}

void ChipGroup::clicked(int id)
{
    const bool combine = QGuiApplication::keyboardModifiers() & Qt::ControlModifier;
    std::set<int> ids = checked(); // the click has toggled the chip already
    if (id == AllId)
        ids.clear();
    else if (!combine)
        ids = chip(id)->isChecked() || ids.size() > 0 ? std::set<int>{id} : std::set<int>{};
    setChecked(ids);
    Q_EMIT selectionChanged();
}

void ChipGroup::retranslate()
{
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More filters"));
}

void ChipGroup::fit()
{
    const int gap = m_layout->spacing();
    int all = -gap;
    for (const Item &item : m_items)
        all += item.chip->sizeHint().width() + gap;
    const bool whole = width() >= tokens(this).px(narrowPage) || all <= width();
    std::set<const Chip *> shown;
    int room = width() - m_more->sizeHint().width();
    const auto take = [&](auto wanted) {
        for (const Item &item : m_items) {
            const int needed = item.chip->sizeHint().width() + gap;
            if (!wanted(item) || shown.contains(item.chip) || needed > room)
                continue;
            shown.insert(item.chip);
            room -= needed;
        }
    };
    take([](const Item &item) { return item.chip->isChecked(); });
    take([](const Item &item) { return item.id == AllId; });
    take([](const Item &item) { return !item.chip->countsNothing(); });
    take([](const Item &) { return true; });
    for (const Item &item : m_items) {
        const bool visible = whole || shown.contains(item.chip);
        if (visible == item.chip->isHidden())
            item.chip->setVisible(visible);
    }
    if (whole != m_more->isHidden())
        m_more->setHidden(whole);
    if (const int needed = m_layout->heightForWidth(width()); needed != minimumHeight())
        setMinimumHeight(needed);
}

void ChipGroup::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (const Item &item : m_items) {
        if (!item.chip->isHidden())
            continue;
        QString word = item.chip->text();
        word.replace(u'&', QStringLiteral("&&"));
        auto *action =
            menu->addAction(QString(word % QStringLiteral("   ") % item.chip->countText()), this, [this, id = item.id] {
                std::set<int> ids = checked();
                ids.insert(id);
                setChecked(ids);
                Q_EMIT selectionChanged();
            });
        if (item.chip->mark())
            action->setIcon(markIcon(*item.chip->mark(), tokens(this)));
    }
}

bool ChipGroup::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        const int before = minimumHeight();
        fit();
        // Another line of chips reaches the page one layout a turn of the event loop; done at once nobody sees a frame
        // with a chip cut off.
        for (QWidget *w = parentWidget(); minimumHeight() != before && w && !w->isWindow(); w = w->parentWidget()) {
            if (w->layout())
                w->layout()->activate();
        }
    } else if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QWidget::event(event);
}

void ChipGroup::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool ChipGroup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const int step = press->key() == Qt::Key_Right ? 1 : press->key() == Qt::Key_Left ? -1 : 0;
        if (step != 0) {
            const auto count = static_cast<int>(m_items.size());
            for (int i = 0; i < count; ++i) {
                if (m_items[static_cast<size_t>(i)].chip != watched)
                    continue;
                int next = i;
                do
                    next = (next + step + count) % count;
                while (m_items[static_cast<size_t>(next)].chip->isHidden() && next != i);
                m_items[static_cast<size_t>(next)].chip->setFocus(Qt::TabFocusReason);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace liaison::ui
