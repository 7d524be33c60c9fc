#include "app/profilefiles.h"

#include "core/run/profilestore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>

namespace liaison::app {

Result<QString> pemOf(const QString &ca)
{
    const auto notUsable = [&ca] { return fail(Error{ErrorKind::Input, QStringLiteral("ca-file"), ca, 0, {}, {}}); };
    if (ca.isEmpty() || ca.contains(u"-----BEGIN "))
        return ca;
    QFile file(ca);
    if (!file.open(QIODevice::ReadOnly))
        return notUsable();
    QByteArray pem;
    const auto certificates = QSslCertificate::fromData(file.read(1024 * 1024), QSsl::Pem);
    for (const QSslCertificate &certificate : certificates)
        pem += certificate.toPem();
    if (pem.isEmpty())
        return notUsable();
    return QString::fromLatin1(pem);
}

QStringList fingerprintsOf(const QString &ca)
{
    const auto certificates =
        ca.contains(u"-----BEGIN ")
            ? QSslCertificate::fromData(ca.toLatin1(), QSsl::Pem)
            : QSslCertificate::fromPath(ca, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    QStringList out;
    for (const QSslCertificate &certificate : certificates)
        out << QString(certificate.subjectDisplayName() + QLatin1String(", SHA-256 ") +
                       QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper()));
    return out;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(Error{ErrorKind::Input, QStringLiteral("file-not-found"), path, 0, {}, {}});
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error{ErrorKind::Input, QStringLiteral("file-not-readable"), path, 0, {}, {}});
    return file.read(16 * 1024 * 1024);
}

QString profileNameFor(const Profile &profile, const QString &file)
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

} // namespace liaison::app
