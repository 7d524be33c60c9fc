#include "app/lastreading.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::app {
namespace {

using snapfile::CampusFile;
using snapfile::SnapshotKey;

const QString prefix = QStringLiteral("last-reading-");
const QString suffix = QStringLiteral(".snapshot");

secrets::SecretKey keyOf(const QString &id)
{
    return {QStringLiteral("liaison-snapshot"), id};
}

} // namespace

LastReading lastReadingOf(const Profile &profile, const QString &storeFolder)
{
    QJsonArray of{QDir(storeFolder).absolutePath(),
                  profile.chat.url,
                  profile.chat.user.toLower(),
                  QJsonArray::fromStringList(profile.scope.categories),
                  QJsonArray::fromStringList(profile.scope.courses),
                  profile.scope.expression};
    for (const MoodleSettings &site : profile.moodle)
        of.append(QJsonArray{site.id, site.url});
    const QByteArray hash =
        QCryptographicHash::hash(QJsonDocument(of).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
    const QString id = QString::fromLatin1(hash.toHex().left(32));
    return {QDir(storeFolder).filePath(prefix + id + suffix), keyOf(id)};
}

Result<std::optional<CampusFile>> openLastReading(const LastReading &place, secrets::SecretStore &secrets, Instant now)
{
    if (!QFileInfo::exists(place.file))
        return std::optional<CampusFile>();
    const auto remove = [&]() -> Result<std::optional<CampusFile>> {
        QFile::remove(place.file);
        return std::optional<CampusFile>();
    };
    // Only what nobody can ever show goes; a folder that is not there for a moment is no reason.
    const auto unless = [&](const Error &error) -> Result<std::optional<CampusFile>> {
        const bool useless = error.code == u"snapshot-damaged" || error.code == u"snapshot-wrong-key";
        return useless ? remove() : fail(error);
    };
    const auto head = snapfile::SealedFile::head(place.file);
    if (!head)
        return unless(head.error());
    if (snapfile::isTooOld(head->writtenAt, now))
        return remove();
    const auto kept = secrets::waitFor(secrets.read(place.key));
    if (!kept)
        return fail(kept.error());
    if (!*kept)
        return remove();
    const auto key = SnapshotKey::fromText(**kept);
    if (!key)
        return remove();
    auto opened = CampusFile::open(place.file, *key);
    if (!opened)
        return unless(opened.error());
    if (snapfile::isTooOld(opened->links()->readAt, now))
        return remove();
    return std::optional<CampusFile>(std::move(*opened));
}

Result<void> keepLastReading(const LastReading &place, const CampusReading &campus, secrets::SecretStore &secrets,
                             Instant now)
{
    const auto kept = secrets::waitFor(secrets.read(place.key));
    if (!kept)
        return fail(kept.error());
    std::optional<SnapshotKey> key;
    if (*kept) {
        if (auto known = SnapshotKey::fromText(**kept))
            key = *known;
    }
    if (!key) {
        key = SnapshotKey::random();
        if (auto done = secrets::waitFor(secrets.write(place.key, key->text())); !done)
            return done;
    }
    return snapfile::writeCampus(place.file, *key, campus, now);
}

QStringList lastReadingsIn(const QString &storeFolder)
{
    QStringList files;
    const QDir dir(storeFolder);
    const QStringList names = dir.entryList({QString(prefix + u'*' + suffix)}, QDir::Files | QDir::System);
    for (const QString &name : names)
        files << dir.filePath(name);
    return files;
}

Result<void> forgetLastReading(const QString &file, secrets::SecretStore &secrets)
{
    if (!QFile::remove(file))
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), file, 0, {}, {}});
    const QString name = QFileInfo(file).fileName();
    const QString id = name.mid(prefix.size(), name.size() - prefix.size() - suffix.size());
    // Where the keychain cannot be asked the key stays behind; there is nothing left that it opens.
    (void)secrets::waitFor(secrets.remove(keyOf(id)));
    return {};
}

} // namespace liaison::app
