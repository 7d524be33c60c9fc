#pragma once

#include "core/chat/values.h"

namespace liaison {

/// What is known of releases of mod_rocketchat, read in its sources. `version`: "2024010900".

/// Codes of the group Found ("defect-first-page"), the gravest first; empty where nothing is known of that release.
[[nodiscard]] QStringList knownDefects(const QString &version);

/// Up to 1.6.5 it sends `archived` and `readonly` to groups.create and `retentionMaxAgeLimit` to
/// rooms.saveRoomSettings; from 8.8 on Rocket.Chat refuses keys that it does not know. Of later releases nothing is
/// known.
[[nodiscard]] bool isRefusedBy(const QString &version, const chat::ServerVersion &server);

} // namespace liaison
