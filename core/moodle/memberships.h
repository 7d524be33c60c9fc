#pragma once

#include "core/moodle/client.h"
#include "core/moodle/countbook.h"

#include <optional>
#include <vector>

/// Who is enrolled in a course, how surely that is everybody, and what is known about each person: the ways to read it
/// give the same value. Custom reports, which read a whole site at once: reports.h. Design 4.2 and 12.1. Blocking, like
/// the client.
namespace liaison::moodle {

/// How far a list of enrolments can be trusted.
enum class Completeness {
    CountedEqual,     ///< an independent count says the same: complete
    CountedDifferent, ///< it says another number: truncated
    RowsCounted,      ///< every row of a report that is known to show these people came: complete
    ActiveOnly,       ///< the same of a report that may leave people without active enrolment out: partly known
    NotCountable,     ///< nobody could be found to count by: partly known
    EmptyConfirmed,   ///< empty, and a second, separate call says so: complete
    EmptyUnconfirmed, ///< empty, and nothing else says so: truncated
    Truncated         ///< something in the answer shows that people or fields are missing
};

/// What design 12.1 makes of it.
enum class Trust { Complete, PartlyKnown, Truncated };

[[nodiscard]] constexpr Trust trustOf(Completeness c)
{
    switch (c) {
    case Completeness::CountedEqual:
    case Completeness::RowsCounted:
    case Completeness::EmptyConfirmed:
        return Trust::Complete;
    case Completeness::ActiveOnly:
    case Completeness::NotCountable:
        return Trust::PartlyKnown;
    case Completeness::CountedDifferent:
    case Completeness::EmptyUnconfirmed:
    case Completeness::Truncated:
        break;
    }
    return Trust::Truncated;
}

struct EnrolmentRow
{
    qint64 person = 0;
    QString username; ///< empty = not told; the list is Truncated then
    std::optional<QString> fullName;
    std::vector<qint64> roles;          ///< in the course context; ascending, each once
    std::vector<qint64> inheritedRoles; ///< from categories and the site; see inheritedRolesKnown
    std::optional<bool> active;         ///< one enrolment is active now; nullopt = not read
    std::optional<bool> suspended;      ///< account suspended at site level; nullopt = not read or not told
};

struct CourseEnrolments
{
    qint64 course = 0;
    std::vector<EnrolmentRow> rows;
    Completeness completeness = Completeness::EmptyUnconfirmed;
    bool inheritedRolesKnown = false;
    bool activeKnown = false;       ///< of every row
    bool suspendedKnown = false;    ///< of every row
    std::optional<qint64> counted;  ///< the independent count, where one was found
    std::vector<RoleRef> rolesSeen; ///< short names that came with the list (not from the companion)
    /// Why the list could not be counted, where a refusal was the reason.
    std::optional<Error> doubt;
    Instant readAt; ///< server time
};

struct CompanionOptions
{
    /// SiteInfo::offers(functions::enrolledUsers): who confirms an empty course; else get_memberships is asked again.
    bool enrolledUsersOffered = false;
};

/// Memberships of linked courses from the companion: one outcome per course, in the order asked, each course once.
/// Complete when the companion's own count of the course equals its rows; a course without count, with another number
/// of rows or with a row without login is Truncated. An empty course is confirmed by a second call; if that call fails,
/// so does the course.
[[nodiscard]] std::vector<ForCourse<CourseEnrolments>> readByCompanion(const MoodleClient &client,
                                                                       const std::vector<qint64> &courses,
                                                                       const CompanionOptions &options,
                                                                       const net::CancelToken &cancel = {});

/// What the policy makes a difference by; each costs further calls.
struct Need
{
    bool active = false;    ///< a second call with onlyactive=1
    bool suspended = false; ///< users_by_field, 100 people a call
    /// People without active enrolment are expected or kept: a list of the active ones does not say who is not.
    bool inactive = true;
};

/// Several courses in one call (contract section 5.2), at most maxCoursesInOneCall: one outcome per course, in that
/// order. One course that cannot be read makes the call fail for all of them. Counted like readPerCourse: somebody who
/// is denied mod/rocketchat:view by an override is missing from these lists, and only a count shows it.
/// `need.suspended` is not read.
[[nodiscard]] std::vector<ForCourse<CourseEnrolments>> readSeveralCourses(const MoodleClient &client,
                                                                          const std::vector<qint64> &courses,
                                                                          const Need &need, CountBook &book,
                                                                          const net::CancelToken &cancel = {});

/// One course without companion. Complete when the list has as many people as `enrolledusercount` says, read from the
/// book or asked for up to three people of the list; nobody listed means nobody to ask: EmptyUnconfirmed. A call that
/// failed is an error of the course, never a shorter list; only counting may fail without harm (NotCountable with
/// `doubt`), and only when Moodle refused it.
[[nodiscard]] Result<CourseEnrolments> readPerCourse(const MoodleClient &client, qint64 course, const Need &need,
                                                     CountBook &book, const net::CancelToken &cancel = {});

} // namespace liaison::moodle
