#pragma once

#include "core/reconcile/plan.h"

#include <vector>

namespace liaison {

/// A step of an earlier run that was carried out, with what was so before it (design 6.5).
struct DoneStep
{
    QString id;
    Change change;
};

struct NotTakenBack
{
    QString id; ///< of the earlier run's step
    Change change;
    NotUndone why;
};

struct Undo
{
    Plan plan;                      ///< origin "undo:<run>"; its classes are those that its entries need
    std::vector<NotTakenBack> left; ///< every step of the run that the plan does not take back, in the run's order
};

/// The opposite of what a run did, as a plan like any other: only where the room is still as the run left it, held back
/// by the same rules and thresholds, protected people never in a step. What is expected in the room plays no part: a
/// person asked for the state before the run. `diff` is that of the same snapshot: it tells which rooms are known.
[[nodiscard]] Undo undoOf(const Snapshot &snapshot, const Diff &diff, const Policy &policy, const QString &run,
                          const std::vector<DoneStep> &steps);

/// "undo:<run>" -> the run; nullopt for every other origin.
[[nodiscard]] std::optional<QString> undoneRun(const QString &origin);

} // namespace liaison
