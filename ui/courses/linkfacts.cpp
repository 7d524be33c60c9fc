#include "ui/courses/linkfacts.h"

#include <algorithm>

namespace liaison::ui {

QString LinkFacts::roomId() const
{
    if (room)
        return room->id.value;
    if (const auto *missing = std::get_if<MissingRoom>(&link.room))
        return missing->id.value;
    if (const auto *unknown = std::get_if<UnknownRoom>(&link.room))
        return unknown->id.value;
    return {};
}

int LinkFacts::candidates() const
{
    const auto *several = std::get_if<AmbiguousRooms>(&link.room);
    return several ? static_cast<int>(several->rooms.size()) : 0;
}

const RoomDiff *LinkFacts::differences() const
{
    const auto *ix = std::get_if<RoomIx>(&link.room);
    if (!ix)
        return nullptr;
    const auto found =
        std::find_if(view.diff.rooms.begin(), view.diff.rooms.end(), [&](const RoomDiff &d) { return d.room == *ix; });
    return found == view.diff.rooms.end() ? nullptr : &*found;
}

LinkFacts linkFacts(const CampusView &view, quint32 position)
{
    const Snapshot &s = *view.snapshot;
    const Link &link = s.links[position];
    const auto *room = std::get_if<RoomIx>(&link.room);
    return {view, s.sites[link.site.value],  s.courses[link.course.value],
            link, view.diff.links[position], room ? &s.rooms[room->value] : nullptr};
}

std::optional<quint32> positionOf(const CampusView &view, const LinkKey &key)
{
    const Snapshot &s = *view.snapshot;
    const auto at = std::lower_bound(s.links.begin(), s.links.end(), key, [&](const Link &link, const LinkKey &wanted) {
        return LinkKey{s.sites[link.site.value].id.value, link.cmid.value} < wanted;
    });
    if (at == s.links.end() || at->cmid.value != key.cmid || s.sites[at->site.value].id.value != key.site)
        return std::nullopt;
    return static_cast<quint32>(at - s.links.begin());
}

ReadTimes::ReadTimes(const CampusView &view) : m_viewRead(view.readAt)
{
    for (const Room &room : view.snapshot->rooms)
        m_chatNewest = std::max(m_chatNewest, room.members.readAt());
}

Instant ReadTimes::of(const LinkFacts &facts) const
{
    if (!m_viewRead.isKnown() || facts.row.state == LinkState::Unknown)
        return {};
    std::optional<qint64> before; // how long before the end of the reading
    const auto take = [&](Instant at, Instant newest) {
        if (at.isKnown() && newest.isKnown())
            before = std::max(before.value_or(0), qint64(newest.ms - at.ms));
    };
    if (!facts.link.unknown) {
        take(facts.link.readAt, facts.site.now);
        take(facts.course.enrolments.readAt(), facts.site.now);
    }
    if (facts.room)
        take(facts.room->members.readAt(), m_chatNewest);
    if (!before)
        return {};
    return {m_viewRead.ms - *before};
}

} // namespace liaison::ui
