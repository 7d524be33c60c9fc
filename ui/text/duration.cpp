#include "ui/text/duration.h"

#include "ui/text/format.h"

namespace liaison::text {
namespace {

QString part(Language language, qint64 n, QStringView unit)
{
    return number(language, n) % QChar(0xa0) % unit;
}

} // namespace

QString duration(Language language, qint64 seconds)
{
    const auto two = [&](qint64 large, QStringView largeUnit, qint64 small, QStringView smallUnit) {
        const QString first = part(language, large, largeUnit);
        return small == 0 ? first : QString(first % QChar(0xa0) % part(language, small, smallUnit));
    };
    seconds = std::max<qint64>(seconds, 0);
    if (seconds < 60)
        return part(language, seconds, u"s");
    const qint64 minutes = seconds / 60, hours = minutes / 60, days = hours / 24;
    if (hours == 0)
        return part(language, minutes, u"min");
    if (days < 2)
        return two(hours, u"h", minutes % 60, u"min");
    return two(days, language == Language::French ? u"j" : u"d", hours % 24, u"h");
}

} // namespace liaison::text
