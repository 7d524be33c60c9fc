#pragma once

#include "core/run/campus.h"

#include <functional>

namespace liaison {

/// A room of a link as far as our rights over it go.
struct OwnRoom
{
    Access access = Access::None;
    bool rolesKnown = false;
    quint8 roles = RoomMember; ///< RoomRoleFlag bits of the account we are
};

/// What readings tell of a right where the server does not list rights to us (core/run/probes.h).
using Probed = std::function<std::optional<bool>(const QString &right)>;

/// The rights of our chat account, by feature, over these rooms: design 4.1. `grants` nullopt: not told; then `probed`
/// is asked, where there is one.
[[nodiscard]] std::vector<RightRow> chatRights(const std::optional<Grants> &grants, const std::vector<OwnRoom> &rooms,
                                               bool createsRooms, bool createsAccounts, const Probed &probed = {});

} // namespace liaison
