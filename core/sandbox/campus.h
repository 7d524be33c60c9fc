#pragma once

#include "core/base/result.h"
#include "core/sandbox/world.h"

/// The built-in campus: a believable university in which every link state, finding and cause is to be seen
/// (docs/sandbox.md lists where). Same scale, seed and time: same bytes.
namespace liaison::sandbox {

struct Scale
{
    enum class Kind {
        Small,    ///< about 40 linked courses
        Campus,   ///< about 2,000 courses and 15,000 people; most in step, some hundred not
        Scenario, ///< one of `scenarioNames`: a few courses and one thing to be found
        Grid      ///< `links` courses of `members` enrolments each, every room in step; nothing else
    };
    Kind kind = Kind::Small;
    int links = 0;
    int members = 0;
    QString scenario = {};
};

/// "role-lost", "bin-restored", ...: docs/sandbox.md says what to look for in each.
[[nodiscard]] QStringList scenarioNames();

/// "small", "campus", the name of a scenario, or "NxM" (up to 20,000,000 enrolments in all). Error: Input, code
/// "bad-scale".
[[nodiscard]] Result<Scale> scaleFromText(const QString &text);

/// Room names begin with `{moodleid:<site>}`, which the front fills in when it knows its port (front_names.h).
[[nodiscard]] World campus(const Scale &scale, quint64 seed, Instant now);

/// The same campus, with the same ids, as it was five weeks before `now`: people who left since are still enrolled,
/// rooms that were made again still have their old id. What was observed then is evidence now. A grid never changes.
[[nodiscard]] World campusEarlier(const Scale &scale, quint64 seed, Instant now);

} // namespace liaison::sandbox
