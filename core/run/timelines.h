#pragma once

#include "core/reconcile/diff.h"
#include "core/run/survey.h"

namespace liaison {

/// Fifty calls: a second or two. Rooms with more messages prove no absence.
constexpr int messagesLookedAt = 5000;

/// Messages are shown to members only, and an archived room refuses them: Rocket.Chat contract section 3.
[[nodiscard]] bool hasTimeline(const Room &room);
/// False where a rule that deletes messages may have deleted the trace too, or where that is not known.
[[nodiscard]] bool keepsEverything(const Survey &survey, const Room &room);
/// The oldest message is from the day the room was made. Else what came before may have been deleted: by a rule that is
/// switched off today, or by hand.
[[nodiscard]] bool reachesBack(const Timeline &timeline, const Room &room);

/// Who came and went in the rooms where that alone can tell whether an extra member was expected once: somebody is
/// withheld as a guest there, and every message can be seen. One call a room of up to a hundred messages; rooms that
/// could not be read, or not whole, are left out, and their guests stay guests. Blocking.
[[nodiscard]] QHash<QString, Timeline> readTimelines(Servers &servers, const Survey &survey, const Snapshot &snapshot,
                                                     const Diff &diff, const ProgressSink &progress,
                                                     const net::CancelToken &cancel);

} // namespace liaison
