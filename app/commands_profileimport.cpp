#include "app/commands_profile.h"
#include "app/profiletext.h"

#include <QFile>
#include <QJsonDocument>

namespace liaison::app {
namespace {

Error inputError(const char *code, const QString &where, const QString &detail = {})
{
    return {ErrorKind::Input, QString::fromLatin1(code), where, 0, {}, detail};
}

/// A profile from elsewhere says whom to talk to, whom to trust and through whom: each is shown and asked for. A server
/// refused ends the import; an authority or proxy refused is left out.
bool accepted(Profile &profile, const Arguments &arguments, Output &out)
{
    const text::Language language = out.language();
    const auto show = [&](ProfileSay label, const QString &value) {
        if (!out.json())
            out.line(say(label, language) + QLatin1String("  ") + harmless(value));
    };
    const auto server = [&](ProfileSay label, const QString &url, QString &ca) {
        show(label, url);
        if (!agreedTo(say(ProfileSay::AskUrl, language), arguments, out))
            return false;
        if (ca.isEmpty())
            return true;
        const QStringList prints = fingerprintsOf(ca);
        for (const QString &print : prints.isEmpty() ? QStringList{ca} : prints)
            show(ProfileSay::Authority, print);
        if (!agreedTo(say(ProfileSay::AskAuthority, language), arguments, out))
            ca.clear();
        return true;
    };
    if (!profile.snapshot.isEmpty()) { // a file that is read and trusts its key: no server is contacted
        show(ProfileSay::Snapshot, profile.snapshot);
        return agreedTo(say(ProfileSay::AskSnapshot, language), arguments, out);
    }
    for (MoodleSettings &site : profile.moodle) {
        if (!server(ProfileSay::Moodle, site.url, site.ca))
            return false;
    }
    if (!server(ProfileSay::Chat, profile.chat.url, profile.chat.ca))
        return false;
    if (!profile.proxy.isEmpty()) {
        show(ProfileSay::Proxy, profile.proxy);
        if (!agreedTo(say(ProfileSay::AskProxy, language), arguments, out))
            profile.proxy.clear();
    }
    return true;
}

} // namespace

int importProfile(const Arguments &arguments, const ProfileStore &store, Output &out)
{
    const QString path = arguments.positional[1];
    QFile file(path);
    if (!file.exists())
        return out.error(inputError("file-not-found", path));
    if (!file.open(QIODevice::ReadOnly))
        return out.error(inputError("file-not-readable", path));
    const QByteArray json = file.read(16 * 1024 * 1024);
    auto profile = profileFromJson(json);
    if (!profile)
        return out.error(profile.error());
    const QString name =
        arguments.has(QStringLiteral("--as")) ? arguments.value(QStringLiteral("--as")) : profileNameFor(*profile, path);
    if (!isProfileName(name))
        return out.error(inputError("bad-profile-name", name));
    if (!arguments.has(QStringLiteral("--yes")) && !Output::interactive())
        return out.error(inputError("bad-arguments", QStringLiteral("--yes")));
    if (!accepted(*profile, arguments, out)) {
        out.line(say(ProfileSay::NotImported, out.language()));
        return 1;
    }
    const QJsonObject document = profileToJson(*profile, QJsonDocument::fromJson(json).object());
    if (auto saved = store.save(name, document, arguments.has(QStringLiteral("--replace"))); !saved)
        return out.error(saved.error());
    const auto entry = store.find(name);
    if (!entry)
        return out.error(entry.error());
    if (out.json())
        out.document(profileEntryJson(*entry, out.language()));
    else
        out.line(say(ProfileSay::Saved, out.language()).arg(entry->name));
    return 0;
}

} // namespace liaison::app
