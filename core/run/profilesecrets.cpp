#include "core/base/inputerror.h"
#include "core/run/profile.h"
#include "core/run/profilepolicy.h"
#include "core/run/servers.h"
#include "core/run/tokenslots.h"

#include <QFile>
#include <QUrl>
#include <algorithm>

namespace liaison {
namespace {

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
        return fail(inputError("file-not-readable", *file));
    return std::optional<QString>(QString::fromUtf8(f.read(64 * 1024)).trimmed());
}

QString tokenVariable(const QString &site)
{
    return site == u"main" ? QStringLiteral("LIAISON_MOODLE_TOKEN")
                           : QString(QLatin1String("LIAISON_MOODLE_TOKEN_") + site.toUpper());
}

/// One token: environment, file, keychain. What is said when there is none depends on how the profile was chosen.
Result<void> fill(QString &target, const Environment &env, const TokenSlot &slot, const TokenStore &store)
{
    for (const QString &name : slot.variables) {
        auto value = secret(env, name);
        if (!value)
            return fail(value.error());
        if (*value) {
            target = **value;
            return {};
        }
    }
    if (store.store) {
        auto kept = secrets::waitFor(store.store->read(slot.key));
        if (kept && *kept) {
            target = **kept;
            return {};
        }
        // With a sealed file a keychain is not expected: what is not in there has not been given yet.
        const bool elsewhere = !kept && kept.error().code == u"keychain-unavailable" && !kept.error().where.isEmpty();
        // A script that gives its tokens by environment is not told of a keychain it never asked for.
        if (!kept && !elsewhere && (store.named || kept.error().code != u"keychain-unavailable"))
            return fail(kept.error());
        if (store.named && (kept || elsewhere))
            return fail(inputError("no-token", QString(slot.key.server + QLatin1String(", ") + slot.key.account)));
    }
    return fail(inputError("missing-setting", slot.variables.front()));
}

TokenSlot moodleSlot(const Profile &p, const MoodleSettings &site)
{
    TokenSlot slot{TokenSlot::Kind::Moodle, site.id, site.url, secrets::moodleKey(site.url), {tokenVariable(site.id)}};
    // A profile with one site of another name may still use the short variable.
    if (p.moodle.size() == 1 && site.id != u"main")
        slot.variables << tokenVariable(QStringLiteral("main"));
    return slot;
}

TokenSlot chatSlot(const Profile &p)
{
    return {TokenSlot::Kind::Chat,
            QStringLiteral("chat"),
            p.chat.url,
            secrets::chatKey(p.chat.url, p.chat.user),
            {QStringLiteral("LIAISON_CHAT_TOKEN")}};
}

std::optional<TokenSlot> proxySlot(const Profile &p)
{
    if (QUrl(p.proxy).userName().isEmpty())
        return std::nullopt;
    return TokenSlot{TokenSlot::Kind::Proxy,
                     QStringLiteral("proxy"),
                     p.proxy,
                     secrets::proxyKey(p.proxy),
                     {QStringLiteral("LIAISON_PROXY_PASSWORD")}};
}

Result<void> fillChat(Profile &p, const Environment &env, const TokenStore &store)
{
    if (p.chat.user.isEmpty()) {
        const QString name = QStringLiteral("LIAISON_CHAT_USER");
        const auto user = secret(env, name);
        if (!user)
            return fail(user.error());
        if (!*user)
            return fail(inputError("missing-setting", name));
        p.chat.user = **user;
    }
    return fill(p.chat.token, env, chatSlot(p), store);
}

Result<void> fillProxy(Profile &p, const Environment &env, const TokenStore &store)
{
    const auto slot = proxySlot(p);
    return slot ? fill(p.proxyPassword, env, *slot, store) : Result<void>();
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
            return fail(inputError("missing-setting", name));
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
        if (auto done = fill(site.token, env, moodleSlot(p, site), store); !done)
            return done;
    }
    if (auto done = fillChat(p, env, store); !done)
        return done;
    return fillProxy(p, env, store);
}

std::vector<TokenSlot> tokenSlots(const Profile &p)
{
    std::vector<TokenSlot> all;
    if (!p.snapshot.isEmpty())
        return all;
    for (const MoodleSettings &site : p.moodle)
        all.push_back(moodleSlot(p, site));
    all.push_back(chatSlot(p));
    if (auto proxy = proxySlot(p))
        all.push_back(std::move(*proxy));
    return all;
}

bool isToken(const QString &typed)
{
    return !typed.isEmpty() &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c < u' ' || c == QChar(127); });
}

QString variableGiving(const TokenSlot &slot, const Environment &env)
{
    for (const QString &name : slot.variables) {
        for (const QString &one : {name, QString(name + QLatin1String("_FILE"))}) {
            if (const auto value = env(one); value && !value->isEmpty())
                return one;
        }
    }
    return {};
}

Result<QString> accountOf(Profile p, const QString &which, const Environment &env, const TokenStore &store)
{
    p.readOnly = true;
    if (auto done = fillProxy(p, env, store); !done)
        return fail(done.error());
    const auto named = [](const QString &server, Error e) {
        e.where = server; // whose token it is
        return fail(std::move(e));
    };
    if (which == u"chat") {
        if (auto done = fillChat(p, env, store); !done)
            return fail(done.error());
        const auto facts = makeServers(p)->chat->connect({});
        if (!facts)
            return named(secrets::serverOf(p.chat.url), facts.error());
        return facts->self.username;
    }
    for (size_t i = 0; i < p.moodle.size(); ++i) {
        if (p.moodle[i].id != which)
            continue;
        if (auto done = fill(p.moodle[i].token, env, moodleSlot(p, p.moodle[i]), store); !done)
            return fail(done.error());
        const auto info = makeServers(p)->sites[i].siteInfo();
        if (!info)
            return named(secrets::serverOf(p.moodle[i].url), info.error());
        return info->value.username;
    }
    return fail(inputError("bad-arguments", which));
}

} // namespace liaison
