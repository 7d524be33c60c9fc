#include "core/rocketchat/client.h"
#include "core/rocketchat/errors.h"
#include "core/rocketchat/paging.h"
#include "tests/rocketchat/describe.h"
#include "tests/rocketchat/scripted.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QThreadPool>

using namespace liaison;
using namespace liaison::test;
using chat::Access;
using rocketchat::Client;

/// The client against a scripted server: which calls it sends, and when a list is whole.
class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walk();
    void membersArePagedToTheEnd_data();
    void membersArePagedToTheEnd();
    void aClampIsRemembered();
    void aListThatLosesSomebodyIsReadAgain();
    void aListThatIsNeverWholeIsTruncated_data();
    void aListThatIsNeverWholeIsTruncated();
    void oldServersGetTheOldWay_data();
    void oldServersGetTheOldWay();
    void aDisturbanceIsNotAnOldServer();
    void noAccessToMembers_data();
    void noAccessToMembers();
    void rolesOfDeactivatedAreIgnored();

    void connects();
    void aLoginIsResolvedOnce();
    void wrongTokens_data();
    void wrongTokens();
    void notRocketChat_data();
    void notRocketChat();
    void unreadableRightsAreSaid();
    void retentionUnits();

    void roomsAreAUnion();
    void roomsWithoutAdministration();
    void roomsAreWholeOrAnError();
    void aRoomIsGoneOnlyWhenConfirmed_data();
    void aRoomIsGoneOnlyWhenConfirmed();

    void accounts();
    void anotherAccountIsNeverTaken();
    void roomsOfAnAccount();

    void writes();
    void aWriteIsNeverSentTwice_data();
    void aWriteIsNeverSentTwice();
    void alreadySo_data();
    void alreadySo();
    void nothingIsSentForBadInput();
    void undecodedReadsAreSentOnceMore();
    void cancelled();
    void manyThreads();

private:
    ScriptedTransport m_server;
    std::unique_ptr<Client> m_client;
    net::CancelToken m_cancel;

private Q_SLOTS:
    void init();
};

namespace {

const QString byRole = QStringLiteral("rooms.membersOrderedByRole");
const QString oldWay = QStringLiteral("groups.members");
const QString roomId = QStringLiteral("room1");

QJsonObject ok(QJsonObject o = {})
{
    o.insert(QStringLiteral("success"), true);
    return o;
}

net::HttpReply refused(int status, const char *code)
{
    return makeReply(QJsonObject{{QStringLiteral("success"), false},
                                 {QStringLiteral("error"), QStringLiteral("text [%1]").arg(QString::fromLatin1(code))}},
                     status);
}

net::HttpReply html(int status = 200)
{
    return makeReply(status, "<!DOCTYPE html><html></html>", "text/html; charset=utf-8");
}

QJsonObject person(int n)
{
    return {{QStringLiteral("_id"), QStringLiteral("u%1").arg(n)},
            {QStringLiteral("username"), QStringLiteral("login%1").arg(n)},
            {QStringLiteral("name"), QStringLiteral("Name %1").arg(n)}};
}

std::vector<QJsonObject> people(int n)
{
    std::vector<QJsonObject> list;
    for (int i = 0; i < n; ++i)
        list.push_back(person(i));
    return list;
}

QJsonObject group(const char *id, const char *type = "p")
{
    return {{QStringLiteral("_id"), QString::fromLatin1(id)},
            {QStringLiteral("t"), QString::fromLatin1(type)},
            {QStringLiteral("name"), QString(QString::fromLatin1(id) + QStringLiteral("-name"))}};
}

/// How a server pages: contract section 3, paging.
struct PageRules
{
    bool infinite = true;
    int defaultCount = 50;
    int cap = 100;
};

QJsonObject pageOf(const char *key, const std::vector<QJsonObject> &items, const Seen &seen, const PageRules &rules,
                   int total)
{
    int count = seen.count();
    if (count == 0)
        count = rules.infinite ? int(items.size()) : rules.defaultCount;
    else
        count = std::min(count, rules.cap);
    QJsonArray page;
    for (int i = seen.offset(); i < int(items.size()) && page.size() < count; ++i)
        page << items[std::size_t(i)];
    const int given = int(page.size());
    return ok({{QString::fromLatin1(key), page},
               {QStringLiteral("count"), given},
               {QStringLiteral("offset"), seen.offset()},
               {QStringLiteral("total"), total}});
}

ScriptedTransport::Answer paged(const char *key, std::vector<QJsonObject> items, PageRules rules = {})
{
    return [=](const Seen &seen) { return makeReply(pageOf(key, items, seen, rules, int(items.size()))); };
}

ScriptedTransport::Answer always(const net::HttpReply &reply)
{
    return [reply](const Seen &) { return reply; };
}

chat::RoomInfo theRoom()
{
    chat::RoomInfo room;
    room.id = roomId;
    return room;
}

template <class T> QString errorOf(const Result<T> &result)
{
    return result ? QStringLiteral("no error") : describe(result.error());
}

} // namespace

void TestClient::init()
{
    m_server.reset();
    m_cancel = net::CancelToken();
    m_client = std::make_unique<Client>(
        m_server,
        rocketchat::Options{QUrl(QStringLiteral("https://x.fr/chat")), QStringLiteral("course.sync"), "tok", {}});
}

void TestClient::walk()
{
    using rocketchat::ListWalk;
    using State = ListWalk::State;
    ListWalk empty(true);
    QCOMPARE(empty.take(0, 0, 0), State::Whole);
    ListWalk clamped(true);
    QCOMPARE(clamped.next().count, 0);
    QCOMPARE(clamped.take(50, 120, 50), State::More);
    QVERIFY(clamped.wasClamped());
    QCOMPARE(clamped.next().offset, 50);
    QCOMPARE(clamped.next().count, 100);
    QCOMPARE(clamped.take(70, 120, 120), State::Whole);
    ListWalk lost(false);
    QCOMPARE(lost.next().count, 100);
    QCOMPARE(lost.take(100, 120, 100), State::More);
    QCOMPARE(lost.take(20, 120, 119), State::NotWhole);
    ListWalk grown(true);
    QCOMPARE(grown.take(50, 60, 50), State::More);
    QCOMPARE(grown.take(11, 61, 61), State::NotWhole); // the first page said 60
    ListWalk ends(true);
    QCOMPARE(ends.take(50, 60, 50), State::More);
    QCOMPARE(ends.take(0, 60, 50), State::NotWhole);
    ListWalk more(true);
    QCOMPARE(more.take(5, 3, 5), State::NotWhole);
}

void TestClient::membersArePagedToTheEnd_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("infinite");
    QTest::addColumn<int>("defaultCount");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("calls");
    QTest::newRow("nobody") << 0 << true << 50 << 100 << 1;
    QTest::newRow("51, all at once") << 51 << true << 50 << 100 << 1;
    QTest::newRow("2500, all at once") << 2500 << true << 50 << 100 << 1;
    QTest::newRow("51, clamp") << 51 << false << 50 << 100 << 2;
    QTest::newRow("100, clamp") << 100 << false << 50 << 100 << 2;
    QTest::newRow("101, clamp") << 101 << false << 50 << 100 << 2;
    QTest::newRow("2500, clamp") << 2500 << false << 50 << 100 << 26;
    QTest::newRow("101, clamp at 50") << 101 << false << 50 << 50 << 3;
    QTest::newRow("30, clamp at 7") << 30 << false << 7 << 7 << 5;
}

/// R71 R301
void TestClient::membersArePagedToTheEnd()
{
    QFETCH(int, size);
    QFETCH(bool, infinite);
    QFETCH(int, defaultCount);
    QFETCH(int, cap);
    QFETCH(int, calls);
    m_server.on(byRole, paged("members", people(size), {infinite, defaultCount, cap}));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(int(list->members.size()), size);
    QCOMPARE(list->total, size);
    QCOMPARE(list->method, byRole);
    QVERIFY(list->readAt.isKnown());
    QSet<QString> ids;
    for (const chat::Member &member : list->members)
        ids.insert(member.id);
    QCOMPARE(int(ids.size()), size);
    QCOMPARE(m_server.times(byRole), calls);
    QCOMPARE(int(m_server.log.size()), calls); // nothing else
    QCOMPARE(m_server.log.front().count(), 0);
}

/// Budget of design 11: ceil(N/100) + 1 calls for a room, also where count=0 is switched off.
void TestClient::aClampIsRemembered()
{
    m_server.on(byRole, paged("members", people(300), {false, 50, 100}));
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), 4);
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), 7);
    QCOMPARE(m_server.log[4].count(), 100);
}

/// Lists are sorted by online status: somebody comes online between two pages and another one is lost. R71
void TestClient::aListThatLosesSomebodyIsReadAgain()
{
    int reading = 0;
    m_server.on(byRole, [&reading](const Seen &seen) {
        auto members = people(120);
        if (seen.offset() == 0)
            ++reading;
        else if (reading == 1)
            std::rotate(members.begin(), members.begin() + 119, members.end()); // the last one moved to the front
        return makeReply(pageOf("members", members, seen, {false, 50, 100}, 120));
    });
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->members.size(), std::size_t(120));
    QCOMPARE(reading, 2);
}

void TestClient::aListThatIsNeverWholeIsTruncated_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"rotates", "grows", "shrinks", "ends early", "total too big", "total too small", "repeats"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

/// Unknown is never empty: an incomplete list is no list. R71
void TestClient::aListThatIsNeverWholeIsTruncated()
{
    QFETCH(QString, how);
    int pages = 0;
    m_server.on(byRole, [&pages, how](const Seen &seen) {
        ++pages;
        auto members = people(120);
        int total = 120;
        if (how == QLatin1String("rotates") && seen.offset() > 0)
            std::rotate(members.begin(), members.begin() + 119, members.end());
        if (how == QLatin1String("grows"))
            total = 120 + pages;
        if (how == QLatin1String("shrinks"))
            total = 120 - pages;
        if (how == QLatin1String("ends early"))
            members.resize(60);
        if (how == QLatin1String("total too big"))
            total = 100'000'000;
        if (how == QLatin1String("total too small"))
            total = 3;
        if (how == QLatin1String("repeats"))
            members = std::vector<QJsonObject>(120, person(1));
        return makeReply(pageOf("members", members, seen, {false, 50, 100}, total));
    });
    const auto list = m_client->members(theRoom(), m_cancel);
    QCOMPARE(errorOf(list), QStringLiteral("BadReply truncated"));
    QCOMPARE(list.error().where, byRole);
    QVERIFY2(pages >= 2 && pages <= 8, qPrintable(QString::number(pages)));
}

void TestClient::oldServersGetTheOldWay_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("web client page, 200") << 200 << QByteArray("<!DOCTYPE html>");
    QTest::newRow("page, 404") << 404 << QByteArray("<html>");
    QTest::newRow("405") << 405 << QByteArray(R"({"status":"error","message":"API endpoint does not exist"})");
    QTest::newRow("404, JSON of a router")
        << 404 << QByteArray(R"({"status":"error","message":"API endpoint does not exist"})");
}

/// Capability first: < 7.3 reads members and roles apart, and is asked for the new call only once. R35 R278
void TestClient::oldServersGetTheOldWay()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server.on(byRole, always(makeReply(status, body, body.startsWith('<') ? "text/html" : "application/json")));
    m_server.onExample(oldWay, QStringLiteral("groups.members.json"));
    m_server.onExample(QStringLiteral("groups.roles"), QStringLiteral("groups.roles.json"));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->method, oldWay);
    QCOMPARE(describe(list->members), QStringLiteral("Q4GkX6RMepGDdQ7YJ ada Ada Lovelace | "
                                                     "svc7Zq2mC9rTnXw4K course.sync Course Sync owner"));
    QVERIFY(!m_client->abilities().membersOfArchived);
    const int probes = m_server.times(byRole);
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), probes);
    QCOMPARE(m_server.times(QStringLiteral("groups.roles")), 2);
}

void TestClient::aDisturbanceIsNotAnOldServer()
{
    m_server.on(byRole, paged("members", people(3)));
    QVERIFY(m_client->members(theRoom(), m_cancel));
    m_server.on(byRole, always(html()));
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), QStringLiteral("BadReply bad-reply (html)"));
    m_server.on(byRole, always(makeReply(502, "<html>", "text/html")));
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), QStringLiteral("ServerFailure server-error"));
    QCOMPARE(m_server.times(oldWay), 0);
    QVERIFY(m_client->abilities().membersOfArchived);
}

void TestClient::noAccessToMembers_data()
{
    QTest::addColumn<bool>("old");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("7.3, 404") << false << "error_404_resource.json"
                              << "Forbidden no-access error-room-not-found";
    QTest::newRow("9.0, 403") << false << "error_403_permission__9x.json"
                              << "Forbidden no-access error-forbidden";
    QTest::newRow("old, 400") << true << "groups.info__not_found_or_no_access.json"
                              << "Forbidden no-access error-room-not-found";
    QTest::newRow("old, archived") << true << "groups.members__archived.json"
                                   << "Rejected room-archived error-room-archived";
    QTest::newRow("dead token") << false << "error_401_not_logged_in__8x.json"
                                << "Unauthorized wrong-token";
}

/// R102: who is no member is told "no access", never that the room is empty or gone.
void TestClient::noAccessToMembers()
{
    QFETCH(bool, old);
    QFETCH(QString, file);
    QFETCH(QString, expected);
    if (old) {
        m_server.on(byRole, always(html(404)));
        m_server.onExample(oldWay, file);
    } else {
        m_server.onExample(byRole, file);
    }
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), expected);
    QCOMPARE(m_server.times(QStringLiteral("groups.roles")), 0);
}

void TestClient::rolesOfDeactivatedAreIgnored()
{
    m_server.on(byRole, always(html(404)));
    m_server.on(oldWay, paged("members", people(2)));
    m_server.on(
        QStringLiteral("groups.roles"),
        ok({{QStringLiteral("roles"),
             QJsonArray{QJsonObject{{QStringLiteral("_id"), QStringLiteral("u1")}, // id of a subscription
                                    {QStringLiteral("u"), QJsonObject{{QStringLiteral("_id"), QStringLiteral("gone")}}},
                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("owner")}}},
                        QJsonObject{{QStringLiteral("_id"), QStringLiteral("s")},
                                    {QStringLiteral("u"), QJsonObject{{QStringLiteral("_id"), QStringLiteral("u0")}}},
                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("moderator")}}}}}}));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(describe(list->members), QStringLiteral("u0 login0 Name 0 moderator | u1 login1 Name 1"));
}

/// R35 R85
void TestClient::connects()
{
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.onExample(QStringLiteral("me"), QStringLiteral("me.json"));
    m_server.onExample(QStringLiteral("settings.public"), QStringLiteral("settings.public__retention.json"));
    m_server.on(QStringLiteral("permissions.listAll"),
                ok({{QStringLiteral("update"),
                     QJsonArray{QJsonObject{{QStringLiteral("_id"), QStringLiteral("remove-user")},
                                            {QStringLiteral("roles"), QJsonArray{QStringLiteral("owner")}}}}},
                    {QStringLiteral("remove"), QJsonArray()}}));
    const auto facts = m_client->connect(m_cancel);
    QVERIFY2(facts, qPrintable(errorOf(facts)));
    QCOMPARE(describe(facts->version), QStringLiteral("7.10 (7.10)"));
    QCOMPARE(facts->self.id, QStringLiteral("svc7Zq2mC9rTnXw4K"));
    QCOMPARE(*facts->self.serverRoles, QStringList({QStringLiteral("user"), QStringLiteral("bot")}));
    QCOMPARE(describe(facts->permissions), QStringLiteral("remove-user=owner"));
    QCOMPARE(describe(facts->retention), QStringLiteral(" enabled=0 groups=0 30d precision=0"));
    QCOMPARE(facts->serverDate.iso(), QStringLiteral("2026-11-20T08:00:00Z"));
    QVERIFY(m_client->abilities().membersOfArchived);
    QVERIFY(!m_client->abilities().createRoom);
    QVERIFY(!m_client->abilities().createAccount);
    QCOMPARE(m_client->abilities().addPerCall, 100);

    // The address is asked without token first, then the user as given, then by the id that the server told.
    QCOMPARE(m_server.log[0].path, QStringLiteral("/chat/api/info"));
    QCOMPARE(m_server.log[0].token, QByteArray());
    QCOMPARE(m_server.log[1].path, QStringLiteral("/chat/api/v1/me"));
    QCOMPARE(m_server.log[1].userId, QByteArray("course.sync"));
    QCOMPARE(m_server.log[1].token, QByteArray("tok"));
    QCOMPARE(m_server.log[2].userId, QByteArray("svc7Zq2mC9rTnXw4K"));
    QCOMPARE(m_server.times(QStringLiteral("login")), 0);
    for (const Seen &seen : m_server.log)
        QVERIFY(!seen.write);
}

/// Design section 8: LIAISON_CHAT_USER may be a login.
void TestClient::aLoginIsResolvedOnce()
{
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.onExample(QStringLiteral("login"), QStringLiteral("login__ok.json"));
    m_server.on(QStringLiteral("me"), [](const Seen &seen) {
        return loadExample(seen.userId == "svc7Zq2mC9rTnXw4K" ? QStringLiteral("me.json")
                                                              : QStringLiteral("error_401_not_logged_in__7x.json"))
            .reply;
    });
    m_client = std::make_unique<Client>(
        m_server, rocketchat::Options{QUrl(QStringLiteral("https://x.fr")), QStringLiteral("Course.Sync"), "tok", {}});
    const auto facts = m_client->connect(m_cancel);
    QVERIFY2(facts, qPrintable(errorOf(facts)));
    QCOMPARE(m_server.times(QStringLiteral("login")), 1);
    const Seen login = m_server.log[2];
    QCOMPARE(login.body, QJsonObject({{QStringLiteral("resume"), QStringLiteral("tok")}}));
    QCOMPARE(login.token, QByteArray());
    QVERIFY(!login.write);
    m_server.onExample(byRole, QStringLiteral("rooms.membersOrderedByRole.json"));
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.log.back().userId, QByteArray("svc7Zq2mC9rTnXw4K"));
    QCOMPARE(m_server.log.back().token, QByteArray("tok")); // ours, not the one that login answered
    QVERIFY(m_client->connect(m_cancel));
    QCOMPARE(m_server.times(QStringLiteral("login")), 1);
}

void TestClient::wrongTokens_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("loginFile");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("logins");
    QTest::newRow("dead token") << "course.sync"
                                << "login__wrong_password.json"
                                << "Unauthorized wrong-token Unauthorized" << 1;
    QTest::newRow("second factor asked") << "course.sync"
                                         << "login__totp_required.json"
                                         << "Unauthorized wrong-token totp-required" << 1;
    QTest::newRow("another login") << "ada"
                                   << "login__ok.json"
                                   << "Unauthorized token-of-another-account" << 1;
    QTest::newRow("another id") << "aobEdbYhXfu5hkeqG"
                                << "login__ok.json"
                                << "Unauthorized token-of-another-account" << 1;
    QTest::newRow("good login, me still refused") << "course.sync"
                                                  << "login__ok.json"
                                                  << "Unauthorized wrong-token" << 1;
    QTest::newRow("refused in other words") << "course.sync"
                                            << "error_403_permission__7x.json"
                                            << "Unauthorized wrong-token error-unauthorized" << 1;
    QTest::newRow("server down at login") << "course.sync"
                                          << "error_500_html.json"
                                          << "ServerFailure server-error" << 1;
}

void TestClient::wrongTokens()
{
    QFETCH(QString, user);
    QFETCH(QString, loginFile);
    QFETCH(QString, expected);
    QFETCH(int, logins);
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.onExample(QStringLiteral("me"), QStringLiteral("error_401_not_logged_in__7x.json"));
    m_server.onExample(QStringLiteral("login"), loginFile);
    m_client =
        std::make_unique<Client>(m_server, rocketchat::Options{QUrl(QStringLiteral("https://x.fr")), user, "tok", {}});
    QCOMPARE(errorOf(m_client->connect(m_cancel)), expected);
    QCOMPARE(m_server.times(QStringLiteral("login")), logins);
    QCOMPARE(m_server.times(QStringLiteral("permissions.listAll")), 0);
}

void TestClient::notRocketChat_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("page") << 200 << QByteArray("<html>") << "BadReply not-rocketchat (html)";
    QTest::newRow("404 page") << 404 << QByteArray("<html>") << "BadReply not-rocketchat (html)";
    QTest::newRow("404 JSON") << 404 << QByteArray(R"({"message":"no route"})") << "BadReply not-rocketchat (fields)";
    QTest::newRow("other JSON") << 200 << QByteArray(R"({"version":"5.1"})") << "BadReply not-rocketchat (fields)";
    QTest::newRow("no version") << 200 << QByteArray(R"({"success":true})") << "BadReply not-rocketchat (fields)";
    QTest::newRow("odd version") << 200 << QByteArray(R"({"success":true,"version":"v9"})")
                                 << "BadReply not-rocketchat (fields)";
    QTest::newRow("down") << 502 << QByteArray("<html>") << "ServerFailure server-error";
    QTest::newRow("maintenance") << 503 << QByteArray("<html>") << "Maintenance server-error";
}

/// Design 12.3. Nothing that is no Rocket.Chat is given the token.
void TestClient::notRocketChat()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    m_server.on(QStringLiteral("info"), always(makeReply(status, body)));
    QCOMPARE(errorOf(m_client->connect(m_cancel)), expected);
    for (const Seen &seen : m_server.log)
        QVERIFY(seen.token.isEmpty());
}

void TestClient::unreadableRightsAreSaid()
{
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.onExample(QStringLiteral("me"), QStringLiteral("me.json"));
    m_server.on(QStringLiteral("permissions.listAll"), always(makeReply(502, {})));
    m_server.on(QStringLiteral("settings.public"), always(html()));
    const auto facts = m_client->connect(m_cancel);
    QVERIFY2(facts, qPrintable(errorOf(facts)));
    QCOMPARE(errorOf(facts->permissions), QStringLiteral("ServerFailure server-error"));
    QCOMPARE(errorOf(facts->retention), QStringLiteral("BadReply bad-reply (html)"));

    m_server.onExample(QStringLiteral("permissions.listAll"), QStringLiteral("error_401_not_logged_in__8x.json"));
    QCOMPARE(errorOf(m_client->connect(m_cancel)), QStringLiteral("Unauthorized wrong-token"));
}

/// Milliseconds from 6.10, days before: R32
void TestClient::retentionUnits()
{
    const auto setting = [](const char *name, const QJsonValue &value) {
        return QJsonObject{
            {QStringLiteral("_id"), QString(QStringLiteral("RetentionPolicy_") + QString::fromLatin1(name))},
            {QStringLiteral("value"), value}};
    };
    const auto read = [](const QJsonArray &settings) {
        const auto page = rocketchat::parseSettings(
            makeReply(ok({{QStringLiteral("settings"), settings}, {QStringLiteral("total"), int(settings.size())}})));
        return page ? describe(rocketchat::retentionSettings(page->items)) : describe(page.error());
    };
    QCOMPARE(read({setting("TTL_Groups", 90 * 86400000.0)}), QStringLiteral(" 90d"));
    QCOMPARE(read({setting("MaxAge_Groups", 45)}), QStringLiteral(" 45d"));
    QCOMPARE(read({setting("MaxAge_Groups", 45), setting("TTL_Groups", 86400000)}), QStringLiteral(" 1d"));
    QCOMPARE(read({setting("Enabled", QStringLiteral("yes"))}), QString()); // not readable is not told
    QCOMPARE(read({setting("DoNotPrunePinned", true), setting("FilesOnly", false),
                   setting("Precision", QStringLiteral("3"))}),
             QStringLiteral(" precision=3 keep-pinned=1 files-only=0"));
}

/// R47 R48: rooms of other kinds are left out; R9
void TestClient::roomsAreAUnion()
{
    auto full = group("b");
    full.insert(QStringLiteral("retention"), QJsonObject{{QStringLiteral("maxAge"), 9}});
    m_server.on(QStringLiteral("groups.list"), paged("groups", {group("a")}));
    m_server.on(QStringLiteral("groups.listAll"), paged("groups", {group("a"), full}));
    m_server.on(QStringLiteral("rooms.adminRooms"),
                paged("rooms", {group("a"), group("b"), group("discussion"), group("open", "c"), group("talk", "d"),
                                group("help", "l")}));
    const auto list = m_client->rooms(m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QVERIFY(list->wholeServer);
    QCOMPARE(describe(list->rooms), QStringLiteral("a p a-name by=/ retention=none member | "
                                                   "b p b-name by=/ retention=[ 9d] administered | "
                                                   "discussion p discussion-name by=/ administered"));
    QCOMPARE(m_server.log.size(), std::size_t(3));
}

/// Without view-room-administration the list is our own rooms, and says so.
void TestClient::roomsWithoutAdministration()
{
    m_server.on(QStringLiteral("groups.list"), paged("groups", {group("a")}));
    m_server.onExample(QStringLiteral("groups.listAll"), QStringLiteral("error_403_permission__9x.json"));
    m_server.onExample(QStringLiteral("rooms.adminRooms"), QStringLiteral("rooms.adminRooms__forbidden.json"));
    const auto list = m_client->rooms(m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QVERIFY(!list->wholeServer);
    QCOMPARE(list->rooms.size(), std::size_t(1));
    QCOMPARE(list->rooms[0].access, Access::Member);
}

void TestClient::roomsAreWholeOrAnError()
{
    m_server.on(QStringLiteral("groups.list"), paged("groups", {group("a")}));
    m_server.on(QStringLiteral("rooms.adminRooms"), paged("rooms", {group("a")}));
    m_server.on(QStringLiteral("groups.listAll"), always(makeReply(502, {})));
    QCOMPARE(errorOf(m_client->rooms(m_cancel)), QStringLiteral("ServerFailure server-error"));
    m_server.on(QStringLiteral("groups.listAll"),
                [](const Seen &seen) { return makeReply(pageOf("groups", {group("a")}, seen, {}, 2)); });
    QCOMPARE(errorOf(m_client->rooms(m_cancel)), QStringLiteral("BadReply truncated"));
}

void TestClient::aRoomIsGoneOnlyWhenConfirmed_data()
{
    QTest::addColumn<QString>("info");
    QTest::addColumn<QString>("admin");
    QTest::addColumn<QString>("expected");
    const QString hidden = QStringLiteral("groups.info__not_found_or_no_access.json");
    QTest::newRow("member") << "groups.info.json" << QString() << "member";
    QTest::newRow("administered") << hidden << "rooms.adminRooms.getRoom.json"
                                  << "administered";
    QTest::newRow("gone") << hidden << "only success"
                          << "gone";
    QTest::newRow("gone, in other words") << hidden << "rooms.saveRoomSettings__invalid_room.json"
                                          << "gone";
    QTest::newRow("may not look") << hidden << "rooms.adminRooms__forbidden.json"
                                  << "Forbidden no-access error-not-authorized";
    QTest::newRow("may not look, 9.0") << "error_403_permission__9x.json"
                                       << "error_403_permission__9x.json"
                                       << "Forbidden no-access error-forbidden";
    QTest::newRow("cannot look") << hidden << "error_404_html_unknown_endpoint.json"
                                 << "BadReply bad-reply (html)";
    QTest::newRow("server down") << "error_500_html.json" << QString() << "ServerFailure server-error";
    QTest::newRow("dead token") << "error_401_not_logged_in__8x.json" << QString() << "Unauthorized wrong-token";
}

/// R102: "gone" and "hidden" use the same words; only the administrator's view tells.
void TestClient::aRoomIsGoneOnlyWhenConfirmed()
{
    QFETCH(QString, info);
    QFETCH(QString, admin);
    QFETCH(QString, expected);
    const QString getRoom = QStringLiteral("rooms.adminRooms.getRoom");
    m_server.onExample(QStringLiteral("groups.info"), info);
    if (admin == QLatin1String("only success"))
        m_server.on(getRoom, ok());
    else if (!admin.isEmpty())
        m_server.onExample(getRoom, admin);
    const auto room = m_client->room(QStringLiteral("ByehQjC44FwMeiLbX"), m_cancel);
    QString got = errorOf(room);
    if (room && !*room)
        got = QStringLiteral("gone");
    else if (room)
        got = (*room)->access == Access::Member ? QStringLiteral("member") : QStringLiteral("administered");
    QCOMPARE(got, expected);
    if (admin.isEmpty())
        QCOMPARE(m_server.times(getRoom), 0);
    QVERIFY(!m_client->room(QStringLiteral("another"), m_cancel) || got == QLatin1String("gone"));
}

void TestClient::accounts()
{
    const QString info = QStringLiteral("users.info");
    m_server.onExample(info, QStringLiteral("users.info.json"));
    const auto ada = m_client->accountByLogin(QStringLiteral("ADA"), m_cancel);
    QVERIFY2(ada && *ada, qPrintable(errorOf(ada)));
    QCOMPARE((*ada)->id, QStringLiteral("aobEdbYhXfu5hkeqG"));
    QCOMPARE(m_server.log.back().query.value(QStringLiteral("username")), QStringLiteral("ADA"));
    const auto byId = m_client->accountById(QStringLiteral("aobEdbYhXfu5hkeqG"), m_cancel);
    QVERIFY(byId && *byId == *ada);

    m_server.onExample(info, QStringLiteral("users.info__unknown.json"));
    const auto nobody = m_client->accountByLogin(QStringLiteral("nobody"), m_cancel);
    QVERIFY(nobody && !*nobody);
    m_server.onExample(info, QStringLiteral("error_400_permission__legacy.json"));
    QCOMPARE(errorOf(m_client->accountById(QStringLiteral("x"), m_cancel)),
             QStringLiteral("Forbidden no-permission error-not-allowed"));

    // Without view-full-other-user-info: no roles, no e-mails; that is not "no roles".
    m_server.on(info, ok({{QStringLiteral("user"), person(1)}}));
    const auto bare = m_client->accountById(QStringLiteral("u1"), m_cancel);
    QVERIFY2(bare && *bare, qPrintable(errorOf(bare)));
    QVERIFY(!(*bare)->serverRoles && !(*bare)->active && !(*bare)->type && !(*bare)->emails);

    m_server.on(QStringLiteral("users.list"), paged("users", people(130), {false, 50, 100}));
    const auto all = m_client->allAccounts(m_cancel);
    QVERIFY2(all, qPrintable(errorOf(all)));
    QCOMPARE(all->size(), std::size_t(130));
}

/// Whoever is answered may be added to a course's room.
void TestClient::anotherAccountIsNeverTaken()
{
    m_server.onExample(QStringLiteral("users.info"), QStringLiteral("users.info.json"));
    QCOMPARE(m_client->accountByLogin(QStringLiteral("adam"), m_cancel).error().kind, ErrorKind::BadReply);
    QCOMPARE(m_client->accountById(QStringLiteral("u9"), m_cancel).error().kind, ErrorKind::BadReply);
    QCOMPARE(m_client->roomsOf(QStringLiteral("u9"), m_cancel).error().kind, ErrorKind::BadReply);
}

void TestClient::roomsOfAnAccount()
{
    const QString info = QStringLiteral("users.info");
    const QString ada = QStringLiteral("aobEdbYhXfu5hkeqG");
    m_server.onExample(info, QStringLiteral("users.info__with_rooms.json"));
    const auto rooms = m_client->roomsOf(ada, m_cancel);
    QVERIFY2(rooms && rooms->rooms, qPrintable(errorOf(rooms)));
    QCOMPARE(rooms->rooms->size(), std::size_t(1));
    QVERIFY(rooms->rooms->front().roles.moderator);
    m_server.onExample(info, QStringLiteral("users.info.json"));
    const auto notTold = m_client->roomsOf(ada, m_cancel);
    QVERIFY(notTold && !notTold->rooms); // the right is missing: unknown, not "in no room"
    m_server.onExample(info, QStringLiteral("users.info__unknown.json"));
    QCOMPARE(errorOf(m_client->roomsOf(ada, m_cancel)), QStringLiteral("NotFound account-not-found"));

    m_server.on(QStringLiteral("info"), ok({{QStringLiteral("version"), QStringLiteral("6.8")}}));
    m_server.onExample(QStringLiteral("me"), QStringLiteral("me.json"));
    QVERIFY(m_client->connect(m_cancel));
    m_server.onExample(info, QStringLiteral("users.info__with_rooms.json"));
    QVERIFY(m_client->roomsOf(ada, m_cancel));
    QVERIFY(m_server.log.back().query.contains(QStringLiteral("fields")));
    QVERIFY(!m_server.log.back().query.contains(QStringLiteral("includeUserRooms")));
}

/// R72: every change is one request of its own, except adds.
void TestClient::writes()
{
    for (const char *name : {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator",
                             "groups.archive", "groups.unarchive", "rooms.saveRoomSettings"})
        m_server.on(QString::fromLatin1(name), ok({{QStringLiteral("rid"), roomId}}));
    const QString u = QStringLiteral("u1");
    QStringList hundred;
    for (int i = 0; i < 100; ++i)
        hundred << QStringLiteral("u%1").arg(i);
    QVERIFY(m_client->add(roomId, hundred, m_cancel));
    QCOMPARE(m_server.log.back().body.value(QLatin1String("userIds")).toArray().size(), qsizetype(100));
    QVERIFY(m_client->remove(roomId, u, m_cancel));
    QVERIFY(m_client->setModerator(roomId, u, true, m_cancel));
    QVERIFY(m_client->setModerator(roomId, u, false, m_cancel));
    QVERIFY(m_client->archive(roomId, true, m_cancel));
    QVERIFY(m_client->archive(roomId, false, m_cancel));
    chat::Retention wanted;
    wanted.enabled = true;
    wanted.overrideGlobal = true;
    wanted.maxAge = 90;
    const auto saved = m_client->setRetention(roomId, wanted, m_cancel);
    QVERIFY(saved && !saved->alreadySo && saved->serverDate.isKnown());
    QCOMPARE(m_server.names(),
             QStringList({QStringLiteral("groups.invite"), QStringLiteral("groups.kick"),
                          QStringLiteral("groups.addModerator"), QStringLiteral("groups.removeModerator"),
                          QStringLiteral("groups.archive"), QStringLiteral("groups.unarchive"),
                          QStringLiteral("rooms.saveRoomSettings"), QStringLiteral("rooms.saveRoomSettings")}));
    for (const Seen &seen : m_server.log)
        QVERIFY(seen.write && seen.httpMethod == QLatin1String("POST"));

    // The first of the two refused: the second is not sent.
    m_server.onExample(QStringLiteral("rooms.saveRoomSettings"),
                       QStringLiteral("rooms.saveRoomSettings__retention_not_allowed.json"));
    const auto before = m_server.log.size();
    QCOMPARE(errorOf(m_client->setRetention(roomId, wanted, m_cancel)),
             QStringLiteral("Forbidden no-permission error-action-not-allowed"));
    QCOMPARE(m_server.log.size(), before + 1);
}

void TestClient::aWriteIsNeverSentTwice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("undecoded");
    QTest::newRow("page") << 200 << QByteArray("<html>") << true;
    QTest::newRow("broken JSON") << 200 << QByteArray(R"({"success":tr)") << true;
    QTest::newRow("foreign JSON") << 200 << QByteArray("{}") << true;
    QTest::newRow("success as text") << 200 << QByteArray(R"({"success":"true"})") << true;
    QTest::newRow("400 of a gateway") << 400 << QByteArray(R"({"message":"bad request"})") << true;
    QTest::newRow("502") << 502 << QByteArray("<html>") << true;
    QTest::newRow("503") << 503 << QByteArray() << true;
    QTest::newRow("refused") << 400 << QByteArray(R"({"success":false,"error":"x [error-not-allowed]"})") << false;
}

/// After anything but a decoded refusal the room has to be read: design 6.3.
void TestClient::aWriteIsNeverSentTwice()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, undecoded);
    m_server.on(QStringLiteral("groups.invite"), always(makeReply(status, body)));
    const auto reply = m_client->add(roomId, {QStringLiteral("u1")}, m_cancel);
    QVERIFY(!reply);
    QCOMPARE(isUndecoded(reply.error()), undecoded);
    QCOMPARE(m_server.log.size(), std::size_t(1));
}

void TestClient::alreadySo_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("serverCode");
    QTest::addColumn<bool>("so");
    const auto row = [](const char *verb, const char *code, bool so) {
        QTest::addRow("%s, %s", verb, code) << QString::fromLatin1(verb) << QString::fromLatin1(code) << so;
    };
    row("promote", "error-user-already-moderator", true);
    row("promote", "error-user-not-in-room", false);
    row("promote", "error-room-archived", false);
    row("demote", "error-user-not-moderator", true);
    row("demote", "error-user-not-in-room", false);
    row("remove", "error-user-not-in-room", true);
    row("remove", "error-you-are-last-owner", false);
    row("remove", "error-room-not-found", false);
    row("remove", "error-invalid-user", false);
    row("add", "error-user-not-in-room", false);
    row("add", "error-empty-invite-list", false);
    row("archive", "error-room-archived", true);
    row("unarchive", "error-room-archived", false);
}

void TestClient::alreadySo()
{
    QFETCH(QString, verb);
    QFETCH(QString, serverCode);
    QFETCH(bool, so);
    for (const char *name : {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator",
                             "groups.archive", "groups.unarchive"})
        m_server.on(QString::fromLatin1(name), always(refused(400, qPrintable(serverCode))));
    const QString u = QStringLiteral("u1");
    const auto reply = verb == QLatin1String("promote")  ? m_client->setModerator(roomId, u, true, m_cancel)
                       : verb == QLatin1String("demote") ? m_client->setModerator(roomId, u, false, m_cancel)
                       : verb == QLatin1String("remove") ? m_client->remove(roomId, u, m_cancel)
                       : verb == QLatin1String("add")
                           ? m_client->add(roomId, {u}, m_cancel)
                           : m_client->archive(roomId, verb == QLatin1String("archive"), m_cancel);
    QCOMPARE(reply.has_value(), so);
    if (so) {
        QVERIFY(reply->alreadySo);
        QCOMPARE(reply->serverCode, serverCode);
    } else {
        QCOMPARE(reply.error().serverCode, serverCode);
        QVERIFY(!isUndecoded(reply.error()));
    }
}

void TestClient::nothingIsSentForBadInput()
{
    const QString u = QStringLiteral("u1");
    QStringList tooMany;
    for (int i = 0; i <= 100; ++i)
        tooMany << QStringLiteral("u%1").arg(i);
    chat::Retention zero;
    zero.maxAge = 0;
    const QString expected = QStringLiteral("Input bad-input");
    QCOMPARE(errorOf(m_client->add(roomId, {}, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->add(roomId, {u, QString()}, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->add(roomId, tooMany, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->add(QString(), {u}, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->remove(roomId, QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->setModerator(QString(), u, true, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->archive(QString(), true, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->setRetention(roomId, zero, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->room(QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->members(chat::RoomInfo(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->accountById(QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->accountByLogin(QString(), m_cancel)), expected);
    Client injected(m_server, {QUrl(QStringLiteral("https://x.fr")), QStringLiteral("a"), "tok\r\nX: y", {}});
    QCOMPARE(errorOf(injected.allAccounts(m_cancel)), expected);
    QCOMPARE(m_server.log.size(), std::size_t(0));
}

/// Design 6.1: HTML and broken JSON, too, and no refusal.
void TestClient::undecodedReadsAreSentOnceMore()
{
    int calls = 0;
    m_server.on(byRole, [&calls](const Seen &seen) {
        return ++calls == 1 ? makeReply(200, R"({"success":true,"members":[)")
                            : makeReply(pageOf("members", people(3), seen, {}, 3));
    });
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(calls, 2);
    m_server.on(QStringLiteral("users.info"), always(html()));
    QCOMPARE(errorOf(m_client->accountById(QStringLiteral("u"), m_cancel)),
             QStringLiteral("BadReply bad-reply (html)"));
    QCOMPARE(m_server.times(QStringLiteral("users.info")), 2);
    m_server.onExample(QStringLiteral("users.list"), QStringLiteral("error_400_permission__legacy.json"));
    QVERIFY(!m_client->allAccounts(m_cancel));
    QCOMPARE(m_server.times(QStringLiteral("users.list")), 1);
}

void TestClient::cancelled()
{
    m_cancel.cancel();
    const auto list = m_client->members(theRoom(), m_cancel);
    QCOMPARE(list.error().kind, ErrorKind::Cancelled);
    QCOMPARE(list.error().where, byRole);
    QCOMPARE(m_client->connect(m_cancel).error().kind, ErrorKind::Cancelled);

    // Cancelled between the account and the rights: no half of a connection.
    net::CancelToken later;
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.on(QStringLiteral("me"), [later](const Seen &) {
        later.cancel();
        return loadExample(QStringLiteral("me.json")).reply;
    });
    QCOMPARE(m_client->connect(later).error().kind, ErrorKind::Cancelled);
}

void TestClient::manyThreads()
{
    m_server.on(byRole, paged("members", people(250), {false, 50, 100}));
    std::atomic_int whole = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    for (int i = 0; i < 64; ++i)
        pool.start([&] {
            const auto list = m_client->members(theRoom(), m_cancel);
            if (list && list->members.size() == 250)
                ++whole;
        });
    pool.waitForDone();
    QCOMPARE(whole.load(), 64);
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
