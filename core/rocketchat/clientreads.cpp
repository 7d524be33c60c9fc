#include "core/rocketchat/clientsend.h"

#include <QHash>

namespace liaison::rocketchat {

namespace {

/// The list of rooms goes on without what may not be read; anything else makes it unknown.
bool mayBeLeftOut(const Error &e)
{
    return e.kind == ErrorKind::Forbidden || e.code == code::methodMissing;
}

/// Adds a private room that is not in the list yet.
void addRoom(chat::RoomList &list, QHash<QString, std::size_t> &index, chat::RoomInfo room, chat::Access access)
{
    if (room.type != QLatin1String("p") || index.contains(room.id))
        return;
    room.access = access;
    index.insert(room.id, list.rooms.size());
    list.rooms.push_back(std::move(room));
}

/// An old release does not know the method: HTML (200 or 404), 405, or a 404 without the shape of a refusal. A 404 with
/// that shape means "no access" (contract section 10).
bool methodIsAbsent(const Error &e)
{
    return e.code == code::methodMissing ||
           (e.kind == ErrorKind::BadReply && e.detail == detailHtml && (e.httpStatus == 200 || e.httpStatus == 404));
}

/// For reads inside a room "not found" is never the room's absence: it is hidden from who is no member (contract 0.1).
Error insideRoom(Error e)
{
    if (e.kind == ErrorKind::NotFound || e.kind == ErrorKind::Forbidden ||
        (e.kind == ErrorKind::Rejected && e.httpStatus == 404)) {
        e.kind = ErrorKind::Forbidden;
        e.code = code::noAccess;
    }
    return e;
}

} // namespace

Result<chat::RoomList> Client::rooms(const net::CancelToken &cancel)
{
    const auto parseGroups = [](const char *method) {
        return [name = QString::fromLatin1(method)](const net::HttpReply &reply) { return parseRooms(reply, name); };
    };
    auto own = readList<chat::RoomInfo>(cancel, requests::ownRooms, parseGroups("groups.list"));
    if (!own)
        return fail(own.error());
    auto all = readList<chat::RoomInfo>(cancel, requests::allRooms, parseGroups("groups.listAll"));
    if (!all && !mayBeLeftOut(all.error()))
        return fail(all.error());
    // Sees discussions and main rooms of teams only when asked; with them come public ones, which addRoom() drops.
    const QStringList types{QStringLiteral("p"), QStringLiteral("discussions"), QStringLiteral("teams")};
    auto administered = readList<chat::RoomInfo>(
        cancel, [&types](PageAsk page) { return requests::adminRooms(types, page); }, parseAdminRooms);
    if (!administered && !mayBeLeftOut(administered.error()))
        return fail(administered.error());

    chat::RoomList list;
    list.readAt = own->at;
    list.wholeServer = all.has_value() || administered.has_value();
    QHash<QString, std::size_t> index;
    for (chat::RoomInfo &room : own->items)
        addRoom(list, index, std::move(room), chat::Access::Member);
    if (all) {
        for (chat::RoomInfo &room : all->items)
            addRoom(list, index, std::move(room), chat::Access::Administered);
    }
    if (administered) {
        for (chat::RoomInfo &room : administered->items)
            addRoom(list, index, std::move(room), chat::Access::Administered);
    }
    return list;
}

Result<std::optional<chat::RoomInfo>> Client::room(const QString &roomId, const net::CancelToken &cancel)
{
    if (roomId.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("groups.info")));
    auto mine = read(requests::roomInfo(roomId), cancel, parseRoom);
    if (mine) {
        if (mine->id != roomId)
            return fail(makeError(ErrorKind::BadReply, code::badReply, QStringLiteral("groups.info")));
        return std::optional(std::move(*mine));
    }
    // Gone, of another type, or not ours: the same words (contract 0.1). Only the administrator's view tells.
    if (mine.error().kind != ErrorKind::NotFound && mine.error().kind != ErrorKind::Forbidden)
        return fail(mine.error());

    auto seen = read(requests::adminRoom(roomId), cancel, parseAdminRoom);
    if (seen) {
        if (*seen && (*seen)->id != roomId)
            return fail(makeError(ErrorKind::BadReply, code::badReply, QStringLiteral("rooms.adminRooms.getRoom")));
        return seen;
    }
    Error e = seen.error();
    if (e.kind == ErrorKind::NotFound)
        return std::optional<chat::RoomInfo>(); // needs no membership: its "not found" is the truth
    if (mayBeLeftOut(e)) {
        e.kind = ErrorKind::Forbidden;
        e.code = code::noAccess;
    }
    return fail(e);
}

Result<chat::MemberList> Client::membersByRole(const QString &roomId, const net::CancelToken &cancel)
{
    const QString method = QStringLiteral("rooms.membersOrderedByRole");
    auto list = readList<chat::Member>(
        cancel, [&roomId](PageAsk page) { return requests::membersByRole(roomId, page); },
        [&method](const net::HttpReply &reply) { return parseMembers(reply, method); });
    if (!list)
        return fail(list.error());
    const int total = int(list->items.size());
    return chat::MemberList{std::move(list->items), total, method, list->at};
}

Result<chat::MemberList> Client::membersAndRoles(const QString &roomId, const net::CancelToken &cancel)
{
    const QString method = QStringLiteral("groups.members");
    auto list = readList<chat::Member>(
        cancel, [&roomId](PageAsk page) { return requests::members(roomId, page); },
        [&method](const net::HttpReply &reply) { return parseMembers(reply, method); });
    if (!list)
        return fail(list.error());
    const auto holders = read(requests::roomRoles(roomId), cancel, parseRoomRoles);
    if (!holders)
        return fail(holders.error());
    joinRoles(list->items, *holders);
    const int total = int(list->items.size());
    return chat::MemberList{std::move(list->items), total, method, list->at};
}

Result<chat::MemberList> Client::members(const chat::RoomInfo &room, const net::CancelToken &cancel)
{
    if (room.id.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("groups.members")));
    // A release that says that it is older is not asked for what it cannot know (from 7.3: contract section 10).
    const bool older = version().isKnown() && !version().atLeast(7, 3);
    if (m_membersMethod != MembersMethod::Old && !older) {
        auto list = membersByRole(room.id, cancel);
        if (list) {
            m_membersMethod = MembersMethod::ByRole;
            return list;
        }
        // Once it has worked here, HTML is a disturbance and not an old release.
        if (m_membersMethod == MembersMethod::ByRole || !methodIsAbsent(list.error()))
            return fail(insideRoom(list.error()));
    }
    auto list = membersAndRoles(room.id, cancel);
    // Remembered only when the old way was understood: a proxy that answers everything with a page is no old release.
    if (list || !isUndecoded(list.error()))
        m_membersMethod = MembersMethod::Old;
    if (!list)
        return fail(insideRoom(list.error()));
    return list;
}

Result<std::optional<chat::Account>> Client::account(const Call &call, const net::CancelToken &cancel) const
{
    return read(call, cancel, parseAccount);
}

Result<std::optional<chat::Account>> Client::accountById(const QString &id, const net::CancelToken &cancel)
{
    if (id.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("users.info")));
    auto found = account(requests::accountById(id), cancel);
    if (found && *found && (*found)->id != id)
        return fail(makeError(ErrorKind::BadReply, code::badReply, QStringLiteral("users.info")));
    return found;
}

Result<std::optional<chat::Account>> Client::accountByLogin(const QString &login, const net::CancelToken &cancel)
{
    if (login.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("users.info")));
    auto found = account(requests::accountByLogin(login), cancel);
    // Whoever is answered here may be added to a room: it has to be who was asked for.
    if (found && *found && (*found)->username.compare(login, Qt::CaseInsensitive) != 0)
        return fail(makeError(ErrorKind::BadReply, code::badReply, QStringLiteral("users.info")));
    return found;
}

Result<chat::AccountRooms> Client::roomsOf(const QString &accountId, const net::CancelToken &cancel)
{
    if (accountId.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("users.info")));
    auto found = read(requests::accountRooms(version(), accountId), cancel, parseAccountRooms);
    if (found && found->account.id != accountId)
        return fail(makeError(ErrorKind::BadReply, code::badReply, QStringLiteral("users.info")));
    return found;
}

Result<std::vector<chat::Account>> Client::allAccounts(const net::CancelToken &cancel)
{
    auto list = readList<chat::Account>(cancel, requests::accounts, parseAccounts);
    if (!list)
        return fail(list.error());
    return std::move(list->items);
}

Result<chat::AccountsPage> Client::accountsFrom(int offset, const net::CancelToken &cancel)
{
    auto page = read(requests::accounts({offset, largestPage}), cancel, parseAccounts);
    if (!page)
        return fail(page.error());
    return chat::AccountsPage{std::move(page->items), page->total};
}

} // namespace liaison::rocketchat
