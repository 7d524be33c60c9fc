#pragma once

#include "core/base/instant.h"

#include <QByteArray>

namespace liaison::net {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7; the two obsolete forms are not read); unknown when unreadable.
/// Whole seconds, truncated by the server.
[[nodiscard]] Instant parseHttpDate(const QByteArray &text);

} // namespace liaison::net
