#include "core/net/httpclient.h"

#include "core/net/engine.h"
#include "core/net/origin.h"

#include <QStringList>
#include <algorithm>

namespace liaison::net {

namespace {

/// Why this request must not be sent, before anything of it touches the network.
std::optional<QString> objection(const HttpRequest &request)
{
    const QUrl &url = request.url;
    const bool clear = url.scheme() == u"http";
    if (!url.isValid() || (!clear && url.scheme() != u"https") || (clear && !isLoopback(url)))
        return QStringLiteral("insecure-url");
    if (!url.userInfo().isEmpty()) // a secret in a URL (design rule 10)
        return QStringLiteral("insecure-url");
    // A GET may be repeated by any proxy on the way; what changes something is never sent as one.
    if (request.write && request.method == Method::Get)
        return QStringLiteral("write-by-get");
    const auto unfit = [](const QByteArray &text) {
        return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    };
    const auto bad = [&](const auto &header) { return unfit(header.first) || unfit(header.second); };
    if (std::any_of(request.headers.begin(), request.headers.end(), bad))
        return QStringLiteral("bad-header");
    return std::nullopt;
}

QFuture<Result<HttpReply>> refused(ErrorKind kind, const QString &code, const HttpRequest &request)
{
    Error error{.kind = kind, .code = code, .where = request.name, .serverCode = {}, .detail = {}};
    return QtFuture::makeReadyFuture(Result<HttpReply>(fail(std::move(error))));
}

} // namespace

QString maskedPath(const QUrl &url)
{
    QStringList names;
    const QStringList parts = url.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        names << part.section(u'=', 0, 0);
    const QString path = url.path(QUrl::FullyEncoded);
    return names.isEmpty() ? path : QString(path + u'?' + names.join(u'&'));
}

HttpClient::HttpClient() : m_engine(std::make_unique<Engine>()) {}

HttpClient::~HttpClient() = default;

void HttpClient::addServer(const QUrl &baseUrl, ServerOptions options)
{
    m_engine->addServer(originOf(baseUrl), std::move(options));
}

QFuture<Result<HttpReply>> HttpClient::send(HttpRequest request, CancelToken cancel)
{
    if (const auto code = objection(request))
        return refused(ErrorKind::Input, *code, request);
    QString origin = originOf(request.url);
    if (!m_engine->knows(origin))
        return refused(ErrorKind::Input, QStringLiteral("unknown-host"), request);
    if (cancel.isCancelled())
        return refused(ErrorKind::Cancelled, {}, request);
    return m_engine->submit(std::move(request), std::move(origin), std::move(cancel));
}

void HttpClient::setObserver(std::function<void(const RequestRecord &)> observer)
{
    m_engine->setObserver(std::move(observer));
}

void HttpClient::setWaitObserver(std::function<void(const QString &origin, int seconds)> observer)
{
    m_engine->setWaitObserver(std::move(observer));
}

} // namespace liaison::net
