#pragma once

#include "core/sandbox/chatstate.h"

namespace liaison::sandbox::chat {

/// The name a room gets when asked for `wanted`: contract section 9. `room` = the room that may keep it.
[[nodiscard]] Expected<QString> validRoomName(const State &s, const QString &wanted, const QString &room = {});
/// What such a room is called in the interface; nothing where that is its name.
[[nodiscard]] std::optional<QString> displayName(const State &s, const QString &wanted);
/// `^...$` of a validation setting; a broken expression gives the shipped one.
[[nodiscard]] bool matchesSetting(const State &s, const QString &settingId, const QString &text);
/// "all" and "here".
[[nodiscard]] bool isReservedName(const QString &name);

} // namespace liaison::sandbox::chat
