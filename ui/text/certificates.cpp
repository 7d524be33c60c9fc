#include "ui/text/certificates.h"

#include "ui/text/format.h"

namespace liaison::text {
namespace {

QString day(Language language, Instant at)
{
    const QString date = dateTime(language, at);
    return language == Language::French ? date.section(QStringLiteral(" à "), 0, 0) : date.section(u',', 0, 0);
}

} // namespace

CertificateLine certificateLine(Language language, int position, const QString &subject, const QString &issuer,
                                Instant from, Instant until, const QString &sha256)
{
    const bool french = language == Language::French;
    const QString pattern = french ? QStringLiteral("émis par %1, valable du %2 au %3")
                                   : QStringLiteral("issued by %1, valid from %2 to %3");
    return {QStringLiteral("%1. %2").arg(position).arg(subject),
            pattern.arg(issuer, day(language, from), day(language, until)), QStringLiteral("SHA-256 ") + sha256};
}

QString missingCertificate(Language language, const QString &issuer)
{
    return language == Language::French
               ? QStringLiteral("Il manque le certificat « %1 ». Si c’est un intermédiaire, l’équipe qui exploite le "
                                "serveur l’ajoute à la chaîne que celui-ci présente ; si c’est l’autorité de "
                                "l’établissement, ajoutez son fichier au profil.")
                     .arg(issuer)
                     .replace(QStringLiteral("« "), QStringLiteral("«\u00a0"))
                     .replace(QStringLiteral(" »"), QStringLiteral("\u00a0»"))
                     .replace(QStringLiteral(" ;"), QStringLiteral("\u202f;"))
               : QStringLiteral("The certificate “%1” is missing. If it is an intermediate one, the people who run "
                                "the server add it to the chain that it shows; if it is the institution’s authority, "
                                "add its file to the profile.")
                     .arg(issuer);
}

QString certificatesTitle(Language language)
{
    return language == Language::French ? QStringLiteral("Certificats présentés par le serveur")
                                        : QStringLiteral("Certificates shown by the server");
}

} // namespace liaison::text
