#include "core/run/profiletravel.h"

#include <QVariant> // for the next one

#include "core/base/inputerror.h"
#include "core/base/uithread.h"
#include "core/run/authority.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace liaison {
namespace {

constexpr qint64 largestProfile = 16 * 1024 * 1024;

/// A file name that a profile can have, from the name in the document or that of the file.
QString nameFor(const Profile &profile, const QString &file)
{
    for (QString name : {profile.name, QFileInfo(file).completeBaseName()}) {
        static const QRegularExpression foreign(QStringLiteral("[^A-Za-z0-9._-]+"));
        name = name.normalized(QString::NormalizationForm_KD).replace(foreign, QStringLiteral("-"));
        while (name.startsWith(u'-') || name.startsWith(u'.') || name.startsWith(u'_'))
            name.remove(0, 1);
        if (isProfileName(name))
            return name;
    }
    return {};
}

} // namespace

Result<QJsonObject> exportedProfile(const ProfileEntry &entry)
{
    Profile profile = *entry.profile;
    const auto embed = [](QString &ca) -> Result<void> {
        auto pem = pemOf(ca);
        if (!pem)
            return fail(pem.error());
        ca = *pem;
        return {};
    };
    for (MoodleSettings &site : profile.moodle) {
        if (auto done = embed(site.ca); !done)
            return fail(done.error());
    }
    if (auto done = embed(profile.chat.ca); !done)
        return fail(done.error());
    return profileToJson(profile, entry.document);
}

Result<TravelledProfile> readTravelled(const QString &path)
{
    notOnUiThread("a profile is read");
    QFile file(path);
    if (!file.exists())
        return fail(inputError("file-not-found", path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(inputError("file-not-readable", path));
    const QByteArray json = file.read(largestProfile);
    auto profile = profileFromJson(json);
    if (!profile)
        return fail(profile.error());
    const QString name = nameFor(*profile, path);
    return TravelledProfile{std::move(*profile), QJsonDocument::fromJson(json).object(), name};
}

std::vector<TrustQuestion> trustQuestions(const Profile &profile)
{
    using About = TrustQuestion::About;
    std::vector<TrustQuestion> questions;
    const auto server = [&](About about, About authority, const QString &site, const QString &url, const QString &ca) {
        questions.push_back({about, site, url, {}});
        if (ca.isEmpty())
            return;
        const QStringList prints = fingerprintsOf(ca);
        questions.push_back({authority, site, prints.isEmpty() ? ca : QString(), prints});
    };
    if (!profile.snapshot.isEmpty()) // a file that is read and trusts its key: no server is contacted
        return {{About::Snapshot, {}, profile.snapshot, {}}};
    for (const MoodleSettings &site : profile.moodle)
        server(About::Moodle, About::MoodleAuthority, site.id, site.url, site.ca);
    server(About::Chat, About::ChatAuthority, {}, profile.chat.url, profile.chat.ca);
    if (!profile.proxy.isEmpty())
        questions.push_back({About::Proxy, {}, profile.proxy, {}});
    return questions;
}

std::optional<QJsonObject> trusted(const TravelledProfile &from, const std::vector<bool> &agreed)
{
    Profile profile = from.profile;
    const std::vector<TrustQuestion> questions = trustQuestions(profile);
    for (size_t i = 0; i < questions.size(); ++i) {
        if (i < agreed.size() && agreed[i])
            continue;
        const TrustQuestion &refused = questions[i];
        if (refused.isServer())
            return std::nullopt;
        switch (refused.about) {
        case TrustQuestion::About::MoodleAuthority:
            for (MoodleSettings &site : profile.moodle) {
                if (site.id == refused.site)
                    site.ca.clear();
            }
            break;
        case TrustQuestion::About::ChatAuthority:
            profile.chat.ca.clear();
            break;
        default:
            profile.proxy.clear();
        }
    }
    return profileToJson(profile, from.document);
}

} // namespace liaison
