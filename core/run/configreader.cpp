#include "core/run/configreader.h"

namespace liaison {

Result<void> ConfigReader::result() const
{
    return m_error ? fail(*m_error) : Result<void>();
}

QJsonObject ConfigReader::object(const QJsonObject &parent, const char *key, const QStringList &allowed,
                                 const QString &place)
{
    const QJsonValue v = parent.value(QLatin1String(key));
    if (v.isUndefined() || v.isNull())
        return {};
    const QString at = place + QLatin1String(key);
    if (!v.isObject()) {
        refuse("bad-config", at);
        return {};
    }
    only(v.toObject(), allowed, at + u'.');
    return v.toObject();
}

void ConfigReader::only(const QJsonObject &o, const QStringList &allowed, const QString &place)
{
    for (auto it = o.begin(); it != o.end(); ++it) {
        if (!allowed.contains(it.key()))
            refuse("unknown-config-key", place + it.key());
    }
}

QString ConfigReader::text(const QJsonObject &o, const char *key, const QString &place, const QString &fallback)
{
    const QJsonValue v = o.value(QLatin1String(key));
    if (v.isUndefined() || v.isNull())
        return fallback;
    if (!v.isString())
        refuse("bad-config", place + QLatin1String(key));
    return v.toString();
}

bool ConfigReader::flag(const QJsonObject &o, const char *key, const QString &place, bool fallback)
{
    const QJsonValue v = o.value(QLatin1String(key));
    if (v.isUndefined())
        return fallback;
    if (!v.isBool())
        refuse("bad-config", place + QLatin1String(key));
    return v.toBool();
}

int ConfigReader::number(const QJsonObject &o, const char *key, const QString &place, int fallback, int least, int most)
{
    const QJsonValue v = o.value(QLatin1String(key));
    if (v.isUndefined())
        return fallback;
    const double d = v.toDouble(-1e18);
    if (!v.isDouble() || d < least || d > most || d != static_cast<int>(d)) {
        refuse("bad-config", place + QLatin1String(key));
        return fallback;
    }
    return static_cast<int>(d);
}

QStringList ConfigReader::texts(const QJsonValue &v, const QString &place)
{
    QStringList out;
    if (v.isUndefined())
        return out;
    if (!v.isArray())
        refuse("bad-config", place);
    const QJsonArray items = v.toArray();
    for (const QJsonValue &item : items) {
        if (!item.isString())
            refuse("bad-config", place);
        out << item.toString();
    }
    return out;
}

void ConfigReader::refuse(const char *code, const QString &place)
{
    if (m_error)
        return;
    Error e;
    e.kind = ErrorKind::Input;
    e.code = QString::fromLatin1(code);
    e.where = place;
    m_error = e;
}

} // namespace liaison
