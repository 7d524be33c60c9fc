#pragma once

#include "core/base/result.h"
#include "core/model/reading.h"

namespace liaison {

/// What a failed call means (design 12.3).
/// Down: trying later can help, nothing has to be set (the rooms concerned are unknown, exit 5). Else, at connection,
/// it is an error a person has to mend (exit 1). `reachedBefore`: this store has reached that server once; a refused
/// connection is then down and not a wrong address.
[[nodiscard]] bool isDown(const Error &error, bool reachedBefore);

/// The reason that a room gets whose data call failed.
[[nodiscard]] UnknownBecause becauseOfMoodle(const Error &error);
[[nodiscard]] UnknownBecause becauseOfChat(const Error &error);

/// What a step's detail says of a failed call: the server's own code, else ours. Never empty.
[[nodiscard]] QString detailOf(const Error &error);

} // namespace liaison
