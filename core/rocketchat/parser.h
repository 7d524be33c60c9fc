#pragma once

#include "core/chat/values.h"
#include "core/model/timeline.h"
#include "core/net/httpclient.h"

/// Answers -> values. Pure. Each parser decodes the answer first (answer.h), then copies ids, dates, types, flags and
/// names; `lastMessage`, topic, announcement, description, custom fields, `services` and status texts are never read.
/// A missing or mistyped field that has a meaning is a BadReply for the whole answer.
namespace liaison::rocketchat {

/// One page of a list. `total` is the server's count of the whole list.
template <class T> struct Page
{
    std::vector<T> items;
    int total = 0;
    Instant at; ///< Date header
};

/// The raw value of one public setting.
struct Setting
{
    QString id;
    std::optional<bool> flag;
    std::optional<double> number;
    std::optional<QString> text;
};

/// Holder of a room role: `groups.roles`, deactivated accounts included.
struct RoleHolder
{
    QString accountId;
    chat::RoomRoles roles;
};

/// Name of a login: whom a token belongs to. The token in that answer is not read.
struct LoginOwner
{
    QString userId;
    QString username;
};

[[nodiscard]] chat::ServerVersion parseVersion(const QString &text); ///< "7.10", "7.10.0", "9.0.0-rc.1"
[[nodiscard]] Result<chat::ServerVersion> parseInfo(const net::HttpReply &reply);
[[nodiscard]] Result<chat::Account> parseMe(const net::HttpReply &reply);
[[nodiscard]] Result<LoginOwner> parseLogin(const net::HttpReply &reply);
[[nodiscard]] Result<chat::PermissionTable> parsePermissions(const net::HttpReply &reply);
/// The personal access token that ends as `token` does; nullopt: none does, so it is a login token.
struct OwnToken
{
    QString name;
    Instant made; ///< unknown where it is not told
};
[[nodiscard]] Result<std::optional<OwnToken>> parseOwnToken(const net::HttpReply &reply, const QByteArray &token);
[[nodiscard]] Result<Page<Setting>> parseSettings(const net::HttpReply &reply);
[[nodiscard]] chat::RetentionSettings retentionSettings(const std::vector<Setting> &settings);
[[nodiscard]] chat::SignInServices signInServices(const std::vector<Setting> &settings);

/// groups.list, groups.listAll: whole room documents.
[[nodiscard]] Result<Page<chat::RoomInfo>> parseRooms(const net::HttpReply &reply, const QString &method);
/// rooms.adminRooms: without retention.
[[nodiscard]] Result<Page<chat::RoomInfo>> parseAdminRooms(const net::HttpReply &reply);
/// groups.info. Access is Member: nobody else gets this answer.
[[nodiscard]] Result<chat::RoomInfo> parseRoom(const net::HttpReply &reply);
/// rooms.adminRooms.getRoom: nullopt = a success without a room, which is how this call says "no such room".
[[nodiscard]] Result<std::optional<chat::RoomInfo>> parseAdminRoom(const net::HttpReply &reply);

/// groups.members and rooms.membersOrderedByRole; the former has no roles.
[[nodiscard]] Result<Page<chat::Member>> parseMembers(const net::HttpReply &reply, const QString &method);
[[nodiscard]] Result<std::vector<RoleHolder>> parseRoomRoles(const net::HttpReply &reply);
/// Gives the members their roles; holders that are not in the list (deactivated) are left out.
void joinRoles(std::vector<chat::Member> &members, const std::vector<RoleHolder> &holders);

/// users.info: nullopt = no such account.
[[nodiscard]] Result<std::optional<chat::Account>> parseAccount(const net::HttpReply &reply);
[[nodiscard]] Result<chat::AccountRooms> parseAccountRooms(const net::HttpReply &reply);
[[nodiscard]] Result<Page<chat::Account>> parseAccounts(const net::HttpReply &reply);

/// One message of a room: of a system message about a membership its event, of every other only the id and the date.
struct TimelineEntry
{
    QString id;
    Instant at;
    std::optional<TimelineEvent> event;
};
/// groups.messages. The text of a message is looked at only where the message is of one of the four types that hold a
/// login there (contract section 3), and kept only if it has the form of a login.
[[nodiscard]] Result<Page<TimelineEntry>> parseTimeline(const net::HttpReply &reply);

/// groups.messages asked for one message: its date and nothing else; nullopt = the room has none.
[[nodiscard]] Result<std::optional<Instant>> parseOldestMessage(const net::HttpReply &reply);

/// Any write: only whether it was done. "Already so" refusals are replies.
[[nodiscard]] Result<chat::WriteReply> parseWrite(const net::HttpReply &reply, const QString &method);

} // namespace liaison::rocketchat
