#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace liaison::store {

/// Held by whoever works on a run, so that a run whose writer died is told from one that is under way: the lock of a
/// process that is gone does not count (same host), and nobody else may resume a run that is held.
class RunLock
{
public:
    /// Error (Input): "run-in-use". Storage: "file-not-writable".
    [[nodiscard]] static Result<std::unique_ptr<RunLock>> take(const QString &storeFolder, const QString &run);
    [[nodiscard]] static bool isHeld(const QString &storeFolder, const QString &run);

private:
    explicit RunLock(const QString &file);
    QLockFile m_lock;
};

} // namespace liaison::store
