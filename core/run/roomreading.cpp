#include "core/run/roomreading.h"

#include "core/run/observation.h"

namespace liaison {

void fillMembers(RoomState &state, const chat::MemberList &list)
{
    state.membersKnown = true;
    for (const chat::Member &m : list.members)
        state.members.insert(
            m.id, static_cast<quint8>((m.roles.owner ? RoomOwner : 0) | (m.roles.moderator ? RoomModerator : 0)));
}

Result<RoomState> readRoomState(chat::ChatServer &chat, const Survey &survey, const QString &id, bool members,
                                bool settings, const net::CancelToken &cancel)
{
    RoomState state;
    const auto info = chat.room(id, cancel);
    if (!info)
        return fail(info.error());
    if (!*info)
        return fail(Error{ErrorKind::NotFound, QStringLiteral("room-not-found"), id, 0, {}, {}});
    if (settings) {
        const Room room = roomFrom(**info);
        state.archived = room.archived;
        state.retentionKnown = room.retentionKnown;
        state.retention = room.retention;
    }
    if (members) {
        const auto list = chat.members(**info, cancel);
        if (!list)
            return fail(list.error());
        if (lacksOurselves(survey, *list))
            return fail(Error{ErrorKind::BadReply, QStringLiteral("truncated"), {}, 0, {}, {}});
        fillMembers(state, *list);
    }
    return state;
}

} // namespace liaison
