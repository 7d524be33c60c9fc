#pragma once

#include "core/sandbox/world.h"

namespace liaison::sandbox::chat {

/// Who holds what: the shipped table, with the world's grants laid over it (design 7, defaults of a world).
class Permissions
{
public:
    void load(const Chat &chat);

    /// A right is held through server roles or through roles in the room.
    [[nodiscard]] bool held(const QString &permission, const QStringList &serverRoles,
                            const QStringList &roomRoles = {}) const;
    [[nodiscard]] const std::map<QString, QStringList> &all() const { return m_holders; }

private:
    std::map<QString, QStringList> m_holders;
};

} // namespace liaison::sandbox::chat
