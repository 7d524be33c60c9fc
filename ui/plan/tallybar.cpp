#include "ui/plan/tallybar.h"

#include "ui/text/format.h"

#include <QPainter>
#include <QPainterPath>
#include <array>

namespace liaison::ui {
namespace {

constexpr std::array outcomes = {Outcome::Done, Outcome::Skipped, Outcome::Stale, Outcome::Failed};

} // namespace

void paintTally(QPainter &painter, const QRectF &rect, const Tally &tally, const Tokens &t)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = qMin(t.exact(4), rect.height() / 2);
    QPainterPath track;
    track.addRoundedRect(rect, radius, radius);
    painter.setClipPath(track);
    painter.fillRect(rect, t.track);
    const qreal gap = 2, least = 4;
    const int settled = tally.settled();
    if (tally.planned > 0 && settled > 0) {
        const qreal end = rect.width() * settled / tally.planned;
        qreal taken = 0;
        int parts = 0;
        for (const Outcome o : outcomes)
            parts += tally.of(o) > 0 ? 1 : 0;
        // Small parts keep their 4 px at the cost of the large one.
        qreal small = 0;
        for (const Outcome o : outcomes) {
            const qreal width = end * tally.of(o) / settled;
            if (tally.of(o) > 0 && width < least)
                small += least - width;
        }
        const qreal room = qMax<qreal>(0, end - gap * (parts - 1));
        for (const Outcome o : outcomes) {
            if (tally.of(o) == 0)
                continue;
            const qreal share = room * tally.of(o) / settled;
            const qreal width = qMax(least, share * (share > room / 2 ? qMax<qreal>(0.1, 1 - small / share) : 1));
            painter.fillRect(QRectF(rect.x() + taken, rect.y(), width, rect.height()), t.ink(inkOf(markOf(o))));
            taken += width + gap;
        }
    }
    if (t.highContrast()) {
        painter.setClipping(false);
        painter.setPen(QPen(t.border, 1));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    painter.restore();
}

TallyBar::TallyBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TallyBar::setTally(const Tally &tally, const QString &description)
{
    m_tally = tally;
    setAccessibleName(description);
    setToolTip(description);
    update();
}

QSize TallyBar::sizeHint() const
{
    return {200, tokens(this).px(12)};
}

void TallyBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTally(painter, rect(), m_tally, tokens(this));
}

TallyEquation::TallyEquation(FontRole numbers, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    setMetrics(row, {}, 20);
    for (int i = 0; i < 5; ++i) {
        Term &term = m_terms[i];
        term.sign = new Label(i == 0   ? QString()
                              : i == 1 ? QStringLiteral("=")
                                       : QStringLiteral("+"),
                              FontRole::PaneTitle, Ink::Hint, this);
        term.sign->setVisible(i > 0);
        term.number = new Label(numbers, Ink::Text, this);
        term.word = new Label(FontRole::Body, Ink::Secondary, this);
        term.mark =
            new MarkLabel(i == 0 ? Mark::Info : markOf(outcomes[static_cast<size_t>(i - 1)]), m_language, 16, this);
        term.mark->setVisible(i > 0);
        auto *under = new QHBoxLayout;
        setMetrics(under, {}, 8);
        under->addWidget(term.mark);
        under->addWidget(term.word);
        under->addStretch(1);
        auto *column = new QVBoxLayout;
        setMetrics(column, {}, 4);
        column->addWidget(term.number);
        column->addLayout(under);
        row->addWidget(term.sign);
        row->addLayout(column);
    }
    row->addStretch(1);
}

void TallyEquation::setTally(const Tally &tally, text::Language language)
{
    m_tally = tally;
    m_language = language;
    retranslate();
}

QString TallyEquation::text() const
{
    QStringList parts;
    for (const Outcome o : outcomes)
        parts << countWords(o, m_tally.of(o));
    return tr("%n planned", nullptr, m_tally.planned) + QStringLiteral(" = ") + parts.join(QStringLiteral(" + "));
}

void TallyEquation::retranslate()
{
    for (int i = 0; i < 5; ++i) {
        const Outcome o = outcomes[static_cast<size_t>(qMax(0, i - 1))];
        const int n = i == 0 ? m_tally.planned : m_tally.of(o);
        m_terms[i].number->setText(text::number(m_language, n));
        m_terms[i].number->setInk(n == 0 ? Ink::Hint : Ink::Text);
        QString word;
        switch (i) {
        case 0:
            word = tr("planned", nullptr, n);
            break;
        case 1:
            word = tr("done", nullptr, n);
            break;
        case 2:
            word = tr("skipped", nullptr, n);
            break;
        case 3:
            word = tr("stale", nullptr, n);
            break;
        default:
            word = tr("failed", nullptr, n);
        }
        m_terms[i].word->setText(word);
        if (i > 0)
            m_terms[i].mark->setMark(markOf(o), m_language);
    }
    setAccessibleName(text());
}

QString countWords(Outcome outcome, int n)
{
    switch (outcome) {
    case Outcome::Done:
        return TallyEquation::tr("%n done", nullptr, n);
    case Outcome::Skipped:
        return TallyEquation::tr("%n skipped", nullptr, n);
    case Outcome::Stale:
        return TallyEquation::tr("%n stale", nullptr, n);
    case Outcome::Failed:
        return TallyEquation::tr("%n failed", nullptr, n);
    }
    return {};
}

} // namespace liaison::ui
