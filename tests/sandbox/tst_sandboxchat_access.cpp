#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// The fidelity list that closes the Rocket.Chat contract (section 12) and the facts of its section 0:
// what one may see and do: membership, archived rooms, grants, versions. R74, R81.

class tst_SandboxChatAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apiAccountIsMadeWhenAbsent();
    void grants();
    void notAMemberIsNotFound_data();
    void notAMemberIsNotFound();
    void whatWorksWithoutMembership();
    void archivedRefuses_data();
    void archivedRefuses();
    void archivedAnswers();
    void versionGates_data();
    void versionGates();
    void infoHidesThePatch();
    void settingsFilter();
};

void tst_SandboxChatAccess::apiAccountIsMadeWhenAbsent()
{
    World w;
    w.now = Instant::fromIso(s("2026-11-20T08:00:00Z"));
    Client c(w);
    QCOMPARE(c.user, defaultApiUserId());
    QCOMPARE(c.user.size(), 17);
    const QJsonObject me = c.get(s("me"));
    QCOMPARE(c.status, 200);
    QCOMPARE(me.value(u"username").toString(), s("liaison.api"));
    QCOMPARE(me.value(u"roles").toArray(), (QJsonArray{s("bot"), s("user")}));
    QCOMPARE(c.world.chat.users.size(), std::size_t{1});
    QVERIFY(c.get(s("groups.list")).value(u"success").toBool());
    QCOMPARE(ensureApiUser(c.world), c.user);
    QCOMPARE(c.world.chat.users.size(), std::size_t{1});
}

void tst_SandboxChatAccess::grants()
{
    const auto holders = [](Client &c, const char *permission) {
        const QJsonArray all = c.get(s("permissions.listAll")).value(u"update").toArray();
        for (const QJsonValue &p : all) {
            if (p.toObject().value(u"_id").toString() == QLatin1String(permission))
                return p.toObject().value(u"roles").toVariant().toStringList();
        }
        return QStringList{s("absent")};
    };
    Client shipped;
    QCOMPARE(holders(shipped, "view-room-administration"), (QStringList{s("admin"), s("bot")}));
    QCOMPARE(holders(shipped, "view-full-other-user-info"), (QStringList{s("admin"), s("bot")}));
    QCOMPARE(holders(shipped, "view-other-user-channels"), (QStringList{s("admin"), s("bot")}));
    QCOMPARE(holders(shipped, "edit-room-retention-policy"), (QStringList{s("admin"), s("bot")}));
    QCOMPARE(holders(shipped, "unarchive-room"), (QStringList{s("admin"), s("bot")}));
    QCOMPARE(holders(shipped, "add-user-to-any-p-room"), QStringList());
    QCOMPARE(holders(shipped, "kick-user-from-any-p-room"), QStringList());
    QCOMPARE(holders(shipped, "set-moderator"), (QStringList{s("admin"), s("owner")}));
    QCOMPARE(holders(shipped, "remove-user"), (QStringList{s("admin"), s("owner"), s("moderator")}));

    World w = world();
    w.chat.grants.emplace();
    Client bare(w);
    QCOMPARE(holders(bare, "view-room-administration"), QStringList{s("admin")});
    w.chat.grants->emplace(s("add-user-to-any-p-room"), QStringList{s("bot")});
    Client named(w);
    QCOMPARE(holders(named, "add-user-to-any-p-room"), QStringList{s("bot")});
    QCOMPARE(holders(named, "view-room-administration"), QStringList{s("admin")});
}

void tst_SandboxChatAccess::notAMemberIsNotFound_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QJsonObject>("more");
    for (const char *call :
         {"groups.info", "groups.members", "groups.roles", "groups.moderators", "groups.history", "groups.messages"})
        QTest::newRow(call) << QByteArray("GET") << s(call) << QJsonObject();
    const QJsonObject who{{s("userId"), grace}};
    for (const char *call : {"groups.addModerator", "groups.removeModerator", "groups.addOwner", "groups.removeOwner",
                             "groups.addLeader", "groups.removeLeader", "groups.kick"})
        QTest::newRow(call) << QByteArray("POST") << s(call) << who;
    for (const char *call : {"groups.archive", "groups.unarchive", "groups.delete"})
        QTest::newRow(call) << QByteArray("POST") << s(call) << QJsonObject();
    QTest::newRow("groups.rename") << QByteArray("POST") << s("groups.rename") << QJsonObject{{s("name"), s("x")}};
    QTest::newRow("groups.setTopic") << QByteArray("POST") << s("groups.setTopic") << QJsonObject{{s("topic"), s("x")}};
}

void tst_SandboxChatAccess::notAMemberIsNotFound()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, call);
    QFETCH(QJsonObject, more);
    QList<QByteArray> answers;
    for (const QString &id : {secret, s("noSuchRoom"), general}) {
        Client c;
        c.become(s("root")); // an administrator, without membership
        QJsonObject params = more;
        params.insert(s("roomId"), id);
        const Reply r = c.send(method.constData(), call, params);
        QCOMPARE(r.status, 400);
        answers.append(r.body);
    }
    QCOMPARE(answers[0], answers[1]);
    QCOMPARE(answers[0], answers[2]); // of type c
    QCOMPARE(errorType(QJsonDocument::fromJson(answers[0]).object()), s("error-room-not-found"));
}

void tst_SandboxChatAccess::whatWorksWithoutMembership()
{
    Client c;
    QVERIFY(idsOf(c.get(s("groups.listAll")).value(u"groups")).contains(secret));
    QVERIFY(!idsOf(c.get(s("groups.list")).value(u"groups")).contains(secret));
    QVERIFY(idsOf(c.get(s("rooms.adminRooms"), {{s("types[]"), QJsonArray{s("p")}}}).value(u"rooms")).contains(secret));
    QCOMPARE(c.get(s("rooms.adminRooms.getRoom"), {{s("rid"), secret}}).value(u"name").toString(), s("secret"));
    QCOMPARE(c.get(s("rooms.adminRooms.getRoom"), {{s("rid"), s("none")}}), (QJsonObject{{s("success"), true}}));
    QCOMPARE(c.get(s("groups.counters"), {{s("roomId"), secret}}).value(u"members").toInt(), 2);
    QCOMPARE(c.get(s("rooms.nameExists"), {{s("roomName"), s("secret")}}).value(u"exists").toBool(), true);

    const QJsonObject addHer{{s("roomId"), secret}, {s("userId"), rootUser}};
    QCOMPARE(errorType(c.post(s("groups.invite"), addHer)), s("error-not-allowed"));
    const QJsonObject kickHer{{s("roomId"), secret}, {s("userId"), ada}};
    QCOMPARE(errorType(c.post(s("groups.kick"), kickHer)), s("error-room-not-found"));

    World w = world();
    w.chat.grants.emplace();
    for (const char *p :
         {"add-user-to-any-p-room", "kick-user-from-any-p-room", "remove-user", "edit-room", "archive-room"})
        w.chat.grants->emplace(s(p), QStringList{s("bot")});
    Client may(w);
    may.post(s("groups.invite"), addHer);
    QCOMPARE(may.status, 200);
    may.post(s("groups.kick"), kickHer);
    QCOMPARE(may.status, 200);
    QVERIFY(!may.memberOf(secret, ada));
    // Kicking somebody who is not there succeeds, with a message.
    const int before = may.chat.messagesPosted();
    may.post(s("groups.kick"), kickHer);
    QCOMPARE(may.status, 200);
    QCOMPARE(may.chat.messagesPosted(), before + 1);
    may.post(s("rooms.saveRoomSettings"), {{s("rid"), secret}, {s("roomTopic"), s("t")}});
    QCOMPARE(may.status, 200);
    may.post(s("rooms.changeArchivationState"), {{s("rid"), secret}, {s("action"), s("archive")}});
    QVERIFY(may.roomOf(secret).archived);
}

void tst_SandboxChatAccess::archivedRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QJsonObject>("more");
    for (const char *call :
         {"groups.members", "groups.roles", "groups.moderators", "groups.counters", "groups.messages", "rooms.info"})
        QTest::newRow(call) << QByteArray("GET") << s(call) << QJsonObject();
    const QJsonObject who{{s("userId"), grace}};
    for (const char *call : {"groups.addModerator", "groups.removeModerator", "groups.addOwner", "groups.addLeader"})
        QTest::newRow(call) << QByteArray("POST") << s(call) << who;
    QTest::newRow("twice") << QByteArray("POST") << s("groups.archive") << QJsonObject();
}

void tst_SandboxChatAccess::archivedRefuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, call);
    QFETCH(QJsonObject, more);
    Client c;
    more.insert(s("roomId"), old);
    const Reply r = c.send(method.constData(), call, more);
    QCOMPARE(r.status, 400);
    QCOMPARE(errorType(QJsonDocument::fromJson(r.body).object()), s("error-room-archived"));
}

void tst_SandboxChatAccess::archivedAnswers()
{
    Client c;
    QCOMPARE(c.get(s("groups.info"), {{s("roomId"), old}}).value(u"group").toObject().value(u"archived"),
             QJsonValue(true));
    QVERIFY(idsOf(c.get(s("groups.listAll")).value(u"groups")).contains(old));
    QCOMPARE(c.get(s("rooms.membersOrderedByRole"), {{s("roomId"), old}}).value(u"total").toInt(), 2);
    c.get(s("groups.history"), {{s("roomId"), old}});
    QCOMPARE(c.status, 200);
    Client late(world(s("8.6")));
    late.get(s("rooms.info"), {{s("roomId"), old}});
    QCOMPARE(late.status, 200);
}

void tst_SandboxChatAccess::versionGates_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("call");
    QTest::addColumn<bool>("there");
    const auto row = [](const char *version, const char *call, bool there) {
        QTest::addRow("%s %s", version, call) << s(version) << s(call) << there;
    };
    row("6.8", "rooms.membersOrderedByRole", false);
    row("7.2", "rooms.membersOrderedByRole", false);
    row("7.3", "rooms.membersOrderedByRole", true);
    row("6.11", "rooms.isMember", false);
    row("6.12", "rooms.isMember", true);
    row("6.7", "users.listByStatus", false);
    row("6.8", "users.listByStatus", true);
    row("7.9", "rooms.roles", false);
    row("7.10", "rooms.roles", true);
    row("9.0", "rooms.roles", true);
}

void tst_SandboxChatAccess::versionGates()
{
    QFETCH(QString, version);
    QFETCH(QString, call);
    QFETCH(bool, there);
    Client c(world(version));
    QJsonObject params{{s("roomId"), bio}};
    if (call == u"rooms.isMember")
        params.insert(s("userId"), ada);
    if (call == u"rooms.roles")
        params = {{s("rid"), bio}};
    if (call == u"users.listByStatus")
        params = {};
    const Reply reply = c.send("GET", call, params);
    const bool isJson = headerOf(reply, "Content-Type") == "application/json";
    if (there) {
        QCOMPARE(reply.status, 200);
        QVERIFY(isJson);
    } else if (version.startsWith(u"6.") || version == u"7.2") {
        QCOMPARE(reply.status, 200);
        QVERIFY(!isJson); // the web client
    } else {
        QCOMPARE(reply.status, 404);
        QVERIFY(isJson);
    }
}

void tst_SandboxChatAccess::infoHidesThePatch()
{
    World w = world(s("7.10.3"));
    Client c(w);
    QCOMPARE(c.get(s("/api/info")).value(u"version").toString(), s("7.10"));
    c.become(s("root"));
    const QJsonObject full = c.get(s("/api/info"));
    QCOMPARE(full.value(u"version").toString(), s("7.10.3"));
    QVERIFY(full.contains(u"info"));
}

void tst_SandboxChatAccess::settingsFilter()
{
    World w = world(s("6.8"));
    w.chat.settings[s("RetentionPolicy_Enabled")] = true;
    Client six(w);
    const QJsonObject by{{s("query"), s("{\"_id\":{\"$in\":[\"RetentionPolicy_Enabled\"]}}")}};
    const QJsonObject one = six.get(s("settings.public"), by);
    QCOMPARE(idsOf(one.value(u"settings")), QStringList{s("RetentionPolicy_Enabled")});
    QCOMPARE(one.value(u"settings").toArray().first().toObject().value(u"value"), QJsonValue(true));
    const QJsonObject filter{{s("_id"), s("RetentionPolicy_Enabled,API_Default_Count")}};
    const QStringList all = idsOf(six.get(s("settings.public"), filter).value(u"settings"));
    QVERIFY(all.contains(s("RetentionPolicy_MaxAge_Groups")) && !all.contains(s("RetentionPolicy_TTL_Groups")));
    QVERIFY(!all.contains(s("API_Default_Count"))); // not public
    Client seven;
    QCOMPARE(idsOf(seven.get(s("settings.public"), filter).value(u"settings")),
             QStringList{s("RetentionPolicy_Enabled")});
    QVERIFY(idsOf(seven.get(s("settings.public"), by).value(u"settings")).contains(s("RetentionPolicy_TTL_Groups")));
}

QTEST_APPLESS_MAIN(tst_SandboxChatAccess)
#include "tst_sandboxchat_access.moc"
