#pragma once

#include "core/sandbox/world.h"

#include <QHash>

/// Room names of the plugin begin with sha1(wwwroot), and a sandbox knows its wwwroot when it has a port. A world
/// writes
/// `{moodleid:<site>}` there instead ("{moodleid:annexe}_ALG_101"); it is filled in at start.
namespace liaison::sandbox {

/// Site id to wwwroot ("http://127.0.0.1:4711/moodle", no slash at the end).
using WwwRoots = QHash<QString, QString>;

[[nodiscard]] QString moodleId(const QString &wwwroot); ///< sha1, hex
[[nodiscard]] QString moodleIdMark(const QString &site);

void fillInRoomNames(World &world, const WwwRoots &roots);
/// The opposite: what is stored to be served again on another port.
void markRoomNames(World &world, const WwwRoots &roots);

} // namespace liaison::sandbox
