#pragma once

#include "core/chat/values.h"
#include "core/net/httpclient.h"

#include <QJsonObject>

/// Every request this product sends to Rocket.Chat, as values. Bodies and queries hold exactly the documented keys:
/// from 8.8 anything else is refused (contract 0.10). There is no other place where a request is made.
namespace liaison::rocketchat {

struct Call
{
    net::Method method = net::Method::Get;
    QString path;                         ///< below the base URL: "/api/v1/groups.members"
    QString name;                         ///< "groups.members"
    QList<QPair<QString, QString>> query; ///< not encoded
    std::optional<QJsonObject> body;
    bool write = false;
};

/// One page of a list. count 0 = all, where the server allows it; at most 100 are given otherwise (contract 0.9).
struct PageAsk
{
    int offset = 0;
    int count = 0;
};
inline constexpr int largestPage = 100;
/// Ids in one groups.invite: contract section 4.
inline constexpr int largestInvite = 100;

struct Credentials
{
    QByteArray userId; ///< or a login, until the server told the id
    QByteArray token;
};

/// nullopt for the calls that need no token. The base URL may have a path (https://x.fr/chat).
[[nodiscard]] net::HttpRequest toHttp(const QUrl &baseUrl, const Call &call, const Credentials *credentials);

namespace requests {

[[nodiscard]] Call info(); ///< without token: asked first, so that no token goes to something that is no Rocket.Chat
[[nodiscard]] Call me();
[[nodiscard]] Call loginResume(const QString &token);
[[nodiscard]] Call permissions();
[[nodiscard]] Call ownTokens(); ///< personal access tokens: names and last characters
/// The filter is `_id` from 7.0 and `query` before, which later releases ignore and 9.0 refuses (contract section 5).
[[nodiscard]] Call publicSettings(const chat::ServerVersion &version, const QStringList &ids, PageAsk page);
[[nodiscard]] QStringList retentionSettingIds();
[[nodiscard]] QStringList signInSettingIds(); ///< directories; public (server/settings/ldap.ts, cas.ts)
[[nodiscard]] QStringList tokenSettingIds(); ///< how long a login token lives

[[nodiscard]] Call ownRooms(PageAsk page);
[[nodiscard]] Call allRooms(PageAsk page);
[[nodiscard]] Call adminRooms(const QStringList &types, PageAsk page);
[[nodiscard]] Call adminRoom(const QString &roomId);
[[nodiscard]] Call roomInfo(const QString &roomId);
[[nodiscard]] Call membersByRole(const QString &roomId, PageAsk page);
[[nodiscard]] Call members(const QString &roomId, PageAsk page);
[[nodiscard]] Call roomRoles(const QString &roomId);

[[nodiscard]] Call accountById(const QString &id);
[[nodiscard]] Call accountByLogin(const QString &login);
[[nodiscard]] Call accountRooms(const chat::ServerVersion &version, const QString &id);
[[nodiscard]] Call accounts(PageAsk page);
/// Newest first.
[[nodiscard]] Call messages(const QString &roomId, PageAsk page);
[[nodiscard]] Call oldestMessage(const QString &roomId);

[[nodiscard]] Call invite(const QString &roomId, const QStringList &accountIds);
[[nodiscard]] Call kick(const QString &roomId, const QString &accountId);
[[nodiscard]] Call setModerator(const QString &roomId, const QString &accountId, bool moderator);
[[nodiscard]] Call archive(const QString &roomId, bool archived);
/// Two calls, in this order: up to 6.8 the presence of override drops the values of the same request (contract 5).
[[nodiscard]] Call retentionSwitch(const QString &roomId, const chat::Retention &wanted);
[[nodiscard]] Call retentionValues(const QString &roomId, const chat::Retention &wanted);

} // namespace requests
} // namespace liaison::rocketchat
