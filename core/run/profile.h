#pragma once

#include "core/base/result.h"
#include "core/model/policy.h"
#include "core/run/hours.h"
#include "core/secrets/secretstore.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace liaison {

struct MoodleSettings
{
    QString id = QStringLiteral("main");
    QString url;
    QString ca;            ///< the institution's CA: a PEM file, or the PEM text itself (travels with the profile)
    QString pluginAccount; ///< chat login or id that the plugin signs in with
    QString namePrefix;    ///< of room names; empty = sha1 of the site's URL
    QString token;         ///< never in a file
};

struct ChatSettings
{
    QString url;
    QString user; ///< login or id
    QString ca;   ///< as above
    int connections = 6;
    QString token; ///< never in a file
};

/// Everything that belongs to one pair of servers: the export format of design section 8, and its secrets beside it.
struct Profile
{
    QString name;
    bool production = false;
    bool readOnly = false;
    std::vector<MoodleSettings> moodle;
    ChatSettings chat;
    QString proxy;         ///< "http://[user@]host:port" or "socks5://..."; empty = the system's
    QString proxyPassword; ///< never in a file
    /// A published snapshot (core/snapfile): every answer comes from that file, no server is asked and nothing can be
    /// planned. Empty: a profile of servers. `moodle` and `chat` are empty where this is set.
    QString snapshot;
    std::optional<Hours> hours; ///< when it may write; nullopt = always
    std::optional<int> timeoutSeconds; ///< for one answer; nullopt: 30, and 120 for the calls known to be slow
    Scope scope;
    Policy policy;
};

/// Reads "liaison-config" version 1. Errors (Input): "bad-config" with the place, "unknown-config-key" with its name.
[[nodiscard]] Result<Profile> profileFromJson(const QByteArray &json);

/// What the environment is asked for: a name gives a value, or nothing.
using Environment = std::function<std::optional<QString>(const QString &)>;

/// A profile from LIAISON_MOODLE_URL, LIAISON_CHAT_URL and LIAISON_CHAT_USER alone.
[[nodiscard]] Result<Profile> profileFromEnvironment(const Environment &environment);

/// Where tokens rest that the environment does not give.
struct TokenStore
{
    secrets::SecretStore *store = nullptr;
    /// The profile was chosen by name: a token that is not there is said by its server ("no-token"), and a keychain
    /// that cannot be asked is an error. Else both are "missing-setting" with the variable's name.
    bool named = false;
};

/// Fills in tokens (and the chat user where the profile has none): environment, then NAME_FILE, then `store`. Blocks
/// on the store: for a worker thread. Errors: see TokenStore; "file-not-readable"; those of the store.
[[nodiscard]] Result<void> addSecrets(Profile &profile, const Environment &environment, const TokenStore &store = {});

/// Checks and cleans what a person typed: http(s) with a host; page paths such as /login or /api/v1 are cut, a base
/// path stays. Error "bad-url".
[[nodiscard]] Result<QString> cleanUrl(const QString &typed);

} // namespace liaison
