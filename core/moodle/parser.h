#pragma once

#include "core/base/result.h"
#include "core/moodle/answer.h"
#include "core/moodle/facts.h"

/// One pure function per web-service function: decoded answer -> values, or BadReply `bad-reply` with the field in
/// `detail`. Unknown fields are ignored; fields that decisions rest on must be there and of the right type. An id that
/// appears twice in a list it is the key of is an answer that contradicts itself: BadReply. Roles of one person that
/// appear twice are one role (Moodle lists an assignment per enrolment method).
namespace liaison::moodle {

/// Whether the call asked for stored text: contract section 1. Html = names carry `&amp;` and are unescaped here.
enum class TextMode { Raw, Html };

[[nodiscard]] Result<SiteInfo> parseSiteInfo(const Answer &answer, TextMode mode = TextMode::Html);
/// Both forms: `{"courses": [...]}` of get_courses_by_field and the list of get_courses. The site (id 1) is included.
[[nodiscard]] Result<CourseList> parseCourses(const Answer &answer, TextMode mode = TextMode::Html);
[[nodiscard]] Result<std::vector<Category>> parseCategories(const Answer &answer, TextMode mode = TextMode::Html);
[[nodiscard]] Result<EnrolledUsers> parseEnrolledUsers(const Answer &answer, TextMode mode = TextMode::Html);
[[nodiscard]] Result<std::vector<CourseUsers>> parseEnrolledUsersOfCourses(const Answer &answer,
                                                                           TextMode mode = TextMode::Html);
[[nodiscard]] Result<std::vector<ReportInfo>> parseReports(const Answer &answer);
/// A row with another number of cells than there are headers is an answer that contradicts itself.
[[nodiscard]] Result<ReportPage> parseReportPage(const Answer &answer);
[[nodiscard]] Result<std::vector<Person>> parseUsersByField(const Answer &answer);
[[nodiscard]] Result<std::vector<UserCourse>> parseUsersCourses(const Answer &answer);
[[nodiscard]] Result<std::vector<GroupMembers>> parseGroupMembers(const Answer &answer);
[[nodiscard]] Result<CourseModule> parseCourseModule(const Answer &answer, TextMode mode = TextMode::Html);
/// Every section's chat activities, by cmid; other modules are left out, should a site ignore the option `modname`.
/// A hidden activity is silently absent without moodle/course:viewhiddenactivities: absence proves nothing.
[[nodiscard]] Result<std::vector<CourseActivity>> parseContents(const Answer &answer, TextMode mode = TextMode::Html);

// Companion: exact shapes of contract section 9. Role lists are lists of integers; texts in their place are refused.
[[nodiscard]] Result<CompanionInfo> parseCompanionInfo(const Answer &answer, TextMode mode = TextMode::Raw);
[[nodiscard]] Result<LinkPage> parseCompanionLinks(const Answer &answer, TextMode mode = TextMode::Raw);
[[nodiscard]] Result<MembershipPage> parseCompanionMemberships(const Answer &answer);
[[nodiscard]] Result<PeoplePage> parseCompanionPeople(const Answer &answer);
[[nodiscard]] Result<RestoreTaskPage> parseCompanionRestoreTasks(const Answer &answer, TextMode mode = TextMode::Raw);
[[nodiscard]] Result<RecycleBinPage> parseCompanionRecycleBin(const Answer &answer, TextMode mode = TextMode::Raw);

} // namespace liaison::moodle
