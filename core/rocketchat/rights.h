#pragma once

#include "core/chat/values.h"

/// Rights are read, not tried (design 4.1): permissions.listAll with our server roles and, per room, our room roles.
namespace liaison::rocketchat {

/// What the product does with a room or the server, as far as Rocket.Chat asks a permission for it.
enum class Action {
    ListAllRooms,
    ReadServerRoles, ///< without it nobody can be shown to be unprotected, and nobody can be removed
    ReadRoomsOfAccount,
    Add,
    Remove,
    SetModerator,
    Archive,
    Unarchive,
    SetRetention
};

class Rights
{
public:
    Rights(chat::PermissionTable table, QStringList serverRoles);

    /// Owner or moderator of the room concerned count like server roles (contract section 4). A permission that this
    /// server does not have is held by nobody.
    [[nodiscard]] bool held(const QString &permission, const chat::RoomRoles &inRoom = {}) const;

    /// The permissions that are missing for it, in the order in which they should be asked for; empty = it may be done.
    /// Only permissions: that a change of roles or of the archived state needs membership is the caller's knowledge.
    [[nodiscard]] QStringList missing(Action action, chat::Access access = chat::Access::Member,
                                      const chat::RoomRoles &inRoom = {}) const;

    /// Server roles that hold the permission: for the sheet of grants to ask for.
    [[nodiscard]] QStringList holders(const QString &permission) const { return m_table.value(permission); }

private:
    chat::PermissionTable m_table;
    QStringList m_serverRoles;
};

} // namespace liaison::rocketchat
