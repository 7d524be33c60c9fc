#pragma once

#include "core/base/result.h"
#include "core/moodle/facts.h"

#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace liaison::moodle {

/// Answers of core_enrol_get_users_courses, shared between the courses of one observation: one teacher's answer counts
/// all of that teacher's courses. Thread-safe; two threads may ask about one person at the same time, the later answer
/// stays. One book an observation: counts age.
class CountBook
{
public:
    struct Count
    {
        qint64 value = 0;
        qint64 person = 0; ///< whose answer it was: actively enrolled in that course
    };

    void keep(qint64 person, const std::vector<UserCourse> &courses);
    [[nodiscard]] std::optional<Count> countOf(qint64 course) const;
    /// Already answered: asking again brings nothing about a course that is not in the book.
    [[nodiscard]] bool hasAnswered(qint64 person) const;

    /// True the first time: an answer without any course is then asked for once more.
    [[nodiscard]] bool doubtsEmptyAnswer();

    /// The function is not there or not allowed: nobody needs to ask again in this observation.
    void giveUp(const Error &why);
    [[nodiscard]] std::optional<Error> gaveUp() const;

private:
    mutable std::mutex m_mutex;
    std::unordered_map<qint64, Count> m_counts;
    std::unordered_set<qint64> m_answered;
    std::optional<Error> m_gaveUp;
    bool m_emptyDoubted = false;
};

} // namespace liaison::moodle
