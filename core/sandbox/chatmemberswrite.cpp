#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

struct RoleCall
{
    const char *role;       ///< "moderator"
    const char *permission; ///< "set-moderator"
    const char *add;        ///< method names, as they stand in `details`
    const char *remove;
    const char *article;
};
constexpr RoleCall moderatorCall{"moderator", "set-moderator", "addRoomModerator", "removeRoomModerator", "a"};
constexpr RoleCall ownerCall{"owner", "set-owner", "addRoomOwner", "removeRoomOwner", "an"};
constexpr RoleCall leaderCall{"leader", "set-leader", "addRoomLeader", "removeRoomLeader", "a"};

qsizetype owners(const Room &room)
{
    return std::count_if(room.members.begin(), room.members.end(),
                         [](const RoomMember &m) { return m.roles.contains(u"owner"); });
}

Answer changeRole(State &s, const Call &call, const RoleCall &what, bool add)
{
    const auto found = findGroup(s, call);
    if (!found)
        return Refusal(found.error());
    const auto user = findUser(s, call);
    if (!user)
        return Refusal(user.error());
    Room &room = **found;
    const QString role = QString::fromLatin1(what.role);
    const QString method = QString::fromLatin1(add ? what.add : what.remove);
    if (!s.may(call, QString::fromLatin1(what.permission), &room))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), method);
    RoomMember *member = s.index.member(room, (*user)->id);
    if (!member && add)
        return refuse(QStringLiteral("error-user-not-in-room"), QStringLiteral("User is not in this room"), method);
    if (!member)
        return refuse(QStringLiteral("error-invalid-room"), QStringLiteral("Invalid room"), method);
    if (add == member->roles.contains(role)) {
        const QString article = QString::fromLatin1(what.article);
        if (add)
            return refuse(QStringLiteral("error-user-already-") + role,
                          QStringLiteral("User is already %1 %2").arg(article, role), method);
        return refuse(QStringLiteral("error-user-not-") + role, QStringLiteral("User is not %1 %2").arg(article, role),
                      method);
    }
    if (!add && role == u"owner" && owners(room) == 1)
        return refuse(QStringLiteral("error-remove-last-owner"),
                      QStringLiteral("This is the last owner. Please set a new owner before removing this one."),
                      method);
    if (add)
        member->roles.append(role);
    else
        member->roles.removeAll(role);
    s.messages.event(
        room, {call.now, add ? QStringLiteral("role+") : QStringLiteral("role-"), (*user)->id, call.caller}, role);
    ++s.posted;
    return QJsonObject();
}

/// One line for everybody in the room, and a notification for the newcomer.
void putInto(State &s, const Call &call, Room &room, const QString &user)
{
    s.join(room, user);
    s.messages.event(room, {call.now, QStringLiteral("au"), user, call.caller});
    s.touch(room, call.now);
    s.notes[room.id].mentioned.insert(user);
    ++s.posted;
    ++s.notified;
}

/// The people of an invite, in the order given; empty = none given. Unknown ones vanish: contract section 4.
Expected<QStringList> invited(const State &s, const Call &call)
{
    const auto one = [&call](const char *key) { return call.params.value(QLatin1String(key)); };
    if (one("username").isArray())
        return refusePlain(QStringLiteral("params.username.trim is not a function")); // #18880
    const bool byId = call.has(QStringLiteral("userIds")) || call.has(QStringLiteral("userId"));
    QStringList given =
        call.texts(call.has(QStringLiteral("userIds")) ? QStringLiteral("userIds") : QStringLiteral("usernames"));
    const QString id = one("userId").toString();
    given.append(id.isEmpty() ? one("username").toString() : id);
    given.removeAll(QString());
    if (given.isEmpty())
        return refuse(
            QStringLiteral("error-users-params-not-provided"),
            QStringLiteral("Please provide \"userId\" or \"username\" or \"userIds\" or \"usernames\" as param"));
    QStringList ids;
    for (const QString &name : std::as_const(given)) {
        const ChatUser *u = byId ? s.index.user(name) : s.index.userByName(name);
        if (u && !ids.contains(u->id))
            ids.append(u->id);
    }
    if (ids.isEmpty())
        return refuse(QStringLiteral("error-empty-invite-list"),
                      QStringLiteral("Cannot invite if no valid users are provided"));
    return ids;
}

} // namespace

Answer groupsInvite(State &s, const Call &call)
{
    if (!namesRoom(call))
        return roomNotGiven();
    Room *room = namedRoom(s, call.params);
    if (!room || room->type != u"p")
        return roomNotFound();
    const auto ids = invited(s, call);
    if (!ids)
        return Refusal(ids.error());
    const auto method = QStringLiteral("addUsersToRoom");
    const bool joined = s.isMember(*room, call.caller) && s.may(call, QStringLiteral("add-user-to-joined-room"), room);
    if (!joined && !s.may(call, QStringLiteral("add-user-to-any-p-room")))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), method);
    // Neither archived rooms nor deactivated accounts are refused: contract section 3. One who cannot be added does not
    // undo the others: the adds run side by side.
    bool federated = false;
    for (const QString &id : *ids) {
        const ChatUser *u = s.index.user(id);
        if (u->username.contains(u'@') && u->username.contains(u':')) {
            federated = true;
            continue;
        }
        if (s.isMember(*room, id))
            continue;
        putInto(s, call, *room, id);
    }
    if (federated)
        return refuse(QStringLiteral("error-federated-users-in-non-federated-rooms"),
                      QStringLiteral("Cannot add federated users to non-federated rooms"), method);
    return roomBody("group", s, *room);
}

Answer groupsAddAll(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    const auto method = QStringLiteral("addAllToRoom");
    if (!s.may(call, QStringLiteral("add-all-to-room"), *room))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), method);
    QStringList wanted;
    for (const ChatUser &u : s.chat().users) {
        if (u.active || !call.on(QStringLiteral("activeUsersOnly")))
            wanted.append(u.id);
    }
    if (wanted.size() > settingNumber(s.chat(), QStringLiteral("API_User_Limit"), 500))
        return refuse(QStringLiteral("error-user-limit-exceeded"), QStringLiteral("User Limit Exceeded"), method);
    for (const QString &id : std::as_const(wanted)) {
        if (!s.isMember(**room, id))
            putInto(s, call, **room, id);
    }
    return roomBody("group", s, **room);
}

Answer groupsKick(State &s, const Call &call)
{
    if (!namesRoom(call))
        return roomNotGiven();
    Room *room = namedRoom(s, call.params);
    const bool any = s.version.atLeast(6, 5) && s.may(call, QStringLiteral("kick-user-from-any-p-room"));
    if (!room || room->type != u"p" || (!any && !s.isMember(*room, call.caller)))
        return roomNotFound();
    if (room->archived && !s.version.atLeast(6, 5))
        return archivedGroup(*room);
    const auto user = findUser(s, call);
    if (!user)
        return Refusal(user.error());
    const auto method = QStringLiteral("removeUserFromRoom");
    if (!s.may(call, QStringLiteral("remove-user"), room))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), method);
    const QString id = (*user)->id;
    const RoomMember *member = s.index.member(*room, id);
    if (!member && !any)
        return refuse(QStringLiteral("error-user-not-in-room"), QStringLiteral("User is not in this room"), method);
    if (member && member->roles.contains(u"owner") && owners(*room) == 1)
        return refuse(QStringLiteral("error-you-are-last-owner"),
                      QStringLiteral("You are the last owner. Please set new owner before leaving the room."), method);
    if (member)
        s.leave(*room, id);
    // With the any-room right even somebody who was not there is "removed", with the message.
    s.messages.event(*room, {call.now, QStringLiteral("ru"), id, call.caller});
    s.touch(*room, call.now);
    ++s.posted;
    return QJsonObject();
}

Answer groupsAddModerator(State &s, const Call &call)
{
    return changeRole(s, call, moderatorCall, true);
}

Answer groupsRemoveModerator(State &s, const Call &call)
{
    return changeRole(s, call, moderatorCall, false);
}

Answer groupsAddOwner(State &s, const Call &call)
{
    return changeRole(s, call, ownerCall, true);
}

Answer groupsRemoveOwner(State &s, const Call &call)
{
    return changeRole(s, call, ownerCall, false);
}

Answer groupsAddLeader(State &s, const Call &call)
{
    return changeRole(s, call, leaderCall, true);
}

Answer groupsRemoveLeader(State &s, const Call &call)
{
    return changeRole(s, call, leaderCall, false);
}

} // namespace liaison::sandbox::chat
