#pragma once

#include "core/model/change.h"

#include <QHash>

namespace liaison {

/// A room as it is now, as far as the effect of changes can be seen in it.
struct RoomState
{
    bool membersKnown = false;
    QHash<QString, quint8> members; ///< chat account id -> RoomRoleFlag bits
    bool archived = false;
    bool retentionKnown = false;
    std::optional<Retention> retention;
};

[[nodiscard]] RoomState stateOf(const Snapshot &snapshot, RoomIx room);

/// Is what the change wants already so? NotKnown where the state does not tell. Decides "already-so" before a write and
/// "done" after it: applied means that the server now says so (R290).
[[nodiscard]] Tri inEffect(const RoomState &state, const Change &change);

} // namespace liaison
