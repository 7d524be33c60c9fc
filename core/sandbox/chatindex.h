#pragma once

#include "core/sandbox/world.h"

#include <QHash>
#include <span>

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
    /// Of an account. Ids, in the order of joining as far as it is known.
    [[nodiscard]] QStringList roomsOf(const QString &user) const;
    /// Where in `Chat::rooms` one of them is.
    [[nodiscard]] std::size_t placeOf(const Room &room) const
    {
        return static_cast<std::size_t>(&room - m_chat->rooms.data());
    }
    /// Where in `Chat::users` the members of a room are, in their order; `nobody`: there is no such account.
    [[nodiscard]] std::span<const std::uint32_t> accountsOf(const Room &room) const
    {
        return m_accountsOf[placeOf(room)];
    }
    static constexpr std::uint32_t nobody = 0xFFFFFFFF;
    /// Every room in order of name, then id.
    [[nodiscard]] const std::vector<qsizetype> &byName() const;
    /// Every account in order of its user name.
    [[nodiscard]] const std::vector<qsizetype> &usersByName() const;
    /// Place of a room in `byName`.
    [[nodiscard]] qsizetype rank(const QString &room) const;

    /// From now on whoever is given a room may change it, or nobody does. A room is changed in place by a dozen calls:
    /// that it was given to one of them is what can be known for sure.
    void setWriting(bool writing) { m_writing = writing; }
    /// Another number whenever the room in that place may have changed.
    [[nodiscard]] quint64 roomChanges(std::size_t place) const { return m_roomChanges[place]; }

    void addUser(ChatUser user);
    void addRoom(Room room);
    void removeRoom(const QString &id);
    void renameRoom(Room &room, const QString &name);
    void addMember(Room &room, RoomMember member);
    void removeMember(Room &room, const QString &user);

private:
    void indexUser(qsizetype at);
    void indexMembers(const Room &room);
    [[nodiscard]] Room *given(qsizetype room) const;
    [[nodiscard]] std::uint32_t accountOf(const QString &user) const;

    Chat *m_chat = nullptr;
    QHash<QString, qsizetype> m_rooms, m_roomNames, m_users, m_userNames, m_emails;
    std::vector<std::vector<std::uint32_t>> m_roomsOf;    ///< of each account, by its place
    std::vector<std::vector<std::uint32_t>> m_accountsOf; ///< of each room: its members' places
    mutable std::vector<quint64> m_roomChanges;           ///< of each room
    mutable quint64 m_changes = 0;                        ///< counts them, and never goes back
    bool m_writing = false;
    mutable std::vector<qsizetype> m_byName;      ///< empty = to be sorted again
    mutable std::vector<qsizetype> m_usersByName; ///< likewise
    mutable QHash<QString, qsizetype> m_ranks;
};

} // namespace liaison::sandbox::chat
