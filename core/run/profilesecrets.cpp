#include "core/run/profile.h"
#include "core/run/profilepolicy.h"

#include <QFile>
#include <QUrl>

namespace liaison {
namespace {

tl::unexpected<Error> inputError(const char *code, const QString &detail)
{
    return fail(Error{ErrorKind::Input, QString::fromLatin1(code), detail, 0, {}, {}});
}

/// The variable, else the content of the file that NAME_FILE names.
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

QString tokenVariable(const QString &site)
{
    return site == u"main" ? QStringLiteral("LIAISON_MOODLE_TOKEN")
                           : QString(QLatin1String("LIAISON_MOODLE_TOKEN_") + site.toUpper());
}

/// One token: environment, file, keychain. What is said when there is none depends on how the profile was chosen.
Result<void> fill(QString &target, const Environment &env, const QStringList &variables, const secrets::SecretKey &key,
                  const TokenStore &store)
{
    for (const QString &name : variables) {
        auto value = secret(env, name);
        if (!value)
            return fail(value.error());
        if (*value) {
            target = **value;
            return {};
        }
    }
    if (store.store) {
        auto kept = secrets::waitFor(store.store->read(key));
        if (kept && *kept) {
            target = **kept;
            return {};
        }
        // A script that gives its tokens by environment is not told of a keychain it never asked for.
        if (!kept && (store.named || kept.error().code != u"keychain-unavailable"))
            return fail(kept.error());
        if (kept && store.named)
            return inputError("no-token", QString(key.server + QLatin1String(", ") + key.account));
    }
    return inputError("missing-setting", variables.front());
}

} // namespace

Result<Profile> profileFromEnvironment(const Environment &env)
{
    Profile p;
    ConfigReader none;
    p.policy = readPolicy(none, {});
    if (const auto snapshot = env(QStringLiteral("LIAISON_SNAPSHOT")); snapshot && !snapshot->isEmpty()) {
        p.snapshot = *snapshot;
        p.readOnly = true;
        return p;
    }
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

Result<void> addSecrets(Profile &p, const Environment &env, const TokenStore &store)
{
    for (MoodleSettings &site : p.moodle) {
        QStringList variables{tokenVariable(site.id)};
        // A profile with one site of another name may still use the short variable.
        if (p.moodle.size() == 1 && site.id != u"main")
            variables << tokenVariable(QStringLiteral("main"));
        if (auto done = fill(site.token, env, variables, secrets::moodleKey(site.url), store); !done)
            return done;
    }
    if (p.chat.user.isEmpty()) {
        const QString name = QStringLiteral("LIAISON_CHAT_USER");
        const auto user = secret(env, name);
        if (!user)
            return fail(user.error());
        if (!*user)
            return inputError("missing-setting", name);
        p.chat.user = **user;
    }
    if (auto done = fill(p.chat.token, env, {QStringLiteral("LIAISON_CHAT_TOKEN")},
                         secrets::chatKey(p.chat.url, p.chat.user), store);
        !done)
        return done;
    const QUrl proxy(p.proxy);
    if (proxy.userName().isEmpty())
        return {};
    return fill(p.proxyPassword, env, {QStringLiteral("LIAISON_PROXY_PASSWORD")}, secrets::proxyKey(p.proxy), store);
}

} // namespace liaison
