#include "core/sandbox/moodleavailability.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace liaison::sandbox::moodle {

namespace {

struct Condition
{
    bool met = false;
    QString words;
};

QString day(qint64 second)
{
    return QLocale::c().toString(QDateTime::fromSecsSinceEpoch(second, Qt::UTC), QStringLiteral("d MMMM yyyy"));
}

Condition conditionOf(const QJsonObject &condition, Instant now)
{
    if (condition[QLatin1String("type")].toString() == u"date") {
        const qint64 at = condition[QLatin1String("t")].toInteger();
        if (condition[QLatin1String("d")].toString() == u">=")
            return {seconds(now) >= at,
                    QStringLiteral("Available from <strong>") + day(at) + QStringLiteral("</strong>")};
        return {seconds(now) < at,
                QStringLiteral("Available until end of <strong>") + day(at - 1) + QStringLiteral("</strong>")};
    }
    // Groups and groupings, grades, completion: nothing that an account outside the course meets.
    return {false, QStringLiteral("Not available unless a condition is met")};
}

} // namespace

Availability availabilityOf(const Call &call, const Activity &activity)
{
    Availability result;
    if (!activity.availability)
        return result;
    const QJsonObject tree = QJsonDocument::fromJson(activity.availability->toUtf8()).object();
    const QJsonArray conditions = tree[QLatin1String("c")].toArray();
    const QJsonArray shown = tree[QLatin1String("showc")].toArray();
    const bool any = tree[QLatin1String("op")].toString() == u"|";
    bool open = !any || conditions.isEmpty();
    bool hideEntirely = false;
    QStringList words;
    for (int i = 0; i < conditions.size(); ++i) {
        const Condition condition = conditionOf(conditions[i].toObject(), call.now);
        const bool show = any ? tree[QLatin1String("show")].toBool(true) : shown.at(i).toBool(true);
        open = any ? open || condition.met : open && condition.met;
        hideEntirely = hideEntirely || (!condition.met && !show);
        if (show && !condition.met)
            words.append(condition.words);
    }
    if (open)
        return result;
    result.information = words.join(QStringLiteral(" and "));
    if (call.can("moodle/course:ignoreavailabilityrestrictions"))
        return result;
    result.uservisible = false;
    result.listed = !hideEntirely;
    return result;
}

} // namespace liaison::sandbox::moodle
