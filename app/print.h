#pragma once

#include "app/output.h"
#include "core/reconcile/plan.h"
#include "core/run/apply.h"

#include <map>

/// What the commands print for people; documents for programs are in documents.h.

namespace liaison::app {

/// The table of links and its totals.
void printLinks(const Snapshot &snapshot, const std::vector<LinkRow> &rows, Output &out);
/// Unknown rooms, each reason with its own sentence and remedy; with `snapshot` the courses are named.
void printUnknown(const std::vector<Unknown> &unknown, Output &out, const Snapshot *snapshot = nullptr);
void printPlan(const Plan &plan, const Snapshot &snapshot, Output &out);
/// Every step that was not done, and the sum. `changes` by step id: what is known of them.
void printResult(const ApplyResult &result, const std::map<QString, Change> &changes, Output &out);
/// What a writing command ends with: 0 all done, 4 else. What the journal could not take is said on standard error.
[[nodiscard]] int endOf(const ApplyResult &result, Output &out);
/// Without the forty digits of a site's address that say nothing to people.
[[nodiscard]] QString shortRoomName(const QString &name);
/// The room's name, its id where the name is not known, empty where there is no room.
[[nodiscard]] QString roomNameOf(const Snapshot &snapshot, const Link &link);

} // namespace liaison::app
