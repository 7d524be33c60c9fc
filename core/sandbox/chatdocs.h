#pragma once

#include "core/sandbox/chatstate.h"
#include "core/sandbox/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

/// What the answers hold. What lists are made of is written as text at once: a page has a hundred of them, and a sweep
/// of a campus must wait for sockets, not for trees of values.
namespace liaison::sandbox::chat {

/// The whole room as groups.info, groups.list and groups.listAll give it: contract section 3.
void writeRoom(JsonText &out, const State &s, const Room &room);
/// The fixed projection of rooms.adminRooms: no retention, no lastMessage; custom fields from 8.7.
void writeAdminRoom(JsonText &out, const State &s, const Room &room);
void writeMessage(JsonText &out, const State &s, const Room &room, const Message &message);
/// `{_id, username, name}`.
void writeUserReference(JsonText &out, const State &s, const QString &id);
/// users.list, users.listByStatus: e-mails only with view-full-other-user-info.
void writeListedUser(JsonText &out, const State &s, const ChatUser &user, bool privileged);
/// An entry of groups.roles; `_id` is the subscription.
void writeRole(JsonText &out, const State &s, const Room &room, const RoomMember &member);

/// users.info, users.create. Without the right only what everybody may see: neither roles nor e-mail nor state.
[[nodiscard]] QJsonObject userDocument(const State &s, const ChatUser &user, bool privileged);
/// me, and `data.me` of a login.
[[nodiscard]] QJsonObject selfDocument(const State &s, const ChatUser &user);

/// The values of what `write(out)` writes.
template <class Write> [[nodiscard]] QJsonObject valuesOf(Write write)
{
    JsonText out;
    write(out);
    return QJsonDocument::fromJson(out.take()).object();
}

/// `{<key>: <what write(out) writes>}`.
template <class Write> [[nodiscard]] Body bodyOf(const char *key, Write write)
{
    JsonText out;
    out.open('{');
    out.key(key);
    write(out);
    out.close('}');
    return Body::text(out.take());
}

/// `{"<key>": <room>}`, the answer of most calls about one room.
[[nodiscard]] inline Body roomBody(const char *key, const State &s, const Room &room)
{
    return bodyOf(key, [&](JsonText &out) { writeRoom(out, s, room); });
}

} // namespace liaison::sandbox::chat
