#pragma once

#include "core/model/policy.h"
#include "core/reconcile/identity.h"

#include <vector>

namespace liaison {

struct ExpectedPerson
{
    PersonIx person;
    AccountIx account; ///< invalid: none, or not known
    MemberRole role = MemberRole::Member;
};

/// Who one link alone expects in its room; nothing when its enrolments are not completely known. What the store keeps
/// as evidence (design 6.8).
[[nodiscard]] std::vector<ExpectedPerson> expectedOf(const Snapshot &snapshot, const Policy &policy,
                                                     const IdentityMap &identity, LinkIx link);

} // namespace liaison
