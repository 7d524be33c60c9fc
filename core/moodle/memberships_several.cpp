#include "core/moodle/counting.h"
#include "core/moodle/cursor.h"
#include "core/moodle/requests.h"

#include <unordered_map>

namespace liaison::moodle {

std::vector<ForCourse<CourseEnrolments>> readSeveralCourses(const MoodleClient &client,
                                                            const std::vector<qint64> &courses, const Need &need,
                                                            CountBook &book, const net::CancelToken &cancel)
{
    std::vector<ForCourse<CourseEnrolments>> out;
    const auto allFailed = [&](const Error &e) {
        out.clear();
        for (const qint64 course : courses)
            out.push_back({course, fail(e)});
        return out;
    };
    auto lists = client.enrolledUsersOfCourses(courses, false, cancel);
    if (!lists)
        return allFailed(lists.error());
    std::unordered_map<qint64, EnrolledUsers> active;
    if (need.active) {
        auto answer = client.enrolledUsersOfCourses(courses, true, cancel);
        if (!answer)
            return allFailed(answer.error());
        for (CourseUsers &course : answer->value)
            active.emplace(course.course, std::move(course.list));
    }
    std::unordered_map<qint64, EnrolledUsers *> found;
    for (CourseUsers &course : lists->value)
        found.emplace(course.course, &course.list);
    for (const qint64 course : courses) {
        const auto list = found.find(course);
        const auto activeList = active.find(course);
        if (list == found.end() || (need.active && activeList == active.end())) {
            out.push_back({course, fail(contradiction(functions::enrolledUsersOfCourses,
                                                      QStringLiteral("a course that was asked for is missing")))});
            continue;
        }
        CourseEnrolments e = fromList(course, std::move(*list->second), lists->at);
        if (e.rows.empty()) {
            judgeEmpty(e, book);
            out.push_back({course, std::move(e)});
            continue;
        }
        if (need.active)
            takeActive(e, activeList->second);
        judgeKnown(e);
        if (e.completeness != Completeness::Truncated) {
            if (auto done = proveByCount(client, e, book, cancel); !done) {
                out.push_back({course, fail(std::move(done.error()))});
                continue;
            }
        }
        out.push_back({course, std::move(e)});
    }
    return out;
}

} // namespace liaison::moodle
