#pragma once

#include "core/sandbox/chatversion.h"
#include "core/sandbox/world.h"

namespace liaison::sandbox::chat {

/// The world's value of a server setting, else the shipped default, else null.
[[nodiscard]] QJsonValue setting(const Chat &chat, const QString &id);
[[nodiscard]] bool settingOn(const Chat &chat, const QString &id);
/// A positive number, else `otherwise`.
[[nodiscard]] int settingNumber(const Chat &chat, const QString &id, int otherwise);
/// Ids that GET settings.public gives on this release, sorted: contract section 5.
[[nodiscard]] QStringList publicSettings(const Version &version);
[[nodiscard]] bool settingExists(const Chat &chat, const QString &id);

} // namespace liaison::sandbox::chat
