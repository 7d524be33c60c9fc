#include "core/sandbox/control.h"

#include "core/sandbox/front.h"
#include "core/sandbox/worldjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace liaison::sandbox {
namespace {

Reply json(const QJsonObject &object)
{
    Reply reply;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

Reply refusal(int status, const char *code, const QString &detail)
{
    Reply reply = json({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                                              {QStringLiteral("detail"), detail}}}});
    reply.status = status;
    return reply;
}

Reply refusal(const Error &error)
{
    return refusal(400, error.code.toLatin1().constData(), error.detail);
}

std::optional<Reply> refused(const HttpRequest &request)
{
    if (!request.header("origin").isNull())
        return refusal(403, "origin", QStringLiteral("requests of web pages are refused"));
    const QByteArray host = request.header("host");
    const QByteArray name = host.mid(0, host.lastIndexOf(':'));
    if (name != "127.0.0.1" && name != "localhost")
        return refusal(403, "host", QStringLiteral("expected 127.0.0.1"));
    if (request.method != "POST")
        return std::nullopt;
    const QByteArray header = request.header("content-type").toLower();
    const QByteArray type = header.mid(0, header.indexOf(';')).trimmed();
    // The type of forms is what curl -d and urllib write where nobody said anything; the body itself decides then.
    if (!type.isEmpty() && type != "application/json" && type != "application/x-www-form-urlencoded")
        return refusal(415, "not-json", u"Content-Type " + QString::fromLatin1(type));
    return std::nullopt;
}

Reply setClock(Front &front, const QByteArray &body)
{
    QJsonParseError parse;
    const QJsonObject object = QJsonDocument::fromJson(body, &parse).object();
    if (parse.error != QJsonParseError::NoError)
        return refusal(400, "not-json", parse.errorString());
    if (object.size() != 1)
        return refusal(400, "bad-clock", QStringLiteral("expected {\"now\"} or {\"advance\"}"));
    const QString key = object.begin().key();
    const QJsonValue value = object.begin().value();
    if (key == u"now") {
        const auto now = instantFromText(value.toString().toStdString());
        if (!now)
            return refusal(400, "bad-clock", QStringLiteral("now: expected a date like 2026-11-20T08:00:00Z"));
        front.clock().set(*now);
    } else if (key == u"advance") {
        const double seconds = value.toDouble(std::nan(""));
        if (!(std::abs(seconds) < 1e10))
            return refusal(400, "bad-clock", QStringLiteral("advance: expected seconds"));
        front.clock().advance(std::llround(seconds * 1000));
    } else {
        return refusal(400, "bad-clock", key + u": unknown key");
    }
    return json({{QStringLiteral("now"), QString::fromLatin1(instantToText(front.clock().now()))}});
}

Reply post(Front &front, const HttpRequest &request, const QString &what)
{
    if (what == u"/world") {
        auto world = worldFromJson(request.body);
        if (!world)
            return refusal(world.error());
        front.replaceWorld(std::move(*world));
        return json(front.ready());
    }
    if (what == u"/faults") {
        const auto faults = faultsFromJson(request.body);
        if (!faults)
            return refusal(faults.error());
        front.addFaults(*faults);
        return json({{QStringLiteral("added"), qint64(faults->size())}});
    }
    return setClock(front, request.body);
}

Reply get(Front &front, const QString &what)
{
    if (what.isEmpty())
        return json(front.ready());
    if (what == u"/noise") {
        const auto noise = front.noise();
        if (!noise)
            return refusal(404, "not-counted", QStringLiteral("this chat server does not count"));
        return json(
            {{QStringLiteral("messages"), noise->messages}, {QStringLiteral("notifications"), noise->notifications}});
    }
    Reply reply;
    if (what == u"/requests")
        reply.body = front.log().toJson();
    else if (what == u"/world")
        reply.body = worldToJson(front.world());
    else
        return json({{QStringLiteral("now"), QString::fromLatin1(instantToText(front.clock().now()))}});
    return reply;
}

} // namespace

Reply controlReply(Front &front, const HttpRequest &request, const QString &path)
{
    if (const auto no = refused(request))
        return *no;
    const QString what = path == u"/" ? QString() : path;
    struct Verb
    {
        const char *what, *methods;
    };
    static constexpr Verb verbs[] = {{"", "GET"},       {"/requests", "GET DELETE"}, {"/world", "GET POST"},
                                     {"/noise", "GET"}, {"/faults", "POST DELETE"},  {"/clock", "GET POST"}};
    for (const Verb &verb : verbs) {
        if (what != QLatin1String(verb.what))
            continue;
        if (!QByteArray(verb.methods).split(' ').contains(request.method))
            return refusal(405, "method", QLatin1String(verb.methods));
        if (request.method == "GET")
            return get(front, what);
        if (request.method == "POST")
            return post(front, request, what);
        if (what == u"/faults")
            front.clearFaults();
        else
            front.log().clear();
        return json({});
    }
    return refusal(404, "unknown", what);
}

} // namespace liaison::sandbox
