#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QCryptographicHash>
#include <QTest>

using namespace campus;

// The fidelity list that closes the Rocket.Chat contract (section 12) and the facts of its section 0, one by one.
// R74, R81.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString errorType(const QJsonObject &body)
{
    return body.value(u"errorType").toString();
}

} // namespace

class tst_SandboxChatFidelity : public QObject
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
    void inviteForms_data();
    void inviteForms();
    void inviteDropsSilently();
    void inviteIsNotAtomic();
    void inviteIsNotRefusedForArchivedAndDeactivated();
    void deactivatedCountButAreNotListed();
    void retention_data();
    void retention();
    void retentionUnsets();
    void retentionNeedsItsRight();
    void versionGates_data();
    void versionGates();
    void infoHidesThePatch();
    void userInfoWithoutRight();
    void userRooms();
    void settingsFilter();
    void secondFactorOnCalls();
    void loginTokens();
    void revokedAndBack();
    void changesAreInTheWorld();
    void lastOwners();
    void roomNames();
    void adminRoomsProjection();
    void messageTextIsCanary();
    void deletingCallsAct();
    void relinquishing();
    void facts_data();
    void facts();
    void emptyLists_data();
    void emptyLists();
    void worldReplacedKeepsTheToken();
    void deterministic();
    void largeWorld();
};

void tst_SandboxChatFidelity::apiAccountIsMadeWhenAbsent()
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

void tst_SandboxChatFidelity::grants()
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

void tst_SandboxChatFidelity::notAMemberIsNotFound_data()
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

void tst_SandboxChatFidelity::notAMemberIsNotFound()
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

void tst_SandboxChatFidelity::whatWorksWithoutMembership()
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

void tst_SandboxChatFidelity::archivedRefuses_data()
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

void tst_SandboxChatFidelity::archivedRefuses()
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

void tst_SandboxChatFidelity::archivedAnswers()
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

void tst_SandboxChatFidelity::inviteForms_data()
{
    QTest::addColumn<QJsonObject>("who");
    QTest::addColumn<QStringList>("added");
    const QJsonArray both{ada, rootUser};
    QTest::newRow("userId") << QJsonObject{{s("userId"), ada}} << QStringList{ada};
    QTest::newRow("userIds") << QJsonObject{{s("userIds"), both}} << QStringList{ada, rootUser};
    QTest::newRow("username, in any case") << QJsonObject{{s("username"), s("ADA")}} << QStringList{ada};
    QTest::newRow("usernames") << QJsonObject{{s("usernames"), QJsonArray{s("Ada"), s("ROOT")}}}
                               << QStringList{ada, rootUser};
    QTest::newRow("single and list, twice the same")
        << QJsonObject{{s("userId"), ada}, {s("userIds"), both}} << QStringList{ada, rootUser};
    QTest::newRow("an id makes names be looked up by id")
        << QJsonObject{{s("userId"), ada}, {s("usernames"), QJsonArray{s("root")}}} << QStringList{ada};
}

void tst_SandboxChatFidelity::inviteForms()
{
    QFETCH(QJsonObject, who);
    QFETCH(QStringList, added);
    Client c;
    const QJsonObject answer = c.post(s("groups.invite"), inBio(who));
    QCOMPARE(c.status, 200);
    QCOMPARE(answer.value(u"group").toObject().value(u"usersCount").toInt(), 3 + static_cast<int>(added.size()));
    QVERIFY(!answer.contains(u"members"));
    for (const QString &id : added)
        QVERIFY(c.memberOf(bio, id));
    QCOMPARE(c.chat.messagesPosted(), static_cast<int>(added.size()));
    // Again: success, and nothing happens.
    c.post(s("groups.invite"), inBio(who));
    QCOMPARE(c.status, 200);
    QCOMPARE(c.chat.messagesPosted(), static_cast<int>(added.size()));
}

void tst_SandboxChatFidelity::inviteDropsSilently()
{
    Client c;
    c.post(s("groups.invite"), inBio({{s("userIds"), QJsonArray{s("nobody"), ada, s("none")}}}));
    QCOMPARE(c.status, 200);
    QVERIFY(c.memberOf(bio, ada));
    QCOMPARE(errorType(c.post(s("groups.invite"), inBio({{s("userIds"), QJsonArray{s("nobody")}}}))),
             s("error-empty-invite-list"));
    QCOMPARE(errorType(c.post(s("groups.invite"), inBio())), s("error-users-params-not-provided"));
    const QJsonObject list = c.post(s("groups.invite"), inBio({{s("username"), QJsonArray{s("ada")}}}));
    QCOMPARE(list.value(u"error").toString(), s("params.username.trim is not a function"));
    QVERIFY(!list.contains(u"errorType"));
}

void tst_SandboxChatFidelity::inviteIsNotAtomic()
{
    World w = world();
    w.chat.users.push_back(user(s("federated00000001"), s("@bob:other.example"), s("Bob")));
    Client c(w);
    c.post(s("groups.invite"), inBio({{s("userIds"), QJsonArray{s("federated00000001"), ada}}}));
    QCOMPARE(c.status, 400);
    QVERIFY(c.memberOf(bio, ada));
    QVERIFY(!c.memberOf(bio, s("federated00000001")));
}

void tst_SandboxChatFidelity::inviteIsNotRefusedForArchivedAndDeactivated()
{
    Client c;
    c.post(s("groups.invite"), {{s("roomId"), old}, {s("userIds"), QJsonArray{ada, gone}}});
    QCOMPARE(c.status, 200);
    QVERIFY(c.memberOf(old, ada) && c.memberOf(old, gone));
    QCOMPARE(c.chat.messagesPosted(), 2);
}

void tst_SandboxChatFidelity::deactivatedCountButAreNotListed()
{
    World w = world();
    w.chat.rooms[0].members[2].roles = {s("moderator")};
    Client c(w);
    const QJsonObject members = c.get(s("groups.members"), inBio());
    QCOMPARE(members.value(u"total").toInt(), 2);
    QVERIFY(!idsOf(members.value(u"members")).contains(gone));
    QVERIFY(!idsOf(c.get(s("rooms.membersOrderedByRole"), inBio()).value(u"members")).contains(gone));
    QCOMPARE(c.get(s("groups.info"), inBio()).value(u"group").toObject().value(u"usersCount").toInt(), 3);
    QStringList holders;
    const QJsonArray roles = c.get(s("groups.roles"), inBio()).value(u"roles").toArray();
    for (const QJsonValue &r : roles)
        holders.append(r.toObject().value(u"u").toObject().value(u"_id").toString());
    QCOMPARE(holders, (QStringList{api, grace, gone}));
    QCOMPARE(c.get(s("users.listByStatus"), {{s("status"), s("deactivated")}}).value(u"total").toInt(), 1);
}

void tst_SandboxChatFidelity::retention_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("override");
    QTest::addColumn<bool>("kept");
    QTest::newRow("6.8 drops whenever the override is there") << s("6.8") << true << false;
    QTest::newRow("6.8 drops on false as well") << s("6.8") << false << false;
    QTest::newRow("6.9 keeps with true") << s("6.9") << true << true;
    QTest::newRow("7.10 keeps with true") << s("7.10") << true << true;
    QTest::newRow("7.10 drops on false") << s("7.10") << false << false;
    QTest::newRow("9.0 keeps with true") << s("9.0") << true << true;
}

void tst_SandboxChatFidelity::retention()
{
    QFETCH(QString, version);
    QFETCH(bool, override);
    QFETCH(bool, kept);
    Client c(world(version));
    QVERIFY(!c.get(s("groups.info"), inBio()).value(u"group").toObject().contains(u"retention"));
    c.post(s("rooms.saveRoomSettings"), {{s("rid"), bio},
                                         {s("retentionEnabled"), true},
                                         {s("retentionOverrideGlobal"), override},
                                         {s("retentionMaxAge"), 180},
                                         {s("retentionExcludePinned"), true}});
    QCOMPARE(c.status, 200);
    QVERIFY(c.roomOf(bio).retention);
    QCOMPARE(c.roomOf(bio).retention->overrideGlobal, override);
    QCOMPARE(c.roomOf(bio).retention->maxAge.has_value(), kept);
    QCOMPARE(c.roomOf(bio).retention->excludePinned, kept);
    // The second save of the two brings the rest on every release.
    c.post(s("rooms.saveRoomSettings"), {{s("rid"), bio}, {s("retentionMaxAge"), 90}, {s("retentionFilesOnly"), true}});
    const QJsonObject stored =
        c.get(s("groups.info"), inBio()).value(u"group").toObject().value(u"retention").toObject();
    QCOMPARE(stored.value(u"maxAge").toInt(), 90);
    QCOMPARE(stored.value(u"filesOnly"), QJsonValue(true));
    QCOMPARE(stored.value(u"overrideGlobal"), QJsonValue(override));
    QCOMPARE(c.chat.messagesPosted(), 0);
}

void tst_SandboxChatFidelity::retentionUnsets()
{
    World w = world();
    w.chat.rooms[0].retention = Retention{true, true, 30, true, false, false};
    Client c(w);
    c.post(s("rooms.saveRoomSettings"),
           {{s("rid"), bio}, {s("retentionEnabled"), QJsonValue()}, {s("retentionExcludePinned"), s("true")}});
    QCOMPARE(c.roomOf(bio).retention->enabled, false);
    QCOMPARE(c.roomOf(bio).retention->excludePinned, false); // only strictly true is stored
}

void tst_SandboxChatFidelity::retentionNeedsItsRight()
{
    World w = world();
    w.chat.grants.emplace();
    w.chat.rooms[0].retention = Retention{true, true, 30, true, false, false};
    Client c(w); // owner of the room, hence edit-room
    QCOMPARE(errorType(c.post(s("rooms.saveRoomSettings"), {{s("rid"), bio}, {s("retentionMaxAge"), 31}})),
             s("error-action-not-allowed"));
    c.post(s("rooms.saveRoomSettings"), {{s("rid"), bio}, {s("retentionMaxAge"), 30}});
    QCOMPARE(c.status, 200); // what is stored already may be said
}

void tst_SandboxChatFidelity::versionGates_data()
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

void tst_SandboxChatFidelity::versionGates()
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
    } else if (Instant{} < c.now && (version.startsWith(u"6.") || version == u"7.2")) {
        QCOMPARE(reply.status, 200);
        QVERIFY(!isJson); // the web client
    } else {
        QCOMPARE(reply.status, 404);
        QVERIFY(isJson);
    }
}

void tst_SandboxChatFidelity::infoHidesThePatch()
{
    World w = world(s("7.10.3"));
    Client c(w);
    QCOMPARE(c.get(s("/api/info")).value(u"version").toString(), s("7.10"));
    c.become(s("root"));
    const QJsonObject full = c.get(s("/api/info"));
    QCOMPARE(full.value(u"version").toString(), s("7.10.3"));
    QVERIFY(full.contains(u"info"));
}

void tst_SandboxChatFidelity::userInfoWithoutRight()
{
    World w = world();
    w.chat.grants.emplace();
    Client c(w);
    const QJsonObject other = c.get(s("users.info"), {{s("username"), s("ada")}}).value(u"user").toObject();
    for (const char *key : {"roles", "emails", "active", "createdAt", "customFields"})
        QVERIFY2(!other.contains(QLatin1String(key)), key);
    QCOMPARE(other.value(u"_id").toString(), ada);
    QVERIFY(c.get(s("users.info"), {{s("userId"), api}}).value(u"user").toObject().contains(u"roles")); // oneself
    const QJsonObject listed = c.get(s("users.list")).value(u"users").toArray().first().toObject();
    QVERIFY(!listed.contains(u"emails"));
    const QJsonObject rooms = c.get(s("users.info"), {{s("username"), s("ada")}, {s("includeUserRooms"), s("true")}});
    QVERIFY(!rooms.value(u"user").toObject().contains(u"rooms"));
    const QJsonObject nobody = c.get(s("users.info"), {{s("username"), s("nobody")}});
    QCOMPARE(nobody, (QJsonObject{{s("success"), false}, {s("error"), s("User not found.")}}));
}

void tst_SandboxChatFidelity::userRooms()
{
    const QJsonObject fields{{s("userId"), grace}, {s("fields"), s("{\"userRooms\":1}")}};
    const QJsonObject include{{s("userId"), grace}, {s("includeUserRooms"), s("true")}};
    const auto rooms = [](Client &c, const QJsonObject &params) {
        QStringList ids;
        const QJsonArray all = c.get(s("users.info"), params).value(u"user").toObject().value(u"rooms").toArray();
        for (const QJsonValue &v : all)
            ids.append(v.toObject().value(u"rid").toString());
        return ids;
    };
    Client six(world(s("6.8")));
    QCOMPARE(rooms(six, fields), (QStringList{old, bio, secret}));
    QCOMPARE(rooms(six, include), QStringList());
    Client seven;
    QCOMPARE(rooms(seven, include), (QStringList{old, bio, secret}));
    QCOMPARE(rooms(seven, fields), QStringList()); // ignored since 7.0
    Client nine(world(s("9.0")));
    QCOMPARE(errorType(nine.get(s("users.info"), fields)), s("error-invalid-params"));
    QCOMPARE(rooms(seven, {{s("userId"), gone}, {s("includeUserRooms"), s("true")}}),
             QStringList{bio}); // deactivated too
}

void tst_SandboxChatFidelity::settingsFilter()
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

void tst_SandboxChatFidelity::secondFactorOnCalls()
{
    Client c;
    c.become(s("ada"));
    const QJsonObject make{{s("tokenName"), s("liaison-desk")}, {s("bypassTwoFactor"), true}};
    const QJsonObject asked = c.post(s("users.generatePersonalAccessToken"), make);
    QCOMPARE(c.status, 400);
    QCOMPARE(errorType(asked), s("totp-required"));
    QCOMPARE(asked.value(u"error").toString(), s("TOTP Required [totp-required]"));
    QCOMPARE(asked.value(u"details").toObject(),
             (QJsonObject{
                 {s("method"), s("password")}, {s("codeGenerated"), false}, {s("availableMethods"), QJsonArray()}}));
    c.extraHeaders = {{"x-2fa-code", "wrong"}, {"x-2fa-method", "password"}};
    QCOMPARE(errorType(c.post(s("users.generatePersonalAccessToken"), make)), s("totp-invalid"));
    const QByteArray code = QCryptographicHash::hash("sandbox", QCryptographicHash::Sha256).toHex();
    c.extraHeaders = {{"x-2fa-code", code}, {"x-2fa-method", "password"}};
    const QByteArray token = c.post(s("users.generatePersonalAccessToken"), make).value(u"token").toString().toLatin1();
    QCOMPARE(c.status, 200);
    // Remembered for half an hour.
    c.extraHeaders.clear();
    c.now.ms += 1'000'000;
    c.post(s("users.generatePersonalAccessToken"), {{s("tokenName"), s("second")}});
    QCOMPARE(c.status, 200);
    c.now.ms += 1'000'000;
    c.post(s("users.generatePersonalAccessToken"), {{s("tokenName"), s("third")}});
    QCOMPARE(c.status, 400);
    // The new token skips all of it, and is in the list.
    c.token = token;
    c.post(s("users.generatePersonalAccessToken"), {{s("tokenName"), s("fourth")}});
    QCOMPARE(c.status, 200);
    const QJsonArray tokens = c.get(s("users.getPersonalAccessTokens")).value(u"tokens").toArray();
    QCOMPARE(tokens.size(), 3);
    QCOMPARE(tokens[0].toObject().value(u"lastTokenPart").toString(), QString::fromLatin1(token.right(6)));
    QCOMPARE(errorType(c.post(s("users.generatePersonalAccessToken"), make)), s("error-token-already-exists"));
    c.post(s("users.removePersonalAccessToken"), {{s("tokenName"), s("liaison-desk")}});
    c.get(s("me"));
    QCOMPARE(c.status, 401);

    World bots = world();
    bots.chat.users[0].roles = {s("bot")};
    Client b(bots);
    QCOMPARE(errorType(b.post(s("users.generatePersonalAccessToken"), make)),
             s("not-authorized")); // not bot: contract 1
}

void tst_SandboxChatFidelity::loginTokens()
{
    Client c;
    c.become(s("ada@example.org"));
    QCOMPARE(c.user, ada);
    const QByteArray first = c.token;
    QCOMPARE(c.post(s("login"), {{s("resume"), QString::fromLatin1(first)}})
                 .value(u"data")
                 .toObject()
                 .value(u"userId")
                 .toString(),
             ada);
    QCOMPARE(c.post(s("login"), {{s("user"), s("ada")}, {s("password"), s("sandbox")}, {s("ldap"), true}})
                 .value(u"status")
                 .toString(),
             s("error"));
    for (int i = 0; i < 50; ++i) {
        c.now.ms += 60'000;
        c.become(s("ada"));
    }
    const QByteArray last = c.token;
    c.token = first;
    c.get(s("me"));
    QCOMPARE(c.status, 401); // the oldest of 50 dropped out
    c.token = last;
    c.get(s("me"));
    QCOMPARE(c.status, 200);
    Client later(c.world);
    later.become(s("ada"));
    later.now.ms += std::int64_t{91} * 86'400'000;
    later.get(s("me"));
    QCOMPARE(later.status, 401); // a login ends after 90 days
    later.token = "api-token-0001";
    later.user = api;
    later.get(s("me"));
    QCOMPARE(later.status, 200); // a personal access token does not
    later.post(s("logout"));
    later.get(s("me"));
    QCOMPARE(later.status, 401);
}

void tst_SandboxChatFidelity::revokedAndBack()
{
    Client c;
    c.chat.setRevoked(true);
    QCOMPARE(c.get(s("me")),
             (QJsonObject{{s("status"), s("error")}, {s("message"), s("You must be logged in to do this.")}}));
    QCOMPARE(c.status, 401);
    c.chat.setRevoked(false);
    c.get(s("me"));
    QCOMPARE(c.status, 200);
    c.user = ada; // the token of another account
    c.get(s("me"));
    QCOMPARE(c.status, 401);
}

void tst_SandboxChatFidelity::changesAreInTheWorld()
{
    Client c;
    c.now.ms += 5000;
    c.post(s("groups.invite"), inBio({{s("userId"), ada}}));
    c.post(s("groups.addModerator"), inBio({{s("userId"), ada}}));
    c.post(s("groups.removeModerator"), inBio({{s("userId"), grace}}));
    c.post(s("groups.kick"), inBio({{s("username"), s("GRACE")}}));
    c.post(s("groups.archive"), inBio());
    const Room &r = c.roomOf(bio);
    QVERIFY(r.archived);
    QVERIFY(!c.memberOf(bio, grace));
    QCOMPARE(c.memberOf(bio, ada)->roles, QStringList{s("moderator")});
    QStringList events;
    for (const RoomEvent &e : r.events) {
        QCOMPARE(e.by, api);
        QCOMPARE(e.at.ms, c.now.ms);
        events.append(QString(e.type + u' ' + e.user));
    }
    QCOMPARE(events, (QStringList{QString(s("au ") + ada), QString(s("role+ ") + ada), QString(s("role- ") + grace),
                                  QString(s("ru ") + grace)}));
    c.post(s("groups.unarchive"), inBio());
    QVERIFY(!c.roomOf(bio).archived);
    c.post(s("groups.rename"), inBio({{s("name"), s("bio-102")}}));
    c.post(s("groups.setTopic"), inBio({{s("topic"), s("new")}}));
    c.post(s("groups.setCustomFields"), inBio({{s("customFields"), QJsonObject{{s("a"), 1}}}}));
    QCOMPARE(c.roomOf(bio).name, s("bio-102"));
    QCOMPARE(c.roomOf(bio).topic, s("new"));
    QCOMPARE(c.roomOf(bio).customFields.toObject().value(u"a").toInt(), 1);
    const QString made =
        c.post(s("groups.create"), {{s("name"), s("chem")}, {s("members"), QJsonArray{s("Ada"), s("nobody")}}})
            .value(u"group")
            .toObject()
            .value(u"_id")
            .toString();
    QCOMPARE(c.memberOf(made, api)->roles, QStringList{s("owner")});
    QVERIFY(c.memberOf(made, ada));
    QCOMPARE(c.roomOf(made).creator, api);
    QCOMPARE(
        c.get(s("groups.info"), {{s("roomName"), s("bio-102")}}).value(u"group").toObject().value(u"_id").toString(),
        bio);
    // Deactivating is in the world too.
    c.become(s("root"));
    c.post(s("users.setActiveStatus"), {{s("userId"), ada}, {s("activeStatus"), false}});
    QCOMPARE(c.world.chat.users[1].active, false);
}

void tst_SandboxChatFidelity::lastOwners()
{
    Client c;
    QCOMPARE(errorType(c.post(s("groups.removeOwner"), inBio({{s("userId"), api}}))), s("error-remove-last-owner"));
    QCOMPARE(errorType(c.post(s("groups.kick"), inBio({{s("userId"), api}}))), s("error-you-are-last-owner"));
    c.post(s("groups.addOwner"), inBio({{s("userId"), grace}}));
    c.post(s("groups.removeOwner"), inBio({{s("userId"), api}}));
    QCOMPARE(c.status, 200);
    QCOMPARE(errorType(c.post(s("groups.addOwner"), inBio({{s("userId"), grace}}))),
             s("error-not-allowed")); // no owner any more
    const QString made = c.post(s("groups.create"), {{s("name"), s("ownerless")}, {s("excludeSelf"), true}})
                             .value(u"group")
                             .toObject()
                             .value(u"_id")
                             .toString();
    QVERIFY(c.roomOf(made).members.empty());
}

void tst_SandboxChatFidelity::roomNames()
{
    Client c;
    QCOMPARE(errorType(c.post(s("groups.create"), {{s("name"), s("Élan 1")}})), s("error-invalid-room-name"));
    QCOMPARE(errorType(c.post(s("groups.rename"), inBio({{s("name"), s("secret")}}))),
             s("error-duplicate-channel-name"));
    World w = world();
    w.chat.settings[s("UI_Allow_room_names_with_special_chars")] = true;
    Client special(w);
    const auto made = [&special] {
        return special.post(s("groups.create"), {{s("name"), s("Élan (1)")}})
            .value(u"group")
            .toObject()
            .value(u"name")
            .toString();
    };
    QCOMPARE(made(), s("Elan-1"));
    QCOMPARE(made(), s("Elan-1-1"));
}

void tst_SandboxChatFidelity::adminRoomsProjection()
{
    World w = world();
    w.chat.rooms[0].retention = Retention{true, true, 30, true, false, false};
    w.chat.rooms[0].newestMessage = w.now;
    const QJsonObject filter{{s("filter"), s("BIO")}, {s("types[]"), QJsonArray{s("p"), s("discussions")}}};
    Client c(w);
    const QJsonArray rooms = c.get(s("rooms.adminRooms"), filter).value(u"rooms").toArray();
    QCOMPARE(rooms.size(), 2); // part of the name, in any case
    for (const char *key : {"retention", "lastMessage", "customFields"})
        QVERIFY2(!rooms[1].toObject().contains(QLatin1String(key)), key);
    QCOMPARE(rooms[0].toObject().value(u"archived"), QJsonValue(true));
    w.chat.version = s("8.7");
    Client late(w);
    QVERIFY(late.get(s("rooms.adminRooms"), filter).value(u"rooms").toArray()[1].toObject().contains(u"customFields"));
    // One type may come without brackets.
    QCOMPARE(c.get(s("rooms.adminRooms"), {{s("types"), s("c")}}).value(u"total").toInt(), 1);
}

void tst_SandboxChatFidelity::messageTextIsCanary()
{
    World w = world();
    w.chat.rooms[0].oldestMessage = Instant::fromIso(s("2026-10-02T08:00:00Z"));
    w.chat.rooms[0].newestMessage = Instant::fromIso(s("2026-11-02T08:00:00Z"));
    w.chat.rooms[0].events = {{Instant::fromIso(s("2026-10-01T09:00:00Z")), s("au"), grace, api},
                              {Instant::fromIso(s("2026-10-01T09:00:01Z")), s("role+"), grace, api}};
    Client c(w);
    const QString one = QString(s("CANARY-") + bio + s("-1")), two = QString(s("CANARY-") + bio + s("-2"));
    const QJsonArray all =
        c.get(s("groups.messages"), inBio({{s("sort"), s("{\"ts\":1}")}})).value(u"messages").toArray();
    QCOMPARE(all.size(), 4);
    QCOMPARE(all[0].toObject().value(u"t").toString(), s("au"));
    QCOMPARE(all[0].toObject().value(u"msg").toString(), s("grace"));
    QCOMPARE(all[0].toObject().value(u"u").toObject().value(u"_id").toString(), api);
    QCOMPARE(all[1].toObject().value(u"t").toString(), s("subscription-role-added"));
    QCOMPARE(all[1].toObject().value(u"role").toString(), s("moderator"));
    QCOMPARE(all[2].toObject().value(u"msg").toString(), one);
    QCOMPARE(all[2].toObject().value(u"ts").toString(), s("2026-10-02T08:00:00.000Z"));
    QCOMPARE(all[3].toObject().value(u"msg").toString(), two);
    for (const char *call : {"groups.listAll", "groups.list"}) {
        const QJsonArray groups = c.get(s(call)).value(u"groups").toArray();
        QCOMPARE(groups[1].toObject().value(u"lastMessage").toObject().value(u"msg").toString(), two);
        QVERIFY(!groups[1].toObject().contains(u"oldestMessage") && !groups[1].toObject().contains(u"events"));
    }
    const QJsonObject posted = c.post(s("chat.postMessage"), inBio({{s("text"), s("hello")}}));
    QCOMPARE(posted.value(u"message").toObject().value(u"msg").toString(), s("hello"));
    QCOMPARE(c.roomOf(bio).newestMessage.ms, c.now.ms);
    const QJsonArray history = c.get(s("groups.history"), inBio({{s("count"), s("1")}, {s("inclusive"), s("true")}}))
                                   .value(u"messages")
                                   .toArray();
    QCOMPARE(history.size(), 1);
    QVERIFY(history[0].toObject().value(u"msg").toString().startsWith(s("CANARY-")));
}

void tst_SandboxChatFidelity::deletingCallsAct()
{
    World w = world();
    w.chat.rooms[0].oldestMessage = Instant::fromIso(s("2026-10-02T08:00:00Z"));
    w.chat.rooms[0].newestMessage = Instant::fromIso(s("2026-11-02T08:00:00Z"));
    const QJsonObject clean =
        inBio({{s("oldest"), s("1970-01-01T00:00:00.000Z")}, {s("latest"), s("2026-10-15T00:00:00.000Z")}});
    Client refused(w);
    QCOMPARE(errorType(refused.post(s("rooms.cleanHistory"), clean)), s("error-not-allowed"));
    w.chat.users[0].roles.append(s("admin"));
    Client c(w);
    QCOMPARE(c.post(s("rooms.cleanHistory"), clean).value(u"count").toInt(), 1);
    QCOMPARE(c.roomOf(bio).oldestMessage.ms, c.roomOf(bio).newestMessage.ms);
    QCOMPARE(c.get(s("groups.messages"), inBio()).value(u"total").toInt(), 1);
    c.post(s("groups.delete"), inBio());
    QCOMPARE(c.get(s("rooms.adminRooms.getRoom"), {{s("rid"), bio}}), (QJsonObject{{s("success"), true}}));
    c.post(s("rooms.delete"), {{s("roomId"), secret}});
    QCOMPARE(c.world.chat.rooms.size(), std::size_t{2});
    c.get(s("groups.info"), {{s("roomId"), old}}); // positions moved, the others are still found
    QCOMPARE(c.status, 200);
}

void tst_SandboxChatFidelity::relinquishing()
{
    Client c;
    c.become(s("root"));
    const QJsonObject off{{s("userId"), grace}, {s("activeStatus"), false}};
    const QJsonObject refused = c.post(s("users.setActiveStatus"), off);
    QCOMPARE(errorType(refused), s("user-last-owner"));
    QCOMPARE(refused.value(u"details").toObject().value(u"shouldChangeOwner").toArray(), QJsonArray{s("secret")});
    QJsonObject sure = off;
    sure.insert(s("confirmRelinquish"), true);
    c.post(s("users.setActiveStatus"), sure);
    QCOMPARE(c.status, 200);
    QCOMPARE(c.memberOf(secret, ada)->roles, QStringList{s("owner")});
    QVERIFY(c.memberOf(secret, grace));
}

void tst_SandboxChatFidelity::facts_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("function");
    QTest::addColumn<bool>("write");
    QTest::addColumn<QStringList>("rooms");
    const auto row = [](const char *name, const char *method, const char *path, const QJsonObject &params,
                        const char *function, bool write, const QStringList &rooms) {
        QTest::newRow(name) << QByteArray(method) << s(path) << params << s(function) << write << rooms;
    };
    row("invite", "POST", "groups.invite", inBio({{s("userId"), ada}}), "groups.invite", true, {bio});
    row("by name", "GET", "groups.members", {{s("roomName"), s("secret")}}, "groups.members", false, {secret});
    row("unknown name", "GET", "groups.members", {{s("roomName"), s("nothing")}}, "groups.members", false, {});
    row("settings", "POST", "rooms.saveRoomSettings", {{s("rid"), bio}}, "rooms.saveRoomSettings", true, {bio});
    row("dotted", "GET", "rooms.adminRooms.getRoom", {{s("rid"), s("unknown")}}, "rooms.adminRooms.getRoom", false,
        {s("unknown")});
    row("login", "POST", "login", {}, "login", false, {});
    row("logout", "POST", "logout", {}, "logout", false, {});
    row("token", "POST", "users.generatePersonalAccessToken", {}, "users.generatePersonalAccessToken", false, {});
    row("account", "POST", "users.create", {}, "users.create", true, {});
    row("info", "GET", "/api/info", {}, "info", false, {});
    row("one setting", "GET", "settings/Site_Url", {}, "settings/Site_Url", false, {});
    row("channel", "POST", "chat.postMessage", {{s("channel"), s("#secret")}}, "chat.postMessage", true, {secret});
    row("unknown", "POST", "groups.explode", inBio(), "groups.explode", true, {bio});
}

void tst_SandboxChatFidelity::facts()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, params);
    QFETCH(QString, function);
    QFETCH(bool, write);
    QFETCH(QStringList, rooms);
    World w = world();
    Moodle moodle;
    Course course;
    course.id = 12;
    Activity activity;
    activity.room = bio;
    course.activities.push_back(activity);
    moodle.courses.push_back(course);
    w.moodle.push_back(moodle);
    Client c(w);
    const RequestFacts f = c.chat.facts(c.request(method.constData(), path, params));
    QCOMPARE(f.function, function);
    QCOMPARE(f.write, write);
    QCOMPARE(f.rooms, rooms);
    QVERIFY(f.site.isEmpty());
    QCOMPARE(f.courses.size(), rooms.contains(bio) ? std::size_t{1} : std::size_t{0});
    QCOMPARE(c.chat.messagesPosted(), 0);
}

void tst_SandboxChatFidelity::emptyLists_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("members") << s("groups.members")
                             << QByteArray(R"({"count":0,"members":[],"offset":0,"success":true,"total":0})");
    QTest::newRow("listAll") << s("groups.listAll")
                             << QByteArray(R"({"count":0,"groups":[],"offset":0,"success":true,"total":0})");
    QTest::newRow("adminRooms") << s("rooms.adminRooms")
                                << QByteArray(R"({"count":0,"offset":0,"rooms":[],"success":true,"total":0})");
    QTest::newRow("ordered") << s("rooms.membersOrderedByRole")
                             << QByteArray(R"({"count":0,"members":[],"offset":0,"success":true,"total":0})");
    QTest::newRow("roles") << s("groups.roles") << QByteArray(R"({"roles":[],"success":true})");
    QTest::newRow("history") << s("groups.history") << QByteArray(R"({"messages":[],"success":true})");
    QTest::newRow("permissions") << s("permissions.listAll")
                                 << QByteArray(R"({"remove":[],"success":true,"update":[]})");
    QTest::newRow("no list") << s("groups.info") << QByteArray(R"({"success":true})");
}

void tst_SandboxChatFidelity::emptyLists()
{
    QFETCH(QString, call);
    QFETCH(QByteArray, body);
    const Client c;
    const Reply r = c.chat.emptyOf(c.request("GET", call, {}));
    QCOMPARE(r.status, 200);
    QCOMPARE(r.body, body);
}

void tst_SandboxChatFidelity::worldReplacedKeepsTheToken()
{
    Client c;
    World next;
    next.now = c.now;
    next.chat.users = {user(s("anotherApiAccount"), s("sync2"), s("Sync"))};
    next.chat.apiUser = s("anotherApiAccount");
    c.world = next;
    c.chat.worldReplaced();
    QCOMPARE(c.chat.apiUserId(), s("anotherApiAccount"));
    QCOMPARE(c.get(s("me")).value(u"_id").toString(), s("anotherApiAccount")); // with the id given out before
    c.user = c.chat.apiUserId();
    c.get(s("me"));
    QCOMPARE(c.status, 200);
}

void tst_SandboxChatFidelity::deterministic()
{
    World w = crowded(30);
    w.chat.presenceChanging = true;
    Client a(w), b(w);
    for (Client *c : {&a, &b}) {
        c->post(s("groups.create"), {{s("name"), s("x")}});
        c->become(s("ada"));
        c->token = "api-token-0001";
        c->user = api;
    }
    for (const char *call : {"groups.listAll", "users.list", "me"})
        QCOMPARE(a.send("GET", s(call)).body, b.send("GET", s(call)).body);
    const QJsonObject crowdOnly{{s("roomId"), crowd}};
    QCOMPARE(a.send("GET", s("groups.members"), crowdOnly).body, b.send("GET", s("groups.members"), crowdOnly).body);
}

void tst_SandboxChatFidelity::largeWorld()
{
    World w = world();
    for (int i = 0; i < 15000; ++i) {
        const QString id = QStringLiteral("u%1").arg(i);
        w.chat.users.push_back(user(id, id, id));
    }
    for (int i = 0; i < 2000; ++i) {
        Room r = room(QStringLiteral("r%1").arg(i), QStringLiteral("room-%1").arg(i), {{api, {s("owner")}}});
        for (int k = 0; k < 59; ++k)
            r.members.push_back({QStringLiteral("u%1").arg((i * 59 + k) % 15000), {}});
        w.chat.rooms.push_back(r);
    }
    Client c(w);
    QCOMPARE(c.get(s("groups.list"), {{s("count"), s("0")}}).value(u"total").toInt(), 2002);
    for (int i = 0; i < 2000; ++i) {
        const QJsonObject list =
            c.get(s("rooms.membersOrderedByRole"), {{s("roomId"), QStringLiteral("r%1").arg(i)}, {s("count"), s("0")}});
        QCOMPARE(list.value(u"total").toInt(), 60);
    }
}

QTEST_APPLESS_MAIN(tst_SandboxChatFidelity)
#include "tst_sandboxchat_fidelity.moc"
