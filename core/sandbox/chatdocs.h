#pragma once

#include "core/sandbox/chatstate.h"

#include <QJsonArray>

namespace liaison::sandbox::chat {

/// The whole room as groups.info, groups.list and groups.listAll give it: contract section 3.
[[nodiscard]] QJsonObject roomDocument(const State &s, const Room &room);
/// The fixed projection of rooms.adminRooms: no retention, no lastMessage; custom fields from 8.7.
[[nodiscard]] QJsonObject adminRoomDocument(const State &s, const Room &room);
[[nodiscard]] QJsonObject messageDocument(const State &s, const Room &room, const Message &message);
/// `{_id, username, name}`.
[[nodiscard]] QJsonObject userReference(const State &s, const QString &id);
/// An entry of a member list; roles are added by who asks for them.
[[nodiscard]] QJsonObject memberDocument(const State &s, const ChatUser &user);
/// users.list, users.listByStatus: e-mails only with view-full-other-user-info.
[[nodiscard]] QJsonObject listedUser(const State &s, const ChatUser &user, bool privileged);
/// users.info, users.create. Without the right only what everybody may see: neither roles nor e-mail nor state.
[[nodiscard]] QJsonObject userDocument(const State &s, const ChatUser &user, bool privileged);
/// me, and `data.me` of a login.
[[nodiscard]] QJsonObject selfDocument(const State &s, const ChatUser &user);
/// An entry of groups.roles; `_id` is the subscription.
[[nodiscard]] QJsonObject roleDocument(const State &s, const Room &room, const RoomMember &member);

} // namespace liaison::sandbox::chat
