#pragma once

#include "core/sandbox/http.h"

#include <QByteArray>
#include <functional>

/// HTTP/1.1 on bytes: reading requests piece by piece and writing replies. No socket in here.
namespace liaison::sandbox {

struct HttpRequest
{
    QByteArray method;
    QString path;                                 ///< percent-decoded, without the query
    QUrlQuery query;                              ///< "+" is a space
    QByteArray target;                            ///< both as they were written
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QString client;
    bool keepAlive = true;
    bool acceptsGzip = false;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &h : headers) {
            if (h.first == name)
                return h.second;
        }
        return {};
    }
};

/// Takes bytes as they come. Content-Length and chunked bodies; what follows a request stays for the next one.
class RequestReader
{
public:
    /// The largest body that is taken for a path; asked once the headers are there.
    using BodyLimit = std::function<qsizetype(const QString &path)>;
    explicit RequestReader(BodyLimit limit) : m_limit(std::move(limit)) {}

    enum class State {
        Incomplete, ///< more bytes are needed
        Ready,      ///< `take` gives the request
        Refused     ///< `refusal` is the status to answer (400, 413, 431, 501, 505); nothing more can be read
    };
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    [[nodiscard]] State read();
    [[nodiscard]] HttpRequest take();
    /// False: the next request has not begun.
    [[nodiscard]] bool hasMore() const { return m_at < m_buffer.size(); }
    [[nodiscard]] int refusal() const { return m_refusal; }
    /// True once for each request whose headers ask for "100 Continue" and whose body has not come yet.
    [[nodiscard]] bool wantsContinue();

private:
    enum class Stage { Headers, Body, ChunkSize, ChunkData, Trailers, Done };
    State refuse(int status);
    State readHeaders();
    State readChunks();
    bool requestLine(const QByteArray &line);
    bool headerLines(const QList<QByteArray> &lines);
    bool framing();
    std::optional<QByteArray> line();

    BodyLimit m_limit;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< what of the buffer was used
    HttpRequest m_request;
    Stage m_stage = Stage::Headers;
    qsizetype m_bodyLimit = 0;
    qsizetype m_remaining = 0;
    int m_refusal = 0;
    bool m_http10 = false;
    bool m_continue = false;
};

struct ReplyOptions
{
    Instant date;
    bool keepAlive = true;
    bool gzip = false; ///< the client takes it; used above 1 kB
    bool head = false; ///< headers only
};

/// Head and body of a reply, apart, so that a body can be cut.
struct WireReply
{
    QByteArray head;
    QByteArray body;
};
[[nodiscard]] WireReply toWire(const Reply &reply, const ReplyOptions &options);

/// RFC 1952, from Qt's zlib stream: nothing more to link.
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

/// A page like those of the web server in front: status 502, 503, an unknown path.
[[nodiscard]] Reply webPage(int status);
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace liaison::sandbox
