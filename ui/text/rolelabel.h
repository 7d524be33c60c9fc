#pragma once

#include "ui/text/text.h"

namespace liaison::text {

/// A role as people know it: the name that the site gave it, else the usual one of a role that every Moodle has
/// (Moodle's web services give these no name), else its short name.
[[nodiscard]] QString roleLabel(const QString &shortName, const QString &name, Language language);

} // namespace liaison::text
