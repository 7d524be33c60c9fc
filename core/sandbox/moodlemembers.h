#pragma once

#include "core/sandbox/moodlecall.h"

/// Members of a course as the calls of enrolment tell them.
namespace liaison::sandbox::moodle {

/// The fields that the account may see and wants: what it may not see is left out without a word (contract section 3).
struct Shown
{
    Shown(const Call &call, const QStringList &fields);

    bool username, firstname, lastname, email, department, idnumber, groups, roles, courses;
    QByteArray same;         ///< fields that nobody differs in
    Texts *people = nullptr; ///< where what these fields say of a person is kept
};

/// Courses in which somebody is active now, in the order of the site.
class EnrolledCourses
{
public:
    explicit EnrolledCourses(const Call &call) : m_call(call), m_period(call.index.period(call.now)) {}

    template <class F> void forEach(int who, const F &visit) const
    {
        const bool all = m_call.index.held().viewCourses && m_call.index.held().hiddenCourses;
        const std::vector<CourseEntry> &courses = m_call.index.courses();
        for (const Place &place : m_call.index.placesOf(who)) {
            if (m_call.index.isActive(place, who, m_call.now, m_period) &&
                (all || mayEnter(m_call, courses[place.course])))
                visit(place.course);
        }
    }

private:
    const Call &m_call;
    quint64 m_period;
};

/// Asks the memory for what `writeUser` needs of somebody soon.
void fetch(const Call &call, const Membership &member, const Shown &shown);
void writeUser(const Call &call, Writer &out, const CourseEntry &entry, const Membership &member, const Shown &shown,
               const EnrolledCourses &enrolled);

} // namespace liaison::sandbox::moodle
