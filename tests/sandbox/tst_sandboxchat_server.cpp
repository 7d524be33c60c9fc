// An empty server that anybody may register on, accounts that are changed, settings that are written, incoming
// integrations (contract sections 1, 5, 6 and 8).
#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QCryptographicHash>
#include <QTest>

using namespace campus;

namespace {

QJsonObject newcomer(const char *name)
{
    const QString login = QString::fromLatin1(name);
    const QString email = login + QStringLiteral("@example.org");
    const QString password = QStringLiteral("secret-") + login;
    return {{QStringLiteral("username"), login},
            {QStringLiteral("name"), login},
            {QStringLiteral("email"), email},
            {QStringLiteral("pass"), password}};
}

World emptyWorld()
{
    World w;
    w.now = Instant::fromIso(QStringLiteral("2026-11-20T09:00:00Z"));
    w.chat.version = QStringLiteral("7.10");
    w.chat.fresh = true;
    return w;
}

bool signIn(Client &c, const char *name, const QString &password)
{
    c.token.clear();
    const QJsonObject data = c.post(QStringLiteral("login"), {{QStringLiteral("user"), QString::fromLatin1(name)},
                                                              {QStringLiteral("password"), password}})
                                 .value(u"data")
                                 .toObject();
    c.token = data.value(u"authToken").toString().toLatin1();
    c.user = data.value(u"userId").toString();
    return !c.token.isEmpty();
}

QString errorOf(const QJsonObject &answer)
{
    return answer.value(u"errorType").toString(answer.value(u"error").toString());
}

void asAdmin(Client &c)
{
    c.world.chat.users[0].roles.append(QStringLiteral("admin"));
    c.chat.worldReplaced();
}

} // namespace

class tst_SandboxChatServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAccountIsAdministrator();
    void registrationCanBeClosed();
    void passwordsAreTheirOwn();
    void secondFactorOfAPassword();
    void switches();
    void accountsAreChanged();
    void accountsAreDeleted();
    void addAllHasALimit();
    void settingsAreWritten();
    void hooks();
    void messages();
};

void tst_SandboxChatServer::firstAccountIsAdministrator()
{
    Client c(emptyWorld());
    QVERIFY(c.user.isEmpty());
    QCOMPARE(c.send("GET", QStringLiteral("me")).status, 401); // the token that is handed out belongs to nobody
    c.token.clear();
    const QJsonObject first = c.post(QStringLiteral("users.register"), newcomer("root")).value(u"user").toObject();
    QVERIFY(first.value(u"roles").toArray().contains(QStringLiteral("admin")));
    const QJsonObject second = c.post(QStringLiteral("users.register"), newcomer("zoe")).value(u"user").toObject();
    QVERIFY(!second.value(u"roles").toArray().contains(QStringLiteral("admin")));
    QCOMPARE(errorOf(c.post(QStringLiteral("users.register"), newcomer("Zoe"))),
             QStringLiteral("error-field-unavailable"));
    QVERIFY(signIn(c, "root", QStringLiteral("secret-root")));
    QJsonObject made = newcomer("noel");
    made.insert(QStringLiteral("password"), made.take(QStringLiteral("pass")));
    c.post(QStringLiteral("users.create"), made);
    QCOMPARE(c.status, 200);
    c.post(QStringLiteral("groups.create"), {{QStringLiteral("name"), QStringLiteral("first")},
                                             {QStringLiteral("members"), QJsonArray{QStringLiteral("zoe")}}});
    QCOMPARE(c.status, 200);
    QCOMPARE(c.get(QStringLiteral("groups.members"), {{QStringLiteral("roomName"), QStringLiteral("first")}})
                 .value(u"total")
                 .toInt(),
             2);
    QCOMPARE(errorOf(c.post(QStringLiteral("users.register"), newcomer("more"))),
             QStringLiteral("Logged in users can not register again."));
}

void tst_SandboxChatServer::registrationCanBeClosed()
{
    World w = emptyWorld();
    w.chat.settings[QStringLiteral("Accounts_RegistrationForm")] = QStringLiteral("Disabled");
    Client c(w);
    c.token.clear();
    QCOMPARE(errorOf(c.post(QStringLiteral("users.register"), newcomer("root"))),
             QStringLiteral("error-user-registration-disabled"));
}

void tst_SandboxChatServer::passwordsAreTheirOwn()
{
    Client c(emptyWorld());
    c.token.clear();
    c.post(QStringLiteral("users.register"), newcomer("root"));
    QVERIFY(!signIn(c, "root", SandboxRocketChat::sandboxPassword));
    QVERIFY(signIn(c, "root", QStringLiteral("secret-root")));
}

/// Without codes by mail the factor is the SHA-256 of the account's own password, in lower-case hex.
void tst_SandboxChatServer::secondFactorOfAPassword()
{
    Client c(emptyWorld());
    c.token.clear();
    c.post(QStringLiteral("users.register"), newcomer("root"));
    QVERIFY(signIn(c, "root", QStringLiteral("secret-root")));
    const auto token = [&] {
        return c.post(QStringLiteral("users.generatePersonalAccessToken"),
                      {{QStringLiteral("tokenName"), QStringLiteral("t")}, {QStringLiteral("bypassTwoFactor"), true}});
    };
    QJsonObject refused = token();
    QCOMPARE(errorOf(refused), QStringLiteral("totp-required"));
    QCOMPARE(refused.value(u"details").toObject().value(u"method").toString(), QStringLiteral("password"));
    const auto withCode = [&](const char *password) {
        c.extraHeaders = {{"x-2fa-code", QCryptographicHash::hash(password, QCryptographicHash::Sha256).toHex()},
                          {"x-2fa-method", "password"}};
    };
    withCode("sandbox");
    QCOMPARE(errorOf(token()), QStringLiteral("totp-invalid"));
    withCode("secret-root");
    QVERIFY(token().value(u"token").isString());
    c.extraHeaders.clear();
    QVERIFY(c.post(QStringLiteral("users.regeneratePersonalAccessToken"),
                   {{QStringLiteral("tokenName"), QStringLiteral("t")}})
                .value(u"token")
                .isString()); // remembered
}

/// What `--no-limiter` and `--no-2fa` set.
void tst_SandboxChatServer::switches()
{
    World w = emptyWorld();
    w.chat.settings[QStringLiteral("API_Enable_Rate_Limiter")] = false;
    w.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_Enabled")] = false;
    Client c(w);
    c.token.clear();
    c.post(QStringLiteral("users.register"), newcomer("root"));
    c.post(QStringLiteral("users.register"), newcomer("zoe"));
    QVERIFY(signIn(c, "zoe", QStringLiteral("secret-zoe"))); // no bypass permission
    for (int i = 0; i < 30; ++i)
        QCOMPARE(c.send("GET", QStringLiteral("me")).status, 200);
    QVERIFY(c.post(QStringLiteral("users.generatePersonalAccessToken"),
                   {{QStringLiteral("tokenName"), QStringLiteral("t")}})
                .value(u"token")
                .isString());
}

void tst_SandboxChatServer::accountsAreChanged()
{
    Client c;
    asAdmin(c);
    const auto update = [&](const QJsonObject &data) {
        return c.post(QStringLiteral("users.update"),
                      {{QStringLiteral("userId"), ada}, {QStringLiteral("data"), data}});
    };
    QCOMPARE(update({{QStringLiteral("username"), QStringLiteral("ada.l")}})
                 .value(u"user")
                 .toObject()
                 .value(u"username")
                 .toString(),
             QStringLiteral("ada.l"));
    QVERIFY(
        c.get(QStringLiteral("users.info"), {{QStringLiteral("username"), QStringLiteral("ADA.L")}}).contains(u"user"));
    QCOMPARE(errorOf(update({{QStringLiteral("username"), c.world.chat.users[0].username}})),
             QStringLiteral("error-field-unavailable"));
    QCOMPARE(errorOf(update({{QStringLiteral("username"), QStringLiteral("all")}})),
             QStringLiteral("error-blocked-username"));
    // A key that the typings do not know is refused on every release.
    c.post(QStringLiteral("users.update"),
           {{QStringLiteral("userId"), ada}, {QStringLiteral("data"), QJsonObject()}, {QStringLiteral("x"), 1}});
    QCOMPARE(c.status, 400);
    QVERIFY(c.chat.facts(c.request("POST", QStringLiteral("users.update"), {})).write);
}

void tst_SandboxChatServer::accountsAreDeleted()
{
    Client c;
    QCOMPARE(c.send("POST", QStringLiteral("users.delete"), {{QStringLiteral("userId"), ada}}).status, 403);
    asAdmin(c);
    c.roomOf(bio).members = {{ada, {QStringLiteral("owner")}}, {c.user, {}}};
    c.chat.worldReplaced();
    const QJsonObject refused = c.post(QStringLiteral("users.delete"), {{QStringLiteral("userId"), ada}});
    QCOMPARE(errorOf(refused), QStringLiteral("user-last-owner"));
    QCOMPARE(refused.value(u"details").toObject().value(u"shouldChangeOwner").toArray().size(), 1);
    c.post(QStringLiteral("users.delete"),
           {{QStringLiteral("userId"), ada}, {QStringLiteral("confirmRelinquish"), true}});
    QCOMPARE(c.status, 200);
    QVERIFY(!c.memberOf(bio, ada));
    QVERIFY(c.memberOf(bio, c.user)->roles.contains(QStringLiteral("owner")));
    QCOMPARE(errorOf(c.get(QStringLiteral("users.info"), {{QStringLiteral("userId"), ada}})),
             QStringLiteral("User not found."));
}

void tst_SandboxChatServer::addAllHasALimit()
{
    Client c;
    asAdmin(c);
    c.world.chat.settings[QStringLiteral("API_User_Limit")] = 1;
    const auto all = [&] { return c.post(QStringLiteral("groups.addAll"), {{QStringLiteral("roomId"), bio}}); };
    QCOMPARE(errorOf(all()), QStringLiteral("error-user-limit-exceeded"));
    c.world.chat.settings[QStringLiteral("API_User_Limit")] = 500;
    all();
    QCOMPARE(c.status, 200);
    QVERIFY(c.memberOf(bio, ada));
}

void tst_SandboxChatServer::settingsAreWritten()
{
    Client c;
    const auto write = [&] {
        return c.post(QStringLiteral("settings/RetentionPolicy_Enabled"), {{QStringLiteral("value"), true}});
    };
    write();
    QCOMPARE(c.status, 403);
    asAdmin(c);
    write();
    QCOMPARE(c.status, 200);
    QVERIFY(c.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")].toBool());
}

void tst_SandboxChatServer::hooks()
{
    Client c;
    c.world.chat.integrations = {{QStringLiteral("h"), QStringLiteral("t"), bio, c.user, true, false}};
    c.chat.worldReplaced();
    c.token.clear();
    const int before = c.chat.messagesPosted();
    Request form = c.request("POST", QStringLiteral("/hooks/h/t"), {});
    form.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    form.body = "payload=%7B%22text%22%3A%22a+b%22%7D";
    QCOMPARE(c.chat.handle(form).status, 200);
    QCOMPARE(c.chat.messagesPosted(), before + 1);
    QCOMPARE(c.chat.facts(form).function, QStringLiteral("hooks"));
    c.world.chat.integrations[0].enabled = false;
    QCOMPARE(c.chat.handle(form).status, 503);
    QCOMPARE(c.send("GET", QStringLiteral("/hooks/h/t")).status, 405);
}

void tst_SandboxChatServer::messages()
{
    Client c;
    const QJsonObject message{{QStringLiteral("rid"), bio}, {QStringLiteral("msg"), QStringLiteral("hello")}};
    const QJsonObject sent = c.post(QStringLiteral("chat.sendMessage"), {{QStringLiteral("message"), message}});
    QCOMPARE(sent.value(u"message").toObject().value(u"msg").toString(), QStringLiteral("hello"));
    // What somebody wrote is not kept: later lists carry the canary.
    const QJsonArray later =
        c.get(QStringLiteral("groups.messages"), {{QStringLiteral("roomId"), bio}}).value(u"messages").toArray();
    QVERIFY(later.first().toObject().value(u"msg").toString().startsWith(u"CANARY-"));
    QCOMPARE(errorOf(c.post(QStringLiteral("chat.sendMessage"))), QStringLiteral("error-invalid-params"));
}

QTEST_APPLESS_MAIN(tst_SandboxChatServer)
#include "tst_sandboxchat_server.moc"
