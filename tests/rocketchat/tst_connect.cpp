#include "tests/rocketchat/clienttest.h"

#include <QJsonArray>
#include <QTest>

using namespace liaison;
using namespace liaison::test;
using rocketchat::Client;

/// Who we are on the server, and whether it is one.
class TestConnect : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void connects();
    void aLoginIsResolvedOnce();
    void wrongTokens_data();
    void wrongTokens();
    void notRocketChat_data();
    void notRocketChat();
    void unreadableRightsAreSaid();
    void retentionUnits();
};

/// R35 R85
void TestConnect::connects()
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
void TestConnect::aLoginIsResolvedOnce()
{
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.onExample(QStringLiteral("login"), QStringLiteral("login__ok.json"));
    m_server.on(QStringLiteral("me"), [](const Seen &seen) {
        return loadExample(seen.userId == "svc7Zq2mC9rTnXw4K" ? QStringLiteral("me.json")
                                                              : QStringLiteral("error_401_not_logged_in__7x.json"))
            .reply;
    });
    connectAs(QStringLiteral("Course.Sync"));
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

void TestConnect::wrongTokens_data()
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

void TestConnect::wrongTokens()
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

void TestConnect::notRocketChat_data()
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
void TestConnect::notRocketChat()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    m_server.on(QStringLiteral("info"), always(makeReply(status, body)));
    QCOMPARE(errorOf(m_client->connect(m_cancel)), expected);
    for (const Seen &seen : m_server.log)
        QVERIFY(seen.token.isEmpty());
}

void TestConnect::unreadableRightsAreSaid()
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
void TestConnect::retentionUnits()
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

QTEST_GUILESS_MAIN(TestConnect)
#include "tst_connect.moc"
