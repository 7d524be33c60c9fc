#pragma once

#include "core/reconcile/undo.h"
#include "core/run/apply.h"

namespace liaison {

/// What resuming and settling need beside servers and stores.
struct ResumeRequest
{
    QString run;
    QString by, writer;
    std::function<Instant()> clock;
    std::shared_ptr<PauseSwitch> pause;
};

/// Goes on with a run that was interrupted, cancelled or stopped (design 6.3): first what was sent and never settled is
/// settled by reading the rooms, then the steps that were not tried are, each only if it still stands. Errors, all
/// before anything is sent: "run-not-found", "run-in-use", "nothing-to-resume", "plan-servers" (the run was made with
/// other servers), "read-only". Blocking, like `apply`.
[[nodiscard]] Result<ApplyResult> resume(Servers &servers, const Profile &profile, store::Memory &memory,
                                         store::Journal &journal, const ResumeRequest &request,
                                         const ProgressSink &progress, const StepSink &stepDone,
                                         const net::CancelToken &cancel);

/// Runs whose writer died: what they had sent is settled by reading the rooms, the rest becomes *skipped*, detail
/// `interrupted`, and the run `interrupted`. Only reads the servers. A room that cannot be read now stays open. How
/// many runs were settled.
[[nodiscard]] Result<int> settleInterrupted(Servers &servers, const Profile &profile, const Survey &survey,
                                            store::Journal &journal, const std::function<Instant()> &clock,
                                            const net::CancelToken &cancel);

struct UndoMade
{
    Undo undo;
    std::shared_ptr<const Snapshot> snapshot; ///< names for whoever shows it
};

/// The plan that takes a run back, from the facts of now. Reads the servers only.
[[nodiscard]] Result<UndoMade> makeUndo(Servers &servers, const Profile &profile, store::Memory &memory,
                                        store::Journal &journal, const QString &run,
                                        const std::function<Instant()> &clock, const ProgressSink &progress,
                                        const net::CancelToken &cancel);

} // namespace liaison
