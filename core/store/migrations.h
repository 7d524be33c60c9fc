#pragma once

#include <QStringList>
#include <vector>

namespace liaison::store {

/// The schema, as numbered steps that only go forward. A released step never changes; a new one is appended.
[[nodiscard]] const std::vector<QStringList> &migrations();

} // namespace liaison::store
