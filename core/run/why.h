#pragma once

#include "core/run/findperson.h"
#include "core/run/observe.h"

namespace liaison {

struct WhyAnswer
{
    Observed observed;
    Diff diff;
    /// One a link of the course, in the order of links.
    std::vector<Explanation> all;
    size_t chosen = 0; ///< the room that was named, else the first where something is not as it should be
    [[nodiscard]] const Explanation &explanation() const { return all[chosen]; }
};

/// Why one person is or is not in the room of one course (design section 8, `why`). Reads that course and the rooms of
/// its links, that person's accounts, and the room's timeline only where the policy has it on and it can say more.
/// Errors: those of survey, chooseCourse, findPerson and observe. Blocking.
[[nodiscard]] Result<WhyAnswer> why(Servers &servers, const Profile &profile, store::Memory &memory,
                                    const QString &person, const QString &course, const ProgressSink &progress,
                                    const net::CancelToken &cancel);

struct PersonAnswer
{
    Observed observed;
    Diff diff;
    std::vector<Subject> subjects;  ///< one a site; the same human
    std::vector<Explanation> rooms; ///< in the order of links: those that have to do with this person
    /// What kept some room from being known about; empty: these are all.
    std::vector<UnknownBecause> gaps;
    /// Moodle did not tell courses where an enrolment is suspended or out of its dates: such a room may be missing
    /// here.
    bool inactiveMayMiss = false;
};

/// All rooms of a person. Reads only the courses and rooms that the servers, or the memory, connect with them.
[[nodiscard]] Result<PersonAnswer> roomsOfPerson(Servers &servers, const Profile &profile, store::Memory &memory,
                                                 const QString &person, const ProgressSink &progress,
                                                 const net::CancelToken &cancel);

/// The subject among these that one link is about: the one of its site, else the first.
[[nodiscard]] const Subject &subjectFor(const std::vector<Subject> &subjects, const Snapshot &snapshot,
                                        const Link &link);
/// The one to tell first: where something is unknown or not as it should be.
[[nodiscard]] bool isTrouble(const Explanation &explanation);

/// Reads the room's timeline and explains again, where that can tell more.
void addTimeline(Servers &servers, const Survey &survey, const ExplainInput &input, const Subject &subject,
                 Explanation &explanation, const net::CancelToken &cancel);

} // namespace liaison
