#include "core/sandbox/chatmessages.h"

#include "core/sandbox/chatids.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

constexpr std::int64_t hourMs = 3'600'000;

QString serverType(const QString &event)
{
    if (event == u"role+")
        return QStringLiteral("subscription-role-added");
    if (event == u"role-")
        return QStringLiteral("subscription-role-removed");
    return event;
}

} // namespace

void Messages::reset(quint64 seed, Instant fallback)
{
    m_seed = seed;
    m_fallback = fallback;
    m_extra.clear();
}

Messages::Extra &Messages::extra(const Room &room) const
{
    const auto it = m_extra.find(room.id);
    if (it != m_extra.end())
        return *it;
    Extra e;
    const auto author = [this, &room](int n) {
        if (room.members.empty())
            return room.creator;
        return room.members[mix(m_seed + static_cast<quint64>(n), room.id) % room.members.size()].user;
    };
    const auto write = [&e, &author](Instant at) {
        ++e.last;
        e.written.push_back({e.last, at, author(e.last)});
    };
    if (room.newestMessage.isKnown()) {
        Instant oldest = room.oldestMessage;
        if (!oldest.isKnown())
            oldest = room.created.isKnown() && room.created < room.newestMessage
                         ? room.created
                         : Instant{room.newestMessage.ms - hourMs};
        write(oldest);
        write(room.newestMessage);
    } else if (room.oldestMessage.isKnown()) {
        write(room.oldestMessage);
    }
    return *m_extra.insert(room.id, std::move(e));
}

QString Messages::eventKey(const RoomEvent &event) const
{
    return QString::number(event.at.ms) + u'/' + event.type + u'/' + event.user;
}

std::vector<Message> Messages::all(const Room &room) const
{
    const Extra &e = extra(room);
    std::vector<Message> list;
    for (const Written &w : e.written) {
        const QString text = QStringLiteral("CANARY-%1-%2").arg(room.id).arg(w.n);
        list.push_back({makeId(m_seed, text), w.at, {}, text, w.user, {}});
    }
    int n = 0;
    for (const RoomEvent &event : room.events) {
        const QString key = eventKey(event);
        const bool rolled = event.type.startsWith(u"role");
        list.push_back({makeId(m_seed, room.id + u'/' + key + u'/' + QString::number(n++)), event.at,
                        serverType(event.type), event.user, event.by.isEmpty() ? event.user : event.by,
                        rolled ? e.roles.value(key, QStringLiteral("moderator")) : QString()});
    }
    list.insert(list.end(), e.system.begin(), e.system.end());
    std::stable_sort(list.begin(), list.end(), [](const Message &a, const Message &b) { return a.at < b.at; });
    return list;
}

int Messages::count(const Room &room) const
{
    const Extra &e = extra(room);
    return static_cast<int>(e.written.size() + e.system.size() + room.events.size());
}

std::optional<Message> Messages::last(const Room &room) const
{
    const Extra &e = extra(room);
    if (e.written.empty())
        return std::nullopt;
    const Written &w = e.written.back();
    const QString text = u"CANARY-" + room.id + u'-' + QString::number(w.n);
    return Message{makeId(m_seed, text), w.at, {}, text, w.user, {}};
}

Message Messages::post(Room &room, const QString &user, Instant now)
{
    Extra &e = extra(room);
    ++e.last;
    e.written.push_back({e.last, now, user});
    toWorld(room);
    return *last(room);
}

void Messages::event(Room &room, RoomEvent event, const QString &role)
{
    Extra &e = extra(room);
    if (!role.isEmpty())
        e.roles.insert(eventKey(event), role);
    room.events.push_back(std::move(event));
}

void Messages::system(const Room &room, const QString &type, const QString &text, const QString &user, Instant now)
{
    Extra &e = extra(room);
    const QString key =
        room.id + u'/' + type + u'/' + QString::number(now.ms) + u'/' + QString::number(e.system.size());
    e.system.push_back({makeId(m_seed, key), now, type, text, user, {}});
}

int Messages::erase(Room &room, const std::function<bool(const Message &)> &doomed)
{
    Extra &e = extra(room);
    const int before = count(room);
    const auto gone = [&doomed](Instant at, const QString &user, const QString &type) {
        return doomed(Message{{}, at, type, {}, user, {}});
    };
    e.written.erase(std::remove_if(e.written.begin(), e.written.end(),
                                   [&gone](const Written &w) { return gone(w.at, w.user, {}); }),
                    e.written.end());
    e.system.erase(std::remove_if(e.system.begin(), e.system.end(), doomed), e.system.end());
    room.events.erase(std::remove_if(room.events.begin(), room.events.end(),
                                     [&gone](const RoomEvent &ev) { return gone(ev.at, ev.by, ev.type); }),
                      room.events.end());
    toWorld(room);
    return before - count(room);
}

void Messages::forget(const QString &room)
{
    m_extra.remove(room);
}

void Messages::toWorld(Room &room) const
{
    const Extra &e = extra(room);
    room.oldestMessage = e.written.empty() ? Instant{} : e.written.front().at;
    room.newestMessage = e.written.empty() ? Instant{} : e.written.back().at;
}

} // namespace liaison::sandbox::chat
