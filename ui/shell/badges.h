#pragma once

#include "ui/backend.h"

namespace liaison::ui {

/// How much behind an entry of the navigation wants to be looked at.
struct Badge
{
    QLatin1String page; ///< a key of `pages`
    qint64 count = 0;
    bool known = true; ///< else the count means nothing
    int fresh = 0;     ///< of them: since somebody looked
};

/// `down`: the servers did not answer the last time, so that what the view says of them may be over.
[[nodiscard]] std::vector<Badge> badgesOf(const CampusView &view, bool down);

} // namespace liaison::ui
