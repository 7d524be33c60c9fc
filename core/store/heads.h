#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QString>
#include <vector>

namespace liaison::store {

/// The end of a run's hash chain as this console saw it, kept beside the store: a run that is cut or gone from the
/// store, chain and all, is noticed (design 6.4).
struct Head
{
    QString run;
    qint64 entries = 0;
    QString hash;
    Instant started;
};

/// The newest heads that this console remembers; a file that is missing or damaged gives none.
[[nodiscard]] std::vector<Head> rememberedHeads(const QString &storeFolder);
/// Error (Storage): "file-not-writable".
[[nodiscard]] Result<void> rememberHead(const QString &storeFolder, const Head &head);

} // namespace liaison::store
