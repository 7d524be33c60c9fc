#include "core/net/wireerror.h"

#include <QMetaEnum>
#include <QSslCertificate>
#include <QStringList>
#include <algorithm>
#include <array>

namespace liaison::net {

namespace {

template <class E> QString enumName(E value)
{
    const char *name = QMetaEnum::fromType<E>().valueToKey(static_cast<int>(value));
    return name ? QString::fromLatin1(name) : QString::number(static_cast<int>(value));
}

bool between(QNetworkReply::NetworkError code, int first, int last)
{
    return code >= first && code <= last;
}

struct Cause
{
    QLatin1String code;
    std::array<QSslError::SslError, 5> errors; ///< padded with NoError
};

/// In order of weight: while the issuer is not trusted, dates and names in the certificate mean nothing.
constexpr std::array causes{
    Cause{QLatin1String("self-signed"), {QSslError::SelfSignedCertificate}},
    Cause{QLatin1String("unknown-ca"),
          {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetIssuerCertificate,
           QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
           QSslError::CertificateUntrusted}},
    Cause{QLatin1String("expired"), {QSslError::CertificateExpired, QSslError::CertificateNotYetValid}},
    Cause{QLatin1String("wrong-host"), {QSslError::HostNameMismatch}},
};

} // namespace

Error wireError(QNetworkReply::NetworkError code, const QString &where)
{
    Error e;
    e.kind = ErrorKind::Network;
    e.where = where;
    e.detail = enumName(code);
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        e.kind = ErrorKind::HostNotFound;
        break;
    case QNetworkReply::ConnectionRefusedError:
        e.kind = ErrorKind::Refused;
        break;
    case QNetworkReply::TimeoutError:
        e.kind = ErrorKind::Timeout;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        return tlsError({}, where);
    default:
        if (between(code, QNetworkReply::ProxyConnectionRefusedError, QNetworkReply::UnknownProxyError))
            e.code = QStringLiteral("proxy");
        break;
    }
    return e;
}

Error tlsError(const QList<QSslError> &errors, const QString &where)
{
    Error e;
    e.kind = ErrorKind::Tls;
    e.code = QStringLiteral("tls");
    e.where = where;
    e.serverCode = QStringLiteral("other");
    QStringList names;
    for (const QSslError &error : errors)
        names << enumName(error.error());
    names.removeDuplicates();
    e.detail = names.isEmpty() ? QStringLiteral("SslHandshakeFailedError") : names.join(u", ");
    // The certificate that would be needed: what the people who run the server have to look for.
    for (const QSslError &error : errors) {
        if (const QString issuer = error.certificate().issuerDisplayName();
            !issuer.isEmpty() && !e.detail.contains(u"issuer: "))
            e.detail += QString(QLatin1String("; issuer: ") + issuer);
    }
    for (const Cause &cause : causes) {
        const bool hit = std::any_of(errors.begin(), errors.end(), [&](const QSslError &error) {
            return error.error() != QSslError::NoError &&
                   std::find(cause.errors.begin(), cause.errors.end(), error.error()) != cause.errors.end();
        });
        if (hit) {
            e.serverCode = cause.code;
            break;
        }
    }
    return e;
}

bool isTransportFailure(QNetworkReply::NetworkError code, int status)
{
    if (code == QNetworkReply::NoError)
        return false;
    if (status < 400)
        return true;
    if (between(code, QNetworkReply::ConnectionRefusedError, QNetworkReply::UnknownNetworkError))
        return true;
    if (between(code, QNetworkReply::ProxyConnectionRefusedError, QNetworkReply::UnknownProxyError))
        return status != 407;
    return code == QNetworkReply::ContentReSendError || code == QNetworkReply::ProtocolFailure;
}

QString errorWord(const Error &error)
{
    const auto word = [&]() -> QString {
        switch (error.kind) {
        case ErrorKind::HostNotFound:
            return QStringLiteral("host-not-found");
        case ErrorKind::Refused:
            return QStringLiteral("refused");
        case ErrorKind::Network:
            return QStringLiteral("network");
        case ErrorKind::Timeout:
            return QStringLiteral("timeout");
        case ErrorKind::Tls:
            return QStringLiteral("tls");
        case ErrorKind::TooLarge:
            return QStringLiteral("too-large");
        case ErrorKind::Cancelled:
            return QStringLiteral("cancelled");
        case ErrorKind::BadReply:
            return QStringLiteral("bad-reply");
        default:
            return QStringLiteral("error");
        }
    }();
    const QString tail = error.kind == ErrorKind::Tls ? error.serverCode : error.code;
    return tail.isEmpty() ? word : QString(word + u':' + tail);
}

} // namespace liaison::net
