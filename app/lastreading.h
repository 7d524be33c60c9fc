#pragma once

#include "core/run/profile.h"
#include "core/snapfile/campusfile.h"

#include <QStringList>
#include <optional>

/// The file that the console opens on: its own last reading, beside the store, under a key of the keychain
/// (design 6.6). Everything here blocks, for a worker thread.
namespace liaison::app {

struct LastReading
{
    QString file;
    secrets::SecretKey key;
};

/// Of these servers, this chat account and this scope in this store: another scope or account finds another file, or
/// none. Never for the demo.
[[nodiscard]] LastReading lastReadingOf(const Profile &profile, const QString &storeFolder);

/// Nullopt: there is none that can be shown. One that is too old, damaged or without its key is removed: the next
/// reading makes a new one. Errors, with which the file stays: those of the store of secrets, "file-not-readable",
/// "not-a-snapshot", "snapshot-newer".
[[nodiscard]] Result<std::optional<snapfile::CampusFile>> openLastReading(const LastReading &place,
                                                                          secrets::SecretStore &secrets, Instant now);
/// Makes the key where there is none. Errors: those of the store of secrets, "file-not-writable".
[[nodiscard]] Result<void> keepLastReading(const LastReading &place, const CampusReading &campus,
                                           secrets::SecretStore &secrets, Instant now);

/// The files of last readings in the folder of a store.
[[nodiscard]] QStringList lastReadingsIn(const QString &storeFolder);
/// Removes the file, then its key; a keychain that is not there held none. Error (Storage): "file-not-writable".
[[nodiscard]] Result<void> forgetLastReading(const QString &file, secrets::SecretStore &secrets);

} // namespace liaison::app
