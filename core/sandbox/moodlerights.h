#pragma once

#include "core/sandbox/world.h"

#include <vector>

namespace liaison::sandbox::moodle {

/// A capability of contract sections 3 and 9, with the words Moodle puts into `nopermissions`.
struct Right
{
    const char *name;
    const char *words;
    bool byDefault; ///< held when the world does not list capabilities: all that the console needs, no more
};

[[nodiscard]] const std::vector<Right> &rights();

/// Does a role of this short name hold the capability (`withcapability`)? A model, not Moodle's table: views are for
/// everybody, course management for editing teachers (and roles copied from theirs) and managers.
[[nodiscard]] bool roleHolds(const QString &shortname, const QString &capability);
[[nodiscard]] bool everybodyHolds(const QString &capability);

/// Empty for a role that is not one of Moodle's own.
[[nodiscard]] QString archetypeOf(const QString &shortname);

/// The world has no names for its sites.
[[nodiscard]] QString siteName(const Moodle &site);

struct Version
{
    int major = 4;
    int minor = 5;
    QString number;  ///< "2024100700"
    QString release; ///< "4.5 (Build: 20241007)"

    [[nodiscard]] bool atLeast(int wantedMajor, int wantedMinor) const
    {
        return major != wantedMajor ? major > wantedMajor : minor >= wantedMinor;
    }
};

[[nodiscard]] Version versionOf(const Moodle &site);

} // namespace liaison::sandbox::moodle
