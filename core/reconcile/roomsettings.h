#pragma once

#include "core/reconcile/roomdiff.h"

namespace liaison {

/// Archive state, retention, name, encryption, owners: what concerns the room as a whole.
/// `knownLinks`: the links whose Moodle side could be read. `sealed`: an archived room whose members cannot be read,
/// where opening it is all that may be planned. Appends entries and findings.
void diffSettings(const RoomContext &context, RoomDiff &room, const std::vector<LinkIx> &knownLinks, bool sealed);

/// The name that mod_rocketchat would give; nullopt when the format has a variable, or the pattern a form, that is not
/// known here.
[[nodiscard]] std::optional<QString> expectedRoomName(const Site &site, const Course &course, const Link &link);
/// `actual` is `expected`, or `expected` with the `_<Unix time>` that the plugin appends on a clash.
[[nodiscard]] bool nameFits(const QString &actual, const QString &expected);

} // namespace liaison
