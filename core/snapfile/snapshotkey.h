#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace liaison::snapfile {

inline constexpr int keySize = 32;

/// The key of snapshot files: 32 bytes, wiped when it goes. It opens the file and can write another one that passes for
/// it: there is no signature, whoever holds it is trusted.
class SnapshotKey
{
public:
    [[nodiscard]] static SnapshotKey random();
    /// As it is typed or pasted: case, spaces and dashes do not matter, O is 0, I and L are 1. Error (Input):
    /// "bad-snapshot-key": not the right length, or the check sum does not fit.
    [[nodiscard]] static Result<SnapshotKey> fromText(const QString &typed);

    SnapshotKey(const SnapshotKey &) = default;
    SnapshotKey(SnapshotKey &&) = default;
    SnapshotKey &operator=(const SnapshotKey &) = default;
    SnapshotKey &operator=(SnapshotKey &&) = default;
    ~SnapshotKey();

    /// Eleven groups of five letters and digits (Crockford's base 32), the last two bytes a check sum.
    [[nodiscard]] QString text() const;
    /// Names the key without telling it: 16 hex digits, written in the open in every file of this key.
    [[nodiscard]] QString id() const;
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    explicit SnapshotKey(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    QByteArray m_bytes;
};

/// The key in a file of its own. Errors: Input "file-not-readable", "bad-snapshot-key".
[[nodiscard]] Result<SnapshotKey> readKeyFile(const QString &file);
/// A new file that only its owner may read; one that exists is never replaced. Error (Storage): "file-not-writable".
[[nodiscard]] Result<void> writeKeyFile(const QString &file, const SnapshotKey &key);

} // namespace liaison::snapfile
