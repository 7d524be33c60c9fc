#pragma once

#include "core/run/apply.h"
#include "core/run/campus.h"
#include "ui/backend.h"

#include <set>

/// A faculty with believable names, and plans over it: what the pages show and what the tests count.
namespace liaison::tests {

struct CampusOptions
{
    bool production = true, readOnly = false;
    int moreRooms = 117; ///< besides the five that are told by name
};

/// The view that plan, result and journal take their names from.
[[nodiscard]] ui::Backend::View campusView(const CampusOptions &options = {});

/// The plan over that campus with these classes ticked. Held back: a guest and somebody gone again in DRC-L1, 32
/// removals by the threshold of LAN-M1, 14 in the emptied SPO-L1.
[[nodiscard]] ui::Backend::PlanPtr campusPlan(const ui::Backend::View &view, const std::set<ChangeClass> &classes);
[[nodiscard]] ui::Backend::PlanPtr campusPlan(const ui::Backend::View &view);

/// What might come of applying these steps: four failures, seven stale, six skipped, the others done.
[[nodiscard]] ApplyResult campusResult(const std::vector<Step> &steps);

} // namespace liaison::tests
