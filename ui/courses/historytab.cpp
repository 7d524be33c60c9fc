#include "ui/courses/historytab.h"

#include "ui/text/format.h"

#include <QVBoxLayout>
#include <algorithm>

namespace liaison::ui {
namespace {

/// Older runs are in the journal, one page further.
constexpr size_t runsRead = 20;

bool touches(const store::RunStep &step, const LinkFacts &facts)
{
    if (step.place.site == facts.site.id.value && step.place.cmid == facts.link.cmid.value)
        return true;
    const QString room = facts.roomId();
    return !room.isEmpty() && step.place.room == room;
}

QString whoOf(const store::RunStep &step, const LinkFacts &facts)
{
    const Snapshot &s = *facts.view.snapshot;
    if (step.chat) {
        const auto account = s.accountById.constFind(*step.chat);
        if (account != s.accountById.constEnd() && account->isValid()) {
            const Account &a = s.accounts[account->value];
            return a.name.isEmpty() ? a.username : a.name;
        }
    }
    if (step.person) {
        const auto person = std::find_if(s.people.begin(), s.people.end(), [&](const Person &p) {
            return p.id.value == *step.person && s.sites[p.site.value].id.value == step.place.site;
        });
        if (person != s.people.end())
            return person->fullName.isEmpty() ? person->username : person->fullName;
        return QString::number(*step.person);
    }
    return step.chat.value_or(QString());
}

} // namespace

HistoryTab::HistoryTab(QWidget *parent)
    : QWidget(parent), m_list(new FactsList), m_whole(new Button(Button::Kind::Link))
{
    auto *layout = new QVBoxLayout(this);
    setMetrics(layout, {0, 0, 0, 0}, 0);
    layout->addWidget(m_list, 1);
    layout->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    setMetrics(row, {16, 8, 16, 8}, 0);
    row->addWidget(m_whole);
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_whole, &QPushButton::clicked, this, &HistoryTab::wholeWanted);
}

void HistoryTab::setLanguage(text::Language language)
{
    m_language = language;
    m_whole->setText(tr("Whole history of this room in the Journal"));
    fill();
}

void HistoryTab::setLink(ViewPtr view, quint32 position)
{
    if (m_view != view) {
        // An interrupted run may have been resolved since.
        for (const store::RunRecord &run : view->runs) {
            if (run.state == RunState::Interrupted)
                m_steps.remove(run.id);
        }
        m_asked.clear();
    }
    m_view = std::move(view);
    m_position = position;
    fill();
    askNext();
}

void HistoryTab::setActive(bool active)
{
    m_active = active;
    askNext();
}

void HistoryTab::setRun(const QString &id, const std::vector<store::RunStep> &steps)
{
    if (!m_view)
        return;
    m_steps.insert(id, steps);
    if (id == m_asked)
        m_asked.clear();
    fill();
    askNext();
}

void HistoryTab::askNext()
{
    if (!m_active || !m_view || !m_asked.isEmpty())
        return;
    for (size_t i = 0; i < std::min(runsRead, m_view->runs.size()); ++i) {
        const store::RunRecord &run = m_view->runs[i];
        if (run.state != RunState::Running && !m_steps.contains(run.id)) {
            m_asked = run.id;
            Q_EMIT runWanted(run.id);
            return;
        }
    }
}

void HistoryTab::fill()
{
    m_list->clear();
    m_list->setAccessibleName(tr("History"));
    if (!m_view) {
        m_list->finish();
        return;
    }
    const LinkFacts facts = linkFacts(*m_view, m_position);
    m_list->heading(tr("Remembered"));
    const LinkHistory *memory = facts.view.history.of(facts.key(), facts.roomId());
    const auto when = [&](Instant at) { return at.isKnown() ? text::dateTime(m_language, at) : tr("not yet"); };
    m_list->fact(tr("Last complete reading"), when(memory ? memory->lastObservation : Instant{}));
    m_list->fact(tr("Last seen in step"), when(memory ? memory->settled : Instant{}));
    m_list->fact(tr("People expected then"),
                 memory ? text::number(m_language, static_cast<qint64>(memory->expected.size())) : tr("not yet"));
    const auto added = facts.view.history.addedByUs.constFind(facts.roomId());
    if (added != facts.view.history.addedByUs.constEnd() && !added->isEmpty())
        m_list->fact(tr("Added by our runs"), text::number(m_language, added->size()));

    m_list->heading(tr("Runs that touched this room"));
    int shown = 0;
    bool reading = false;
    for (size_t i = 0; i < std::min(runsRead, m_view->runs.size()); ++i) {
        const store::RunRecord &run = m_view->runs[i];
        const auto steps = m_steps.constFind(run.id);
        if (steps == m_steps.constEnd()) {
            reading = reading || run.state != RunState::Running;
            continue;
        }
        bool named = false;
        for (const store::RunStep &step : *steps) {
            if (!touches(step, facts))
                continue;
            if (!named)
                m_list->fact(text::dateTime(m_language, run.started), text::of(run.state, m_language).name, run.by);
            named = true;
            ++shown;
            const QString outcome = step.outcome ? text::of(*step.outcome, m_language).name : tr("outcome not known");
            const QString who = whoOf(step, facts);
            const QString what = text::of(step.kind, m_language).name;
            m_list->sentence(who.isEmpty() ? QString(what + u": " + outcome) : tr("%1, %2: %3").arg(what, who, outcome),
                             step.outcome ? markOf(*step.outcome) : Mark::Unknown, m_language);
        }
    }
    if (shown == 0)
        m_list->sentence(reading ? tr("Reading the journal")
                                 : tr("None of the runs remembered here touched this room."),
                         std::nullopt, m_language);
    m_list->finish();
}

} // namespace liaison::ui
