#pragma once

#include <QString>

namespace liaison::ui {

/// What a server says, fit for one place on screen: line breaks and other control characters become spaces, marks that
/// change the direction of what follows them are left out. Letters of any script stay as they are.
[[nodiscard]] QString oneLine(const QString &text);
/// The same, line breaks kept.
[[nodiscard]] QString withoutDirections(const QString &text);

/// Where a text that is too long is shortened. A long name without a space is a server's identifier (a room's begins
/// with its site's hash): such names differ at their end, so that is what stays.
[[nodiscard]] Qt::TextElideMode elideModeOf(const QString &text);

} // namespace liaison::ui
