#include "app/commands_profile.h"
#include "app/profiletext.h"
#include "core/base/inputerror.h"
#include "core/run/profiletravel.h"

namespace liaison::app {
namespace {

ProfileSay labelOf(TrustQuestion::About about)
{
    switch (about) {
    case TrustQuestion::About::Moodle:
        return ProfileSay::Moodle;
    case TrustQuestion::About::Chat:
        return ProfileSay::Chat;
    case TrustQuestion::About::Proxy:
        return ProfileSay::Proxy;
    case TrustQuestion::About::Snapshot:
        return ProfileSay::Snapshot;
    default:
        return ProfileSay::Authority;
    }
}

/// One answer a question, up to a server that is refused.
std::vector<bool> answers(const Profile &profile, const Arguments &arguments, Output &out)
{
    const text::Language language = out.language();
    std::vector<bool> agreed;
    for (const TrustQuestion &question : trustQuestions(profile)) {
        const QStringList shown = question.fingerprints.isEmpty() ? QStringList{question.value} : question.fingerprints;
        for (const QString &value : shown) {
            if (!out.json())
                out.line(say(labelOf(question.about), language) + QLatin1String("  ") + harmless(value));
        }
        const ProfileSay ask = question.isServer() && question.about != TrustQuestion::About::Snapshot
                                   ? ProfileSay::AskUrl
                               : question.about == TrustQuestion::About::Proxy ? ProfileSay::AskProxy
                                                                               : ProfileSay::AskAuthority;
        agreed.push_back(agreedTo(say(ask, language), arguments, out));
        if (question.isServer() && !agreed.back())
            break;
    }
    return agreed;
}

} // namespace

int importProfile(const Arguments &arguments, const ProfileStore &store, Output &out)
{
    auto from = readTravelled(arguments.positional[1]);
    if (!from)
        return out.error(from.error());
    const QString name = arguments.has(QStringLiteral("--as")) ? arguments.value(QStringLiteral("--as")) : from->name;
    if (!isProfileName(name))
        return out.error(inputError("bad-profile-name", name));
    if (!arguments.has(QStringLiteral("--yes")) && !Output::interactive())
        return out.error(inputError("bad-arguments", QStringLiteral("--yes")));
    const auto document = trusted(*from, answers(from->profile, arguments, out));
    if (!document) {
        out.line(say(ProfileSay::NotImported, out.language()));
        return 1;
    }
    if (auto saved = store.save(name, *document, arguments.has(QStringLiteral("--replace"))); !saved)
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
