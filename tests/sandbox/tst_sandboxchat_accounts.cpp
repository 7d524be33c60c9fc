#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QCryptographicHash>
#include <QTest>

using namespace campus;

// The fidelity list that closes the Rocket.Chat contract (section 12) and the facts of its section 0:
// accounts and sessions: rights to see them, second factor, tokens. R74, R81.

class tst_SandboxChatAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userInfoWithoutRight();
    void userRooms();
    void secondFactorOnCalls();
    void loginTokens();
    void revokedAndBack();
    void relinquishing();
    void createdAccountsAreFoundAgain();
    void seats();
};

void tst_SandboxChatAccounts::userInfoWithoutRight()
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

void tst_SandboxChatAccounts::userRooms()
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

void tst_SandboxChatAccounts::secondFactorOnCalls()
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

void tst_SandboxChatAccounts::loginTokens()
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

void tst_SandboxChatAccounts::revokedAndBack()
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

void tst_SandboxChatAccounts::relinquishing()
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

void tst_SandboxChatAccounts::createdAccountsAreFoundAgain()
{
    Client c;
    c.become(s("root"));
    c.now.ms += 7000;
    QJsonObject account{{s("email"), s("new@example.org")},
                        {s("name"), s("New")},
                        {s("username"), s("new.one")},
                        {s("password"), s("x")}};
    const QJsonObject made = c.post(s("users.create"), account);
    QCOMPARE(c.status, 200);
    QVERIFY(made[u"user"][u"services"][u"password"][u"bcrypt"].toString().contains(s("CANARY")));
    const QJsonObject found = c.get(s("users.info"), {{s("username"), s("NEW.ONE")}}).value(u"user").toObject();
    QCOMPARE(found.value(u"createdAt").toString(), s("2026-11-20T08:00:07.000Z"));
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-field-unavailable"));
    account.insert(s("username"), s("other"));
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-field-unavailable")); // the e-mail
    account.insert(s("username"), s("two words"));
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-input-is-not-a-valid-field"));
    account.insert(s("username"), s("All"));
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-blocked-username"));
    account.insert(s("unknown"), 1);
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("invalid-params"));
    c.token = "api-token-0001";
    c.user = api;
    account.remove(s("unknown"));
    QCOMPARE(errorType(c.post(s("users.create"), account)), s("error-action-not-allowed"));
}

// R39: a plan of new accounts meets the limit of seats.
void tst_SandboxChatAccounts::seats()
{
    World w = world();
    w.chat.settings[s("Sandbox_Seats")] = 5; // four active accounts
    Client c(w);
    c.become(s("root"));
    const auto create = [&c](const QString &name) {
        return errorType(c.post(s("users.create"), {{s("email"), QString(name + s("@x.org"))},
                                                    {s("name"), name},
                                                    {s("username"), name},
                                                    {s("password"), s("x")}}));
    };
    QCOMPARE(create(s("fifth")), QString());
    QCOMPARE(create(s("sixth")), s("error-license-user-limit-reached"));
}

QTEST_APPLESS_MAIN(tst_SandboxChatAccounts)
#include "tst_sandboxchat_accounts.moc"
