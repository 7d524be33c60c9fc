#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

#include <algorithm>
#include <tuple>

namespace liaison::sandbox::chat {

namespace {

struct Listed
{
    const ChatUser *user = nullptr;
    const RoomMember *member = nullptr;
    const MemberText *text = nullptr;
    int role = 0;
};

int roleRank(const QStringList &roles)
{
    return roles.contains(u"owner") ? 0 : roles.contains(u"moderator") ? 1 : roles.contains(u"leader") ? 2 : 3;
}

bool isNameBefore(const Listed &a, const Listed &b)
{
    const quint64 x = a.text->username, y = b.text->username;
    return x != y ? x < y : a.user->username < b.user->username;
}

/// Active members only (contract 0.4), filtered as asked, in no order yet.
std::vector<Listed> activeMembers(State &s, const Call &call, const Room &room)
{
    if (s.chat().presenceChanging)
        ++s.presence; // people come and go between two pages
    const QStringList wanted = call.texts(QStringLiteral("status"));
    const QString filter = call.text(QStringLiteral("filter"));
    const std::span<const std::uint32_t> accounts = s.index.accountsOf(room);
    s.accountTexts.prepare(s);
    for (const std::uint32_t account : accounts) {
        if (account != Index::nobody)
            fetch(s.accountTexts.placeOf(account));
    }
    std::vector<Listed> list;
    list.reserve(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (accounts[i] == Index::nobody)
            continue;
        const MemberText &text = s.accountTexts.member(s, accounts[i]);
        if (!text.active)
            continue;
        const ChatUser *const u = &s.chat().users[accounts[i]]; // looked at where it has to be: it lies far away
        if (!wanted.isEmpty() && !wanted.contains(s.status(*u)))
            continue;
        if (!filter.isEmpty() && !u->username.contains(filter, Qt::CaseInsensitive) &&
            !u->name.contains(filter, Qt::CaseInsensitive))
            continue;
        list.push_back({u, &room.members[i], &text, roleRank(room.members[i].roles)});
        fetch(text.fields.constData());
    }
    return list;
}

Answer roleList(const State &s, const Room &room)
{
    return bodyOf("roles", [&](JsonText &out) {
        out.open('[');
        for (const RoomMember &m : room.members) {
            if (!m.roles.isEmpty())
                writeRole(out, s, room, m);
        }
        out.close(']');
    });
}

} // namespace

Answer groupsMembers(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    if (s.notes.value((*room)->id).more.value(u"broadcast").toBool() &&
        !s.may(call, QStringLiteral("view-broadcast-member-list"), *room))
        return forbid();
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    std::vector<Listed> list = activeMembers(s, call, **room);
    // By presence first, even when another order is asked for: contract section 3.
    const bool byUsername = !keys->empty() && keys->front().field == u"username";
    const bool down = byUsername && keys->front().down;
    std::sort(list.begin(), list.end(), [byUsername, down](const Listed &a, const Listed &b) {
        if (a.text->presence != b.text->presence)
            return a.text->presence < b.text->presence;
        if (byUsername)
            return down ? isNameBefore(b, a) : isNameBefore(a, b);
        if (a.text->name != b.text->name)
            return a.text->name < b.text->name;
        return std::tie(a.user->name, a.user->username) < std::tie(b.user->name, b.user->username);
    });
    return pagedList("members", pageOf(s, call), static_cast<qsizetype>(list.size()),
                     [&](JsonText &out, std::size_t i) {
                         out.open('{');
                         out.written(list[i].text->fields);
                         out.close('}');
                     });
}

Answer roomsMembersOrderedByRole(State &s, const Call &call)
{
    const bool id = call.has(QStringLiteral("roomId")), name = call.has(QStringLiteral("roomName"));
    if (id == name) {
        const auto exactlyOne = QStringLiteral("must match exactly one schema in oneOf");
        return invalidParams(id ? exactlyOne
                                : QString(QStringLiteral("must have required property 'roomId'\n must have required "
                                                         "property 'roomName'\n ") +
                                          exactlyOne),
                             false, true);
    }
    Room *room = namedRoom(s, call.params);
    if (!room || (room->type != u"c" && !s.isMember(*room, call.caller))) {
        Refusal r = refuse(QStringLiteral("error-room-not-found"),
                           QStringLiteral("The required \"roomId\" or \"roomName\" param provided does not match any "
                                          "channel"));
        r.value().status = 404;
        r.value().typed = false;
        return r;
    }
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    bool rolesDown = false, namesDown = false;
    for (const SortKey &k : *keys) {
        if (k.field == u"rolePriority")
            rolesDown = k.down;
        else if (k.field == u"username")
            namesDown = k.down;
    }
    std::vector<Listed> list = activeMembers(s, call, *room);
    std::sort(list.begin(), list.end(), [rolesDown, namesDown](const Listed &a, const Listed &b) {
        if (a.role != b.role)
            return rolesDown ? b.role < a.role : a.role < b.role;
        if (a.text->presence != b.text->presence)
            return a.text->presence < b.text->presence;
        return namesDown ? isNameBefore(b, a) : isNameBefore(a, b);
    });
    return pagedList("members", pageOf(s, call), static_cast<qsizetype>(list.size()),
                     [&](JsonText &out, std::size_t i) {
                         const ChatUser &user = *list[i].user;
                         const QStringList &roles = list[i].member->roles;
                         out.open('{');
                         out.written(list[i].text->fields);
                         if (!roles.isEmpty())
                             out.member("roles", roles);
                         if (s.version.atLeast(8, 8)) {
                             out.key("subscription");
                             out.open('{');
                             out.member("_id", s.subscription(*room, user.id));
                             out.member("ts", isoText(s.pastDate(user.id + room->id, 2)).view());
                             if (!roles.isEmpty())
                                 out.member("roles", roles);
                             out.close('}');
                         }
                         out.close('}');
                     });
}

Answer groupsRoles(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    return roleList(s, **room);
}

Answer groupsModerators(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    return bodyOf("moderators", [&](JsonText &out) {
        out.open('[');
        for (const RoomMember &m : (*room)->members) {
            if (m.roles.contains(u"moderator"))
                writeUserReference(out, s, m.user);
        }
        out.close(']');
    });
}

Answer roomsRoles(State &s, const Call &call)
{
    Room *room = s.index.room(call.text(QStringLiteral("rid")));
    if (!room || (room->type != u"c" && !s.isMember(*room, call.caller)))
        return refuse(QStringLiteral("error-invalid-room"), QStringLiteral("Invalid room"),
                      QStringLiteral("getRoomRoles"));
    return roleList(s, *room);
}

Answer roomsIsMember(State &s, const Call &call)
{
    Room *room = s.index.room(call.text(QStringLiteral("roomId")));
    if (!room)
        return refuse(
            QStringLiteral("error-room-not-found"),
            QStringLiteral("The required \"roomId\" or \"roomName\" param provided does not match any channel"));
    if (room->archived)
        return refuse(QStringLiteral("error-room-archived"),
                      QStringLiteral("The channel, %1, is archived").arg(room->name));
    const QString id = call.text(QStringLiteral("userId"));
    const ChatUser *user = id.isEmpty() ? s.index.userByName(call.text(QStringLiteral("username"))) : s.index.user(id);
    if (!user)
        return refusePlain(QStringLiteral("error-user-not-found"));
    if (room->type != u"c" && !s.isMember(*room, call.caller))
        return forbid();
    return QJsonObject{{QStringLiteral("isMember"), s.isMember(*room, user->id)}};
}

} // namespace liaison::sandbox::chat
