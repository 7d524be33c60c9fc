#pragma once

#include "core/net/httpclient.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace liaison::net {

/// How long the answer tells to wait by Retry-After (seconds or a date); nullopt when it tells nothing.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfterHeader(const HttpReply &reply, Instant now);

/// The three headers of a limit; nullopt where one is missing. Reset (epoch ms) is compared with the answer's own Date,
/// as the clocks need not agree; `wall` is this machine's clock.
[[nodiscard]] std::optional<RateLimit> rateLimitOf(const HttpReply &reply, Instant wall);

/// When the next request of one (route, method) may leave: Rocket.Chat counts calls per client address, route and
/// method and tells what is left in X-RateLimit-Limit/-Remaining/-Reset (epoch ms): contract section 7.
/// A server that sends none of them is never waited for. Pure: the caller brings the clock.
class RouteGate
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Ticket = std::uint64_t;

    [[nodiscard]] bool mayStart(Time now) const;
    /// Until when the route is held; nullopt when it is not (it may still be full: then an answer opens it).
    [[nodiscard]] std::optional<Time> heldUntil(Time now) const;

    [[nodiscard]] Ticket started();
    void ended();
    /// Reads the three headers. Reset is compared with the answer's own Date, as the clocks need not agree; `wall` is
    /// this machine's clock for answers without Date.
    void learn(Ticket ticket, const HttpReply &reply, Time now, Instant wall);
    /// What the server asked for in words; stronger than what was learnt. Never longer than HttpClient::maxWait.
    void hold(Time now, std::chrono::milliseconds wait);

private:
    int m_inFlight = 0;
    Ticket m_lastTicket = 0;
    Ticket m_learntFrom = 0;
    std::optional<int> m_limit;
    std::optional<int> m_remaining; ///< of the window that ends at m_resetAt
    Time m_resetAt{};
    Time m_heldUntil{};
};

} // namespace liaison::net
