#include "core/run/profilestore.h"

#include "core/base/inputerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <algorithm>

namespace liaison {
namespace {

const QString suffix = QStringLiteral(".json");
constexpr qint64 largestProfile = 16 * 1024 * 1024;

bool sameName(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0; // as on the file systems of Windows and macOS
}

ProfileEntry read(const QFileInfo &info, bool machineWide)
{
    ProfileEntry entry{info.completeBaseName(), info.filePath(), machineWide, Profile(), {}};
    const auto broken = [&](const QString &place) {
        return fail(Error{ErrorKind::Input, QStringLiteral("bad-profile"), info.filePath(), 0, {}, place});
    };
    QFile file(info.filePath());
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        entry.profile = fail(inputError("file-not-readable", info.filePath()));
        return entry;
    }
    const QByteArray json = file.read(largestProfile);
    entry.profile = profileFromJson(json);
    if (!entry.profile)
        entry.profile = broken(entry.profile.error().where);
    else if (!isProfileName(entry.name))
        entry.profile = fail(inputError("bad-profile-name", entry.name));
    else
        entry.document = QJsonDocument::fromJson(json).object();
    if (entry.profile && entry.profile->name.isEmpty())
        entry.profile->name = entry.name;
    return entry;
}

std::vector<ProfileEntry> entriesIn(const QString &folder, bool machineWide)
{
    std::vector<ProfileEntry> entries;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QString(u'*' + suffix)}, QDir::Files | QDir::System, QDir::Name | QDir::IgnoreCase);
    for (const QFileInfo &info : files)
        entries.push_back(read(info, machineWide));
    return entries;
}

} // namespace

bool askAgainOf(const QJsonObject &document)
{
    return document.value(QLatin1String("askAgainBeforeApply")).toBool();
}

bool isProfileName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"));
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"),
                                             QRegularExpression::CaseInsensitiveOption);
    return allowed.match(name).hasMatch() && !name.endsWith(u'.') && !reserved.match(name).hasMatch();
}

ProfileFolders profileFolders(const Environment &env)
{
    ProfileFolders folders;
    folders.user =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QLatin1String("/liaison/profiles");
    folders.machine = env(QStringLiteral("LIAISON_MACHINE_PROFILES")).value_or(QString());
    if (!folders.machine.isEmpty())
        return folders;
#if defined(Q_OS_WIN)
    folders.machine = env(QStringLiteral("PROGRAMDATA")).value_or(QStringLiteral("C:/ProgramData")) +
                      QLatin1String("/Liaison/profiles.d");
#elif defined(Q_OS_MACOS)
    folders.machine = QStringLiteral("/Library/Application Support/Liaison/profiles.d");
#else
    folders.machine = QStringLiteral("/etc/liaison/profiles.d");
#endif
    return folders;
}

std::vector<ProfileEntry> ProfileStore::list() const
{
    std::vector<ProfileEntry> entries = entriesIn(m_folders.machine, true);
    const size_t installed = entries.size();
    for (ProfileEntry &own : entriesIn(m_folders.user, false)) {
        const auto end = entries.begin() + static_cast<std::ptrdiff_t>(installed);
        if (std::none_of(entries.begin(), end, [&](const ProfileEntry &e) { return sameName(e.name, own.name); }))
            entries.push_back(std::move(own));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const ProfileEntry &a, const ProfileEntry &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return entries;
}

Result<ProfileEntry> ProfileStore::find(const QString &name) const
{
    for (ProfileEntry &entry : list()) {
        if (!sameName(entry.name, name))
            continue;
        if (!entry.profile)
            return fail(entry.profile.error());
        return std::move(entry);
    }
    return fail(inputError("profile-not-found", name));
}

Result<void> ProfileStore::save(const QString &name, const QJsonObject &document, bool replace) const
{
    if (!isProfileName(name))
        return fail(inputError("bad-profile-name", name));
    const QByteArray json = QJsonDocument(document).toJson();
    if (const auto valid = profileFromJson(json); !valid)
        return fail(valid.error());
    QString file = QDir(m_folders.user).filePath(name + suffix);
    for (const ProfileEntry &entry : list()) {
        if (!sameName(entry.name, name))
            continue;
        if (entry.machineWide)
            return fail(inputError("profile-machine-wide", entry.file));
        if (!replace)
            return fail(inputError("profile-exists", entry.name));
        file = entry.file;
    }
    const auto failed = [&] {
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), file, 0, {}, {}});
    };
    if (!QDir().mkpath(m_folders.user))
        return failed();
    QSaveFile out(file);
    // It names servers and a login: nobody else's business.
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        out.write(json) != json.size() || !out.commit())
        return failed();
    return {};
}

Result<void> ProfileStore::remove(const QString &name) const
{
    for (const ProfileEntry &entry : list()) { // a broken one too
        if (!sameName(entry.name, name))
            continue;
        if (entry.machineWide)
            return fail(inputError("profile-machine-wide", entry.file));
        if (!QFile::remove(entry.file))
            return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), entry.file, 0, {}, {}});
        return {};
    }
    return fail(inputError("profile-not-found", name));
}

} // namespace liaison
