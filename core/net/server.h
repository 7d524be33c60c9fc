#pragma once

#include "core/net/httpclient.h"
#include "core/net/pacing.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPair>
#include <QSslConfiguration>
#include <array>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace liaison::net {

struct Job;

/// The waiting requests of one (route, method), oldest first in each priority, and when the next may leave.
struct Route
{
    std::array<std::map<quint64, Job *>, 3> waiting; ///< by Priority, then by the order in which they were sent to us
    RouteGate gate;

    [[nodiscard]] bool isIdle() const { return waiting[0].empty() && waiting[1].empty() && waiting[2].empty(); }
};

/// One access manager and how many requests it was given. Qt opens 6 connections a host and manager (not adjustable
/// before 6.5); more than that would wait inside Qt, where neither priority nor timeout of ours applies.
struct Lane
{
    static constexpr int connections = 6;
    /// Apache and Node close a connection after 5 idle seconds. A request that meets that moment is lost, and a write
    /// is then of unknown outcome though nobody saw it: connections that rested longer than this are not used again.
    static constexpr std::chrono::seconds longestRest{3};

    std::unique_ptr<QNetworkAccessManager> manager;
    int inFlight = 0;
    std::chrono::steady_clock::time_point restsSince{};
};

/// One configured origin: queue, connection budget, TLS configuration and proxy. Lives on the network thread.
class Server
{
public:
    using RouteKey = QPair<QByteArray, Method>;

    Server(QString origin, ServerOptions options);

    [[nodiscard]] const QString &origin() const { return m_origin; }
    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    [[nodiscard]] const QSslConfiguration &tls() const { return m_tls; }
    /// What a request to that address goes through.
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url) const;
    /// Why nothing can be sent with these options (kind Input; code "ca-file" or "proxy").
    [[nodiscard]] const std::optional<Error> &configurationError() const { return m_configurationError; }
    [[nodiscard]] std::map<RouteKey, Route> &routes() { return m_routes; }

    /// Takes the next options; requests that wait use them, connections of the old ones are used up.
    void reconfigure(ServerOptions options);

    [[nodiscard]] Route &routeOf(const HttpRequest &request);
    /// The next job that may leave now, taken out of the queue; nullptr when none may.
    [[nodiscard]] Job *takeNext(RouteGate::Time now);
    /// A lane with a free connection, counted as used.
    [[nodiscard]] Lane *takeLane(RouteGate::Time now);
    void releaseLane(Lane *lane, RouteGate::Time now);
    /// How long the longest held route with waiting requests has to wait; nullopt when none is held.
    [[nodiscard]] std::optional<std::chrono::milliseconds> longestWait(RouteGate::Time now) const;
    [[nodiscard]] std::optional<RouteGate::Time> nextOpening(RouteGate::Time now) const;

private:
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> newManager() const;

    QString m_origin;
    ServerOptions m_options;
    QSslConfiguration m_tls;
    std::optional<Error> m_configurationError;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<std::unique_ptr<Lane>> m_retired;
    int m_inFlight = 0;
    std::map<RouteKey, Route> m_routes;
};

} // namespace liaison::net
