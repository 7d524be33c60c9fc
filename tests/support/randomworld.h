#pragma once

#include "tests/support/smallworld.h"

namespace liaison::tests {

/// A small campus with a bit of everything that can be so, or not be known: one or two sites, up to three courses and
/// rooms, a dozen people. The same seed gives the same world.
[[nodiscard]] SmallWorld randomWorld(quint32 seed);

} // namespace liaison::tests
