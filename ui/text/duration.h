#pragma once

#include "ui/text/text.h"

namespace liaison::text {

/// "40 s", "12 min", "7 h 12 min", "12 d 3 h" / "12 j 3 h": the two largest units, rounded down; no-break spaces
/// inside.
[[nodiscard]] QString duration(Language language, qint64 seconds);

} // namespace liaison::text
