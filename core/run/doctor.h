#pragma once

#include "core/model/check.h"
#include "core/net/probe.h"
#include "core/net/requestlog.h"
#include "core/run/campus.h"

namespace liaison {

/// What was learned of one server; what its checks are judged from.
struct Examined
{
    net::Probe way;        ///< name, TCP, TLS
    ServerReport report;   ///< `error`: of the way, else of the first call; then nothing else in here is known
    bool down = false;     ///< with an error: trying later can help (design 12.3)
    bool readOnly = false; ///< of the profile: rights to write are then too many

    moodle::SiteInfo info;                           ///< Moodle
    std::optional<Error> companionError, linksError; ///< Moodle: refused or not read
    QString pluginVersion;                           ///< Moodle: of mod_rocketchat ("2024010900"), as far as told
    chat::ServerVersion pluginTalksTo;               ///< Moodle: of the chat server of the profile, as far as told

    chat::ServerVersion version;           ///< chat; also where the token was refused
    QStringList roles;                     ///< chat: server roles of our account
    std::optional<Error> permissionsError; ///< chat: no right is known
    std::optional<chat::TokenFacts> token; ///< chat: nullopt: not told
    Instant tokenFirstUsed;                ///< chat, a login token: when it first worked from here, the server's time
    std::optional<net::RequestLog::Limit> limit; ///< chat: as last told
    int limitWait = 0;                           ///< chat: seconds that requests wait at the moment
    Instant askedAt;                             ///< machine's time of `limit`
    std::optional<Error> tokenError;       ///< chat: its kind could not be read
    std::optional<Error> roomsError;       ///< chat: our own rooms, and with them our roles there, could not be read
    QStringList pluginAccounts;            ///< chat: ids or logins that the plugins sign in with, as far as told
    QString accountId;                     ///< chat
};

/// The steps in the order in which they are tried: name, tcp, tls, http, token, version, account, token-strength,
/// clock, then for a Moodle companion, plugin, plugin-defects, enrolments, links, for a chat server rate-limit, members,
/// grants, and at the end the rights by feature (rights-read, rights-protection, rights-add, ...), each right one check. Pure.
[[nodiscard]] std::vector<Check> checksOf(const Examined &examined);

/// Functions a token of this product has no use for: those that delete come first. `readOnly`: the companion's writing
/// functions are among them.
struct StrongFunctions
{
    QStringList destructive, writing;
};
[[nodiscard]] StrongFunctions strongFunctions(const QSet<QString> &functions, bool readOnly);

struct ServerDiagnosis
{
    QString kind; ///< "moodle" or "rocketchat"
    QString site; ///< Moodle site id
    QString url, version, account;
    std::vector<Check> checks;
    std::vector<net::ShownCertificate> chain; ///< as the server showed it, trusted or not
    QString missing;                          ///< the certificate that a trusted chain would need: net::Probe::missing
    std::optional<Error> error;               ///< what stopped the examination
    bool down = false;
    QString proxy; ///< "host:port" of the proxy that is used; empty = none
    QString strategy, linkSource;
};
struct Diagnosis
{
    std::vector<ServerDiagnosis> servers; ///< the Moodles in order of the profile, then the chat server
    Instant at;                           ///< this machine's time
};
[[nodiscard]] ServerDiagnosis diagnosisOf(const Examined &examined); ///< without the step new-accounts

/// Examines every server of the profile, each alone: one that is down, wrong or refuses says nothing about the others.
/// Reads only; steps after one that failed are not tried. `clock`: this machine's time. Errors: the store, cancelled.
/// Blocking: for a worker thread that is not of `servers.pool`.
[[nodiscard]] Result<Diagnosis> diagnose(Servers &servers, const Profile &profile, store::Memory &memory,
                                         const std::function<Instant()> &clock, const ProgressSink &progress,
                                         const net::CancelToken &cancel);

} // namespace liaison
