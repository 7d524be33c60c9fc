#pragma once

#include "core/run/campus.h"

namespace liaison::bench {

/// `courses` linked courses that share `memberships` enrolments, taken from a third as many people as there are
/// courses times 9 or so (each is in many courses), one room each. Every `drifting`th room misses some people.
struct Shape
{
    int courses = 0, memberships = 0;
    int drifting = 20;
    int from = 0; ///< the first course that drifts
};
[[nodiscard]] std::shared_ptr<const Snapshot> snapshot(const Shape &shape);
/// With the rows that the console shows.
[[nodiscard]] std::shared_ptr<const CampusView> view(const Shape &shape);

} // namespace liaison::bench
