#pragma once

#include "core/model/policy.h"
#include "core/model/snapshot.h"

#include <vector>

namespace liaison {

/// What the identity rule says of one Moodle person (design section 5, *Identity rule*). Judged once per person.
struct PersonAccount
{
    enum class State : quint8 {
        Found,       ///< `account` is theirs
        Absent,      ///< looked up: there is no such account
        NotLookedUp, ///< nobody has asked the chat server yet
        Failed,      ///< the look-up failed, or the rule needs a value that could not be read
        Conflict     ///< two people of one site on one account, or one person on two
    };
    State state = State::NotLookedUp;
    AccountIx account;
    QString login; ///< what the rule asks for, in the server's case-insensitive sense; empty when it asks for nothing
    quint32 sameAs =
        PersonIx::none; ///< with Absent: one PersonIx for all who would get this account, whatever the site
};

struct IdentityMap
{
    std::vector<PersonAccount> byPerson; ///< by PersonIx
};

[[nodiscard]] IdentityMap identify(const Snapshot &snapshot, const Policy &policy);

/// The chat login the rule asks for; empty where the person lacks the value it is made from. Pure.
[[nodiscard]] QString loginFor(const Person &person, const Identity &identity);

} // namespace liaison
