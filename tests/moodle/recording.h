#pragma once

#include "core/net/httpclient.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// The recordings of tests/data/moodle, made back into the bytes that Moodle sent.
namespace liaison::moodle::test {

struct Recording
{
    QString function; ///< wsfunction; empty where the call was no web service
    net::HttpReply reply;
    bool isCall = true; ///< false: a file that holds counts instead of one call
};

/// Compact JSON as Moodle writes it: `\uXXXX` beyond ASCII and `\/` (contract section 1).
inline QByteArray wire(const QByteArray &compact)
{
    QByteArray out;
    const QString text = QString::fromUtf8(compact);
    for (const QChar c : text) {
        if (c == u'/')
            out += "\\/";
        else if (c.unicode() < 0x80)
            out += char(c.unicode());
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

inline QByteArray wire(const QJsonValue &value)
{
    if (value.isObject())
        return wire(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return wire(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wire(list.mid(1, list.size() - 2));
}

inline QJsonObject readJson(const QString &file)
{
    QFile f(QStringLiteral(LIAISON_TEST_DATA "/moodle/") + file);
    if (!f.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(file));
    return QJsonDocument::fromJson(f.readAll()).object();
}

inline QStringList recordings()
{
    return QDir(QStringLiteral(LIAISON_TEST_DATA "/moodle")).entryList({QStringLiteral("*.json")}, QDir::Files);
}

/// Where `response` is a text, the content type tells a JSON string (core_course_edit_module) from a page.
inline Recording load(const QString &file)
{
    const QJsonObject json = readJson(file);
    Recording r;
    if (!json.contains(QStringLiteral("http_status"))) {
        r.isCall = false;
        return r;
    }
    const QJsonObject form = json.value(QStringLiteral("request")).toObject().value(QStringLiteral("form")).toObject();
    r.function = form.value(QStringLiteral("wsfunction")).toString();
    r.reply.status = json.value(QStringLiteral("http_status")).toInt();
    const QJsonObject headers = json.value(QStringLiteral("response_headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        r.reply.headers.append({it.key().toLower().toLatin1(), it.value().toString().toUtf8()});
    const QJsonValue response = json.value(QStringLiteral("response"));
    const bool page =
        response.isString() && (r.reply.header("content-type") != "application/json" || response.toString().isEmpty());
    r.reply.body = page ? response.toString().toUtf8() : wire(response);
    return r;
}

} // namespace liaison::moodle::test
