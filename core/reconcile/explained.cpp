#include "core/reconcile/explained.h"

#include "core/reconcile/protection.h"

#include <algorithm>

namespace liaison {
namespace {

using State = PersonAccount::State;

/// People whom the rule leads to the same account that nobody has are one person to the comparison.
quint32 keyOf(const IdentityMap &identity, quint32 person)
{
    const quint32 same = identity.byPerson[person].sameAs;
    return same != PersonIx::none ? same : person;
}

} // namespace

const Account *accountOf(const Explained &e)
{
    if (e.own && e.own->state == State::Found)
        return &e.s.accounts[e.own->account.value];
    if (e.subject.account.isValid())
        return &e.s.accounts[e.subject.account.value];
    return e.subject.chat.state == Lookup<Account>::State::Found ? &e.subject.chat.value : nullptr;
}

std::vector<LinkIx> linksOf(const Snapshot &s, RoomIx room)
{
    std::vector<LinkIx> links;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        if (const auto *ix = std::get_if<RoomIx>(&s.links[i].room); ix && *ix == room)
            links.push_back(LinkIx(i));
    }
    return links;
}

PersonIx personBehind(const Snapshot &s, const IdentityMap &identity, const std::vector<LinkIx> &links,
                      AccountIx account)
{
    PersonIx found;
    for (LinkIx ix : links) {
        const Course &course = s.courses[s.links[ix.value].course.value];
        if (s.links[ix.value].unknown || !course.enrolments.isKnown())
            continue;
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const PersonIx person(s.enrolments.person[row]);
            const PersonAccount &own = identity.byPerson[person.value];
            if (own.state == State::Found && own.account == account &&
                (!found.isValid() || s.people[person.value].id < s.people[found.value].id))
                found = person;
        }
    }
    return found;
}

const PersonRow *rowOf(const std::vector<PersonRow> &people, const IdentityMap &identity, PersonIx person,
                       AccountIx account)
{
    for (const PersonRow &row : people) {
        if (account.isValid() ? row.account == account
                              : !row.account.isValid() && row.who.isValid() && person.isValid() &&
                                    keyOf(identity, row.who.value) == keyOf(identity, person.value))
            return &row;
    }
    return nullptr;
}

void findEnrolment(Explained &e, const std::vector<LinkIx> &links, LinkIx own)
{
    std::vector<LinkIx> order{own};
    std::copy_if(links.begin(), links.end(), std::back_inserter(order), [&](LinkIx l) { return l != own; });
    for (LinkIx ix : order) {
        const Link &link = e.s.links[ix.value];
        const Course &course = e.s.courses[link.course.value];
        if (link.unknown || !course.enrolments.isKnown()) {
            e.allListsKnown = false;
            continue;
        }
        e.allListsCounted = e.allListsCounted && course.enrolments.proof() != Proof::Uncounted;
        if (!e.subject.person.isValid())
            continue;
        const Rows rows = course.enrolments.value();
        const LinkMapping mapping = mappingOf(e.s, link, e.policy);
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const quint32 who = e.s.enrolments.person[row];
            if (who != e.subject.person.value)
                continue;
            const Judgement judged = judge(e.s, course, row, mapping, e.policy);
            if (!e.row || judged.standing > e.judged.standing) {
                e.row = row;
                e.through = &link;
                e.judged = judged;
            }
        }
    }
}

void findMember(Explained &e, AccountIx account)
{
    if (!e.room || !e.room->members.isKnown() || !account.isValid())
        return;
    const Rows rows = e.room->members.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
        if (e.s.members.account[row] == account.value)
            e.memberRow = row;
    }
}

} // namespace liaison
