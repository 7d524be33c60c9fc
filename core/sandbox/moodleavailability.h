#pragma once

#include "core/sandbox/moodlecall.h"

/// Restrictions of an activity as the service account meets them: it is in no group, and only dates can let it in.
namespace liaison::sandbox::moodle {

struct Availability
{
    bool listed = true;      ///< false: "hide entirely" to those it is closed for
    bool uservisible = true; ///< false: listed, and closed
    QString information;     ///< HTML of the conditions that are shown; empty = none
};

[[nodiscard]] Availability availabilityOf(const Call &call, const Activity &activity);

} // namespace liaison::sandbox::moodle
