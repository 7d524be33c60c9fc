#pragma once

#include "core/model/snapshot.h"

namespace liaison {

/// A course with two or more activities, each with a room of its own: people look for each other in the wrong one.
struct SeveralRooms
{
    CourseIx course;
    std::vector<LinkIx> links; ///< by cmid; the first one of each room
    /// People who are in every room, and in some but not in all, API accounts apart; nullopt: a member list is not
    /// known.
    std::optional<int> together, apart;
    /// The one to go on with: of the room where somebody wrote last, then of the larger one; nullopt: nothing read
    /// tells them apart.
    std::optional<LinkIx> keep;
};

/// Courses by their first link, those outside the scope apart. Pure.
[[nodiscard]] std::vector<SeveralRooms> coursesWithSeveralRooms(const Snapshot &snapshot);

} // namespace liaison
