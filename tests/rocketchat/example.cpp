#include "tests/rocketchat/example.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace liaison::test {

namespace {

QString folder()
{
    return QStringLiteral(LIAISON_TEST_DATA "/rocketchat");
}

} // namespace

QStringList exampleFiles()
{
    return QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

net::HttpReply makeReply(int status, const QByteArray &body, const QByteArray &contentType)
{
    net::HttpReply reply;
    reply.status = status;
    reply.body = body;
    reply.headers << qMakePair(QByteArrayLiteral("content-type"), contentType);
    reply.serverDate = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    return reply;
}

net::HttpReply makeReply(const QJsonObject &body, int status)
{
    return makeReply(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Example loadExample(const QString &file)
{
    QFile f(folder() + u'/' + file);
    if (!f.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file));
    const QJsonObject o = QJsonDocument::fromJson(f.readAll()).object();
    const QJsonObject request = o.value(QLatin1String("request")).toObject();

    Example e;
    e.file = file;
    e.httpMethod = request.value(QLatin1String("method")).toString();
    e.path = request.value(QLatin1String("path")).toString();
    e.body = request.value(QLatin1String("body")).toObject();
    const QJsonObject query = request.value(QLatin1String("query")).toObject();
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (it->isArray()) {
            const QJsonArray values = it->toArray();
            for (const QJsonValue &value : values)
                e.query << qMakePair(it.key(), value.toString());
        } else {
            e.query << qMakePair(it.key(), it->toString());
        }
    }
    std::sort(e.query.begin(), e.query.end());

    const QJsonValue response = o.value(QLatin1String("response"));
    const int status = o.value(QLatin1String("http_status")).toInt();
    e.reply = response.isString() ? makeReply(status, response.toString().toUtf8(), "text/html")
                                  : makeReply(response.toObject(), status);
    const QJsonObject headers = o.value(QLatin1String("response_headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        e.reply.headers.prepend({it.key().toLower().toLatin1(), it->toString().toLatin1()});
    return e;
}

} // namespace liaison::test
