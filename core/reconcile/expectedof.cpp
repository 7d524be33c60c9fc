#include "core/reconcile/expectedof.h"

#include "core/reconcile/expected.h"

namespace liaison {

std::vector<ExpectedPerson> expectedOf(const Snapshot &s, const Policy &policy, const IdentityMap &identity, LinkIx ix)
{
    std::vector<ExpectedPerson> people;
    const Link &link = s.links[ix.value];
    const Course &course = s.courses[link.course.value];
    if (link.unknown || !course.enrolments.isKnown() || course.enrolments.proof() == Proof::Uncounted)
        return people;
    const LinkMapping mapping = mappingOf(s, link, policy);
    const Rows rows = course.enrolments.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
        const Judgement judged = judge(s, course, row, mapping, policy);
        if (judged.standing < Standing::Member)
            continue;
        const PersonIx person(s.enrolments.person[row]);
        const PersonAccount &account = identity.byPerson[person.value];
        people.push_back({person, account.state == PersonAccount::State::Found ? account.account : AccountIx(),
                          judged.standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member});
    }
    return people;
}

} // namespace liaison
