#include "core/net/httpdate.h"

#include <QLocale>

namespace liaison::net {

Instant parseHttpDate(const QByteArray &text)
{
    const QByteArray t = text.trimmed();
    if (t.size() != 29 || !t.endsWith(" GMT"))
        return {};
    // Date and time apart: parsed together they would be a local time, and some of those do not exist.
    const QDate date = QLocale::c().toDate(QString::fromLatin1(t.mid(5, 11)), QStringLiteral("dd MMM yyyy"));
    const QTime time = QTime::fromString(QString::fromLatin1(t.mid(17, 8)), QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !time.isValid())
        return {};
    return {QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch()};
}

} // namespace liaison::net
