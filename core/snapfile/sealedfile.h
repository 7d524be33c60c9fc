#pragma once

#include "core/base/instant.h"
#include "core/snapfile/snapshotkey.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <memory>
#include <vector>

/// A file of sections, sealed under one key, read one by one when they are needed. Nothing in here knows what is in
/// them.
///
/// Version 1, all numbers little endian:
///   "LIAISON-SNAPSHOT\n", version (32 bits), random id of the file (16), written at (64, ms UTC), id of the key (8),
///   number of sections (32), for each its number (32) and sealed length (64), BLAKE2b of all that (16: damage is told
///   from a wrong key), keyed BLAKE2b of all that (32: nobody without the key changed it), then the sections in the
///   order of the table. A section is one secretstream (XChaCha20-Poly1305) in pieces of 64 KiB under a key of its own,
///   derived from key, file id and number: a section of another file or in another place does not open.
namespace liaison::snapfile {

struct Section
{
    quint32 number = 0;
    QByteArray bytes;
};

/// What can be told without the key.
struct SealedHead
{
    Instant writtenAt; ///< by the clock of who wrote it; proven only by open()
    QString keyId;
};

enum class Readers {
    Owner,   ///< 0600
    AsFolder ///< as the folder and the file that was there before allow: for a share, where the key decides
};

/// Replaces `path` whole or not at all. Error (Storage): "file-not-writable".
[[nodiscard]] Result<void> writeSealed(const QString &path, const SnapshotKey &key, Instant now,
                                       const std::vector<Section> &sections, Readers readers = Readers::Owner);

class SealedFile
{
public:
    /// Errors: Input "file-not-found", "file-not-readable", "not-a-snapshot", "snapshot-newer", "snapshot-damaged".
    [[nodiscard]] static Result<SealedHead> head(const QString &path);
    /// Reads and proves the table. Further error: Input "snapshot-wrong-key".
    [[nodiscard]] static Result<std::unique_ptr<SealedFile>> open(const QString &path, const SnapshotKey &key);

    [[nodiscard]] Instant writtenAt() const { return m_writtenAt; }
    /// A section is decrypted whole or not at all. Error (Input): "snapshot-damaged", also where there is none of that
    /// number.
    [[nodiscard]] Result<QByteArray> section(quint32 number);

private:
    struct Place
    {
        quint32 number = 0;
        qint64 offset = 0, length = 0;
    };
    SealedFile(const QString &path, const SnapshotKey &key) : m_file(path), m_key(key) {}

    QFile m_file;
    SnapshotKey m_key;
    QByteArray m_id;
    Instant m_writtenAt;
    std::vector<Place> m_places;
};

} // namespace liaison::snapfile
