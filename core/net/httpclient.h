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
    /// A request that changes something is never sent twice by the client (429 excepted: the server did nothing). Only
    /// by Post. When it ends with any error but Input, Tls, Refused or HostNotFound the server may have done it.
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
    QString caFile;      ///< PEM file of the institution's CA, or the PEM itself, added to the system's; empty = none
    /// In place of what each request says, for servers slower (or tests quicker) than that; nullopt = as it says.
    std::optional<std::chrono::milliseconds> timeout;
    QString proxy;       ///< "http://host:port" or "socks5://..."; empty = the system's choice
    /// How long to wait before a 429 or 503 answer is sent again; nullopt = give the answer to the caller.
    /// The default reads Retry-After only; Rocket.Chat's client reads the seconds in the text.
    std::function<std::optional<std::chrono::milliseconds>(const HttpReply &)> retryAfter;
};

/// What a server said of its own limit with an answer (X-RateLimit-*: Rocket.Chat contract section 7).
struct RateLimit
{
    int limit = 0, remaining = 0; ///< calls a window; left in this one
    Instant resetAt;              ///< when the window ends, by this machine's clock

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/// One line per attempt that left, for the status bar and the request log; no values of parameters, no headers, no
/// bodies.
struct RequestRecord
{
    Instant at; ///< when it ended, this machine's time
    QString origin;
    QString name; ///< of the request: the API method, the web service function
    Method method = Method::Get;
    QString path; ///< "/chat/api/v1/groups.members?count&roomId": parameters by name only
    bool write = false;
    int attempt = 1; ///< of the same request: 2 after a repetition or a wait
    int status = 0;
    qint64 bytes = 0;
    int milliseconds = 0;
    QString error;
    std::optional<RateLimit> limit;
};

/// "/a/b?id&count" of an address: what its parameters are called, never what they are.
[[nodiscard]] QString maskedPath(const QUrl &url);

/// What the API clients need of the network. `send` may be called on any thread; the future always ends, whatever
/// happens, with a reply (any status) or an error.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    [[nodiscard]] virtual QFuture<Result<HttpReply>> send(HttpRequest request, CancelToken cancel = {}) = 0;
};

/// The only user of QNetworkAccessManager: design 6.1. Lives in a thread of its own which it starts and joins.
/// - Answers of any HTTP status are replies; errors are for requests that got no whole answer. A body that ends early
///   (length, chunks, gzip trailer) is kind Network, never a short reply; Content-Encoding other than gzip is BadReply.
/// - A read (write == false) that ended without an answer (reset, timeout, cut body) or with 5xx is sent once more.
///   429 is waited out as told, for writes too; 503 for reads only and only when at most 10 s are told. That happens at
///   most `maxWaits` times and never longer than `maxWait` at once; then the answer is the caller's. While a route
///   waits, other routes go on. A write leaves at most once (tried: Qt alone repeats a POST up to 3 times after a
///   reset).
/// - Redirects of a GET are followed, 3 times at most and only inside the same origin; others are BadReply "redirect"
///   (detail: the origin it pointed to).
/// - Clear http is refused for any host but loopback (Input, "insecure-url"; so is user information in the URL). TLS
///   errors are never ignored (Tls, code "tls"; serverCode "expired", "wrong-host", "self-signed", "unknown-ca",
///   "other").
/// - More Input codes: "unknown-host" (origin not registered), "write-by-get", "bad-header" (line break in a header),
///   "ca-file" and "proxy" (the server's options cannot be used). A proxy that fails is Network, code "proxy".
/// - No cookies, no cache, no HTTP authentication, HTTP/1.1 only.
class HttpClient : public HttpTransport
{
public:
    HttpClient();
    ~HttpClient() override; ///< aborts what is under way and joins the thread

    /// Before the first request to that origin (scheme://host:port); again when the options change. Unregistered
    /// origins are refused: no host is contacted but those configured (design rule 13).
    void addServer(const QUrl &baseUrl, ServerOptions options);

    [[nodiscard]] QFuture<Result<HttpReply>> send(HttpRequest request, CancelToken cancel = {}) override;

    /// Called on the network thread for each attempt that left, also for one without an answer or cancelled; must not
    /// block.
    void setObserver(std::function<void(const RequestRecord &)> observer);
    /// Called on the network thread when a limit makes requests to a server wait: at once, each second (seconds left of
    /// the longest wait) and with 0 when nothing waits any more; must not block.
    void setWaitObserver(std::function<void(const QString &origin, int seconds)> observer);

    static constexpr int maxWaits = 6;
    static constexpr std::chrono::seconds maxWait{130};

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace liaison::net
