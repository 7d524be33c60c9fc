#include "core/run/profile.h"

#include "core/base/inputerror.h"
#include "core/run/configreader.h"
#include "core/run/profilepolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace liaison {
Result<Profile> profileFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return fail(inputError("bad-config", QStringLiteral("%1: %2").arg(parsing.offset).arg(parsing.errorString())));
    const QJsonObject o = document.object();
    if (o.value(QLatin1String("format")) != QLatin1String("liaison-config"))
        return fail(inputError("bad-config", QStringLiteral("format")));
    if (o.value(QLatin1String("version")).toInt() != 1)
        return fail(inputError("bad-config", QStringLiteral("version")));

    ConfigReader r;
    r.only(o,
           {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("name"), QStringLiteral("environment"),
            QStringLiteral("readOnly"), QStringLiteral("askAgainBeforeApply"), QStringLiteral("moodle"),
            QStringLiteral("chat"), QStringLiteral("proxy"), QStringLiteral("timeoutSeconds"), QStringLiteral("hours"),
            QStringLiteral("scope"), QStringLiteral("policy"), QStringLiteral("snapshot")},
           {});
    Profile p;
    p.name = r.text(o, "name", {});
    p.production = r.choice<bool>(o, "environment", {}, {{"test", false}, {"production", true}}, false);
    p.readOnly = r.flag(o, "readOnly", {}, false);
    r.flag(o, "askAgainBeforeApply", {}, false); // see askAgainOf
    p.snapshot = r.text(o, "snapshot", {});
    if (!p.snapshot.isEmpty()) { // servers, scope and policy are those of whoever published it
        for (const char *other : {"moodle", "chat", "proxy", "timeoutSeconds", "hours", "scope", "policy"}) {
            if (o.contains(QLatin1String(other)) && !o.value(QLatin1String(other)).isNull())
                r.refuse("bad-config", QString::fromLatin1(other));
        }
        p.readOnly = true;
        if (const auto ok = r.result(); !ok)
            return fail(ok.error());
        return p;
    }
    p.proxy = r.text(o, "proxy", {});
    if (const QString hours = r.text(o, "hours", {}); !hours.isEmpty()) {
        p.hours = hoursFrom(hours);
        if (!p.hours)
            r.refuse("bad-config", QStringLiteral("hours"));
    }
    if (!o.value(QLatin1String("timeoutSeconds")).isNull() && o.contains(QLatin1String("timeoutSeconds")))
        p.timeoutSeconds = r.number(o, "timeoutSeconds", {}, 30, 1, 3600);
    if (!QUrl(p.proxy).password().isEmpty()) // a secret; its place is the keychain
        r.refuse("bad-config", QStringLiteral("proxy"));
    const QJsonValue sites = o.value(QLatin1String("moodle"));
    if (!sites.isUndefined() && !sites.isArray())
        r.refuse("bad-config", QStringLiteral("moodle"));
    const QJsonArray list = sites.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = QStringLiteral("moodle[%1].").arg(i);
        const QJsonObject m = list[i].toObject();
        r.only(m,
               {QStringLiteral("id"), QStringLiteral("url"), QStringLiteral("ca"), QStringLiteral("pluginAccount"),
                QStringLiteral("namePrefix")},
               at);
        MoodleSettings site;
        site.id = r.text(m, "id", at, QStringLiteral("main"));
        static const QRegularExpression idRule(QStringLiteral("^[a-z0-9_]{1,16}$"));
        if (!idRule.match(site.id).hasMatch())
            r.refuse("bad-config", at + QLatin1String("id"));
        for (const MoodleSettings &other : p.moodle) {
            if (other.id == site.id)
                r.refuse("bad-config", at + QLatin1String("id"));
        }
        const auto url = cleanUrl(r.text(m, "url", at));
        if (url)
            site.url = *url;
        else
            r.refuse("bad-config", at + QLatin1String("url"));
        site.ca = r.text(m, "ca", at);
        site.pluginAccount = r.text(m, "pluginAccount", at);
        site.namePrefix = r.text(m, "namePrefix", at);
        p.moodle.push_back(site);
    }
    if (p.moodle.empty())
        r.refuse("bad-config", QStringLiteral("moodle"));
    const QJsonObject chat = r.object(o, "chat",
                                      {QStringLiteral("kind"), QStringLiteral("url"), QStringLiteral("user"),
                                       QStringLiteral("ca"), QStringLiteral("connections")},
                                      {});
    r.choice<int>(chat, "kind", QStringLiteral("chat."), {{"rocketchat", 0}}, 0);
    const auto chatUrl = cleanUrl(r.text(chat, "url", QStringLiteral("chat.")));
    if (chatUrl)
        p.chat.url = *chatUrl;
    else
        r.refuse("bad-config", QStringLiteral("chat.url"));
    p.chat.user = r.text(chat, "user", QStringLiteral("chat."));
    p.chat.ca = r.text(chat, "ca", QStringLiteral("chat."));
    p.chat.connections = r.number(chat, "connections", QStringLiteral("chat."), 6, 1, 64);
    const QJsonObject scope = r.object(
        o, "scope", {QStringLiteral("categories"), QStringLiteral("courses"), QStringLiteral("expression")}, {});
    p.scope.categories = r.texts(scope.value(QLatin1String("categories")), QStringLiteral("scope.categories"));
    p.scope.courses = r.texts(scope.value(QLatin1String("courses")), QStringLiteral("scope.courses"));
    p.scope.expression = r.text(scope, "expression", QStringLiteral("scope."));
    if (!QRegularExpression(p.scope.expression).isValid())
        r.refuse("bad-config", QStringLiteral("scope.expression"));
    p.policy = readPolicy(r, o);
    if (const auto ok = r.result(); !ok)
        return fail(ok.error());
    return p;
}

} // namespace liaison
