#include "core/sandbox/chatlimiter.h"

namespace liaison::sandbox::chat {

Limiter::Verdict Limiter::count(const QString &key, Instant now, int limit, std::int64_t windowMs)
{
    Window &w = m_windows[key];
    // A clock that was put back must not lock anybody out.
    if (w.calls == 0 || now.ms >= w.start.ms + windowMs || now < w.start)
        w = {now, 0};
    ++w.calls;
    Verdict v;
    v.allowed = w.calls <= limit;
    v.remaining = v.allowed ? limit - w.calls : 0;
    v.reset = {w.start.ms + windowMs};
    v.seconds = static_cast<int>((v.reset.ms - now.ms + 999) / 1000);
    return v;
}

} // namespace liaison::sandbox::chat
