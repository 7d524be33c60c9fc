#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

/// What a chat server told us: plain values, no I/O. Only ids, dates, types, flags and names ever get in here: nothing
/// that a person wrote (design rule 6), no e-mail but the address, no `services`.
namespace liaison::chat {

/// Roles inside one room. `leader` is shown only; it gives no right.
struct RoomRoles
{
    bool owner = false;
    bool moderator = false;
    bool leader = false;

    friend bool operator==(const RoomRoles &, const RoomRoles &) = default;
};

/// Our standing in a room (design 4.1): `Administered` = listed for us, not readable.
enum class Access { None, Administered, Member };

/// `retention` of a room document: contract section 5.
struct Retention
{
    std::optional<bool> enabled; ///< nullopt = not said; differs from false where no override is set
    bool overrideGlobal = false;
    std::optional<double> maxAge; ///< days
    bool excludePinned = false;
    bool filesOnly = false;
    bool ignoreThreads = false;

    friend bool operator==(const Retention &, const Retention &) = default;
};

struct RoomInfo
{
    QString id;
    QString name;
    QString fname; ///< name as displayed; empty = not told
    QString type;  ///< "p" for the rooms this product acts on
    QString creatorId, creatorUsername;
    bool archived = false;
    bool encrypted = false; ///< absent in the answer = false
    bool broadcast = false;
    std::optional<int> usersCount; ///< counts deactivated accounts too
    Instant created;
    Instant lastMessageAt;              ///< unknown = no message, or not told
    bool retentionKnown = false;        ///< the source shows retention: rooms.adminRooms does not
    std::optional<Retention> retention; ///< with retentionKnown: nullopt = never set
    QString teamId;                     ///< the room belongs to that team
    QString parentRoom;                 ///< the room is a discussion of that room
    Access access = Access::None;

    friend bool operator==(const RoomInfo &, const RoomInfo &) = default;
};

struct RoomList
{
    std::vector<RoomInfo> rooms; ///< private rooms, each once
    /// Every private room of the server is in the list. False: only our own, and absence proves nothing.
    bool wholeServer = false;
    Instant readAt; ///< server time of the first answer
};

struct Member
{
    QString id;
    QString username; ///< empty where the account never chose one
    QString name;
    RoomRoles roles;

    friend bool operator==(const Member &, const Member &) = default;
};

/// A whole list: the number of distinct ids equals the server's total. Active accounts only (contract 0.4).
struct MemberList
{
    std::vector<Member> members;
    int total = 0;
    QString method; ///< "rooms.membersOrderedByRole" or "groups.members"
    Instant readAt;
};

struct Account
{
    QString id;
    QString username;
    QString name;
    std::optional<bool> active;
    std::optional<QStringList> serverRoles; ///< nullopt = the server does not tell us: then nobody knows if protected
    std::optional<QString> type;            ///< "user", "bot", "app"
    std::optional<QStringList> emails;      ///< nullopt = not told (or none: the two look alike)
    Instant created = {};                   ///< users.info tells those with view-full-other-user-info; lists never do

    friend bool operator==(const Account &, const Account &) = default;
};

/// At most 100 accounts, less where the server says so; `total` counts the whole list.
struct AccountsPage
{
    std::vector<Account> accounts;
    int total = 0;
};

struct AccountRoom
{
    QString roomId;
    QString name;
    QString type;
    RoomRoles roles;

    friend bool operator==(const AccountRoom &, const AccountRoom &) = default;
};

struct AccountRooms
{
    Account account;
    std::optional<std::vector<AccountRoom>> rooms; ///< nullopt = not told: the right is missing
    Instant readAt;
};

struct ServerVersion
{
    int major = 0; ///< 0 = not known
    int minor = 0;
    QString text;

    [[nodiscard]] bool isKnown() const { return major > 0; }
    [[nodiscard]] bool atLeast(int ma, int mi) const { return major > ma || (major == ma && minor >= mi); }
};

/// permission -> roles that hold it.
using PermissionTable = QHash<QString, QStringList>;

/// The server-wide retention rule for private rooms; a value the server did not give is nullopt.
struct RetentionSettings
{
    std::optional<bool> enabled;
    std::optional<bool> appliesToPrivateRooms;
    std::optional<double> maxAge;     ///< days, whichever unit the version uses
    std::optional<QString> precision; ///< "0" 30 min, "1" hourly, "2" six hours, "3" daily
    std::optional<bool> advancedPrecision;
    std::optional<bool> excludePinned, filesOnly, ignoreThreads, ignoreDiscussions;

    friend bool operator==(const RetentionSettings &, const RetentionSettings &) = default;
};

/// Services that sign people in from a directory; an account is then made at the first sign-in. nullopt: not told.
/// SAML and OAuth are not told to ordinary accounts.
struct SignInServices
{
    std::optional<bool> ldap, cas;

    friend bool operator==(const SignInServices &, const SignInServices &) = default;
};

struct ServerFacts
{
    ServerVersion version;
    Account self;
    Result<PermissionTable> permissions; ///< an error is said, not fatal: every right is then unknown
    Result<RetentionSettings> retention; ///< the same
    SignInServices signIn;
    Instant serverDate; ///< Date header of the answer that proved the account
};

/// What the server tells about the token we use; nothing in here is part of it.
struct TokenFacts
{
    enum class Kind { Personal, Login, NotKnown } kind = Kind::NotKnown;
    QString name;                 ///< of a personal token
    Instant made;                 ///< of a personal token, where it is told
    std::optional<int> loginDays; ///< after which a login token ends
};

/// What a write came to. Anything the server refused is an Error; a refusal that only says that the wanted state is
/// there already is a reply.
struct WriteReply
{
    bool alreadySo = false;
    QString serverCode; ///< with alreadySo: what the server called it
    Instant serverDate;
};

/// What this server can do; what it cannot is shown as "not supported", never faked (design section 10).
struct Abilities
{
    int addPerCall = 1;             ///< ids one add() takes
    bool membersWithRoles = false;  ///< members and room roles come in one list
    bool membersOfArchived = false; ///< members of an archived room can be read
    bool administeredRead = false;  ///< rooms we are not in can be read person by person: roomsOf()
    bool remove = false;
    bool setModerator = false;
    bool archive = false;
    bool retention = false;
    bool createRoom = false;
    bool createAccount = false;
};

} // namespace liaison::chat
