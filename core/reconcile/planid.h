#pragma once

#include "core/model/change.h"

#include <QJsonObject>
#include <QJsonValue>

namespace liaison {

/// First 16 hex digits of the SHA-256 of [site,cmid,room,kind,person.moodle,person.chat,after] as compact JSON (12.2).
[[nodiscard]] QString entryId(const Change &change);

[[nodiscard]] QJsonValue beforeOf(const Change &change);
[[nodiscard]] QJsonValue afterOf(const Change &change);
[[nodiscard]] QJsonObject retentionJson(const Retention &retention);

} // namespace liaison
