#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// What a client saves it can read again, and what a server would not take is refused: a client that reads back must not
// see its save lost (Rocket.Chat contract sections 1, 3 to 7 and 9).

namespace {

QJsonObject groupOf(Client &c, const QString &room = bio)
{
    return c.get(s("groups.info"), {{s("roomId"), room}}).value(u"group").toObject();
}

QJsonObject withRoom(QJsonObject settings)
{
    settings.insert(s("rid"), bio);
    return settings;
}

} // namespace

class tst_SandboxChatSaved : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beingAddedIsAMention();
    void retentionThatWasNeverSet();
    void retentionOfWrongTypes_data();
    void retentionOfWrongTypes();
    void shownName();
    void typesOfRooms();
    void requiredFields();
    void wrongCodesRunOut();
    void defaultRooms();
    void settingsAreReadAgain();
    void broadcastRooms();
    void lastLogins();
    void pathsThatAreGone();
    void ownLimitOfMessages();
    void typesNamedByTheValidator();
};

void tst_SandboxChatSaved::beingAddedIsAMention()
{
    Client c;
    c.post(s("groups.invite"), {{s("roomId"), bio}, {s("userId"), ada}});
    c.become(s("ada"));
    const auto unread = [&] { return c.get(s("groups.counters"), {{s("roomId"), bio}}); };
    QCOMPARE(unread().value(u"userMentions").toInt(), 1);
    QCOMPARE(unread().value(u"unreads").toInt(), 1);
    c.become(s("grace")); // was there from the beginning
    QCOMPARE(unread().value(u"userMentions").toInt(-1), 0);
}

/// Absent is not false: without the key the server's own rule applies.
void tst_SandboxChatSaved::retentionThatWasNeverSet()
{
    World w = world();
    w.chat.rooms[0].retention = Retention{true, true, 30, true, false, false};
    Client c(w);
    c.post(s("rooms.saveRoomSettings"), withRoom({{s("retentionEnabled"), QJsonValue()}}));
    QVERIFY(!groupOf(c).value(u"retention").toObject().contains(u"enabled"));
    Client fresh;
    fresh.post(s("rooms.saveRoomSettings"), withRoom({{s("retentionMaxAge"), 90}}));
    const QJsonObject stored = groupOf(fresh).value(u"retention").toObject();
    QCOMPARE(stored.value(u"maxAge").toInt(), 90);
    QVERIFY(!stored.contains(u"enabled") && !stored.contains(u"overrideGlobal"));
}

void tst_SandboxChatSaved::retentionOfWrongTypes_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<int>("status");
    QTest::addColumn<double>("maxAge");
    for (const char *version : {"6.8", "7.10", "8.8", "9.0"}) {
        const auto row = [version](const char *name, const QJsonObject &settings, int before, int strict,
                                   double maxAge) {
            QTest::newRow(qPrintable(QLatin1String(version) + u' ' + QLatin1String(name)))
                << s(version) << settings << (QByteArray(version) < "8" ? before : strict) << maxAge;
        };
        row("a number as text", {{s("retentionMaxAge"), s("45")}}, 200, 200, 45);
        row("no number", {{s("retentionMaxAge"), s("abc")}}, 200, 400, 90);
        row("no truth", {{s("retentionEnabled"), QJsonArray{true}}}, 200, 400, 90);
        row("no list", {{s("systemMessages"), s("au")}}, 200, 400, 90);
        row("no read-only", {{s("readOnly"), s("perhaps")}}, 200, 400, 90);
    }
}

void tst_SandboxChatSaved::retentionOfWrongTypes()
{
    QFETCH(QString, version);
    QFETCH(QJsonObject, settings);
    QFETCH(int, status);
    QFETCH(double, maxAge);
    World w = world(version);
    w.chat.rooms[0].retention = Retention{true, true, 90, true, false, false};
    Client c(w);
    const QJsonObject answer = c.post(s("rooms.saveRoomSettings"), withRoom(settings));
    QCOMPARE(c.status, status);
    QCOMPARE(errorType(answer), status == 200 ? QString() : s("invalid-params"));
    QCOMPARE(groupOf(c).value(u"retention").toObject().value(u"maxAge").toDouble(), maxAge);
}

void tst_SandboxChatSaved::shownName()
{
    World w = world();
    w.chat.settings[s("UI_Allow_room_names_with_special_chars")] = true;
    Client c(w);
    const QJsonObject made = c.post(s("groups.create"), {{s("name"), s("Élan (1)")}}).value(u"group").toObject();
    QCOMPARE(made.value(u"name").toString(), s("Elan-1"));
    QCOMPARE(made.value(u"fname").toString(), s("Élan (1)"));
    const QString id = made.value(u"_id").toString();
    c.post(s("groups.rename"), {{s("roomId"), id}, {s("name"), s("Bio & Co")}});
    QCOMPARE(groupOf(c, id).value(u"fname").toString(), s("Bio & Co"));
    c.become(s("root"));
    QCOMPARE(c.get(s("rooms.adminRooms"), {{s("filter"), s("io & c")}}).value(u"total").toInt(), 1);
}

void tst_SandboxChatSaved::typesOfRooms()
{
    Client c;
    QCOMPARE(errorType(c.post(s("groups.setType"), {{s("roomId"), bio}, {s("type"), s("x")}})),
             s("error-invalid-room-type"));
    World w = world();
    w.chat.grants.emplace();
    (*w.chat.grants)[s("create-c")] = {};
    (*w.chat.grants)[s("edit-room")] = {s("owner")};
    Client owner(w);
    QCOMPARE(errorType(owner.post(s("rooms.saveRoomSettings"), withRoom({{s("roomType"), s("c")}}))),
             s("error-action-not-allowed"));
    QCOMPARE(owner.roomOf(bio).type, s("p"));
}

void tst_SandboxChatSaved::requiredFields()
{
    World w = world();
    w.chat.settings[s("Accounts_CustomFields")] = s(R"({"matricle":{"type":"text","required":true}})");
    Client c(w);
    c.become(s("root"));
    QJsonObject account{{s("email"), s("new@example.org")},
                        {s("name"), s("New")},
                        {s("username"), s("new")},
                        {s("password"), s("secret")}};
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-user-registration-custom-field"));
    QVERIFY(!c.get(s("users.info"), {{s("username"), s("new")}}).value(u"success").toBool());
    account.insert(s("customFields"), QJsonObject{{s("matricle"), s("4711")}});
    QVERIFY(c.post(s("users.create"), account).value(u"success").toBool());
}

void tst_SandboxChatSaved::wrongCodesRunOut()
{
    World w = world();
    w.chat.settings[s("Accounts_TwoFactorAuthentication_By_Email_Enabled")] = true;
    Client c(w);
    c.token.clear();
    const auto sign = [&c](const QString &code) {
        return c
            .post(s("login"),
                  {{s("user"), s("ada")}, {s("password"), SandboxRocketChat::sandboxPassword}, {s("code"), code}})
            .value(u"error")
            .toString();
    };
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sign(s("000000")), s("totp-invalid"));
    QCOMPARE(sign(SandboxRocketChat::emailCode), s("totp-max-attempts"));
    QVERIFY(c.post(s("users.2fa.sendEmailCode"), {{s("emailOrUsername"), s("ada")}}).value(u"success").toBool());
    QCOMPARE(sign(SandboxRocketChat::emailCode), QString());
}

void tst_SandboxChatSaved::defaultRooms()
{
    Client c;
    c.become(s("root"));
    c.post(s("rooms.saveRoomSettings"), {{s("rid"), general}, {s("default"), true}});
    QCOMPARE(c.status, 200);
    const auto made = [&c](const char *name, const QJsonObject &more) {
        QJsonObject account{{s("email"), QString(s(name) + s("@example.org"))},
                            {s("name"), s(name)},
                            {s("username"), s(name)},
                            {s("password"), s("secret")}};
        for (auto it = more.begin(); it != more.end(); ++it)
            account.insert(it.key(), it.value());
        const QString id = c.post(s("users.create"), account).value(u"user").toObject().value(u"_id").toString();
        return c.memberOf(general, id) != nullptr;
    };
    QVERIFY(made("in", {}));
    QVERIFY(!made("out", {{s("joinDefaultChannels"), false}}));
}

void tst_SandboxChatSaved::settingsAreReadAgain()
{
    Client c;
    QCOMPARE(groupOf(c).value(u"sysMes"), QJsonValue(true));
    c.post(s("rooms.saveRoomSettings"), withRoom({{s("systemMessages"), QJsonArray{s("au")}},
                                                  {s("featured"), true},
                                                  {s("default"), false},
                                                  {s("reactWhenReadOnly"), true}}));
    QCOMPARE(c.status, 200);
    const QJsonObject room = groupOf(c);
    QCOMPARE(room.value(u"sysMes").toArray(), QJsonArray{s("au")});
    QCOMPARE(room.value(u"featured"), QJsonValue(true));
    QCOMPARE(room.value(u"default"), QJsonValue(false));
    QCOMPARE(room.value(u"reactWhenReadOnly"), QJsonValue(true));
    const QJsonObject made =
        c.post(s("groups.create"), {{s("name"), s("topical")}, {s("extraData"), QJsonObject{{s("topic"), s("t")}}}})
            .value(u"group")
            .toObject();
    QCOMPARE(made.value(u"topic").toString(), s("t"));
}

void tst_SandboxChatSaved::broadcastRooms()
{
    Client c;
    const QJsonObject made = c.post(s("groups.create"), {{s("name"), s("news")},
                                                         {s("members"), QJsonArray{s("ada")}},
                                                         {s("extraData"), QJsonObject{{s("broadcast"), true}}}})
                                 .value(u"group")
                                 .toObject();
    QCOMPARE(made.value(u"broadcast"), QJsonValue(true));
    const QJsonObject named{{s("roomId"), made.value(u"_id")}};
    QVERIFY(c.get(s("groups.members"), named).value(u"success").toBool()); // its owner
    c.become(s("ada"));
    QCOMPARE(c.get(s("groups.members"), named).value(u"error").toString(), s("unauthorized"));
    QCOMPARE(c.status, 403);
}

void tst_SandboxChatSaved::lastLogins()
{
    Client c;
    c.become(s("root"));
    const auto users = [&c](bool loggedIn) {
        QStringList names;
        const QJsonArray list =
            c.get(s("users.listByStatus"), {{s("hasLoggedIn"), loggedIn}}).value(u"users").toArray();
        for (const QJsonValue &user : list)
            names << user[u"username"].toString();
        return names;
    };
    QCOMPARE(users(true), QStringList{s("root")});
    QVERIFY(!users(false).contains(s("root")) && users(false).contains(s("ada")));
    const QJsonArray all = c.get(s("users.list")).value(u"users").toArray();
    for (const QJsonValue &user : all)
        QCOMPARE(user.toObject().contains(u"lastLogin"), user[u"username"].toString() == u"root");
}

void tst_SandboxChatSaved::pathsThatAreGone()
{
    Client c;
    QVERIFY(c.get(s("/api/info")).value(u"success").toBool());
    QVERIFY(!c.get(s("info")).contains(u"version")); // below v1: gone since 4.0
    QCOMPARE(c.status, 404);
    QVERIFY(!c.get(s("logout")).value(u"status").toString().isEmpty()); // GET is deprecated, and there
    QCOMPARE(c.status, 200);
    c.get(s("me"));
    QCOMPARE(c.status, 401);
}

void tst_SandboxChatSaved::ownLimitOfMessages()
{
    Client c(world(s("8.8")));
    c.become(s("ada"));
    const QJsonObject message{{s("message"), QJsonObject{{s("rid"), secret}, {s("msg"), s("hello")}}}};
    for (int i = 0; i < 5; ++i) {
        c.post(s("chat.sendMessage"), message);
        QCOMPARE(c.status, 200);
    }
    c.post(s("chat.sendMessage"), message);
    QCOMPARE(c.status, 429);
    c.now.ms += 1000;
    c.post(s("chat.sendMessage"), message);
    QCOMPARE(c.status, 200);
}

void tst_SandboxChatSaved::typesNamedByTheValidator()
{
    Client c(world(s("8.8")));
    for (const QJsonValue &wrong : {QJsonValue(s("x")), QJsonValue(QJsonArray())}) {
        const QJsonObject answer =
            c.post(s("groups.setCustomFields"), {{s("roomId"), bio}, {s("customFields"), wrong}});
        QVERIFY2(answer.value(u"error").toString().contains(s("must be object")),
                 qPrintable(answer.value(u"error").toString()));
    }
}

QTEST_GUILESS_MAIN(tst_SandboxChatSaved)
#include "tst_sandboxchat_saved.moc"
