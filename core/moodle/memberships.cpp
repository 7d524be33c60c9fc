#include "core/moodle/memberships.h"

#include "core/moodle/counting.h"
#include "core/moodle/errors.h"

namespace liaison::moodle {

namespace {

using Cancel = const net::CancelToken &;

// ---- companion

CourseEnrolments fromCompanion(CourseMemberships memberships)
{
    CourseEnrolments e;
    e.course = memberships.course;
    e.counted = memberships.counted;
    e.readAt = memberships.at;
    e.inheritedRolesKnown = true;
    e.rows.reserve(memberships.rows.size());
    for (MembershipRow &m : memberships.rows) {
        e.rows.push_back({m.person, std::move(m.username), std::nullopt, std::move(m.roles),
                          std::move(m.inheritedRoles), m.active, m.suspended});
    }
    judgeKnown(e);
    if (memberships.truncated || !everyHasUsername(e.rows))
        e.completeness = Completeness::Truncated;
    else
        e.completeness = e.rows.empty() ? Completeness::EmptyUnconfirmed : Completeness::CountedEqual;
    return e;
}

/// The second, separate call without which an empty list is not believed. false = somebody is enrolled after all.
Result<bool> isConfirmedEmpty(const MoodleClient &client, qint64 course, const CompanionOptions &options, Cancel cancel)
{
    if (options.enrolledUsersOffered) {
        const auto users = client.enrolledUsers(course, {}, cancel);
        if (users)
            return users->value.users.empty();
        if (users.error().kind != ErrorKind::Forbidden)
            return fail(users.error());
        // The companion needs no moodle/course:view, this function does: the companion is asked again.
    }
    auto again = client.memberships({course}, cancel);
    const auto &outcome = again.front().outcome;
    if (!outcome)
        return fail(outcome.error());
    return !outcome->truncated && outcome->rows.empty();
}

} // namespace

std::vector<ForCourse<CourseEnrolments>> readByCompanion(const MoodleClient &client, const std::vector<qint64> &courses,
                                                         const CompanionOptions &options, Cancel cancel)
{
    std::vector<ForCourse<CourseEnrolments>> out;
    for (auto &one : client.memberships(courses, cancel)) {
        if (!one.outcome) {
            out.push_back({one.course, fail(std::move(one.outcome.error()))});
            continue;
        }
        CourseEnrolments e = fromCompanion(std::move(*one.outcome));
        if (e.completeness == Completeness::EmptyUnconfirmed) {
            const auto confirmed = isConfirmedEmpty(client, one.course, options, cancel);
            if (!confirmed) {
                out.push_back({one.course, fail(confirmed.error())});
                continue;
            }
            e.completeness = *confirmed ? Completeness::EmptyConfirmed : Completeness::Truncated;
        }
        out.push_back({one.course, std::move(e)});
    }
    return out;
}

Result<CourseEnrolments> readPerCourse(const MoodleClient &client, qint64 course, const Need &need, CountBook &book,
                                       Cancel cancel)
{
    auto list = client.enrolledUsers(course, {}, cancel);
    if (!list)
        return fail(std::move(list.error()));
    CourseEnrolments e = fromList(course, std::move(list->value), list->at);
    if (e.rows.empty()) {
        judgeEmpty(e, book);
        return e;
    }
    if (need.active) {
        EnrolledUsersOptions options;
        options.onlyActive = true;
        const auto active = client.enrolledUsers(course, options, cancel);
        if (!active)
            return fail(active.error());
        takeActive(e, active->value);
    }
    if (need.suspended) {
        if (auto done = readSuspended(client, e, cancel); !done)
            return fail(std::move(done.error()));
    }
    judgeKnown(e);
    if (e.completeness == Completeness::Truncated)
        return e;
    if (auto done = proveByCount(client, e, book, cancel); !done)
        return fail(std::move(done.error()));
    return e;
}

} // namespace liaison::moodle
