#include "app/commands_profile.h"
#include "app/profiletext.h"
#include "app/snapshottext.h"
#include "app/terminal.h"
#include "core/base/inputerror.h"
#include "core/run/tokenslots.h"

#include <QJsonArray>

namespace liaison::app {
namespace {

/// What people see of whom a token is for.
QString serverOf(const TokenSlot &slot, const Profile &profile)
{
    switch (slot.kind) {
    case TokenSlot::Kind::Moodle:
        return QLatin1String("Moodle ") + slot.url;
    case TokenSlot::Kind::Chat:
        return QLatin1String("chat ") + slot.url + QLatin1String(", ") + profile.chat.user;
    case TokenSlot::Kind::Proxy:
    case TokenSlot::Kind::Snapshot:
        break;
    }
    return slot.url;
}

/// One of the profile's secrets and the words for it.
struct Slot : TokenSlot
{
    QString server;
};

Result<std::vector<Slot>> slotsOf(const Profile &profile, const QStringList &named)
{
    std::vector<Slot> all;
    if (!profile.snapshot.isEmpty()) {
        if (!named.isEmpty() && named != QStringList{QStringLiteral("snapshot")})
            return fail(inputError("bad-arguments", named.join(u' ')));
        const auto key = secretSlots(profile);
        if (!key)
            return fail(key.error());
        return std::vector<Slot>{{key->front(), profile.snapshot}};
    }
    for (const TokenSlot &slot : tokenSlots(profile))
        all.push_back({slot, serverOf(slot, profile)});
    if (named.isEmpty())
        return all;
    std::vector<Slot> chosen;
    for (const QString &which : named) {
        const auto it = std::find_if(all.begin(), all.end(), [&](const Slot &s) { return s.which == which; });
        if (it == all.end())
            return fail(inputError("bad-arguments", which));
        chosen.push_back(*it);
    }
    return chosen;
}

QJsonObject tokenJson(const Slot &slot)
{
    return {{QStringLiteral("which"), slot.which},
            {QStringLiteral("server"), slot.key.server},
            {QStringLiteral("account"), slot.key.account}};
}

int setTokens(const std::vector<Slot> &chosen, Tokens::Place place, Tokens &tokens, Output &out)
{
    const text::Language language = out.language();
    QJsonArray list;
    for (const Slot &slot : chosen) {
        if (slot.key.account.isEmpty()) // a chat token belongs to an account
            return out.error(inputError("missing-setting", QStringLiteral("chat.user")));
        if (Output::interactive())
            out.prompt(say(ProfileSay::AskToken, language).arg(harmless(slot.server)));
        const QString token = readSecretLine().value_or(QString()).trimmed();
        if (!isToken(token))
            return out.error(inputError("bad-input", slot.which));
        if (const auto fits = judgeKey(slot, token); !fits)
            return out.error(fits.error());
        if (auto kept = tokens.keep(place, slot.key, token); !kept)
            return out.error(kept.error());
        list.append(tokenJson(slot));
        if (!out.json())
            out.line(place == Tokens::Place::Keychain
                         ? say(ProfileSay::Kept, language).arg(slot.server)
                         : say(ProfileSay::KeptInFile, language).arg(slot.server, Tokens::fileName()));
    }
    if (out.json())
        out.document({{QStringLiteral("kept"), list},
                      {QStringLiteral("place"),
                       place == Tokens::Place::Keychain ? QStringLiteral("keychain") : QStringLiteral("file")}});
    return 0;
}

int forgetTokens(const std::vector<Slot> &chosen, Tokens &tokens, Output &out)
{
    QJsonArray list;
    for (const Slot &slot : chosen) {
        if (auto gone = secrets::waitFor(tokens.remove(slot.key)); !gone)
            return out.error(gone.error());
        list.append(tokenJson(slot));
        if (!out.json())
            out.line(say(ProfileSay::Forgotten, out.language()).arg(slot.server));
    }
    if (out.json())
        out.document({{QStringLiteral("forgotten"), list}});
    return 0;
}

/// Opens the snapshot with the key that is kept.
int testKey(const Slot &slot, const Environment &environment, Tokens &tokens, Output &out)
{
    const auto published = openPublished(slot.server, environment, &tokens);
    if (!published)
        return out.error(published.error());
    if (out.json()) {
        QJsonObject o = tokenJson(slot);
        o.insert(QStringLiteral("signedInAs"), published->campus.view->readAt.iso());
        out.document({{QStringLiteral("tested"), QJsonArray{o}}});
        return 0;
    }
    for (const QString &line : sourceText(*published, out.language()))
        out.line(harmless(line));
    return 0;
}

/// Signs in with each token, with the fewest calls that prove the account. Nothing is written.
int testTokens(const std::vector<Slot> &chosen, const Profile &profile, const Environment &environment, Tokens &tokens,
               Output &out)
{
    if (!profile.snapshot.isEmpty())
        return testKey(chosen.front(), environment, tokens, out);
    QJsonArray list;
    for (const Slot &slot : chosen) {
        if (slot.kind == TokenSlot::Kind::Proxy)
            continue; // the others go through it
        const auto account = accountOf(profile, slot.which, environment, {&tokens, true});
        if (!account)
            return out.error(account.error());
        QJsonObject o = tokenJson(slot);
        o.insert(QStringLiteral("signedInAs"), *account);
        list.append(o);
        if (!out.json())
            out.line(say(ProfileSay::TokenWorks, out.language()).arg(slot.server, harmless(*account)));
    }
    if (out.json())
        out.document({{QStringLiteral("tested"), list}});
    return 0;
}

} // namespace

int runProfileToken(const Arguments &arguments, const Environment &environment, const ProfileStore &store,
                    Tokens &tokens, Output &out)
{
    const QString what = arguments.positional[1];
    const auto entry = store.find(arguments.positional[2]);
    if (!entry)
        return out.error(entry.error());
    const auto chosen = slotsOf(*entry->profile, arguments.positional.mid(3));
    if (!chosen)
        return out.error(chosen.error());
    Tokens::Place place = Tokens::Place::Keychain;
    if (arguments.has(QStringLiteral("--store"))) {
        const QString named = arguments.value(QStringLiteral("--store"));
        if (named != u"keychain" && named != u"file")
            return out.error(inputError("bad-arguments", QString(QLatin1String("--store ") + named)));
        place = named == u"file" ? Tokens::Place::File : Tokens::Place::Keychain;
    }
    if (what == u"set")
        return setTokens(*chosen, place, tokens, out);
    if (what == u"forget")
        return forgetTokens(*chosen, tokens, out);
    if (what == u"test")
        return testTokens(*chosen, *entry->profile, environment, tokens, out);
    return out.error(inputError("bad-arguments", QString(QLatin1String("profile token ") + what)));
}

} // namespace liaison::app
