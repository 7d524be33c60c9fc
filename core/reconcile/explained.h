#pragma once

#include "core/reconcile/explain.h"
#include "core/reconcile/roomdiff.h"

namespace liaison {

/// Everything known about one person in one room, gathered once; private to `explain`.
struct Explained
{
    const ExplainInput &in;
    const Snapshot &s;
    const Policy &policy;
    const Link &link;
    const Course &course;
    const Room *room = nullptr;
    const RoomDiff *compared = nullptr;
    const IdentityMap &identity;
    const Subject &subject;
    const PersonAccount *own = nullptr; ///< what the identity rule says of the person; nullptr: not in the snapshot
    std::optional<quint32> row;         ///< of the enrolment columns
    const Link *through = nullptr;      ///< the link of the room that enrols the person; nullptr: none does
    Judgement judged;                   ///< with `row`
    const PersonRow *difference = nullptr;
    std::optional<quint32> memberRow;
    const PastExpected *past = nullptr;
    QString otherAccount; ///< login of the account that probably is theirs
    bool allListsKnown = true;
    bool allListsCounted = true;
};

[[nodiscard]] const Account *accountOf(const Explained &e);

/// Every link that leads to this room.
[[nodiscard]] std::vector<LinkIx> linksOf(const Snapshot &s, RoomIx room);

/// The enrolled person of this room whose account that is; by the lowest id where several are.
[[nodiscard]] PersonIx personBehind(const Snapshot &s, const IdentityMap &identity, const std::vector<LinkIx> &links,
                                    AccountIx account);

/// What the comparison says of the person, or of the account where it is valid; nullptr: nothing.
[[nodiscard]] const PersonRow *rowOf(const std::vector<PersonRow> &people, const IdentityMap &identity, PersonIx person,
                                     AccountIx account);

/// Through which link of the room the person is enrolled: the one that gives the best place, `own` first among equals.
/// Fills `row`, `through`, `judged` and whether all lists are known and counted.
void findEnrolment(Explained &e, const std::vector<LinkIx> &links, LinkIx own);

/// Fills `memberRow`.
void findMember(Explained &e, AccountIx account);

} // namespace liaison
