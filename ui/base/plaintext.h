#pragma once

#include <QString>

namespace liaison::ui {

/// What a server says, fit for one place on screen: line breaks and other control characters become spaces, marks that
/// change the direction of what follows them are left out. Letters of any script stay as they are.
[[nodiscard]] QString oneLine(const QString &text);
/// The same, line breaks kept.
[[nodiscard]] QString withoutDirections(const QString &text);

} // namespace liaison::ui
