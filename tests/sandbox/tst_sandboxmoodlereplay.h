#pragma once

#include "tst_sandboxmoodle.h"

/// Asking what was recorded, and comparing the answer with the recorded one.
namespace liaison::sandbox::test {

/// Keys of a recording that the sandbox may leave out, and why.
inline const QMap<QString, QString> optionalKeys{
    {QStringLiteral("institution"), QStringLiteral("left out by Moodle when empty, and the world has none")},
    {QStringLiteral("city"), QStringLiteral("left out by Moodle when empty, and the world has none")},
    {QStringLiteral("country"), QStringLiteral("left out by Moodle when empty, and the world has none")},
};
/// Keys that may be here and not there: optional fields that the recorded entry happened to leave out.
inline const QMap<QString, QString> extraKeys{
    {QStringLiteral("idnumber"), QStringLiteral("a person without number has no such field")},
};
/// Null in the one and a value in the other: known optional cells.
inline bool mayDiffer(const QString &path)
{
    return path.contains(QLatin1String(".columns[10]")) || path.contains(QLatin1String(".columns[7]"));
}

inline QString compare(const QJsonValue &ours, const QJsonValue &recorded, const QString &path)
{
    if (ours.type() != recorded.type())
        return mayDiffer(path)
                   ? QString()
                   : QStringLiteral("%1: type %2, recorded %3").arg(path).arg(ours.type()).arg(recorded.type());
    if (ours.isArray()) {
        const QJsonArray a = ours.toArray(), b = recorded.toArray();
        const bool sections = path.endsWith(QLatin1String("modules")); // the world's activities share one section
        if (!sections && a.isEmpty() != b.isEmpty())
            return path + QStringLiteral(": empty on one side only");
        for (int i = 0; i < std::min(a.size(), b.size()); ++i) {
            const QString wrong = compare(a[i], b[i], QStringLiteral("%1[%2]").arg(path).arg(i));
            if (!wrong.isEmpty())
                return wrong;
        }
        return QString();
    }
    if (!ours.isObject())
        return QString();
    const QJsonObject a = ours.toObject(), b = recorded.toObject();
    for (auto at = a.begin(); at != a.end(); ++at) {
        if (!b.contains(at.key())) {
            if (!extraKeys.contains(at.key()))
                return QStringLiteral("%1: key %2 was not recorded").arg(path, at.key());
            continue;
        }
        const QString wrong = compare(at.value(), b[at.key()], path + u'.' + at.key());
        if (!wrong.isEmpty())
            return wrong;
    }
    for (auto at = b.begin(); at != b.end(); ++at) {
        if (!a.contains(at.key()) && !optionalKeys.contains(at.key()))
            return QStringLiteral("%1: key %2 is missing").arg(path, at.key());
    }
    return QString();
}

/// The recorded request, with our token where one was sent.
inline Request replay(const Campus &campus, const QJsonObject &recorded)
{
    const QJsonObject asked = recorded[QLatin1String("request")].toObject();
    const QStringList target = asked[QLatin1String("path")].toString().split(u'?');
    Form form;
    const QJsonObject fields = asked[QLatin1String("form")].toObject();
    for (auto at = fields.begin(); at != fields.end(); ++at) {
        QString value = at.value().toVariant().toString();
        if (value == u"<wstoken>")
            value = QString::fromLatin1(token);
        form.append({at.key(), value});
    }
    Request request = campus.request(target.first(), form);
    request.method = asked[QLatin1String("method")].toString().toLatin1();
    if (target.size() > 1)
        request.query = QUrlQuery(QString(target.last()).replace(QLatin1String("<token>"), QString::fromLatin1(token)));
    if (request.method == "GET")
        request.body.clear();
    return request;
}

} // namespace liaison::sandbox::test
