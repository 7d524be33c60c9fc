#include "core/sandbox/moodlemembers.h"

#include "core/sandbox/moodleahead.h"

namespace liaison::sandbox::moodle {

namespace {

void writeRoles(const Call &call, Writer &out, const Membership &member)
{
    out.piece(call.pieces.value(Pieces::Kind::Roles, std::size_t(member.roleSet), [&](Writer &list) {
        list.beginList(); // the course's own only: contract section 4
        for (const qint64 id : member.roles) {
            const Role *role = call.index.role(id);
            list.beginObject();
            list.field("roleid", id)
                .field("name", role ? call.text(role->name) : QString())
                .field("shortname", role ? role->shortname : QString())
                .field("sortorder", 0);
            list.endObject();
        }
        list.endList();
    }));
}

void writeGroups(const Call &call, Writer &out, const CourseEntry &entry, const Membership &member)
{
    out.beginList();
    for (const Group &group : entry.course->groups) {
        if (!member.isInGroup(group.id))
            continue;
        out.beginObject();
        out.field("id", group.id)
            .field("name", call.text(group.name))
            .field("description", "")
            .field("descriptionformat", 1);
        out.endObject();
    }
    out.endList();
}

QByteArrayView courseText(const Call &call, std::size_t number)
{
    return call.pieces.value(Pieces::Kind::EnrolledCourse, number, [&](Writer &piece) {
        const Course &course = *call.index.courses()[number].course;
        piece.beginObject();
        piece.field("id", course.id)
            .field("fullname", call.text(course.fullname))
            .field("shortname", call.text(course.shortname));
        piece.endObject();
    });
}

void writeCourses(const Call &call, Writer &out, const EnrolledCourses &enrolled, int who)
{
    out.beginList();
    enrolled.forEach(who, [&](std::size_t number) { out.piece(courseText(call, number)); });
    out.endList();
}

void writePerson(Writer &out, const Person &person, const Shown &shown)
{
    out.field("id", person.id);
    if (shown.username)
        out.field("username", person.username);
    if (shown.firstname)
        out.field("firstname", person.firstname);
    if (shown.lastname)
        out.field("lastname", person.lastname);
    out.key("fullname");
    writeFullName(out, person);
    if (shown.email)
        out.field("email", person.email);
    if (shown.department)
        out.field("department", "");
    if (shown.idnumber && !person.idnumber.isEmpty())
        out.field("idnumber", person.idnumber);
}

} // namespace

void writeCoursesAhead(const Call &call)
{
    for (std::size_t number = 0; number < call.index.courses().size(); ++number)
        (void)courseText(call, number);
}

Shown::Shown(const Call &call, const QStringList &fields)
{
    const auto wanted = [&](const char *field) { return fields.isEmpty() || fields.contains(QLatin1String(field)); };
    const Held &held = call.index.held();
    username = wanted("username") && held.allDetails;
    firstname = wanted("firstname") && held.fullNames;
    lastname = wanted("lastname") && held.fullNames;
    email = wanted("email") && held.identity;
    department = wanted("department");
    idnumber = wanted("idnumber") && held.allDetails;
    groups = wanted("groups");
    roles = wanted("roles");
    courses = wanted("enrolledcourses");
    people =
        call.pieces.choice(username | firstname << 1 | lastname << 2 | email << 3 | department << 4 | idnumber << 5);
    same = call.pieces.fields([&](Writer &out) {
        if (wanted("firstaccess"))
            out.field("firstaccess", 0);
        if (wanted("lastaccess"))
            out.field("lastaccess", 0);
        if (wanted("lastcourseaccess"))
            out.field("lastcourseaccess", 0);
        if (wanted("profileimageurlsmall"))
            out.field("profileimageurlsmall", call.pictureUrl(true));
        if (wanted("profileimageurl"))
            out.field("profileimageurl", call.pictureUrl(false));
    });
}

void fetch(const Call &call, const Membership &member, const Shown &shown)
{
    if (shown.people)
        shown.people->fetch(std::size_t(member.who));
    if (shown.courses)
        call.index.fetchPlaces(member);
}

void writeUser(const Call &call, Writer &out, const CourseEntry &entry, const Membership &member, const Shown &shown,
               const EnrolledCourses &enrolled)
{
    out.beginObject();
    if (shown.people)
        out.fields(call.pieces.person(shown.people, std::size_t(member.who),
                                      [&](Writer &piece) { writePerson(piece, *member.person, shown); }));
    else
        writePerson(out, *member.person, shown);
    out.fields(shown.same);
    if (shown.groups) {
        out.key("groups");
        writeGroups(call, out, entry, member);
    }
    if (shown.roles) {
        out.key("roles");
        writeRoles(call, out, member);
    }
    if (shown.courses) {
        out.key("enrolledcourses");
        writeCourses(call, out, enrolled, member.who);
    }
    out.endObject();
}

} // namespace liaison::sandbox::moodle
