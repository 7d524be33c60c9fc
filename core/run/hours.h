#pragma once

#include "core/base/instant.h"

#include <QString>
#include <optional>

namespace liaison {

/// When a profile may write: from a minute of the day to another, local time of this machine; over midnight where the
/// end comes first.
struct Hours
{
    int from = 0, to = 0; ///< minutes since midnight
    friend bool operator==(const Hours &, const Hours &) = default;
};

/// "20:00-06:30"; nullopt for anything else, and for a span of no length.
[[nodiscard]] std::optional<Hours> hoursFrom(const QString &text);
[[nodiscard]] QString hoursText(const Hours &hours);
[[nodiscard]] bool isWithin(const Hours &hours, int minuteOfDay);
[[nodiscard]] bool isWithin(const Hours &hours, Instant now);

} // namespace liaison
