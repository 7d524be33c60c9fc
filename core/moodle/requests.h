#pragma once

#include "core/net/httpclient.h"

#include <QLatin1String>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>
#include <vector>

/// Requests of Moodle's REST web services as values: contract sections 1, 4 and 9. Pure.
namespace liaison::moodle {

namespace functions {
inline constexpr QLatin1String siteInfo{"core_webservice_get_site_info"};
inline constexpr QLatin1String coursesByField{"core_course_get_courses_by_field"};
inline constexpr QLatin1String courses{"core_course_get_courses"};
inline constexpr QLatin1String categories{"core_course_get_categories"};
inline constexpr QLatin1String courseModule{"core_course_get_course_module"};
inline constexpr QLatin1String contents{"core_course_get_contents"};
inline constexpr QLatin1String enrolledUsers{"core_enrol_get_enrolled_users"};
inline constexpr QLatin1String enrolledUsersOfCourses{"core_enrol_get_enrolled_users_with_capability"};
inline constexpr QLatin1String listReports{"core_reportbuilder_list_reports"};
inline constexpr QLatin1String retrieveReport{"core_reportbuilder_retrieve_report"};
inline constexpr QLatin1String usersCourses{"core_enrol_get_users_courses"};
inline constexpr QLatin1String usersByField{"core_user_get_users_by_field"};
inline constexpr QLatin1String groupMembers{"core_group_get_group_members"};
inline constexpr QLatin1String companionInfo{"local_liaison_get_info"};
inline constexpr QLatin1String companionLinks{"local_liaison_get_links"};
inline constexpr QLatin1String companionMemberships{"local_liaison_get_memberships"};
inline constexpr QLatin1String companionPeople{"local_liaison_get_people"};
inline constexpr QLatin1String companionRestoreTasks{"local_liaison_get_restore_tasks"};
inline constexpr QLatin1String companionRecycleBin{"local_liaison_get_recyclebin"};
} // namespace functions

struct Call
{
    QString function;
    QList<QPair<QString, QString>> form; ///< parameters of the function, without token and format
    bool write = false;
    std::chrono::seconds timeout{30};
    QString language; ///< of the words in the answer ("en"); empty = the account's
};

/// POST form to `{wwwroot}/webservice/rest/server.php`. The token is in the body only; a base path of wwwroot
/// ("https://x.fr/moodle") is kept, its query, fragment and user part are not. `raw` asks for stored text instead of
/// HTML: contract section 1.
[[nodiscard]] net::HttpRequest toHttp(const QUrl &wwwroot, const QString &token, const Call &call, bool raw);

struct EnrolledUsersOptions
{
    bool names = false; ///< firstname and lastname; the full name always comes
    bool email = false;
    bool idnumber = false;
    bool onlyActive = false; ///< needs moodle/course:enrolreview; keeps accounts suspended at site level
    qint64 limitFrom = 0;
    qint64 limitNumber = 0; ///< 0 = all; pages are sorted by id
};

/// Only these: an unknown key makes other Moodle functions answer with everybody (contract section 4).
enum class UserField { Id, Username, Email, Idnumber };

inline constexpr int maxUsersByField = 100; ///< values in one call
inline constexpr int maxIdsInOneCall = 500; ///< PHP's max_input_vars is 1 000 by default
inline constexpr int maxCoursesInOneCall = 30; ///< what one round trip took for 30 courses: contract section 10
inline constexpr qint64 reportsPerPage = 100;
inline constexpr qint64 reportRowsPerPage = 10'000; ///< about 3 MB and 6 s
inline constexpr qint64 linksPerPage = 500; ///< the companion clamps what it finds too much
inline constexpr qint64 rowsPerPage = 5000;

namespace requests {

[[nodiscard]] Call siteInfo();
[[nodiscard]] Call coursesByField(); ///< without field: all courses
[[nodiscard]] Call courses();
[[nodiscard]] Call categories();
[[nodiscard]] Call courseModule(qint64 cmid);
[[nodiscard]] Call courseContents(qint64 course); ///< only the activities of mod_rocketchat, without their contents
[[nodiscard]] Call enrolledUsers(qint64 course, const EnrolledUsersOptions &options = {});
/// Everybody who holds mod/rocketchat:view, which everybody holds: names and roles of several courses. At most
/// maxCoursesInOneCall. One course that is unknown or cannot be entered makes the whole call fail.
[[nodiscard]] Call enrolledUsersOfCourses(const std::vector<qint64> &courses, bool onlyActive = false);
[[nodiscard]] Call listReports(qint64 page, qint64 perPage);
/// Words come in English, whatever the account's language.
[[nodiscard]] Call retrieveReport(qint64 report, qint64 page, qint64 perPage);
[[nodiscard]] Call usersCourses(qint64 person); ///< with returnusercount=1
/// At most maxUsersByField values.
[[nodiscard]] Call usersByField(UserField field, const QStringList &values);
[[nodiscard]] Call groupMembers(const std::vector<qint64> &groups);

[[nodiscard]] Call companionInfo();
[[nodiscard]] Call companionLinks(qint64 after, qint64 limit, std::optional<Instant> modifiedSince = {});
/// An empty list of courses would mean "all linked courses" to the companion.
[[nodiscard]] Call companionMemberships(const std::vector<qint64> &courses, qint64 afterCourse, qint64 afterPerson,
                                        qint64 limit);
[[nodiscard]] Call companionPeople(const std::vector<qint64> &ids, qint64 after, qint64 limit);
[[nodiscard]] Call companionRestoreTasks(qint64 after, qint64 limit, std::optional<int> status = {},
                                         std::optional<Instant> since = {});
[[nodiscard]] Call companionRecycleBin(qint64 after, qint64 limit);

} // namespace requests

} // namespace liaison::moodle
