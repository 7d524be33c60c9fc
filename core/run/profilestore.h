#pragma once

#include "core/run/profile.h"

#include <QJsonObject>
#include <QStringList>

namespace liaison {

/// The document of a profile: servers, environment, read-only, proxy and scope as in `profile`, everything else (the
/// policy) as in `base`. No secret is in it.
[[nodiscard]] QJsonObject profileToJson(const Profile &profile, const QJsonObject &base = {});

/// "askAgainBeforeApply": whoever applies a plan in production proves again that they are there. It concerns who sits in
/// front of the program and nothing of the servers, so the engine does not know it.
[[nodiscard]] bool askAgainOf(const QJsonObject &document);

/// Where profiles are: one file a profile, NAME.json, in the format of `--config`.
struct ProfileFolders
{
    QString user;
    QString machine; ///< for everybody on this computer; installed by the institution, never written
};
/// The user's configuration folder, and /etc/liaison/profiles.d or what stands for it; LIAISON_MACHINE_PROFILES names
/// another one.
[[nodiscard]] ProfileFolders profileFolders(const Environment &environment);

struct ProfileEntry
{
    QString name; ///< of the file: what `--profile` takes
    QString file;
    bool machineWide = false;
    Result<Profile> profile; ///< without secrets; "bad-profile" with the file and the place where it is wrong
    QJsonObject document;
};

/// The profiles of this computer. A file that is broken is an entry with an error, and nothing else is affected.
/// Where both folders hold a name, the institution's counts.
class ProfileStore
{
public:
    explicit ProfileStore(ProfileFolders folders) : m_folders(std::move(folders)) {}

    /// By name.
    [[nodiscard]] std::vector<ProfileEntry> list() const;
    /// Errors (Input): "profile-not-found", "bad-profile".
    [[nodiscard]] Result<ProfileEntry> find(const QString &name) const;
    /// Writes NAME.json (0600) after having read it as a profile. Errors: "bad-profile-name", "profile-exists" unless
    /// `replace`, "profile-machine-wide", those of profileFromJson, "file-not-writable".
    [[nodiscard]] Result<void> save(const QString &name, const QJsonObject &document, bool replace) const;
    /// Tokens stay where they are: they belong to servers, not to profiles.
    [[nodiscard]] Result<void> remove(const QString &name) const;

private:
    ProfileFolders m_folders;
};

/// Letters without accent, digits, `.`, `-`, `_`, at most 64, a letter or digit first, and no name that a file cannot
/// have on Windows.
[[nodiscard]] bool isProfileName(const QString &name);

} // namespace liaison
