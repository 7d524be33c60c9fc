#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

/// Negative, zero or positive, by one field of a room; unknown fields are equal.
int compareBy(const State &s, const QString &field, const Room &a, const Room &b)
{
    const auto order = [](auto x, auto y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (field == u"name" || field == u"fname")
        return a.name.compare(b.name);
    if (field == u"_id")
        return a.id.compare(b.id);
    if (field == u"t")
        return a.type.compare(b.type);
    if (field == u"usersCount")
        return order(a.members.size(), b.members.size());
    if (field == u"msgs")
        return order(s.messages.count(a), s.messages.count(b));
    if (field == u"ts")
        return order(a.created, b.created);
    if (field == u"lm" || field == u"_updatedAt")
        return order(a.newestMessage, b.newestMessage);
    return 0;
}

/// `rooms` comes in order of name.
void sortRooms(const State &s, std::vector<const Room *> &rooms, const std::vector<SortKey> &keys)
{
    if (keys.empty() || (keys.front().field == u"name" && !keys.front().down))
        return;
    std::stable_sort(rooms.begin(), rooms.end(), [&](const Room *a, const Room *b) {
        for (const SortKey &k : keys) {
            if (const int c = compareBy(s, k.field, *a, *b); c != 0)
                return k.down ? c > 0 : c < 0;
        }
        return false;
    });
}

template <class Wanted> std::vector<const Room *> roomsByName(const State &s, Wanted wanted)
{
    std::vector<const Room *> rooms;
    for (const qsizetype i : s.index.byName()) {
        const Room &room = s.chat().rooms[static_cast<std::size_t>(i)];
        if (wanted(room))
            rooms.push_back(&room);
    }
    return rooms;
}

/// Rooms in the order that the call asks for; `about` tells this list from those of other callers and filters.
template <class Wanted>
const std::vector<const Room *> &sortedRooms(State &s, const Call &call, const std::vector<SortKey> &keys,
                                             const QString &about, Wanted wanted)
{
    const QString key = call.route + u'\n' + call.text(QStringLiteral("sort")) + u'\n' + about;
    return s.roomLists.get(s.world, s.ownWorld, key, [&] {
        std::vector<const Room *> rooms = roomsByName(s, wanted);
        sortRooms(s, rooms, keys);
        return rooms;
    });
}

Body pageOfRooms(State &s, const char *key, RoomTexts::Shape shape, const Page &page,
                 const std::vector<const Room *> &rooms)
{
    const auto total = static_cast<qsizetype>(rooms.size());
    const qsizetype end = page.count == 0 ? total : std::min<qsizetype>(total, qsizetype{page.offset} + page.count);
    for (qsizetype i = page.offset; i < end; ++i)
        s.roomTexts.fetch(s, shape, *rooms[static_cast<std::size_t>(i)]);
    return pagedList(key, page, total,
                     [&](JsonText &out, std::size_t i) { out.written(s.roomTexts.of(s, shape, *rooms[i])); });
}

template <class Wanted> Answer listRooms(State &s, const Call &call, const QString &about, Wanted wanted)
{
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    const auto legacy = legacyQuery(s, call);
    if (!legacy)
        return Refusal(legacy.error());
    const std::vector<const Room *> &rooms = sortedRooms(s, call, *keys, about, wanted);
    const Page page = pageOf(s, call);
    if (!legacy->isAsked())
        return pageOfRooms(s, "groups", RoomTexts::Shape::Whole, page, rooms);
    std::vector<QJsonObject> documents;
    for (const Room *room : rooms)
        documents.push_back(valuesOf([&](JsonText &out) { writeRoom(out, s, *room); }));
    return pagedDocuments("groups", page, std::move(documents), *legacy);
}

/// Plain error without errorType before 9.0: contract section 3.
Refusal notAdministrator()
{
    Refusal r = refusePlain(QStringLiteral("error-not-authorized"));
    r.value().permission = true;
    return r;
}

} // namespace

Answer groupsListAll(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-room-administration")))
        return forbid();
    return listRooms(s, call, {}, [](const Room &r) { return r.type == u"p"; });
}

Answer groupsList(State &s, const Call &call)
{
    QSet<QString> mine; // looked up once the list has to be made
    return listRooms(s, call, call.caller, [&](const Room &r) {
        if (mine.isEmpty()) {
            const QStringList all = s.index.roomsOf(call.caller);
            mine = QSet<QString>(all.begin(), all.end());
        }
        return r.type == u"p" && mine.contains(r.id);
    });
}

Answer groupsInfo(State &s, const Call &call)
{
    const auto room = findGroup(s, call, true);
    if (!room)
        return Refusal(room.error());
    return roomBody("group", s, **room);
}

Answer groupsCounters(State &s, const Call &call)
{
    if (!namesRoom(call))
        return roomNotGiven();
    Room *room = namedRoom(s, call.params);
    if (!room || room->type != u"p")
        return roomNotFound();
    if (room->archived)
        return archivedGroup(*room);
    const bool access = s.may(call, QStringLiteral("view-room-administration"));
    const QString other = call.text(QStringLiteral("userId"));
    if (!other.isEmpty() && !access)
        return forbid();
    const bool joined = s.isMember(*room, other.isEmpty() ? call.caller : other);
    QJsonObject o{{QStringLiteral("joined"), joined}};
    const QJsonObject document = valuesOf([&](JsonText &out) { writeRoom(out, s, *room); });
    const QJsonValue latest = document.value(document.contains(u"lm") ? u"lm" : u"_updatedAt");
    const bool seen = access || joined;
    // From 8.7 on members counts active accounts only.
    const auto active = std::count_if(room->members.begin(), room->members.end(), [&s](const RoomMember &m) {
        const ChatUser *u = s.index.user(m.user);
        return u && u->active;
    });
    const auto members = s.version.atLeast(8, 7) ? static_cast<int>(active) : static_cast<int>(room->members.size());
    o.insert(QStringLiteral("members"), seen ? QJsonValue(members) : QJsonValue());
    o.insert(QStringLiteral("msgs"), seen ? document.value(u"msgs") : QJsonValue());
    o.insert(QStringLiteral("latest"), seen ? latest : QJsonValue());
    // Being added is the one mention that the sandbox counts; nothing is ever read there.
    const QString reader = other.isEmpty() ? call.caller : other;
    const int mentions = s.notes.value(room->id).mentioned.contains(reader) ? 1 : 0;
    o.insert(QStringLiteral("unreads"), joined ? QJsonValue(mentions) : QJsonValue());
    o.insert(QStringLiteral("unreadsFrom"), joined ? latest : QJsonValue());
    o.insert(QStringLiteral("userMentions"), joined ? QJsonValue(mentions) : QJsonValue());
    return o;
}

Answer roomsAdminRooms(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-room-administration")))
        return notAdministrator();
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    QStringList types = call.texts(QStringLiteral("types"));
    const bool asked = !types.isEmpty();
    types.removeAll(QStringLiteral("discussions"));
    types.removeAll(QStringLiteral("teams"));
    const QString filter = call.text(QStringLiteral("filter")).trimmed();
    const QString about = (asked ? types.join(u' ') : QStringLiteral("all")) + u'\n' + filter;
    const std::vector<const Room *> &rooms = sortedRooms(s, call, *keys, about, [&](const Room &r) {
        // A world has neither discussions nor teams: asking for those alone finds nothing.
        if (asked && !types.contains(r.type))
            return false;
        return filter.isEmpty() || r.name.contains(filter, Qt::CaseInsensitive) ||
               s.notes.value(r.id).displayName.value_or(QString()).contains(filter, Qt::CaseInsensitive);
    });
    return pageOfRooms(s, "rooms", RoomTexts::Shape::Admin, pageOf(s, call), rooms);
}

Answer roomsAdminRoom(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-room-administration")))
        return notAdministrator();
    const Room *room = s.index.room(call.text(QStringLiteral("rid")));
    if (!room)
        return QJsonObject(); // only `success` for an unknown id: contract json
    JsonText out;
    writeAdminRoom(out, s, *room);
    return Body::text(out.take());
}

Answer roomsInfo(State &s, const Call &call)
{
    if (!namesRoom(call))
        return refuse(QStringLiteral("error-roomid-param-not-provided"),
                      QStringLiteral("The parameter \"roomId\" or \"roomName\" is required"));
    Room *room = namedRoom(s, call.params);
    if (!room)
        return refuse(
            QStringLiteral("error-room-not-found"),
            QStringLiteral("The required \"roomId\" or \"roomName\" param provided does not match any channel"));
    if (room->archived && !s.version.atLeast(8, 6))
        return refuse(QStringLiteral("error-room-archived"),
                      QStringLiteral("The channel, %1, is archived").arg(room->name));
    if (room->type != u"c" && !s.isMember(*room, call.caller)) {
        Refusal r = refuse(QStringLiteral("Not Allowed"), QStringLiteral("not-allowed"));
        r.value().bracketed = false;
        r.value().permission = true;
        return r;
    }
    return roomBody("room", s, *room);
}

Answer roomsNameExists(State &s, const Call &call)
{
    return QJsonObject{
        {QStringLiteral("exists"), s.index.roomByName(call.text(QStringLiteral("roomName"))) != nullptr}};
}

} // namespace liaison::sandbox::chat
