#pragma once

#include "core/model/change.h"

#include <QString>
#include <optional>
#include <vector>

namespace liaison {

/// A right that a change needs, by its name on the chat server.
struct NeededRight
{
    QString right;
    std::optional<bool> held; ///< nullopt: rights could not be read, and a write is never tried to find out
    friend bool operator==(const NeededRight &, const NeededRight &) = default;
};

/// What the account we are needs for this kind of change in this room, in the order in which it should be asked for
/// (design 4.1 *Rights are read, not tried*; Rocket.Chat contract section 4, column *Needs*). Our own roles in the room
/// count like server roles. In a room that we are not in, `set-moderator` is never held: room roles are changed by
/// members only, whatever is granted.
[[nodiscard]] std::vector<NeededRight> neededRights(const Snapshot &snapshot, const Room &room, ChangeKind kind,
                                                    MemberRole as = MemberRole::Member);

/// The first of them that is not known to be held; empty: the change may be sent.
[[nodiscard]] QString missingRight(const Snapshot &snapshot, const Room &room, ChangeKind kind,
                                   MemberRole as = MemberRole::Member);

/// The server role of our account that a missing right should be granted to: never `user`, which everybody holds.
/// "bot" where our roles are not known or nothing else is left.
[[nodiscard]] QString roleToGrant(const Snapshot &snapshot);

} // namespace liaison
