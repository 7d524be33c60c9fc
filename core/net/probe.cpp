#include "core/net/probe.h"

#include "core/net/origin.h"
#include "core/net/server.h"
#include "core/net/wireerror.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QSslSocket>

namespace liaison::net {
namespace {

constexpr int connectMs = 10'000;
constexpr int handshakeMs = 10'000;

Error wrong(ErrorKind kind, const char *code, const QString &where, const QString &detail = {})
{
    return {kind, QString::fromLatin1(code), where, 0, {}, detail};
}

/// What QAbstractSocket reports, in our kinds.
Error socketError(QAbstractSocket::SocketError code, const QString &where)
{
    switch (code) {
    case QAbstractSocket::HostNotFoundError:
        return wrong(ErrorKind::HostNotFound, "", where);
    case QAbstractSocket::ConnectionRefusedError:
        return wrong(ErrorKind::Refused, "", where);
    case QAbstractSocket::SocketTimeoutError:
        return wrong(ErrorKind::Timeout, "", where);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return wrong(ErrorKind::Network, "proxy", where);
    default:
        return wrong(ErrorKind::Network, "", where, QStringLiteral("socket %1").arg(static_cast<int>(code)));
    }
}

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_3:
        return QStringLiteral("TLS 1.3");
    case QSsl::TlsV1_2:
        return QStringLiteral("TLS 1.2");
    default:
        return QStringLiteral("TLS");
    }
}

QString issuerOf(const QSslCertificate &certificate)
{
    for (const auto field : {QSslCertificate::Organization, QSslCertificate::CommonName}) {
        const QString name = certificate.issuerInfo(field).value(0);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

QString nameOf(const QStringList &common, const QStringList &organisation)
{
    QStringList names{common.value(0), organisation.value(0)};
    names.removeAll(QString());
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

std::vector<ShownCertificate> shownBy(const QSslSocket &socket)
{
    std::vector<ShownCertificate> chain;
    const QList<QSslCertificate> certificates = socket.peerCertificateChain();
    for (const QSslCertificate &c : certificates) {
        const auto subject = [&](QSslCertificate::SubjectInfo part) { return c.subjectInfo(part); };
        const auto issuer = [&](QSslCertificate::SubjectInfo part) { return c.issuerInfo(part); };
        chain.push_back({nameOf(subject(QSslCertificate::CommonName), subject(QSslCertificate::Organization)),
                         nameOf(issuer(QSslCertificate::CommonName), issuer(QSslCertificate::Organization)),
                         {c.effectiveDate().toMSecsSinceEpoch()},
                         {c.expiryDate().toMSecsSinceEpoch()},
                         QString::fromLatin1(c.digest(QCryptographicHash::Sha256).toHex(':').toUpper()),
                         c.isSelfSigned()});
    }
    return chain;
}

Result<QStringList> resolve(const QString &host)
{
    const QHostInfo info = QHostInfo::fromName(host);
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
        return fail(wrong(ErrorKind::HostNotFound, "", host));
    QStringList addresses;
    const QList<QHostAddress> found = info.addresses();
    for (const QHostAddress &address : found)
        addresses << address.toString();
    return addresses;
}

} // namespace

std::optional<Error> Probe::error() const
{
    if (name && !*name)
        return name->error();
    if (tcp && !*tcp)
        return tcp->error();
    if (tls && !*tls)
        return tls->error();
    return std::nullopt;
}

Probe probe(const QUrl &url, const ServerOptions &options, const CancelToken &cancel)
{
    Probe out;
    out.host = url.host();
    out.encrypted = url.scheme() == u"https";
    out.port = url.port(out.encrypted ? 443 : 80);
    const QString where = QStringLiteral("%1:%2").arg(out.host).arg(out.port);
    if (!out.encrypted && !isLoopback(url)) { // rule 11: nothing is sent in the clear
        out.name = fail(wrong(ErrorKind::Input, "insecure-url", where));
        return out;
    }
    const Server server(originOf(url), options);
    if (const auto error = server.configurationError()) {
        out.name = fail(*error);
        return out;
    }
    const QNetworkProxy proxy = server.proxyFor(url);
    if (proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy) {
        out.proxy = QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
        out.name = resolve(proxy.hostName()); // the server's own name is the proxy's to resolve
    } else if (QHostAddress literal; literal.setAddress(out.host)) {
        out.literal = true;
        out.name = QStringList{literal.toString()};
    } else {
        out.name = resolve(out.host);
    }
    if (!*out.name || cancel.isCancelled())
        return out;

    QSslSocket socket;
    socket.setProxy(out.proxy.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxy);
    QElapsedTimer clock;
    clock.start();
    socket.connectToHost(out.host, static_cast<quint16>(out.port));
    if (!socket.waitForConnected(connectMs)) {
        out.tcp = fail(socketError(socket.error(), where));
        return out;
    }
    out.tcp = static_cast<int>(clock.elapsed());
    if (!out.encrypted || cancel.isCancelled()) {
        socket.abort();
        return out;
    }
    socket.setSslConfiguration(server.tls());
    socket.setPeerVerifyName(out.host);
    socket.startClientEncryption();
    if (!socket.waitForEncrypted(handshakeMs)) {
        const auto problems = socket.sslHandshakeErrors();
        out.chain = shownBy(socket);
        out.tls = fail(problems.isEmpty() && socket.error() == QAbstractSocket::SocketTimeoutError
                           ? socketError(socket.error(), where)
                           : tlsError(problems, where));
        const QString cause = out.tls->error().serverCode;
        if (!out.chain.empty() && cause == u"unknown-ca")
            out.missing = out.chain.back().issuer;
        return out;
    }
    out.chain = shownBy(socket);
    const QSslCertificate certificate = socket.peerCertificate();
    out.tls = Certificate{
        issuerOf(certificate), protocolName(socket.sessionProtocol()), {certificate.expiryDate().toMSecsSinceEpoch()}};
    socket.abort();
    return out;
}

} // namespace liaison::net
