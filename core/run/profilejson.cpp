#include "core/run/profilestore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace liaison {
namespace {

/// Sets `key`, or takes it away where the value is the default: missing keys take their defaults, in every release.
void put(QJsonObject &o, const char *key, const QJsonValue &value, bool isDefault)
{
    if (isDefault)
        o.remove(QLatin1String(key));
    else
        o.insert(QLatin1String(key), value);
}

void put(QJsonObject &o, const char *key, const QString &text)
{
    put(o, key, text, text.isEmpty());
}

QJsonObject siteOf(const QJsonObject &base, const QString &id)
{
    const QJsonArray sites = base.value(QLatin1String("moodle")).toArray();
    for (const QJsonValue &site : sites) {
        if (site[u"id"].toString(QStringLiteral("main")) == id)
            return site.toObject();
    }
    return {};
}

} // namespace

QJsonObject profileToJson(const Profile &p, const QJsonObject &base)
{
    QJsonObject o = base;
    o.insert(QStringLiteral("format"), QStringLiteral("liaison-config"));
    o.insert(QStringLiteral("version"), 1);
    put(o, "name", p.name);
    put(o, "environment", QStringLiteral("production"), !p.production);
    put(o, "readOnly", true, !p.readOnly);
    if (!p.snapshot.isEmpty()) {
        o.insert(QStringLiteral("snapshot"), p.snapshot);
        return o;
    }
    QJsonArray sites;
    for (const MoodleSettings &site : p.moodle) {
        QJsonObject m = siteOf(base, site.id);
        m.insert(QStringLiteral("id"), site.id);
        m.insert(QStringLiteral("url"), site.url);
        put(m, "ca", site.ca);
        put(m, "pluginAccount", site.pluginAccount);
        put(m, "namePrefix", site.namePrefix);
        sites.append(m);
    }
    o.insert(QStringLiteral("moodle"), sites);
    QJsonObject chat = base.value(QLatin1String("chat")).toObject();
    chat.insert(QStringLiteral("url"), p.chat.url);
    put(chat, "user", p.chat.user);
    put(chat, "ca", p.chat.ca);
    put(chat, "connections", p.chat.connections, p.chat.connections == ChatSettings().connections);
    o.insert(QStringLiteral("chat"), chat);
    put(o, "proxy", p.proxy);
    QJsonObject scope = base.value(QLatin1String("scope")).toObject();
    put(scope, "categories", QJsonArray::fromStringList(p.scope.categories), p.scope.categories.isEmpty());
    put(scope, "courses", QJsonArray::fromStringList(p.scope.courses), p.scope.courses.isEmpty());
    put(scope, "expression", p.scope.expression);
    put(o, "scope", scope, scope.isEmpty());
    return o;
}

} // namespace liaison
