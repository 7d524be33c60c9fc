#pragma once

#include "core/model/ids.h"
#include "core/model/reading.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>
#include <span>
#include <variant>
#include <vector>

/// Everything that was read in one observation, immutable once built. Tables of values, interned once; memberships are
/// columns of 32-bit indexes into them (design 6.2).
namespace liaison {

/// Yes, no, or not read.
enum class Tri : quint8 { No, Yes, NotKnown };

struct Naming
{ ///< how mod_rocketchat names a room: contract moodle 5
    QString format;
    std::vector<std::pair<QString, QString>> replacements;
    QString regex; ///< with PHP delimiters
};

struct Retention
{ ///< of a room; maxAge in days. `enabled` without `overrideGlobal` leaves the server's own value in force
    bool enabled = false, overrideGlobal = false;
    std::optional<int> maxAge;
    bool excludePinned = false, filesOnly = false, ignoreThreads = false;
    friend bool operator==(const Retention &, const Retention &) = default;
};

struct ActivityRoles
{ ///< mod_rocketchat's own lists, by id
    std::vector<RoleId> moderator, member;
};

struct Site
{
    SiteId id;
    QString url;
    Instant now;             ///< by this server's Date header; what `pending` is judged by
    bool pluginSeen = false; ///< get_info names mod_rocketchat, or imported links carry roles
    std::optional<Naming> naming;
    std::optional<ActivityRoles> defaultRoles; ///< what the plugin gives a new activity; nullopt: not told
    bool retentionFeature = false;
    bool canSetRoom = false; ///< the companion's set_room may be called
    Tri createsAccounts = Tri::NotKnown; ///< the plugin makes missing chat accounts: its create_user_account_if_not_exists
};

struct Role
{
    SiteIx site;
    RoleId id;
    QString shortName; ///< empty: only the id was seen (a plugin setting naming a role nobody holds)
    QString name;
};

struct Person
{
    SiteIx site;
    MoodleUserId id;
    QString username; ///< Moodle login; empty where the server did not give it
    QString fullName, email, idNumber;
    bool gone = false; ///< no such Moodle account any more
};

struct Account
{
    ChatUserId id;
    QString username, name;
    Tri active = Tri::NotKnown;             ///< a listed member is active: deactivated people are not listed
    std::optional<QStringList> serverRoles; ///< nullopt: not read, or not readable
    QString type;                           ///< "user", "bot", "app"; empty: not read
    QString email;
    Instant created = {}; ///< not known: not told
};

struct Rows
{
    quint32 first = 0, count = 0;
};

/// One row per enrolled person of a course; roles are united over the person's enrolments.
struct EnrolmentColumns
{
    std::vector<quint32> person;    ///< PersonIx
    std::vector<quint32> roles;     ///< RoleSetIx, in the course
    std::vector<quint32> inherited; ///< RoleSetIx, from its categories and the site; the empty set where there are none
    std::vector<quint8> active;     ///< Tri: an enrolment is active now
    std::vector<quint8> suspended;  ///< Tri: the account is suspended
};

enum RoomRoleFlag : quint8 { RoomMember = 0, RoomOwner = 1, RoomModerator = 2, RoomLeader = 4 };
struct MemberColumns
{
    std::vector<quint32> account; ///< AccountIx
    std::vector<quint8> roles;    ///< RoomRoleFlag bits
};

struct Course
{
    SiteIx site;
    CourseId id;
    CategoryId category;
    QString shortName, fullName;
    std::vector<CategoryId> path; ///< its category and all parents, nearest first
    Reading<Rows> enrolments = Reading<Rows>::unknown(UnknownReason::ReadFailed);
    bool inheritedRolesKnown = false;
    std::optional<int> groupMode; ///< 0 no groups, 1 separate, 2 visible; shown only: the plugin takes no notice of it
    /// Members of the groups that the policy names for this course; nullopt: no group rule.
    std::optional<Reading<QSet<quint32>>> groupMembers;
    bool inScope = true;
};

enum class Access { Member, Administered, None };

struct Room
{
    RoomId id;
    QString name;
    ChatUserId creator;
    QString creatorName;
    bool archived = false, encrypted = false;
    std::optional<int> usersCount; ///< counts deactivated people too
    Instant created, lastMessage;
    std::optional<Retention> retention; ///< nullopt: never set
    bool retentionKnown = false;        ///< false: no list with this field was readable
    Access access = Access::None;
    quint8 ownRoles = RoomMember; ///< of the account we are
    Reading<Rows> members = Reading<Rows>::unknown(UnknownReason::ReadFailed);
    int listed = 0; ///< size of the member list, API accounts included
};

/// What an activity points to.
struct NoRoom
{
}; ///< the activity has no room id
struct MissingRoom
{
    RoomId id;
}; ///< confirmed: there is no such room
struct UnknownRoom
{
    RoomId id;
    UnknownBecause because;
};
struct AmbiguousRooms
{
    std::vector<RoomIx> rooms;
};
using RoomRef = std::variant<NoRoom, RoomIx, MissingRoom, UnknownRoom, AmbiguousRooms>;

struct Link
{
    SiteIx site;
    CourseIx course;
    Cmid cmid;
    QString activityName;
    bool visible = true, visibleOnCoursePage = true;
    bool visibilityKnown = true;
    RoomRef room;
    LinkSource source = LinkSource::Companion;
    bool confirmed = true; ///< false: a guess that nobody confirmed
    std::optional<ActivityRoles> roles;
    std::optional<Retention> wantedRetention;
    Instant created; ///< of the activity; or when we first saw it
    Instant readAt;
    /// The link is known to exist but Moodle could not be asked about it now.
    std::optional<UnknownBecause> unknown;

    [[nodiscard]] bool hidden() const { return visibilityKnown && (!visible || !visibleOnCoursePage); }
};

/// Rights of the account we are: permission -> roles that hold it (Rocket.Chat contract 3, permissions.listAll).
struct Grants
{
    QHash<QString, QStringList> holders;
    QStringList ourRoles;

    /// `roomRoles`: our roles in the room in question.
    [[nodiscard]] bool held(const QString &permission, quint8 roomRoles) const
    {
        const QStringList roles = holders.value(permission);
        for (const QString &role : roles) {
            if (ourRoles.contains(role))
                return true;
        }
        return ((roomRoles & RoomOwner) && roles.contains(u"owner")) ||
               ((roomRoles & RoomModerator) && roles.contains(u"moderator")) ||
               ((roomRoles & RoomLeader) && roles.contains(u"leader"));
    }
};

/// What the chat side can do at all: declared, never faked (design section 10).
struct ChatAbilities
{
    bool createRoom = false, createAccount = false, retention = true, archive = true;
    bool readArchivedMembers = true; ///< < 7.3 cannot
    int addBatch = 100;
};

struct Snapshot
{
    std::vector<Site> sites;
    std::vector<Role> roles;
    std::vector<std::vector<quint32>> roleSets; ///< sorted RoleIx; set 0 is empty
    std::vector<Person> people;
    std::vector<Account> accounts;
    std::vector<Course> courses;
    std::vector<Room> rooms;
    std::vector<Link> links; ///< sorted by (site id, cmid)
    EnrolmentColumns enrolments;
    MemberColumns members;

    std::optional<Grants> grants; ///< nullopt: rights could not be read
    ChatAbilities abilities;
    QSet<QString> apiAccounts;                ///< ids and logins, lower case
    QHash<QString, AccountIx> accountByLogin; ///< lower case
    QHash<QString, AccountIx> accountById;
    QSet<QString> absentLogins;                  ///< lower case: looked up, no such account
    QSet<QString> absentIds;                     ///< looked up by id: deleted
    QHash<QString, UnknownBecause> lookupFailed; ///< login or id, lower case
    bool allAccountsRead = false;                ///< users.list was read whole
    bool emailsReadable = false;
    QString chatUrl;
    /// Directories whose people the chat server signs in, in words ("LDAP", "CAS"); nullopt: not told.
    std::optional<QStringList> signInServices;
};

} // namespace liaison
