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
    const quint64 changes = m_changes + 1;
    const bool writing = m_writing;
    *this = {};
    m_chat = &chat;
    m_changes = changes;
    m_writing = writing;
    m_roomsOf.reserve(chat.users.size());
    m_accountsOf.reserve(chat.rooms.size());
    m_roomChanges.reserve(chat.rooms.size());
    m_users.reserve(static_cast<qsizetype>(chat.users.size()));
    for (qsizetype i = 0; i < static_cast<qsizetype>(chat.users.size()); ++i)
        indexUser(i);
    m_rooms.reserve(static_cast<qsizetype>(chat.rooms.size()));
    for (qsizetype i = 0; i < static_cast<qsizetype>(chat.rooms.size()); ++i) {
        const Room &r = chat.rooms[at(i)];
        m_rooms.insert(r.id, i);
        m_roomNames.insert(r.name, i);
        indexMembers(r);
    }
}

/// Of the room after those that are known.
void Index::indexMembers(const Room &room)
{
    const auto place = static_cast<std::uint32_t>(m_accountsOf.size());
    std::vector<std::uint32_t> &accounts = m_accountsOf.emplace_back();
    accounts.reserve(room.members.size());
    for (const RoomMember &m : room.members) {
        accounts.push_back(accountOf(m.user));
        if (accounts.back() != nobody)
            m_roomsOf[accounts.back()].push_back(place);
    }
    m_roomChanges.push_back(++m_changes);
}

void Index::indexUser(qsizetype i)
{
    const ChatUser &u = m_chat->users[at(i)];
    m_users.insert(u.id, i);
    m_roomsOf.resize(m_chat->users.size());
    m_userNames.insert(u.username.toCaseFolded(), i);
    if (!u.email.isEmpty())
        m_emails.insert(u.email.toCaseFolded(), i);
}

Room *Index::given(qsizetype room) const
{
    if (m_writing)
        m_roomChanges[at(room)] = ++m_changes;
    return &m_chat->rooms[at(room)];
}

Room *Index::room(const QString &id) const
{
    const auto it = m_rooms.constFind(id);
    return it == m_rooms.constEnd() ? nullptr : given(*it);
}

Room *Index::roomByName(const QString &name) const
{
    const auto it = m_roomNames.constFind(name);
    return it == m_roomNames.constEnd() ? nullptr : given(*it);
}

std::uint32_t Index::accountOf(const QString &user) const
{
    const auto it = m_users.constFind(user);
    return it == m_users.constEnd() ? nobody : static_cast<std::uint32_t>(*it);
}

QStringList Index::roomsOf(const QString &user) const
{
    QStringList rooms;
    if (const std::uint32_t account = accountOf(user); account != nobody) {
        for (const std::uint32_t room : m_roomsOf[account])
            rooms.append(m_chat->rooms[room].id);
    }
    return rooms;
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
    // Numbers one behind the other, not ids all over the memory.
    const std::uint32_t account = accountOf(user);
    if (account != nobody) {
        const auto &accounts = m_accountsOf[placeOf(room)];
        const auto found = std::find(accounts.begin(), accounts.end(), account);
        return found == accounts.end() ? nullptr : &room.members[at(found - accounts.begin())];
    }
    const auto found =
        std::find_if(room.members.begin(), room.members.end(), [&user](const RoomMember &m) { return m.user == user; });
    return found == room.members.end() ? nullptr : &*found;
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
    indexMembers(room);
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
    const std::uint32_t account = accountOf(member.user);
    m_accountsOf[placeOf(room)].push_back(account);
    if (account != nobody)
        m_roomsOf[account].push_back(static_cast<std::uint32_t>(placeOf(room)));
    room.members.push_back(std::move(member));
}

void Index::removeMember(Room &room, const QString &user)
{
    auto &accounts = m_accountsOf[placeOf(room)];
    for (std::size_t i = room.members.size(); i-- > 0;) {
        if (room.members[i].user != user)
            continue;
        room.members.erase(room.members.begin() + static_cast<std::ptrdiff_t>(i));
        accounts.erase(accounts.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (const std::uint32_t account = accountOf(user); account != nobody)
        std::erase(m_roomsOf[account], static_cast<std::uint32_t>(placeOf(room)));
}

} // namespace liaison::sandbox::chat
