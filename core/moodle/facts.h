#pragma once

#include "core/base/instant.h"

#include <QLatin1String>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

/// What the parsers give: plain values, as Moodle said them. A field that Moodle may leave out, for want of a
/// capability or by form, is optional: absent means "not told", never "no" (contract section 3). Ids are positive.
/// Names to show are plain text (HTML entities resolved); logins, e-mails and id numbers are never altered.
namespace liaison::moodle {

struct SiteInfo
{
    QString siteName;
    QString siteUrl; ///< wwwroot as Moodle knows it
    QString release; ///< "4.5 (Build: 20241007)"
    QString version; ///< "2024100700"
    QString language;
    qint64 userId = 0;
    QString username;
    QString fullName;
    std::optional<bool> siteAdmin; ///< true: a token too strong for its purpose
    QSet<QString> functions;       ///< what the token may call; says nothing about capabilities

    [[nodiscard]] bool offers(QLatin1String function) const { return functions.contains(QString(function)); }
};

struct Course
{
    qint64 id = 0;
    qint64 category = 0; ///< 0 for the site itself (id 1)
    QString shortname;
    QString fullname;
    std::optional<QString> categoryName;
    std::optional<bool> visible;  ///< absent in the short form, and in core_course_get_courses
    std::optional<int> groupMode; ///< 0 none, 1 separate, 2 visible groups
    std::optional<Instant> start;
    std::optional<Instant> end;
    std::optional<Instant> created; ///< needs moodle/course:update
    std::optional<QString> idnumber;
};

struct CourseList
{
    std::vector<Course> courses;
    /// Courses without `visible`: the account lacks moodle/course:view there (silent short form, contract section 3),
    /// or the list is the lean one of core_course_get_courses.
    int shortForms = 0;
};

struct Category
{
    qint64 id = 0;
    qint64 parent = 0; ///< 0 = top
    QString name;
    QString path; ///< "/4/5"
    int depth = 0;
    std::optional<qint64> courseCount;
    std::optional<bool> visible;
};

struct RoleRef
{
    qint64 id = 0;
    QString shortname;
    QString name; ///< empty for standard roles

    friend bool operator==(const RoleRef &, const RoleRef &) = default;
};

struct EnrolledUser
{
    qint64 id = 0;
    std::optional<QString> username; ///< absent without moodle/user:viewalldetails; an empty one counts as absent
    QString fullName;
    std::optional<QString> firstName, lastName, email, idnumber;
    /// Assignments in the course context itself, by id, each role once; absent when not asked for.
    std::optional<std::vector<RoleRef>> roles;
};

struct EnrolledUsers
{
    std::vector<EnrolledUser> users;
    bool everyHasUsername = true; ///< false = silently shortened rights: nothing may be removed on this list
    bool everyHasRoles = true;
};

/// One course of core_enrol_get_enrolled_users_with_capability.
struct CourseUsers
{
    qint64 course = 0;
    EnrolledUsers list;
};

/// A custom report, as core_reportbuilder_list_reports describes it.
struct ReportInfo
{
    qint64 id = 0;
    QString source;          ///< class of its data source: "core_role\\reportbuilder\\datasource\\roles"
    bool restricted = false; ///< conditions with values: it does not show everything
};

struct ReportPage
{
    ReportInfo report;
    QStringList headers;                    ///< plain text
    std::vector<std::vector<QString>> rows; ///< cells as Moodle shows them: HTML; as many as headers, null where empty
    qint64 totalRows = 0;                   ///< of the whole report
};

struct Person
{
    qint64 id = 0;
    std::optional<QString> username, firstName, lastName, fullName, email, idnumber;
    std::optional<bool> suspended; ///< account suspended at site level
    std::optional<QString> auth;
};

struct UserCourse
{
    qint64 course = 0;
    /// Counted in SQL with inactive enrolments, blind to the capabilities that shorten lists: contract section 4.
    std::optional<qint64> enrolledUserCount;
};

struct GroupMembers
{
    qint64 group = 0;
    std::vector<qint64> people; ///< ascending, each once
};

struct CourseModule
{
    qint64 cmid = 0;
    qint64 course = 0;
    qint64 instance = 0;
    QString module; ///< "rocketchat"
    QString name;
    std::optional<int> groupMode;
    std::optional<qint64> grouping;
    std::optional<bool> visible;             ///< absent without moodle/course:manageactivities
    std::optional<bool> visibleOnCoursePage; ///< false with visible = stealth
    std::optional<Instant> added;
};

/// One chat activity of core_course_get_contents: neither room nor roles are told (contract section 4).
struct CourseActivity
{
    qint64 cmid = 0;
    qint64 instance = 0;
    QString name;
    std::optional<bool> visible;
    std::optional<bool> visibleOnCoursePage; ///< false with visible = stealth
};

// ---- companion plugin local_liaison: contract section 9

/// One page of a list read by cursor; `next` is given back as `after`, absent at the end.
template <class T> struct Page
{
    std::vector<T> items;
    std::optional<qint64> next;
};

struct PluginVersion
{
    QString version;
    QString release;
};

struct RestoreRunner
{
    bool disabled = false;
    Instant nextRun;
    Instant lastRun;                     ///< unknown = never
    qint64 failDelay = 0;                ///< seconds
    std::optional<Instant> runningSince; ///< absent = idle
};

struct RestoreSettings
{
    struct TargetCategory
    {
        qint64 id = 0;
        QString name;
    };
    std::vector<TargetCategory> categories;
    QStringList sources; ///< addresses only: whatever follows a comma is dropped, tokens never come in
    bool onlyOneRemoteInstance = false;
    std::optional<RestoreRunner> runner;
};

struct SiteRole
{
    qint64 id = 0;
    QString shortname;
    QString name;
    QString archetype;
};

struct CompanionInfo
{
    static constexpr int knownContract = 1;

    int contract = 0;
    std::optional<PluginVersion> modRocketchat; ///< absent = not installed
    std::optional<PluginVersion> block;
    std::optional<PluginVersion> companion;
    std::optional<QString> apiUser; ///< login or id, as set in the plugin
    QString instanceUrl;
    struct Naming
    {
        QString format;
        std::vector<std::pair<QString, QString>> replacements;
        QString regex;
    } naming;
    std::vector<qint64> defaultModeratorRoles;
    std::vector<qint64> defaultMemberRoles;
    bool retentionFeature = false;
    std::optional<qint64> maxAgeLimit; ///< days
    bool createsAccounts = false;
    bool usernameHook = false;
    struct Queue
    {
        qint64 pending = 0;
        std::optional<Instant> oldest;
        qint64 failed = 0;
    };
    std::optional<Queue> queue;
    QMap<QString, bool> capabilities; ///< of the calling account; a name that is not in here is unknown
    std::vector<SiteRole> roles;
    std::optional<RestoreSettings> restore; ///< absent = the restore block is not installed

    [[nodiscard]] std::optional<bool> holds(const QString &capability) const
    {
        const auto it = capabilities.constFind(capability);
        return it == capabilities.constEnd() ? std::nullopt : std::optional<bool>(*it);
    }
};

struct WantedRetention
{
    bool enabled = false;
    std::optional<qint64> maxAge; ///< days
    bool filesOnly = false;
    bool excludePinned = false;
};

struct CompanionLink
{
    qint64 cmid = 0;
    qint64 course = 0;
    std::optional<qint64> category;
    std::optional<qint64> instance;
    QString courseShortname;
    QString courseFullname;
    std::optional<QString> courseIdnumber;
    QString name;
    std::optional<bool> courseVisible;
    bool visible = false;
    bool visibleOnCoursePage = false;
    bool deletionInProgress = false;
    int groupMode = 0;
    std::optional<qint64> grouping;
    std::optional<QString> availability; ///< JSON text of the restriction
    std::optional<QString> room;         ///< chat room id; absent = the activity has none
    std::vector<qint64> moderatorRoles;  ///< ascending, each once; empty = nobody
    std::vector<qint64> memberRoles;
    std::optional<WantedRetention> retention;
    Instant created;
    Instant modified;
};

struct MembershipRow
{
    qint64 course = 0;
    qint64 person = 0;
    QString username; ///< empty = not told
    std::vector<qint64> roles;
    std::vector<qint64> inheritedRoles; ///< from categories and the site
    bool active = false;                ///< one enrolment is active now
    bool suspended = false;             ///< account suspended at site level
};

struct MembershipCursor
{
    qint64 course = 0;
    qint64 person = 0;

    friend auto operator<=>(const MembershipCursor &, const MembershipCursor &) = default;
};

struct MembershipPage
{
    std::vector<MembershipRow> rows;
    struct CourseCount
    {
        qint64 course = 0;
        qint64 rows = 0;
    };
    std::optional<std::vector<CourseCount>> courses; ///< on the first page: one entry for every course asked for
    std::optional<MembershipCursor> next;
};

using LinkPage = Page<CompanionLink>;
using PeoplePage = Page<Person>;

/// Values of `status`: contract section 7. Another number is kept as it is.
struct RestoreTask
{
    qint64 id = 0;
    qint64 requester = 0; ///< 0 = scheduled by an administrator for nobody
    std::optional<QString> requesterName;
    qint64 externalCourse = 0;
    QString externalName;
    QString externalUrl;
    qint64 category = 0; ///< 0 = the default of the settings
    std::optional<QString> categoryName;
    qint64 status = 0;            ///< 0 scheduled, 1 in progress, 2 performed, -1 error
    std::optional<qint64> course; ///< the new course
    std::optional<bool> courseExists;
    bool withUserData = false;
    qint64 enrolmentMode = 0;
    Instant created;
    Instant modified;  ///< unknown = never
    Instant processed; ///< unknown = never
};

struct RestoreTaskPage : Page<RestoreTask>
{
    std::optional<RestoreRunner> runner;
};

struct RecycleBinRow
{
    enum class Kind { Course, Category };

    qint64 id = 0;
    std::optional<qint64> binId;
    Kind kind = Kind::Course;
    std::optional<qint64> cmid; ///< the old one
    std::optional<qint64> course;
    QString name;
    QString room;
    Instant deleted;
    Instant expires; ///< unknown = never
};

using RecycleBinPage = Page<RecycleBinRow>;

} // namespace liaison::moodle
