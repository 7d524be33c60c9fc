#include "core/moodle/cursor.h"

#include "core/moodle/errors.h"

#include <algorithm>

namespace liaison::moodle {

Error contradiction(QLatin1String function, const QString &detail)
{
    Error e;
    e.kind = ErrorKind::BadReply;
    e.code = errors::badReply;
    e.where = function;
    e.httpStatus = 200;
    e.detail = detail;
    return e;
}

std::vector<std::vector<qint64>> batchesOf(const std::vector<qint64> &ids, int size)
{
    std::vector<std::vector<qint64>> out;
    std::unordered_set<qint64> seen;
    for (const qint64 id : ids) {
        if (!seen.insert(id).second)
            continue;
        if (out.empty() || out.back().size() >= std::size_t(size))
            out.emplace_back();
        out.back().push_back(id);
    }
    return out;
}

MembershipCollector::MembershipCollector(const std::vector<qint64> &courses)
{
    m_courses.reserve(courses.size());
    for (const qint64 id : courses) {
        m_index.emplace(id, m_courses.size());
        m_courses.push_back({id, {}, std::nullopt, false, {}});
    }
}

void MembershipCollector::take(const Fetched<MembershipPage> &page)
{
    for (CourseMemberships &course : m_courses) {
        if (!course.at.isKnown())
            course.at = page.at;
    }
    if (page->courses) {
        for (const auto &count : *page->courses) {
            const auto it = m_index.find(count.course);
            if (it != m_index.end() && !m_courses[it->second].counted)
                m_courses[it->second].counted = count.rows;
        }
    }
    for (const MembershipRow &row : page->rows) {
        const auto it = m_index.find(row.course);
        if (it != m_index.end()) // a course that nobody asked about is none of our business
            m_courses[it->second].rows.push_back(row);
    }
}

void MembershipCollector::finish(std::vector<ForCourse<CourseMemberships>> &out)
{
    const auto byPerson = [](const MembershipRow &a, const MembershipRow &b) { return a.person < b.person; };
    const auto samePerson = [](const MembershipRow &a, const MembershipRow &b) { return a.person == b.person; };
    for (CourseMemberships &course : m_courses) {
        std::sort(course.rows.begin(), course.rows.end(), byPerson);
        const bool doubled =
            std::adjacent_find(course.rows.begin(), course.rows.end(), samePerson) != course.rows.end();
        const bool whole = !doubled && course.counted && *course.counted == qint64(course.rows.size());
        if (!whole && m_stopped) {
            out.push_back({course.course, fail(*m_stopped)});
            continue;
        }
        course.truncated = !whole;
        const qint64 id = course.course;
        out.push_back({id, std::move(course)});
    }
}

} // namespace liaison::moodle
