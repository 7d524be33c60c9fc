#pragma once

#include "core/store/journal.h"

namespace liaison::ui {

/// Runs whose program ended in the middle, with steps still to carry out: newest first, none that is older than a run
/// which went to its end, because what was left is then in a newer plan.
[[nodiscard]] std::vector<store::RunRecord> unfinishedRuns(const std::vector<store::RunRecord> &newestFirst);
/// How many of its steps can still be carried out.
[[nodiscard]] int stepsLeft(const store::RunRecord &run);

} // namespace liaison::ui
