#pragma once

#include "core/base/result.h"
#include "core/net/httpclient.h"

#include <QString>
#include <QUrl>

/// login/token.php: a login and its password for the token of one service (contract section 1). Pure.
namespace liaison::moodle {

/// POST form; login and password are in the body only. Counts as a write: Moodle makes the token where the account has
/// none yet, and a request that holds a password is never sent twice.
[[nodiscard]] net::HttpRequest signInRequest(const QUrl &wwwroot, const QString &login, const QString &password,
                                             const QString &service);
/// The token. Errors: "wrong-login", "service-not-available" (unknown or disabled), "not-allowed-for-service",
/// "web-services-off" and what `decode` gives. `privatetoken` is not read.
[[nodiscard]] Result<QString> parseSignIn(const net::HttpReply &reply);

} // namespace liaison::moodle
