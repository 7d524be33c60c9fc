#pragma once

#include "core/run/survey.h"

namespace liaison {

/// Whether we hold a right, told by the readings that need it: for servers that do not list rights to us (design 4.1).
/// nullopt: no reading tells. A right to write is never found out, since that would mean to write.
[[nodiscard]] std::optional<bool> probedRight(const Survey &survey, const Snapshot &snapshot, const QString &right);

} // namespace liaison
