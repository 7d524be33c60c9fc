#pragma once

#include "core/moodle/facts.h"
#include "core/moodle/parser.h"
#include "core/moodle/requests.h"
#include "core/net/httpclient.h"

#include <QStringList>
#include <QUrl>
#include <optional>
#include <utility>
#include <vector>

namespace liaison::moodle {

/// A value with the server's own time of the answer (its Date header, of the first answer where several were needed).
template <class T> struct Fetched
{
    T value{};
    Instant at;

    const T &operator*() const { return value; }
    const T *operator->() const { return &value; }
};

/// One outcome for each course asked for: what fails for one says nothing about the others.
template <class T> struct ForCourse
{
    qint64 course = 0;
    Result<T> outcome;
};

/// The membership rows of one course as the companion gave them.
struct CourseMemberships
{
    qint64 course = 0;
    std::vector<MembershipRow> rows; ///< by person
    std::optional<qint64> counted;   ///< the companion's own count (`courses` of the first page)
    /// No count was given, it differs from the number of rows, or a row came twice: nothing may be concluded from it.
    bool truncated = false;
    Instant at;
};

struct RestoreTasks
{
    std::vector<RestoreTask> tasks;
    std::optional<RestoreRunner> runner;
};

/// Moodle's web services, one method a question. **Blocking: for worker threads, never for the user interface's.**
/// Methods are const and may run in several threads at once; copies are cheap and share the transport, which must live
/// longer. A cancelled token ends a method with ErrorKind::Cancelled soon.
/// - Texts that Moodle would send as HTML are asked for raw; where one stored text makes that fail (`invalidresponse`),
///   that call is sent again without (contract section 1).
/// - A read whose answer could not be decoded (HTML, cut JSON) is sent once more: design 6.1. Resets, timeouts and 5xx
///   were already retried by the transport.
class MoodleClient
{
public:
    struct Config
    {
        QString siteId; ///< of the profile; Moodle never sees it
        QUrl url;       ///< wwwroot
        QString token;
        net::Priority priority = net::Priority::Normal;
    };
    using Cancel = const net::CancelToken &;

    MoodleClient(net::HttpTransport &transport, Config config);

    [[nodiscard]] const QString &siteId() const { return m_config.siteId; }
    [[nodiscard]] MoodleClient withPriority(net::Priority priority) const;

    [[nodiscard]] Result<Fetched<SiteInfo>> siteInfo(Cancel cancel = {}) const;
    /// get_courses_by_field, or get_courses where the first is not offered; the site (id 1) is left out.
    [[nodiscard]] Result<Fetched<CourseList>> courses(Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<Category>>> categories(Cancel cancel = {}) const;
    /// One call; with limitNumber one page.
    [[nodiscard]] Result<Fetched<EnrolledUsers>> enrolledUsers(qint64 course, const EnrolledUsersOptions &options = {},
                                                               Cancel cancel = {}) const;
    /// One call for several courses, at most maxCoursesInOneCall: all of them or none. A course that the answer lacks is
    /// missing from the value too.
    [[nodiscard]] Result<Fetched<std::vector<CourseUsers>>>
    enrolledUsersOfCourses(const std::vector<qint64> &courses, bool onlyActive = false, Cancel cancel = {}) const;
    /// All that the account may see, by id.
    [[nodiscard]] Result<Fetched<std::vector<ReportInfo>>> reports(Cancel cancel = {}) const;
    /// Pages count from 0.
    [[nodiscard]] Result<Fetched<ReportPage>> reportPage(qint64 report, qint64 page, qint64 perPage,
                                                         Cancel cancel = {}) const;
    /// In batches of 100; values given twice are asked once. Unknown values, and without moodle/user:viewalldetails all
    /// of them, are silently left out by Moodle: absence proves nothing.
    [[nodiscard]] Result<Fetched<std::vector<Person>>> usersByField(UserField field, const QStringList &values,
                                                                    Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<UserCourse>>> usersCourses(qint64 person, Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<GroupMembers>>> groupMembers(const std::vector<qint64> &groups,
                                                                          Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<CourseModule>> courseModule(qint64 cmid, Cancel cancel = {}) const;
    /// The chat activities of one course, as far as the account sees them.
    [[nodiscard]] Result<Fetched<std::vector<CourseActivity>>> courseActivities(qint64 course,
                                                                                Cancel cancel = {}) const;

    // The companion. Lists are followed to their end: cursors must advance and pages must bring something, else
    // BadReply.
    [[nodiscard]] Result<Fetched<CompanionInfo>> companionInfo(Cancel cancel = {}) const;
    /// One page after `after` (a cmid).
    [[nodiscard]] Result<Fetched<LinkPage>> companionLinks(qint64 after, qint64 limit, Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<CompanionLink>>>
    allCompanionLinks(std::optional<Instant> modifiedSince = {}, Cancel cancel = {}) const;
    /// nullopt: the companion knows no such activity.
    [[nodiscard]] Result<Fetched<std::optional<CompanionLink>>> companionLink(qint64 cmid, Cancel cancel = {}) const;
    /// One outcome per course asked for, in that order, each course once; no courses, no call. When a page fails,
    /// courses whose rows had all come stay good, the others get the error.
    [[nodiscard]] std::vector<ForCourse<CourseMemberships>> memberships(const std::vector<qint64> &courses,
                                                                        Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<Person>>> people(const std::vector<qint64> &ids, Cancel cancel = {}) const;
    /// Everybody of the linked courses.
    [[nodiscard]] Result<Fetched<std::vector<Person>>> allPeople(Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<RestoreTasks>>
    restoreTasks(std::optional<int> status = {}, std::optional<Instant> since = {}, Cancel cancel = {}) const;
    [[nodiscard]] Result<Fetched<std::vector<RecycleBinRow>>> recycleBin(Cancel cancel = {}) const;

    static constexpr int maxPages = 10'000;

private:
    struct Decoded
    {
        Answer answer;
        Instant at;
        TextMode mode;
    };
    [[nodiscard]] Result<Decoded> exchange(const Call &call, bool raw, Cancel cancel) const;
    /// Raw first where `wanted` is Raw, then the default.
    [[nodiscard]] Result<Decoded> ask(const Call &call, TextMode wanted, Cancel cancel) const;
    template <class Parse>
    auto read(const Call &call, TextMode wanted, Cancel cancel, Parse parse) const
        -> Result<Fetched<typename decltype(parse(std::declval<Answer>(), TextMode::Raw))::value_type>>;
    void readMemberships(const std::vector<qint64> &courses, Cancel cancel,
                         std::vector<ForCourse<CourseMemberships>> &out) const;

    net::HttpTransport *m_transport;
    Config m_config;
};

} // namespace liaison::moodle
