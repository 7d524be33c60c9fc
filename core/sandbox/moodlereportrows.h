#pragma once

#include "core/sandbox/moodleindex.h"

/// The rows of the custom reports. A campus has a million, and a console reads them by pages: what lies before a page
/// is counted once, and only the rows of the page are looked at.
namespace liaison::sandbox::moodle {

enum class RowKind { Roles, Participants, ActiveParticipants };

/// What a row is about.
struct Row
{
    const CourseEntry *course = nullptr; ///< none: a role given in a category or on the site
    const Membership *member = nullptr;  ///< none: an enrolment method that nobody used
    const Enrolment *enrolment = nullptr;
    const char *method = nullptr;
    const RoleAssignment *assignment = nullptr;
    qint64 role = 0; ///< none: enrolled without role
};

/// One row per course, enrolment and role; methods that nobody used give rows without person, unless a condition asks
/// for a status, which they do not have. Of roles: one row per assignment, in courses, in categories and on the site.
class ReportRows
{
public:
    ReportRows(const Index &index, const Moodle &site, RowKind kind, Instant now);

    [[nodiscard]] std::size_t count() const { return std::size_t(m_before.back()) + m_assignments.size(); }
    template <class F> void forEach(std::size_t first, std::size_t last, const F &visit) const
    {
        const auto begin = std::upper_bound(m_before.begin(), m_before.end(), qint64(first)) - m_before.begin() - 1;
        const auto &courses = m_index.courses();
        std::size_t number = std::size_t(m_before[std::size_t(begin)]);
        for (auto i = std::size_t(begin); i < courses.size() && number < last; ++i) {
            forEachOf(courses[i], [&](const Row &row) {
                if (number >= first && number < last)
                    visit(row);
                ++number;
            });
        }
        number = std::size_t(m_before.back());
        for (const RoleAssignment *assignment : m_assignments) {
            if (number >= first && number < last)
                visit({nullptr, nullptr, nullptr, nullptr, assignment, m_index.roleId(assignment->role)});
            ++number;
        }
    }

private:
    template <class F> void forEachOf(const CourseEntry &entry, const F &visit) const
    {
        if (m_kind == RowKind::Participants && !entry.isSite) {
            visit({&entry, nullptr, nullptr, "self", nullptr, 0});
            visit({&entry, nullptr, nullptr, "guest", nullptr, 0});
        }
        for (const Membership &member : entry.members) {
            if (m_kind == RowKind::Roles) {
                for (const qint64 role : member.roles)
                    visit({&entry, &member, nullptr, nullptr, nullptr, role});
                continue;
            }
            if (entry.isSite)
                continue;
            for (const Enrolment *enrolment : member.enrolments) {
                if (m_kind == RowKind::ActiveParticipants && !isActive(*enrolment, m_now))
                    continue;
                if (member.roles.empty())
                    visit({&entry, &member, enrolment, nullptr, nullptr, 0});
                for (const qint64 role : member.roles)
                    visit({&entry, &member, enrolment, nullptr, nullptr, role});
            }
        }
    }

    const Index &m_index;
    RowKind m_kind;
    Instant m_now;
    std::span<const qint64> m_before; ///< rows before each course, and all of courses
    std::vector<const RoleAssignment *> m_assignments;
};

} // namespace liaison::sandbox::moodle
