#pragma once

#include "core/run/campus.h"

namespace liaison {

/// Drops the tasks outside the scope and counts them in `outside`. A task belongs to its new course where that can be
/// read, else to its target category (Moodle contract section 7: category 0 is the default of the settings, which the
/// companion does not tell). What nothing places is outside: nobody is shown the restores of others. A course that does
/// not exist yet has no short name, so that an expression beside categories or courses does not count for it, and one
/// alone places nothing. `site`: its id and, where they were read, its categories. Asks for courses and categories only
/// where they decide; when that fails nothing is known to be inside, and the error says why. Gives whether a dropped
/// task holds up the queue of this site. Blocking.
[[nodiscard]] Result<bool> keepInside(std::vector<RestoreRow> &rows, RestoresOutside &outside, const Scope &scope,
                                      const SiteSurvey &site, const moodle::MoodleClient &client,
                                      const net::CancelToken &cancel);

} // namespace liaison
