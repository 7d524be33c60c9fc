#include "tests/ui/samplecampus.h"

namespace liaison::tests {
namespace {

net::Probe sampleWay(const QString &host, const QString &address, const QString &expires)
{
    net::Probe way;
    way.host = host;
    way.port = 443;
    way.name = QStringList{address};
    way.tcp = 4;
    const QString shown = QStringLiteral("4A:91:0C:7E:55:D2:19:BB:E0:34:76:8F:21:AC:9D:03:"
                                         "6E:B8:F2:5A:C7:10:48:93:DE:2F:61:70:0B:C4:9A:35");
    way.chain = {{host, QStringLiteral("GEANT OV RSA CA 4, GEANT Vereniging"),
                  Instant::fromIso(QStringLiteral("2026-03-14T00:00:00Z")), Instant::fromIso(expires), shown, false},
                 {QStringLiteral("GEANT OV RSA CA 4, GEANT Vereniging"),
                  QStringLiteral("USERTrust RSA Certification Authority, The USERTRUST Network"),
                  Instant::fromIso(QStringLiteral("2020-02-18T00:00:00Z")),
                  Instant::fromIso(QStringLiteral("2033-05-01T23:59:59Z")), shown, false}};
    way.tls =
        net::Certificate{QStringLiteral("GEANT Vereniging"), QStringLiteral("TLS 1.3"), Instant::fromIso(expires)};
    return way;
}

RightRow right(const char *name, std::optional<bool> held, const char *feature, int missingIn = 0)
{
    return {QString::fromLatin1(name), held, QString::fromLatin1(feature), missingIn};
}

Examined sampleMoodle()
{
    Examined e;
    e.way = sampleWay(QStringLiteral("moodle.trois-rives.example"), QStringLiteral("192.0.2.24"),
                      QStringLiteral("2027-03-14T00:00:00Z"));
    e.report.kind = QStringLiteral("moodle");
    e.report.site = QStringLiteral("main");
    e.report.url = QStringLiteral("https://moodle.trois-rives.example");
    e.report.version = QStringLiteral("4.5.2 (Build: 20250210)");
    e.report.account = QStringLiteral("liaison");
    e.report.companion = QStringLiteral("1.2");
    e.report.plugin = QStringLiteral("1.6.5");
    e.pluginVersion = QStringLiteral("2024010900");
    e.report.strategy = QStringLiteral("companion");
    e.report.linkSource = QStringLiteral("companion");
    e.report.skewMs = 400;
    e.report.readAt = sampleMoment();
    e.info.version = QStringLiteral("2024100702");
    e.info.functions = {QStringLiteral("core_course_delete_courses"), QStringLiteral("core_user_update_users"),
                        QStringLiteral("local_liaison_get_links")};
    e.report.rights = {right("local_liaison_get_info", true, "read"),
                       right("local_liaison_get_links", true, "read"),
                       right("local_liaison_get_memberships", true, "read"),
                       right("local_liaison_get_people", true, "read"),
                       right("moodle/course:view", true, "read"),
                       right("moodle/user:viewdetails", true, "read"),
                       right("moodle/site:accessallgroups", false, "read")};
    return e;
}

Examined sampleChat(bool down)
{
    Examined e;
    e.way = sampleWay(QStringLiteral("chat.trois-rives.example"), QStringLiteral("192.0.2.31"),
                      QStringLiteral("2026-12-02T00:00:00Z"));
    e.report.kind = QStringLiteral("rocketchat");
    e.report.url = QStringLiteral("https://chat.trois-rives.example");
    if (down) {
        e.way.tls = fail(
            Error{ErrorKind::Tls, {}, QStringLiteral("chat.trois-rives.example"), 0, QStringLiteral("unknown-ca"), {}});
        e.way.chain.pop_back();
        e.way.missing = e.way.chain.back().issuer;
        e.report.error = e.way.error();
        return e;
    }
    e.report.version = QStringLiteral("7.10");
    e.version = {7, 10, QStringLiteral("7.10")};
    e.report.account = QStringLiteral("liaison.api");
    e.report.strategy = QStringLiteral("members-by-role");
    e.report.skewMs = 100;
    e.report.readAt = sampleMoment();
    e.roles = {QStringLiteral("bot"), QStringLiteral("user")};
    e.pluginAccounts = {QStringLiteral("liaison.api")};
    e.token = chat::TokenFacts{chat::TokenFacts::Kind::Personal,
                               QStringLiteral("liaison-poste12"),
                               Instant::fromIso(QStringLiteral("2026-09-04T08:00:00Z")),
                               {}};
    e.report.rights = {right("api-bypass-rate-limit", true, "read"),
                       right("view-room-administration", true, "read"),
                       right("view-full-other-user-info", true, "protection"),
                       right("add-user-to-joined-room", true, "add"),
                       right("set-moderator", true, "promote", 3),
                       right("remove-user", true, "remove"),
                       right("edit-room", true, "settings"),
                       right("edit-room-retention-policy", true, "settings"),
                       right("archive-room", true, "settings"),
                       right("unarchive-room", false, "settings")};
    return e;
}

} // namespace

Instant sampleMoment()
{
    return Instant::fromIso(QStringLiteral("2026-11-20T09:12:00Z"));
}

ui::Backend::DiagnosisPtr sampleDiagnosis(SampleServers servers)
{
    auto diagnosis = std::make_shared<Diagnosis>();
    diagnosis->servers = {diagnosisOf(sampleMoodle()), diagnosisOf(sampleChat(servers == SampleServers::ChatDown))};
    diagnosis->at = sampleMoment();
    return diagnosis;
}

} // namespace liaison::tests
