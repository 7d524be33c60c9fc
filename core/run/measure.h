#pragma once

#include "core/run/campus.h"

namespace liaison {

/// Reads when the oldest message of each room of the rows was written, one call a room, and judges the rows with it
/// (design 12.7): `older-than-rule`, `not-measurable` with its reason. Only dates are read. Rooms that we are not in
/// and archived ones are not asked. Blocking.
void measureRetention(Servers &servers, const Survey &survey, const Snapshot &snapshot, std::vector<RetentionRow> &rows,
                      const ProgressSink &progress, const net::CancelToken &cancel);

/// The server's answer could have been had: the room is closed to us, or the reading failed. An archived room and a
/// rule that deletes files only are facts, and hide nothing from us.
[[nodiscard]] bool couldNotBeMeasured(const RetentionRow &row);

} // namespace liaison
