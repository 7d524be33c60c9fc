#pragma once

#include "core/run/tokenslots.h"
#include "core/snapfile/campusfile.h"

namespace liaison::app {

/// A published snapshot that was opened (design 6.7): what a support profile answers from.
struct Published
{
    QString file;
    CampusReading campus;
    bool old = false; ///< more than snapfile::keepDays: shown, with a warning
};

/// Where the key of one published file rests: under the id of the key that the file names, so that a file under another
/// key finds none.
[[nodiscard]] secrets::SecretKey publishedKey(const QString &keyId);

/// The key of that file: LIAISON_SNAPSHOT_KEY, LIAISON_SNAPSHOT_KEY_FILE, then `tokens`. Errors: those of
/// SealedFile::head, "bad-snapshot-key", "no-snapshot-key", those of the store. Blocks on the store.
[[nodiscard]] Result<snapfile::SnapshotKey> findKey(const QString &file, const Environment &environment,
                                                    secrets::SecretStore *tokens);

/// The secrets of any profile: those of tokenSlots, and of a support profile the key that its file names. Reads the
/// head of that file. Errors: those of SealedFile::head.
[[nodiscard]] Result<std::vector<TokenSlot>> secretSlots(const Profile &profile);

/// What was typed can be kept in this slot; anything but a snapshot's key can. Errors (Input): "bad-snapshot-key",
/// "snapshot-wrong-key".
[[nodiscard]] Result<void> judgeKey(const TokenSlot &slot, const QString &typed);

/// Reads the whole file. Errors: those of findKey and CampusFile. Blocking.
[[nodiscard]] Result<Published> openPublished(const QString &file, const Environment &environment,
                                              secrets::SecretStore *tokens);

/// Commands that a support profile answers.
[[nodiscard]] bool answersFromFile(const QString &command);

} // namespace liaison::app
