#include "tests/rocketchat/describe.h"

#include <functional>

namespace liaison::test {

namespace {

using rocketchat::Page;

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return QStringLiteral("HostNotFound");
    case ErrorKind::Refused:
        return QStringLiteral("Refused");
    case ErrorKind::Network:
        return QStringLiteral("Network");
    case ErrorKind::Timeout:
        return QStringLiteral("Timeout");
    case ErrorKind::Tls:
        return QStringLiteral("Tls");
    case ErrorKind::TooLarge:
        return QStringLiteral("TooLarge");
    case ErrorKind::Unauthorized:
        return QStringLiteral("Unauthorized");
    case ErrorKind::Forbidden:
        return QStringLiteral("Forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("NotFound");
    case ErrorKind::RateLimited:
        return QStringLiteral("RateLimited");
    case ErrorKind::Maintenance:
        return QStringLiteral("Maintenance");
    case ErrorKind::ServerFailure:
        return QStringLiteral("ServerFailure");
    case ErrorKind::Rejected:
        return QStringLiteral("Rejected");
    case ErrorKind::BadReply:
        return QStringLiteral("BadReply");
    case ErrorKind::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorKind::Storage:
        return QStringLiteral("Storage");
    case ErrorKind::Input:
        return QStringLiteral("Input");
    }
    return {};
}

QString flag(const char *name, bool value)
{
    return value ? QLatin1Char(' ') + QString::fromLatin1(name) : QString();
}

QString maybe(const char *name, const std::optional<bool> &value)
{
    return value ? QStringLiteral(" %1=%2").arg(QString::fromLatin1(name)).arg(*value ? 1 : 0) : QString();
}

QString field(const char *name, const QString &value)
{
    return value.isEmpty() ? QString() : QStringLiteral(" %1=%2").arg(QString::fromLatin1(name), value);
}

template <class T, class F> std::pair<QString, std::function<QString(const net::HttpReply &)>> entry(const char *m, F f)
{
    const QString method = QString::fromLatin1(m);
    return {method, [f, method](const net::HttpReply &reply) { return describe(Result<T>(f(reply, method))); }};
}

template <class T> auto plain(const char *method, Result<T> (*parse)(const net::HttpReply &))
{
    return entry<T>(method, [parse](const net::HttpReply &reply, const QString &) { return parse(reply); });
}

auto write(const char *method)
{
    return entry<chat::WriteReply>(method, rocketchat::parseWrite);
}

using Table = std::vector<std::pair<QString, std::function<QString(const net::HttpReply &)>>>;

const Table &table()
{
    static const Table t{
        plain("info", rocketchat::parseInfo),
        plain("me", rocketchat::parseMe),
        plain("login", rocketchat::parseLogin),
        plain("permissions.listAll", rocketchat::parsePermissions),
        entry<Page<rocketchat::Setting>>(
            "settings.public", [](const auto &reply, const auto &) { return rocketchat::parseSettings(reply); }),
        entry<Page<chat::RoomInfo>>("groups.list", rocketchat::parseRooms),
        entry<Page<chat::RoomInfo>>("groups.listAll", rocketchat::parseRooms),
        plain("rooms.adminRooms", rocketchat::parseAdminRooms),
        plain("groups.info", rocketchat::parseRoom),
        plain("rooms.adminRooms.getRoom", rocketchat::parseAdminRoom),
        entry<Page<chat::Member>>("groups.members", rocketchat::parseMembers),
        entry<Page<chat::Member>>("rooms.membersOrderedByRole", rocketchat::parseMembers),
        plain("groups.roles", rocketchat::parseRoomRoles),
        // users.info is asked in two ways; the richer parser reads the plain account too
        plain("users.info", rocketchat::parseAccountRooms),
        plain("users.list", rocketchat::parseAccounts),
        write("groups.invite"),
        write("groups.kick"),
        write("groups.addModerator"),
        write("groups.removeModerator"),
        write("groups.archive"),
        write("groups.unarchive"),
        write("rooms.saveRoomSettings"),
    };
    return t;
}

} // namespace

QString describe(const Error &e)
{
    QString text = kindName(e.kind) + u' ' + e.code;
    if (!e.serverCode.isEmpty())
        text += u' ' + e.serverCode;
    if (!e.detail.isEmpty())
        text += QStringLiteral(" (") + e.detail + u')';
    return text;
}

QString describeAll(const Error &e)
{
    return QStringLiteral("error ") + describe(e);
}

QString describe(const chat::RoomRoles &roles)
{
    return flag("owner", roles.owner) + flag("moderator", roles.moderator) + flag("leader", roles.leader);
}

QString describe(const std::optional<chat::Retention> &retention)
{
    if (!retention)
        return QStringLiteral("none");
    const chat::Retention &r = *retention;
    return QStringLiteral("[") + maybe("enabled", r.enabled) + flag("override", r.overrideGlobal) +
           (r.maxAge ? QStringLiteral(" %1d").arg(*r.maxAge) : QString()) + flag("keep-pinned", r.excludePinned) +
           flag("files-only", r.filesOnly) + flag("keep-threads", r.ignoreThreads) + u']';
}

QString describe(const chat::RoomInfo &room)
{
    static const char *const access[] = {"none", "administered", "member"};
    return room.id + u' ' + room.type + u' ' + room.name + field("fname", room.fname) +
           field("by", room.creatorId + u'/' + room.creatorUsername) + flag("archived", room.archived) +
           flag("encrypted", room.encrypted) + flag("broadcast", room.broadcast) +
           (room.usersCount ? QStringLiteral(" users=%1").arg(*room.usersCount) : QString()) +
           field("since", room.created.isKnown() ? room.created.iso() : QString()) +
           field("last", room.lastMessageAt.isKnown() ? room.lastMessageAt.iso() : QString()) +
           (room.retentionKnown ? QStringLiteral(" retention=") + describe(room.retention) : QString()) +
           field("team", room.teamId) + field("parent", room.parentRoom) + u' ' +
           QString::fromLatin1(access[int(room.access)]);
}

QString describe(const chat::Member &member)
{
    return member.id + u' ' + member.username + u' ' + member.name + describe(member.roles);
}

QString describe(const chat::Account &account)
{
    return account.id + u' ' + account.username + u' ' + account.name + maybe("active", account.active) +
           (account.serverRoles ? QStringLiteral(" roles=") + account.serverRoles->join(u',') : QString()) +
           field("type", account.type.value_or(QString())) +
           (account.emails ? QStringLiteral(" emails=") + account.emails->join(u',') : QString());
}

QString describe(const chat::AccountRooms &rooms)
{
    QString text = describe(rooms.account) + QStringLiteral(" rooms:");
    if (!rooms.rooms)
        return text + QStringLiteral(" not told");
    for (const chat::AccountRoom &room : *rooms.rooms)
        text += u' ' + room.roomId + u' ' + room.type + u' ' + room.name + describe(room.roles);
    return text;
}

QString describe(const chat::ServerVersion &version)
{
    return QStringLiteral("%1.%2 (%3)").arg(version.major).arg(version.minor).arg(version.text);
}

QString describe(const chat::PermissionTable &permissions)
{
    QStringList lines;
    for (auto it = permissions.begin(); it != permissions.end(); ++it)
        lines << QStringLiteral("%1=%2").arg(it.key(), it->join(u','));
    lines.sort();
    return lines.join(u' ');
}

QString describe(const chat::RetentionSettings &s)
{
    return maybe("enabled", s.enabled) + maybe("groups", s.appliesToPrivateRooms) +
           (s.maxAge ? QStringLiteral(" %1d").arg(*s.maxAge) : QString()) +
           field("precision", s.precision.value_or(QString())) + maybe("advanced", s.advancedPrecision) +
           maybe("keep-pinned", s.excludePinned) + maybe("files-only", s.filesOnly) +
           maybe("keep-threads", s.ignoreThreads) + maybe("keep-discussions", s.ignoreDiscussions);
}

QString describe(const chat::WriteReply &reply)
{
    return reply.alreadySo ? QStringLiteral("already so: ") + reply.serverCode : QStringLiteral("done");
}

QString describe(const rocketchat::RoleHolder &holder)
{
    return holder.accountId + describe(holder.roles);
}

QString describe(const rocketchat::LoginOwner &owner)
{
    return owner.userId + u' ' + owner.username;
}

QString describe(const rocketchat::Setting &setting)
{
    return setting.id + maybe("flag", setting.flag) +
           (setting.number ? QStringLiteral(" number=%1").arg(*setting.number, 0, 'f', 0) : QString()) +
           field("text", setting.text.value_or(QString()));
}

QString parsedAs(const QString &method, const net::HttpReply &reply)
{
    for (const auto &[name, parse] : table()) {
        if (name == method)
            return parse(reply);
    }
    return {};
}

QStringList parsedMethods()
{
    QStringList names;
    for (const auto &row : table())
        names << row.first;
    return names;
}

} // namespace liaison::test
