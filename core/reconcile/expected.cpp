#include "core/reconcile/expected.h"

#include <algorithm>

namespace liaison {
namespace {

/// What a treatment makes of somebody who is in the state it is about; not knowing leaves people as they are.
Standing treat(Tri inState, Treatment treatment, Standing expected)
{
    if (treatment == Treatment::Expected || inState == Tri::No)
        return expected;
    if (inState == Tri::NotKnown || treatment == Treatment::Keep)
        return Standing::Keep;
    return Standing::NotExpected;
}

Tri negated(Tri t)
{
    return t == Tri::Yes ? Tri::No : t == Tri::No ? Tri::Yes : Tri::NotKnown;
}

} // namespace

Judgement judge(const Snapshot &s, const Course &course, quint32 row, const LinkMapping &mapping, const Policy &policy)
{
    const EnrolmentColumns &c = s.enrolments;
    const Person &person = s.people[c.person[row]];
    if (person.gone)
        return {Standing::NotExpected, Cause::MoodleAccountGone};

    const quint8 level = std::max(mapping.levelOfSet[c.roles[row]], mapping.levelOfSet[c.inherited[row]]);
    if (level == 0) {
        return course.inheritedRolesKnown ? Judgement{Standing::NotExpected, Cause::UnmappedRole}
                                          : Judgement{Standing::RoleNotKnown, Cause::NotKnown, true};
    }
    const Standing expected = level == 2 ? Standing::Moderator : Standing::Member;
    if (expected == Standing::Member && course.groupMembers && course.groupMembers->isKnown() &&
        !course.groupMembers->value().contains(c.person[row])) {
        if (!course.inheritedRolesKnown) // groups restrict members only, and this may be a moderator
            return {Standing::RoleNotKnown, Cause::NotKnown, true};
        return {Standing::NotExpected, Cause::NotInGroup};
    }

    const Standing byEnrolment = treat(negated(static_cast<Tri>(c.active[row])), policy.inactive(), expected);
    const Standing byAccount = treat(static_cast<Tri>(c.suspended[row]), policy.suspended(), expected);
    const Standing both = std::min(byEnrolment, byAccount);
    return {both, both == Standing::NotExpected ? Cause::Suspended : Cause::NotKnown,
            both == Standing::Keep && expected == Standing::Moderator,
            expected == Standing::Member && both != Standing::NotExpected && !course.inheritedRolesKnown};
}

} // namespace liaison
