#include "core/sandbox/clock.h"

#include <chrono>

namespace liaison::sandbox {
namespace {

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Clock::Clock(Instant start, std::function<qint64()> monotonicMs)
    : m_monotonicMs(monotonicMs ? std::move(monotonicMs) : steadyMs)
{
    set(start);
}

Instant Clock::now() const
{
    return {m_base.ms + m_monotonicMs() - m_since};
}

void Clock::set(Instant now)
{
    m_base = now;
    m_since = m_monotonicMs();
}

} // namespace liaison::sandbox
