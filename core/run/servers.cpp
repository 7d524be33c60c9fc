#include "core/run/servers.h"

#include "core/rocketchat/client.h"
#include "core/rocketchat/ratelimit.h"
#include "core/rocketchat/writer.h"

namespace liaison {
namespace {

std::optional<std::chrono::milliseconds> timeoutOf(const Profile &profile)
{
    return profile.timeoutSeconds ? std::optional<std::chrono::milliseconds>(*profile.timeoutSeconds * 1000)
                                  : std::nullopt;
}

} // namespace

QString proxyOf(const Profile &profile)
{
    if (profile.proxyPassword.isEmpty())
        return profile.proxy;
    QUrl url(profile.proxy);
    url.setPassword(profile.proxyPassword, QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

std::unique_ptr<Servers> makeServers(const Profile &profile)
{
    auto servers = std::make_unique<Servers>();
    servers->requests = std::make_shared<net::RequestLog>();
    servers->http = std::make_unique<net::HttpClient>();
    servers->http->setObserver([log = servers->requests](const net::RequestRecord &record) { log->add(record); });
    watchWaits(*servers, {});
    for (const MoodleSettings &site : profile.moodle) {
        net::ServerOptions options;
        options.caFile = site.ca;
        options.proxy = proxyOf(profile);
        options.timeout = timeoutOf(profile);
        servers->http->addServer(QUrl(site.url), options);
        servers->sites.emplace_back(*servers->http, moodle::MoodleClient::Config{site.id, QUrl(site.url), site.token});
    }
    net::ServerOptions options;
    options.connections = profile.chat.connections;
    options.caFile = profile.chat.ca;
    options.proxy = proxyOf(profile);
    options.timeout = timeoutOf(profile);
    options.retryAfter = rocketchat::retryAfter;
    servers->http->addServer(QUrl(profile.chat.url), options);
    rocketchat::Options chat;
    chat.baseUrl = QUrl(profile.chat.url);
    chat.user = profile.chat.user;
    chat.token = profile.chat.token.toUtf8();
    auto client = std::make_unique<rocketchat::Client>(*servers->http, chat);
    if (!profile.readOnly)
        servers->writer = std::make_unique<rocketchat::Writer>(*client);
    servers->chat = std::move(client);
    // A few more than there are connections, so that parsing one answer does not leave a connection idle.
    servers->pool.setMaxThreadCount(std::max(8, profile.chat.connections + 4));
    return servers;
}

void watchWaits(Servers &servers, const ProgressSink &sink)
{
    const auto log = servers.requests;
    if (!sink)
        return servers.http->setWaitObserver([log](const QString &origin, int seconds) { log->wait(origin, seconds); });
    servers.http->setWaitObserver([log, sink, waits = std::map<QString, int>()](const QString &origin, int seconds) mutable {
        log->wait(origin, seconds);
        if (seconds > 0)
            waits[origin] = seconds;
        else
            waits.erase(origin);
        int longest = 0;
        for (const auto &[server, left] : waits)
            longest = std::max(longest, left);
        sink({QStringLiteral("waiting"), 0, 0, longest});
    });
}

QString originOf(const QString &url)
{
    const QUrl u(url);
    const int fallback = u.scheme() == u"https" ? 443 : 80;
    return QStringLiteral("%1://%2:%3").arg(u.scheme(), u.host()).arg(u.port(fallback));
}

} // namespace liaison
