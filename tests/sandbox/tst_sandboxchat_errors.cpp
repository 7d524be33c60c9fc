#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// Error bodies by release: contract section 2 and facts 10, 11. R74, R283.

class tst_SandboxChatErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies_data();
    void bodies();
    void strictGroups_data();
    void strictGroups();
    void typedBodies();
    void whoIsMeant();
};

void tst_SandboxChatErrors::bodies_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *version, const char *what, int status, const char *body) {
        QTest::addRow("%s %s", version, what)
            << QString::fromLatin1(version) << QString::fromLatin1(what) << status << QByteArray(body);
    };
    const char *in7 = R"({"message":"You must be logged in to do this.","status":"error"})";
    row("6.8", "signed out", 401, in7);
    row("7.10", "signed out", 401, in7);
    row("8.8", "signed out", 401,
        R"({"error":"You must be logged in to do this.","message":"You must be logged in to do this.","status":"error","success":false})");
    row("9.0", "signed out", 401, R"({"error":"You must be logged in to do this.","success":false})");
    row("7.10", "login", 401, R"({"error":"Unauthorized","message":"Unauthorized","status":"error"})");
    row("8.8", "login", 401, R"({"error":"Unauthorized","message":"Unauthorized","status":"error","success":false})");
    row("9.0", "login", 401, R"({"error":"Unauthorized","success":false})");
    const char *method =
        R"({"details":{"method":"addUsersToRoom"},"error":"Not allowed [error-not-allowed]","errorType":"error-not-allowed","success":false})";
    row("6.8", "method right", 400, method);
    row("8.8", "method right", 400, method);
    row("9.0", "method right", 403,
        R"({"error":"Not allowed [error-not-allowed]","errorType":"error-forbidden","success":false})");
    row("6.8", "list right", 403, R"({"error":"unauthorized","success":false})");
    row("9.0", "list right", 403, R"({"error":"unauthorized","errorType":"error-forbidden","success":false})");
    row("7.10", "admin right", 400, R"({"error":"error-not-authorized","success":false})");
    row("9.0", "admin right", 403, R"({"error":"error-not-authorized","errorType":"error-forbidden","success":false})");
    row("7.10", "endpoint right", 403,
        R"({"error":"User does not have the permissions required for this action [error-unauthorized]","success":false})");
    row("9.0", "endpoint right", 403,
        R"({"error":"User does not have the permissions required for this action [error-unauthorized]","errorType":"error-forbidden","success":false})");
    row("7.10", "retention right", 400,
        R"({"details":{"action":"Editing_room","method":"saveRoomSettings"},"error":"Editing room retention policy is not allowed [error-action-not-allowed]","errorType":"error-action-not-allowed","success":false})");
    row("6.8", "retention right", 400,
        R"({"details":{"action":"Editing_room","method":"saveRoomSettings"},"error":"Room does not have retention policy [error-action-not-allowed]","errorType":"error-action-not-allowed","success":false})");
    row("9.0", "retention right", 403,
        R"({"error":"Editing room retention policy is not allowed [error-action-not-allowed]","errorType":"error-forbidden","success":false})");
    row("7.10", "room access", 400, R"({"error":"not-allowed","errorType":"Not Allowed","success":false})");
    row("9.0", "room access", 403, R"({"error":"not-allowed","errorType":"error-forbidden","success":false})");
    row("7.10", "ordered access", 404,
        R"({"error":"The required \"roomId\" or \"roomName\" param provided does not match any channel [error-room-not-found]","success":false})");
    row("9.0", "ordered access", 404,
        R"({"error":"The required \"roomId\" or \"roomName\" param provided does not match any channel [error-room-not-found]","success":false})");
    row("7.10", "wrong method", 405, R"({"message":"API endpoint does not exist","status":"error"})");
    row("7.10", "unknown endpoint", 404, R"({"error":"API endpoint does not exist","success":false})");
    row("6.8", "unknown endpoint", 200, "<!DOCTYPE html>");
    row("9.0", "outside the api", 200, "<!DOCTYPE html>");
    row("7.10", "sort", 400,
        R"({"details":{"helperMethod":"parseJsonQuery"},"error":"Invalid sort parameter provided: \"name\" [error-invalid-sort]","errorType":"error-invalid-sort","success":false})");
    row("7.10", "query", 200, R"({"count":0,"groups":[],"offset":0,"success":true,"total":0})"); // ignored
    row("9.0", "query", 400,
        R"({"error":"must NOT have additional properties","errorType":"error-invalid-params","success":false})");
    row("7.10", "broken body", 400, R"({"error":"Invalid body","success":false})");
    row("7.10", "no room", 400,
        R"({"error":"The parameter \"roomId\" or \"roomName\" is required [error-room-param-not-provided]","errorType":"error-room-param-not-provided","success":false})");
    row("7.10", "no user", 400,
        R"({"error":"The required \"userId\" or \"username\" param was not provided [error-user-param-not-provided]","errorType":"error-user-param-not-provided","success":false})");
}

void tst_SandboxChatErrors::bodies()
{
    QFETCH(QString, version);
    QFETCH(QString, what);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    World w = world(version);
    w.chat.grants.emplace();
    Client c(w);
    const auto q = [](const char *text) { return QString::fromLatin1(text); };
    const QJsonObject hidden{{q("roomId"), secret}};
    Reply r;
    if (what == u"signed out") {
        c.token.clear();
        r = c.send("GET", q("groups.listAll"));
    } else if (what == u"login") {
        r = c.send("POST", q("login"), {{q("user"), q("ada")}, {q("password"), q("wrong")}});
    } else if (what == u"method right") {
        r = c.send("POST", q("groups.invite"), {{q("roomId"), secret}, {q("userId"), ada}});
    } else if (what == u"list right") {
        r = c.send("GET", q("groups.listAll"));
    } else if (what == u"admin right") {
        r = c.send("GET", q("rooms.adminRooms"));
    } else if (what == u"endpoint right") {
        r = c.send("GET", q("settings/Site_Url"));
    } else if (what == u"retention right") {
        r = c.send("POST", q("rooms.saveRoomSettings"), {{q("rid"), bio}, {q("retentionMaxAge"), 3}});
    } else if (what == u"room access") {
        r = c.send("GET", q("rooms.info"), hidden);
    } else if (what == u"ordered access") {
        r = c.send("GET", q("rooms.membersOrderedByRole"), hidden);
    } else if (what == u"wrong method") {
        r = c.send("GET", q("groups.kick"));
    } else if (what == u"unknown endpoint") {
        r = c.send("GET", q("groups.explode"));
    } else if (what == u"outside the api") {
        r = c.send("GET", q("/home"));
    } else if (what == u"sort") {
        r = c.send("GET", q("groups.list"), {{q("sort"), q("name")}});
    } else if (what == u"query") {
        World empty = w;
        empty.chat.rooms.clear();
        Client alone(empty);
        r = alone.send("GET", q("groups.list"), {{q("query"), q("{\"name\":\"x\"}")}});
    } else if (what == u"broken body") {
        Request broken = c.request("POST", q("groups.archive"), {});
        broken.body = "[1";
        r = c.chat.handle(broken);
    } else if (what == u"no room") {
        r = c.send("GET", q("groups.info"));
    } else if (what == u"no user") {
        r = c.send("POST", q("groups.kick"), inBio());
    }
    QCOMPARE(r.status, status);
    if (body.startsWith('<'))
        QVERIFY(r.body.startsWith(body));
    else {
        // The order of keys is nobody's promise.
        QVERIFY(QJsonDocument::fromJson(r.body).isObject());
        QCOMPARE(QJsonDocument::fromJson(r.body), QJsonDocument::fromJson(body));
    }
}

void tst_SandboxChatErrors::strictGroups_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("code"); ///< from 8.8; empty = accepted
    const auto q = [](const char *text) { return QString::fromLatin1(text); };
    const auto row = [q](const char *name, const char *method, const char *call, const QJsonObject &params,
                         const char *code) {
        QTest::newRow(name) << QByteArray(method) << q(call) << params << q(code);
    };
    row("both names", "GET", "groups.members", inBio({{q("roomName"), q("bio-101-2026ws")}}), "error-invalid-params");
    row("what mod_rocketchat 1.6.5 sends", "POST", "groups.create",
        {{q("name"), q("course")}, {q("members"), QJsonArray()}, {q("archived"), false}, {q("readonly"), false}},
        "invalid-params");
    row("unknown user query", "GET", "users.info", {{q("userId"), ada}, {q("x"), q("1")}}, "error-invalid-params");
    row("one user by two names", "GET", "users.info", {{q("userId"), ada}, {q("username"), q("ada")}},
        "error-invalid-params");
    row("unknown query key", "GET", "groups.info", inBio({{q("userId"), ada}}), "error-invalid-params");
    row("documented query keys", "GET", "groups.members",
        inBio({{q("offset"), q("0")}, {q("count"), q("100")}, {q("filter"), q("a")}}), "");
    row("unknown body key", "POST", "groups.invite", inBio({{q("userId"), ada}, {q("silent"), true}}),
        "invalid-params");
    row("both names in a body", "POST", "groups.addLeader",
        inBio({{q("roomName"), q("bio-101-2026ws")}, {q("userId"), grace}}), "invalid-params");
    row("documented body", "POST", "groups.invite", inBio({{q("userIds"), QJsonArray{ada}}}), "");
    row("create with a description", "POST", "groups.create",
        {{q("name"), q("x")}, {q("extraData"), QJsonObject{{q("description"), q("d")}}}}, "invalid-params");
    row("create with a topic", "POST", "groups.create",
        {{q("name"), q("x")}, {q("extraData"), QJsonObject{{q("topic"), q("d")}}}}, "");
    // Not of groups.*, but refused by the validators of @rocket.chat/rest-typings 8.8.1.
    row("unknown key of a room call", "POST", "rooms.changeArchivationState",
        {{q("rid"), bio}, {q("action"), q("archive")}, {q("more"), 1}}, "invalid-params");
}

void tst_SandboxChatErrors::strictGroups()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, call);
    QFETCH(QJsonObject, params);
    QFETCH(QString, code);
    for (const QString &version : {QStringLiteral("6.8"), QStringLiteral("7.10"), QStringLiteral("8.7"),
                                   QStringLiteral("8.8"), QStringLiteral("9.0")}) {
        Client c(world(version));
        const Reply r = c.send(method.constData(), call, params);
        const QJsonObject body = QJsonDocument::fromJson(r.body).object();
        const bool strict = version == u"8.8" || version == u"9.0";
        if (strict && !code.isEmpty()) {
            QCOMPARE(r.status, 400);
            QCOMPARE(body.value(u"errorType").toString(), code);
        } else {
            QVERIFY2(r.status == 200, r.body.constData());
        }
    }
}

/// Queries that name nothing: rooms.* were validated in every release, users.info from 8.8 on.
void tst_SandboxChatErrors::whoIsMeant()
{
    const auto q = [](const char *text) { return QString::fromLatin1(text); };
    for (const char *version : {"7.10", "8.8"}) {
        const bool strict = qstrcmp(version, "8.8") == 0;
        Client c(world(q(version)));
        const auto error = [&](const char *call, const QJsonObject &params) {
            const Reply r = c.send("GET", q(call), params);
            const QJsonObject body = QJsonDocument::fromJson(r.body).object();
            return r.status == 200 ? q("200") : body.value(u"error").toString();
        };
        QCOMPARE(error("rooms.nameExists", {}), q("must have required property 'roomName' [invalid-params]"));
        QCOMPARE(error("rooms.isMember", {{q("roomId"), bio}}),
                 q("must have required property 'userId'\n must have required property 'username'\n must match exactly "
                   "one schema in oneOf [invalid-params]"));
        QCOMPARE(error("rooms.isMember", {{q("userId"), ada}}),
                 q("must have required property 'roomId'\n must have required property 'roomId'\n must match exactly "
                   "one schema in oneOf [invalid-params]"));
        QCOMPARE(error("rooms.isMember", {{q("roomId"), bio}, {q("userId"), ada}, {q("username"), q("ada")}}),
                 q("must match exactly one schema in oneOf [invalid-params]"));
        QCOMPARE(error("rooms.isMember", {{q("roomId"), bio}, {q("userId"), ada}}), q("200"));
        QCOMPARE(error("users.info", {}), q(strict ? "must match a schema in anyOf" : "Invalid search query."));
    }
}

/// Types and missing keys, as the validators of @rocket.chat/rest-typings 8.8.1 refuse them.
void tst_SandboxChatErrors::typedBodies()
{
    const auto codeOf = [](const char *version, const char *call, const QJsonObject &params) {
        Client c(world(QString::fromLatin1(version)));
        return c.post(QString::fromLatin1(call), params).value(u"errorType").toString();
    };
    const auto id = QStringLiteral("userId");
    const QString refused = QStringLiteral("invalid-params");
    QCOMPARE(codeOf("8.8", "groups.invite", inBio({{QStringLiteral("userIds"), ada}})), refused);
    QCOMPARE(codeOf("8.7", "groups.invite", inBio({{QStringLiteral("userIds"), ada}})), QString());
    QCOMPARE(codeOf("8.8", "groups.kick", inBio({{id, QJsonObject()}})), refused);
    QCOMPARE(codeOf("8.8", "groups.rename", inBio()), refused);
    QCOMPARE(codeOf("8.8", "groups.setCustomFields", inBio({{QStringLiteral("customFields"), QStringLiteral("x")}})),
             refused);
    const QJsonObject limit{{QStringLiteral("rid"), bio}, {QStringLiteral("retentionMaxAgeLimit"), 90}};
    QCOMPARE(codeOf("8.8", "rooms.saveRoomSettings", limit), refused);
    QCOMPARE(codeOf("7.10", "rooms.saveRoomSettings", limit), QStringLiteral("error-invalid-settings"));
}

QTEST_APPLESS_MAIN(tst_SandboxChatErrors)
#include "tst_sandboxchat_errors.moc"
