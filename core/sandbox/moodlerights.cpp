#include "core/sandbox/moodlerights.h"

#include <QSet>
#include <algorithm>

namespace liaison::sandbox::moodle {

const std::vector<Right> &rights()
{
    static const std::vector<Right> all = {
        {"webservice/rest:use", "Use REST protocol", true},
        {"moodle/course:view", "View courses without participation", true},
        {"moodle/course:viewhiddencourses", "View hidden courses", true},
        {"moodle/course:viewparticipants", "View participants", true},
        {"moodle/course:enrolreview", "Review course enrolments", true},
        {"moodle/user:viewdetails", "View user profiles", true},
        {"moodle/user:viewalldetails", "View user full information", true},
        {"moodle/site:accessallgroups", "Access all groups", true},
        {"moodle/site:viewuseridentity", "See full user identity in lists", true},
        {"moodle/site:viewfullnames", "Always see full names of users", true},
        {"moodle/course:viewhiddenactivities", "View hidden activities", true},
        {"moodle/course:viewhiddensections", "View hidden sections", true},
        {"moodle/course:ignoreavailabilityrestrictions", "Ignore access restrictions", true},
        {"moodle/course:managegroups", "Manage groups", true},
        {"moodle/role:review", "Review permissions for others", true},
        {"moodle/category:viewhiddencategories", "See hidden categories", true},
        {"moodle/reportbuilder:viewall", "View all custom reports", true},
        {"moodle/course:update", "Update course settings", false},
        {"moodle/course:manageactivities", "Manage activities", false},
        {"moodle/course:activityvisibility", "Hide/show activities", false},
        {"moodle/backup:backupcourse", "Backup courses", false},
        {"block/my_external_backup_restore_courses:can_see_backup_courses", "View backup courses", false},
        {"block/my_external_backup_restore_courses:can_retrieve_courses", "Retrieve courses", false},
        {"local/liaison:view", "Read links, memberships and restore tasks", true},
        {"local/liaison:managerestores", "Manage restore tasks", true},
        {"local/liaison:restoreany", "Schedule restores for nobody", true},
        {"local/liaison:setroom", "Give a room to an activity", true},
    };
    return all;
}

bool everybodyHolds(const QString &capability)
{
    return capability.endsWith(QLatin1String(":view"));
}

bool roleHolds(const QString &shortname, const QString &capability)
{
    if (everybodyHolds(capability) || shortname == u"manager")
        return true;
    static const QSet<QString> forTeachers{
        QStringLiteral("moodle/course:viewhiddenactivities"), QStringLiteral("moodle/course:viewhiddencourses"),
        QStringLiteral("moodle/site:accessallgroups"),        QStringLiteral("moodle/course:enrolreview"),
        QStringLiteral("moodle/site:viewuseridentity"),       QStringLiteral("moodle/role:review")};
    static const QSet<QString> forEverybodyEnrolled{QStringLiteral("moodle/course:viewparticipants"),
                                                    QStringLiteral("moodle/user:viewdetails"),
                                                    QStringLiteral("moodle/course:isincompletionreports")};
    const bool editing = shortname.contains(QLatin1String("editingteacher"));
    if (forEverybodyEnrolled.contains(capability))
        return shortname != u"guest";
    if (forTeachers.contains(capability))
        return editing || shortname == u"teacher";
    return editing && capability.startsWith(QLatin1String("moodle/course:"));
}

QString archetypeOf(const QString &shortname)
{
    static const QSet<QString> own{QStringLiteral("manager"),        QStringLiteral("coursecreator"),
                                   QStringLiteral("editingteacher"), QStringLiteral("teacher"),
                                   QStringLiteral("student"),        QStringLiteral("guest"),
                                   QStringLiteral("user"),           QStringLiteral("frontpage")};
    return own.contains(shortname) ? shortname : QString();
}

QString siteName(const Moodle &site)
{
    return QStringLiteral("Campus ") + site.id;
}

Version versionOf(const Moodle &site)
{
    struct Known
    {
        int minor;
        const char *date;
    };
    static constexpr Known known[] = {
        {1, "20221128"}, {2, "20230424"}, {3, "20231009"}, {4, "20240422"}, {5, "20241007"}};
    const QStringList parts = site.version.split(u'.');
    const int minor = parts.size() > 1 ? parts.at(1).toInt() : 5;
    Version version;
    for (const Known &k : known) {
        version.minor = k.minor;
        const QString date = QString::fromLatin1(k.date);
        version.number = date + QStringLiteral("00");
        version.release = QStringLiteral("4.") + QString::number(k.minor) + QStringLiteral(" (Build: ") + date + u')';
        if (minor <= k.minor)
            break;
    }
    return version;
}

} // namespace liaison::sandbox::moodle
