#include "core/sandbox/chat.h"
#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatids.h"
#include "core/sandbox/chatroutes.h"

#include <QCryptographicHash>

namespace liaison::sandbox::chat {

namespace {

constexpr auto patMethod = QLatin1String("personalAccessTokens:generateToken");

QByteArray newToken(State &s)
{
    return makeId(s.seed, QStringLiteral("token/") + QString::number(++s.serial), 43).toLatin1();
}

bool secondFactorByEmail(const State &s, const ChatUser &user)
{
    return settingOn(s.chat(), QStringLiteral("Accounts_TwoFactorAuthentication_Enabled")) &&
           settingOn(s.chat(), QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled")) &&
           !user.email.isEmpty();
}

QJsonObject factorDetails(const QString &method, const QString &emailOrUsername)
{
    const bool email = method == u"email";
    QJsonObject details{{QStringLiteral("method"), method},
                        {QStringLiteral("codeGenerated"), email},
                        {QStringLiteral("availableMethods"), email ? QJsonArray{method} : QJsonArray()}};
    if (email)
        details.insert(QStringLiteral("emailOrUsername"), emailOrUsername);
    return details;
}

/// Empty: it is the code that was sent. After five wrong ones that code is dead: contract section 1.
QString codeRefused(State &s, const ChatUser &user, const QString &code)
{
    constexpr int most = 5;
    int &wrong = s.wrongCodes[user.id];
    if (wrong >= most)
        return QStringLiteral("totp-max-attempts");
    if (code != SandboxRocketChat::emailCode) {
        ++wrong;
        return QStringLiteral("totp-invalid");
    }
    wrong = 0;
    return {};
}

QString codeText(const QString &refused)
{
    return refused == u"totp-invalid" ? QStringLiteral("TOTP Invalid")
                                      : QStringLiteral("TOTP Maximun Failed Attempts Reached"); // so it is spelt
}

QJsonObject session(const State &s, const ChatUser &user, const QByteArray &token)
{
    QJsonObject body{{QStringLiteral("status"), QStringLiteral("success")},
                     {QStringLiteral("data"), QJsonObject{{QStringLiteral("userId"), user.id},
                                                          {QStringLiteral("authToken"), QString::fromLatin1(token)},
                                                          {QStringLiteral("me"), selfDocument(s, user)}}}};
    if (s.version.atLeast(8, 8))
        body.insert(QStringLiteral("success"), true);
    return body;
}

Refusal tokenRefused(const char *code, const char *text, const QString &method = patMethod)
{
    return refuse(QLatin1String(code), QLatin1String(text), method);
}

const Token *namedToken(const State &s, const Call &call)
{
    const QString name = call.text(QStringLiteral("tokenName"));
    for (const Token *t : s.tokens.personal(call.caller)) {
        if (t->name == name)
            return t;
    }
    return nullptr;
}

} // namespace

Answer serverInfo(State &s, const Call &call)
{
    QJsonObject o{
        {QStringLiteral("version"), s.version.brief()},
        {QStringLiteral("minimumClientVersions"), QJsonObject{{QStringLiteral("desktop"), QStringLiteral("3.9.6")},
                                                              {QStringLiteral("mobile"), QStringLiteral("4.39.0")}}}};
    if (!s.may(call, QStringLiteral("view-statistics")))
        return o; // the patch number is hidden: contract 0.12
    const QString full = s.version.full();
    const QString date = isoMs(s.pastDate(QStringLiteral("build"), 80));
    const auto one = [](const char *k, const QJsonValue &v) { return std::pair(QString::fromLatin1(k), v); };
    o.insert(QStringLiteral("version"), full);
    o.insert(QStringLiteral("info"),
             QJsonObject{
                 one("version", full),
                 one("build", QJsonObject{one("date", date), one("nodeVersion", QStringLiteral("v22.16.0")),
                                          one("arch", QStringLiteral("x64")), one("platform", QStringLiteral("linux")),
                                          one("osRelease", QStringLiteral("6.1.0")), one("totalMemory", 16777216000.0),
                                          one("freeMemory", 1000000000.0), one("cpus", 4)}),
                 one("commit",
                     QJsonObject{one("hash", makeId(s.seed, full, 40)), one("date", date),
                                 one("author", QStringLiteral("sandbox")), one("subject", QStringLiteral("sandbox")),
                                 one("tag", full), one("branch", QStringLiteral("HEAD"))}),
                 one("marketplaceApiVersion", QStringLiteral("1.55.0"))});
    return o;
}

Answer login(State &s, const Call &call)
{
    const auto word = QStringLiteral("Unauthorized");
    const QString resume = call.text(QStringLiteral("resume"));
    if (!resume.isEmpty()) {
        const Token *t = s.tokens.find(resume.toUtf8());
        const QString id = t ? s.signedIn(t->user.toUtf8(), t->value, call.now) : QString();
        if (id.isEmpty())
            return loginRefused(s.version, word, word);
        return session(s, *s.index.user(id), resume.toUtf8());
    }
    // Any key but these hands the body to other login handlers, of which the sandbox has none: contract section 1.
    const QStringList keys = call.params.keys();
    for (const QString &k : keys) {
        if (k != u"user" && k != u"username" && k != u"email" && k != u"password" && k != u"code")
            return loginRefused(s.version, word, word);
    }
    QString name = call.text(QStringLiteral("user"));
    if (name.isEmpty())
        name = call.text(QStringLiteral("username"));
    if (name.isEmpty())
        name = call.text(QStringLiteral("email"));
    const ChatUser *user = name.contains(u'@') ? s.index.userByEmail(name) : s.index.userByName(name);
    if (!user || !user->active || s.revoked || call.text(QStringLiteral("password")) != s.passwordOf(user->id))
        return loginRefused(s.version, word, word);
    Token token;
    if (secondFactorByEmail(s, *user)) {
        QString code = call.text(QStringLiteral("code"));
        if (code.isEmpty())
            code = QString::fromUtf8(call.code);
        if (code.isEmpty())
            return loginRefused(s.version, QStringLiteral("totp-required"), QStringLiteral("TOTP Required"),
                                factorDetails(QStringLiteral("email"), name));
        if (const QString refused = codeRefused(s, *user, code); !refused.isEmpty())
            return loginRefused(s.version, refused, codeText(refused),
                                {{QStringLiteral("method"), QStringLiteral("email")}});
        token.proved = call.now;
    }
    token.value = newToken(s);
    token.user = user->id;
    token.created = call.now;
    const QByteArray value = token.value;
    s.tokens.add(std::move(token));
    s.lastLogins.insert(user->id, call.now);
    return session(s, *user, value);
}

Answer logout(State &s, const Call &call)
{
    s.tokens.remove(call.token);
    return QJsonObject{
        {QStringLiteral("status"), QStringLiteral("success")},
        {QStringLiteral("data"), QJsonObject{{QStringLiteral("message"), QStringLiteral("You've been logged out!")}}}};
}

Answer me(State &s, const Call &call)
{
    QJsonObject o = selfDocument(s, *s.index.user(call.caller));
    // `status` here is the presence, not the word of old answers: say so by being complete.
    o.insert(QStringLiteral("success"), true);
    return o;
}

Answer permissionsListAll(State &s, const Call &call)
{
    const QString since = call.text(QStringLiteral("updatedSince"));
    if (!since.isEmpty() && !Instant::fromIso(since).isKnown())
        return refuse(QStringLiteral("error-roomId-param-invalid"),
                      QStringLiteral("The \"updatedSince\" query parameter must be a valid date."));
    QJsonArray update;
    for (const auto &[id, roles] : s.permissions.all()) {
        if (since.isEmpty())
            update.append(
                QJsonObject{{QStringLiteral("_id"), id}, {QStringLiteral("roles"), QJsonArray::fromStringList(roles)}});
    }
    return QJsonObject{{QStringLiteral("update"), update}, {QStringLiteral("remove"), QJsonArray()}};
}

Expected<bool> secondFactor(State &s, const Call &call)
{
    Token *token = s.tokens.find(call.token);
    const ChatUser *user = s.index.user(call.caller);
    if (!token || !user || token->bypass ||
        !settingOn(s.chat(), QStringLiteral("Accounts_TwoFactorAuthentication_Enabled")))
        return true;
    const bool email = secondFactorByEmail(s, *user);
    if (!email && !settingOn(s.chat(), QStringLiteral("Accounts_TwoFactorAuthentication_Enforce_Password_Fallback")))
        return true;
    const std::int64_t remembered =
        settingNumber(s.chat(), QStringLiteral("Accounts_TwoFactorAuthentication_RememberFor"), 1800) *
        std::int64_t{1000};
    if (token->proved.isKnown() && call.now.ms < token->proved.ms + remembered)
        return true;
    const QString method = email ? QStringLiteral("email") : QStringLiteral("password");
    if (call.code.isEmpty()) {
        Refusal r = refuse(QStringLiteral("totp-required"), QStringLiteral("TOTP Required"));
        r.value().details = factorDetails(method, user->username);
        return r;
    }
    const auto wrong = QStringLiteral("totp-invalid");
    if (call.codeMethod != method.toUtf8())
        return refuse(wrong, codeText(wrong), method);
    if (email) {
        if (const QString refused = codeRefused(s, *user, QString::fromUtf8(call.code)); !refused.isEmpty())
            return refuse(refused, codeText(refused), method);
    } else if (call.code !=
               QCryptographicHash::hash(s.passwordOf(user->id).toUtf8(), QCryptographicHash::Sha256).toHex()) {
        return refuse(wrong, codeText(wrong), method);
    }
    token->proved = call.now;
    return true;
}

Answer tokensList(State &s, const Call &call)
{
    QJsonArray list;
    for (const Token *t : s.tokens.personal(call.caller)) {
        list.append(QJsonObject{{QStringLiteral("name"), t->name},
                                {QStringLiteral("createdAt"), isoMs(t->created)},
                                {QStringLiteral("lastTokenPart"), QString::fromLatin1(t->value.right(6))},
                                {QStringLiteral("bypassTwoFactor"), t->bypass}});
    }
    return QJsonObject{{QStringLiteral("tokens"), list}};
}

Answer tokenGenerate(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("create-personal-access-tokens")))
        return deny(QStringLiteral("not-authorized"), QStringLiteral("Not Authorized"), patMethod);
    Token token;
    token.name = call.text(QStringLiteral("tokenName"));
    if (token.name.isEmpty())
        return refusePlain(QStringLiteral("The 'tokenName' param is required"));
    if (namedToken(s, call))
        return tokenRefused("error-token-already-exists", "A token with this name already exists");
    token.bypass = call.on(QStringLiteral("bypassTwoFactor"));
    token.value = newToken(s);
    token.user = call.caller;
    token.created = call.now;
    const QString shown = QString::fromLatin1(token.value);
    s.tokens.add(std::move(token));
    return QJsonObject{{QStringLiteral("token"), shown}};
}

Answer tokenRegenerate(State &s, const Call &call)
{
    const Token *old = namedToken(s, call);
    if (!old)
        return tokenRefused("error-token-does-not-exists", "Token does not exist",
                            QStringLiteral("personalAccessTokens:regenerateToken"));
    Token token = *old;
    s.tokens.remove(old->value);
    token.value = newToken(s);
    token.created = call.now;
    const QString shown = QString::fromLatin1(token.value);
    s.tokens.add(std::move(token));
    return QJsonObject{{QStringLiteral("token"), shown}};
}

Answer tokenRemove(State &s, const Call &call)
{
    const Token *old = namedToken(s, call);
    if (!old)
        return tokenRefused("error-token-does-not-exists", "Token does not exist",
                            QStringLiteral("personalAccessTokens:removeToken"));
    s.tokens.remove(QByteArray(old->value));
    return QJsonObject();
}

} // namespace liaison::sandbox::chat
