#include "ui/courses/coursewords.h"

#include "ui/text/format.h"

namespace liaison::ui {

QString shortAge(text::Language language, qint64 milliseconds)
{
    constexpr qint64 minute = 60'000, hour = 60 * minute, day = 24 * hour;
    const bool french = language == text::Language::French;
    if (milliseconds < minute)
        return french ? QStringLiteral("à l’instant") : QStringLiteral("just now");
    if (milliseconds < hour)
        return QString(text::number(language, milliseconds / minute) + u"\u00a0min");
    if (milliseconds < 2 * day)
        return QString(text::number(language, milliseconds / hour) + u"\u00a0h");
    return QString(text::number(language, milliseconds / day) + (french ? u"\u00a0j" : u"\u00a0d"));
}

} // namespace liaison::ui
