#pragma once

#include "core/base/result.h"
#include "core/reconcile/plan.h"

#include <QSet>
#include <optional>

namespace liaison {

/// What a person decided beside the plan file (design section 8, `apply`).
struct Decisions
{
    std::optional<int> confirmRemovals; ///< lifts the thresholds; the number that was typed
    QSet<QString> release;              ///< entry ids (guest, gone-again) and room ids (emptied)
    std::optional<QSet<QString>> only;  ///< step ids; nullopt = all
    bool production = false;
};

/// The steps of the file that are to be tried, in plan order. Errors (Input), all before anything is sent:
/// "unknown-entry" with the id, "too-many-removals" with how many there are, "confirmation-needed".
[[nodiscard]] Result<std::vector<Step>> chooseSteps(const Plan &plan, const Decisions &decisions);

/// May this entry of the plan made again be carried out, given what was lifted? Room thresholds are lifted by a typed
/// number, or in a room of which something was released.
[[nodiscard]] bool isLifted(const Withheld &entry, const Decisions &decisions, const QSet<QString> &roomsReleased);

/// Rooms of which an entry was released by id, or that were named as a whole.
[[nodiscard]] QSet<QString> roomsReleased(const Plan &plan, const Decisions &decisions);

} // namespace liaison
