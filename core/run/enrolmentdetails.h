#pragma once

#include "core/moodle/memberships_report.h"
#include "core/run/observation.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

/// What is added to lists of enrolments whatever the way they were read. Private to core/run.
namespace liaison {

/// One course while it is read.
struct EnrolmentState
{
    qint64 course = 0;
    std::optional<moodle::CourseEnrolments> value; ///< the best so far
    std::optional<Error> error;                    ///< of the last way that failed
    bool emptyInReport = false;                    ///< nobody in a report that would show somebody
};

/// 2 complete, 1 partly known, 0 truncated.
[[nodiscard]] int rank(const moodle::CourseEnrolments &enrolments);

[[nodiscard]] Error functionNotOffered(QLatin1String function);

class EnrolmentDetails
{
public:
    EnrolmentDetails(ObservationContext &context, size_t siteNumber, std::vector<EnrolmentState> &courses,
                     moodle::RoleNames &names)
        : c(context)
        , m_site(context.survey.sites[siteNumber])
        , m_client(context.servers.sites[siteNumber])
        , m_siteNumber(siteNumber)
        , m_courses(courses)
        , m_names(names)
    {
    }

    /// Accounts that are suspended, each asked once for all courses. A course of which that cannot be read has its
    /// error; one of which it was not told for everybody is not complete.
    void readSuspended();
    /// Roles of categories and of the site, from the report of roles.
    void readInherited(const moodle::ReportChoice &report);
    /// Reports name roles, lists of the plugin number them: puts ids in the place of names.
    void resolveRoles();

private:
    using Ids = std::map<QString, qint64>; ///< by short name

    [[nodiscard]] std::vector<const SurveyedLink *> linksOf(qint64 course) const;
    [[nodiscard]] std::vector<qint64> categoriesOf(qint64 course) const;
    [[nodiscard]] std::optional<qint64> smallestCourseWithUnresolved(const Ids &ids) const;
    void resolve(EnrolmentState &state, const Ids &ids, const std::set<qint64> &known, const QStringList &unresolved);

    ObservationContext &c;
    const SiteSurvey &m_site;
    const moodle::MoodleClient &m_client;
    const size_t m_siteNumber;
    std::vector<EnrolmentState> &m_courses;
    moodle::RoleNames &m_names;
    std::set<qint64> m_askedForRoles;
    std::mutex m_mutex;
};

} // namespace liaison
