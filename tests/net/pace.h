#pragma once

#include "core/net/httpclient.h"

#include <algorithm>
#include <chrono>

/// What tests of the queue and of the waits have in common.
using Future = QFuture<liaison::Result<liaison::net::HttpReply>>;

[[nodiscard]] inline liaison::net::ServerOptions options(int connections)
{
    liaison::net::ServerOptions o;
    o.connections = connections;
    return o;
}

/// What Rocket.Chat's client does with its own body, in milliseconds here: "wait 40".
[[nodiscard]] inline liaison::net::ServerOptions waitsAsTold(int connections = 6)
{
    liaison::net::ServerOptions o = options(connections);
    o.retryAfter = [](const liaison::net::HttpReply &reply) -> std::optional<std::chrono::milliseconds> {
        if (!reply.body.startsWith("wait "))
            return std::nullopt;
        return std::chrono::milliseconds(reply.body.mid(5).toInt());
    };
    return o;
}

[[nodiscard]] inline bool allFinished(const QList<Future> &futures)
{
    return std::all_of(futures.begin(), futures.end(), [](const Future &f) { return f.isFinished(); });
}
