#include "ui/courses/pagestrips.h"

#include "ui/courses/detailpane.h"
#include "ui/snapshot/kept.h"
#include "ui/text/format.h"

#include <QHBoxLayout>

namespace liaison::ui {

QString changesInWords(int add, int remove, int promote, int demote)
{
    QStringList parts;
    const auto part = [&](const QString &words, int n) {
        if (n > 0)
            parts << words;
    };
    part(SelectionPanel::tr("%Ln addition(s)", nullptr, add), add);
    part(SelectionPanel::tr("%Ln removal(s)", nullptr, remove), remove);
    part(SelectionPanel::tr("%Ln promotion(s)", nullptr, promote), promote);
    part(SelectionPanel::tr("%Ln demotion(s)", nullptr, demote), demote);
    return parts.join(QStringLiteral(", "));
}

ReadingStrip::ReadingStrip(QWidget *parent) : QWidget(parent)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 10, 16, 10}, 8);
    auto *row = new QHBoxLayout;
    setMetrics(row, {0, 0, 0, 0}, 8);
    row->addWidget(new IconLabel(Icon::Running, Ink::Accent));
    m_text = new Label(FontRole::Strong, Ink::Text);
    m_count = new Label(FontRole::Body, Ink::Secondary);
    m_stop = new Button(Button::Kind::Link);
    row->addWidget(m_text);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_stop);
    all->addLayout(row);
    m_meter = new Meter;
    all->addWidget(m_meter);
    connect(m_stop, &QAbstractButton::clicked, this, &ReadingStrip::stopped);
}

QString ReadingStrip::stageText(const QString &stage)
{
    if (stage == u"links")
        return tr("Reading the links");
    if (stage == u"enrolments")
        return tr("Reading the enrolments");
    if (stage == u"members")
        return tr("Reading the members of rooms");
    if (stage == u"accounts")
        return tr("Reading the chat accounts");
    if (stage == u"timelines")
        return tr("Reading who came and went");
    if (stage == u"oldest")
        return tr("Reading the dates of the oldest messages");
    return tr("Reading the servers");
}

void ReadingStrip::setProgress(const Progress &progress, text::Language language)
{
    m_text->setText(stageText(progress.stage));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop reading"));
    const bool counted = progress.total > 0;
    const QString count =
        counted ? tr("%1 of %2").arg(text::number(language, progress.done), text::number(language, progress.total))
                : QString();
    m_count->setText(count);
    m_meter->setVisible(counted);
    if (counted)
        m_meter->setValues(progress.done, std::nullopt, progress.total, QString(m_text->text() + u' ' + count));
}

SelectionPanel::SelectionPanel(QWidget *parent) : QWidget(parent)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);
    auto *content = new QVBoxLayout;
    setMetrics(content, {16, 14, 16, 16}, 12);
    m_title = new Label(FontRole::PaneTitle, Ink::Text);
    content->addWidget(m_title);
    m_sums = new QVBoxLayout;
    setMetrics(m_sums, {0, 0, 0, 0}, 8);
    content->addLayout(m_sums);
    m_names = new Label(FontRole::Body, Ink::Secondary);
    m_names->setReading(true);
    content->addWidget(m_names);
    content->addStretch(1);
    all->addLayout(content, 1);
    all->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    setMetrics(row, {16, 8, 16, 8}, 8);
    m_plan = new Button(Button::Kind::Primary);
    row->addWidget(m_plan);
    row->addStretch(1);
    all->addLayout(row);
    connect(m_plan, &QAbstractButton::clicked, this, [this] { Q_EMIT planRequested(m_keys); });
}

void SelectionPanel::setItems(const LinkIndex &index, const std::vector<int> &items, text::Language language)
{
    m_keys.clear();
    std::array<int, 4> sums{};
    int unknown = 0, changed = 0;
    QStringList names;
    for (int item : items) {
        const LinkFacts facts = index.facts(static_cast<quint32>(item));
        m_keys.push_back(facts.key());
        sums[0] += facts.row.add.value_or(0);
        sums[1] += facts.row.remove.value_or(0);
        sums[2] += facts.row.promote.value_or(0);
        sums[3] += facts.row.demote.value_or(0);
        unknown += facts.row.state == LinkState::Unknown || facts.row.state == LinkState::Ambiguous;
        changed += facts.row.state == LinkState::Drift || index.roomWork[static_cast<size_t>(item)] != 0 ||
                   facts.row.guests.value_or(0) > 0;
        if (names.size() < 12)
            names << facts.course.shortName.simplified();
    }
    const int n = static_cast<int>(items.size());
    m_title->setText(tr("%Ln course(s) selected", nullptr, n));
    delete m_sumBox;
    m_sumBox = new QWidget;
    auto *sums4 = new QVBoxLayout(m_sumBox);
    setMetrics(sums4, {0, 0, 0, 0}, 8);
    const auto line = [&](Mark mark, const QString &words) {
        auto *row = new QHBoxLayout;
        setMetrics(row, {0, 0, 0, 0}, 8);
        row->addWidget(new MarkLabel(mark, language));
        row->addWidget(new Label(words, FontRole::Body, Ink::Text), 1);
        sums4->addLayout(row);
    };
    if (sums[0] > 0)
        line(Mark::Add, changesInWords(sums[0], 0, 0, 0));
    if (sums[1] > 0)
        line(Mark::Remove, changesInWords(0, sums[1], 0, 0));
    if (sums[2] > 0)
        line(Mark::Promote, changesInWords(0, 0, sums[2], 0));
    if (sums[3] > 0)
        line(Mark::Demote, changesInWords(0, 0, 0, sums[3]));
    if (changed == 0)
        line(Mark::InStep, tr("Nothing to change in these courses"));
    if (unknown > 0)
        line(Mark::Unknown, tr("%Ln not known: nothing is planned there", nullptr, unknown));
    m_sums->addWidget(m_sumBox);
    applyTokens(m_sumBox);
    QString list = names.join(QStringLiteral(", "));
    if (n > names.size())
        list += tr(" and %Ln more", nullptr, n - static_cast<int>(names.size()));
    m_names->setText(list);
    m_plan->setText(tr("Prepare the plan for %Ln course(s)", nullptr, n));
    m_plan->setEnabled(changed > 0);
    if (!items.empty()) {
        const CampusView &view = index.facts(static_cast<quint32>(items.front())).view;
        m_plan->setVisible(view.source != ViewSource::Published);
        m_plan->setEnabled(changed > 0 && mayPlan(view));
        m_plan->setToolTip(whyNoPlan(view, language));
    }
}

SummaryBar::SummaryBar(QWidget *parent) : QWidget(parent)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);
    all->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    setMetrics(row, {16, 8, 16, 8}, 12);
    m_mark = new MarkLabel(Mark::Unknown, text::Language::English);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    setMetrics(words, {0, 0, 0, 0}, 2);
    m_title = new Label(FontRole::Strong, Ink::Text);
    m_title->setElided(true);
    m_changes = new Label(FontRole::Caption, Ink::Secondary);
    m_changes->setElided(true);
    words->addWidget(m_title);
    words->addWidget(m_changes);
    row->addLayout(words, 1);
    m_plan = new Button(Button::Kind::Primary);
    m_plan->setIcon(Icon::Plan);
    m_detail = new Button;
    row->addWidget(m_plan);
    row->addWidget(m_detail);
    all->addLayout(row);
    connect(m_plan, &QAbstractButton::clicked, this, &SummaryBar::planRequested);
    connect(m_detail, &QAbstractButton::clicked, this, &SummaryBar::detailRequested);
}

void SummaryBar::setLink(const LinkFacts &facts, text::Language language)
{
    m_mark->setMark(markOf(facts.row.state), language);
    m_title->setText((facts.course.fullName.isEmpty() ? facts.course.shortName : facts.course.fullName).simplified());
    const LinkRow &row = facts.row;
    const QString words =
        changesInWords(row.add.value_or(0), row.remove.value_or(0), row.promote.value_or(0), row.demote.value_or(0));
    m_changes->setText(words.isEmpty() ? text::of(row.state, language).name : words);
    m_plan->setText(tr("Prepare the plan"));
    m_plan->setVisible(facts.view.source != ViewSource::Published);
    m_plan->setEnabled(hasChanges(facts) && mayPlan(facts.view));
    m_plan->setToolTip(whyNoPlan(facts.view, language));
    m_detail->setText(tr("Details"));
}

} // namespace liaison::ui
