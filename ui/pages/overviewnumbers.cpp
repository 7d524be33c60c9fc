#include "ui/pages/overviewnumbers.h"

#include <set>

namespace liaison::ui {
namespace {

bool isUnknown(LinkState state)
{
    return state == LinkState::Unknown || state == LinkState::Ambiguous || state == LinkState::PartlyKnown;
}

void countLinks(OverviewNumbers &n, const Snapshot &s, const Diff &diff)
{
    std::set<CourseIx> drifting;
    for (const LinkRow &row : diff.links) {
        const Link &link = s.links[row.link.value];
        if (!s.courses[link.course.value].inScope)
            continue;
        ++n.total;
        ++n.states[row.state];
        if (row.state == LinkState::Drift) {
            n.drifting.push_back({s.sites[link.site.value].id.value, link.cmid.value});
            drifting.insert(link.course);
        }
        if (isUnknown(row.state)) {
            ++n.unknown;
            ++n.byReason[row.reason.value_or(row.state == LinkState::Ambiguous ? UnknownReason::Ambiguous
                                                                               : UnknownReason::ReadFailed)];
        }
    }
    n.driftingCourses = static_cast<int>(drifting.size());
}

void countChanges(OverviewNumbers &n, const Diff &diff)
{
    const auto count = [&](const std::vector<Entry> &entries) {
        const int before = n.changes;
        for (const Entry &entry : entries) {
            if (entry.rule == Rule::OutOfScope)
                continue;
            if (entry.guest) {
                ++n.guests;
                continue;
            }
            ++n.changes;
            ++n.byKind[kindOf(entry.change)];
            n.withheld += entry.rule.has_value();
        }
        return n.changes > before;
    };
    count(diff.beforeRooms);
    for (const RoomDiff &room : diff.rooms)
        n.rooms += count(room.entries);
}

} // namespace

OverviewNumbers numbersOf(const CampusView &view)
{
    OverviewNumbers n;
    if (view.snapshot)
        countLinks(n, *view.snapshot, view.diff);
    countChanges(n, view.diff);
    for (const RetentionRow &row : view.retention)
        ++n.retention[row.verdict];
    for (const RestoreRow &row : view.restores) {
        n.restoresToSee += row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking ||
                           row.state == RestoreRow::State::Error;
    }
    for (const RoomRow &row : view.rooms)
        n.orphans += row.orphan;
    return n;
}

} // namespace liaison::ui
