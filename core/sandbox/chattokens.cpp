#include "core/sandbox/chattokens.h"

#include <algorithm>

namespace liaison::sandbox::chat {

void Tokens::add(Token token)
{
    constexpr int most = 50; // login tokens of one account: the oldest drop out
    QList<QByteArray> &mine = m_byUser[token.user];
    if (token.name.isEmpty()) {
        const auto isLogin = [this](const QByteArray &v) { return m_tokens.value(v).name.isEmpty(); };
        if (std::count_if(mine.begin(), mine.end(), isLogin) >= most) {
            const auto oldest = std::find_if(mine.begin(), mine.end(), isLogin);
            m_tokens.remove(*oldest);
            mine.erase(oldest);
        }
    }
    mine.append(token.value);
    m_tokens.insert(token.value, std::move(token));
}

Token *Tokens::find(const QByteArray &value)
{
    const auto it = m_tokens.find(value);
    return it == m_tokens.end() ? nullptr : &*it;
}

const Token *Tokens::find(const QByteArray &value) const
{
    const auto it = m_tokens.constFind(value);
    return it == m_tokens.constEnd() ? nullptr : &*it;
}

std::vector<const Token *> Tokens::personal(const QString &user) const
{
    std::vector<const Token *> list;
    const QList<QByteArray> mine = m_byUser.value(user);
    for (const QByteArray &value : mine) {
        const Token *t = find(value);
        if (t && !t->name.isEmpty())
            list.push_back(t);
    }
    return list;
}

void Tokens::remove(const QByteArray &value)
{
    if (const Token *t = find(value))
        m_byUser[t->user].removeAll(value);
    m_tokens.remove(value);
}

void Tokens::removeAll(const QString &user)
{
    const QList<QByteArray> mine = m_byUser.take(user);
    for (const QByteArray &value : mine)
        m_tokens.remove(value);
}

} // namespace liaison::sandbox::chat
