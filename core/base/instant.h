#pragma once

#include <QDateTime>
#include <QString>
#include <compare>
#include <cstdint>

namespace liaison {

/// A point in time in milliseconds since 1970 UTC. Facts of a server carry that server's time (its Date header),
/// never this machine's clock: design section 4.2.
struct Instant
{
    std::int64_t ms = 0;

    friend auto operator<=>(const Instant &, const Instant &) = default;

    [[nodiscard]] bool isKnown() const { return ms != 0; }
    /// ISO 8601 with Z, whole seconds: the form of every date in our documents.
    [[nodiscard]] QString iso() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate); }
    [[nodiscard]] static Instant fromSeconds(std::int64_t s) { return {s * 1000}; }
    /// Accepts ISO 8601 with or without milliseconds; an unreadable text gives the unknown instant.
    [[nodiscard]] static Instant fromIso(const QString &text)
    {
        const QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
        return t.isValid() ? Instant{t.toMSecsSinceEpoch()} : Instant{};
    }
};

} // namespace liaison
