// A client that behaves as mod_rocketchat 1.6.5 does: every next call follows from the previous answers, pages are the
// server's default, rooms are compared by login. It must make exactly the calls that were counted with the real plugin
// (Moodle contract section 8, baseline_sync_calls.json).
#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QFile>
#include <QTest>

using namespace campus;

namespace {

enum class Want { Moderator, Member, Nothing }; ///< what the plugin's role mapping says of somebody enrolled

QString login(int i)
{
    return QStringLiteral("u%1").arg(i, 5, 10, QLatin1Char('0'));
}

/// A room and who is enrolled; the API account owns the room and is an administrator, as plugins are set up.
class ChatPlugin
{
public:
    explicit ChatPlugin(int enrolled) : m_enrolled(enrolled)
    {
        World w;
        w.now = Instant::fromIso(QStringLiteral("2026-11-20T09:00:00Z"));
        w.chat.version = QStringLiteral("7.10");
        w.chat.apiUser = api;
        ChatUser own;
        own.id = api;
        own.username = QStringLiteral("liaison.api");
        own.roles = {QStringLiteral("admin"), QStringLiteral("bot")};
        w.chat.users = {own};
        for (int i = 0; i < enrolled + 2; ++i) { // two strangers at the end
            ChatUser u;
            u.id = QStringLiteral("id-") + login(i);
            u.username = u.name = login(i);
            w.chat.users.push_back(u);
        }
        Room room;
        room.id = bio;
        room.name = QStringLiteral("room");
        room.creator = api;
        w.chat.rooms = {room};
        client = std::make_unique<Client>(std::move(w));
        for (int i = 0; i < enrolled; ++i)
            want[login(i)] = Want::Member;
    }

    /// Puts people into the room: logins and whether they are moderators.
    void fill(const QMap<QString, bool> &inside)
    {
        auto &members = client->roomOf(bio).members;
        members = {{api, {QStringLiteral("owner")}}};
        for (auto it = inside.begin(); it != inside.end(); ++it)
            members.push_back({QString(QStringLiteral("id-") + it.key()),
                               it.value() ? QStringList{QStringLiteral("moderator")} : QStringList{}});
        client->chat.worldReplaced();
    }

    /// One synchronisation of the room. False: it stopped with a PHP 8 error.
    bool synchronise()
    {
        QMap<QString, bool> known;
        for (const QString &name : names("groups.members", u"members")) {
            info(name);
            known.insert(name, false);
        }
        const QStringList moderators = names("groups.moderators", u"moderators");
        for (const QString &name : moderators)
            info(name);
        for (const QString &name : moderators) {
            if (!known.contains(name))
                return false; // a moderator beyond the first page of members
            known[name] = true;
        }
        for (int i = 0; i < m_enrolled; ++i) {
            const QString name = login(i);
            const Want role = want.value(name);
            if (!known.contains(name)) {
                info(name); // does the account exist
                const QString id = info(name);
                if (role != Want::Nothing)
                    invite(name);
                if (role == Want::Moderator)
                    change("addModerator", id);
                continue;
            }
            const bool isModerator = known.take(name);
            if (role == Want::Moderator && !isModerator)
                change("addModerator", invite(name));
            if (role != Want::Moderator && isModerator)
                change("removeModerator", info(name));
            if (role == Want::Nothing)
                change("kick", info(name));
        }
        for (auto it = known.begin(); it != known.end(); ++it) {
            if (it.key() != u"liaison.api")
                change("kick", info(it.key()));
        }
        return true;
    }

    std::unique_ptr<Client> client;
    QMap<QString, Want> want;
    QMap<QString, int> calls;

private:
    QStringList names(const char *route, QStringView list)
    {
        ++calls[QLatin1String("GET ") + QLatin1String(route)];
        QStringList all;
        const QJsonArray people =
            client->get(QLatin1String(route), {{QStringLiteral("roomId"), bio}}).value(list).toArray();
        for (const QJsonValue &p : people)
            all << p[QLatin1String("username")].toString();
        return all;
    }
    /// Gives the id.
    QString info(const QString &name)
    {
        ++calls[QStringLiteral("GET users.info")];
        return client->get(QStringLiteral("users.info"), {{QStringLiteral("username"), name}})
            .value(u"user")
            .toObject()
            .value(u"_id")
            .toString();
    }
    void change(const char *what, const QString &id)
    {
        const QString route = QLatin1String("groups.") + QLatin1String(what);
        ++calls[QString(QLatin1String("POST ") + route)];
        client->post(route, {{QStringLiteral("roomId"), bio}, {QStringLiteral("userId"), id}});
        QCOMPARE(client->status, 200);
    }
    QString invite(const QString &name)
    {
        const QString id = info(name);
        change("invite", id);
        return id;
    }

    int m_enrolled;
};

QJsonObject baseline(const QString &name)
{
    QFile file(QStringLiteral(LIAISON_TEST_DATA "/moodle/baseline_sync_calls.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object().value(u"cases").toArray();
    for (const QJsonValue &c : cases) {
        if (c[QLatin1String("case")].toString() == name)
            return c.toObject();
    }
    return {};
}

} // namespace

class tst_SandboxChatPlugin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameCallsAsThePlugin_data();
    void sameCallsAsThePlugin();
};

void tst_SandboxChatPlugin::sameCallsAsThePlugin_data()
{
    QTest::addColumn<int>("enrolled");
    QTest::addColumn<int>("moderators");
    for (const char *name : {"in sync", "1 student missing", "3 students missing", "1 moderator missing",
                             "2 strangers in the room", "1 member to promote", "1 moderator to demote"})
        QTest::newRow(name) << 30 << 2;
    QTest::newRow("300 users, in sync, both moderators beyond the first 50 members") << 300 << 2;
    QTest::newRow("2000 users, in sync") << 2000 << 5;
}

void tst_SandboxChatPlugin::sameCallsAsThePlugin()
{
    QFETCH(int, enrolled);
    QFETCH(int, moderators);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QJsonObject counted = baseline(name);
    QVERIFY(!counted.isEmpty());

    ChatPlugin plugin(enrolled);
    QMap<QString, bool> inside;
    for (int i = 0; i < enrolled; ++i)
        inside.insert(login(i), false);
    // Lists are sorted by online status: who is on the first page is asked, not guessed.
    plugin.fill(inside);
    QStringList page;
    const QJsonArray first = plugin.client->get(QStringLiteral("groups.members"), {{QStringLiteral("roomId"), bio}})
                                 .value(u"members")
                                 .toArray();
    for (const QJsonValue &p : first)
        page << p[QLatin1String("username")].toString();
    page.removeAll(QStringLiteral("liaison.api"));
    const bool beyond = name.contains(u"beyond");
    for (int i = 0, found = 0; found < moderators && i < enrolled; ++i) {
        if (page.contains(login(i)) == !beyond) {
            plugin.want[login(i)] = Want::Moderator;
            inside[login(i)] = true;
            ++found;
        }
    }
    QStringList members; // plain ones, to be taken away
    for (auto it = inside.begin(); it != inside.end(); ++it) {
        if (!it.value())
            members << it.key();
    }
    const QString moderator = plugin.want.key(Want::Moderator);
    if (counted.contains(u"unmapped_absent")) {
        plugin.want[members.last()] = Want::Nothing;
        inside.remove(members.takeLast());
    }
    if (name.contains(u"missing")) {
        const int missing = name.left(1).toInt();
        for (int i = 0; i < missing; ++i)
            inside.remove(name.contains(u"moderator") ? moderator : members[i]);
    } else if (name.contains(u"strangers")) {
        inside.insert(login(enrolled), false);
        inside.insert(login(enrolled + 1), false);
    } else if (name.contains(u"promote")) {
        inside[moderator] = false;
    } else if (name.contains(u"demote")) {
        inside[members.first()] = true;
    }
    plugin.fill(inside);

    QCOMPARE(plugin.synchronise(), !counted.value(u"outcome").toString().contains(u"aborts"));
    const QJsonObject calls = counted.value(u"calls").toObject();
    QMap<QString, int> wanted;
    for (auto it = calls.begin(); it != calls.end(); ++it)
        wanted.insert(it.key(), it.value().toInt());
    QCOMPARE(plugin.calls, wanted);
}

QTEST_APPLESS_MAIN(tst_SandboxChatPlugin)
#include "tst_sandboxchat_plugin.moc"
