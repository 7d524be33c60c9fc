#pragma once

#include "core/model/codes.h"
#include "core/reconcile/rolemapping.h"

namespace liaison {

/// What the policy says of one enrolled person in one course, in rising order of what wins when a person comes by
/// several links of a room (union over the links, moderator wins: design section 3).
enum class Standing : quint8 {
    NotExpected,  ///< enrolled, but inactive, without mapped role, outside the groups, or gone
    RoleNotKnown, ///< may hold an inherited role that this source does not show: neither expected nor removable
    Keep,         ///< the policy leaves this person as they are
    Member,
    Moderator
};

struct Judgement
{
    Standing standing = Standing::NotExpected;
    Cause cause = Cause::NotKnown; ///< why not expected
    bool mayModerate = false;      ///< neither expected nor excluded as moderator: no demotion because of another link
    bool mayInherit = false;       ///< member, and a role that this source does not show may make a moderator of them
};

/// `row` is an absolute row of the enrolment columns, of `course`.
[[nodiscard]] Judgement judge(const Snapshot &snapshot, const Course &course, quint32 row, const LinkMapping &mapping,
                              const Policy &policy);

} // namespace liaison
