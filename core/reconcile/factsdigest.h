#pragma once

#include "core/model/snapshot.h"

namespace liaison {

/// SHA-256 hex over every fact that differences are derived from, in an order that does not depend on how they were
/// read, and without dates of reading (12.2, `basedOn`).
[[nodiscard]] QString factsDigest(const Snapshot &snapshot);

} // namespace liaison
