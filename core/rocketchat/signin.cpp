#include "core/rocketchat/signin.h"

#include "core/rocketchat/answer.h"
#include "core/rocketchat/errors.h"
#include "core/rocketchat/json.h"

#include <QCryptographicHash>

namespace liaison::rocketchat {
namespace {

Call post(const QString &name, std::optional<QJsonObject> body)
{
    Call call;
    call.method = net::Method::Post;
    call.name = name;
    call.path = QStringLiteral("/api/v1/") + name;
    call.body = std::move(body);
    call.write = true; // sent once, whatever becomes of the answer
    return call;
}

/// The method of "totp-required", which stands in `details` (contract section 1).
QString methodAsked(const net::HttpReply &reply)
{
    const auto document = json::Document::parse(reply.body);
    if (!document)
        return {};
    bool ok = true;
    const json::Fields root(document->root(), ok);
    const auto details = root.maybeObject("details");
    const QString method = details ? details->label("method") : QString();
    return method.isEmpty() ? QStringLiteral("totp") : method;
}

/// True where the refusal is about a second factor; `e` then says so.
bool aboutFactor(Error &e, const net::HttpReply &reply)
{
    const char *code = nullptr;
    if (e.serverCode == u"totp-required")
        code = "two-factor";
    else if (e.serverCode == u"totp-invalid")
        code = "wrong-code";
    else if (e.serverCode == u"totp-max-attempts")
        code = "too-many-codes";
    else
        return false;
    e.code = QString::fromLatin1(code);
    e.kind = ErrorKind::Unauthorized;
    if (e.code == u"two-factor")
        e.serverCode = methodAsked(reply);
    return true;
}

} // namespace

namespace requests {

Call login(const QString &user, const QString &password, const QString &code)
{
    QJsonObject body{{QStringLiteral("user"), user}, {QStringLiteral("password"), password}};
    if (!code.isEmpty())
        body.insert(QStringLiteral("code"), code);
    return post(QStringLiteral("login"), body);
}

Call generateToken(const QString &name)
{
    return post(QStringLiteral("users.generatePersonalAccessToken"),
                QJsonObject{{QStringLiteral("tokenName"), name}, {QStringLiteral("bypassTwoFactor"), true}});
}

Call logout()
{
    return post(QStringLiteral("logout"), std::nullopt);
}

} // namespace requests

void addFactor(net::HttpRequest &request, const SecondFactor &factor)
{
    request.headers << qMakePair(QByteArrayLiteral("x-2fa-code"), factor.code)
                    << qMakePair(QByteArrayLiteral("x-2fa-method"), factor.method.toUtf8());
}

QByteArray passwordFactor(const QString &password)
{
    return QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Sha256).toHex();
}

Result<OpenedSession> parseOpenedSession(const net::HttpReply &reply)
{
    const QString method = QStringLiteral("login");
    const auto document = open(reply, method);
    if (!document) {
        Error e = document.error();
        if (aboutFactor(e, reply))
            return fail(e);
        if (e.kind == ErrorKind::Unauthorized || e.kind == ErrorKind::Forbidden || e.kind == ErrorKind::Rejected) {
            e.kind = ErrorKind::Unauthorized;
            e.code = QStringLiteral("wrong-chat-login");
        }
        return fail(e);
    }
    bool ok = true;
    const json::Fields root(document->root(), ok);
    const auto data = root.maybeObject("data");
    if (!data)
        return fail(badFields(reply, method));
    OpenedSession session{data->id("userId"), {}, data->text("authToken").toUtf8()};
    if (!ok || session.token.isEmpty())
        return fail(badFields(reply, method));
    if (const auto me = data->maybeObject("me"))
        session.username = me->label("username");
    return session;
}

Result<QString> parseGeneratedToken(const net::HttpReply &reply)
{
    const QString method = QStringLiteral("users.generatePersonalAccessToken");
    const auto document = open(reply, method);
    if (!document) {
        Error e = document.error();
        if (aboutFactor(e, reply))
            return fail(e);
        if (e.code == code::noPermission)
            e.serverCode = QStringLiteral("create-personal-access-tokens");
        else if (e.serverCode == u"error-token-already-exists")
            e.code = QStringLiteral("token-name-taken");
        return fail(e);
    }
    bool ok = true;
    const json::Fields root(document->root(), ok);
    const QString token = root.id("token");
    return ok ? Result<QString>(token) : Result<QString>(fail(badFields(reply, method)));
}

Result<QStringList> parseTokenNames(const net::HttpReply &reply)
{
    const QString method = QStringLiteral("users.getPersonalAccessTokens");
    const auto document = open(reply, method);
    if (!document)
        return fail(document.error());
    bool ok = true;
    const json::Fields root(document->root(), ok);
    QStringList names;
    json::forEach(root.array("tokens"), ok, [&names](const json::Fields &token) { names << token.label("name"); });
    return ok ? Result<QStringList>(names) : Result<QStringList>(fail(badFields(reply, method)));
}

} // namespace liaison::rocketchat
