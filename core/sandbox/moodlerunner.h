#pragma once

#include "core/sandbox/world.h"

/// The scheduled task of the restore block, with its defects (contract section 7): it takes the status-0 rows it finds
/// at its start, oldest first, one after the other. A source site that answers an error leaves the row at 1 and ends
/// the run; one that is down ends the run and leaves the row at 0, so that every later run meets it first; an unusable
/// backup gives -1. What it writes back are the rows as it read them.
namespace liaison::sandbox::moodle {

class RestoreRunner
{
public:
    /// Brings the table to `now`. Without `sources` in the site nothing runs. True: courses were made, indexes are old.
    bool advance(Moodle &site, Instant now);
    void forget() { m_rows.clear(); }

    /// Of one task that succeeds or whose backup is unusable.
    static constexpr std::int64_t taskMs = 60'000;

private:
    bool resume(const Moodle &site);
    void begin(Moodle &site, Instant at);
    void end(Moodle &site);
    bool finish(Moodle &site, Instant at);
    void start(Moodle &site, Instant at);

    std::vector<RestoreTask> m_rows; ///< of the run, as read at its start; empty = no run
    std::size_t m_next = 0;
    Instant m_until; ///< when the task under way is done
};

} // namespace liaison::sandbox::moodle
