#include "core/run/roomreading.h"

#include "core/run/observation.h"

namespace liaison {
namespace {

quint8 flagsOf(const chat::RoomRoles &roles)
{
    return static_cast<quint8>((roles.owner ? RoomOwner : 0) | (roles.moderator ? RoomModerator : 0));
}

Result<RoomState> byPerson(chat::ChatServer &chat, const QString &room, const QStringList &accounts,
                           const net::CancelToken &cancel)
{
    RoomState state;
    state.membersKnown = true;
    for (const QString &account : accounts) {
        const auto theirs = chat.roomsOf(account, cancel);
        if (!theirs)
            return fail(theirs.error());
        if (!theirs->rooms)
            return fail(Error{ErrorKind::Forbidden, QStringLiteral("no-access"), {}, 0, {}, {}});
        for (const chat::AccountRoom &in : *theirs->rooms) {
            if (in.roomId == room)
                state.members.insert(account, flagsOf(in.roles));
        }
    }
    return state;
}

} // namespace

Result<RoomState> readRoomMembers(chat::ChatServer &chat, const Survey &survey, const chat::RoomInfo &room,
                                  const QStringList &accounts, const net::CancelToken &cancel)
{
    if (room.access != chat::Access::Member)
        return byPerson(chat, room.id, accounts, cancel);
    const auto list = chat.members(room, cancel);
    if (!list)
        return fail(list.error());
    if (lacksOurselves(survey, *list))
        return fail(Error{ErrorKind::BadReply, QStringLiteral("truncated"), {}, 0, {}, {}});
    RoomState state;
    state.membersKnown = true;
    for (const chat::Member &m : list->members)
        state.members.insert(m.id, flagsOf(m.roles));
    return state;
}

void fillSettings(RoomState &state, const chat::RoomInfo &info)
{
    const Room room = roomFrom(info);
    state.archived = room.archived;
    state.retentionKnown = room.retentionKnown;
    state.retention = room.retention;
}

} // namespace liaison
