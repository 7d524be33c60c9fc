#include "ui/plan/classcards.h"

#include "ui/base/digits.h"
#include "ui/base/style.h"
#include "ui/plan/planmodel.h"
#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <QGridLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QStyleOptionButton>
#include <algorithm>

namespace liaison::ui {

ClassCard::ClassCard(Mark mark, QWidget *parent) : QAbstractButton(parent), m_mark(mark)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
}

void ClassCard::set(Qt::CheckState state, const QString &title, const QString &detail, const QString &number)
{
    m_state = state;
    m_title = title;
    m_detail = detail;
    m_number = number;
    setChecked(state != Qt::Unchecked);
    setAccessibleName(QStringList{title, number, detail}.join(QStringLiteral(", ")));
    setAccessibleDescription(state == Qt::PartiallyChecked ? PlanModel::tr("partly ticked") : QString());
    setToolTip(m_compact ? detail : QString());
    updateGeometry();
    update();
}

void ClassCard::setCompact(bool compact)
{
    m_compact = compact;
    setToolTip(compact ? m_detail : QString());
    updateGeometry();
    update();
}

QSize ClassCard::sizeHint() const
{
    const Tokens &t = tokens(this);
    if (m_compact)
        return {t.px(10 + 16 + 8 + 16 + 6 + 10 + 10) +
                    QFontMetrics(t.font(FontRole::Strong)).horizontalAdvance(m_title + m_number) + 2,
                t.px(34)};
    const int texts = qMax(QFontMetrics(t.font(FontRole::Strong)).horizontalAdvance(m_title) + t.px(16) +
                               QFontMetrics(t.font(FontRole::PaneTitle)).horizontalAdvance(m_number),
                           QFontMetrics(t.font(FontRole::Caption)).horizontalAdvance(m_detail));
    return {t.px(12 + 16 + 10 + 16 + 10 + 14) + texts, t.px(50)};
}

QSize ClassCard::minimumSizeHint() const
{
    return sizeHint();
}

void ClassCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = m_state != Qt::Unchecked;
    const QColor border = on ? t.accent : t.highContrast() ? t.border : mixed(t.border, t.line, 0.35);
    drawBox(painter, rect(), t.exact(6), underMouse() ? t.hover : t.surface, border,
            on ? qMax(1.5, t.exact(1.5)) : t.borderWidth());
    if (hasFocus())
        drawFocusRing(painter, rect(), t.exact(6), t);
    const QRect inner =
        m_compact ? rect().adjusted(t.px(10), 0, -t.px(10), 0) : rect().adjusted(t.px(12), 0, -t.px(14), 0);
    QStyleOptionButton box;
    box.initFrom(this);
    const int side = t.px(16);
    box.rect = QRect(inner.left(), rect().center().y() + 1 - side / 2, side, side);
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
    box.state |= m_state == Qt::Checked ? QStyle::State_On : on ? QStyle::State_NoChange : QStyle::State_Off;
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, this);
    int x = inner.left() + t.px(m_compact ? 24 : 26);
    paintMark(painter, QRectF(x, box.rect.top(), side, side), m_mark, on ? t.ink(inkOf(m_mark)) : t.text2, t.surface);
    x += t.px(m_compact ? 22 : 26);
    const QFont strong = t.font(FontRole::Strong), caption = t.font(FontRole::Caption),
                big = t.font(FontRole::PaneTitle);
    if (m_compact) {
        painter.setFont(strong);
        painter.setPen(t.text);
        painter.drawText(QRect(x, 0, inner.right() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, m_title);
        painter.setPen(on ? t.text : t.text2);
        painter.drawText(QRect(x, 0, inner.right() + 1 - x, height()), Qt::AlignRight | Qt::AlignVCenter, m_number);
        return;
    }
    const QFontMetrics top(strong), under(caption);
    const int lines = top.height() + under.height();
    const int y = (height() - lines) / 2;
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(QRect(x, y, inner.right() - x, top.height()), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(caption);
    painter.setPen(t.text2);
    painter.drawText(QRect(x, y + top.height(), inner.right() - x, under.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_detail);
    painter.setFont(big);
    painter.setPen(on ? t.text : t.text2);
    painter.drawText(QRect(x, y - t.px(2), inner.right() - x, QFontMetrics(big).height()),
                     Qt::AlignRight | Qt::AlignVCenter, m_number);
}

namespace {

const std::vector<std::pair<std::vector<ChangeClass>, Mark>> &cardsInOrder()
{
    static const std::vector<std::pair<std::vector<ChangeClass>, Mark>> cards{
        {{ChangeClass::Create}, Mark::Create},
        {{ChangeClass::Add}, Mark::Add},
        {{ChangeClass::Promote, ChangeClass::Demote}, Mark::Promote},
        {{ChangeClass::Remove}, Mark::Remove},
        {{ChangeClass::Settings}, Mark::Settings}};
    return cards;
}

bool has(const std::vector<ChangeClass> &list, ChangeClass c)
{
    return std::find(list.begin(), list.end(), c) != list.end();
}

int left(const Plan &plan, ChangeClass c)
{
    int n = 0;
    for (const auto &[kind, code] : Codes<ChangeKind>::all) {
        const auto it = plan.notSelected.find(QString::fromLatin1(code));
        if (classOf(kind) == c && it != plan.notSelected.end())
            n += it->second;
    }
    return n;
}

} // namespace

std::vector<ChangeClass> afterClick(const std::vector<ChangeClass> &ticked, const std::vector<ChangeClass> &card,
                                    const std::vector<ChangeClass> &waiting)
{
    std::vector<ChangeClass> out = ticked;
    const auto missing = [&](bool onlyWaiting) {
        return std::find_if(card.begin(), card.end(),
                            [&](ChangeClass c) { return !has(ticked, c) && (!onlyWaiting || has(waiting, c)); });
    };
    const bool none = std::none_of(card.begin(), card.end(), [&](ChangeClass c) { return has(ticked, c); });
    // Nothing of this card yet: its first class that has something, else simply its first.
    auto next = missing(true);
    if (none && next == card.end())
        next = missing(false);
    if (next != card.end())
        out.push_back(*next);
    else
        std::erase_if(out, [&](ChangeClass c) { return has(card, c); });
    std::sort(out.begin(), out.end());
    return out;
}

ClassCards::ClassCards(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    setMetrics(grid, {}, 8);
    for (const auto &[classes, mark] : cardsInOrder()) {
        auto *card = new ClassCard(mark, this);
        m_cards.push_back({classes, card});
        connect(card, &QAbstractButton::clicked, this, [this, i = m_cards.size() - 1] { clicked(m_cards[i]); });
    }
}

ClassCard *ClassCards::card(ChangeClass changes) const
{
    for (const Item &item : m_cards) {
        if (has(item.classes, changes))
            return item.card;
    }
    return nullptr;
}

ClassCard *ClassCards::first() const
{
    const auto shown =
        std::find_if(m_cards.begin(), m_cards.end(), [](const Item &item) { return !item.card->isHidden(); });
    return shown == m_cards.end() ? m_cards.front().card : shown->card;
}

void ClassCards::clicked(const Item &item)
{
    if (!m_model || !m_model->ticks().plan())
        return;
    const Plan &plan = *m_model->ticks().plan();
    item.card->setChecked(item.card->state() != Qt::Unchecked); // the plan that comes decides
    std::vector<ChangeClass> ticked, waiting;
    for (const ChangeClass c : item.classes) {
        if (has(plan.classes, c))
            ticked.push_back(c);
        if (left(plan, c) > 0)
            waiting.push_back(c);
    }
    if (!ticked.empty() && m_model->stateOf(ticked) != Qt::Checked && !m_model->isEmpty()) {
        const bool any = std::any_of(m_model->ticks().entries().begin(), m_model->ticks().entries().end(),
                                     [&](const PlanEntry &e) { return has(ticked, classOf(e.kind())) && !e.rule; });
        if (any) {
            Q_EMIT stepsWanted(ticked);
            return;
        }
    }
    Q_EMIT classesWanted(afterClick(plan.classes, item.classes, waiting));
}

void ClassCards::showPlan(const PlanModel &model, text::Language language)
{
    m_model = &model;
    const std::shared_ptr<const Plan> plan = model.ticks().plan();
    for (const Item &item : m_cards) {
        int ticked = 0, tickable = 0, held = 0, notSelected = 0, promotions = 0, demotions = 0;
        QSet<QString> rooms;
        const std::vector<PlanEntry> &entries = model.ticks().entries();
        for (size_t e = 0; e < entries.size(); ++e) {
            const ChangeKind kind = entries[e].kind();
            if (!has(item.classes, classOf(kind)))
                continue;
            if (!model.ticks().tickable(e)) {
                ++held;
                continue;
            }
            ++tickable;
            ticked += model.ticks().ticked(e) ? 1 : 0;
            promotions += kind == ChangeKind::Promote ? 1 : 0;
            demotions += kind == ChangeKind::Demote ? 1 : 0;
            rooms.insert(entries[e].room());
        }
        bool selected = false, all = true;
        for (const ChangeClass c : item.classes) {
            const bool in = plan && has(plan->classes, c);
            const int out = plan && !in ? left(*plan, c) : 0;
            notSelected += out;
            selected = selected || in;
            all = all && (in || out == 0);
            promotions += c == ChangeClass::Promote ? out : 0;
            demotions += c == ChangeClass::Demote ? out : 0;
        }
        Qt::CheckState state = !selected || (tickable > 0 && ticked == 0)     ? Qt::Unchecked
                               : all && (ticked == tickable || tickable == 0) ? Qt::Checked
                                                                              : Qt::PartiallyChecked;
        const int of = tickable + notSelected;
        const QString number = ticked == of || ticked == 0
                                   ? text::number(language, of)
                                   : tr("%1 / %2").arg(text::number(language, ticked), text::number(language, of));
        QString title, detail;
        switch (item.classes.front()) {
        case ChangeClass::Create:
            title = tr("Creations");
            break;
        case ChangeClass::Add:
            title = tr("Additions");
            break;
        case ChangeClass::Promote:
        case ChangeClass::Demote:
            title = tr("Roles");
            detail = tr("%1, %2").arg(PlanWords::several(ChangeKind::Promote, promotions),
                                      PlanWords::several(ChangeKind::Demote, demotions));
            break;
        case ChangeClass::Remove:
            title = tr("Removals");
            break;
        case ChangeClass::Settings:
            title = tr("Room settings");
            break;
        }
        if (detail.isEmpty())
            detail = !selected && of > 0   ? tr("not included")
                     : held > 0 && of == 0 ? tr("%n withheld", nullptr, held)
                     : of == 0             ? tr("none")
                                           : tr("%n room(s)", nullptr, static_cast<int>(rooms.size()));
        item.card->set(state, title, detail, number);
        if (item.classes.front() == ChangeClass::Create)
            item.card->setVisible(of + held > 0 || selected);
    }
    arrange();
}

/// As many columns as the widest label allows: at 200 % zoom the cards stand in two rows, none is cut.
void ClassCards::arrange()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    int widest = 1;
    std::vector<ClassCard *> shown;
    for (const Item &item : m_cards) {
        grid->removeWidget(item.card);
        if (item.card->isHidden())
            continue;
        shown.push_back(item.card);
        widest = qMax(widest, item.card->sizeHint().width());
    }
    const int gap = tokens(this).px(8);
    const int fit = qMax(1, (width() + gap) / (widest + gap));
    const int count = static_cast<int>(shown.size());
    int rows = (count + fit - 1) / fit;
    int together = -gap;
    for (const ClassCard *card : shown)
        together += card->sizeHint().width() + gap;
    if (together <= width()) // of different widths, but on one line
        rows = qMin(rows, 1);
    const int columns = rows > 0 ? (count + rows - 1) / rows : 1;
    for (int i = 0; i < count; ++i)
        grid->addWidget(shown[static_cast<size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < qMax(columns, grid->columnCount()); ++column)
        grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void ClassCards::setCompact(bool compact)
{
    for (const Item &item : m_cards)
        item.card->setCompact(compact);
    arrange();
}

void ClassCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace liaison::ui
