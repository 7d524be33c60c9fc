#pragma once

#include "core/run/profile.h"

#include <QStringList>

/// Files that come with profiles, for both programs.
namespace liaison::app {

/// The certificates of a PEM file, or of the PEM text itself, and nothing else: a server's own file may hold its
/// private key beside them. The text travels with the profile; a path would mean another file on another computer.
/// Empty stays empty. Error: "ca-file".
[[nodiscard]] Result<QString> pemOf(const QString &ca);
/// "subject, SHA-256 AA:BB:..." of each certificate of a PEM file or text; empty where it cannot be read.
[[nodiscard]] QStringList fingerprintsOf(const QString &ca);
/// At most 16 MB. Errors: "file-not-found", "file-not-readable".
[[nodiscard]] Result<QByteArray> contentOf(const QString &path);
/// A file name that a profile can have, from the name in the document or that of the file; empty where neither gives
/// one.
[[nodiscard]] QString profileNameFor(const Profile &profile, const QString &file);

} // namespace liaison::app
