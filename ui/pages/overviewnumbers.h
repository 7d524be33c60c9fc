#pragma once

#include "core/run/campus.h"

#include <map>

namespace liaison::ui {

/// The numbers of the overview, each counted once and from the same facts as the other pages. What is shown as a sum
/// is one: `total` is the sum of `states`, `changes` of `byKind`, `unknown` of `byReason`.
struct OverviewNumbers
{
    int total = 0; ///< links in scope
    std::map<LinkState, int> states;
    std::vector<LinkKey> drifting;
    int driftingCourses = 0; ///< distinct courses of these

    int changes = 0; ///< what could be done, ticked or not, withheld or not; guests apart
    std::map<ChangeKind, int> byKind;
    int withheld = 0; ///< of `changes`
    int guests = 0;
    int rooms = 0; ///< rooms that these changes concern

    int unknown = 0; ///< links that are unknown, ambiguous or partly known
    std::map<UnknownReason, int> byReason;

    std::map<RetentionVerdict, int> retention;
    int restoresToSee = 0; ///< stuck, blocking or failed
    int orphans = 0;
};

[[nodiscard]] OverviewNumbers numbersOf(const CampusView &view);

/// Zero where the key has no number.
template <class Key> [[nodiscard]] int valueOf(const std::map<Key, int> &counts, Key key)
{
    const auto at = counts.find(key);
    return at == counts.end() ? 0 : at->second;
}

} // namespace liaison::ui
