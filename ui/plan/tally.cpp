#include "ui/plan/tally.h"

#include "core/run/runsteps.h"

#include <algorithm>

namespace liaison::ui {
namespace {

QString roomKey(const Step &step)
{
    const Place &p = step.change.place;
    if (kindOf(step.change) == ChangeKind::CreateAccount)
        return QStringLiteral("\naccounts");
    return p.room ? *p.room : p.site + u'\n' + QString::number(p.cmid.value_or(0));
}

} // namespace

void Tally::settle(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        ++done;
        break;
    case Outcome::Stale:
        ++stale;
        break;
    case Outcome::Skipped:
        ++skipped;
        break;
    case Outcome::Failed:
        ++failed;
        break;
    }
}

int Tally::of(Outcome outcome) const
{
    switch (outcome) {
    case Outcome::Done:
        return done;
    case Outcome::Stale:
        return stale;
    case Outcome::Skipped:
        return skipped;
    case Outcome::Failed:
        return failed;
    }
    return 0;
}

Tally tallyOf(const std::vector<store::RunStep> &steps)
{
    Tally tally;
    tally.planned = static_cast<int>(steps.size());
    for (const store::RunStep &step : steps) {
        if (step.outcome)
            tally.settle(*step.outcome);
    }
    return tally;
}

Tally tallyOf(const ApplyResult &r)
{
    return {r.planned, r.done, r.skipped, r.stale, r.failed};
}

Tally tallyOf(const store::RunRecord &r)
{
    return {r.planned, r.done, r.skipped, r.stale, r.failed};
}

std::vector<store::RunStep> runSteps(const std::vector<Step> &steps)
{
    std::vector<store::RunStep> out;
    std::transform(steps.begin(), steps.end(), std::back_inserter(out), recordOf);
    return out;
}

void settle(std::vector<store::RunStep> &steps, const ApplyResult &result)
{
    QHash<QString, const StepResult *> byId;
    for (const StepResult &step : result.steps)
        byId.insert(step.id, &step);
    for (store::RunStep &step : steps) {
        if (const StepResult *settled = byId.value(step.id)) {
            step.outcome = settled->outcome;
            step.detail = settled->detail;
        }
    }
}

RoomProgress::State RoomProgress::state() const
{
    if (tally.settled() == 0)
        return State::Waiting;
    if (tally.toCome() > 0)
        return State::Running;
    return tally.toSee() > 0 ? State::Partly : State::Done;
}

RunProgress::RunProgress(const std::vector<Step> &steps)
{
    QHash<QString, int> at;
    for (const Step &step : steps) {
        const QString key = roomKey(step);
        const auto known = at.constFind(key);
        const int room = known == at.constEnd() ? static_cast<int>(m_rooms.size()) : *known;
        if (known == at.constEnd()) {
            at.insert(key, room);
            m_rooms.push_back({step.change.place, {}, {}});
        }
        ++m_rooms[static_cast<size_t>(room)].tally.planned;
        ++m_tally.planned;
        m_roomOf.insert(step.id, room);
    }
}

int RunProgress::settle(const StepResult &step)
{
    const auto room = m_roomOf.constFind(step.id);
    if (room == m_roomOf.constEnd() || m_settled.contains(step.id))
        return -1;
    m_settled.insert(step.id);
    m_tally.settle(step.outcome);
    RoomProgress &here = m_rooms[static_cast<size_t>(*room)];
    here.tally.settle(step.outcome);
    if (step.outcome != Outcome::Done)
        ++here.details[step.detail];
    m_last = *room;
    return *room;
}

int RunProgress::current() const
{
    if (m_last >= 0 && m_rooms[static_cast<size_t>(m_last)].tally.toCome() > 0)
        return m_last;
    for (size_t i = 0; i < m_rooms.size(); ++i) {
        if (m_rooms[i].state() == RoomProgress::State::Running)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace liaison::ui
