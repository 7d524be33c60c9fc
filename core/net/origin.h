#pragma once

#include <QString>
#include <QUrl>

namespace liaison::net {

/// "https://moodle.example:443": the unit in which hosts are configured, connections are budgeted and tokens belong.
/// Path, query and user information are no part of it.
[[nodiscard]] QString originOf(const QUrl &url);

/// localhost, 127.0.0.0/8 and ::1: the only hosts that may be spoken to in the clear, and never through a proxy.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace liaison::net
