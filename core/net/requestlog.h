#pragma once

#include "core/net/httpclient.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace liaison::net {

/// The requests of this run of the program, the oldest forgotten first; in memory only. Every function may be called on
/// any thread and returns at once.
class RequestLog
{
public:
    static constexpr size_t defaultCapacity = 10'000;
    explicit RequestLog(size_t capacity = defaultCapacity) : m_capacity(capacity) {}

    struct Entry
    {
        quint64 n = 0; ///< from 1, in the order in which they ended
        RequestRecord record;
    };

    void add(const RequestRecord &record);
    /// What HttpClient::setWaitObserver tells; 0 = nothing of that server waits any more.
    void wait(const QString &origin, int seconds);

    /// Those with a greater number, in order: for whoever asks again and again.
    [[nodiscard]] std::vector<Entry> after(quint64 n) const;
    /// How many there were, those forgotten too; cheap.
    [[nodiscard]] quint64 count() const { return m_count.load(std::memory_order_relaxed); }
    [[nodiscard]] size_t capacity() const { return m_capacity; }

    /// Requests of the last minute by origin; origins that were spoken to before are there with 0.
    [[nodiscard]] std::map<QString, int> perMinute(Instant now) const;

    struct Limit
    {
        QString name; ///< of the request whose limit it is: limits are per route
        RateLimit told;
    };
    /// Of the limits that this server told last, each for its route, the one with least left in a window that still
    /// runs; else the one told last. nullopt = it never told any.
    [[nodiscard]] std::optional<Limit> tightestLimit(const QString &origin, Instant now) const;
    /// Seconds that requests to it wait at the moment; 0 = none waits.
    [[nodiscard]] int waiting(const QString &origin) const;

private:
    struct ServerState
    {
        std::deque<qint64> lastMinute; ///< machine times
        std::map<QString, RateLimit> limits;
        QString lastTold;
        int waiting = 0;
    };
    static void forgetOld(ServerState &server, qint64 now);

    const size_t m_capacity;
    std::atomic<quint64> m_count = 0;
    mutable std::mutex m_mutex; ///< guards the two below
    std::deque<Entry> m_entries;
    mutable std::map<QString, ServerState> m_servers;
};

} // namespace liaison::net
