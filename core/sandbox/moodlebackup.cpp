#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// Course copies, which a token cannot start, and the remote side of the restore block: contract section 4.
namespace liaison::sandbox::moodle {

namespace {

constexpr char backupRight[] = "moodle/backup:backupcourse";
/// The setting `search_roles` of the block, as it is shipped.
constexpr QLatin1String ownerRole("editingteacher");

bool owns(const Call &call, const CourseEntry &entry, const QString &username)
{
    const qint64 role = call.index.roleId(ownerRole);
    return std::any_of(entry.members.begin(), entry.members.end(), [&](const Membership &m) {
        return m.person->username == username && std::binary_search(m.roles.begin(), m.roles.end(), role);
    });
}

} // namespace

Answer submitCopyForm(const Call &call)
{
    if (Check refused = require(call, backupRight))
        return refuse(*refused);
    // The form wants the key of a browser session, which a token does not have.
    return refuse(moodleFault(call.version, QStringLiteral("missingparam"),
                              QStringLiteral("A required parameter (sesskey) was missing")));
}

/// A world has no copies under way: every id is unknown.
Answer backupProgress(const Call &call)
{
    if (Check refused = require(call, backupRight))
        return refuse(*refused);
    return refuse(missingRecord(QStringLiteral("backup_controllers")));
}

Answer blockCourses(const Call &call)
{
    if (Check refused = require(call, "block/my_external_backup_restore_courses:can_see_backup_courses"))
        return refuse(*refused);
    const QString username = textOf(call.form, u"username");
    const auto &people = call.index.people();
    if (std::none_of(people.begin(), people.end(), [&](const Person *p) { return p->username == username; }))
        return refuse({QStringLiteral("block_my_external_backup_restore_courses_invalid_username_exception"),
                       QStringLiteral("invalidusername"), QStringLiteral("debug/invalidusername")});
    List list;
    for (const CourseEntry &entry : call.index.courses()) {
        if (call.listEmpty || !owns(call, entry, username))
            continue;
        const Course &course = *entry.course;
        list.push_back(Object()
                           .add("id", course.id)
                           .add("shortname", call.text(course.shortname))
                           .add("category", course.category)
                           .add("sortorder", entry.sortOrder)
                           .add("fullname", call.text(course.fullname))
                           .add("idnumber", course.idnumber)
                           .add("startdate", seconds(course.created))
                           .add("visible", course.visible ? 1 : 0)
                           .add("groupmode", course.groupmode)
                           .add("groupmodeforce", 0)
                           .add("categoryidentifier", nullptr)
                           .add("concernedusers", "")); // always empty in 3.1.3
    }
    return Value(std::move(list));
}

Answer blockZip(const Call &call)
{
    if (Check refused = require(call, "block/my_external_backup_restore_courses:can_retrieve_courses"))
        return refuse(*refused);
    const QString username = textOf(call.form, u"username");
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!username.isEmpty() && (!entry || !owns(call, *entry, username))) // an empty name skips the test
        return refuse({QStringLiteral("Exception"), std::nullopt, QStringLiteral("[[notcourseowner]]")});
    if (!entry)
        return refuse({QStringLiteral("backup_controller_exception"), QStringLiteral("backup_check_course_not_exists"),
                       QStringLiteral("error/backup_check_course_not_exists")});
    return Value(Object().add("filename", "").add("filerecordid", entry->course->id));
}

} // namespace liaison::sandbox::moodle
