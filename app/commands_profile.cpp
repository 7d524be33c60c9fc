#include "app/commands_profile.h"

#include "app/profiletext.h"
#include "app/snapshottext.h"
#include "app/terminal.h"
#include "core/base/inputerror.h"
#include "core/run/authority.h"
#include "core/run/profiletravel.h"
#include "ui/text/format.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace liaison::app {
namespace {

QString field(text::Language language, ProfileSay label, const QString &value)
{
    return say(label, language) +
           (language == text::Language::French ? QStringLiteral("\u00a0: ") : QStringLiteral(": ")) + harmless(value);
}

QString environmentWord(const Profile &profile, text::Language language)
{
    return say(profile.production ? ProfileSay::Production : ProfileSay::Test, language) +
           (profile.readOnly ? QString(QLatin1String(", ") + say(ProfileSay::ReadOnly, language)) : QString());
}

QString scopeText(const Scope &scope, text::Language language)
{
    if (scope.isEverything())
        return say(ProfileSay::Everything, language);
    QStringList parts;
    if (!scope.categories.isEmpty())
        parts << QString(QLatin1String("categories ") + scope.categories.join(u','));
    if (!scope.courses.isEmpty())
        parts << QString(QLatin1String("courses ") + scope.courses.join(u','));
    if (!scope.expression.isEmpty())
        parts << QString(u'/' + scope.expression + u'/');
    return parts.join(QLatin1String("; "));
}

int listProfiles(const ProfileStore &store, Output &out)
{
    const std::vector<ProfileEntry> entries = store.list();
    const bool broken =
        std::any_of(entries.begin(), entries.end(), [](const ProfileEntry &e) { return !e.profile.has_value(); });
    if (out.json()) {
        QJsonArray list;
        for (const ProfileEntry &entry : entries)
            list.append(profileEntryJson(entry, out.language()));
        out.document({{QStringLiteral("profiles"), list}});
        return broken ? 5 : 0;
    }
    const text::Language language = out.language();
    if (entries.empty())
        out.line(say(ProfileSay::NoProfiles, language));
    std::vector<QStringList> rows;
    for (const ProfileEntry &entry : entries) {
        const QString where = entry.machineWide ? say(ProfileSay::MachineWide, language) : QString();
        if (!entry.profile) {
            rows.push_back({entry.name, where, {}, text::error(entry.profile.error(), language).sentence});
            continue;
        }
        QStringList servers;
        for (const MoodleSettings &site : entry.profile->moodle)
            servers << site.url;
        servers << (entry.profile->snapshot.isEmpty() ? entry.profile->chat.url : entry.profile->snapshot);
        rows.push_back(
            {entry.name, where, environmentWord(*entry.profile, language), servers.join(QLatin1String("  "))});
    }
    if (!rows.empty())
        out.table({say(ProfileSay::Name, language), {}, say(ProfileSay::Environment, language), {}}, rows);
    return broken ? 5 : 0;
}

/// A support profile: a published file, and nothing else.
/// Saves a profile and shows it. `next`: what is to be done with it then, %1: its name.
int saveNew(const Profile &profile, const ProfileStore &store, const QString &next, Output &out)
{
    if (auto saved = store.save(profile.name, profileToJson(profile), false); !saved)
        return out.error(saved.error());
    const auto entry = store.find(profile.name);
    if (!entry)
        return out.error(entry.error());
    if (out.json()) {
        out.document(profileEntryJson(*entry, out.language()));
        return 0;
    }
    printProfile(*entry, out);
    out.line(say(ProfileSay::Saved, out.language()).arg(entry->name));
    out.line(next.arg(entry->name));
    return 0;
}

int addSupportProfile(const Arguments &arguments, const ProfileStore &store, Output &out)
{
    const QStringList servers{QStringLiteral("--moodle"),  QStringLiteral("--chat"),
                              QStringLiteral("--user"),    QStringLiteral("--categories"),
                              QStringLiteral("--courses"), QStringLiteral("--expression")};
    const bool mixed =
        std::any_of(servers.begin(), servers.end(), [&](const QString &option) { return arguments.has(option); });
    if (arguments.positional.size() != 2 || mixed)
        return out.error(inputError("bad-arguments", QStringLiteral("profile add NAME --snapshot FILE")));
    Profile profile;
    profile.name = arguments.positional[1];
    profile.snapshot = QFileInfo(arguments.value(QStringLiteral("--snapshot"))).absoluteFilePath();
    profile.readOnly = true;
    return saveNew(profile, store, say(SnapshotSay::AddKey, out.language()), out);
}

int addProfile(const Arguments &arguments, const ProfileStore &store, Output &out)
{
    if (arguments.has(QStringLiteral("--snapshot")))
        return addSupportProfile(arguments, store, out);
    if (arguments.positional.size() != 2 || !arguments.has(QStringLiteral("--moodle")) ||
        !arguments.has(QStringLiteral("--chat")))
        return out.error(inputError("bad-arguments",
                                    QStringLiteral("profile add NAME --moodle [SITE=]URL --chat URL --user LOGIN")));
    const auto ca = pemOf(arguments.value(QStringLiteral("--ca")));
    if (!ca)
        return out.error(ca.error());
    Profile profile;
    profile.name = arguments.positional[1];
    profile.production = arguments.has(QStringLiteral("--production"));
    profile.readOnly = arguments.readOnly;
    profile.proxy = arguments.value(QStringLiteral("--proxy"));
    for (const QString &given : arguments.values(QStringLiteral("--moodle"))) {
        MoodleSettings site;
        const qsizetype equals = given.indexOf(u'=');
        const bool named = equals > 0 && !given.left(equals).contains(u':');
        if (named)
            site.id = given.left(equals);
        const auto url = cleanUrl(named ? given.mid(equals + 1) : given);
        if (!url)
            return out.error(url.error());
        site.url = *url;
        site.ca = *ca;
        profile.moodle.push_back(site);
    }
    const auto chat = cleanUrl(arguments.value(QStringLiteral("--chat")));
    if (!chat)
        return out.error(chat.error());
    profile.chat.url = *chat;
    profile.chat.user = arguments.value(QStringLiteral("--user"));
    profile.chat.ca = *ca;
    const auto list = [&](const QString &option) { return arguments.value(option).split(u',', Qt::SkipEmptyParts); };
    profile.scope.categories = list(QStringLiteral("--categories"));
    profile.scope.courses = list(QStringLiteral("--courses"));
    profile.scope.expression = arguments.value(QStringLiteral("--expression"));
    return saveNew(profile, store, say(ProfileSay::AddTokens, out.language()), out);
}

int exportProfile(const ProfileEntry &entry, const Arguments &arguments, Output &out)
{
    const auto document = exportedProfile(entry);
    if (!document)
        return out.error(document.error());
    const QByteArray json = QJsonDocument(*document).toJson();
    const QString file = arguments.value(QStringLiteral("-o"));
    if (file.isEmpty()) {
        out.bytes(json.trimmed());
        return 0;
    }
    QSaveFile save(file);
    if (!save.open(QIODevice::WriteOnly) || save.write(json) != json.size() || !save.commit())
        return out.error({ErrorKind::Storage, QStringLiteral("file-not-writable"), file, 0, {}, {}});
    return 0;
}

int removeProfile(const QString &name, const Arguments &arguments, const ProfileStore &store, Output &out)
{
    if (const auto entry = store.find(name); !entry && entry.error().code == u"profile-not-found")
        return out.error(entry.error());
    if (!agreedTo(say(ProfileSay::AskRemove, out.language()).arg(name), arguments, out))
        return out.error(inputError("bad-arguments", QStringLiteral("--yes")));
    if (auto removed = store.remove(name); !removed)
        return out.error(removed.error());
    if (out.json())
        out.document({{QStringLiteral("removed"), name}});
    else
        out.line(say(ProfileSay::Removed, out.language()).arg(name));
    return 0;
}

} // namespace

bool agreedTo(const QString &question, const Arguments &arguments, Output &out)
{
    if (arguments.has(QStringLiteral("--yes")))
        return true;
    if (!Output::interactive())
        return false;
    out.prompt(question);
    const QString answer = readLine().value_or(QString()).trimmed().toLower();
    return answer == u"yes" || answer == u"oui";
}

std::unique_ptr<Tokens> makeTokens(const Environment &environment, text::Language language)
{
    return std::make_unique<Tokens>(environment, [language]() -> std::optional<QString> {
        if (!Output::interactive())
            return std::nullopt;
        Output ask(language, false);
        if (secrets::SecretsFile::exists(Tokens::fileName())) {
            ask.prompt(say(ProfileSay::AskPassphrase, language));
            return readSecretLine();
        }
        ask.prompt(say(ProfileSay::AskNewPassphrase, language));
        const auto first = readSecretLine();
        // A passphrase typed wrong once would lock the tokens away.
        return first == readSecretLine() ? first : std::optional<QString>(QString());
    });
}

void printProfile(const ProfileEntry &entry, Output &out)
{
    const text::Language language = out.language();
    const Profile &p = *entry.profile;
    out.line(field(language, ProfileSay::Name, p.name));
    out.line(field(language, ProfileSay::Environment, environmentWord(p, language)));
    if (p.readOnly)
        out.line(say(ProfileSay::ReadOnlyMeans, language));
    const auto authority = [&](const QString &ca) {
        if (ca.isEmpty())
            return;
        const QStringList prints = fingerprintsOf(ca);
        for (const QString &print : prints.isEmpty() ? QStringList{ca} : prints)
            out.line(QLatin1String("  ") + field(language, ProfileSay::Authority, print));
    };
    for (const MoodleSettings &site : p.moodle) {
        out.line(field(language, ProfileSay::Moodle, QString(site.id + QLatin1String("  ") + site.url)));
        authority(site.ca);
    }
    if (!p.snapshot.isEmpty())
        out.line(field(language, ProfileSay::Snapshot, p.snapshot));
    else
        out.line(field(language, ProfileSay::Chat, p.chat.url));
    if (!p.chat.user.isEmpty())
        out.line(QLatin1String("  ") + field(language, ProfileSay::Account, p.chat.user));
    authority(p.chat.ca);
    if (!p.proxy.isEmpty())
        out.line(field(language, ProfileSay::Proxy, p.proxy));
    out.line(field(language, ProfileSay::Scope, scopeText(p.scope, language)));
    if (!entry.file.isEmpty())
        out.line(field(language, ProfileSay::File, entry.file));
}

QJsonObject profileEntryJson(const ProfileEntry &entry, text::Language language)
{
    QJsonObject o{{QStringLiteral("profile"), entry.name},
                  {QStringLiteral("file"), entry.file},
                  {QStringLiteral("machineWide"), entry.machineWide},
                  {QStringLiteral("error"), QJsonValue(QJsonValue::Null)},
                  {QStringLiteral("config"), QJsonValue(QJsonValue::Null)}};
    if (entry.profile) {
        o.insert(QStringLiteral("config"), entry.document);
        return o;
    }
    const text::Text t = text::error(entry.profile.error(), language);
    o.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), text::errorCode(entry.profile.error())},
                                                  {QStringLiteral("text"), t.sentence},
                                                  {QStringLiteral("remedy"), t.remedy}});
    return o;
}

int runProfile(const Arguments &arguments, const Environment &environment, Tokens &tokens, Output &out)
{
    const ProfileStore store(profileFolders(environment));
    const QString what = arguments.positional.value(0);
    const QString name = arguments.positional.value(1);
    const auto words = arguments.positional.size();
    if (what == u"list" && words == 1)
        return listProfiles(store, out);
    if (what == u"add")
        return addProfile(arguments, store, out);
    if (what == u"import" && words == 2)
        return importProfile(arguments, store, out);
    if (what == u"token" && words >= 3)
        return runProfileToken(arguments, environment, store, tokens, out);
    if (what == u"remove" && words == 2)
        return removeProfile(name, arguments, store, out);
    if ((what == u"show" || what == u"export") && words == 2) {
        const auto entry = store.find(name);
        if (!entry)
            return out.error(entry.error());
        if (what == u"export")
            return exportProfile(*entry, arguments, out);
        if (out.json())
            out.document(profileEntryJson(*entry, out.language()));
        else
            printProfile(*entry, out);
        return 0;
    }
    return out.error(
        inputError("bad-arguments",
                   QStringLiteral("profile list | show | add | remove | export | import | token set|test|forget")));
}

} // namespace liaison::app
