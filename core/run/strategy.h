#pragma once

#include "core/run/survey.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace liaison {

struct ObservationContext;

/// The ways to read who is enrolled, best first (design 4.2).
enum class Strategy { Companion, Report, SeveralCourses, PerCourse };

/// "companion", "report", "several-courses", "per-course": ui/text has their words.
[[nodiscard]] QString codeOf(Strategy strategy);

/// What the token may call and, for reports, what was found. Empty: enrolments cannot be read.
[[nodiscard]] std::vector<Strategy> strategiesOf(const SiteSurvey &site);

/// What cannot be seen of this site by the best way it offers, as codes of ui/text:
/// - `inherited-roles`: no companion, no report of roles; who has no mapped role in the course is `role-not-known`
/// - `uncounted-lists`: nothing to count a list by; nobody is removed or demoted
/// - `inactive-people`: only people with an active enrolment are listed for sure
/// - `suspended-accounts`: needed where the policy makes a difference
/// - `empty-courses`: a course without anybody cannot be told from one that the account may not look into
[[nodiscard]] QStringList unseenBy(const SiteSurvey &site);

/// Looks for the reports of a site that has no better way. None where they cannot be listed now.
[[nodiscard]] moodle::ReportsFound reportsOf(const moodle::MoodleClient &client, const SiteSurvey &site,
                                             const net::CancelToken &cancel);

/// Memberships of these courses of one site: one outcome per course, in that order. Every way that the site offers is
/// tried, best first, for the courses that the ways before did not prove; a call for several courses that fails is
/// divided until the course that cannot be read stands alone.
[[nodiscard]] std::vector<moodle::ForCourse<moodle::CourseEnrolments>>
readEnrolments(ObservationContext &context, size_t site, const std::vector<qint64> &courses);

} // namespace liaison
