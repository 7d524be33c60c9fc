#pragma once

#include "core/sandbox/world.h"

#include <optional>

/// What no type can say about a world: for worldFromJson and the front.
namespace liaison::sandbox {

/// What a server cannot be without (standard roles, the category of a course, the name of a room): see worldFromJson.
void complete(World &world);

/// "<place>: <problem>" of the first reference or id that makes no sense.
[[nodiscard]] std::optional<QString> problemOf(const World &world);

} // namespace liaison::sandbox
