#include "core/sandbox/moodlereportrows.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

ReportRows::ReportRows(const Index &index, const Moodle &site, RowKind kind, Instant now)
    : m_index(index), m_kind(kind), m_now(now)
{
    RowCounts &counts = index.rowCounts(std::size_t(kind));
    const quint64 period = kind == RowKind::ActiveParticipants ? index.period(now) : 0;
    if (counts.before.empty() || counts.period != period) {
        counts.before.assign(1, 0);
        counts.period = period;
        for (const CourseEntry &entry : index.courses()) {
            qint64 rows = counts.before.back();
            forEachOf(entry, [&rows](const Row &) { ++rows; });
            counts.before.push_back(rows);
        }
    }
    m_before = counts.before;
    if (kind != RowKind::Roles)
        return;
    for (const RoleAssignment &assignment : site.roleAssignments) {
        const Person *person = index.person(assignment.person);
        if (person && !person->deleted && (assignment.category == 0 || index.category(assignment.category)))
            m_assignments.push_back(&assignment);
    }
}

} // namespace liaison::sandbox::moodle
