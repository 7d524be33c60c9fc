#include "core/run/profilepolicy.h"

#include <QRegularExpression>

namespace liaison {
namespace {

const QStringList roleKeys{QStringLiteral("moderator"), QStringLiteral("member")};

RoleNames roleNames(ConfigReader &r, const QJsonObject &o, const QString &place)
{
    RoleNames names;
    if (o.contains(QLatin1String("moderator")))
        names.moderator = r.texts(o.value(QLatin1String("moderator")), place + QLatin1String("moderator"));
    if (o.contains(QLatin1String("member")))
        names.member = r.texts(o.value(QLatin1String("member")), place + QLatin1String("member"));
    return names;
}

QMap<QString, RoleNames> roleLevel(ConfigReader &r, const QJsonObject &roles, const char *key)
{
    QMap<QString, RoleNames> level;
    const QString place = QLatin1String("policy.roles.") + QLatin1String(key);
    const QJsonValue v = roles.value(QLatin1String(key));
    if (!v.isUndefined() && !v.isObject())
        r.refuse("bad-config", place);
    const QJsonObject o = v.toObject();
    for (auto it = o.begin(); it != o.end(); ++it) {
        const QString at = place + u'.' + it.key() + u'.';
        r.only(it.value().toObject(), roleKeys, at);
        level.insert(it.key(), roleNames(r, it.value().toObject(), at));
    }
    return level;
}

Treatment treatmentOr(ConfigReader &r, const QJsonObject &o, const char *key, std::optional<Treatment> &out)
{
    const QJsonValue v = o.value(QLatin1String(key));
    if (v.isUndefined() || v.isNull())
        return Treatment::Expected;
    out = r.choice<Treatment>(
        o, key, QStringLiteral("policy."),
        {{"expected", Treatment::Expected}, {"not-expected", Treatment::NotExpected}, {"keep", Treatment::Keep}},
        Treatment::Expected);
    return *out;
}

} // namespace

Policy readPolicy(ConfigReader &r, const QJsonObject &root)
{
    Policy p;
    p.roles.site = {QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")},
                    QStringList{QStringLiteral("student")}};
    const QString at = QStringLiteral("policy.");
    const QJsonObject o =
        r.object(root, "policy",
                 {QStringLiteral("source"), QStringLiteral("preset"), QStringLiteral("inactiveEnrolment"),
                  QStringLiteral("suspendedAccount"), QStringLiteral("roles"), QStringLiteral("groups"),
                  QStringLiteral("identity"), QStringLiteral("exclude"), QStringLiteral("apiAccounts"),
                  QStringLiteral("createAccounts"), QStringLiteral("pendingMinutes"), QStringLiteral("timeline"),
                  QStringLiteral("measureRetention"), QStringLiteral("retention"), QStringLiteral("thresholds")},
                 {});
    p.source = r.choice<PolicySource>(
        o, "source", at,
        {{"auto", PolicySource::Auto}, {"plugin", PolicySource::Plugin}, {"console", PolicySource::Console}},
        PolicySource::Auto);
    p.preset =
        r.choice<Preset>(o, "preset", at, {{"plugin", Preset::AsPlugin}, {"strict", Preset::Strict}}, Preset::AsPlugin);
    treatmentOr(r, o, "inactiveEnrolment", p.inactiveEnrolment);
    treatmentOr(r, o, "suspendedAccount", p.suspendedAccount);

    const QJsonObject roles = r.object(
        o, "roles",
        {QStringLiteral("site"), QStringLiteral("categories"), QStringLiteral("courses"), QStringLiteral("activities")},
        at);
    if (roles.contains(QLatin1String("site"))) {
        const RoleNames site = roleNames(r, r.object(roles, "site", roleKeys, QStringLiteral("policy.roles.")),
                                         QStringLiteral("policy.roles.site."));
        if (site.moderator)
            p.roles.site.moderator = site.moderator;
        if (site.member)
            p.roles.site.member = site.member;
        p.roles.configured = site.moderator || site.member;
    }
    p.roles.categories = roleLevel(r, roles, "categories");
    p.roles.courses = roleLevel(r, roles, "courses");
    p.roles.activities = roleLevel(r, roles, "activities");

    const QJsonValue groups = o.value(QLatin1String("groups"));
    if (!groups.isUndefined() && !groups.isObject())
        r.refuse("bad-config", QStringLiteral("policy.groups"));
    const QJsonObject groupRules = groups.toObject();
    for (auto it = groupRules.begin(); it != groupRules.end(); ++it) {
        std::vector<qint64> ids;
        const QJsonArray list = it.value().toArray();
        for (const QJsonValue &id : list) {
            if (!id.isDouble())
                r.refuse("bad-config", QLatin1String("policy.groups.") + it.key());
            ids.push_back(id.toInteger());
        }
        p.groups.insert(it.key(), ids);
    }

    const QJsonObject identity = r.object(
        o, "identity",
        {QStringLiteral("rule"), QStringLiteral("pattern"), QStringLiteral("replace"), QStringLiteral("exceptions")},
        at);
    const QString inIdentity = QStringLiteral("policy.identity.");
    p.identity.rule = r.choice<IdentityRule>(identity, "rule", inIdentity,
                                             {{"lower", IdentityRule::Lower},
                                              {"same", IdentityRule::Same},
                                              {"strip-domain", IdentityRule::StripDomain},
                                              {"regex", IdentityRule::Regex},
                                              {"email", IdentityRule::Email},
                                              {"idnumber", IdentityRule::IdNumber}},
                                             IdentityRule::Lower);
    p.identity.pattern = r.text(identity, "pattern", inIdentity);
    p.identity.replacement = r.text(identity, "replace", inIdentity);
    if (p.identity.rule == IdentityRule::Regex && !QRegularExpression(p.identity.pattern).isValid())
        r.refuse("bad-config", inIdentity + QLatin1String("pattern"));
    const QJsonObject exceptions = identity.value(QLatin1String("exceptions")).toObject();
    for (auto it = exceptions.begin(); it != exceptions.end(); ++it) {
        if (!it.value().isString())
            r.refuse("bad-config", inIdentity + QLatin1String("exceptions.") + it.key());
        p.identity.exceptions.insert(it.key().toLower(), it.value().toString());
    }

    p.exclude = r.texts(o.value(QLatin1String("exclude")), QStringLiteral("policy.exclude"));
    p.apiAccounts = r.texts(o.value(QLatin1String("apiAccounts")), QStringLiteral("policy.apiAccounts"));
    p.createAccounts = r.flag(o, "createAccounts", at, false);
    p.pendingMinutes = r.number(o, "pendingMinutes", at, 30, 0, 100000);
    p.timeline = r.flag(o, "timeline", at, false);
    p.measureRetention = r.flag(o, "measureRetention", at, false);
    const QJsonObject retention = r.object(o, "retention", {QStringLiteral("default")}, at);
    if (retention.value(QLatin1String("default")).isObject()) {
        const QString in = QStringLiteral("policy.retention.default.");
        const QJsonObject d = r.object(retention, "default",
                                       {QStringLiteral("enabled"), QStringLiteral("maxAge"),
                                        QStringLiteral("filesOnly"), QStringLiteral("excludePinned")},
                                       QStringLiteral("policy.retention."));
        p.retentionDefault = RetentionDefault{r.flag(d, "enabled", in, true), r.number(d, "maxAge", in, 90, 1, 100000),
                                              r.flag(d, "filesOnly", in, false), r.flag(d, "excludePinned", in, false)};
    }
    const QString inThresholds = QStringLiteral("policy.thresholds.");
    const QJsonObject t =
        r.object(o, "thresholds",
                 {QStringLiteral("roomPercent"), QStringLiteral("roomFloor"), QStringLiteral("roomMax"),
                  QStringLiteral("roomHalfFrom"), QStringLiteral("runMax")},
                 at);
    p.thresholds.roomPercent = r.number(t, "roomPercent", inThresholds, 20, 0, 100);
    p.thresholds.roomFloor = r.number(t, "roomFloor", inThresholds, 5, 0, 1000000);
    p.thresholds.roomMax = r.number(t, "roomMax", inThresholds, 25, 0, 1000000);
    p.thresholds.roomHalfFrom = r.number(t, "roomHalfFrom", inThresholds, 4, 0, 1000000);
    p.thresholds.runMax = r.number(t, "runMax", inThresholds, 200, 0, 10000000);
    return p;
}

} // namespace liaison
