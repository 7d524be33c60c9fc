#pragma once

#include "core/base/instant.h"

#include <functional>

namespace liaison::sandbox {

/// The world's time: set once, it runs on with the machine's monotonic clock. `Date` headers, message dates and the
/// rate limiter follow it.
class Clock
{
public:
    /// `monotonicMs` is replaced in tests; by default the machine's own, which no administrator sets back.
    explicit Clock(Instant start, std::function<qint64()> monotonicMs = {});

    [[nodiscard]] Instant now() const;
    void set(Instant now);
    void advance(qint64 ms) { m_base.ms += ms; }

private:
    std::function<qint64()> m_monotonicMs;
    Instant m_base;
    qint64 m_since = 0;
};

} // namespace liaison::sandbox
