#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QPair>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace liaison::net {

/// Asked for by whoever started a piece of work; every request that carries the token ends with `Cancelled` soon after
/// cancel(), also one that waits in the queue or for a rate limit. A write that is on the wire already ends with its
/// answer: nobody would know otherwise what became of it. Copies are the same token.
class CancelToken
{
public:
    void cancel() const { m_source.request_stop(); }
    [[nodiscard]] bool isCancelled() const { return m_source.stop_requested(); }
    /// For whoever must be told (std::stop_callback) instead of asking again and again.
    [[nodiscard]] std::stop_token stopToken() const { return m_source.get_token(); }

private:
    mutable std::stop_source m_source; ///< request_stop() is not const in the standard, sharing the state is
};

enum class Method { Get, Post };
enum class Priority { Interactive, Normal, Background };

struct HttpRequest
{
    Method method = Method::Get;
    QUrl url;
    /// Secrets travel here or in the body, never in the URL (design rule 10).
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// Name for logs and errors: the API method, no parameters.
    QString name;
    /// Rate limits are per route and method (Rocket.Chat contract 7): requests of one route are paced together.
    QByteArray route;
    /// A request that changes something is never sent twice by the client (429 excepted: the server did nothing).
    bool write = false;
    Priority priority = Priority::Normal;
    std::chrono::milliseconds timeout{30000};
    qint64 maxBytes = 256LL * 1024 * 1024;
};

struct HttpReply
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;                              ///< decompressed; capacity leaves room for simdjson's padding
    Instant serverDate;                           ///< the Date header; unknown where there was none

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        for (const auto &h : headers) {
            if (h.first == lowerCaseName)
                return h.second;
        }
        return {};
    }
};

/// How one server is spoken to. One queue, one connection budget, one TLS configuration a server.
struct ServerOptions
{
    int connections = 6; ///< requests in flight; more than 6 use further access managers
    QString caFile;      ///< PEM of the institution's CA, added to the system's; empty = none
    QString proxy;       ///< "http://host:port" or "socks5://..."; empty = the system's choice
    /// How long to wait before a 429 or 503 answer is sent again; nullopt = give the answer to the caller.
    /// The default reads Retry-After only; Rocket.Chat's client reads the seconds in the text.
    std::function<std::optional<std::chrono::milliseconds>(const HttpReply &)> retryAfter;
};

/// One line per answered request, for the status bar and the request log; no parameters, headers or bodies.
struct RequestRecord
{
    Instant at;
    QString origin;
    QString name;
    bool write = false;
    int status = 0;
    qint64 bytes = 0;
    int milliseconds = 0;
    QString error;
};

/// What the API clients need of the network. `send` may be called on any thread; the future always ends, whatever
/// happens, with a reply (any status) or an error.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    [[nodiscard]] virtual QFuture<Result<HttpReply>> send(HttpRequest request, CancelToken cancel = {}) = 0;
};

/// The only user of QNetworkAccessManager: design 6.1. Lives in a thread of its own which it starts and joins.
/// - Answers of any HTTP status are replies; errors are for requests that got no whole answer.
/// - A GET-like read (write == false) that ended without an answer (reset, timeout, cut body) or with 5xx is sent once
///   more; 429 and 503 are waited out as told, at most `maxWaits` times and never longer than `maxWait` at once.
/// - Redirects are followed only inside the same origin and never from https to http; others are an error `redirect`.
/// - Clear http is refused for any host but loopback (error code "insecure-url"). TLS errors are never ignored.
class HttpClient : public HttpTransport
{
public:
    HttpClient();
    ~HttpClient() override; ///< aborts what is under way and joins the thread

    /// Before the first request to that origin (scheme://host:port). Unregistered origins are refused: no host is
    /// contacted but those configured (design rule 13).
    void addServer(const QUrl &baseUrl, ServerOptions options);

    [[nodiscard]] QFuture<Result<HttpReply>> send(HttpRequest request, CancelToken cancel = {}) override;

    /// Called on the network thread for each answer; must not block.
    void setObserver(std::function<void(const RequestRecord &)> observer);
    /// Called on the network thread when a rate limit makes a server wait (seconds left); must not block.
    void setWaitObserver(std::function<void(const QString &origin, int seconds)> observer);

    static constexpr int maxWaits = 6;
    static constexpr std::chrono::seconds maxWait{130};

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace liaison::net
