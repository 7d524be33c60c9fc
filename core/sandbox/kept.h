#pragma once

#include "core/sandbox/http.h"

#include <QHash>
#include <array>
#include <unordered_set>

namespace liaison::sandbox {

/// Answers that a server gave and would give again word for word, so that a sweep of a campus waits for sockets and not
/// for documents that are built anew. Everything is forgotten as soon as anything that an answer is made of moved: the
/// caller says so with a stamp. What depends on who asks and when (signing in, the rate limiter) is not kept.
class KeptAnswers
{
public:
    /// Counters of what answers are made of: World::chatChanges, World::moodleChanges, what the clock decides.
    using Stamp = std::array<quint64, 3>;

    struct Kept
    {
        RequestFacts facts;
        QString route;               ///< of the chat: the limiter counts by it
        std::optional<Reply> answer; ///< nullopt: only the facts are kept
    };

    /// Off until somebody vouches that the world changes by requests alone.
    void allow() { m_allowed = true; }
    void forget()
    {
        m_all.clear();
        m_asked.clear();
        m_lastKey.clear();
        m_bytes = 0;
    }

    /// Nothing where this request is not one to keep: unknown as it was written, or too long.
    [[nodiscard]] QByteArray keyOf(const Request &request, const QByteArray &who) const
    {
        if (!m_allowed || request.target.isEmpty() || request.target.size() + request.body.size() > longestKey)
            return {};
        // The same target may be below a prefix on one port and not on another.
        return request.method + ' ' + QByteArray::number(request.path.size()) + ' ' + request.target + '\n' + who +
               '\n' + request.body;
    }
    [[nodiscard]] const Kept *find(const QByteArray &key, const Stamp &stamp)
    {
        if (key.isEmpty())
            return nullptr;
        if (stamp != m_stamp) {
            forget();
            m_stamp = stamp;
            return nullptr;
        }
        const auto it = m_all.constFind(key);
        return it == m_all.constEnd() ? nullptr : &*it;
    }
    void keepFacts(const QByteArray &key, const Stamp &stamp, const RequestFacts &facts)
    {
        if (key.isEmpty() || stamp != m_stamp)
            return;
        m_lastKey = key;
        m_lastFacts = facts;
        if (!isAskedAgain(key))
            return;
        room(key.size() + 200);
        m_all[key].facts = facts;
    }
    /// Those of the request that was looked at last, kept or not; nullptr: it was another.
    [[nodiscard]] const RequestFacts *lastFacts(const QByteArray &key) const
    {
        return !key.isEmpty() && key == m_lastKey ? &m_lastFacts : nullptr;
    }
    /// Only where the facts are kept: a server is asked for them first.
    void keepAnswer(const QByteArray &key, const Stamp &stamp, const QString &route, Reply &reply)
    {
        if (key.isEmpty() || stamp != m_stamp || reply.body.size() > largestBody)
            return;
        const auto it = m_all.find(key);
        if (it == m_all.end() || m_bytes + reply.body.size() > mostBytes)
            return;
        reply.body.squeeze();
        m_bytes += reply.body.size();
        it->route = route;
        it->answer = reply;
        it->answer->packed = std::make_shared<QByteArray>();
    }

private:
    /// A sweep asks for everything once, and fresh memory for each answer costs as much as making it.
    bool isAskedAgain(const QByteArray &key)
    {
        const std::size_t hash = qHash(key);
        if (m_asked.contains(hash))
            return true;
        if (m_asked.size() >= mostAsked)
            m_asked.clear();
        m_asked.insert(hash);
        return false;
    }

    static constexpr qsizetype longestKey = 16 * 1024, largestBody = 8 * 1024 * 1024, mostBytes = 64 * 1024 * 1024,
                               mostAsked = 1024 * 1024;

    void room(qsizetype bytes)
    {
        if (m_bytes + bytes > mostBytes)
            forget(); // rare, and cheaper than knowing which one was asked for last
        m_bytes += bytes;
    }

    bool m_allowed = false;
    Stamp m_stamp{};
    QHash<QByteArray, Kept> m_all;
    QByteArray m_lastKey; ///< a server is asked for the facts first, and for the answer then
    RequestFacts m_lastFacts;
    std::unordered_set<std::size_t> m_asked; ///< hashes of keys
    qsizetype m_bytes = 0;
};

} // namespace liaison::sandbox
