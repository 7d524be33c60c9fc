#pragma once

#include "core/base/instant.h"
#include "ui/text/text.h"

#include <QTimeZone>

/// Numbers, ages and dates in the two languages, always the same whatever the locale of the machine.
namespace liaison::text {

/// "1,234" in English, "1 234" in French (narrow no-break space, U+202F).
[[nodiscard]] QString number(Language language, qint64 n);

/// The form for n, with "%1" replaced by `number`. 0 is plural in English, singular in French.
[[nodiscard]] QString plural(Language language, qint64 n, const QString &one, const QString &other);

/// "just now" / "à l’instant" below a minute (and for a clock that is ahead), then "4 min ago" / "il y a 4 min", hours
/// up to two days, days up to two months, months up to two years, years. Rounded down.
[[nodiscard]] QString age(Language language, qint64 milliseconds);

/// "20 Nov 2026, 09:00" / "20 nov. 2026 à 09:00"; "unknown date" / "date inconnue" for the unknown instant.
[[nodiscard]] QString dateTime(Language language, Instant instant, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace liaison::text
