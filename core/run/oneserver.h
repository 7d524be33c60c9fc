#pragma once

#include "core/run/connectionsteps.h"

#include <memory>

/// Calls of a server that no profile knows yet.
namespace liaison {

/// A client that knows one server. Kept together: the client of a server must not outlive its transport.
[[nodiscard]] std::unique_ptr<net::HttpClient> clientFor(const QString &url, const ConnectionRoute &route);

/// Blocks (worker threads). Errors: those of connection, cancelled.
[[nodiscard]] Result<net::HttpReply> sendAndWait(net::HttpClient &http, net::HttpRequest request,
                                                 const net::CancelToken &cancel);

} // namespace liaison
