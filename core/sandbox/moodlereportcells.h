#pragma once

#include "core/sandbox/moodlecall.h"
#include "core/sandbox/moodlereportrows.h"

namespace liaison::sandbox::moodle {

/// Writes rows of one report. Cells that are the same in every row about the same thing are written once: those of a
/// page are mostly copied.
class ReportCells
{
public:
    /// `roles`: else participants.
    ReportCells(const Call &call, const Report &report, bool roles);

    /// A title of the world renames a column; an empty one takes it away.
    [[nodiscard]] const List &headers() const { return m_headers; }
    void write(Writer &out, const Row &row);
    /// Asks the memory for what a row needs soon.
    void fetch(const Row &row) const;
    /// What rows say of people and courses, before somebody asks.
    void writeAhead();

private:
    enum class About { Course, Person, Enrolment, Role };
    struct Group ///< of columns that are about the same thing
    {
        About about;
        std::vector<std::size_t> shown; ///< columns
        Texts *kept;                    ///< of people and courses, unless that would be too much
        struct Written
        {
            Row of;
            QByteArray text;
        };
        std::vector<Written> written; ///< lately
        std::size_t last = 0;         ///< which of them the row before has
    };

    [[nodiscard]] static bool isSame(About about, const Row &a, const Row &b);
    [[nodiscard]] QByteArrayView textOf(Group &group, const Row &row);

    const Call &m_call;
    bool m_roles;
    List m_headers;
    std::vector<Group> m_groups;
};

} // namespace liaison::sandbox::moodle
