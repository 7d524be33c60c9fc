#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// The fidelity list that closes the Rocket.Chat contract (section 12) and the facts of its section 0:
// what the front asks of the machine, and its size. R74, R81.

class tst_SandboxChatFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void facts_data();
    void facts();
    void emptyLists_data();
    void emptyLists();
    void worldReplacedKeepsTheToken();
    void deterministic();
    void largeWorld();
};

void tst_SandboxChatFront::facts_data()
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

void tst_SandboxChatFront::facts()
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

void tst_SandboxChatFront::emptyLists_data()
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

void tst_SandboxChatFront::emptyLists()
{
    QFETCH(QString, call);
    QFETCH(QByteArray, body);
    const Client c;
    const Reply r = c.chat.emptyOf(c.request("GET", call, {}));
    QCOMPARE(r.status, 200);
    QCOMPARE(r.body, body);
}

void tst_SandboxChatFront::worldReplacedKeepsTheToken()
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

void tst_SandboxChatFront::deterministic()
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

void tst_SandboxChatFront::largeWorld()
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

QTEST_APPLESS_MAIN(tst_SandboxChatFront)
#include "tst_sandboxchat_front.moc"
