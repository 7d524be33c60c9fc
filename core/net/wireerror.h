#pragma once

#include "core/base/result.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace liaison::net {

/// What Qt reports, in our kinds. QNetworkReply::errorString() is never used: it can contain the URL. `detail` is the
/// name of the code ("RemoteHostClosedError"); proxy trouble is kind Network with code "proxy".
[[nodiscard]] Error wireError(QNetworkReply::NetworkError code, const QString &where);

/// Kind Tls, code "tls". serverCode names the first cause to look at: "self-signed", "unknown-ca", "expired",
/// "wrong-host" or "other"; detail lists all of Qt's codes.
[[nodiscard]] Error tlsError(const QList<QSslError> &errors, const QString &where);

/// True for a failure of the connection, false where Qt only repeats that the HTTP status is 4xx or 5xx.
[[nodiscard]] bool isTransportFailure(QNetworkReply::NetworkError code, int status);

/// One word for RequestRecord: "timeout", "tls:expired", ...
[[nodiscard]] QString errorWord(const Error &error);

} // namespace liaison::net
