#include "core/sandbox/moodlecall.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {
const char notAccessible[] = "Course or activity not accessible.";
}

QString Call::pictureUrl(bool small) const
{
    return wwwroot + QStringLiteral("/theme/image.php/boost/core/1/u/") + (small ? u"f2" : u"f1");
}

QString coreException(const Version &version, const char *name)
{
    return (version.atLeast(4, 5) ? QStringLiteral("core\\exception\\") : QString()) + QLatin1String(name);
}

Fault moodleFault(const Version &version, const QString &code, const QString &message)
{
    return {coreException(version, "moodle_exception"), code, message};
}

Fault invalidParameter(const Version &version)
{
    return {coreException(version, "invalid_parameter_exception"), QStringLiteral("invalidparameter"),
            QStringLiteral("Invalid parameter value detected")};
}

Fault invalidToken(const Version &version)
{
    return moodleFault(version, QStringLiteral("invalidtoken"), QStringLiteral("Invalid token - token not found"));
}

Fault accessFault()
{
    return {QStringLiteral("webservice_access_exception"), QStringLiteral("accessexception"),
            QStringLiteral("Access control exception")};
}

Fault missingRecord(const QString &table)
{
    return {QStringLiteral("dml_missing_record_exception"), QStringLiteral("invalidrecord"),
            QStringLiteral("Can't find data record in database table %1.").arg(table)};
}

Fault missingRecordAnywhere()
{
    return {QStringLiteral("dml_missing_record_exception"), QStringLiteral("invalidrecordunknown"),
            QStringLiteral("Can't find data record in database.")};
}

Fault courseContextFault(const Version &version, qint64 course, const QString &why)
{
    return moodleFault(version, QStringLiteral("errorcoursecontextnotvalid"),
                       QStringLiteral("You cannot execute functions in the course context (course id:%1). "
                                      "The context error message was: %2")
                           .arg(course)
                           .arg(why));
}

Fault loginFault(const Version &version)
{
    return {coreException(version, "require_login_exception"), QStringLiteral("requireloginerror"),
            QLatin1String(notAccessible)};
}

Check require(const Call &call, const char *capability)
{
    if (call.can(capability))
        return std::nullopt;
    const auto &all = rights();
    const auto right =
        std::find_if(all.begin(), all.end(), [&](const Right &r) { return qstrcmp(r.name, capability) == 0; });
    return Fault{coreException(call.version, "required_capability_exception"), QStringLiteral("nopermissions"),
                 QStringLiteral("Sorry, but you do not currently have permissions to do that (%1).")
                     .arg(QLatin1String(right == all.end() ? capability : right->words))};
}

bool mayEnter(const Call &call, const CourseEntry &entry)
{
    return entry.isSite ||
           (call.index.held().viewCourses && (entry.course->visible || call.index.held().hiddenCourses));
}

Check requireCourse(const Call &call, const CourseEntry &entry)
{
    if (mayEnter(call, entry))
        return std::nullopt;
    return courseContextFault(call.version, entry.course->id, QLatin1String(notAccessible));
}

bool maySeeParticipants(const Call &call)
{
    return call.can("moodle/course:viewparticipants") || call.can("moodle/course:enrolreview");
}

void writeFullName(Writer &out, const Person &person)
{
    out.beginText();
    out.part(person.firstname);
    out.part(" ");
    out.part(person.lastname);
    out.endText();
}

} // namespace liaison::sandbox::moodle
