#include "core/reconcile/effect.h"

namespace liaison {
namespace {

Tri tri(bool known, bool value)
{
    return !known ? Tri::NotKnown : value ? Tri::Yes : Tri::No;
}

} // namespace

RoomState stateOf(const Snapshot &s, RoomIx ix)
{
    const Room &room = s.rooms[ix.value];
    RoomState state;
    state.archived = room.archived;
    state.retentionKnown = room.retentionKnown;
    state.retention = room.retention;
    state.membersKnown = room.members.isKnown();
    if (!state.membersKnown)
        return state;
    const Rows rows = room.members.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        state.members.insert(s.accounts[s.members.account[row]].id.value, s.members.roles[row]);
    return state;
}

Tri inEffect(const RoomState &state, const Change &change)
{
    const PersonKey *person = personOf(change);
    const auto member = person && person->chat ? state.members.constFind(*person->chat) : state.members.constEnd();
    const bool here = member != state.members.constEnd();
    const bool moderates = here && (*member & (RoomModerator | RoomOwner));
    switch (kindOf(change)) {
    case ChangeKind::Add:
        return tri(state.membersKnown,
                   here && (std::get<AddMember>(change.what).as == MemberRole::Member || moderates));
    case ChangeKind::Promote:
        return tri(state.membersKnown, moderates);
    case ChangeKind::Demote:
        return tri(state.membersKnown, here && !(*member & RoomModerator));
    case ChangeKind::Remove:
        return tri(state.membersKnown, !here);
    case ChangeKind::Archive:
        return tri(true, state.archived);
    case ChangeKind::Unarchive:
        return tri(true, !state.archived);
    case ChangeKind::SetRetention: {
        const Retention &after = std::get<SetRetention>(change.what).after;
        return tri(state.retentionKnown,
                   state.retention == after || (!after.enabled && (!state.retention || !state.retention->enabled)));
    }
    case ChangeKind::CreateAccount:
    case ChangeKind::CreateRoom:
        break;
    }
    return Tri::NotKnown;
}

} // namespace liaison
