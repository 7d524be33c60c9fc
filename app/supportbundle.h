#pragma once

#include "core/net/requestlog.h"
#include "core/reconcile/diff.h"
#include "core/run/doctor.h"
#include "core/run/profile.h"
#include "core/store/journal.h"

#include <QJsonObject>
#include <optional>

namespace liaison::app {

/// What is told to whoever helps: enough to understand, nobody to recognise.
struct BundleFacts
{
    const Profile *profile = nullptr;
    const Diagnosis *diagnosis = nullptr; ///< null: not made; then `error` says why
    const Diff *diff = nullptr;           ///< null: not read; then `readError` says why
    std::vector<net::RequestLog::Entry> requests;
    size_t links = 0; ///< remembered by the store
    std::vector<store::RunRecord> runs;
    std::optional<Error> error, readError;
    Instant at;
};

/// docs/schemas/bundle.json. Secrets, names, logins, e-mail addresses, courses and rooms cannot be in it: it is put
/// together from codes, numbers, versions and names of functions, never from texts of a server or of the profile. Hosts
/// are "host-1", "host-2" in the order of the profile, the same everywhere in one bundle.
[[nodiscard]] QJsonObject bundleJson(const BundleFacts &facts);

/// Writes it, readable by its owner only: plain text where the name ends in .json, else gzip. Error:
/// "file-not-writable".
[[nodiscard]] Result<void> writeBundle(const BundleFacts &facts, const QString &path);

} // namespace liaison::app
