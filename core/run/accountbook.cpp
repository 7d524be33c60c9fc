#include "core/run/accountbook.h"

#include "core/run/parallel.h"

#include <algorithm>

namespace liaison {
namespace {

/// Fewer are asked for one by one without a look at how long the list is.
constexpr std::size_t worthAList = 10;

/// As much as a look-up would have told: whoever is answered may be added or removed.
bool isWhole(const chat::Account &account)
{
    return !account.id.isEmpty() && account.active && account.serverRoles && account.type;
}

std::vector<std::size_t> unanswered(const std::vector<AccountLookup> &lookups)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lookups.size(); ++i) {
        if (!lookups[i].answer)
            open.push_back(i);
    }
    return open;
}

} // namespace

bool AccountBook::isFresh(Clock::time_point at) const
{
    return !m_keep || Clock::now() - at <= *m_keep;
}

bool AccountBook::fill(AccountLookup &lookup) const
{
    const std::lock_guard lock(m_mutex);
    const auto &entries = lookup.byId ? m_byId : m_byLogin;
    const auto it = entries.constFind(lookup.byId ? lookup.value : lookup.value.toLower());
    if (it == entries.constEnd() || !isFresh(it->at))
        return false;
    lookup.answer = it->account;
    return true;
}

void AccountBook::put(const chat::Account &account)
{
    const Entry entry{account, Clock::now()};
    const std::lock_guard lock(m_mutex);
    m_byId.insert(account.id, entry);
    if (!account.username.isEmpty())
        m_byLogin.insert(account.username.toLower(), entry);
}

void AccountBook::clear()
{
    const std::lock_guard lock(m_mutex);
    m_byId.clear();
    m_byLogin.clear();
    m_listed.reset();
}

/// The first page tells how long the list is: the others are read only where they are fewer than the people wanted.
void AccountBook::readList(std::size_t wanted, chat::ChatServer &chat, QThreadPool &pool,
                           const net::CancelToken &cancel)
{
    {
        const std::lock_guard lock(m_mutex);
        m_listed = Clock::now();
    }
    const auto first = chat.accountsFrom(0, cancel);
    if (!first || first->accounts.empty())
        return;
    const auto take = [this](const chat::AccountsPage &page) {
        for (const chat::Account &account : page.accounts) {
            if (isWhole(account))
                put(account);
        }
    };
    take(*first);
    const std::size_t rows = first->accounts.size(); // the server may give less than was asked for
    const std::size_t total = static_cast<std::size_t>(std::max(0, first->total));
    const std::size_t left = total > rows ? (total - rows + rows - 1) / rows : 0;
    if (left >= wanted)
        return;
    forEachParallel(pool, left, [&](std::size_t i) {
        if (const auto page = chat.accountsFrom(static_cast<int>(rows * (i + 1)), cancel))
            take(*page);
    });
}

void AccountBook::lookUp(std::vector<AccountLookup> &lookups, chat::ChatServer &chat, bool wholeEntries,
                         QThreadPool &pool, const std::function<void(int, int)> &progress,
                         const net::CancelToken &cancel)
{
    const auto fillAll = [&] {
        for (AccountLookup &lookup : lookups) {
            if (!lookup.answer)
                (void)fill(lookup);
        }
        return unanswered(lookups);
    };
    std::vector<std::size_t> open = fillAll();
    if (wholeEntries && open.size() >= worthAList) {
        const std::lock_guard listing(m_listing);
        open = fillAll(); // somebody else may just have read it
        const bool listed = [this] {
            const std::lock_guard lock(m_mutex);
            return m_listed && isFresh(*m_listed);
        }();
        if (!listed && open.size() >= worthAList) {
            readList(open.size(), chat, pool, cancel);
            open = fillAll();
        }
    }
    const int total = static_cast<int>(lookups.size());
    std::atomic_int done = total - static_cast<int>(open.size());
    forEachParallel(pool, open.size(), [&](std::size_t i) {
        AccountLookup &l = lookups[open[i]];
        l.answer = l.byId ? chat.accountById(l.value, cancel) : chat.accountByLogin(l.value, cancel);
        if (progress)
            progress(++done, total);
    });
    for (const std::size_t i : open) {
        const AccountLookup &l = lookups[i];
        if (!l.answer)
            continue;
        if (*l.answer) {
            put(**l.answer);
            continue;
        }
        const std::lock_guard lock(m_mutex);
        (l.byId ? m_byId : m_byLogin).insert(l.byId ? l.value : l.value.toLower(), {std::nullopt, Clock::now()});
    }
}

} // namespace liaison
