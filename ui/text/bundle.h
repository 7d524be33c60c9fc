#pragma once

#include "ui/text/text.h"

namespace liaison::text {

/// What a support bundle holds, one line each; shown before it is written.
[[nodiscard]] QStringList bundleContents(Language language);
/// What it never holds.
[[nodiscard]] QString bundleLeavesOut(Language language);
/// "What the support bundle holds:"
[[nodiscard]] QString bundleTitle(Language language);
/// "Support bundle written to FILE."
[[nodiscard]] QString bundleSaved(Language language, const QString &file);

} // namespace liaison::text
