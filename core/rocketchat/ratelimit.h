#pragma once

#include "core/net/httpclient.h"

namespace liaison::rocketchat {

/// How long a 429 (or 503) asks us to wait; for net::ServerOptions::retryAfter. Rocket.Chat sends no Retry-After but
/// the seconds in its text, and X-RateLimit-Reset in epoch milliseconds (contract section 7). The text is preferred:
/// it does not depend on clocks; the reset time is compared with the server's own Date. A proxy's Retry-After comes
/// last. Always a second more than asked; nullopt = nothing usable.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const net::HttpReply &reply);

} // namespace liaison::rocketchat
