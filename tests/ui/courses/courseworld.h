#pragma once

#include "core/run/campus.h"
#include "tests/support/smallworld.h"

namespace liaison::tests {

/// A believable campus of some twenty-five courses, with every link state, written for the Courses page: DRC-L1 holds
/// each kind of change, guests and findings.
[[nodiscard]] SmallWorld courseWorld();

/// The view that a backend would make of such a world, read at `readAt`.
[[nodiscard]] std::shared_ptr<const CampusView> viewOf(const SmallWorld &world, Instant readAt = {});

/// `n` links with nothing but names and states: "C000000 Génie civil 0", ... every third called "Genève".
[[nodiscard]] std::shared_ptr<const CampusView> wideView(int n);

/// Position of a link in the view, by cmid of the main site.
[[nodiscard]] quint32 positionOf(const CampusView &view, qint64 cmid);

} // namespace liaison::tests
