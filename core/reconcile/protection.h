#pragma once

#include "core/model/policy.h"
#include "core/model/snapshot.h"

namespace liaison {

/// Design rule 5: API accounts, owners, bots, server administrators and named exclusions are never in a step.
enum class Protection : quint8 {
    None,
    ApiAccount, ///< not even counted among the members
    Protected,
    NotKnown ///< the server does not tell its server roles: not removable
};

[[nodiscard]] bool isApiAccount(const Snapshot &snapshot, const Account &account);
[[nodiscard]] Protection protectionOf(const Snapshot &snapshot, const Account &account, quint8 roomRoles,
                                      const Policy &policy);

} // namespace liaison
