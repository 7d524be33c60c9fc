#include "core/rocketchat/requests.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::rocketchat {

namespace {

Call get(const QString &name, const QList<QPair<QString, QString>> &query = {})
{
    Call call;
    call.name = name;
    call.path = QStringLiteral("/api/v1/") + name;
    call.query = query;
    return call;
}

Call post(const QString &name, const QJsonObject &body)
{
    Call call = get(name);
    call.method = net::Method::Post;
    call.body = body;
    call.write = true;
    return call;
}

QPair<QString, QString> item(const char *key, const QString &value)
{
    return {QString::fromLatin1(key), value};
}

/// Adds the page to the query; offset and count are always sent, the server's default page would be 50.
void addPage(QList<QPair<QString, QString>> &query, PageAsk page, const QString &sort = {})
{
    query << item("offset", QString::number(page.offset)) << item("count", QString::number(page.count));
    if (!sort.isEmpty())
        query << item("sort", sort);
}

QString sortedByName()
{
    return QStringLiteral("{\"name\":1}");
}

QByteArray encoded(const QList<QPair<QString, QString>> &query)
{
    QByteArray text;
    for (const auto &[key, value] : query) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(key);
        text += '=';
        text += QUrl::toPercentEncoding(value);
    }
    return text;
}

} // namespace

net::HttpRequest toHttp(const QUrl &baseUrl, const Call &call, const Credentials *credentials)
{
    QUrl url = baseUrl.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + call.path);
    if (!call.query.isEmpty())
        url.setQuery(QString::fromLatin1(encoded(call.query)), QUrl::StrictMode);

    net::HttpRequest request;
    request.method = call.method;
    request.url = url;
    request.name = call.name;
    request.route = call.path.toUtf8();
    request.write = call.write;
    request.headers << qMakePair(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    if (credentials) {
        request.headers << qMakePair(QByteArrayLiteral("X-Auth-Token"), credentials->token)
                        << qMakePair(QByteArrayLiteral("X-User-Id"), credentials->userId);
    }
    if (call.body) {
        request.headers << qMakePair(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json"));
        request.body = QJsonDocument(*call.body).toJson(QJsonDocument::Compact);
    }
    return request;
}

namespace requests {

Call info()
{
    Call call = get(QStringLiteral("info"));
    call.path = QStringLiteral("/api/info"); // not below v1: contract section 1
    return call;
}

Call me()
{
    return get(QStringLiteral("me"));
}

Call loginResume(const QString &token)
{
    Call call = post(QStringLiteral("login"), {{QStringLiteral("resume"), token}});
    call.write = false; // validates a token, changes nothing
    return call;
}

Call permissions()
{
    return get(QStringLiteral("permissions.listAll"));
}

Call ownTokens()
{
    return get(QStringLiteral("users.getPersonalAccessTokens"));
}

QStringList tokenSettingIds()
{
    return {QStringLiteral("Accounts_LoginExpiration")};
}

QStringList signInSettingIds()
{
    return {QStringLiteral("LDAP_Enable"), QStringLiteral("CAS_enabled")};
}

QStringList retentionSettingIds()
{
    return {
        QStringLiteral("RetentionPolicy_Enabled"),           QStringLiteral("RetentionPolicy_AppliesToGroups"),
        QStringLiteral("RetentionPolicy_TTL_Groups"),        QStringLiteral("RetentionPolicy_MaxAge_Groups"),
        QStringLiteral("RetentionPolicy_Precision"),         QStringLiteral("RetentionPolicy_Advanced_Precision"),
        QStringLiteral("RetentionPolicy_DoNotPrunePinned"),  QStringLiteral("RetentionPolicy_FilesOnly"),
        QStringLiteral("RetentionPolicy_DoNotPruneThreads"), QStringLiteral("RetentionPolicy_DoNotPruneDiscussion")};
}

Call publicSettings(const chat::ServerVersion &version, const QStringList &ids, PageAsk page)
{
    Call call = get(QStringLiteral("settings.public"));
    if (version.isKnown() && !version.atLeast(7, 0)) {
        const QJsonObject filter{
            {QStringLiteral("_id"), QJsonObject{{QStringLiteral("$in"), QJsonArray::fromStringList(ids)}}}};
        call.query << item("query", QString::fromUtf8(QJsonDocument(filter).toJson(QJsonDocument::Compact)));
    } else {
        call.query << item("_id", ids.join(u','));
    }
    if (page.offset > 0)
        call.query << item("offset", QString::number(page.offset));
    call.query << item("count", QString::number(page.count));
    return call;
}

Call ownRooms(PageAsk page)
{
    Call call = get(QStringLiteral("groups.list"));
    addPage(call.query, page);
    return call;
}

Call allRooms(PageAsk page)
{
    Call call = get(QStringLiteral("groups.listAll"));
    addPage(call.query, page, sortedByName());
    return call;
}

Call adminRooms(const QStringList &types, PageAsk page)
{
    Call call = get(QStringLiteral("rooms.adminRooms"));
    for (const QString &type : types)
        call.query << item("types[]", type);
    addPage(call.query, page, sortedByName());
    return call;
}

Call adminRoom(const QString &roomId)
{
    return get(QStringLiteral("rooms.adminRooms.getRoom"), {item("rid", roomId)});
}

Call roomInfo(const QString &roomId)
{
    return get(QStringLiteral("groups.info"), {item("roomId", roomId)});
}

Call membersByRole(const QString &roomId, PageAsk page)
{
    Call call = get(QStringLiteral("rooms.membersOrderedByRole"), {item("roomId", roomId)});
    addPage(call.query, page, QStringLiteral("{\"rolePriority\":1,\"username\":1}"));
    return call;
}

Call members(const QString &roomId, PageAsk page)
{
    Call call = get(QStringLiteral("groups.members"), {item("roomId", roomId)});
    addPage(call.query, page);
    return call;
}

Call roomRoles(const QString &roomId)
{
    return get(QStringLiteral("groups.roles"), {item("roomId", roomId)});
}

Call accountById(const QString &id)
{
    return get(QStringLiteral("users.info"), {item("userId", id)});
}

Call accountByLogin(const QString &login)
{
    return get(QStringLiteral("users.info"), {item("username", login)});
}

Call accountRooms(const chat::ServerVersion &version, const QString &id)
{
    Call call = accountById(id);
    if (version.isKnown() && !version.atLeast(7, 0))
        call.query << item("fields", QStringLiteral("{\"userRooms\":1}"));
    else
        call.query << item("includeUserRooms", QStringLiteral("true"));
    return call;
}

Call accounts(PageAsk page)
{
    Call call = get(QStringLiteral("users.list"));
    addPage(call.query, page, QStringLiteral("{\"username\":1}"));
    return call;
}

Call messages(const QString &roomId, PageAsk page)
{
    Call call = get(QStringLiteral("groups.messages"), {item("roomId", roomId)});
    addPage(call.query, page, QStringLiteral("{\"ts\":-1}"));
    return call;
}

Call oldestMessage(const QString &roomId)
{
    Call call = get(QStringLiteral("groups.messages"), {item("roomId", roomId)});
    addPage(call.query, {0, 1}, QStringLiteral("{\"ts\":1}"));
    return call;
}

Call invite(const QString &roomId, const QStringList &accountIds)
{
    return post(QStringLiteral("groups.invite"), {{QStringLiteral("roomId"), roomId},
                                                  {QStringLiteral("userIds"), QJsonArray::fromStringList(accountIds)}});
}

Call kick(const QString &roomId, const QString &accountId)
{
    return post(QStringLiteral("groups.kick"),
                {{QStringLiteral("roomId"), roomId}, {QStringLiteral("userId"), accountId}});
}

Call setModerator(const QString &roomId, const QString &accountId, bool moderator)
{
    return post(moderator ? QStringLiteral("groups.addModerator") : QStringLiteral("groups.removeModerator"),
                {{QStringLiteral("roomId"), roomId}, {QStringLiteral("userId"), accountId}});
}

Call archive(const QString &roomId, bool archived)
{
    // Not rooms.changeArchivationState: that one takes every word but "archive" for unarchive, and needs no membership.
    return post(archived ? QStringLiteral("groups.archive") : QStringLiteral("groups.unarchive"),
                {{QStringLiteral("roomId"), roomId}});
}

Call retentionSwitch(const QString &roomId, const chat::Retention &wanted)
{
    return post(QStringLiteral("rooms.saveRoomSettings"),
                {{QStringLiteral("rid"), roomId},
                 {QStringLiteral("retentionEnabled"),
                  wanted.enabled ? QJsonValue(*wanted.enabled) : QJsonValue(QJsonValue::Null)}, // null unsets
                 {QStringLiteral("retentionOverrideGlobal"), wanted.overrideGlobal}});
}

Call retentionValues(const QString &roomId, const chat::Retention &wanted)
{
    QJsonObject body{{QStringLiteral("rid"), roomId},
                     {QStringLiteral("retentionExcludePinned"), wanted.excludePinned},
                     {QStringLiteral("retentionFilesOnly"), wanted.filesOnly},
                     {QStringLiteral("retentionIgnoreThreads"), wanted.ignoreThreads}};
    if (wanted.maxAge)
        body.insert(QStringLiteral("retentionMaxAge"), *wanted.maxAge);
    return post(QStringLiteral("rooms.saveRoomSettings"), body);
}

} // namespace requests
} // namespace liaison::rocketchat
