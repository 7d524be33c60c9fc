#include "core/sandbox/moodledisplay.h"
#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

enum class Source { Roles, Participants };

std::optional<Source> sourceOf(const Report &report)
{
    if (report.source.endsWith(QLatin1String("roles")))
        return Source::Roles;
    if (report.source.endsWith(QLatin1String("participants")))
        return Source::Participants;
    return std::nullopt;
}

/// Datasource "Roles" came with Moodle 4.4.
bool isServed(const Call &call, const Report &report)
{
    const auto source = sourceOf(report);
    return source && (*source == Source::Participants || call.version.atLeast(4, 4));
}

/// The world does not say who is in a report's audience: the capability stands for both.
bool maySeeReports(const Call &call)
{
    return call.can("moodle/reportbuilder:viewall");
}

QString nameOf(const Report &report)
{
    return (sourceOf(report) == Source::Roles ? QStringLiteral("Console: attributions de rôles ")
                                              : QStringLiteral("Console: inscriptions et rôles ")) +
           QString::number(report.id);
}

Object detailsOf(const Call &call, const Report &report)
{
    const bool roles = sourceOf(report) == Source::Roles;
    return Object()
        .add("name", nameOf(report))
        .add("source", roles ? "core_role\\reportbuilder\\datasource\\roles"
                             : "core_course\\reportbuilder\\datasource\\participants")
        .add("type", 0)
        .add("uniquerows", false)
        .add("conditiondata", nullptr)
        .add("settingsdata", nullptr)
        .add("contextid", 1)
        .add("component", "")
        .add("area", "")
        .add("itemid", 0)
        .add("usercreated", 2)
        .add("id", report.id)
        .add("timecreated", 0)
        .add("timemodified", 0)
        .add("usermodified", 2)
        .add("sourcename", roles ? "Roles" : "Course participants")
        .add("tags", List())
        .add("modifiedby", Object()
                               .add("id", 2)
                               .add("email", "admin@example.org")
                               .add("idnumber", "")
                               .add("phone1", "")
                               .add("phone2", "")
                               .add("department", "")
                               .add("institution", "")
                               .add("fullname", "Admin User")
                               .add("identity", "admin@example.org")
                               .add("profileurl", call.url(QStringLiteral("/user/profile.php?id=2")))
                               .add("profileimageurl", call.pictureUrl(false))
                               .add("profileimageurlsmall", call.pictureUrl(true)));
}

QString link(const QString &url, const QString &html)
{
    return QStringLiteral("<a href=\"") + url + QStringLiteral("\">") + html + QStringLiteral("</a>");
}

QString personLink(const Call &call, const Person &person)
{
    return link(call.url(QStringLiteral("/user/profile.php?id=%1").arg(person.id)), fullName(person));
}

/// What a row is about: only the rows of the page asked for are written out.
struct Row
{
    const CourseEntry *course = nullptr; ///< none: a role given in a category or on the site
    const Membership *member = nullptr;  ///< none: an enrolment method that nobody used
    const Enrolment *enrolment = nullptr;
    const char *method = nullptr;
    const RoleAssignment *assignment = nullptr;
    qint64 role = 0; ///< none: enrolled without role
};

QString shortnameOf(const Call &call, qint64 role)
{
    const Role *found = call.index.role(role);
    return found ? found->shortname : QString();
}

/// One row per course, enrolment and role; methods that nobody used give rows without person, unless a condition asks
/// for a status, which they do not have.
std::vector<Row> participantRows(const Call &call, bool activeOnly)
{
    std::vector<Row> rows;
    for (const CourseEntry &entry : call.index.courses()) {
        if (entry.isSite)
            continue;
        if (!activeOnly) {
            rows.push_back({&entry, nullptr, nullptr, "self", nullptr, 0});
            rows.push_back({&entry, nullptr, nullptr, "guest", nullptr, 0});
        }
        for (const Membership &member : entry.members) {
            for (const Enrolment *enrolment : member.enrolments) {
                if (activeOnly && !isActive(*enrolment, call.now))
                    continue;
                if (member.roles.empty())
                    rows.push_back({&entry, &member, enrolment, nullptr, nullptr, 0});
                for (const qint64 role : member.roles)
                    rows.push_back({&entry, &member, enrolment, nullptr, nullptr, role});
            }
        }
    }
    return rows;
}

List participantCells(const Call &call, const Row &row)
{
    const Course &course = *row.course->course;
    const QString name =
        link(call.url(QStringLiteral("/course/view.php?id=%1").arg(course.id)), formatString(course.shortname));
    if (!row.member)
        return {name,
                course.idnumber,
                "",
                "",
                "",
                displayMethod(call, QLatin1String(row.method)),
                displayYesNo(call, false),
                nullptr,
                "",
                "",
                nullptr};
    const Person &person = *row.member->person;
    return {name,
            course.idnumber,
            personLink(call, person),
            person.username,
            displayYesNo(call, person.suspended),
            displayMethod(call, row.enrolment->method),
            displayYesNo(call, true),
            displayStatus(call, *row.enrolment),
            displayDate(call, row.enrolment->start),
            displayDate(call, row.enrolment->end),
            row.role != 0 ? Value(shortnameOf(call, row.role)) : Value()};
}

/// One row per role assignment of the site: in courses, in categories and on the site itself.
std::vector<Row> roleRows(const Call &call)
{
    std::vector<Row> rows;
    for (const CourseEntry &entry : call.index.courses()) {
        for (const Membership &member : entry.members) {
            for (const qint64 role : member.roles)
                rows.push_back({&entry, &member, nullptr, nullptr, nullptr, role});
        }
    }
    for (const RoleAssignment &assignment : call.site.roleAssignments) {
        const Person *person = call.index.person(assignment.person);
        if (person && !person->deleted && (assignment.category == 0 || call.index.category(assignment.category)))
            rows.push_back({nullptr, nullptr, nullptr, nullptr, &assignment, call.index.roleId(assignment.role)});
    }
    return rows;
}

List roleCells(const Call &call, const Row &row)
{
    const Person &person = row.member ? *row.member->person : *call.index.person(row.assignment->person);
    QString context = link(call.url(QStringLiteral("/")), displayLevel(call, Level::Site));
    Level level = Level::Site;
    QString path = QStringLiteral("/1");
    Instant assigned;
    if (row.course) {
        const Course &course = *row.course->course;
        context = link(call.url(QStringLiteral("/course/view.php?id=%1").arg(course.id)),
                       displayLevel(call, Level::Course) + QStringLiteral(": ") + formatString(course.fullname));
        level = Level::Course;
        path = row.course->contextPath;
        assigned = course.created;
    } else if (const CategoryEntry *category = call.index.category(row.assignment->category)) {
        context =
            link(call.url(QStringLiteral("/course/index.php?categoryid=%1").arg(category->category->id)),
                 displayLevel(call, Level::Category) + QStringLiteral(": ") + formatString(category->category->name));
        level = Level::Category;
        path = category->contextPath;
    }
    return {context,
            displayLevel(call, level),
            path,
            shortnameOf(call, row.role),
            person.username,
            displayYesNo(call, person.suspended),
            "",
            displayDate(call, assigned),
            personLink(call, person)};
}

/// In the order of the cells, by the titles of the recordings. Role columns of the participants came with Moodle 4.3.
std::vector<const char *> columnsOf(const Call &call, bool roles)
{
    if (roles)
        return {"context", "level", "path", "role", "username", "suspended", "component", "assigned", "user"};
    std::vector<const char *> columns{"course",        "courseidnumber", "user",      "username", "suspended", "method",
                                      "methodenabled", "enrolstatus",    "timestart", "timeend",  "role"};
    if (!call.version.atLeast(4, 3))
        columns.pop_back();
    return columns;
}

struct Page
{
    std::size_t first = 0, last = 0;
};

/// Pages count from 0; `perpage` is 10 unless said otherwise and 0 for everything.
Page pageOf(const Call &call, std::size_t total)
{
    const auto size = std::size_t(std::max<qint64>(call.number(u"perpage", 10), 0));
    if (size == 0)
        return {0, total};
    const std::size_t first = std::min(total, std::size_t(std::max<qint64>(call.number(u"page"), 0)) * size);
    return {first, std::min(total, first + size)};
}

} // namespace

Answer listReports(const Call &call)
{
    std::vector<const Report *> reports;
    for (const Report &report : call.site.reports) {
        if (isServed(call, report) && maySeeReports(call) && !call.listEmpty)
            reports.push_back(&report);
    }
    std::sort(reports.begin(), reports.end(),
              [](auto *a, auto *b) { return std::tuple(nameOf(*a), a->id) < std::tuple(nameOf(*b), b->id); });
    const Page page = pageOf(call, reports.size());
    List list;
    for (std::size_t i = page.first; i < page.last; ++i)
        list.push_back(detailsOf(call, *reports[i]));
    return Value(Object().add("reports", std::move(list)).add("warnings", List()));
}

Answer retrieveReport(const Call &call)
{
    const qint64 id = call.number(u"reportid");
    const auto &reports = call.site.reports;
    const auto report =
        std::find_if(reports.begin(), reports.end(), [&](const Report &r) { return r.id == id && isServed(call, r); });
    if (report == reports.end())
        return refuse(missingRecord(QStringLiteral("reportbuilder_report")));
    if (!maySeeReports(call))
        return refuse({call.version.atLeast(4, 5)
                           ? QStringLiteral("core_reportbuilder\\exception\\report_access_exception")
                           : QStringLiteral("core_reportbuilder\\report_access_exception"),
                       QStringLiteral("errorreportview"), QStringLiteral("You cannot view this report")});
    const bool roles = sourceOf(*report) == Source::Roles;
    std::vector<Row> all;
    if (!call.listEmpty)
        all = roles ? roleRows(call) : participantRows(call, report->activeOnly);

    // A title of the world renames a column; an empty one takes it away.
    List headers;
    std::vector<std::size_t> shown;
    const std::vector<const char *> columns = columnsOf(call, roles);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString name = QString::fromLatin1(columns[i]);
        const QString title = report->titles.value(name, name);
        if (!title.isEmpty()) {
            headers.push_back(title);
            shown.push_back(i);
        }
    }
    const Page page = pageOf(call, all.size());
    List rows;
    for (std::size_t i = page.first; i < page.last; ++i) {
        List cells = roles ? roleCells(call, all[i]) : participantCells(call, all[i]);
        List visible;
        for (const std::size_t column : shown)
            visible.push_back(std::move(cells[column]));
        rows.push_back(Object().add("columns", std::move(visible)));
    }
    return Value(Object()
                     .add("details", detailsOf(call, *report))
                     .add("data", Object()
                                      .add("headers", std::move(headers))
                                      .add("rows", std::move(rows))
                                      .add("totalrowcount", qint64(all.size())))
                     .add("warnings", List()));
}

} // namespace liaison::sandbox::moodle
