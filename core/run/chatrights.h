#pragma once

#include "core/run/campus.h"

namespace liaison {

/// A room of a link as far as our rights over it go.
struct OwnRoom
{
    Access access = Access::None;
    bool rolesKnown = false;
    quint8 roles = RoomMember; ///< RoomRoleFlag bits of the account we are
};

/// The rights of our chat account, by feature, over these rooms: design 4.1. `grants` nullopt: not told.
[[nodiscard]] std::vector<RightRow> chatRights(const std::optional<Grants> &grants, const std::vector<OwnRoom> &rooms,
                                               bool createsRooms, bool createsAccounts);

} // namespace liaison
