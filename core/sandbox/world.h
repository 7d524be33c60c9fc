#pragma once

#include "core/base/instant.h"

#include <QHash>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

/// The state of a sandbox campus: plain values, the file format of design section 7 (docs/sandbox.md).
/// Nothing of the API clients is used here, and nothing here is used by them.
namespace liaison::sandbox {

struct Retention { ///< of a chat room: `retention` of the room document
    std::optional<bool> enabled; ///< absent: the server's own rule applies; false: none does
    std::optional<bool> overrideGlobal;
    std::optional<double> maxAge; ///< days
    bool excludePinned = false;
    bool filesOnly = false;
    bool ignoreThreads = false;
};

struct ActivityRetention { ///< of an activity: columns of table `rocketchat`
    bool enabled = false;
    std::optional<int> maxAge; ///< days
    bool filesOnly = false;
    bool excludePinned = false;
};

struct Group { qint64 id = 0; QString name; };
struct Grouping { qint64 id = 0; QString name; std::vector<qint64> groups; };

struct Enrolment {
    qint64 person = 0;
    QStringList roles;   ///< role short names in the course; empty = enrolled without role
    bool suspended = false;
    QString method = QStringLiteral("manual");
    Instant start;       ///< unknown = none
    Instant end;         ///< unknown = none
    std::vector<qint64> groups;
};

struct Activity {
    qint64 cmid = 0;
    QString name;
    bool visible = true;
    bool visibleOnCoursePage = true;
    std::optional<QString> room; ///< id; nullopt = the activity has no room id
    QStringList moderatorRoles;
    QStringList memberRoles;
    std::optional<QString> availability; ///< restrictions, in Moodle's own JSON
    std::optional<ActivityRetention> retention;
    Instant created;
    Instant modified; ///< unknown: as it was created
};

struct Course {
    qint64 id = 0;
    qint64 category = 0;
    QString shortname, fullname, idnumber;
    bool visible = true;
    int groupmode = 0;
    Instant created;
    std::vector<Group> groups;
    std::vector<Grouping> groupings;
    std::vector<Enrolment> enrolments;
    std::vector<Activity> activities;
};

struct Category { qint64 id = 0, parent = 0; QString name; };
struct Role { qint64 id = 0; QString shortname, name; };
struct RoleAssignment { qint64 person = 0; QString role; qint64 category = 0; }; ///< category 0 = the site
struct Person {
    qint64 id = 0;
    QString username, firstname, lastname, email, idnumber;
    bool suspended = false, deleted = false;
};
struct Report { qint64 id = 0; QString source; QMap<QString, QString> titles; bool activeOnly = false; };
struct BinItem { qint64 cmid = 0, course = 0; QString name, room, kind; Instant deleted, expires; };
struct RestoreTask {
    qint64 id = 0, requester = 0, externalCourse = 0, category = 0;
    QString externalName, externalUrl;
    int status = 0;
    std::optional<qint64> course;
    bool withUserData = false;
    int enrolmentMode = 0;
    Instant created, modified, processed;
};
struct Runner { bool running = false, disabled = false; Instant lastRun, nextRun; };
/// A Moodle that restores come from. What it does to a run of the restore task: contract section 7.
struct RestoreSource {
    QString url;
    QString state = QStringLiteral("up"); ///< up, refusing (answers an error), down, damaged (unusable backups)
};
/// The account whose token is handed out, and what stands between that token and the services.
struct ServiceAccount {
    bool suspended = false;
    bool admin = false;          ///< site administrator: every capability, served during web maintenance
    bool authorised = true;      ///< is on the service's list of users
    bool serviceEnabled = true;
    bool addressAllowed = true;  ///< the token's IP restriction lets the caller in
    Instant tokenUntil;          ///< unknown = does not expire
    QString language = QStringLiteral("en"); ///< en, fr: of display values in reports
};
struct Plugin {
    QString account; ///< chat user id
    QString format = QStringLiteral("{$a->moodleid}_{$a->courseshortname}_{$a->moduleid}");
    std::vector<std::pair<QString, QString>> replacements;
    QString regex = QStringLiteral("/[^0-9a-zA-Z-_.]/");
    QStringList moderatorRoles{QStringLiteral("editingteacher")};
    QStringList memberRoles{QStringLiteral("student")};
};

struct Moodle {
    QString id = QStringLiteral("main");
    QString version = QStringLiteral("4.5");
    bool companion = true;
    QString state = QStringLiteral("open"); ///< docs/sandbox.md: maintenance, upgrade, outages
    bool webServices = true, restProtocol = true;
    ServiceAccount account;
    std::optional<QStringList> functions;    ///< nullopt = every function the console can use
    std::optional<QStringList> capabilities; ///< nullopt = every capability the console needs
    Plugin plugin;
    std::vector<Report> reports;
    std::vector<Category> categories;
    std::vector<Role> roles;
    std::vector<RoleAssignment> roleAssignments;
    std::vector<Person> people;
    std::vector<Course> courses;
    std::vector<BinItem> recycleBin;
    std::vector<RestoreTask> restoreTasks;
    std::vector<RestoreSource> sources; ///< empty = the restore task never runs by itself
    Runner runner;
};

struct ChatUser {
    QString id, username, name, email;
    bool active = true;
    QStringList roles{QStringLiteral("user")};
    QString type = QStringLiteral("user");
};
struct RoomMember { QString user; QStringList roles; };
struct RoomEvent { Instant at; QString type, user, by; }; ///< type: au ru ul uj role+ role-
struct Room {
    QString id, name;
    QString type = QStringLiteral("p");
    QString creator;
    bool archived = false, encrypted = false;
    QString topic;
    QJsonValue customFields;
    std::optional<Retention> retention;
    Instant created, oldestMessage, newestMessage;
    std::vector<RoomMember> members;
    std::vector<RoomEvent> events;
};
struct Integration { ///< an incoming webhook
    QString id, token, room, user;
    bool enabled = true;
    bool channelOverride = false; ///< may post elsewhere than to its room
};
struct Chat {
    QString version = QStringLiteral("7.10");
    QString apiUser; ///< user id whose token is handed out; empty = `liaison.api` is made with roles bot, user
    std::map<QString, QJsonValue> settings;
    std::optional<std::map<QString, QStringList>> grants; ///< permissions replaced in the shipped table
    std::vector<ChatUser> users;
    std::vector<Room> rooms;
    std::vector<Integration> integrations;
    bool fresh = false; ///< no account is made: the first one that registers becomes administrator
    bool presenceChanging = false; ///< every page of members is sorted by a new seeded online status
};

struct World {
    Instant now;
    std::vector<Moodle> moodle;
    Chat chat;
    /// Not of the format: grow with every request that may have changed something on that side.
    quint64 chatChanges = 0, moodleChanges = 0;
    /// Not of the format either: rooms that mod_rocketchat archived or opened and the chat has not told of yet.
    struct Follow { QString room; bool archived = false; Instant at; };
    std::vector<Follow> follows;
};

} // namespace liaison::sandbox
