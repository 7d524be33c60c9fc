#include "ui/pages/factrow.h"

#include "ui/base/button.h"
#include "ui/base/digits.h"
#include "ui/base/icons.h"
#include "ui/base/label.h"
#include "ui/base/plaintext.h"
#include "ui/base/style.h"
#include "ui/base/theme.h"

#include <QFocusEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace liaison::ui {

FactRow::FactRow(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLeads(true);
}

void FactRow::setMark(std::optional<Mark> mark)
{
    m_mark = mark;
    update();
}

void FactRow::setNumber(const QString &number)
{
    m_number = number;
    say();
}

void FactRow::setWords(const QString &words, Ink ink)
{
    m_words = words;
    m_ink = ink;
    say();
}

void FactRow::setAside(const QString &aside, Ink ink)
{
    m_aside = aside;
    m_asideInk = ink;
    say();
}

void FactRow::setFirst(bool first)
{
    m_first = first;
    update();
}

void FactRow::setLeads(bool leads)
{
    m_leads = leads;
    setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
    setEnabled(leads);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void FactRow::say()
{
    QStringList parts;
    for (const QString &part : {m_number, m_words, m_aside}) {
        if (!part.isEmpty())
            parts << part;
    }
    setAccessibleName(parts.join(u' '));
    setToolTip(m_words);
    updateGeometry();
    update();
}

QSize FactRow::sizeHint() const
{
    const Tokens &t = tokens(this);
    const int words = QFontMetrics(t.font(FontRole::Body)).horizontalAdvance(m_words);
    const int aside =
        m_aside.isEmpty() ? 0 : QFontMetrics(t.font(FontRole::Body)).horizontalAdvance(m_aside) + t.px(12);
    return {t.px(24 + (m_number.isEmpty() ? 0 : 52) + 24) + words + aside, t.px(34)};
}

QSize FactRow::minimumSizeHint() const
{
    return {tokens(this).px(200), sizeHint().height()};
}

void FactRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    if (m_leads && (underMouse() || isDown()))
        painter.fillRect(rect().adjusted(0, 1, 0, 0), isDown() ? t.soft : t.hover);
    if (!m_first)
        painter.fillRect(QRect(0, 0, width(), 1), t.line);
    const int side = t.px(16), middle = height() / 2;
    int x = 0;
    if (m_mark) {
        paintMark(painter, QRectF(0, middle - side / 2.0, side, side), *m_mark, t);
        x = side + t.px(8);
    }
    if (!m_number.isEmpty()) {
        const QFont font = t.font(FontRole::Strong);
        const int cell = t.px(44);
        drawTabular(painter, QRectF(x, 0, cell, height()), m_number, font, t.text);
        x += cell + t.px(12);
    }
    int right = width();
    if (m_leads) {
        right -= side;
        paintIcon(painter, QRectF(right, middle - side / 2.0, side, side), Icon::ChevronRight, t.text3, t);
        right -= t.px(4);
    }
    if (!m_aside.isEmpty()) {
        const QFont font = t.font(FontRole::Body);
        const int wide = QFontMetrics(font).horizontalAdvance(m_aside);
        painter.setFont(font);
        painter.setPen(t.ink(m_asideInk));
        painter.drawText(QRect(right - wide, 0, wide + 1, height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_aside);
        right -= wide + t.px(12);
    }
    const QFont font = t.font(FontRole::Body);
    painter.setFont(font);
    painter.setPen(t.ink(m_ink));
    painter.drawText(QRect(x, 0, right - x, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(oneLine(m_words), Qt::ElideRight, right - x));
}

void FactRow::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (!m_ring && event->reason() != Qt::MouseFocusReason)
        m_ring = showFocusRing(this);
}

void FactRow::focusOutEvent(QFocusEvent *event)
{
    QAbstractButton::focusOutEvent(event);
    delete m_ring;
}

FactList::FactList(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_note(new Label(FontRole::Body, Ink::Secondary, this))
{
    setMetrics(m_layout, {}, 0);
    m_note->setWordWrap(true);
    m_layout->addWidget(m_note);
    m_layout->addStretch(1);
}

void FactList::setFacts(std::vector<Fact> facts, const QString &note)
{
    while (m_rows.size() < facts.size()) {
        const size_t at = m_rows.size();
        auto *row = new FactRow(this);
        row->setFirst(at == 0);
        connect(row, &QAbstractButton::clicked, this, [this, at] {
            if (const auto open = m_open[at])
                open();
        });
        m_layout->insertWidget(static_cast<int>(at), row);
        m_rows.push_back(row);
    }
    m_open.assign(m_rows.size(), {});
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < facts.size());
        if (i >= facts.size())
            continue;
        m_rows[i]->setMark(facts[i].mark);
        m_rows[i]->setNumber(facts[i].number);
        m_rows[i]->setWords(facts[i].words, facts[i].ink);
        m_rows[i]->setAside(facts[i].aside, facts[i].asideInk);
        m_rows[i]->setLeads(static_cast<bool>(facts[i].open));
        m_open[i] = std::move(facts[i].open);
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->setRole(facts.empty() ? FontRole::Body : FontRole::Caption);
    m_note->setContentsMargins(0, facts.empty() ? 0 : tokens(this).px(8), 0, 0);
}

} // namespace liaison::ui
