#pragma once

#include "core/sandbox/front_message.h"

namespace liaison::sandbox {

class Front;

/// Answers what is asked below the control URL (docs/sandbox.md). `what` is the rest of the path: "/requests",
/// "/world",
/// "/faults", "/clock", "/noise", or "" for the line printed at start. Errors: {"error":{"code","detail"}}.
///
/// Any page open in a browser on this machine can send requests to a port of 127.0.0.1. So: the path has a random
/// segment, a request with an `Origin` is refused, so is one for another host name (DNS rebinding), and a body has to
/// be JSON.
[[nodiscard]] Reply controlReply(Front &front, const HttpRequest &request, const QString &what);

} // namespace liaison::sandbox
