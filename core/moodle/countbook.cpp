#include "core/moodle/countbook.h"

#include <utility>

namespace liaison::moodle {

void CountBook::keep(qint64 person, const std::vector<UserCourse> &courses)
{
    const std::lock_guard lock(m_mutex);
    if (!m_answered.insert(person).second) // asked again: what the person left since is not believed any more
        std::erase_if(m_counts, [&](const auto &entry) { return entry.second.person == person; });
    for (const UserCourse &c : courses) {
        if (c.enrolledUserCount)
            m_counts[c.course] = {*c.enrolledUserCount, person};
    }
}

std::optional<CountBook::Count> CountBook::countOf(qint64 course) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_counts.find(course);
    return it == m_counts.end() ? std::nullopt : std::optional(it->second);
}

bool CountBook::hasAnswered(qint64 person) const
{
    const std::lock_guard lock(m_mutex);
    return m_answered.contains(person);
}

bool CountBook::doubtsEmptyAnswer()
{
    const std::lock_guard lock(m_mutex);
    return !std::exchange(m_emptyDoubted, true);
}

void CountBook::giveUp(const Error &why)
{
    const std::lock_guard lock(m_mutex);
    m_gaveUp = why;
}

std::optional<Error> CountBook::gaveUp() const
{
    const std::lock_guard lock(m_mutex);
    return m_gaveUp;
}

} // namespace liaison::moodle
