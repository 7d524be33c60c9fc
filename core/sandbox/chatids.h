#pragma once

#include <QString>

namespace liaison::sandbox::chat {

/// Spreads a text over 64 bits; the same on every machine, which qHash is not.
[[nodiscard]] quint64 mix(quint64 seed, const QString &text);
/// An id as the server makes them: 17 characters, the same for the same text.
[[nodiscard]] QString makeId(quint64 seed, const QString &text, int length = 17);

} // namespace liaison::sandbox::chat
