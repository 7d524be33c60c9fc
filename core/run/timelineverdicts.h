#pragma once

#include "core/reconcile/diff.h"
#include "core/run/survey.h"

namespace liaison {

/// What `why` would find in the timelines, for everybody at once: rooms where the comparison leaves somebody without a
/// cause, as far back as `why` looks. Added to `history.verdicts`; a room that could not be read has none. For whoever
/// publishes with the timeline switched on. Up to fifty calls a room. Blocking.
void readVerdicts(Servers &servers, const Survey &survey, const Snapshot &snapshot, const Diff &diff, History &history,
                  const ProgressSink &progress, const net::CancelToken &cancel);

} // namespace liaison
