#include "core/sandbox/moodlereportcells.h"

#include "core/sandbox/moodledisplay.h"

namespace liaison::sandbox::moodle {

namespace {

QString link(const QString &url, const QString &html)
{
    return QStringLiteral("<a href=\"") + url + QStringLiteral("\">") + html + QStringLiteral("</a>");
}

QString personLink(const Call &call, const Person &person)
{
    return link(call.url(QStringLiteral("/user/profile.php?id=%1").arg(person.id)), fullName(person));
}

QString shortnameOf(const Call &call, qint64 role)
{
    const Role *found = call.index.role(role);
    return found ? found->shortname : QString();
}

/// A row without member is of an enrolment method that nobody used.
Value participantCell(const Call &call, const Row &row, std::size_t column)
{
    const Person *const person = row.member ? row.member->person : nullptr;
    switch (column) {
    case 0:
        return link(call.url(QStringLiteral("/course/view.php?id=%1").arg(row.course->course->id)),
                    formatString(row.course->course->shortname));
    case 1:
        return row.course->course->idnumber;
    case 2:
        return person ? personLink(call, *person) : QString();
    case 3:
        return person ? person->username : QString();
    case 4:
        return person ? displayYesNo(call, person->suspended) : QString();
    case 5:
        return displayMethod(call, row.enrolment ? row.enrolment->method : QString(QLatin1String(row.method)));
    case 6:
        return displayYesNo(call, row.enrolment != nullptr);
    case 7:
        return row.enrolment ? Value(displayStatus(call, *row.enrolment)) : Value();
    case 8:
        return row.enrolment ? displayDate(call, row.enrolment->start) : QString();
    case 9:
        return row.enrolment ? displayDate(call, row.enrolment->end) : QString();
    default:
        return row.role != 0 ? Value(shortnameOf(call, row.role)) : Value();
    }
}

Value contextCell(const Call &call, const Row &row)
{
    if (row.course) {
        const Course &course = *row.course->course;
        return link(call.url(QStringLiteral("/course/view.php?id=%1").arg(course.id)),
                    displayLevel(call, Level::Course) + QStringLiteral(": ") + formatString(course.fullname));
    }
    if (const CategoryEntry *category = call.index.category(row.assignment->category))
        return link(call.url(QStringLiteral("/course/index.php?categoryid=%1").arg(category->category->id)),
                    displayLevel(call, Level::Category) + QStringLiteral(": ") +
                        formatString(category->category->name));
    return link(call.url(QStringLiteral("/")), displayLevel(call, Level::Site));
}

/// A row without course is of a role given in a category or on the site.
Value roleCell(const Call &call, const Row &row, std::size_t column)
{
    const auto person = [&]() -> const Person & {
        return row.member ? *row.member->person : *call.index.person(row.assignment->person);
    };
    const CategoryEntry *const category =
        row.course || !row.assignment ? nullptr : call.index.category(row.assignment->category);
    switch (column) {
    case 0:
        return contextCell(call, row);
    case 1:
        return displayLevel(call, row.course ? Level::Course : category ? Level::Category : Level::Site);
    case 2:
        return row.course ? row.course->contextPath : category ? category->contextPath : QStringLiteral("/1");
    case 3:
        return shortnameOf(call, row.role);
    case 4:
        return person().username;
    case 5:
        return displayYesNo(call, person().suspended);
    case 6:
        return "";
    case 7:
        return displayDate(call, row.course ? row.course->course->created : Instant{});
    default:
        return personLink(call, person());
    }
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

} // namespace

ReportCells::ReportCells(const Call &call, const Report &report, bool roles) : m_call(call), m_roles(roles)
{
    struct Of
    {
        About about;
        std::size_t first, last;
    };
    const std::vector<Of> groups =
        roles ? std::vector<Of>{{About::Course, 0, 2},
                                {About::Role, 3, 3},
                                {About::Person, 4, 5},
                                {About::Course, 6, 7},
                                {About::Person, 8, 8}}
              : std::vector<Of>{
                    {About::Course, 0, 1}, {About::Person, 2, 4}, {About::Enrolment, 5, 9}, {About::Role, 10, 10}};
    const std::vector<const char *> columns = columnsOf(call, roles);
    for (const Of &of : groups) {
        Group group{of.about, {}, nullptr, {}};
        // Of columns; the fields of people in other calls are counted from the other end.
        unsigned choice = (roles ? 1U << 31 : 1U << 30) | (call.language == u"fr" ? 1U << 29 : 0);
        for (std::size_t i = of.first; i <= of.last && i < columns.size(); ++i) {
            const QString name = QString::fromLatin1(columns[i]);
            const QString title = report.titles.value(name, name);
            if (title.isEmpty())
                continue;
            m_headers.push_back(title);
            group.shown.push_back(i);
            choice |= 1U << i;
        }
        if (group.shown.empty())
            continue;
        if (of.about == About::Person || of.about == About::Course)
            group.kept = call.pieces.choice(choice);
        m_groups.push_back(std::move(group));
    }
}

void ReportCells::write(Writer &out, const Row &row)
{
    out.beginObject();
    out.key("columns");
    out.beginList();
    for (Group &group : m_groups)
        out.piece(textOf(group, row));
    out.endList();
    out.endObject();
}

void ReportCells::fetch(const Row &row) const
{
    for (const Group &group : m_groups) {
        if (group.kept && group.about == About::Person && row.member)
            group.kept->fetch(std::size_t(row.member->who));
    }
}

void ReportCells::writeAhead()
{
    for (Group &group : m_groups) {
        if (!group.kept)
            continue;
        Row row;
        if (group.about == About::Course) {
            for (const CourseEntry &course : m_call.index.courses()) {
                row.course = &course;
                (void)textOf(group, row);
            }
            continue;
        }
        Membership member;
        row.member = &member;
        for (const Person *person : m_call.index.people()) {
            member.person = person;
            (void)textOf(group, row);
            ++member.who;
        }
    }
}

bool ReportCells::isSame(About about, const Row &a, const Row &b)
{
    if (a.assignment || b.assignment)
        return false;
    switch (about) {
    case About::Course:
        return a.course == b.course;
    case About::Person:
        return !a.member && !b.member;
    case About::Enrolment:
        if (!a.enrolment || !b.enrolment)
            return a.enrolment == b.enrolment && a.method == b.method;
        return a.enrolment->method == b.enrolment->method && a.enrolment->suspended == b.enrolment->suspended &&
               a.enrolment->start == b.enrolment->start && a.enrolment->end == b.enrolment->end;
    case About::Role:
        return a.role == b.role;
    }
    return false;
}

QByteArrayView ReportCells::textOf(Group &group, const Row &row)
{
    const auto write = [&](Writer &out) {
        for (const std::size_t column : group.shown)
            out.value(m_roles ? roleCell(m_call, row, column) : participantCell(m_call, row, column));
    };
    if (group.kept && group.about == About::Person && row.member)
        return m_call.pieces.cells(group.kept, std::size_t(row.member->who), write);
    if (group.kept && group.about == About::Course && row.course)
        return m_call.pieces.cells(group.kept, std::size_t(row.course->number), write);
    if (group.last < group.written.size() && isSame(group.about, group.written[group.last].of, row))
        return group.written[group.last].text;
    for (group.last = 0; group.last < group.written.size(); ++group.last) {
        if (isSame(group.about, group.written[group.last].of, row))
            return group.written[group.last].text;
    }
    constexpr std::size_t most = 8;
    if (group.about == About::Course || group.written.size() == most)
        group.written.clear();
    group.last = group.written.size();
    return group.written.emplace_back(Group::Written{row, m_call.pieces.value(write)}).text;
}

} // namespace liaison::sandbox::moodle
