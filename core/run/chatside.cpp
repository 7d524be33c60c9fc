#include "core/run/observation.h"

#include "core/run/parallel.h"
#include "core/run/trouble.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace liaison {
namespace {

quint8 flagsOf(const chat::RoomRoles &roles)
{
    return static_cast<quint8>((roles.owner ? RoomOwner : 0) | (roles.moderator ? RoomModerator : 0) |
                               (roles.leader ? RoomLeader : 0));
}

/// What became of a room id that a link names.
struct Resolved
{
    RoomIx room; ///< valid: found
    std::optional<UnknownBecause> unknown;
    bool missing = false;
};

/// Looks each room up: in the list, else one by one, since "not found" has to be confirmed before a room is missing.
std::map<QString, Resolved> resolveRooms(ObservationContext &c, std::vector<chat::RoomInfo> &toRead)
{
    std::map<QString, Resolved> resolved;
    std::vector<QString> toConfirm;
    for (const SurveyedLink *link : c.links) {
        const QString &id = link->room;
        if (id.isEmpty() || resolved.contains(id))
            continue;
        Resolved &r = resolved[id];
        const auto listed = c.survey.roomById.constFind(id);
        if (c.survey.chatDown) {
            r.unknown = becauseOfChat(*c.survey.chatDown);
        } else if (c.survey.roomsUnknown) {
            r.unknown = c.survey.roomsUnknown;
        } else if (listed != c.survey.roomById.constEnd()) {
            const chat::RoomInfo &info = c.survey.rooms.rooms[*listed];
            if (info.type == u"p") {
                r.room = c.builder.addRoom(roomFrom(info));
                toRead.push_back(info);
            } else {
                r.unknown = UnknownBecause{UnknownReason::NoAccess, QStringLiteral("not-private")};
            }
        } else {
            toConfirm.push_back(id);
        }
    }
    std::vector<Result<std::optional<chat::RoomInfo>>> confirmed(toConfirm.size(), fail(Error{}));
    forEachParallel(c.servers.pool, toConfirm.size(),
                    [&](size_t i) { confirmed[i] = c.servers.chat->room(toConfirm[i], c.cancel); });
    for (size_t i = 0; i < toConfirm.size(); ++i) {
        Resolved &r = resolved[toConfirm[i]];
        if (!confirmed[i]) {
            r.unknown = becauseOfChat(confirmed[i].error());
        } else if (!*confirmed[i]) {
            r.missing = true;
        } else if ((*confirmed[i])->type != u"p") {
            r.unknown = UnknownBecause{UnknownReason::NoAccess, QStringLiteral("not-private")};
        } else {
            r.room = c.builder.addRoom(roomFrom(**confirmed[i]));
            toRead.push_back(**confirmed[i]);
        }
    }
    return resolved;
}

void attachRooms(ObservationContext &c, const std::map<QString, Resolved> &resolved)
{
    for (Link &link : c.builder.facts().links) {
        const auto *named = std::get_if<UnknownRoom>(&link.room);
        if (!named)
            continue;
        const QString id = named->id.value;
        const Resolved &r = resolved.at(id);
        if (r.room.isValid())
            link.room = r.room;
        else if (r.missing)
            link.room = MissingRoom{{id}};
        else
            link.room = UnknownRoom{{id}, r.unknown.value_or(UnknownBecause{})};
    }
}

/// Archived rooms of hidden activities are not compared: no call is spent on them.
bool isResting(const ObservationContext &c, RoomIx room)
{
    const Snapshot &s = c.builder.facts();
    if (!s.rooms[room.value].archived)
        return false;
    return std::all_of(s.links.begin(), s.links.end(), [&](const Link &link) {
        const auto *ix = std::get_if<RoomIx>(&link.room);
        return !ix || *ix != room || (!link.unknown && link.hidden());
    });
}

struct ReadMembers
{
    RoomIx room;
    chat::RoomInfo info;
    Result<chat::MemberList> list = fail(Error{});
};

void storeMembers(ObservationContext &c, ReadMembers &read)
{
    if (!read.list) {
        if (read.list.error().code == u"room-archived")
            c.builder.facts().abilities.readArchivedMembers = false;
        c.builder.setMembersUnknown(read.room, becauseOfChat(read.list.error()));
        return;
    }
    if (lacksOurselves(c.survey, *read.list)) {
        c.builder.setMembersUnknown(read.room, {UnknownReason::Truncated, QStringLiteral("truncated")});
        return;
    }
    const QString own = c.survey.chat ? c.survey.chat->self.id : QString();
    std::vector<MemberRow> rows;
    rows.reserve(read.list->members.size());
    for (const chat::Member &member : read.list->members) {
        Account account;
        account.id.value = member.id;
        account.username = member.username;
        account.name = member.name;
        account.active = Tri::Yes; // deactivated people are not listed: Rocket.Chat contract 0.4
        const quint8 roles = flagsOf(member.roles);
        rows.push_back({c.builder.account(std::move(account)), roles});
        if (member.id == own)
            c.builder.room(read.room).ownRoles = roles;
    }
    // Fewer people counted than listed cannot be: one of the two is wrong.
    const auto counted = c.builder.room(read.room).usersCount;
    const bool doubt = counted && *counted < static_cast<int>(rows.size());
    c.builder.setMembers(read.room, rows, read.list->readAt, doubt ? Proof::Uncounted : Proof::Counted);
}

/// A room we are not in, read person by person for those who are enrolled (design 4.1, *administered*).
void readAdministered(ObservationContext &c, const std::vector<RoomIx> &rooms)
{
    const Snapshot &s = c.builder.facts();
    const IdentityMap identity = identify(s, c.profile.policy);
    QSet<QString> logins;
    std::map<quint32, QSet<QString>> wanted;
    for (const Link &link : s.links) {
        const auto *room = std::get_if<RoomIx>(&link.room);
        if (!room || std::find(rooms.begin(), rooms.end(), *room) == rooms.end() || link.unknown)
            continue;
        const Course &course = s.courses[link.course.value];
        if (!course.enrolments.isKnown())
            continue;
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const QString login = identity.byPerson[s.enrolments.person[row]].login.toLower();
            if (!login.isEmpty()) {
                logins.insert(login);
                wanted[room->value].insert(login);
            }
        }
    }
    std::vector<AccountLookup> lookups;
    for (const QString &login : std::as_const(logins))
        lookups.push_back({login});
    lookUp(c, lookups);
    struct OfPerson
    {
        std::optional<chat::Account> account;
        std::optional<std::vector<chat::AccountRoom>> rooms;
        std::optional<UnknownBecause> trouble;
        Instant at;
    };
    std::vector<OfPerson> read(lookups.size());
    forEachParallel(c.servers.pool, read.size(), [&](size_t i) {
        const auto &account = lookups[i].answer;
        if (!account) {
            read[i].trouble = becauseOfChat(account.error());
            return;
        }
        read[i].account = *account;
        if (!*account)
            return;
        const auto theirs = c.servers.chat->roomsOf((*account)->id, c.cancel);
        if (!theirs)
            read[i].trouble = becauseOfChat(theirs.error());
        else if (!theirs->rooms)
            read[i].trouble = UnknownBecause{UnknownReason::NoAccess, QStringLiteral("view-other-user-channels")};
        else
            read[i].rooms = theirs->rooms;
        if (theirs)
            read[i].at = theirs->readAt;
    });
    std::map<QString, size_t> byLogin;
    for (size_t i = 0; i < read.size(); ++i) {
        const QString login = lookups[i].value;
        byLogin[login] = i;
        if (read[i].account)
            c.builder.account(accountFrom(*read[i].account));
        else if (!read[i].trouble)
            c.builder.addAbsentLogin(login);
    }
    for (RoomIx room : rooms) {
        const QString id = c.builder.room(room).id.value;
        std::vector<MemberRow> rows;
        std::optional<UnknownBecause> trouble;
        Instant at;
        for (const QString &login : wanted[room.value]) {
            const OfPerson &person = read[byLogin[login]];
            if (person.trouble)
                trouble = person.trouble;
            if (!person.account || !person.rooms)
                continue;
            at = person.at;
            for (const chat::AccountRoom &in : *person.rooms) {
                if (in.roomId == id)
                    rows.push_back({c.builder.account(accountFrom(*person.account)), flagsOf(in.roles)});
            }
        }
        std::sort(rows.begin(), rows.end(),
                  [](const MemberRow &a, const MemberRow &b) { return a.account < b.account; });
        if (trouble)
            c.builder.setMembersUnknown(room, *trouble);
        else
            c.builder.setMembers(room, rows, at, Proof::Administered);
    }
}

} // namespace

bool lacksOurselves(const Survey &survey, const chat::MemberList &list)
{
    return survey.chat && std::none_of(list.members.begin(), list.members.end(),
                                       [&](const chat::Member &m) { return m.id == survey.chat->self.id; });
}

Room roomFrom(const chat::RoomInfo &info)
{
    Room room;
    room.id.value = info.id;
    room.name = info.name;
    room.creator.value = info.creatorId;
    room.creatorName = info.creatorUsername;
    room.archived = info.archived;
    room.encrypted = info.encrypted;
    room.usersCount = info.usersCount;
    room.created = info.created;
    room.lastMessage = info.lastMessageAt;
    room.retentionKnown = info.retentionKnown;
    if (info.retention) {
        Retention r;
        r.enabled = info.retention->enabled.value_or(false);
        r.overrideGlobal = info.retention->overrideGlobal;
        if (info.retention->maxAge)
            r.maxAge = static_cast<int>(*info.retention->maxAge);
        r.excludePinned = info.retention->excludePinned;
        r.filesOnly = info.retention->filesOnly;
        r.ignoreThreads = info.retention->ignoreThreads;
        room.retention = r;
    }
    room.access = info.access == chat::Access::Member         ? Access::Member
                  : info.access == chat::Access::Administered ? Access::Administered
                                                              : Access::None;
    return room;
}

/// nullopt as soon as one is not told: "none" would then be a guess.
static std::optional<QStringList> signInServices(const chat::SignInServices &told)
{
    QStringList names;
    if (told.ldap == true)
        names << QStringLiteral("LDAP");
    if (told.cas == true)
        names << QStringLiteral("CAS");
    if (names.isEmpty() && (!told.ldap || !told.cas))
        return std::nullopt;
    return names;
}

void readChatSide(ObservationContext &c)
{
    Snapshot &facts = c.builder.facts();
    facts.chatUrl = c.profile.chat.url;
    facts.apiAccounts = c.survey.apiAccounts;
    if (c.survey.chat) {
        const chat::ServerFacts &chat = *c.survey.chat;
        if (chat.permissions)
            facts.grants = Grants{*chat.permissions, chat.self.serverRoles.value_or(QStringList())};
        facts.signInServices = signInServices(chat.signIn);
        const chat::Abilities can = c.servers.chat->abilities();
        facts.abilities.createRoom = can.createRoom;
        facts.abilities.createAccount = can.createAccount;
        facts.abilities.retention = can.retention;
        facts.abilities.archive = can.archive;
        facts.abilities.addBatch = can.addPerCall;
        c.builder.account(accountFrom(chat.self));
    }
    std::vector<chat::RoomInfo> infos;
    attachRooms(c, resolveRooms(c, infos));
    if (!c.people)
        return;

    std::vector<ReadMembers> toRead;
    std::vector<RoomIx> administered;
    for (const chat::RoomInfo &info : infos) {
        const RoomIx room = c.builder.findRoom({info.id});
        if (isResting(c, room))
            continue;
        if (info.access == chat::Access::Member) {
            toRead.push_back({room, info, fail(Error{})});
        } else if (c.servers.chat->abilities().administeredRead) {
            administered.push_back(room);
        } else {
            c.builder.setMembersUnknown(room, {UnknownReason::NoAccess, QStringLiteral("no-access")});
        }
    }
    std::atomic_int done = 0;
    forEachParallel(c.servers.pool, toRead.size(), [&](size_t i) {
        toRead[i].list = c.servers.chat->members(toRead[i].info, c.cancel);
        c.report("members", ++done, static_cast<int>(toRead.size()));
    });
    for (ReadMembers &read : toRead)
        storeMembers(c, read);
    if (!administered.empty())
        readAdministered(c, administered);
}

} // namespace liaison
