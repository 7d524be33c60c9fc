#include "core/net/requestlog.h"

#include <algorithm>

namespace liaison::net {

void RequestLog::forgetOld(ServerState &server, qint64 now)
{
    while (!server.lastMinute.empty() && server.lastMinute.front() < now - 60'000)
        server.lastMinute.pop_front();
}

void RequestLog::add(const RequestRecord &record)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back({++m_count, record});
    if (m_entries.size() > m_capacity)
        m_entries.pop_front();
    ServerState &server = m_servers[record.origin];
    server.lastMinute.push_back(record.at.ms);
    forgetOld(server, record.at.ms);
    if (record.limit) {
        server.limits[record.name] = *record.limit;
        server.lastTold = record.name;
    }
}

void RequestLog::wait(const QString &origin, int seconds)
{
    const std::lock_guard lock(m_mutex);
    m_servers[origin].waiting = seconds;
}

std::vector<RequestLog::Entry> RequestLog::after(quint64 n) const
{
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty() || m_entries.back().n <= n)
        return {};
    const quint64 first = m_entries.front().n;
    const auto skipped = static_cast<std::ptrdiff_t>(n < first ? 0 : n - first + 1);
    return {m_entries.begin() + skipped, m_entries.end()};
}

std::map<QString, int> RequestLog::perMinute(Instant now) const
{
    const std::lock_guard lock(m_mutex);
    std::map<QString, int> counts;
    for (auto &[origin, server] : m_servers) {
        forgetOld(server, now.ms);
        counts[origin] = static_cast<int>(server.lastMinute.size());
    }
    return counts;
}

std::optional<RequestLog::Limit> RequestLog::tightestLimit(const QString &origin, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const auto server = m_servers.find(origin);
    if (server == m_servers.end() || server->second.limits.empty())
        return std::nullopt;
    const auto &limits = server->second.limits;
    auto tightest = limits.end();
    for (auto it = limits.begin(); it != limits.end(); ++it) {
        const bool runs = it->second.resetAt.ms > now.ms;
        if (runs && (tightest == limits.end() || it->second.remaining < tightest->second.remaining))
            tightest = it;
    }
    if (tightest == limits.end())
        tightest = limits.find(server->second.lastTold);
    return Limit{tightest->first, tightest->second};
}

int RequestLog::waiting(const QString &origin) const
{
    const std::lock_guard lock(m_mutex);
    const auto server = m_servers.find(origin);
    return server == m_servers.end() ? 0 : server->second.waiting;
}

} // namespace liaison::net
