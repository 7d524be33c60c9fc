#include "core/rocketchat/fields.h"

#include <QHash>

namespace liaison::rocketchat {

namespace {

enum class Source { WholeDocument, Projection };

std::optional<chat::Retention> readRetention(const json::Fields &room, bool &readable)
{
    readable = true;
    const auto field = room.tolerant(readable).maybeObject("retention");
    if (!field)
        return std::nullopt;
    chat::Retention r;
    r.enabled = field->maybeFlag("enabled");
    r.overrideGlobal = field->flag("overrideGlobal");
    r.maxAge = field->maybeNumber("maxAge");
    r.excludePinned = field->flag("excludePinned");
    r.filesOnly = field->flag("filesOnly");
    r.ignoreThreads = field->flag("ignoreThreads");
    return r;
}

chat::RoomInfo readRoom(const json::Fields &fields, Source source)
{
    chat::RoomInfo room;
    room.id = fields.id("_id");
    room.type = fields.id("t");
    room.name = fields.label("name");
    room.fname = fields.label("fname");
    if (const auto creator = fields.maybeObject("u")) {
        room.creatorId = creator->label("_id");
        room.creatorUsername = creator->label("username");
    }
    room.archived = fields.flag("archived");
    room.encrypted = fields.flag("encrypted");
    room.broadcast = fields.flag("broadcast");
    room.created = fields.date("ts");
    room.lastMessageAt = fields.date("lm");
    room.teamId = fields.label("teamId");
    room.parentRoom = fields.label("prid");
    bool counted = true; // a hint only, and servers have been seen with counts below zero
    const int usersCount = fields.tolerant(counted).count("usersCount");
    if (counted)
        room.usersCount = usersCount;
    if (source == Source::WholeDocument) {
        // A retention that cannot be read makes this room's retention unknown, not the list unreadable.
        bool readable = true;
        const auto retention = readRetention(fields, readable);
        room.retentionKnown = readable;
        if (readable)
            room.retention = retention;
    }
    return room;
}

} // namespace

chat::RoomRoles readRoles(const json::Fields &fields)
{
    chat::RoomRoles roles;
    const auto names = fields.maybeTexts("roles");
    if (!names)
        return roles;
    for (const QString &name : *names) {
        roles.owner = roles.owner || name == QLatin1String("owner");
        roles.moderator = roles.moderator || name == QLatin1String("moderator");
        roles.leader = roles.leader || name == QLatin1String("leader");
    }
    return roles;
}

Result<Page<chat::RoomInfo>> parseRooms(const net::HttpReply &reply, const QString &method)
{
    return parsePage<chat::RoomInfo>(
        reply, method, "groups", [](const json::Fields &fields) { return readRoom(fields, Source::WholeDocument); });
}

Result<Page<chat::RoomInfo>> parseAdminRooms(const net::HttpReply &reply)
{
    return parsePage<chat::RoomInfo>(reply, QStringLiteral("rooms.adminRooms"), "rooms",
                                     [](const json::Fields &fields) { return readRoom(fields, Source::Projection); });
}

Result<chat::RoomInfo> parseRoom(const net::HttpReply &reply)
{
    return parseWith<chat::RoomInfo>(reply, QStringLiteral("groups.info"), [](const json::Fields &root, bool &ok) {
        chat::RoomInfo room;
        if (const auto group = root.maybeObject("group"))
            room = readRoom(*group, Source::WholeDocument);
        else
            ok = false;
        room.access = chat::Access::Member;
        return room;
    });
}

Result<std::optional<chat::RoomInfo>> parseAdminRoom(const net::HttpReply &reply)
{
    return parseWith<std::optional<chat::RoomInfo>>(
        reply, QStringLiteral("rooms.adminRooms.getRoom"),
        [](const json::Fields &root, bool &) -> std::optional<chat::RoomInfo> {
            if (root.size() == 1) // only "success": contract, json/rooms.adminRooms.getRoom
                return std::nullopt;
            auto room = readRoom(root, Source::Projection);
            room.access = chat::Access::Administered;
            return room;
        });
}

Result<Page<chat::Member>> parseMembers(const net::HttpReply &reply, const QString &method)
{
    return parsePage<chat::Member>(reply, method, "members", [](const json::Fields &fields) {
        return chat::Member{fields.id("_id"), fields.text("username"), fields.label("name"), readRoles(fields)};
    });
}

Result<std::vector<RoleHolder>> parseRoomRoles(const net::HttpReply &reply)
{
    return parseWith<std::vector<RoleHolder>>(
        reply, QStringLiteral("groups.roles"), [](const json::Fields &root, bool &ok) {
            std::vector<RoleHolder> holders;
            json::forEach(root.array("roles"), ok, [&holders](const json::Fields &fields) {
                const auto user = fields.maybeObject("u"); // _id beside it is the subscription's
                if (user)
                    holders.push_back({user->id("_id"), readRoles(fields)});
                else
                    fields.refuse();
            });
            return holders;
        });
}

void joinRoles(std::vector<chat::Member> &members, const std::vector<RoleHolder> &holders)
{
    QHash<QString, chat::RoomRoles> roles;
    for (const RoleHolder &holder : holders)
        roles.insert(holder.accountId, holder.roles);
    for (chat::Member &member : members)
        member.roles = roles.value(member.id);
}

} // namespace liaison::rocketchat
