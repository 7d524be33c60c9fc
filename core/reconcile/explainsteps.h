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

/// The steps, in the order of design section 8's list; what no question leads to is left out.
[[nodiscard]] std::vector<ExplainStep> stepsOf(const Explained &e, const Explanation &conclusion);

} // namespace liaison
