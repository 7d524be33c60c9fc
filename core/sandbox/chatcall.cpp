#include "core/sandbox/chatcall.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::sandbox::chat {

namespace {

QJsonObject fromQuery(const QUrlQuery &query)
{
    QJsonObject params;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        // A decoded key may still carry its brackets encoded.
        QString name = key.contains(u'%') ? QUrl::fromPercentEncoding(key.toUtf8()) : key;
        const bool list = name.endsWith(u"[]");
        if (list)
            name.chop(2);
        if (list || params.contains(name)) {
            const QJsonValue before = params.value(name);
            QJsonArray all = before.isArray() ? before.toArray() : QJsonArray();
            if (before.isString())
                all.append(before);
            all.append(value);
            params.insert(name, all);
        } else {
            params.insert(name, value);
        }
    }
    return params;
}

} // namespace

QStringList Call::texts(const QString &name) const
{
    const QJsonValue v = params.value(name);
    if (v.isString())
        return {v.toString()};
    QStringList list;
    const QJsonArray all = v.toArray();
    for (const QJsonValue &e : all)
        list.append(e.toString());
    return list;
}

bool Call::on(const QString &name) const
{
    const QJsonValue v = params.value(name);
    return v.toBool() || v.toString() == u"true";
}

void takeHeaders(Call &call, const Request &request)
{
    call.now = request.now;
    call.code = request.header("x-2fa-code");
    call.codeMethod = request.header("x-2fa-method");
}

std::optional<Call> parseCall(const Request &request)
{
    Call call;
    takeHeaders(call, request);
    call.get = request.method == "GET" || request.method == "HEAD";
    if (request.path == u"/api/info") {
        call.route = QStringLiteral("info");
    } else if (request.path.startsWith(u"/api/v1/")) {
        call.route = request.path.mid(8);
        while (call.route.endsWith(u'/'))
            call.route.chop(1);
        if (call.route == u"info")
            call.route = QStringLiteral("v1/info"); // gone since 4.0
    } else if (request.path.startsWith(u"/hooks/")) {
        call.argument = request.path.mid(7);
        call.route = QStringLiteral("hooks/:id/:token");
    } else {
        return std::nullopt;
    }
    if (call.route.startsWith(u"settings/")) {
        call.argument = call.route.mid(9);
        call.route = QStringLiteral("settings/:_id");
    }
    if (call.get) {
        call.params = fromQuery(request.query);
    } else if (request.header("content-type").startsWith("application/x-www-form-urlencoded")) {
        call.params = fromQuery(QUrlQuery(QString::fromUtf8(request.body).replace(u'+', u' ')));
    } else if (!request.body.isEmpty()) {
        const QJsonDocument doc = QJsonDocument::fromJson(request.body);
        call.readable = doc.isObject();
        call.params = doc.object();
    }
    return call;
}

} // namespace liaison::sandbox::chat
