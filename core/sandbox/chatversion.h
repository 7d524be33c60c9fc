#pragma once

#include <QString>
#include <compare>

namespace liaison::sandbox::chat {

/// A release; gates compare two numbers only, as clients must (contract section 0.12).
struct Version
{
    int major = 7, minor = 10, patch = 0;

    friend auto operator<=>(const Version &, const Version &) = default;
    [[nodiscard]] bool atLeast(int ma, int mi) const { return major != ma ? major > ma : minor >= mi; }
    [[nodiscard]] QString brief() const { return QStringLiteral("%1.%2").arg(major).arg(minor); }
    [[nodiscard]] QString full() const { return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch); }
    /// An unreadable text gives the default.
    [[nodiscard]] static Version parse(const QString &text);
};

} // namespace liaison::sandbox::chat
