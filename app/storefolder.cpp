#include "app/storefolder.h"

#include "core/net/origin.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QUrl>

namespace liaison::app {
namespace {

const QString campusPrefix = QStringLiteral("campus-");

QString given(const Environment &environment)
{
    return environment(QStringLiteral("LIAISON_STORE")).value_or(QString());
}

/// The servers, whatever the profile is called: two profiles of one campus share what was seen and done there.
QString campusName(const Profile &profile)
{
    QStringList parts;
    for (const MoodleSettings &site : profile.moodle) {
        const QUrl url(site.url);
        parts << site.id + u' ' + net::originOf(url) + url.path();
    }
    parts.sort();
    parts << net::originOf(QUrl(profile.chat.url)) + QUrl(profile.chat.url).path() << profile.snapshot;
    const QByteArray digest = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return campusPrefix + QString::fromLatin1(digest.toHex().left(16));
}

} // namespace

QString storesFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1String("/liaison");
}

QStringList campusStores()
{
    const QDir all(storesFolder());
    QStringList paths;
    for (const QString &name : all.entryList({campusPrefix + u'*'}, QDir::Dirs | QDir::NoSymLinks, QDir::Name))
        paths << all.filePath(name);
    return paths;
}

bool isStoreGiven(const Arguments &arguments, const Environment &environment)
{
    return arguments.demo || !given(environment).isEmpty();
}

Result<QString> storeFolder(const Arguments &arguments, const Environment &environment, const Profile *profile)
{
    QString folder = given(environment);
    if (folder.startsWith(u"postgresql:") || folder.startsWith(u"postgres:"))
        return fail(
            Error{ErrorKind::Input, QStringLiteral("bad-arguments"), QStringLiteral("LIAISON_STORE"), 0, {}, {}});
    if (arguments.demo) { // never sees what was recorded of real servers, nor they of it
        const QString campus = arguments.demo->isEmpty() ? QStringLiteral("small") : *arguments.demo;
        return QString((folder.isEmpty() ? storesFolder() : folder) + QLatin1String("/demo-") + campus);
    }
    if (folder.isEmpty() && profile)
        folder = storesFolder() + u'/' + campusName(*profile);
    return folder.isEmpty() ? storesFolder() : folder;
}

} // namespace liaison::app
