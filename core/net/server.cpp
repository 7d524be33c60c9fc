#include "core/net/server.h"

#include "core/base/inputerror.h"
#include "core/net/origin.h"

#include <QFileInfo>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <algorithm>
#include <utility>

namespace liaison::net {

namespace {

class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

std::optional<QNetworkProxy> proxyFrom(const QString &text)
{
    const QUrl url(text);
    QNetworkProxy::ProxyType type{};
    int defaultPort = 0;
    if (url.scheme() == u"http") {
        type = QNetworkProxy::HttpProxy;
        defaultPort = 3128;
    } else if (url.scheme() == u"socks5" || url.scheme() == u"socks5h") {
        type = QNetworkProxy::Socks5Proxy;
        defaultPort = 1080;
    } else {
        return std::nullopt;
    }
    if (url.host().isEmpty())
        return std::nullopt;
    return QNetworkProxy(type, url.host(), static_cast<quint16>(url.port(defaultPort)),
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace

Server::Server(QString origin, ServerOptions options) : m_origin(std::move(origin))
{
    reconfigure(std::move(options));
}

void Server::reconfigure(ServerOptions options)
{
    m_options = std::move(options);
    m_options.connections = std::max(1, m_options.connections);
    m_configurationError.reset();
    for (auto &lane : m_lanes) {
        if (lane->inFlight > 0)
            m_retired.push_back(std::move(lane));
    }
    m_lanes.clear();

    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_options.caFile.isEmpty()) {
        const bool isText = m_options.caFile.contains(u"-----BEGIN ");
        const auto own = isText ? QSslCertificate::fromData(m_options.caFile.toLatin1(), QSsl::Pem)
                                : QSslCertificate::fromPath(m_options.caFile, QSsl::Pem,
                                                            QSslCertificate::PatternSyntax::FixedString);
        if (own.isEmpty())
            m_configurationError = inputError("ca-file", isText ? m_origin : m_options.caFile);
        // Named one by one: with certificates of its own a configuration need not look at the system's any more.
        m_tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    }
    if (!m_options.proxy.isEmpty() && !proxyFrom(m_options.proxy))
        m_configurationError = inputError("proxy", m_origin); // not its text: it can hold a password
}

QNetworkProxy Server::proxyFor(const QUrl &url) const
{
    if (isLoopback(url))
        return QNetworkProxy::NoProxy;
    if (const auto proxy = proxyFrom(m_options.proxy))
        return *proxy;
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
}

std::unique_ptr<QNetworkAccessManager> Server::newManager() const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    if (isLoopback(QUrl(m_origin)))
        manager->setProxy(QNetworkProxy::NoProxy);
    else if (const auto proxy = proxyFrom(m_options.proxy))
        manager->setProxy(*proxy);
    else
        manager->setProxyFactory(new SystemProxy); // owned by the manager
    return manager;
}

Route &Server::routeOf(const HttpRequest &request)
{
    const QByteArray name = request.route.isEmpty() ? request.name.toUtf8() : request.route;
    return m_routes[{name, request.method}];
}

Job *Server::takeNext(RouteGate::Time now)
{
    if (m_inFlight >= m_options.connections)
        return nullptr;
    for (std::size_t priority = 0; priority < 3; ++priority) {
        std::map<quint64, Job *> *oldest = nullptr;
        for (auto &[key, route] : m_routes) {
            auto &queue = route.waiting[priority];
            if (queue.empty() || !route.gate.mayStart(now))
                continue;
            if (!oldest || queue.begin()->first < oldest->begin()->first)
                oldest = &queue;
        }
        if (oldest) {
            Job *job = oldest->begin()->second;
            oldest->erase(oldest->begin());
            return job;
        }
    }
    return nullptr;
}

Lane *Server::takeLane(RouteGate::Time now)
{
    // The first with room: its connections are warm.
    auto it = std::find_if(m_lanes.begin(), m_lanes.end(),
                           [](const auto &lane) { return lane->inFlight < Lane::connections; });
    if (it == m_lanes.end())
        it = m_lanes.insert(m_lanes.end(), std::make_unique<Lane>());
    Lane *lane = it->get();
    if (!lane->manager)
        lane->manager = newManager();
    else if (lane->inFlight == 0 && now - lane->restsSince > Lane::longestRest)
        lane->manager->clearConnectionCache();
    ++lane->inFlight;
    ++m_inFlight;
    return lane;
}

void Server::releaseLane(Lane *lane, RouteGate::Time now)
{
    lane->restsSince = now;
    --m_inFlight;
    if (--lane->inFlight > 0)
        return;
    const auto it = std::find_if(m_retired.begin(), m_retired.end(), [&](const auto &l) { return l.get() == lane; });
    if (it == m_retired.end())
        return;
    (*it)->manager.release()->deleteLater(); // we may be in a signal of one of its replies
    m_retired.erase(it);
}

std::optional<std::chrono::milliseconds> Server::longestWait(RouteGate::Time now) const
{
    std::optional<std::chrono::milliseconds> longest;
    for (const auto &[key, route] : m_routes) {
        const auto until = route.isIdle() ? std::nullopt : route.gate.heldUntil(now);
        if (until)
            longest = std::max(longest.value_or(std::chrono::milliseconds(0)),
                               std::chrono::ceil<std::chrono::milliseconds>(*until - now));
    }
    return longest;
}

std::optional<RouteGate::Time> Server::nextOpening(RouteGate::Time now) const
{
    std::optional<RouteGate::Time> next;
    for (const auto &[key, route] : m_routes) {
        if (route.isIdle())
            continue;
        auto until = route.gate.heldUntil(now);
        // The hold ended between the last look for what may leave and this one: nobody else would look again.
        if (!until && m_inFlight < m_options.connections && route.gate.mayStart(now))
            until = now;
        if (until && (!next || *until < *next))
            next = until;
    }
    return next;
}

} // namespace liaison::net
