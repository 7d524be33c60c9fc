#pragma once

#include "core/chat/chatserver.h"
#include "core/reconcile/effect.h"
#include "core/run/survey.h"

namespace liaison {

/// A room as it is now, after a write: its members, its settings, or both. A list that we are not in is an error, for
/// nobody in it would make every removal look done.
[[nodiscard]] Result<RoomState> readRoomState(chat::ChatServer &chat, const Survey &survey, const QString &room,
                                              bool members, bool settings, const net::CancelToken &cancel);

/// A member list as part of a room's state.
void fillMembers(RoomState &state, const chat::MemberList &list);

} // namespace liaison
