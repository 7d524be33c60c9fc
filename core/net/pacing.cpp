#include "core/net/pacing.h"

#include "core/net/httpdate.h"

#include <algorithm>

namespace liaison::net {

using std::chrono::milliseconds;

namespace {

std::optional<qint64> number(const QByteArray &text)
{
    bool ok = false;
    const qint64 value = text.trimmed().toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

milliseconds capped(milliseconds wait)
{
    return std::clamp<milliseconds>(wait, milliseconds::zero(), HttpClient::maxWait);
}

} // namespace

std::optional<milliseconds> retryAfterHeader(const HttpReply &reply, Instant now)
{
    const QByteArray value = reply.header("retry-after");
    if (const auto seconds = number(value))
        return std::chrono::seconds(std::min<qint64>(*seconds, 1'000'000));
    const Instant until = parseHttpDate(value);
    if (!until.isKnown())
        return std::nullopt;
    const Instant from = reply.serverDate.isKnown() ? reply.serverDate : now;
    return milliseconds(std::max<qint64>(0, until.ms - from.ms));
}

std::optional<RateLimit> rateLimitOf(const HttpReply &reply, Instant wall)
{
    const auto limit = number(reply.header("x-ratelimit-limit"));
    const auto remaining = number(reply.header("x-ratelimit-remaining"));
    const auto reset = number(reply.header("x-ratelimit-reset"));
    if (!limit || !remaining || !reset)
        return std::nullopt;
    constexpr qint64 plenty = 1'000'000;
    const qint64 left = *reset - (reply.serverDate.isKnown() ? reply.serverDate : wall).ms;
    return RateLimit{static_cast<int>(std::min(*limit, plenty)),
                     static_cast<int>(std::min(*remaining, plenty)),
                     {wall.ms + std::max<qint64>(0, left)}};
}

bool RouteGate::mayStart(Time now) const
{
    if (now < m_heldUntil)
        return false;
    // What is in flight may not have been counted yet when the number was given: it is taken off here.
    const std::optional<int> &allowed = now < m_resetAt ? m_remaining : m_limit;
    return !allowed || m_inFlight < *allowed;
}

std::optional<RouteGate::Time> RouteGate::heldUntil(Time now) const
{
    return now < m_heldUntil ? std::optional(m_heldUntil) : std::nullopt;
}

RouteGate::Ticket RouteGate::started()
{
    ++m_inFlight;
    return ++m_lastTicket;
}

void RouteGate::ended()
{
    --m_inFlight;
}

void RouteGate::learn(Ticket ticket, const HttpReply &reply, Time now, Instant wall)
{
    const auto remaining = number(reply.header("x-ratelimit-remaining"));
    const auto reset = number(reply.header("x-ratelimit-reset"));
    if (!remaining || !reset)
        return;
    // Date is truncated to the second, so this is up to a second too long and never too short.
    const milliseconds left(*reset - (reply.serverDate.isKnown() ? reply.serverDate : wall).ms);
    if (left <= milliseconds::zero())
        return;
    if (*remaining > 0 && ticket < m_learntFrom)
        return; // overtaken by the answer to a later request
    m_learntFrom = std::max(m_learntFrom, ticket);
    constexpr qint64 plenty = 1'000'000;
    m_remaining = static_cast<int>(std::min(*remaining, plenty));
    m_resetAt = now + capped(left);
    if (const auto limit = number(reply.header("x-ratelimit-limit")); limit && *limit > 0)
        m_limit = static_cast<int>(std::min(*limit, plenty));
    if (*remaining == 0)
        m_heldUntil = std::max(m_heldUntil, m_resetAt);
}

void RouteGate::hold(Time now, milliseconds wait)
{
    m_heldUntil = now + capped(wait);
    m_resetAt = m_heldUntil; // a new window starts when the wait is over
    m_remaining = 0;
}

} // namespace liaison::net
