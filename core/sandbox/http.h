#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrlQuery>
#include <memory>
#include <string>
#include <vector>

/// What the two state machines and the socket front exchange. The machines are pure: no sockets, no clock; the time is
/// handed in.
namespace liaison::sandbox {

struct Request {
    QByteArray method; ///< "GET", "POST"
    QString path;      ///< below the server's prefix: "/webservice/rest/server.php", "/api/v1/groups.list"
    QUrlQuery query;   ///< decoded
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QString client = QStringLiteral("127.0.0.1"); ///< address: the rate limiter counts by it
    Instant now;       ///< the world's time
    QByteArray target; ///< path and query as they were written; empty = nobody knows, and no answer is kept

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &h : headers) {
            if (h.first == name)
                return h.second;
        }
        return {};
    }
};

struct Reply {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers{{"Content-Type", "application/json"}};
    QByteArray body;
    std::shared_ptr<QByteArray> packed; ///< of an answer that is kept: the body in gzip, once somebody asked for it
};

/// What the control URL's request log says of a request, and what faults match on; filled without acting.
struct RequestFacts {
    QString site;               ///< Moodle site id; empty for the chat
    QString function;           ///< exact Moodle function, or the chat path's last part ("groups.invite")
    bool write = false;         ///< design section 7
    std::vector<qint64> courses;///< courses the request concerns, as far as its parameters or the world tell
    QStringList rooms;          ///< room ids the request concerns
};

/// One server of the campus. `handle` reads and changes the world; `facts` only looks. `emptyOf` gives the well-formed
/// empty list of that request for the fault `empty`. `revoke` makes every token invalid until `restoreTokens`.
class Server
{
public:
    virtual ~Server() = default;
    virtual Reply handle(const Request &request) = 0;
    [[nodiscard]] virtual RequestFacts facts(const Request &request) const = 0;
    [[nodiscard]] virtual Reply emptyOf(const Request &request) const = 0;
    virtual Reply rateLimited(const Request &request, int seconds) = 0;
    virtual void setRevoked(bool revoked) = 0;
    /// The world was replaced: forget indexes, counters and limiter; tokens stay valid.
    virtual void worldReplaced() = 0;
    /// What happens by itself until then: to be called before the world is looked at.
    virtual void settle(Instant) {}
    /// The world changes by requests alone from here on: answers may be given a second time as they are.
    virtual void keepAnswers() {}
};

} // namespace liaison::sandbox
