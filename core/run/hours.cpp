#include "core/run/hours.h"

#include <QDateTime>
#include <QRegularExpression>

namespace liaison {

std::optional<Hours> hoursFrom(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([01]?[0-9]|2[0-3]):([0-5][0-9])\\s*-\\s*([01]?[0-9]|2[0-3]):([0-5][0-9])\\s*$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto n = [&](int group) { return match.captured(group).toInt(); };
    const Hours hours{n(1) * 60 + n(2), n(3) * 60 + n(4)};
    return hours.from == hours.to ? std::nullopt : std::optional(hours);
}

QString hoursText(const Hours &hours)
{
    const auto time = [](int minutes) {
        return QStringLiteral("%1:%2")
            .arg(minutes / 60, 2, 10, QLatin1Char('0'))
            .arg(minutes % 60, 2, 10, QLatin1Char('0'));
    };
    return time(hours.from) + u'-' + time(hours.to);
}

bool isWithin(const Hours &hours, int minute)
{
    return hours.from < hours.to ? minute >= hours.from && minute < hours.to
                                 : minute >= hours.from || minute < hours.to;
}

bool isWithin(const Hours &hours, Instant now)
{
    const QTime local = QDateTime::fromMSecsSinceEpoch(now.ms).time();
    return isWithin(hours, local.hour() * 60 + local.minute());
}

} // namespace liaison
