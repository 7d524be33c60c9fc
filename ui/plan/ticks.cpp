#include "ui/plan/ticks.h"

#include <algorithm>
#include <numeric>

namespace liaison::ui {

Ticks::Ticks(std::shared_ptr<const Plan> plan, const Ticks *before) : m_plan(std::move(plan))
{
    m_entries.reserve(m_plan->steps.size() + m_plan->withheld.size());
    for (const Step &step : m_plan->steps)
        m_entries.push_back({&step.id, &step.change, std::nullopt, {}});
    for (const Withheld &held : m_plan->withheld)
        m_entries.push_back({&held.id, &held.change, held.rule, held.detail});
    countThresholds();
    if (!before)
        return;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const PlanEntry &e = m_entries[i];
        if (before->m_unticked.contains(*e.id))
            m_unticked.insert(*e.id);
        if (before->m_ticked.contains(*e.id))
            m_ticked.insert(*e.id);
        if (!e.rule)
            continue;
        const QString key = *e.rule == Rule::Emptied ? e.room() : *e.id;
        if (releasable(*e.rule) && before->m_released.contains(key)) {
            m_released.insert(key);
            m_releasedRooms.insert(e.room());
        }
        // The number typed was for that many: another number has to be typed again.
        const QString threshold = thresholdKey(i);
        if (isThreshold(*e.rule) && before->m_lifted.contains(threshold) &&
            before->m_held.value(threshold) == m_held.value(threshold))
            m_lifted.insert(threshold);
    }
}

void Ticks::countThresholds()
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].rule && isThreshold(*m_entries[i].rule))
            ++m_held[thresholdKey(i)];
    }
}

QString Ticks::thresholdKey(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    return e.rule == Rule::ThresholdRoom ? e.room() : QString();
}

bool Ticks::releasable(Rule rule)
{
    return rule == Rule::Guest || rule == Rule::GoneAgain || rule == Rule::Emptied;
}

bool Ticks::isThreshold(Rule rule)
{
    return rule == Rule::ThresholdRoom || rule == Rule::ThresholdRun;
}

bool Ticks::released(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    return e.rule && releasable(*e.rule) && m_released.contains(*e.rule == Rule::Emptied ? e.room() : *e.id);
}

bool Ticks::thresholdLifted(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    return e.rule && isThreshold(*e.rule) && m_lifted.contains(thresholdKey(entry));
}

bool Ticks::tickable(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    if (!e.rule || released(entry) || thresholdLifted(entry))
        return true;
    return isThreshold(*e.rule) && m_releasedRooms.contains(e.room());
}

bool Ticks::ticked(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    if (!tickable(entry))
        return false;
    if (e.rule && isThreshold(*e.rule) && !thresholdLifted(entry))
        return m_ticked.contains(*e.id);
    return !m_unticked.contains(*e.id);
}

void Ticks::setTicked(size_t entry, bool on)
{
    if (!tickable(entry))
        return;
    const QString &id = *m_entries[entry].id;
    if (on) {
        m_unticked.remove(id);
        m_ticked.insert(id);
    } else {
        m_unticked.insert(id);
        m_ticked.remove(id);
    }
}

void Ticks::setReleased(size_t entry, bool on)
{
    const PlanEntry &e = m_entries[entry];
    if (!e.rule || !releasable(*e.rule))
        return;
    const QString key = *e.rule == Rule::Emptied ? e.room() : *e.id;
    if (on)
        m_released.insert(key);
    else
        m_released.remove(key);
    m_releasedRooms.clear();
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (released(i))
            m_releasedRooms.insert(m_entries[i].room());
        if (on && released(i) && m_entries[i].room() == e.room() && (e.rule == Rule::Emptied || i == entry))
            m_unticked.remove(*m_entries[i].id);
    }
}

int Ticks::heldByThreshold(size_t entry) const
{
    const PlanEntry &e = m_entries[entry];
    return e.rule && isThreshold(*e.rule) ? m_held.value(thresholdKey(entry)) : 0;
}

bool Ticks::liftThreshold(size_t entry, int typed)
{
    const int held = heldByThreshold(entry);
    if (held == 0 || typed != held)
        return false;
    const QString key = thresholdKey(entry);
    m_lifted.insert(key);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].rule && isThreshold(*m_entries[i].rule) && thresholdKey(i) == key)
            m_unticked.remove(*m_entries[i].id);
    }
    return true;
}

void Ticks::lowerThreshold(size_t entry)
{
    const PlanEntry &e = m_entries[entry];
    if (e.rule && isThreshold(*e.rule))
        m_lifted.remove(thresholdKey(entry));
}

Equation Ticks::equation() const
{
    Equation sum;
    if (!m_plan)
        return sum;
    const auto add = [](int total, int n) { return total + n; };
    const int notSelected = std::accumulate(m_plan->notSelected.begin(), m_plan->notSelected.end(), 0,
                                            [&](int total, const auto &kind) { return add(total, kind.second); });
    sum.observed = static_cast<int>(m_plan->steps.size() + m_plan->withheld.size()) + notSelected;
    sum.unticked = notSelected;
    QSet<QString> rooms;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!tickable(i)) {
            ++sum.withheld;
            continue;
        }
        if (!ticked(i)) {
            ++sum.unticked;
            continue;
        }
        ++sum.toApply;
        const PlanEntry &e = m_entries[i];
        sum.removals += takesAway(e.kind()) ? 1 : 0;
        if (e.kind() == ChangeKind::CreateAccount)
            continue;
        const Place &place = e.change->place;
        rooms.insert(place.room ? *place.room : place.site + u':' + QString::number(place.cmid.value_or(0)));
    }
    sum.rooms = static_cast<int>(rooms.size());
    return sum;
}

Toll Ticks::toll() const
{
    Toll toll;
    QHash<QString, int> messages;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!ticked(i))
            continue;
        const Noise noise = noiseOf(*m_entries[i].change);
        toll.noise.messages += noise.messages;
        toll.noise.notifications += noise.notifications;
        if (noise.messages == 0)
            continue;
        const QString room = m_entries[i].room();
        int &here = messages[room];
        here += noise.messages;
        if (here > toll.worstMessages) {
            toll.worstMessages = here;
            toll.worstRoom = room;
        }
    }
    return toll;
}

int Ticks::numberToConfirm() const
{
    const Equation sum = equation();
    return sum.removals > 0 ? sum.removals : sum.toApply;
}

Load Ticks::runLoad(const Thresholds &thresholds) const
{
    return {{}, equation().removals, thresholds.runMax};
}

std::optional<Load> Ticks::worstRoom(const Thresholds &thresholds, const QHash<QString, int> &bases) const
{
    QHash<QString, int> used;
    std::vector<QString> order;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!ticked(i) || !takesAway(m_entries[i].kind()))
            continue;
        int &n = used[m_entries[i].room()];
        if (n++ == 0)
            order.push_back(m_entries[i].room());
    }
    std::optional<Load> worst;
    for (const QString &room : order) {
        const auto base = bases.constFind(room);
        const Load load{room, used.value(room),
                        base == bases.constEnd() ? thresholds.roomMax : roomLimit(*base, thresholds)};
        // used / limit compared without dividing: a limit may be 0.
        if (!worst || qint64(load.used) * worst->limit > qint64(worst->used) * load.limit)
            worst = load;
    }
    return worst;
}

Decisions Ticks::decisions(bool production) const
{
    Decisions out;
    out.production = production;
    out.release = m_released;
    QSet<QString> only;
    bool lifted = false;
    int removals = 0;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!ticked(i))
            continue;
        only.insert(*m_entries[i].id);
        lifted = lifted || thresholdLifted(i);
        removals += takesAway(m_entries[i].kind()) ? 1 : 0;
    }
    if (lifted || (production && removals > 0))
        out.confirmRemovals = removals;
    // A number lifts every threshold, and a release those of its room: what nobody ticked is kept out by `only`.
    const QSet<QString> lets = [&] {
        QSet<QString> ids;
        const QSet<QString> rooms = roomsReleased(*m_plan, out);
        for (const Step &step : m_plan->steps)
            ids.insert(step.id);
        for (const Withheld &held : m_plan->withheld) {
            if (isLifted(held, out, rooms))
                ids.insert(held.id);
        }
        return ids;
    }();
    if (lets != only)
        out.only = only;
    return out;
}

std::vector<Step> Ticks::chosen() const
{
    std::vector<Step> out;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (ticked(i))
            out.push_back({*m_entries[i].id, *m_entries[i].change});
    }
    return out;
}

int roomLimit(int m, const Thresholds &thresholds)
{
    int r = 0;
    while (r < thresholds.roomMax && !stopsRoom(r + 1, m, thresholds))
        ++r;
    return r;
}

std::vector<LinkKey> linksOf(std::span<const Change *const> changes)
{
    std::vector<LinkKey> out;
    QSet<LinkKey> seen;
    for (const Change *change : changes) {
        if (!change->place.cmid)
            continue;
        const LinkKey key{change->place.site, *change->place.cmid};
        if (seen.contains(key))
            continue;
        seen.insert(key);
        out.push_back(key);
    }
    return out;
}

} // namespace liaison::ui
