#include "core/net/exchange.h"

#include "core/base/uithread.h"
#include "core/net/httpdate.h"
#include "core/net/oneshotbody.h"
#include "core/net/origin.h"
#include "core/net/wireerror.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <algorithm>
#include <array>
#include <utility>

namespace liaison::net {

namespace {

constexpr qsizetype simdjsonPadding = 64;
/// Memory is set aside for what a server announces up to here; beyond that it has to send it first.
constexpr qint64 largestPromise = 16 * 1024 * 1024;

bool hasToken(const QByteArray &header, const char *token)
{
    const QList<QByteArray> parts = header.toLower().split(',');
    return std::any_of(parts.begin(), parts.end(), [&](const QByteArray &part) { return part.trimmed() == token; });
}

bool isChunked(const QNetworkReply &reply)
{
    return hasToken(reply.rawHeader("transfer-encoding"), "chunked");
}

std::optional<qint64> contentLength(const QNetworkReply &reply)
{
    if (isChunked(reply))
        return std::nullopt; // then it does not count (RFC 9112, 6.3)
    bool ok = false;
    const qint64 length = reply.rawHeader("content-length").trimmed().toLongLong(&ok);
    return ok && length >= 0 ? std::optional(length) : std::nullopt;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest prepared(const QUrl &url, const HttpRequest &request, const QSslConfiguration &tls)
{
    QNetworkRequest r(url);
    r.setSslConfiguration(tls);
    r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    r.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    r.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    r.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Facts decide about removals: an answer some proxy kept is not one.
    r.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // One protocol everywhere (no ALPN on Windows); what is proven here about cut answers holds for HTTP/1.1.
    r.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    r.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    r.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Liaison/" LIAISON_VERSION));
    if (request.method == Method::Post)
        r.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/octet-stream"));
    for (const auto &[name, value] : request.headers)
        r.setRawHeader(name, value);
    r.setRawHeader("Accept-Encoding", "gzip"); // set by hand = Qt leaves the body alone: see Gunzip
    return r;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &manager, const QSslConfiguration &tls, const HttpRequest &request, Done done)
    : m_manager(manager), m_tls(tls), m_request(request), m_done(std::move(done))
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { finish(fail(error(ErrorKind::Timeout))); });
}

Exchange::~Exchange()
{
    dropReply();
}

void Exchange::start()
{
    m_clock.start();
    m_timeout.start(m_request.timeout);
    send(m_request.url);
}

void Exchange::abort()
{
    m_done = nullptr;
    m_timeout.stop();
    dropReply();
}

void Exchange::send(const QUrl &url)
{
    const QNetworkRequest request = prepared(url, m_request, m_tls);
    // A GET has a body here as well, an empty one, so that Qt does not re-send it by itself: OneShotBody.
    auto *body = new OneShotBody(m_request.method == Method::Post ? m_request.body : QByteArray());
    m_reply = m_request.method == Method::Post ? m_manager.post(request, body)
                                               : m_manager.sendCustomRequest(request, "GET", body);
    body->setParent(m_reply);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::consume);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
}

void Exchange::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

void Exchange::onMetaData()
{
    const auto length = contentLength(*m_reply);
    if (length && *length > m_request.maxBytes)
        return finish(fail(error(ErrorKind::TooLarge)));
    const QByteArray encoding = m_reply->rawHeader("content-encoding").trimmed().toLower();
    m_gunzip.reset();
    if (encoding == "gzip" || encoding == "x-gzip")
        m_gunzip.emplace();
    else if (!encoding.isEmpty() && encoding != "identity")
        return finish(fail(error(ErrorKind::BadReply, QString(), QStringLiteral("content-encoding"))));
    else if (length)
        m_body.reserve(std::min(*length, largestPromise) + simdjsonPadding);
}

void Exchange::consume()
{
    notOnUiThread("reading from the network");
    std::array<char, 64 * 1024> chunk;
    while (m_reply) {
        const qint64 got = m_reply->read(chunk.data(), chunk.size());
        if (got <= 0)
            return;
        m_rawBytes += got;
        auto state = Gunzip::State::More;
        if (m_gunzip)
            state = m_gunzip->feed(chunk.data(), got, m_body, m_request.maxBytes);
        else if (m_body.size() + got > m_request.maxBytes)
            state = Gunzip::State::TooLarge;
        else
            m_body.append(chunk.data(), got);
        if (state == Gunzip::State::TooLarge)
            return finish(fail(error(ErrorKind::TooLarge)));
        if (state == Gunzip::State::Broken)
            return finish(fail(error(ErrorKind::Network, QString(), QStringLiteral("gzip"))));
    }
}

void Exchange::onFinished()
{
    consume();
    if (!m_reply)
        return;
    const int status = statusOf(*m_reply);
    const QNetworkReply::NetworkError code = m_reply->error();
    // Before the code: Qt wants to rewind the body for 307 and 308 and complains about ours.
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status >= 300 && status < 400 && !target.isEmpty())
        return followRedirect(m_reply->url().resolved(target), status);
    if (!m_tlsErrors.isEmpty() && code == QNetworkReply::SslHandshakeFailedError)
        return finish(fail(tlsError(m_tlsErrors, m_request.name)));
    // Qt also wants to re-send when a fast server has answered and closed before Qt looked (an answer that ends with
    // the connection): it is all here then, as far as incomplete() can tell.
    const bool answeredAndClosed = code == QNetworkReply::ContentReSendError && status >= 200 && !isChunked(*m_reply);
    if (isTransportFailure(code, status) && !answeredAndClosed) {
        Error e = wireError(code, m_request.name);
        e.httpStatus = status;
        // Qt has no code of its own for a proxy that refuses or is not found; with one configured it is the only peer.
        const auto proxy = m_manager.proxy().type();
        if (code == QNetworkReply::UnknownNetworkError && proxy != QNetworkProxy::NoProxy &&
            proxy != QNetworkProxy::DefaultProxy)
            e.code = QStringLiteral("proxy");
        return finish(fail(e));
    }
    if (auto e = incomplete(status))
        return finish(fail(*std::move(e)));
    finish(takeReply(status));
}

/// Qt notices most cut bodies, but neither a length that does not fit nor a compressed stream that just ends.
std::optional<Error> Exchange::incomplete(int status) const
{
    if (status < 200) // 103 and the like end the exchange in Qt 6.4; the answer is lost
        return error(ErrorKind::Network, QString(), QStringLiteral("no final status"));
    if (status == 204 || status == 304)
        return std::nullopt;
    const auto length = contentLength(*m_reply);
    if (length && *length != m_rawBytes) {
        return error(ErrorKind::Network, QString(), QStringLiteral("cut: %1 of %2 bytes").arg(m_rawBytes).arg(*length));
    }
    const bool emptyOnPurpose = m_rawBytes == 0 && (length || isChunked(*m_reply));
    if (m_gunzip && m_gunzip->state() != Gunzip::State::Done && !emptyOnPurpose)
        return error(ErrorKind::Network, QString(), QStringLiteral("cut: gzip"));
    return std::nullopt;
}

HttpReply Exchange::takeReply(int status)
{
    HttpReply reply;
    reply.status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        const QByteArray lower = name.toLower();
        if (lower != "set-cookie") // a session is a secret, and nothing here uses one
            reply.headers.append({lower, value});
    }
    reply.serverDate = parseHttpDate(m_reply->rawHeader("date"));
    m_body.reserve(m_body.size() + simdjsonPadding);
    reply.body = std::move(m_body);
    return reply;
}

void Exchange::followRedirect(const QUrl &target, int status)
{
    const bool sameOrigin = originOf(target) == originOf(m_request.url);
    if (m_request.method != Method::Get || !sameOrigin || ++m_redirects > maxRedirects) {
        Error e = error(ErrorKind::BadReply, QStringLiteral("redirect"), originOf(target));
        e.httpStatus = status;
        return finish(fail(e));
    }
    dropReply();
    m_rawBytes = 0;
    m_body.clear();
    m_gunzip.reset();
    QUrl next = target;
    next.setUserInfo({});
    send(next);
}

void Exchange::finish(Result<HttpReply> result)
{
    m_timeout.stop();
    dropReply();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

Error Exchange::error(ErrorKind kind, const QString &code, const QString &detail) const
{
    return {.kind = kind,
            .code = code,
            .where = m_request.name,
            .httpStatus = m_reply ? statusOf(*m_reply) : 0,
            .serverCode = {},
            .detail = detail};
}

} // namespace liaison::net
