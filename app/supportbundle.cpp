#include "app/supportbundle.h"

#include "app/requestlogfile.h"
#include "core/run/profilestore.h"
#include "core/run/servers.h"
#include "core/store/migrations.h"
#include "ui/text/checks.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslSocket>
#include <QSysInfo>
#include <algorithm>
#include <map>

namespace liaison::app {
namespace {

const QJsonValue null(QJsonValue::Null);

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? null : QJsonValue(text);
}

/// Codes and names of functions have this form; what has not could be anything.
QJsonValue codeOrNull(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_.:/-]{1,80}$"));
    return text.isEmpty() ? null : QJsonValue(form.match(text).hasMatch() ? text : QStringLiteral("other"));
}

/// The number alone of what a server calls its version.
QJsonValue versionOrNull(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9][0-9A-Za-z.+-]*"));
    return textOrNull(form.match(text).captured(0).left(40));
}

/// By code: an object would have keys that nobody described.
QJsonArray countsByCode(const std::map<QString, int> &counts)
{
    QJsonArray out;
    for (const auto &[code, n] : counts)
        out.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("count"), n}});
    return out;
}

class Bundle
{
public:
    explicit Bundle(const BundleFacts &facts) : f(facts)
    {
        for (const MoodleSettings &site : f.profile->moodle)
            know(site.url);
        know(f.profile->chat.url);
        // One base may begin another: the rest of the longer one is a name too.
        std::sort(m_bases.begin(), m_bases.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }

    QJsonObject take()
    {
        return {{QStringLiteral("format"), QStringLiteral("liaison-bundle")},
                {QStringLiteral("version"), 1},
                {QStringLiteral("madeAt"), f.at.iso()},
                {QStringLiteral("program"), program()},
                {QStringLiteral("profile"), profile()},
                {QStringLiteral("servers"), servers()},
                {QStringLiteral("store"), store()},
                {QStringLiteral("counts"), counts()},
                {QStringLiteral("requests"), requests()},
                {QStringLiteral("errors"), errors()}};
    }

private:
    void know(const QString &url)
    {
        const QString host = QUrl(url).host();
        if (!m_hosts.contains(host))
            m_hosts.insert(host, QStringLiteral("host-%1").arg(m_hosts.size() + 1));
        QString base = QUrl(url).path(QUrl::FullyEncoded); // as the log has it
        while (base.endsWith(u'/'))
            base.chop(1);
        if (!base.isEmpty())
            m_bases << base;
    }
    [[nodiscard]] QString pseudonym(const QString &url) const
    {
        return m_hosts.value(QUrl(url).host(), QStringLiteral("host-?"));
    }
    /// Without what comes before the servers' own paths: a base path can be the name of an institution.
    [[nodiscard]] QString ownPath(const QString &path) const
    {
        for (const QString &base : m_bases) {
            if (path.startsWith(QString(base + u'/')))
                return path.mid(base.size());
        }
        return path;
    }
    [[nodiscard]] static QJsonObject program();
    [[nodiscard]] QJsonObject profile() const;
    [[nodiscard]] QJsonArray servers() const;
    [[nodiscard]] QJsonObject server(const ServerDiagnosis &server) const;
    [[nodiscard]] QJsonObject store() const;
    [[nodiscard]] QJsonValue counts() const;
    [[nodiscard]] QJsonArray requests() const;
    [[nodiscard]] QJsonArray errors() const;

    const BundleFacts &f;
    QHash<QString, QString> m_hosts;
    QStringList m_bases;
};

QJsonObject Bundle::program()
{
    return {{QStringLiteral("version"), QCoreApplication::applicationVersion()},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("kernel"), QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())},
            {QStringLiteral("architecture"), QSysInfo::currentCpuArchitecture()},
            {QStringLiteral("tls"), QSslSocket::activeBackend()},
            {QStringLiteral("tlsLibrary"), QSslSocket::sslLibraryVersionString()}};
}

/// Of the profile's own export only what is a code, a number or a switch.
QJsonObject Bundle::profile() const
{
    const QJsonObject all = profileToJson(*f.profile);
    const QJsonObject policy = all[u"policy"].toObject();
    QJsonObject kept;
    for (const char *key : {"source", "preset", "inactiveEnrolment", "suspendedAccount", "createAccounts",
                            "pendingMinutes", "timeline", "measureRetention"}) {
        const QJsonValue value = policy[QLatin1String(key)];
        kept.insert(QLatin1String(key), value.isUndefined() ? null : value);
    }
    const Thresholds &t = f.profile->policy.thresholds;
    kept.insert(QStringLiteral("thresholds"), QJsonObject{{QStringLiteral("roomPercent"), t.roomPercent},
                                                          {QStringLiteral("roomFloor"), t.roomFloor},
                                                          {QStringLiteral("roomMax"), t.roomMax},
                                                          {QStringLiteral("roomHalfFrom"), t.roomHalfFrom},
                                                          {QStringLiteral("runMax"), t.runMax}});
    kept.insert(QStringLiteral("identity"), policy[u"identity"][u"rule"].toString(QStringLiteral("lower")));
    return {
        {QStringLiteral("environment"), f.profile->production ? QStringLiteral("production") : QStringLiteral("test")},
        {QStringLiteral("readOnly"), f.profile->readOnly},
        {QStringLiteral("moodles"), static_cast<int>(f.profile->moodle.size())},
        {QStringLiteral("connections"), f.profile->chat.connections},
        {QStringLiteral("authority"), !f.profile->chat.ca.isEmpty()},
        {QStringLiteral("proxy"), !f.profile->proxy.isEmpty()},
        {QStringLiteral("hours"), f.profile->hours.has_value()},
        {QStringLiteral("scope"), !f.profile->scope.isEverything()},
        {QStringLiteral("policy"), kept}};
}

QJsonObject Bundle::server(const ServerDiagnosis &server) const
{
    QJsonArray checks;
    for (const Check &check : server.checks) {
        // Not the arguments: they name accounts, tokens and addresses.
        checks.append(
            QJsonObject{{QStringLiteral("check"), check.step},
                        {QStringLiteral("result"), text::codeOf(check.result)},
                        {QStringLiteral("found"), textOrNull(check.found)},
                        {QStringLiteral("error"), check.error ? codeOrNull(text::errorCode(*check.error)) : null},
                        {QStringLiteral("right"), codeOrNull(check.right)}});
    }
    QJsonArray chain;
    for (const net::ShownCertificate &c : server.chain)
        chain.append(QJsonObject{{QStringLiteral("from"), c.from.iso()},
                                 {QStringLiteral("until"), c.until.iso()},
                                 {QStringLiteral("selfSigned"), c.selfSigned}});
    return {{QStringLiteral("server"), server.kind},
            {QStringLiteral("host"), pseudonym(server.url)},
            {QStringLiteral("encrypted"), server.url.startsWith(QLatin1String("https:"))},
            {QStringLiteral("version"), versionOrNull(server.version)},
            {QStringLiteral("proxy"), !server.proxy.isEmpty()},
            {QStringLiteral("strategy"), textOrNull(server.strategy)},
            {QStringLiteral("linkSource"), textOrNull(server.linkSource)},
            {QStringLiteral("missingCertificate"), !server.missing.isEmpty()},
            {QStringLiteral("chain"), chain},
            {QStringLiteral("checks"), checks}};
}

QJsonArray Bundle::servers() const
{
    QJsonArray out;
    if (f.diagnosis) {
        for (const ServerDiagnosis &one : f.diagnosis->servers)
            out.append(server(one));
    }
    return out;
}

QJsonObject Bundle::store() const
{
    std::map<QString, int> states;
    for (const store::RunRecord &run : f.runs)
        ++states[codeOf(run.state)];
    return {{QStringLiteral("schema"), static_cast<int>(store::migrations().size())},
            {QStringLiteral("links"), static_cast<qint64>(f.links)},
            {QStringLiteral("runs"), countsByCode(states)}};
}

QJsonValue Bundle::counts() const
{
    if (!f.diff)
        return null;
    std::map<QString, int> states, findings, causes, unknown, kinds, rules;
    const auto take = [&](const std::vector<Entry> &entries) {
        for (const Entry &entry : entries) {
            ++kinds[codeOf(kindOf(entry.change))];
            ++causes[codeOf(entry.change.cause)];
            if (entry.rule)
                ++rules[codeOf(*entry.rule)];
        }
    };
    const auto note = [&](const std::vector<Finding> &found, const std::vector<Unknown> &unread) {
        for (const Finding &finding : found)
            ++findings[codeOf(finding.code)];
        for (const Unknown &u : unread)
            ++unknown[codeOf(u.reason)];
    };
    for (const LinkRow &row : f.diff->links)
        ++states[codeOf(row.state)];
    take(f.diff->beforeRooms);
    note(f.diff->findings, f.diff->unknown);
    for (const RoomDiff &room : f.diff->rooms) {
        take(room.entries);
        note(room.findings, room.unknown);
    }
    return QJsonObject{
        {QStringLiteral("states"), countsByCode(states)}, {QStringLiteral("differences"), countsByCode(kinds)},
        {QStringLiteral("rules"), countsByCode(rules)},   {QStringLiteral("findings"), countsByCode(findings)},
        {QStringLiteral("causes"), countsByCode(causes)}, {QStringLiteral("unknown"), countsByCode(unknown)}};
}

QJsonArray Bundle::requests() const
{
    QJsonArray out;
    const QJsonArray all = requestLogJson(f.requests)[u"requests"].toArray();
    for (const QJsonValue &value : all) {
        QJsonObject one = value.toObject();
        one.insert(QStringLiteral("server"), pseudonym(one[u"server"].toString()));
        one.insert(QStringLiteral("path"), ownPath(one[u"path"].toString()));
        out.append(one);
    }
    return out;
}

QJsonArray Bundle::errors() const
{
    QJsonArray out;
    const auto add = [&](const QString &host, const Error &error) {
        out.append(QJsonObject{{QStringLiteral("host"), textOrNull(host)},
                               {QStringLiteral("error"), codeOrNull(text::errorCode(error))},
                               {QStringLiteral("status"), error.httpStatus > 0 ? QJsonValue(error.httpStatus) : null},
                               {QStringLiteral("serverCode"), codeOrNull(error.serverCode)}});
    };
    for (const std::optional<Error> &error : {f.error, f.readError}) {
        if (error)
            add({}, *error);
    }
    if (f.diagnosis) {
        for (const ServerDiagnosis &one : f.diagnosis->servers) {
            for (const Check &check : one.checks) {
                if (check.error)
                    add(pseudonym(one.url), *check.error);
            }
        }
    }
    return out;
}

} // namespace

QJsonObject bundleJson(const BundleFacts &facts)
{
    return Bundle(facts).take();
}

Result<void> writeBundle(const BundleFacts &facts, const QString &path)
{
    return writePrivately(path, QJsonDocument(bundleJson(facts)).toJson());
}

} // namespace liaison::app
