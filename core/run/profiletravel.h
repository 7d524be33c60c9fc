#pragma once

#include "core/run/profilestore.h"

#include <vector>

/// A profile on its way between computers.
namespace liaison {

/// The document that is exported: no secret, and certificates instead of paths. Error: "ca-file".
[[nodiscard]] Result<QJsonObject> exportedProfile(const ProfileEntry &entry);

/// A profile from elsewhere, read and not yet trusted.
struct TravelledProfile
{
    Profile profile;
    QJsonObject document;
    QString name; ///< a name that a profile can have, from the document or the file; "" where neither gives one
};
/// Errors (Input): "file-not-found", "file-not-readable", those of profileFromJson.
[[nodiscard]] Result<TravelledProfile> readTravelled(const QString &path);

/// A profile from elsewhere says whom to talk to, whom to trust and through whom: each is shown and asked for.
struct TrustQuestion
{
    enum class About { Moodle, MoodleAuthority, Chat, ChatAuthority, Proxy, Snapshot } about = About::Moodle;
    QString site;             ///< of Moodle and its authority
    QString value;            ///< URL, or the CA's file where it has no fingerprint
    QStringList fingerprints; ///< of authorities, as fingerprintsOf says them

    /// Without a server (or the published snapshot) there is no profile; authority and proxy can be left out.
    [[nodiscard]] bool isServer() const
    {
        return about == About::Moodle || about == About::Chat || about == About::Snapshot;
    }
};
[[nodiscard]] std::vector<TrustQuestion> trustQuestions(const Profile &profile);
/// The document with what was agreed to. `agreed` is parallel to trustQuestions; what is missing was refused. nullopt
/// where a server was refused.
[[nodiscard]] std::optional<QJsonObject> trusted(const TravelledProfile &from, const std::vector<bool> &agreed);

} // namespace liaison
