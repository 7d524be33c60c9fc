#pragma once

#include "core/sandbox/world.h"

#include <QHash>

namespace liaison::sandbox::chat {

/// Finds rooms, accounts and memberships of a world without walking it. Positions, not pointers: the world's vectors
/// grow. Pointers given out are good until the next change.
class Index
{
public:
    void build(Chat &chat);

    [[nodiscard]] Room *room(const QString &id) const;
    [[nodiscard]] Room *roomByName(const QString &name) const; ///< exact, as the server looks names up
    [[nodiscard]] ChatUser *user(const QString &id) const;
    [[nodiscard]] ChatUser *userByName(const QString &username) const; ///< in any case
    [[nodiscard]] ChatUser *userByEmail(const QString &email) const;   ///< in any case

    [[nodiscard]] RoomMember *member(Room &room, const QString &user) const;
    [[nodiscard]] const QStringList roomsOf(const QString &user) const { return m_roomsOf.value(user); }
    /// Every room in order of name, then id.
    [[nodiscard]] const std::vector<qsizetype> &byName() const;
    /// Every account in order of its user name.
    [[nodiscard]] const std::vector<qsizetype> &usersByName() const;
    /// Place of a room in `byName`.
    [[nodiscard]] qsizetype rank(const QString &room) const;

    void addUser(ChatUser user);
    void addRoom(Room room);
    void removeRoom(const QString &id);
    void renameRoom(Room &room, const QString &name);
    void addMember(Room &room, RoomMember member);
    void removeMember(Room &room, const QString &user);

private:
    void indexUser(qsizetype at);

    Chat *m_chat = nullptr;
    QHash<QString, qsizetype> m_rooms, m_roomNames, m_users, m_userNames, m_emails;
    QHash<QString, QStringList> m_roomsOf;
    mutable QHash<QString, QHash<QString, qsizetype>> m_members; ///< room -> user -> position; made when asked for
    mutable std::vector<qsizetype> m_byName;                     ///< empty = to be sorted again
    mutable std::vector<qsizetype> m_usersByName;                ///< likewise
    mutable QHash<QString, qsizetype> m_ranks;
};

} // namespace liaison::sandbox::chat
