#include "core/sandbox/chatindex.h"

#include <algorithm>
#include <numeric>

namespace liaison::sandbox::chat {

namespace {

std::size_t at(qsizetype i)
{
    return static_cast<std::size_t>(i);
}

} // namespace

void Index::build(Chat &chat)
{
    *this = {};
    m_chat = &chat;
    m_users.reserve(static_cast<qsizetype>(chat.users.size()));
    for (qsizetype i = 0; i < static_cast<qsizetype>(chat.users.size()); ++i)
        indexUser(i);
    m_rooms.reserve(static_cast<qsizetype>(chat.rooms.size()));
    for (qsizetype i = 0; i < static_cast<qsizetype>(chat.rooms.size()); ++i) {
        const Room &r = chat.rooms[at(i)];
        m_rooms.insert(r.id, i);
        m_roomNames.insert(r.name, i);
        for (const RoomMember &m : r.members)
            m_roomsOf[m.user].append(r.id);
    }
}

void Index::indexUser(qsizetype i)
{
    const ChatUser &u = m_chat->users[at(i)];
    m_users.insert(u.id, i);
    m_userNames.insert(u.username.toCaseFolded(), i);
    if (!u.email.isEmpty())
        m_emails.insert(u.email.toCaseFolded(), i);
}

Room *Index::room(const QString &id) const
{
    const auto it = m_rooms.constFind(id);
    return it == m_rooms.constEnd() ? nullptr : &m_chat->rooms[at(*it)];
}

Room *Index::roomByName(const QString &name) const
{
    const auto it = m_roomNames.constFind(name);
    return it == m_roomNames.constEnd() ? nullptr : &m_chat->rooms[at(*it)];
}

ChatUser *Index::user(const QString &id) const
{
    const auto it = m_users.constFind(id);
    return it == m_users.constEnd() ? nullptr : &m_chat->users[at(*it)];
}

ChatUser *Index::userByName(const QString &username) const
{
    const auto it = m_userNames.constFind(username.toCaseFolded());
    return it == m_userNames.constEnd() ? nullptr : &m_chat->users[at(*it)];
}

ChatUser *Index::userByEmail(const QString &email) const
{
    const auto it = m_emails.constFind(email.toCaseFolded());
    return it == m_emails.constEnd() ? nullptr : &m_chat->users[at(*it)];
}

RoomMember *Index::member(Room &room, const QString &user) const
{
    auto it = m_members.find(room.id);
    if (it == m_members.end() && room.members.size() <= 200) { // looked at once or twice: not worth a table
        const auto found = std::find_if(room.members.begin(), room.members.end(),
                                        [&user](const RoomMember &m) { return m.user == user; });
        return found == room.members.end() ? nullptr : &*found;
    }
    if (it == m_members.end()) {
        it = m_members.insert(room.id, {});
        it->reserve(static_cast<qsizetype>(room.members.size()));
        for (qsizetype i = 0; i < static_cast<qsizetype>(room.members.size()); ++i)
            it->insert(room.members[at(i)].user, i);
    }
    const auto found = it->constFind(user);
    return found == it->constEnd() ? nullptr : &room.members[at(*found)];
}

const std::vector<qsizetype> &Index::byName() const
{
    if (m_byName.empty() && !m_chat->rooms.empty()) {
        const auto &rooms = m_chat->rooms;
        m_byName.resize(rooms.size());
        std::iota(m_byName.begin(), m_byName.end(), qsizetype{0});
        std::sort(m_byName.begin(), m_byName.end(), [&rooms](qsizetype a, qsizetype b) {
            const int c = rooms[at(a)].name.compare(rooms[at(b)].name);
            return c != 0 ? c < 0 : rooms[at(a)].id < rooms[at(b)].id;
        });
        m_ranks.clear();
        for (qsizetype i = 0; i < static_cast<qsizetype>(m_byName.size()); ++i)
            m_ranks.insert(rooms[at(m_byName[at(i)])].id, i);
    }
    return m_byName;
}

const std::vector<qsizetype> &Index::usersByName() const
{
    if (m_usersByName.size() != m_chat->users.size()) {
        const auto &users = m_chat->users;
        m_usersByName.resize(users.size());
        std::iota(m_usersByName.begin(), m_usersByName.end(), qsizetype{0});
        std::sort(m_usersByName.begin(), m_usersByName.end(), [&users](qsizetype a, qsizetype b) {
            return users[at(a)].username.compare(users[at(b)].username) < 0;
        });
    }
    return m_usersByName;
}

qsizetype Index::rank(const QString &room) const
{
    static_cast<void>(byName());
    return m_ranks.value(room, -1);
}

void Index::addUser(ChatUser user)
{
    m_chat->users.push_back(std::move(user));
    indexUser(static_cast<qsizetype>(m_chat->users.size()) - 1);
}

void Index::addRoom(Room room)
{
    const auto i = static_cast<qsizetype>(m_chat->rooms.size());
    m_rooms.insert(room.id, i);
    m_roomNames.insert(room.name, i);
    for (const RoomMember &m : room.members)
        m_roomsOf[m.user].append(room.id);
    m_chat->rooms.push_back(std::move(room));
    m_byName.clear();
}

void Index::removeRoom(const QString &id)
{
    auto &rooms = m_chat->rooms;
    rooms.erase(std::remove_if(rooms.begin(), rooms.end(), [&id](const Room &r) { return r.id == id; }), rooms.end());
    build(*m_chat); // positions moved; deletions are rare
}

void Index::renameRoom(Room &room, const QString &name)
{
    const qsizetype i = m_rooms.value(room.id);
    m_roomNames.remove(room.name);
    room.name = name;
    m_roomNames.insert(name, i);
    m_byName.clear();
}

void Index::addMember(Room &room, RoomMember member)
{
    m_roomsOf[member.user].append(room.id);
    if (const auto it = m_members.find(room.id); it != m_members.end())
        it->insert(member.user, static_cast<qsizetype>(room.members.size()));
    room.members.push_back(std::move(member));
}

void Index::removeMember(Room &room, const QString &user)
{
    auto &list = room.members;
    list.erase(std::remove_if(list.begin(), list.end(), [&user](const RoomMember &m) { return m.user == user; }),
               list.end());
    m_members.remove(room.id);
    m_roomsOf[user].removeAll(room.id);
}

} // namespace liaison::sandbox::chat
