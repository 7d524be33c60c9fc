#include "core/rocketchat/rights.h"

#include <algorithm>

namespace liaison::rocketchat {

Rights::Rights(chat::PermissionTable table, QStringList serverRoles)
    : m_table(std::move(table)), m_serverRoles(std::move(serverRoles))
{
}

bool Rights::held(const QString &permission, const chat::RoomRoles &inRoom) const
{
    const auto row = m_table.constFind(permission);
    if (row == m_table.cend())
        return false;
    return std::any_of(row->begin(), row->end(), [&](const QString &role) {
        return m_serverRoles.contains(role) || (inRoom.owner && role == QLatin1String("owner")) ||
               (inRoom.moderator && role == QLatin1String("moderator")) ||
               (inRoom.leader && role == QLatin1String("leader"));
    });
}

QStringList Rights::missing(Action action, chat::Access access, const chat::RoomRoles &inRoom) const
{
    const bool member = access == chat::Access::Member;
    QStringList needed;
    switch (action) {
    case Action::ListAllRooms:
        needed << QStringLiteral("view-room-administration");
        break;
    case Action::ReadServerRoles:
        needed << QStringLiteral("view-full-other-user-info");
        break;
    case Action::ReadRoomsOfAccount:
        needed << QStringLiteral("view-other-user-channels");
        break;
    case Action::Add: {
        const QString any = QStringLiteral("add-user-to-any-p-room");
        if (held(any, inRoom))
            break; // enough by itself, in our own rooms too
        needed << (member ? QStringLiteral("add-user-to-joined-room") : any);
        break;
    }
    case Action::Remove:
        needed << QStringLiteral("remove-user");
        if (!member)
            needed << QStringLiteral("kick-user-from-any-p-room");
        break;
    case Action::SetModerator:
        needed << QStringLiteral("set-moderator");
        break;
    case Action::Archive:
        needed << QStringLiteral("archive-room");
        break;
    case Action::Unarchive:
        needed << QStringLiteral("unarchive-room");
        break;
    case Action::SetRetention:
        needed << QStringLiteral("edit-room") << QStringLiteral("edit-room-retention-policy");
        break;
    }
    needed.erase(std::remove_if(needed.begin(), needed.end(),
                                [&](const QString &permission) { return held(permission, inRoom); }),
                 needed.end());
    return needed;
}

} // namespace liaison::rocketchat
