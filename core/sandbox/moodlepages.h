#pragma once

#include "core/sandbox/http.h"
#include "core/sandbox/moodleform.h"
#include "core/sandbox/world.h"

/// What a site answers beside its services: pages for browsers, and the backups that the restore block fetches.
namespace liaison::sandbox::moodle {

inline constexpr QLatin1String
    backupPath("/blocks/my_external_backup_restore_courses/get_user_backup_course_webservice.php");

[[nodiscard]] Reply htmlPage(int status, const QByteArray &body);
[[nodiscard]] Reply notFound();
/// What a browser would see at `path`; 404 where there is nothing.
[[nodiscard]] Reply pageAt(const Moodle &site, const QString &path);
/// The file of a course, or an empty answer for anything else.
[[nodiscard]] Reply backupFile(const Moodle &site, const FormNode &query, const QByteArray &token);

} // namespace liaison::sandbox::moodle
