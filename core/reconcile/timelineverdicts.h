#pragma once

#include "core/model/change.h"
#include "core/model/history.h"
#include "core/reconcile/diff.h"

namespace liaison {

/// Whom an entry of a room's comparison is about: expected and absent, or there without being expected. What happened
/// to such people the timeline can tell.
struct ComeOrGone
{
    AccountIx account;
    bool inRoom = false;
};
[[nodiscard]] std::optional<ComeOrGone> comeOrGone(const Entry &entry, const Snapshot &snapshot);

/// Why, of everybody whom `timeline` explains and the comparison alone did not, added to `verdicts` (by chat id).
void addVerdicts(const Timeline &timeline, const Snapshot &snapshot, const RoomDiff &room,
                 QHash<QString, TimelineVerdict> &verdicts);

/// All that is known so, by room: what can be kept without the timelines. `diff` of that history.
[[nodiscard]] QHash<QString, QHash<QString, TimelineVerdict>> verdictsOf(const History &history,
                                                                         const Snapshot &snapshot, const Diff &diff);

} // namespace liaison
