#pragma once

#include "core/model/history.h"
#include "core/model/snapshot.h"
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
    /// An API account put this person there, and all that happened since was seen: was expected (design rule 4).
    bool addedByApi = false;
};

/// What the timeline proves about an account (design section 5, causes). `inRoom`: it is there now; else it is expected
/// and absent. Entries name logins, which change and are given again (contract rocketchat 3): nothing is concluded from
/// a login that was seen as another account's, or from before the account was made (where that is told), nobody is said
/// to be added by an API account where a guest may have that login now, and `never-added` is only likely where an entry
/// is of nobody who was read.
[[nodiscard]] TimelineCause causeFromTimeline(const Timeline &timeline, const Snapshot &snapshot,
                                              const Account &account, bool inRoom);

/// What `timelines` prove of the members that were read, with what was known so: evidence that can be kept without
/// them.
[[nodiscard]] QHash<QString, QSet<QString>> evidenceOf(const History &history, const Snapshot &snapshot);

/// An API account added somebody who is none: people were expected there once.
[[nodiscard]] bool apiAddedSomebody(const Timeline &timeline, const Snapshot &snapshot);

} // namespace liaison
