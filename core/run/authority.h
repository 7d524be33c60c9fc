#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace liaison {

/// "Name, SHA-256 AB:CD:..." of each certificate of `ca`, a PEM file or the PEM text itself; empty where there is none.
/// Reads a file: for a worker.
[[nodiscard]] QStringList fingerprintsOf(const QString &ca);

/// The PEM text of `ca`, which travels with a profile (a path would mean another file on another computer): its
/// certificates only, because a server's own PEM file may hold its private key beside them. Empty for an empty `ca`.
/// Error (Input): "ca-file".
[[nodiscard]] Result<QString> pemOf(const QString &ca);

} // namespace liaison
