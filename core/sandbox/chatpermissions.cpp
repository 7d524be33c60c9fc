#include "core/sandbox/chatpermissions.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

struct Shipped
{
    const char *permission;
    const char *roles;
};

/// Default holders: contract sections 0.2, 3, 4, 6, 7 and, for what it does not name, the server's own defaults.
constexpr Shipped shippedTable[] = {
    {"access-permissions", "admin"},
    {"access-setting-permissions", "admin"},
    {"add-all-to-room", "admin"},
    {"add-user-to-any-c-room", "admin"},
    {"add-user-to-any-p-room", ""},
    {"add-user-to-joined-room", "admin owner moderator"},
    {"api-bypass-rate-limit", "admin bot app"},
    {"archive-room", "admin owner"},
    {"assign-admin-role", "admin"},
    {"assign-roles", "admin"},
    {"clean-channel-history", "admin"},
    {"create-c", "admin user bot app"},
    {"create-d", "admin user bot app"},
    {"create-p", "admin user bot app"},
    {"create-personal-access-tokens", "admin user"},
    {"create-user", "admin"},
    {"delete-p", "admin owner"},
    {"delete-user", "admin"},
    {"edit-other-user-active-status", "admin"},
    {"edit-other-user-info", "admin"},
    {"edit-privileged-setting", "admin"},
    {"edit-room", "admin owner moderator"},
    {"edit-room-retention-policy", "admin"},
    {"kick-user-from-any-c-room", "admin"},
    {"kick-user-from-any-p-room", ""},
    {"leave-p", "admin user bot anonymous app"},
    {"mail-messages", "admin"},
    {"message-impersonate", "bot app"},
    {"mute-user", "admin owner moderator"},
    {"post-readonly", "admin owner moderator"},
    {"remove-user", "admin owner moderator"},
    {"set-leader", "admin owner"},
    {"set-moderator", "admin owner"},
    {"set-owner", "admin owner"},
    {"set-readonly", "admin owner"},
    {"toggle-room-e2e-encryption", "owner admin"},
    {"unarchive-room", "admin"},
    {"view-broadcast-member-list", "admin owner moderator"},
    {"view-d-room", "admin user bot app guest"},
    {"view-full-other-user-info", "admin"},
    {"view-joined-room", "guest bot app anonymous"},
    {"view-other-user-channels", "admin"},
    {"view-outside-room", "admin owner moderator user"},
    {"view-p-room", "admin user anonymous guest"},
    {"view-privileged-setting", "admin"},
    {"view-room-administration", "admin"},
    {"view-statistics", "admin"},
    {"view-user-administration", "admin"},
};

/// What the sandbox's API account needs to show the whole product; only where the world says nothing about grants.
constexpr const char *botExtras[] = {"view-room-administration", "view-full-other-user-info",
                                     "view-other-user-channels", "edit-room-retention-policy", "unarchive-room"};

} // namespace

void Permissions::load(const Chat &chat)
{
    m_holders.clear();
    for (const Shipped &s : shippedTable)
        m_holders[QString::fromLatin1(s.permission)] = QString::fromLatin1(s.roles).split(u' ', Qt::SkipEmptyParts);
    if (!chat.grants) {
        for (const char *p : botExtras)
            m_holders[QString::fromLatin1(p)].append(QStringLiteral("bot"));
        return;
    }
    for (const auto &[permission, roles] : *chat.grants)
        m_holders[permission] = roles;
}

bool Permissions::held(const QString &permission, const QStringList &serverRoles, const QStringList &roomRoles) const
{
    const auto it = m_holders.find(permission);
    if (it == m_holders.end())
        return false;
    const auto holds = [&it](const QString &role) { return it->second.contains(role); };
    return std::any_of(serverRoles.begin(), serverRoles.end(), holds) ||
           std::any_of(roomRoles.begin(), roomRoles.end(), holds);
}

} // namespace liaison::sandbox::chat
