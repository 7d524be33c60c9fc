#pragma once

#include "core/sandbox/chat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

/// A small world and a client of it, for the tests of the sandbox's Rocket.Chat.
namespace campus {

using namespace liaison;
using namespace liaison::sandbox;

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

inline QString errorType(const QJsonObject &body)
{
    return body.value(u"errorType").toString();
}

inline const QString api = QStringLiteral("svc7Zq2mC9rTnXw4K");
inline const QString ada = QStringLiteral("aobEdbYhXfu5hkeqG");
inline const QString grace = QStringLiteral("BkNkw3iKgNyhMbPyW");
inline const QString gone = QStringLiteral("deact1vatedUser01");
inline const QString rootUser = QStringLiteral("adminAdminAdmin01");
inline const QString bio = QStringLiteral("ByehQjC44FwMeiLbX");
inline const QString old = QStringLiteral("archivedRoom00001");
inline const QString secret = QStringLiteral("secretRoom0000001");
inline const QString general = QStringLiteral("GENERAL");

inline ChatUser user(const QString &id, const QString &username, const QString &name,
                     QStringList roles = {QStringLiteral("user")})
{
    ChatUser u;
    u.id = id;
    u.username = username;
    u.name = name;
    u.email = QString(username + QStringLiteral("@example.org"));
    u.roles = std::move(roles);
    return u;
}

inline Room room(const QString &id, const QString &name, std::vector<RoomMember> members,
                 const QString &type = QStringLiteral("p"))
{
    Room r;
    r.id = id;
    r.name = name;
    r.type = type;
    r.creator = api;
    r.created = Instant::fromIso(QStringLiteral("2026-10-01T08:00:00Z"));
    r.members = std::move(members);
    return r;
}

/// The API account `course.sync` owns bio-101-2026ws and the archived bio-101-2025ws, and is not in `secret`.
inline World world(const QString &version = QStringLiteral("7.10"))
{
    const auto owner = QStringLiteral("owner");
    World w;
    w.now = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    w.chat.version = version;
    w.chat.apiUser = api;
    w.chat.users = {user(api, QStringLiteral("course.sync"), QStringLiteral("Course Sync"),
                         {QStringLiteral("user"), QStringLiteral("bot")}),
                    user(ada, QStringLiteral("ada"), QStringLiteral("Ada Lovelace")),
                    user(grace, QStringLiteral("grace"), QStringLiteral("Grace Hopper")),
                    user(gone, QStringLiteral("gone.away"), QStringLiteral("Gone Away")),
                    user(rootUser, QStringLiteral("root"), QStringLiteral("Root"),
                         {QStringLiteral("admin"), QStringLiteral("user")})};
    w.chat.users[3].active = false;
    w.chat.rooms = {room(bio, QStringLiteral("bio-101-2026ws"),
                         {{api, {owner}}, {grace, {QStringLiteral("moderator")}}, {gone, {}}}),
                    room(old, QStringLiteral("bio-101-2025ws"), {{api, {owner}}, {grace, {}}}),
                    room(secret, QStringLiteral("secret"), {{grace, {owner}}, {ada, {}}}),
                    room(general, QStringLiteral("general"), {{api, {}}}, QStringLiteral("c"))};
    w.chat.rooms[0].customFields = QJsonObject{{QStringLiteral("courseid"), QStringLiteral("101")}};
    w.chat.rooms[1].archived = true;
    return w;
}

class Client
{
public:
    explicit Client(World w = campus::world()) : world(std::move(w)), chat(world, 7, "api-token-0001")
    {
        now = world.now;
        user = chat.apiUserId();
    }

    World world;
    SandboxRocketChat chat;
    Instant now;
    QString user;
    QByteArray token = "api-token-0001";
    QString address = QStringLiteral("127.0.0.1");
    QList<QPair<QByteArray, QByteArray>> extraHeaders;

    [[nodiscard]] Request request(const char *method, const QString &path, const QJsonObject &params) const
    {
        Request r;
        r.method = method;
        r.path = path.startsWith(u'/') ? path : QString(QStringLiteral("/api/v1/") + path);
        r.client = address;
        r.now = now;
        if (!token.isEmpty())
            r.headers = {{"x-auth-token", token}, {"x-user-id", user.toUtf8()}};
        r.headers.append(extraHeaders);
        if (r.method == "GET") {
            for (auto it = params.begin(); it != params.end(); ++it) {
                const QJsonArray list = it.value().toArray();
                for (const QJsonValue &v : list)
                    r.query.addQueryItem(it.key(), v.toString());
                if (!it.value().isArray())
                    r.query.addQueryItem(it.key(), it.value().toVariant().toString());
            }
        } else {
            r.headers.append(QPair<QByteArray, QByteArray>("content-type", "application/json"));
            r.body = QJsonDocument(params).toJson(QJsonDocument::Compact);
        }
        return r;
    }
    Reply send(const char *method, const QString &path, const QJsonObject &params = {})
    {
        return chat.handle(request(method, path, params));
    }
    QJsonObject get(const QString &path, const QJsonObject &params = {}) { return decoded(send("GET", path, params)); }
    QJsonObject post(const QString &path, const QJsonObject &params = {})
    {
        return decoded(send("POST", path, params));
    }

    /// Signs in with the password; an admin holds every shipped right of the server roles.
    void become(const QString &username)
    {
        const QByteArray kept = std::exchange(token, {});
        const QJsonObject data =
            post(QStringLiteral("login"),
                 {{QStringLiteral("user"), username}, {QStringLiteral("password"), SandboxRocketChat::sandboxPassword}})
                .value(u"data")
                .toObject();
        token = data.value(u"authToken").toString().toLatin1();
        user = data.value(u"userId").toString();
        if (token.isEmpty())
            token = kept;
    }
    [[nodiscard]] Room &roomOf(const QString &id)
    {
        return *std::find_if(world.chat.rooms.begin(), world.chat.rooms.end(),
                             [&id](const Room &r) { return r.id == id; });
    }
    [[nodiscard]] const RoomMember *memberOf(const QString &id, const QString &who)
    {
        const Room &r = roomOf(id);
        const auto it =
            std::find_if(r.members.begin(), r.members.end(), [&who](const RoomMember &m) { return m.user == who; });
        return it == r.members.end() ? nullptr : &*it;
    }

    int status = 0; ///< of the last get or post

private:
    QJsonObject decoded(const Reply &reply)
    {
        status = reply.status;
        return QJsonDocument::fromJson(reply.body).object();
    }
};

inline QStringList idsOf(const QJsonValue &list)
{
    QStringList ids;
    const QJsonArray all = list.toArray();
    for (const QJsonValue &v : all)
        ids.append(v.toObject().value(u"_id").toString());
    return ids;
}

inline QByteArray headerOf(const Reply &reply, const QByteArray &name)
{
    for (const auto &[n, v] : reply.headers) {
        if (n == name)
            return v;
    }
    return {};
}

inline QJsonObject inBio(QJsonObject more = {})
{
    more.insert(QStringLiteral("roomId"), bio);
    return more;
}

/// A room of `n` active people and the API account, ids p000...
inline World crowded(int n, const QString &version = QStringLiteral("7.10"))
{
    World w = world(version);
    Room r = room(QStringLiteral("crowdedRoom000001"), QStringLiteral("crowd"), {{api, {QStringLiteral("owner")}}});
    for (int i = 0; i < n; ++i) {
        const QString id = QStringLiteral("p%1").arg(i, 3, 10, QLatin1Char('0'));
        w.chat.users.push_back(user(id, QString(QStringLiteral("user.") + id), QStringLiteral("Person %1").arg(i)));
        r.members.push_back({id, {}});
    }
    w.chat.rooms.push_back(r);
    return w;
}
inline const QString crowd = QStringLiteral("crowdedRoom000001");

} // namespace campus
