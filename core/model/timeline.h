#pragma once

#include "core/base/instant.h"

#include <QString>
#include <vector>

namespace liaison {

/// Who came, left, was added or removed: the system messages of one room as ids, logins, dates and types. Nothing that
/// a person wrote is ever in here (design rule 6).
struct TimelineEvent
{
    enum class Type { Added, Removed, Left, Joined };
    Type type = Type::Added;
    Instant at;
    QString login;   ///< whom it is about, as the chat login was then; empty: not readable
    QString by;      ///< chat id of who did it; for Left and Joined the person's own
    QString byLogin; ///< as it is now: Rocket.Chat renames the authors of old messages
};

/// What is asked of a room's messages: the newest part of them, or nothing where they cannot all be seen.
enum class TimelinePart { Newest, WholeOrNothing };

struct Timeline
{
    std::vector<TimelineEvent> events; ///< oldest first
    /// Every message of the room was seen, and no retention rule can have deleted one: only then is an absence proven.
    bool whole = false;
    Instant readAt;
    Instant oldest = {}; ///< of the messages seen, of whatever kind; not known: none was seen
};

} // namespace liaison
