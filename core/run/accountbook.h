#pragma once

#include "core/chat/chatserver.h"

#include <QHash>
#include <QString>
#include <QThreadPool>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace liaison {

/// One chat account that a comparison needs to know, and what the server said.
struct AccountLookup
{
    QString value; ///< login or id
    bool byId = false;
    Result<std::optional<chat::Account>> answer = fail(Error{}); ///< nullopt: no such account
};

/// Chat accounts as they were read a moment ago. Many at once are taken from the server's list, a hundred per call;
/// who is not found there is asked for by itself, so that the list is never the proof that somebody is absent.
/// May be used by several threads.
class AccountBook
{
public:
    /// `keep`: what was read longer ago is read again; nullopt = it holds for as long as the book.
    explicit AccountBook(std::optional<std::chrono::seconds> keep = std::nullopt) : m_keep(keep) {}

    /// `wholeEntries`: the list says of others what a look-up says (`view-full-other-user-info` is held); else it is
    /// left alone. Blocks; `pool` as in forEachParallel().
    void lookUp(std::vector<AccountLookup> &lookups, chat::ChatServer &chat, bool wholeEntries, QThreadPool &pool,
                const std::function<void(int, int)> &progress, const net::CancelToken &cancel);
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    struct Entry
    {
        std::optional<chat::Account> account;
        Clock::time_point at;
    };

    [[nodiscard]] bool isFresh(Clock::time_point at) const;
    [[nodiscard]] bool fill(AccountLookup &lookup) const;
    void put(const chat::Account &account);
    void readList(std::size_t wanted, chat::ChatServer &chat, QThreadPool &pool, const net::CancelToken &cancel);

    const std::optional<std::chrono::seconds> m_keep;
    std::mutex m_listing;       ///< held while the list is read: who comes second finds it in the book
    mutable std::mutex m_mutex; ///< guards the rest
    QHash<QString, Entry> m_byId, m_byLogin;
    std::optional<Clock::time_point> m_listed;
};

} // namespace liaison
