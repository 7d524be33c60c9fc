#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <vector>

namespace liaison::sandbox::chat {

struct Token
{
    QByteArray value;
    QString user;
    Instant created;
    QString name;        ///< of a personal access token; empty = a login token
    bool bypass = false; ///< never asked for a second factor
    Instant proved;      ///< when the second factor was last given
};

/// Sessions. Login tokens end by age and by number, personal access tokens do not (contract section 1).
class Tokens
{
public:
    void add(Token token);
    [[nodiscard]] Token *find(const QByteArray &value);
    [[nodiscard]] const Token *find(const QByteArray &value) const;
    [[nodiscard]] std::vector<const Token *> personal(const QString &user) const;
    void remove(const QByteArray &value);
    void removeAll(const QString &user);

private:
    QHash<QByteArray, Token> m_tokens;
    QHash<QString, QList<QByteArray>> m_byUser; ///< in order of creation
};

} // namespace liaison::sandbox::chat
