#include "core/run/profile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace liaison {
namespace {

tl::unexpected<Error> inputError(const char *code, const QString &detail)
{
    Error e;
    e.kind = ErrorKind::Input;
    e.code = QString::fromLatin1(code);
    e.where = detail;
    return fail(std::move(e));
}

/// Walks a configuration and remembers the first thing that is wrong, with its place.
class ConfigReader
{
public:
    [[nodiscard]] Result<void> result() const { return m_error ? fail(*m_error) : Result<void>(); }

    QJsonObject object(const QJsonObject &parent, const char *key, const QStringList &allowed, const QString &place)
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
    void only(const QJsonObject &o, const QStringList &allowed, const QString &place)
    {
        for (auto it = o.begin(); it != o.end(); ++it) {
            if (!allowed.contains(it.key()))
                refuse("unknown-config-key", place + it.key());
        }
    }
    QString text(const QJsonObject &o, const char *key, const QString &place, const QString &fallback = {})
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined() || v.isNull())
            return fallback;
        if (!v.isString())
            refuse("bad-config", place + QLatin1String(key));
        return v.toString();
    }
    bool flag(const QJsonObject &o, const char *key, const QString &place, bool fallback)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined())
            return fallback;
        if (!v.isBool())
            refuse("bad-config", place + QLatin1String(key));
        return v.toBool();
    }
    int number(const QJsonObject &o, const char *key, const QString &place, int fallback, int least, int most)
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
    QStringList texts(const QJsonValue &v, const QString &place)
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
    template <class T>
    T choice(const QJsonObject &o, const char *key, const QString &place,
             std::initializer_list<std::pair<const char *, T>> values, T fallback)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined() || v.isNull())
            return fallback;
        for (const auto &[name, value] : values) {
            if (v.toString() == QLatin1String(name))
                return value;
        }
        refuse("bad-config", place + QLatin1String(key));
        return fallback;
    }
    void refuse(const char *code, const QString &detail)
    {
        if (m_error)
            return;
        Error e;
        e.kind = ErrorKind::Input;
        e.code = QString::fromLatin1(code);
        e.where = detail;
        m_error = e;
    }

private:
    std::optional<Error> m_error;
};

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
    r.flag(o, "measureRetention", at, false);
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

Result<std::optional<QString>> secret(const Environment &env, const QString &name)
{
    if (const auto value = env(name); value && !value->isEmpty())
        return value;
    const auto file = env(name + QLatin1String("_FILE"));
    if (!file || file->isEmpty())
        return std::optional<QString>();
    QFile f(*file);
    if (!f.open(QIODevice::ReadOnly))
        return inputError("file-not-readable", *file);
    return std::optional<QString>(QString::fromUtf8(f.read(64 * 1024)).trimmed());
}

} // namespace

Result<QString> cleanUrl(const QString &typed)
{
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || (scheme != u"http" && scheme != u"https") || url.host().isEmpty() ||
        !url.userInfo().isEmpty())
        return inputError("bad-url", typed.trimmed().left(200));
    url.setScheme(scheme);
    url.setQuery(QString());
    url.setFragment(QString());
    static const QRegularExpression page(
        QStringLiteral("/(home|my|login|login/index\\.php|index\\.php|api|api/v1|group|channel|direct)(/[^/]*)?/?$"));
    QString path = url.path();
    path.remove(page);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url.toString();
}

Result<Profile> profileFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return inputError("bad-config", QStringLiteral("%1: %2").arg(parsing.offset).arg(parsing.errorString()));
    const QJsonObject o = document.object();
    if (o.value(QLatin1String("format")) != QLatin1String("liaison-config"))
        return inputError("bad-config", QStringLiteral("format"));
    if (o.value(QLatin1String("version")).toInt() != 1)
        return inputError("bad-config", QStringLiteral("version"));

    ConfigReader r;
    r.only(o,
           {QStringLiteral("format"), QStringLiteral("version"), QStringLiteral("name"), QStringLiteral("environment"),
            QStringLiteral("readOnly"), QStringLiteral("moodle"), QStringLiteral("chat"), QStringLiteral("proxy"),
            QStringLiteral("hours"), QStringLiteral("scope"), QStringLiteral("policy")},
           {});
    Profile p;
    p.name = r.text(o, "name", {});
    p.production = r.choice<bool>(o, "environment", {}, {{"test", false}, {"production", true}}, false);
    p.readOnly = r.flag(o, "readOnly", {}, false);
    p.proxy = r.text(o, "proxy", {});
    if (const QString hours = r.text(o, "hours", {}); !hours.isEmpty()) {
        p.hours = hoursFrom(hours);
        if (!p.hours)
            r.refuse("bad-config", QStringLiteral("hours"));
    }
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

Result<Profile> profileFromEnvironment(const Environment &env)
{
    Profile p;
    ConfigReader none;
    p.policy = readPolicy(none, {});
    MoodleSettings site;
    for (const auto &[name, target] : {std::pair(QStringLiteral("LIAISON_MOODLE_URL"), &site.url),
                                       std::pair(QStringLiteral("LIAISON_CHAT_URL"), &p.chat.url)}) {
        const auto value = secret(env, name);
        if (!value)
            return fail(value.error());
        if (!*value)
            return inputError("missing-setting", name);
        const auto url = cleanUrl(**value);
        if (!url)
            return fail(url.error());
        *target = *url;
    }
    p.moodle.push_back(site);
    return p;
}

Result<void> addSecrets(Profile &p, const Environment &env)
{
    const auto need = [&](const QString &name, QString &target) -> Result<void> {
        const auto value = secret(env, name);
        if (!value)
            return fail(value.error());
        if (!*value)
            return inputError("missing-setting", name);
        target = **value;
        return {};
    };
    for (MoodleSettings &site : p.moodle) {
        const QString name = site.id == u"main" ? QStringLiteral("LIAISON_MOODLE_TOKEN")
                                                : QString(QLatin1String("LIAISON_MOODLE_TOKEN_") + site.id.toUpper());
        if (auto done = need(name, site.token); !done) {
            // A profile with one site of another name may still use the short variable.
            if (p.moodle.size() != 1 || name == u"LIAISON_MOODLE_TOKEN" ||
                !need(QStringLiteral("LIAISON_MOODLE_TOKEN"), site.token))
                return done;
        }
    }
    if (p.chat.user.isEmpty()) {
        if (auto done = need(QStringLiteral("LIAISON_CHAT_USER"), p.chat.user); !done)
            return done;
    }
    return need(QStringLiteral("LIAISON_CHAT_TOKEN"), p.chat.token);
}

} // namespace liaison
