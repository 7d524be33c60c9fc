#pragma once

#include "core/model/snapshot.h"
#include "core/model/timeline.h"
#include "core/model/whycodes.h"

#include <optional>

namespace liaison {

struct TimelineCause
{
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    /// The entry it rests on, for the sentence; TimelineNothing: there is none.
    WhyFact fact = WhyFact::TimelineNothing;
    QString by;
    Instant when;
    bool proven = true; ///< false: nothing was found in a timeline that is not whole
};

/// What the timeline proves about an account (design section 5, causes). `inRoom`: it is there now; else it is expected
/// and absent.
[[nodiscard]] TimelineCause causeFromTimeline(const Timeline &timeline, const Snapshot &snapshot,
                                              const Account &account, bool inRoom);

} // namespace liaison
