#pragma once

#include "core/sandbox/http.h"
#include "core/sandbox/moodlecall.h"

namespace liaison::sandbox::moodle {

/// What goes over the wire: a fault too is sent with status 200.
[[nodiscard]] Reply answered(const Answer &answer, bool json);

} // namespace liaison::sandbox::moodle
