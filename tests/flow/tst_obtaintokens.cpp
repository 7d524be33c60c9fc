// R23 R63 R269: tokens obtained by signing in, against the sandbox: one session, ours, ended; nothing else is written.
#include "core/rocketchat/signin.h"
#include "core/run/obtaintokens.h"
#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

class TestObtainTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moodle_data();
    void moodle();
    void chatWithPasswordAsFactor();
    void chatWithCode();
    void chatRefused();
    void nameIsNeverReplaced();
    void signsInOnce();
    void aSessionIsOursWhateverItLacks();
    void namesOfWorkstations_data();
    void namesOfWorkstations();
};

namespace {

sandbox::ChatUser &account(Campus &c)
{
    return *std::find_if(c.world.chat.users.begin(), c.world.chat.users.end(),
                         [](const sandbox::ChatUser &user) { return user.username == u"liaison.api"; });
}

Campus campus(const QString &mail = {})
{
    Campus c;
    account(c).email = mail;
    c.world.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled")] = !mail.isEmpty();
    return c;
}

template <class T> QString code(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

/// "login 401, login 200, ..." of the chat's requests.
QString sent(Flow &flow)
{
    QStringList out;
    for (const auto &request : flow.sandbox().requests()) {
        if (request.server == u"rocketchat")
            out << QStringLiteral("%1 %2").arg(request.function).arg(request.status);
    }
    return out.join(QLatin1String(", "));
}

} // namespace

void TestObtainTokens::moodle_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *login, const char *password, const char *service,
                        const char *error) {
        QTest::newRow(name) << QString::fromLatin1(login) << QString::fromLatin1(password)
                            << QString::fromLatin1(service) << QString::fromLatin1(error);
    };
    row("good", "svc.liaison", "sandbox", "liaison", "");
    row("wrong password", "svc.liaison", "else&=%", "liaison", "wrong-login");
    row("unknown service", "svc.liaison", "sandbox", "nothing", "service-not-available");
    row("somebody else", "anne", "sandbox", "liaison", "not-allowed-for-service");
}

// R252: the short name of a service, a person who may not use it and a wrong password are told apart.
void TestObtainTokens::moodle()
{
    QFETCH(QString, login);
    QFETCH(QString, password);
    QFETCH(QString, service);
    QFETCH(QString, error);
    Campus c;
    c.person(QStringLiteral("anne"));
    Flow flow(c);
    const QString url = flow.env[QStringLiteral("LIAISON_MOODLE_URL")];
    const auto token = obtainMoodleToken(url, login, password, service, {}, {});
    QCOMPARE(code(token), error);
    QCOMPARE(flow.sandbox().requests().size(), size_t(1)); // a password is never sent twice
    if (!error.isEmpty())
        return;
    QVERIFY(askMoodleToken(url, *token, {}, {}));
}

void TestObtainTokens::chatWithPasswordAsFactor()
{
    Flow flow(campus());
    const QString url = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    const auto made = ChatTokenRequest(url, {}, QStringLiteral("liaison.api"), QStringLiteral("sandbox"),
                                       QStringLiteral("liaison-pc1"))
                          .proceed({}, {});
    QCOMPARE(code(made), QString());
    QCOMPARE(made->name, QStringLiteral("liaison-pc1"));
    QVERIFY(made->sessionEnded);
    QCOMPARE(sent(flow),
             QStringLiteral("login 200, users.getPersonalAccessTokens 200, users.generatePersonalAccessToken 400, "
                            "users.generatePersonalAccessToken 200, logout 200"));
    QVERIFY(askChatToken(url, made->username, made->token, {}, {}));
    // The session that the program works with elsewhere is untouched.
    QVERIFY(askChatToken(url, made->username, flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")], {}, {}));
}

void TestObtainTokens::chatWithCode()
{
    Flow flow(campus(QStringLiteral("api@campus.example")));
    const QString url = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    ChatTokenRequest request(url, {}, QStringLiteral("liaison.api"), QStringLiteral("sandbox"),
                             QStringLiteral("liaison-pc1"));
    const auto first = request.proceed({}, {});
    QCOMPARE(code(first), QStringLiteral("two-factor"));
    QCOMPARE(first.error().serverCode, QStringLiteral("email"));
    QCOMPARE(code(request.proceed(QStringLiteral("654321"), {})), QStringLiteral("wrong-code"));
    const auto made = request.proceed(QStringLiteral("123456"), {});
    QCOMPARE(code(made), QString());
    QCOMPARE(sent(flow), QStringLiteral("login 401, login 401, login 200, users.getPersonalAccessTokens 200, "
                                        "users.generatePersonalAccessToken 200, logout 200"));
    QVERIFY(askChatToken(url, made->username, made->token, {}, {}));
}

void TestObtainTokens::chatRefused()
{
    Campus c = campus();
    c.person(QStringLiteral("anne"));
    account(c).roles = {QStringLiteral("bot")}; // may not make tokens of its own
    Flow flow(c);
    const QString url = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    const auto wrong =
        ChatTokenRequest(url, {}, QStringLiteral("liaison.api"), QStringLiteral("wrong"), QStringLiteral("liaison-pc1"))
            .proceed({}, {});
    QCOMPARE(code(wrong), QStringLiteral("wrong-chat-login"));
    QCOMPARE(sent(flow), QStringLiteral("login 401"));
    flow.sandbox().clearRequests();
    const auto bot = ChatTokenRequest(url, {}, QStringLiteral("liaison.api"), QStringLiteral("sandbox"),
                                      QStringLiteral("liaison-pc1"))
                         .proceed({}, {});
    QCOMPARE(code(bot), QStringLiteral("no-permission"));
    QCOMPARE(bot.error().serverCode, QStringLiteral("create-personal-access-tokens"));
    QVERIFY(sent(flow).endsWith(QLatin1String("logout 200"))); // the session is ended whatever happened
}

void TestObtainTokens::nameIsNeverReplaced()
{
    Flow flow(campus());
    const QString url = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    const auto make = [&url] {
        return ChatTokenRequest(url, {}, QStringLiteral("liaison.api"), QStringLiteral("sandbox"),
                                QStringLiteral("liaison-pc1"))
            .proceed({}, {});
    };
    const auto first = make();
    const auto second = make();
    QVERIFY(first && second);
    QCOMPARE(second->name, QStringLiteral("liaison-pc1-2"));
    QVERIFY(askChatToken(url, first->username, first->token, {}, {}));
    QVERIFY(askChatToken(url, second->username, second->token, {}, {}));
}

/// Nothing is sent after the end, and nothing for somebody who has left before the token was asked for.
void TestObtainTokens::signsInOnce()
{
    Flow flow(campus());
    const QString url = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    ChatTokenRequest request(url, {}, QStringLiteral("liaison.api"), QStringLiteral("sandbox"),
                             QStringLiteral("liaison-pc1"));
    QCOMPARE(code(request.proceed({}, {})), QString());
    flow.sandbox().clearRequests();
    QVERIFY(!request.proceed({}, {}));
    QCOMPARE(sent(flow), QString());
    ChatTokenRequest wrong(url, {}, QStringLiteral("liaison.api"), QStringLiteral("else"),
                           QStringLiteral("liaison-pc1"));
    QCOMPARE(code(wrong.proceed({}, {})), QStringLiteral("wrong-chat-login"));
    QVERIFY(!wrong.proceed({}, {}));
    QCOMPARE(sent(flow), QStringLiteral("login 401"));
}

/// Who is signed in without a name has a session all the same, which is to be ended.
void TestObtainTokens::aSessionIsOursWhateverItLacks()
{
    net::HttpReply reply;
    reply.status = 200;
    reply.body = R"({"status":"success","data":{"userId":"u1","authToken":"t1"}})";
    reply.body.reserve(reply.body.size() + 64); // the reader's padding
    const auto session = rocketchat::parseOpenedSession(reply);
    QVERIFY(session.has_value());
    QCOMPARE(session->userId, QStringLiteral("u1"));
    QCOMPARE(session->token, QByteArray("t1"));
    QCOMPARE(session->username, QString());
    reply.body = R"({"status":"success","data":{"userId":"u1","me":{"username":"api"}}})";
    reply.body.reserve(reply.body.size() + 64);
    QVERIFY(!rocketchat::parseOpenedSession(reply).has_value());
}

void TestObtainTokens::namesOfWorkstations_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("pc-12") << QStringLiteral("liaison-pc-12");
    QTest::newRow("domain") << QStringLiteral("pc_12.campus.example") << QStringLiteral("liaison-pc_12");
    QTest::newRow("accents") << QStringLiteral("portable d’Ève") << QStringLiteral("liaison-portable-d--ve");
    QTest::newRow("none") << QString() << QStringLiteral("liaison");
}

void TestObtainTokens::namesOfWorkstations()
{
    QFETCH(QString, host);
    QFETCH(QString, name);
    QCOMPARE(chatTokenName(host), name);
}

QTEST_GUILESS_MAIN(TestObtainTokens)
#include "tst_obtaintokens.moc"
