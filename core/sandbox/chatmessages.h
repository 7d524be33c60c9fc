#pragma once

#include "core/sandbox/chatindex.h"

#include <QHash>
#include <functional>

namespace liaison::sandbox::chat {

struct Message
{
    QString id;
    Instant at;
    QString type; ///< empty = a person wrote it; else the server's code ("au", "subscription-role-added", ...)
    QString text;
    QString user; ///< id of who wrote or did it
    QString role; ///< of subscription-role-*
};

/// Messages of the rooms. A world holds no text: what people wrote is `CANARY-<room id>-<n>`, the first at
/// `oldestMessage`, the last at `newestMessage`; the rest are the room's events.
class Messages
{
public:
    void reset(quint64 seed, Instant fallback);

    /// Oldest first.
    [[nodiscard]] std::vector<Message> all(const Room &room) const;
    [[nodiscard]] int count(const Room &room) const;
    /// The last one that a person wrote: `lastMessage` of the room document.
    [[nodiscard]] std::optional<Message> last(const Room &room) const;

    /// Somebody writes. The text is not kept.
    Message post(Room &room, const QString &user, Instant now);
    /// A membership event, kept in the world. `role` of role+ and role-.
    void event(Room &room, RoomEvent event, const QString &role = {});
    /// A system message the world's format knows no event for (archived, renamed, topic).
    void system(const Room &room, const QString &type, const QString &text, const QString &user, Instant now);
    /// Deletes for good what `doomed` is true for; gives their number.
    int erase(Room &room, const std::function<bool(const Message &)> &doomed);
    void forget(const QString &room);
    /// Who wrote what a world only knows the dates of is taken from the members: decided before somebody comes or goes,
    /// so that having looked at a room changes nothing.
    void settle(const Room &room) const { (void)extra(room); }

private:
    struct Written
    {
        int n = 0;
        Instant at;
        QString user;
    };
    struct Extra
    {
        std::vector<Written> written;
        std::vector<Message> system;
        QHash<QString, QString> roles; ///< event key -> role
        int last = 0;
    };

    Extra &extra(const Room &room) const;
    [[nodiscard]] QString eventKey(const RoomEvent &event) const;
    void toWorld(Room &room) const;

    quint64 m_seed = 0;
    Instant m_fallback;
    mutable QHash<QString, Extra> m_extra; ///< made from the world when a room is first asked for
};

} // namespace liaison::sandbox::chat
