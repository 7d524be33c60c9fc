#include "tests/ui/profiles/sampleprofiles.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::tests {

using ui::TokenLine;

QJsonObject sampleProfile(bool production)
{
    QJsonObject o{
        {QStringLiteral("format"), QStringLiteral("liaison-config")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("name"),
         production ? QStringLiteral("Université, production") : QStringLiteral("Plateforme d’essai")},
        {QStringLiteral("moodle"),
         QJsonArray{
             QJsonObject{{QStringLiteral("id"), QStringLiteral("main")},
                         {QStringLiteral("url"), production ? QStringLiteral("https://moodle.univ-exemple.fr")
                                                            : QStringLiteral("https://moodle-test.univ-exemple.fr")}},
             QJsonObject{{QStringLiteral("id"), QStringLiteral("annexe")},
                         {QStringLiteral("url"), QStringLiteral("https://moodle.annexe.univ-exemple.fr")}}}},
        {QStringLiteral("chat"),
         QJsonObject{{QStringLiteral("url"), production ? QStringLiteral("https://chat.univ-exemple.fr")
                                                        : QStringLiteral("https://chat-test.univ-exemple.fr")},
                     {QStringLiteral("user"), QStringLiteral("moodle.api")}}},
        {QStringLiteral("policy"),
         QJsonObject{
             {QStringLiteral("roles"),
              QJsonObject{{QStringLiteral("site"),
                           QJsonObject{{QStringLiteral("moderator"), QJsonArray{QStringLiteral("editingteacher")}}}}}},
             {QStringLiteral("exclude"), QJsonArray{QStringLiteral("doyen")}}}},
    };
    if (production) {
        o.insert(QStringLiteral("environment"), QStringLiteral("production"));
        o.insert(QStringLiteral("scope"),
                 QJsonObject{{QStringLiteral("categories"), QJsonArray{QStringLiteral("10")}}});
    }
    return o;
}

QJsonObject sampleSupport()
{
    return {{QStringLiteral("format"), QStringLiteral("liaison-config")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("name"), QStringLiteral("Guichet")},
            {QStringLiteral("environment"), QStringLiteral("production")},
            {QStringLiteral("snapshot"), QStringLiteral("/srv/commun/liaison/campus-du-jour.liaison")}};
}

QJsonObject sampleForeignProfile()
{
    QJsonObject o = sampleProfile(true);
    o.insert(QStringLiteral("name"), QStringLiteral("Université d’ailleurs"));
    QJsonArray sites{QJsonObject{{QStringLiteral("url"), QStringLiteral("https://moodle.ailleurs.example")},
                                 {QStringLiteral("ca"), QStringLiteral("/etc/ssl/ailleurs.pem")}}};
    o.insert(QStringLiteral("moodle"), sites);
    o.insert(QStringLiteral("proxy"), QStringLiteral("http://proxy.ailleurs.example:3128"));
    return o;
}

SampleProfiles::SampleProfiles()
{
    states = {{QStringLiteral("main"), TokenLine::State::Keychain},
              {QStringLiteral("chat"), TokenLine::State::Keychain}};
    add(QStringLiteral("univ-production"), sampleProfile(true));
    add(QStringLiteral("essai"), sampleProfile(false));
    QJsonObject support = sampleProfile(true);
    support.insert(QStringLiteral("name"), QStringLiteral("Assistance pédagogique"));
    support.insert(QStringLiteral("readOnly"), true);
    add(QStringLiteral("assistance"), support, true);
    addBroken(QStringLiteral("ancien"));
    openName = QStringLiteral("univ-production");
}

void SampleProfiles::add(const QString &name, const QJsonObject &document, bool machineWide)
{
    auto profile = profileFromJson(QJsonDocument(document).toJson());
    m_entries.push_back({name,
                         (machineWide ? QStringLiteral("/etc/liaison/profiles.d/%1.json")
                                      : QStringLiteral("/home/anne/.config/liaison/profiles/%1.json"))
                             .arg(name),
                         machineWide, std::move(profile), document});
    m_known = std::make_shared<const std::vector<ProfileEntry>>(m_entries);
}

void SampleProfiles::addBroken(const QString &name)
{
    const QString file = QStringLiteral("/home/anne/.config/liaison/profiles/%1.json").arg(name);
    m_entries.push_back(
        {name,
         file,
         false,
         fail(Error{
             ErrorKind::Input, QStringLiteral("bad-profile"), file, 0, {}, QStringLiteral("policy.identity.rule")}),
         {}});
    m_known = std::make_shared<const std::vector<ProfileEntry>>(m_entries);
}

void SampleProfiles::clear()
{
    m_entries.clear();
    m_known = std::make_shared<const std::vector<ProfileEntry>>();
}

void SampleProfiles::list()
{
    m_known = std::make_shared<const std::vector<ProfileEntry>>(m_entries);
    Q_EMIT listed(m_known);
}

void SampleProfiles::save(const QString &name, const QJsonObject &document, const QString &before)
{
    auto profile = profileFromJson(QJsonDocument(document).toJson());
    if (!profile)
        return Q_EMIT failed(Task::Save, profile.error());
    if (!isProfileName(name))
        return Q_EMIT failed(Task::Save, {ErrorKind::Input, QStringLiteral("bad-profile-name"), name, 0, {}, {}});
    const QJsonObject written = profileToJson(*profile, document);
    bool found = false;
    for (ProfileEntry &entry : m_entries) {
        if (entry.name != (before.isEmpty() ? name : before))
            continue;
        if (before.isEmpty())
            return Q_EMIT failed(Task::Save, {ErrorKind::Input, QStringLiteral("profile-exists"), name, 0, {}, {}});
        entry.name = name;
        entry.profile = *profile;
        entry.document = written;
        found = true;
    }
    if (!found)
        add(name, written);
    Q_EMIT saved(name);
    list();
}

void SampleProfiles::remove(const QString &name, bool forgetTokens)
{
    forgot = forgetTokens;
    std::erase_if(m_entries, [&](const ProfileEntry &entry) { return entry.name == name; });
    Q_EMIT removed(name);
    list();
}

void SampleProfiles::exportTo(const QString &, const QString &path)
{
    Q_EMIT exported(path);
}

void SampleProfiles::readImport(const QString &path)
{
    if (path.contains(QLatin1String("missing")))
        return Q_EMIT failed(Task::Import, {ErrorKind::Input, QStringLiteral("file-not-found"), path, 0, {}, {}});
    const QJsonObject document = sampleForeignProfile();
    auto from = std::make_shared<TravelledProfile>();
    from->profile = *profileFromJson(QJsonDocument(document).toJson());
    from->document = document;
    from->name = QStringLiteral("ailleurs");
    using About = TrustQuestion::About;
    const std::vector<TrustQuestion> questions{
        {About::Moodle, QStringLiteral("main"), QStringLiteral("https://moodle.ailleurs.example"), {}},
        {About::MoodleAuthority,
         QStringLiteral("main"),
         {},
         {QStringLiteral(
             "Ailleurs Root CA, SHA-256 71:F6:0B:2C:93:AE:44:10:D8:5F:71:F6:0B:2C:93:AE:44:10:D8:5F:71:F6:0B:"
             "2C:93:AE:44:10:D8:5F:AA:01")}},
        {About::Chat, {}, QStringLiteral("https://chat.univ-exemple.fr"), {}},
        {About::Proxy, {}, QStringLiteral("http://proxy.ailleurs.example:3128"), {}}};
    Q_EMIT importRead(from, questions);
}

void SampleProfiles::import(Travelled from, const QString &name, const std::vector<bool> &agreed)
{
    QJsonObject document = from->document;
    if (!agreed.at(3))
        document.remove(QStringLiteral("proxy"));
    save(name, document, {});
}

void SampleProfiles::readAuthority(const QString &ca)
{
    Q_EMIT fingerprints(ca,
                        ca.contains(QLatin1String("missing"))
                            ? QStringList()
                            : QStringList{QStringLiteral("Autorité de l’université, SHA-256 71:F6:0B:2C:93:AE:44:10")});
}

void SampleProfiles::readTokens(const QString &name)
{
    if (tokensFail)
        return Q_EMIT failed(Task::Token, *tokensFail);
    for (const ProfileEntry &entry : m_entries) {
        if (entry.name != name || !entry.profile)
            continue;
        std::vector<TokenLine> lines;
        std::vector<TokenSlot> all = tokenSlots(*entry.profile);
        if (!entry.profile->snapshot.isEmpty())
            all = {{TokenSlot::Kind::Snapshot,
                    QStringLiteral("snapshot"),
                    entry.profile->snapshot,
                    {QStringLiteral("liaison-published"), QStringLiteral("0011223344556677")},
                    {QStringLiteral("LIAISON_SNAPSHOT_KEY")}}};
        for (const TokenSlot &slot : all) {
            TokenLine line;
            line.slot = slot;
            const auto it = states.find(slot.which);
            line.state = it != states.end() ? it->second
                         : locked           ? TokenLine::State::Locked
                         : keychain         ? TokenLine::State::Missing
                                            : TokenLine::State::NoKeychain;
            if (line.state == TokenLine::State::Environment)
                line.variable = slot.variables.front();
            lines.push_back(line);
        }
        Q_EMIT tokens(name, lines);
    }
}

void SampleProfiles::keepToken(const QString &name, const QString &which, const QString &token, Place place)
{
    if (place == Place::Keychain && !keychain)
        return Q_EMIT failed(Task::Token, {ErrorKind::Storage, QStringLiteral("keychain-unavailable"), {}, 0, {}, {}});
    if (which == u"snapshot" && token != QString(40, u'K'))
        return Q_EMIT failed(Task::Token, {ErrorKind::Input, QStringLiteral("bad-snapshot-key"), {}, 0, {}, {}});
    keptToken = token;
    keptPlace = place;
    states[which] = place == Place::File      ? TokenLine::State::File
                    : place == Place::Session ? TokenLine::State::Session
                                              : TokenLine::State::Keychain;
    readTokens(name);
    Q_EMIT tokenKept(name, which);
}

void SampleProfiles::testToken(const QString &name, const QString &which)
{
    Q_EMIT tested(name, which,
                  testFails ? Result<QString>(fail(*testFails)) : Result<QString>(QStringLiteral("moodle.api")));
}

void SampleProfiles::forgetToken(const QString &name, const QString &which)
{
    states.erase(which);
    readTokens(name);
    Q_EMIT tokenForgotten(name, which);
}

void SampleProfiles::unlock(const QString &typed)
{
    if (sealed && typed != passphrase)
        return Q_EMIT failed(Task::Unlock, {ErrorKind::Input,
                                            QStringLiteral("wrong-passphrase"),
                                            QStringLiteral("/home/anne/.config/liaison/tokens.sealed"),
                                            0,
                                            {},
                                            {}});
    passphrase = typed;
    sealed = true;
    locked = false;
    Q_EMIT unlocked();
}

void SampleProfiles::open(const QString &name)
{
    if (applying)
        return Q_EMIT refused();
    opened = name;
}

void SampleProfiles::provePresence(const std::optional<QString> &typed)
{
    ++proofs;
    declined += typed ? 0 : 1;
    if (typed && *typed != passphrase)
        return Q_EMIT presenceRefused({ErrorKind::Input,
                                       QStringLiteral("wrong-passphrase"),
                                       QStringLiteral("/home/anne/.config/liaison/tokens.sealed"),
                                       0,
                                       {},
                                       {}});
    Q_EMIT presenceOver();
}

} // namespace liaison::tests
