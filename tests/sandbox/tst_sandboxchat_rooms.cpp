#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// The fidelity list that closes the Rocket.Chat contract (section 12) and the facts of its section 0:
// what rooms are and become: invites, retention, owners, names, messages, deletion. R74, R81.

class tst_SandboxChatRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void changesAreInTheWorld();
    void changesTouchTheDocument();
    void lastOwners();
    void roomNames();
    void adminRoomsProjection();
    void messageTextIsCanary();
    void deletingCallsAct();
};

void tst_SandboxChatRooms::inviteForms_data()
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

void tst_SandboxChatRooms::inviteForms()
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

void tst_SandboxChatRooms::inviteDropsSilently()
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

void tst_SandboxChatRooms::inviteIsNotAtomic()
{
    World w = world();
    w.chat.users.push_back(user(s("federated00000001"), s("@bob:other.example"), s("Bob")));
    Client c(w);
    c.post(s("groups.invite"), inBio({{s("userIds"), QJsonArray{s("federated00000001"), ada}}}));
    QCOMPARE(c.status, 400);
    QVERIFY(c.memberOf(bio, ada));
    QVERIFY(!c.memberOf(bio, s("federated00000001")));
}

void tst_SandboxChatRooms::inviteIsNotRefusedForArchivedAndDeactivated()
{
    Client c;
    c.post(s("groups.invite"), {{s("roomId"), old}, {s("userIds"), QJsonArray{ada, gone}}});
    QCOMPARE(c.status, 200);
    QVERIFY(c.memberOf(old, ada) && c.memberOf(old, gone));
    QCOMPARE(c.chat.messagesPosted(), 2);
}

void tst_SandboxChatRooms::deactivatedCountButAreNotListed()
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

void tst_SandboxChatRooms::retention_data()
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

void tst_SandboxChatRooms::retention()
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
    QCOMPARE(c.roomOf(bio).retention->overrideGlobal.value(), override);
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

void tst_SandboxChatRooms::retentionUnsets()
{
    World w = world();
    w.chat.rooms[0].retention = Retention{true, true, 30, true, false, false};
    Client c(w);
    c.post(s("rooms.saveRoomSettings"),
           {{s("rid"), bio}, {s("retentionEnabled"), QJsonValue()}, {s("retentionExcludePinned"), s("true")}});
    QVERIFY(!c.roomOf(bio).retention->enabled);              // absent, not false: the server's own rule applies again
    QCOMPARE(c.roomOf(bio).retention->excludePinned, false); // only strictly true is stored
}

void tst_SandboxChatRooms::retentionNeedsItsRight()
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

void tst_SandboxChatRooms::changesAreInTheWorld()
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

void tst_SandboxChatRooms::changesTouchTheDocument()
{
    Client c;
    const auto updated = [&c] {
        return c.get(s("groups.info"), inBio()).value(u"group").toObject().value(u"_updatedAt").toString();
    };
    const QString before = updated();
    c.post(s("groups.addLeader"), inBio({{s("userId"), grace}}));
    QCOMPARE(updated(), before); // roles are in subscriptions
    c.post(s("groups.invite"), inBio({{s("userId"), ada}}));
    QCOMPARE(updated(), s("2026-11-20T08:00:00.000Z"));
}

void tst_SandboxChatRooms::lastOwners()
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

void tst_SandboxChatRooms::roomNames()
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

void tst_SandboxChatRooms::adminRoomsProjection()
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

void tst_SandboxChatRooms::messageTextIsCanary()
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

void tst_SandboxChatRooms::deletingCallsAct()
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

QTEST_APPLESS_MAIN(tst_SandboxChatRooms)
#include "tst_sandboxchat_rooms.moc"
