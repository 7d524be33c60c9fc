#pragma once

#include "core/run/campus.h"

namespace liaison {

/// What the inventory of rooms can be narrowed to. Several kinds are an "or", as the chips of the console are;
/// `idleDays` narrows further: orphans that nobody has written in for a year.
struct RoomFilter
{
    bool orphan = false, renamed = false, duplicate = false, ownerless = false;
    std::optional<int> idleDays;

    [[nodiscard]] bool namesKind() const { return orphan || renamed || duplicate || ownerless; }
    [[nodiscard]] bool isEmpty() const { return !namesKind() && !idleDays; }
};

/// Nobody has written there for more than `days`. A room without any message is judged by its age; where the server
/// does not tell whether there are messages, nobody knows and the answer is no. `now`: the chat server's time.
[[nodiscard]] bool isIdle(const RoomRow &room, Instant now, int days);
[[nodiscard]] bool matches(const RoomRow &room, const RoomFilter &filter, Instant now);

/// Drops the rooms all of whose courses are outside the scope: they are neither seen nor found. `snapshot`: of that scope.
void keepInside(std::vector<RoomRow> &rooms, const Snapshot &snapshot, const Scope &scope);

/// "orphan", else the state of its links, the first that applies (design section 5), else "unknown". Rooms outside
/// courses have no state.
[[nodiscard]] QString roomState(const RoomRow &room, const QHash<LinkKey, LinkState> &links);
[[nodiscard]] QHash<LinkKey, LinkState> linkStates(const Snapshot &snapshot, const Diff &diff);

/// Rooms outside courses; nullopt where no list of rooms was read.
[[nodiscard]] std::optional<int> roomsOutside(const Survey &survey, const std::vector<RoomRow> &rooms);
/// The list of rooms or the links of a site could not be read, or the list shows our own rooms only: rooms may be
/// missing from the inventory, or not be what they seem.
[[nodiscard]] bool inventoryIsPartial(const Survey &survey);

} // namespace liaison
