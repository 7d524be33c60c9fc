#include "core/sandbox/moodledisplay.h"

#include <QDateTime>
#include <QLocale>

namespace liaison::sandbox::moodle {

namespace {

QString word(const Call &call, const char *english, const char *french)
{
    return QString::fromUtf8(call.language == u"fr" ? french : english);
}

} // namespace

QString displayYesNo(const Call &call, bool value)
{
    return value ? word(call, "Yes", "Oui") : word(call, "No", "Non");
}

QString displayDate(const Call &call, Instant at)
{
    if (!at.isKnown())
        return QString();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC);
    if (call.language == u"fr")
        return QLocale(QLocale::French).toString(time, QStringLiteral("dddd d MMMM yyyy, HH:mm"));
    return QLocale::c().toString(time, QStringLiteral("dddd, d MMMM yyyy, h:mm AP"));
}

QString displayMethod(const Call &call, const QString &method)
{
    if (method == u"manual")
        return word(call, "Manual enrolments", "Inscription manuelle");
    if (method == u"self")
        return word(call, "Self enrolment", "Auto-inscription");
    if (method == u"guest")
        return word(call, "Guest access", "Accès anonyme");
    return method;
}

QString displayStatus(const Call &call, const Enrolment &enrolment)
{
    if (enrolment.suspended)
        return word(call, "Suspended", "Suspendu");
    return isActive(enrolment, call.now) ? word(call, "Active", "Actif") : word(call, "Not current", "Non actuel");
}

QString displayLevel(const Call &call, Level level)
{
    switch (level) {
    case Level::Site:
        return word(call, "System", "Système");
    case Level::Category:
        return word(call, "Category", "Catégorie");
    case Level::Course:
        return word(call, "Course", "Cours");
    }
    return {};
}

} // namespace liaison::sandbox::moodle
