// Answers that are kept are never stale: two campuses of the same seed live through the same requests, changes, clocks
// and outages, one keeping its answers and one making each anew. They must say the same, byte for byte. R74
#include "core/sandbox/campus.h"
#include "core/sandbox/chat.h"
#include "core/sandbox/moodle.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>
#include <array>
#include <functional>
#include <random>

using namespace liaison;
using namespace liaison::sandbox;

namespace {

constexpr qint64 minute = 60'000, day = 86'400'000;

/// One campus: its chat and its first Moodle site.
struct Servers
{
    Servers(World start, bool keep)
        : world(std::move(start)), chat(world, 7, "chat-token"), moodle(world, 0, "moodle-token", root)
    {
        if (keep) {
            chat.keepAnswers();
            moodle.keepAnswers();
        }
    }
    /// As the front does: the facts first.
    Reply ask(Server &server, const Request &request)
    {
        facts = server.facts(request);
        return server.handle(request);
    }

    static inline const QString root = QStringLiteral("http://127.0.0.1:4711/moodle");
    World world;
    SandboxRocketChat chat;
    SandboxMoodle moodle;
    RequestFacts facts;
};

class Walk
{
public:
    explicit Walk(quint64 seed) : m_dice(seed) {}
    int upTo(std::size_t n) { return int(m_dice() % quint64(std::max<std::size_t>(n, 1))); }
    bool once(int in) { return upTo(std::size_t(in)) == 0; }
    template <class List> const auto &one(const List &list) { return list[std::size_t(upTo(list.size()))]; }

private:
    std::mt19937_64 m_dice;
};

Request toChat(const World &world, const QByteArray &method, const QString &target, const QJsonObject &body = {})
{
    Request r;
    r.method = method;
    const QUrl url(u"http://h/api/v1/" + target);
    r.path = url.path();
    r.query = QUrlQuery(url.query(QUrl::FullyEncoded));
    r.target = "/api/v1/" + target.toUtf8();
    r.headers = {{"x-user-id", world.chat.apiUser.toUtf8()}, {"x-auth-token", "chat-token"}};
    if (method == "POST") {
        r.headers.append(QPair<QByteArray, QByteArray>("content-type", "application/json"));
        r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return r;
}

Request toMoodle(const QByteArray &function, const QByteArray &more, bool json)
{
    Request r;
    r.method = "POST";
    r.path = QStringLiteral("/webservice/rest/server.php");
    r.target = r.path.toUtf8();
    r.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    r.body = "wstoken=moodle-token&wsfunction=" + function + (json ? "&moodlewsrestformat=json" : "") + more;
    return r;
}

Request readChat(const World &w, Walk &walk)
{
    const QString room = walk.one(w.chat.rooms).id, user = walk.one(w.chat.users).id;
    const QStringList calls{QStringLiteral("groups.listAll?count=20&offset=") + QString::number(walk.upTo(3) * 20),
                            QStringLiteral("rooms.adminRooms?types[]=p&count=100"),
                            QStringLiteral("groups.list"),
                            QString(QStringLiteral("groups.members?roomId=") + room),
                            QString(QStringLiteral("groups.roles?roomId=") + room),
                            QString(QStringLiteral("groups.info?roomId=") + room),
                            QString(QStringLiteral("groups.counters?roomId=") + room),
                            QString(QStringLiteral("rooms.info?roomId=") + room),
                            QString(QStringLiteral("rooms.membersOrderedByRole?count=100&roomId=") + room),
                            QString(QStringLiteral("groups.messages?roomId=") + room),
                            QString(QStringLiteral("users.info?includeUserRooms=true&userId=") + user),
                            QStringLiteral("users.list?count=50"),
                            QStringLiteral("permissions.listAll"),
                            QStringLiteral("settings.public"),
                            QStringLiteral("me")};
    return toChat(w, "GET", walk.one(calls));
}

Request changeChat(const World &w, Walk &walk, int serial)
{
    const Room &room = walk.one(w.chat.rooms);
    const QString user = walk.one(w.chat.users).id;
    const QString name = QStringLiteral("made%1").arg(serial);
    const auto in = [&](QJsonObject more) {
        more.insert(QStringLiteral("roomId"), room.id);
        return more;
    };
    const QJsonObject who{{QStringLiteral("userId"), user}};
    switch (walk.upTo(16)) {
    case 0:
    case 1:
        return toChat(w, "POST", QStringLiteral("groups.invite"), in(who));
    case 2:
    case 3:
        return toChat(w, "POST", QStringLiteral("groups.kick"), in(who));
    case 4:
        return toChat(w, "POST", QStringLiteral("groups.addModerator"), in(who));
    case 5:
        return toChat(w, "POST", QStringLiteral("groups.removeModerator"), in(who));
    case 6:
        return toChat(w, "POST", QStringLiteral("groups.archive"), in({}));
    case 7:
        return toChat(w, "POST", QStringLiteral("groups.unarchive"), in({}));
    case 8:
        return toChat(w, "POST", QStringLiteral("groups.rename"), in({{QStringLiteral("name"), name}}));
    case 9:
        return toChat(w, "POST", QStringLiteral("groups.setTopic"), in({{QStringLiteral("topic"), name}}));
    case 10:
        return toChat(w, "POST", QStringLiteral("users.setActiveStatus"),
                      {{QStringLiteral("userId"), user},
                       {QStringLiteral("activeStatus"), walk.once(2)},
                       {QStringLiteral("confirmRelinquish"), true}});
    case 11:
        return toChat(w, "POST", QStringLiteral("users.create"),
                      {{QStringLiteral("username"), name},
                       {QStringLiteral("name"), name},
                       {QStringLiteral("email"), QString(name + QStringLiteral("@example.org"))},
                       {QStringLiteral("password"), name}});
    case 12:
        return toChat(
            w, "POST", QStringLiteral("users.update"),
            {{QStringLiteral("userId"), user}, {QStringLiteral("data"), QJsonObject{{QStringLiteral("name"), name}}}});
    case 13:
        return toChat(w, "POST", QStringLiteral("rooms.saveRoomSettings"),
                      {{QStringLiteral("rid"), room.id},
                       {QStringLiteral("retentionEnabled"), true},
                       {QStringLiteral("retentionOverrideGlobal"), walk.once(2)},
                       {QStringLiteral("retentionMaxAge"), walk.upTo(90) + 1}});
    case 14:
        return toChat(w, "POST", QStringLiteral("groups.create"), {{QStringLiteral("name"), name}});
    default:
        return toChat(w, "POST", QStringLiteral("chat.postMessage"), in({{QStringLiteral("text"), name}}));
    }
}

Request readMoodle(const World &w, Walk &walk)
{
    const Moodle &site = w.moodle.front();
    const QByteArray course = QByteArray::number(walk.one(site.courses).id);
    const QByteArray person = QByteArray::number(walk.one(site.people).id);
    const bool json = !walk.once(8);
    switch (walk.upTo(12)) {
    case 0:
        return toMoodle("core_webservice_get_site_info", {}, json);
    case 1:
        return toMoodle("core_enrol_get_enrolled_users", "&courseid=" + course, json);
    case 2:
        return toMoodle("core_enrol_get_enrolled_users",
                        "&courseid=" + course + "&options[0][name]=onlyactive&options[0][value]=1", json);
    case 3:
        return toMoodle("core_enrol_get_users_courses", "&userid=" + person, json);
    case 4:
        return toMoodle("core_user_get_users_by_field", "&field=id&values[0]=" + person, json);
    case 5:
        return toMoodle("core_course_get_courses_by_field", {}, json);
    case 6:
        return toMoodle("core_course_get_contents", "&courseid=" + course, json);
    case 7:
        return toMoodle("local_liaison_get_links", {}, json);
    case 8:
        return toMoodle("local_liaison_get_memberships", "&courseids[0]=" + course, json);
    case 9:
        return toMoodle("local_liaison_get_people", "&limit=50", json);
    case 10:
        return toMoodle("local_liaison_get_restore_tasks", {}, json);
    default:
        return toMoodle("local_liaison_get_info", {}, json);
    }
}

Request changeMoodle(const World &w, Walk &walk)
{
    const Moodle &site = w.moodle.front();
    std::vector<const Activity *> activities;
    for (const Course &c : site.courses) {
        for (const Activity &a : c.activities)
            activities.push_back(&a);
    }
    const Activity &activity = *walk.one(activities);
    const QByteArray cmid = QByteArray::number(activity.cmid);
    switch (walk.upTo(3)) {
    case 0:
        return toMoodle("core_course_edit_module",
                        "&action=" + QByteArray(walk.once(2) ? "hide" : "show") + "&id=" + cmid, true);
    case 1:
        return toMoodle("local_liaison_set_room",
                        "&cmid=" + cmid + "&expected=" + activity.room.value_or(QString()).toUtf8() +
                            "&room=" + walk.one(w.chat.rooms).id.toUtf8(),
                        true);
    default:
        return toMoodle(
            "local_liaison_schedule_restore",
            "&url=https://old.example.org&courseid=5&userid=" + QByteArray::number(walk.one(site.people).id), true);
    }
}

} // namespace

class SandboxKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsMadeAnew_data();
    void sameAsMadeAnew();
    void keptAtAll();
    void dependsOn_data();
    void dependsOn();
};

void SandboxKept::sameAsMadeAnew_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("presence");
    quint64 seed = 1;
    for (const char *version : {"6.8", "7.10", "8.8", "9.0"}) {
        for (const bool presence : {false, true})
            QTest::addRow("%s%s", version, presence ? ", presence changes" : "")
                << seed++ << QString::fromLatin1(version) << presence;
    }
}

void SandboxKept::sameAsMadeAnew()
{
    QFETCH(quint64, seed);
    QFETCH(QString, version);
    QFETCH(bool, presence);
    World world =
        campus(*scaleFromText(QStringLiteral("small")), seed, Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z")));
    world.chat.version = version;
    world.chat.presenceChanging = presence;
    for (ChatUser &user : world.chat.users) {
        if (user.id == world.chat.apiUser)
            user.roles.append(QStringLiteral("admin"));
    }
    Servers keeps(world, true), anew(world, false);
    Walk walk(seed);
    Instant now = world.now;
    Request last;
    bool lastWasChat = true;
    int changed = 0;
    for (int i = 0; i < 1500; ++i) {
        now.ms += walk.once(20) ? day * (walk.upTo(60) - 20) : walk.upTo(minute); // back as well
        if (walk.once(50)) {
            const bool revoked = walk.once(2);
            for (Servers *s : {&keeps, &anew}) {
                s->chat.setRevoked(revoked);
                s->moodle.setRevoked(revoked);
            }
        }
        if (walk.once(200)) { // a world that is posted
            const World next = anew.world;
            for (Servers *s : {&keeps, &anew}) {
                s->world = next;
                s->chat.worldReplaced();
                s->moodle.worldReplaced();
            }
        }
        Request request;
        bool chat = walk.once(2);
        const bool again = i > 0 && walk.once(3);
        if (again) {
            request = last;
            chat = lastWasChat;
        } else if (walk.once(6)) {
            request = chat ? changeChat(anew.world, walk, i) : changeMoodle(anew.world, walk);
            ++changed;
        } else {
            request = chat ? readChat(anew.world, walk) : readMoodle(anew.world, walk);
        }
        last = request;
        lastWasChat = chat;
        request.now = now;
        Server &one = chat ? static_cast<Server &>(keeps.chat) : keeps.moodle;
        Server &other = chat ? static_cast<Server &>(anew.chat) : anew.moodle;
        if (again) { // a third time: kept is what was asked for twice
            (void)keeps.ask(one, request);
            (void)anew.ask(other, request);
        }
        const Reply kept = keeps.ask(one, request), made = anew.ask(other, request);
        const QByteArray what = QByteArray::number(i) + ' ' + request.target + ' ' + request.body;
        QVERIFY2(kept.status == made.status && kept.headers == made.headers, what.constData());
        QVERIFY2(kept.body == made.body, QByteArray(what + "\n" + kept.body + "\n" + made.body).constData());
        QVERIFY2(keeps.facts.courses == anew.facts.courses && keeps.facts.rooms == anew.facts.rooms &&
                     keeps.facts.function == anew.facts.function && keeps.facts.write == anew.facts.write,
                 what.constData());
    }
    QVERIFY(changed > 50);
}

/// An answer that was asked for twice is the very same bytes in memory from then on: a sweep asks once.
void SandboxKept::keptAtAll()
{
    World world =
        campus(*scaleFromText(QStringLiteral("small")), 1, Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z")));
    Servers servers(world, true);
    Request chat = toChat(servers.world, "GET", QStringLiteral("rooms.adminRooms?types[]=p"));
    Request moodle = toMoodle("local_liaison_get_links", {}, true);
    chat.now = moodle.now = world.now;
    const QByteArray once = servers.ask(servers.chat, chat).body;
    (void)servers.ask(servers.moodle, moodle);
    const QByteArray rooms = servers.ask(servers.chat, chat).body, links = servers.ask(servers.moodle, moodle).body;
    QCOMPARE(rooms, once);
    QVERIFY(rooms.size() > 1000 && links.size() > 1000);
    QCOMPARE(static_cast<const void *>(servers.ask(servers.chat, chat).body.constData()),
             static_cast<const void *>(rooms.constData()));
    QCOMPARE(static_cast<const void *>(servers.ask(servers.moodle, moodle).body.constData()),
             static_cast<const void *>(links.constData()));
    // A request to the chat that changes something leaves what Moodle said.
    Request topic = toChat(
        servers.world, "POST", QStringLiteral("groups.setTopic"),
        {{QStringLiteral("roomId"), world.chat.rooms.front().id}, {QStringLiteral("topic"), QStringLiteral("t")}});
    topic.now = world.now;
    (void)servers.ask(servers.chat, topic);
    QVERIFY(static_cast<const void *>(servers.ask(servers.chat, chat).body.constData()) !=
            static_cast<const void *>(rooms.constData()));
    QCOMPARE(static_cast<const void *>(servers.ask(servers.moodle, moodle).body.constData()),
             static_cast<const void *>(links.constData()));
}

/// Each thing that an answer depends on, changed alone after the answer was kept: it is another one, and the one that a
/// server without a memory gives.
void SandboxKept::dependsOn_data()
{
    using Edit = std::function<void(Servers &, Request &)>;
    QTest::addColumn<bool>("chat");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("target");
    const QString rooms = QStringLiteral("rooms.adminRooms?types[]=p");
    const auto header = [](const char *name, const char *value) -> Edit {
        return [=](Servers &, Request &r) {
            for (auto &h : r.headers) {
                if (h.first == name)
                    h.second = value;
            }
        };
    };
    const auto posted = [](const std::function<void(World &)> &change) -> Edit {
        return [=](Servers &s, Request &) {
            change(s.world);
            s.chat.worldReplaced();
            s.moodle.worldReplaced();
        };
    };
    const Edit revoked = [](Servers &s, Request &) {
        s.chat.setRevoked(true);
        s.moodle.setRevoked(true);
    };
    const auto body = [](const char *from, const char *to) -> Edit {
        return [=](Servers &, Request &r) { r.body.replace(from, to); };
    };
    const auto row = [&](const char *name, bool chat, const Edit &edit) {
        QTest::newRow(name) << chat << edit << rooms;
    };
    row("chat: token", true, header("x-auth-token", "another"));
    row("chat: no token", true, header("x-auth-token", ""));
    row("chat: account", true, header("x-user-id", "another"));
    row("chat: tokens revoked", true, revoked);
    row("chat: query", true, [](Servers &, Request &r) {
        r.query.addQueryItem(QStringLiteral("count"), QStringLiteral("1"));
        r.target += "&count=1";
    });
    row("chat: method", true, [](Servers &, Request &r) { r.method = "POST"; });
    row("chat: path", true, [](Servers &, Request &r) {
        r.path = QStringLiteral("/api/v1/groups.listAll");
        r.target.replace("rooms.adminRooms", "groups.listAll");
    });
    row("chat: rights", true, posted([](World &w) {
            w.chat.grants = std::map<QString, QStringList>{{QStringLiteral("view-room-administration"), {}}};
        }));
    QTest::newRow("chat: version") << true << posted([](World &w) { w.chat.version = QStringLiteral("6.8"); })
                                   << QStringLiteral("users.info?includeUserRooms=true&userId=API"); // 7.0 and later
    row("chat: limit reached", true, [](Servers &s, Request &r) {
        const auto bypass = QStringLiteral("api-bypass-rate-limit");
        s.world.chat.grants = std::map<QString, QStringList>{{bypass, {}}};
        s.chat.worldReplaced();
        Reply reply = s.ask(s.chat, r); // kept again, then asked for until the limiter says no
        for (int i = 0; i < 1000 && reply.status == 200; ++i)
            reply = s.ask(s.chat, r);
    });
    row("moodle: token", false, body("wstoken=moodle-token", "wstoken=another"));
    row("moodle: function", false, body("local_liaison_get_links", "local_liaison_get_info"));
    row("moodle: format", false, body("moodlewsrestformat=json", "moodlewsrestformat=xml"));
    row("moodle: tokens revoked", false, revoked);
    row("moodle: content type", false, header("content-type", "text/plain"));
    row("moodle: path", false, [](Servers &, Request &r) {
        r.path = QStringLiteral("/login/token.php");
        r.target = r.path.toUtf8();
    });
    row("moodle: token runs out", false,
        posted([](World &w) { w.moodle.front().account.tokenUntil = Instant{w.now.ms - minute}; }));
    for (const char *state : {"maintenance-cli", "maintenance-web"})
        QTest::addRow("moodle: %s", state)
            << false << posted([=](World &w) { w.moodle.front().state = QString::fromLatin1(state); }) << rooms;
}

void SandboxKept::dependsOn()
{
    using Edit = std::function<void(Servers &, Request &)>;
    QFETCH(bool, chat);
    QFETCH(Edit, edit);
    QFETCH(QString, target);
    World world =
        campus(*scaleFromText(QStringLiteral("small")), 3, Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z")));
    Servers keeps(world, true), anew(world, false);
    const auto answers = [&](Servers &s) {
        Server &server = chat ? static_cast<Server &>(s.chat) : s.moodle;
        Request request = chat ? toChat(s.world, "GET", target.replace(QStringLiteral("API"), world.chat.apiUser))
                               : toMoodle("local_liaison_get_links", {}, true);
        request.now = world.now;
        (void)s.ask(server, request); // kept when it is asked for again
        const Reply first = s.ask(server, request), again = s.ask(server, request);
        edit(s, request);
        return std::array{first, again, s.ask(server, request)};
    };
    const auto kept = answers(keeps), made = answers(anew);
    QCOMPARE(kept[1].body, kept[0].body);
    QVERIFY(kept[2].status != kept[0].status || kept[2].body != kept[0].body);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        QCOMPARE(kept[i].status, made[i].status);
        QCOMPARE(kept[i].headers, made[i].headers);
        QCOMPARE(kept[i].body, made[i].body);
    }
}

QTEST_GUILESS_MAIN(SandboxKept)
#include "tst_sandbox_kept.moc"
