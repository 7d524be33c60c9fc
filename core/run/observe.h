#pragma once

#include "core/reconcile/diff.h"
#include "core/run/survey.h"

#include <memory>

namespace liaison {

/// What one observation gives: the facts, the past, and the people's names where they were asked for.
struct Observed
{
    std::shared_ptr<const Snapshot> snapshot;
    History history;
    std::vector<Unknown> sites; ///< sites that could not be asked and of which no link is remembered, and courses
                                ///< whose activities could not be read
};

struct ObserveOptions
{
    bool names = false;     ///< read people's names for display
    bool remember = true;   ///< write what was read completely into the store
    QSet<QString> accounts; ///< chat ids to look up whether the comparison asks for them or not
    /// A report of roles and accounts that were read within the last 60 s (design rule 7) are not read again: for the
    /// rooms of a run.
    bool reuseRecent = false;
    bool people = true; ///< false: links, courses and rooms only; every list of people is then unknown, nothing is kept
};

/// Reads both sides of the links named by `keys`, and of every other link of the same rooms (expected members are a
/// union). What fails for one course or room makes that course or room unknown and nothing else.
/// Errors: cancelled, or the store. Blocking, like `survey`.
[[nodiscard]] Result<Observed> observe(Servers &servers, const Profile &profile, const Survey &survey,
                                       store::Memory &memory, const std::vector<LinkKey> &keys,
                                       const ObserveOptions &options, const ProgressSink &progress,
                                       const net::CancelToken &cancel);

/// Every link that is in scope.
[[nodiscard]] std::vector<LinkKey> everyKey(const Survey &survey);

} // namespace liaison
