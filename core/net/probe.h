#pragma once

#include "core/net/httpclient.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace liaison::net {

/// The certificate a server showed, after it was trusted.
struct Certificate
{
    QString issuer;   ///< organisation, else common name
    QString protocol; ///< "TLS 1.3"
    Instant expires;
};

/// One certificate as the server showed it, trusted or not: for people to look at, never to be believed.
struct ShownCertificate
{
    QString subject, issuer; ///< common name, else organisation; both where both are there: "R11, Let’s Encrypt"
    Instant from, until;
    QString sha256; ///< "AB:CD:..."
    bool selfSigned = false;

    friend bool operator==(const ShownCertificate &, const ShownCertificate &) = default;
};

/// The way to a server step by step, without a single byte of HTTP. A step after one that failed is not tried: nullopt.
struct Probe
{
    QString host;
    int port = 0;
    bool encrypted = true; ///< false: clear http, which is for loopback only
    bool literal = false;  ///< the address names no host: there is nothing to resolve
    QString proxy;         ///< "host:port" of the proxy in between, which then resolves the name; no credentials
    std::optional<Result<QStringList>> name; ///< addresses
    std::optional<Result<int>> tcp;          ///< milliseconds until the connection stood
    std::optional<Result<Certificate>> tls;  ///< of encrypted servers
    std::vector<ShownCertificate> chain;     ///< the server's own first; also where it was not trusted
    /// With a chain that leads to no authority that is known here: the certificate that is missing, on the server (an
    /// intermediate one) or here (the institution's authority). It is the issuer of the last one shown.
    QString missing;

    /// The first step that failed.
    [[nodiscard]] std::optional<Error> error() const;
};

/// Resolves, connects and shakes hands as the HTTP client would: same proxy, same CA, no TLS error ignored. Blocking,
/// at most some 25 seconds: for a worker thread.
[[nodiscard]] Probe probe(const QUrl &server, const ServerOptions &options, const CancelToken &cancel);

} // namespace liaison::net
