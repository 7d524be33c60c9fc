#pragma once

#include "core/run/observe.h"
#include "core/run/pause.h"
#include "core/run/selection.h"
#include "core/store/journal.h"

#include <functional>
#include <memory>

namespace liaison {

struct StepResult
{
    QString id;
    Outcome outcome = Outcome::Skipped;
    QString detail; ///< a detail code, a rule, a reason, or the server's error code
};

struct ApplyResult
{
    QString run;
    int planned = 0, done = 0, skipped = 0, stale = 0, failed = 0; ///< the four always add up to planned
    std::vector<StepResult> steps;                                 ///< in the order they were planned
    RunState state = RunState::Running;
    std::optional<Error> journalTrouble; ///< the end of the run could not be written down: it counts as interrupted
};

struct ApplyRequest
{
    Plan plan; ///< as read from the file; it is not believed
    Decisions decisions;
    QString by;                     ///< OS account
    QString writer;                 ///< this console
    std::function<Instant()> clock; ///< dates the journal only
    std::shared_ptr<PauseSwitch> pause = nullptr;
};

/// What the interface may show while it runs; called on worker threads.
using StepSink = std::function<void(const StepResult &)>;

/// Carries out a plan of origin `diff` or `undo:<run>` (design 6.3): each room is read again on both sides, the plan is
/// derived again from what was read, and only steps that stand in both are sent. The run row comes first, an intent
/// before each call, an outcome for each step after reading the room back. An error means that nothing was sent.
/// Blocking, for a worker thread that is not of `servers.pool`.
[[nodiscard]] Result<ApplyResult> apply(Servers &servers, const Profile &profile, store::Memory &memory,
                                        store::Journal &journal, const ApplyRequest &request,
                                        const ProgressSink &progress, const StepSink &stepDone,
                                        const net::CancelToken &cancel);

} // namespace liaison
