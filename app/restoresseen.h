#pragma once

#include "core/base/result.h"
#include "core/run/restorereview.h"

#include <QSet>
#include <optional>

/// Which failed restores somebody has looked at on this console: task numbers, states and moments, no names; a file of
/// its own beside the store, because what one person has seen is nobody else's business. Everything here blocks, for a
/// worker thread.
namespace liaison::app {

/// The failures that were looked at; nullopt: nobody ever looked, or the file cannot be read.
[[nodiscard]] std::optional<QSet<QString>> seenFailures(const QString &storeFolder);
/// Replaces what was remembered of the sites that told their restores (`told`) by the failures of these rows: what is
/// no failure any more is forgotten with it. Errors: "file-not-writable".
[[nodiscard]] Result<void> rememberFailures(const QString &storeFolder, const std::vector<RestoreRow> &rows,
                                            const QSet<QString> &told);
/// Sets `isNew` of what failed since, and `failuresRemembered`.
void markNew(const std::vector<RestoreRow> &rows, const std::optional<QSet<QString>> &seen, RestoreReview &review);
/// Error: "file-not-writable". Nothing where there is none.
[[nodiscard]] Result<void> forgetFailures(const QString &storeFolder, QStringList &erased);

} // namespace liaison::app
