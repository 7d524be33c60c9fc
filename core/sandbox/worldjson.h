#pragma once

#include "core/base/result.h"
#include "core/sandbox/world.h"

#include <QByteArray>

/// The file format of a sandbox campus ("liaison-world" version 1, docs/sandbox.md): `--world FILE` and
/// `control/world`.
namespace liaison::sandbox {

/// Reads a world. Refused with ErrorKind::Input, code "bad-world", detail "<place>: <problem>", for instance
/// "rocketchat.rooms[3].foo: unknown key": unknown keys, wrong types, ids that are written twice, and references that
/// make no sense (an enrolment of nobody, a course in no category, a member without account). An activity may point to
/// a room that does not exist: that is a scenario.
/// Completed: `roles` left out = Moodle's eight standard roles; a standard role used and not listed is listed; a course
/// without category is put into the first one ("Category 1" where there is none); a room without name is named by its
/// id.
[[nodiscard]] Result<World> worldFromJson(const QByteArray &json);

/// The same world, every key written, lists sorted by id. Two lists keep their order because it has a meaning: the
/// Moodle sites (the first one is served at /moodle) and the replacements of the naming format.
[[nodiscard]] QByteArray worldToJson(const World &world);

/// ISO 8601 in UTC with Z; milliseconds only where there are some, so that nothing is lost on the way.
[[nodiscard]] QByteArray instantToText(Instant at);
/// Accepts a date, or date and time with Z or an offset; nullopt otherwise. Local times are not accepted.
[[nodiscard]] std::optional<Instant> instantFromText(std::string_view text);

} // namespace liaison::sandbox
