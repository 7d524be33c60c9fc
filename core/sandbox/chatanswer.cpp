#include "core/sandbox/chatanswer.h"

#include <QJsonDocument>

namespace liaison::sandbox::chat {

namespace {

constexpr auto loggedOut = QLatin1String("You must be logged in to do this.");
constexpr auto noEndpoint = QLatin1String("API endpoint does not exist");

} // namespace

Version Version::parse(const QString &text)
{
    const QStringList parts = text.split(u'.');
    Version v;
    bool major = false, minor = false;
    const int a = parts.value(0).toInt(&major);
    const int b = parts.value(1).toInt(&minor);
    if (!major || !minor)
        return v;
    return {a, b, parts.value(2).toInt()};
}

Refusal refuse(const QString &code, const QString &text, const QString &method)
{
    Failure f;
    f.text = text;
    f.code = code;
    if (!method.isEmpty())
        f.details.insert(QStringLiteral("method"), method);
    return Refusal(f);
}

Refusal refusePlain(const QString &text)
{
    Failure f;
    f.text = text;
    return Refusal(f);
}

Refusal deny(const QString &code, const QString &text, const QString &method, const QString &action)
{
    Refusal r = refuse(code, text, method);
    r.value().permission = true;
    if (!action.isEmpty())
        r.value().details.insert(QStringLiteral("action"), action);
    return r;
}

Refusal forbid()
{
    Refusal r = refusePlain(QStringLiteral("unauthorized"));
    r.value().status = 403;
    r.value().permission = true;
    return r;
}

Refusal forbidEndpoint()
{
    Refusal r = refuse(QStringLiteral("error-unauthorized"),
                       QStringLiteral("User does not have the permissions required for this action"));
    r.value().status = 403;
    r.value().permission = true;
    r.value().typed = false;
    return r;
}

Refusal invalidParams(const QString &text, bool typedEndpoint, bool query)
{
    Refusal r = refuse(
        typedEndpoint && query ? QStringLiteral("error-invalid-params") : QStringLiteral("invalid-params"), text);
    r.value().bracketed = !typedEndpoint;
    return r;
}

Refusal roomNotFound()
{
    return refuse(QStringLiteral("error-room-not-found"),
                  QStringLiteral("The required \"roomId\" or \"roomName\" param provided does not match any group"));
}

Reply json(int status, const QJsonObject &body)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return reply;
}

Reply render(Answer answer, const Version &version)
{
    if (answer && answer->isText()) {
        Reply reply;
        reply.body = answer->takeText();
        reply.body.chop(1);
        reply.body += reply.body.size() > 1 ? ",\"success\":true}" : "\"success\":true}";
        return reply;
    }
    if (answer) {
        QJsonObject body = answer->values();
        if (!body.contains(u"status"))
            body.insert(QStringLiteral("success"), true);
        return json(200, body);
    }
    const Failure &f = answer.error();
    if (!f.body.isEmpty())
        return json(f.status, f.body);
    QJsonObject body{{QStringLiteral("success"), false}};
    const bool tail = f.bracketed && !f.code.isEmpty();
    QString error = f.text;
    if (tail)
        error += (error.isEmpty() ? QStringLiteral("[") : QStringLiteral(" [")) + f.code + u']';
    body.insert(QStringLiteral("error"), error);
    if (f.permission && version.atLeast(9, 0)) {
        body.insert(QStringLiteral("errorType"), QStringLiteral("error-forbidden"));
        return json(403, body);
    }
    if (f.typed && !f.code.isEmpty())
        body.insert(QStringLiteral("errorType"), f.code);
    if (!f.details.isEmpty())
        body.insert(QStringLiteral("details"), f.details);
    return json(f.status, body);
}

Reply notLoggedIn(const Version &version)
{
    QJsonObject body;
    if (version.atLeast(8, 0)) {
        body.insert(QStringLiteral("success"), false);
        body.insert(QStringLiteral("error"), loggedOut);
    }
    if (!version.atLeast(9, 0)) {
        body.insert(QStringLiteral("status"), QStringLiteral("error"));
        body.insert(QStringLiteral("message"), loggedOut);
    }
    return json(401, body);
}

Refusal loginRefused(const Version &version, const QString &error, const QString &message, const QJsonObject &details)
{
    Failure f;
    f.status = 401;
    f.body.insert(QStringLiteral("error"), error);
    if (version.atLeast(8, 0))
        f.body.insert(QStringLiteral("success"), false);
    if (!version.atLeast(9, 0)) {
        f.body.insert(QStringLiteral("status"), QStringLiteral("error"));
        f.body.insert(QStringLiteral("message"), message);
    }
    if (!details.isEmpty())
        f.body.insert(QStringLiteral("details"), details);
    return Refusal(f);
}

Reply webClient()
{
    Reply reply;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = "<!DOCTYPE html>\n<html><head><title>Rocket.Chat</title></head><body><div id=\"react-root\"></div>"
                 "</body></html>";
    return reply;
}

Reply unknownEndpoint(const Version &version)
{
    // 7.3 is where clients tell membersOrderedByRole from its absence: contract sections 2 and 10.
    if (!version.atLeast(7, 3))
        return webClient();
    return json(404, {{QStringLiteral("success"), false}, {QStringLiteral("error"), noEndpoint}});
}

Reply wrongMethod(const Version &version)
{
    if (version.atLeast(8, 0))
        return json(405, {{QStringLiteral("success"), false}, {QStringLiteral("error"), noEndpoint}});
    return json(405, {{QStringLiteral("status"), QStringLiteral("error")}, {QStringLiteral("message"), noEndpoint}});
}

Reply tooManyRequests(int seconds, int limit, Instant reset)
{
    Reply reply = json(429, {{QStringLiteral("success"), false},
                             {QStringLiteral("error"),
                              QStringLiteral("Error, too many requests. Please slow down. You must wait %1 seconds "
                                             "before trying this endpoint again. [error-too-many-requests]")
                                  .arg(seconds)}});
    reply.headers.append(QPair<QByteArray, QByteArray>("X-RateLimit-Limit", QByteArray::number(limit)));
    reply.headers.append(QPair<QByteArray, QByteArray>("X-RateLimit-Remaining", "0"));
    reply.headers.append(
        QPair<QByteArray, QByteArray>("X-RateLimit-Reset", QByteArray::number(static_cast<qlonglong>(reset.ms))));
    return reply;
}

} // namespace liaison::sandbox::chat
