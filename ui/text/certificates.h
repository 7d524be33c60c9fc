#pragma once

#include "core/base/instant.h"
#include "ui/text/text.h"

namespace liaison::text {

/// A certificate that a server showed, for people.
struct CertificateLine
{
    QString name;   ///< "1. chat.univ.example"
    QString detail; ///< "issued by R11, Let’s Encrypt, valid from 1 Nov 2026 to 30 Jan 2027"
    QString sha256; ///< "SHA-256 AB:CD:..."
};
[[nodiscard]] CertificateLine certificateLine(Language language, int position, const QString &subject,
                                              const QString &issuer, Instant from, Instant until,
                                              const QString &sha256);
/// What the chain lacks, and where it can be put right; `issuer`: the name of the missing certificate.
[[nodiscard]] QString missingCertificate(Language language, const QString &issuer);
/// "Certificates shown by the server"
[[nodiscard]] QString certificatesTitle(Language language);

} // namespace liaison::text
