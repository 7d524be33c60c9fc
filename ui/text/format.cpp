#include "ui/text/format.h"

#include <array>

namespace liaison::text {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array<const char16_t *, 12> englishMonths{u"Jan", u"Feb", u"Mar", u"Apr", u"May", u"Jun",
                                                         u"Jul", u"Aug", u"Sep", u"Oct", u"Nov", u"Dec"};
constexpr std::array<const char16_t *, 12> frenchMonths{u"janv.",   u"févr.", u"mars",  u"avr.", u"mai",  u"juin",
                                                        u"juillet", u"août",  u"sept.", u"oct.", u"nov.", u"déc."};

QString ago(Language language, qint64 n, const char16_t *one, const char16_t *other)
{
    const QString form = plural(language, n, QString::fromUtf16(one), QString::fromUtf16(other));
    return language == Language::French ? QStringLiteral("il y a ") + form : form + QStringLiteral(" ago");
}

} // namespace

QString number(Language language, qint64 n)
{
    QString digits = QString::number(n);
    const QChar separator = language == Language::French ? QChar(0x202f) : QChar(u',');
    const qsizetype first = n < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, separator);
    return digits;
}

QString plural(Language language, qint64 n, const QString &one, const QString &other)
{
    const bool singular = n == 1 || n == -1 || (language == Language::French && n == 0);
    QString form = singular ? one : other;
    return form.replace(QStringLiteral("%1"), number(language, n));
}

QString age(Language language, qint64 milliseconds)
{
    const bool french = language == Language::French;
    if (milliseconds < minute)
        return french ? QStringLiteral("à l’instant") : QStringLiteral("just now");
    // The number never leaves its unit at the end of a line.
    if (milliseconds < hour)
        return ago(language, milliseconds / minute, u"%1\u00a0min", u"%1\u00a0min");
    if (milliseconds < 2 * day)
        return ago(language, milliseconds / hour, u"%1\u00a0h", u"%1\u00a0h");
    const qint64 days = milliseconds / day;
    if (days < 60)
        return french ? ago(language, days, u"%1\u00a0jour", u"%1\u00a0jours")
                      : ago(language, days, u"%1\u00a0day", u"%1\u00a0days");
    if (days < 730)
        return french ? ago(language, days / 30, u"%1\u00a0mois", u"%1\u00a0mois")
                      : ago(language, days / 30, u"%1\u00a0month", u"%1\u00a0months");
    return french ? ago(language, days / 365, u"%1\u00a0an", u"%1\u00a0ans")
                  : ago(language, days / 365, u"%1\u00a0year", u"%1\u00a0years");
}

QString dateTime(Language language, Instant instant, const QTimeZone &zone)
{
    const bool french = language == Language::French;
    if (!instant.isKnown())
        return french ? QStringLiteral("date inconnue") : QStringLiteral("unknown date");
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(instant.ms, zone);
    const std::size_t month = static_cast<std::size_t>(t.date().month() - 1);
    const QString name = QString::fromUtf16(french ? frenchMonths.at(month) : englishMonths.at(month));
    const QString dayOfMonth = french && t.date().day() == 1 ? QStringLiteral("1er") : QString::number(t.date().day());
    const QString date = dayOfMonth + QChar(QChar::Nbsp) + name + QChar(QChar::Nbsp) + QString::number(t.date().year());
    return date + (french ? QStringLiteral(" à ") : QStringLiteral(", ")) + t.time().toString(QStringLiteral("HH:mm"));
}

} // namespace liaison::text
