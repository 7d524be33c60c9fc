#include "core/run/authority.h"

#include <QVariant> // for the next one

#include "core/base/uithread.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>

namespace liaison {
namespace {

bool isPem(const QString &ca)
{
    return ca.contains(u"-----BEGIN ");
}

} // namespace

QStringList fingerprintsOf(const QString &ca)
{
    notOnUiThread("certificates are read");
    const auto certificates =
        isPem(ca) ? QSslCertificate::fromData(ca.toLatin1(), QSsl::Pem)
                  : QSslCertificate::fromPath(ca, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    QStringList out;
    for (const QSslCertificate &certificate : certificates)
        out << QString(certificate.subjectDisplayName() + QLatin1String(", SHA-256 ") +
                       QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper()));
    return out;
}

Result<QString> pemOf(const QString &ca)
{
    if (ca.isEmpty() || isPem(ca))
        return ca;
    const auto unusable = [&] { return fail(Error{ErrorKind::Input, QStringLiteral("ca-file"), ca, 0, {}, {}}); };
    QFile file(ca);
    if (!file.open(QIODevice::ReadOnly))
        return unusable();
    QByteArray pem;
    const auto certificates = QSslCertificate::fromData(file.read(1024 * 1024), QSsl::Pem);
    for (const QSslCertificate &certificate : certificates)
        pem += certificate.toPem();
    if (pem.isEmpty())
        return unusable();
    return QString::fromLatin1(pem);
}

} // namespace liaison
