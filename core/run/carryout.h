#pragma once

#include "core/reconcile/undo.h"
#include "core/run/apply.h"
#include "core/run/runsteps.h"

namespace liaison {

/// A run that has its row in the journal and whose lock is held: what is left of it.
struct RunJob
{
    QString run;
    RunPermission permission;
    std::vector<Step> all;                     ///< in the order they were planned
    std::vector<Step> rest;                    ///< of those, the ones to be tried
    std::map<QString, StepResult> settled;     ///< outcomes of an earlier start
    QSet<QString> added;                       ///< steps of which the add was sent in an earlier start
    std::optional<std::vector<DoneStep>> undo; ///< origin undo: what the run that is taken back did
    QString undone;                            ///< and its id
};

/// Rooms side by side, each in order; writes the outcomes and the end of the run.
[[nodiscard]] ApplyResult carryOut(Servers &servers, const Profile &profile, const Survey &survey,
                                   store::Memory &memory, store::Journal &journal, const ApplyRequest &request,
                                   const RunJob &job, const ProgressSink &progress, const StepSink &stepDone,
                                   const net::CancelToken &cancel);

/// The steps of a run that were carried out and can be taken back. Error: "run-not-found", the store.
[[nodiscard]] Result<std::vector<DoneStep>> doneSteps(store::Journal &journal, const QString &run);

/// May this profile write at all, and now? Errors (Input): "read-only", "outside-hours" with the hours.
[[nodiscard]] Result<void> mayWrite(const Profile &profile, Instant now);

/// Both servers of the profile answer; the survey that a writing command starts from.
[[nodiscard]] Result<Survey> surveyToWrite(Servers &servers, const Profile &profile, store::Memory &memory,
                                           const ProgressSink &progress, const net::CancelToken &cancel);

} // namespace liaison
