#include "ui/connect/steprail.h"

#include "ui/base/style.h"

#include <QPainter>

namespace liaison::ui {

/// A number in a disc, filled where one is; the mark of what is done afterwards.
class StepRail::Badge : public QWidget
{
public:
    explicit Badge(QWidget *parent) : QWidget(parent)
    {
        fixWidth(this, 20);
        fixHeight(this, 20);
    }
    int number = 1;
    enum class State { Done, Here, Later } state = State::Later;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        const QRectF box = rect();
        if (state == State::Done)
            return paintMark(painter, box.adjusted(2, 2, -2, -2), Mark::Fine, t);
        const bool here = state == State::Here;
        drawBox(painter, box.adjusted(1, 1, -1, -1), box.height() / 2, here ? t.fill : t.surface,
                here ? QColor() : t.border, t.borderWidth());
        painter.setFont(t.font(FontRole::LabelStrong));
        painter.setPen(here ? t.onFill : t.text2);
        painter.drawText(box, Qt::AlignCenter, QString::number(number));
    }
};

StepRail::StepRail(QWidget *parent) : QWidget(parent), m_all(new QVBoxLayout(this))
{
    setMetrics(m_all, {}, 14);
    m_all->addStretch(1);
}

void StepRail::setLines(const QList<Line> &lines, int current, text::Language language)
{
    while (m_rows.size() > lines.size())
        delete m_rows.takeLast().widget;
    while (m_rows.size() < lines.size()) {
        Row row{new QWidget(this), nullptr, nullptr, nullptr};
        auto *across = new QHBoxLayout(row.widget);
        setMetrics(across, {}, 10);
        row.badge = new Badge(row.widget);
        auto *words = new QVBoxLayout;
        setMetrics(words, {}, 2);
        row.title = new Label(FontRole::Body, Ink::Text, row.widget);
        row.fact = new Label(FontRole::Caption, Ink::Secondary, row.widget);
        row.title->setWordWrap(true);
        row.fact->setElided(true);
        words->addWidget(row.title);
        words->addWidget(row.fact);
        across->addWidget(row.badge, 0, Qt::AlignTop);
        across->addLayout(words, 1);
        m_all->insertWidget(m_all->count() - 1, row.widget);
        m_rows << row;
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        row.badge->number = i + 1;
        row.badge->state = i < current ? Badge::State::Done : i == current ? Badge::State::Here : Badge::State::Later;
        row.badge->update();
        row.title->setText(lines.at(i).title);
        row.title->setRole(i == current ? FontRole::Strong : FontRole::Body);
        row.title->setInk(i > current ? Ink::Secondary : Ink::Text);
        const QString fact = i < current ? lines.at(i).fact : QString();
        row.fact->setText(fact);
        row.fact->setVisible(!fact.isEmpty());
        row.widget->setAccessibleName(
            i < current ? QString(lines.at(i).title + QLatin1String(", ") + markName(Mark::Fine, language))
                        : lines.at(i).title);
    }
}

} // namespace liaison::ui
