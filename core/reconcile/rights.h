#pragma once

#include "core/model/change.h"

#include <QString>

namespace liaison {

/// The right that the account we are lacks for this kind of change in this room; empty when it holds all of them
/// (design 4.1 *Rights are read, not tried*; Rocket.Chat contract section 4, column *Needs*).
[[nodiscard]] QString missingRight(const Snapshot &snapshot, const Room &room, ChangeKind kind,
                                   MemberRole as = MemberRole::Member);

} // namespace liaison
