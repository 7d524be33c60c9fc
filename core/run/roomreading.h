#pragma once

#include "core/chat/chatserver.h"
#include "core/reconcile/effect.h"
#include "core/run/survey.h"

namespace liaison {

/// Who is in a room now. A list that we are not in is an error, for nobody in it would make every removal look done.
/// A room that we are not in shows its list to nobody but its members: `accounts` are asked about there, one by one, and
/// the state knows of no others.
[[nodiscard]] Result<RoomState> readRoomMembers(chat::ChatServer &chat, const Survey &survey,
                                                const chat::RoomInfo &room, const QStringList &accounts,
                                                const net::CancelToken &cancel);

/// Archived state and retention of a room that is there.
void fillSettings(RoomState &state, const chat::RoomInfo &room);

} // namespace liaison
