#include "core/moodle/parser.h"

#include "core/moodle/reader.h"
#include "core/moodle/requests.h"

#include <algorithm>
#include <unordered_map>

namespace liaison::moodle {

namespace {

std::optional<QString> unlessEmpty(std::optional<QString> text)
{
    return text && text->isEmpty() ? std::nullopt : std::move(text);
}

Course course(Object &o)
{
    Course c;
    c.id = o.id("id");
    c.shortname = o.shown("shortname");
    c.fullname = o.shown("fullname");
    c.category = o.count("categoryid");
    c.categoryName = o.optShown("categoryname");
    c.visible = o.optFlag("visible");
    if (const auto mode = o.optCount("groupmode"))
        c.groupMode = int(std::min<qint64>(*mode, 2));
    c.start = o.optTime("startdate");
    c.end = o.optTime("enddate");
    c.created = o.optTime("timecreated");
    c.idnumber = o.optExact("idnumber");
    return c;
}

/// A list of thousands of people names a handful of roles: their texts are made once and shared.
class Roles
{
public:
    std::vector<RoleRef> read(Object &user)
    {
        std::vector<RoleRef> out;
        user.eachObject("roles", [&](Object &o) { out.push_back(role(o)); });
        std::stable_sort(out.begin(), out.end(), [](const RoleRef &a, const RoleRef &b) { return a.id < b.id; });
        out.erase(std::unique(out.begin(), out.end(), [](const RoleRef &a, const RoleRef &b) { return a.id == b.id; }),
                  out.end());
        return out;
    }

private:
    const RoleRef &role(Object &o)
    {
        const qint64 id = o.id("roleid");
        const auto known = m_known.find(id);
        if (known != m_known.end())
            return known->second;
        return m_known[id] = {id, o.exact("shortname"), o.optShown("name").value_or(QString())};
    }

    std::unordered_map<qint64, RoleRef> m_known;
};

EnrolledUser enrolledUser(Object &o, Roles &roles)
{
    EnrolledUser u;
    u.id = o.id("id");
    u.username = unlessEmpty(o.optExact("username"));
    u.fullName = o.optShown("fullname").value_or(QString());
    u.firstName = o.optShown("firstname");
    u.lastName = o.optShown("lastname");
    u.email = o.optExact("email");
    u.idnumber = o.optExact("idnumber");
    if (o.has("roles"))
        u.roles = roles.read(o);
    return u;
}

void addUser(EnrolledUsers &list, Object &o, Roles &roles, Unique &unique)
{
    EnrolledUser u = enrolledUser(o, roles);
    unique.check(o, "id", u.id);
    list.everyHasUsername = list.everyHasUsername && u.username.has_value();
    list.everyHasRoles = list.everyHasRoles && u.roles.has_value();
    list.users.push_back(std::move(u));
}

} // namespace

Result<SiteInfo> parseSiteInfo(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object o = in.object();
    SiteInfo s;
    s.siteName = o.optShown("sitename").value_or(QString());
    s.siteUrl = o.exact("siteurl");
    s.release = o.optExact("release").value_or(QString());
    s.version = o.has("version") ? o.versionText("version") : QString();
    s.language = o.optExact("lang").value_or(QString());
    s.userId = o.id("userid");
    s.username = o.exact("username");
    s.fullName = o.optShown("fullname").value_or(QString());
    s.siteAdmin = o.optFlag("userissiteadmin");
    o.eachObject("functions", [&](Object &f) { s.functions.insert(f.exact("name")); });
    return in.finish(std::move(s));
}

Result<CourseList> parseCourses(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    CourseList list;
    Unique unique;
    const auto each = [&](Object &o) {
        Course c = course(o);
        unique.check(o, "id", c.id);
        if (!c.visible)
            ++list.shortForms;
        list.courses.push_back(std::move(c));
    };
    if (answer.function() == functions::courses)
        in.eachObject(each);
    else
        in.object().eachObject("courses", each);
    return in.finish(std::move(list));
}

Result<std::vector<Category>> parseCategories(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    std::vector<Category> out;
    Unique unique;
    in.eachObject([&](Object &o) {
        Category c;
        c.id = o.id("id");
        unique.check(o, "id", c.id);
        c.parent = o.count("parent");
        c.name = o.shown("name");
        c.path = o.optExact("path").value_or(QString());
        c.depth = int(std::min<qint64>(o.optCount("depth").value_or(0), 1000));
        c.courseCount = o.optCount("coursecount");
        c.visible = o.optFlag("visible");
        out.push_back(std::move(c));
    });
    return in.finish(std::move(out));
}

Result<EnrolledUsers> parseEnrolledUsers(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    EnrolledUsers list;
    list.users.reserve(in.size());
    Roles roles;
    Unique unique;
    in.eachObject([&](Object &o) { addUser(list, o, roles, unique); });
    return in.finish(std::move(list));
}

Result<std::vector<CourseUsers>> parseEnrolledUsersOfCourses(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    std::vector<CourseUsers> out;
    out.reserve(in.size());
    Roles roles;
    Unique unique; // one capability was asked for, so each course comes once
    in.eachObject([&](Object &o) {
        CourseUsers course;
        course.course = o.id("courseid");
        unique.check(o, "courseid", course.course);
        Unique uniqueUsers;
        o.eachObject("users", [&](Object &user) { addUser(course.list, user, roles, uniqueUsers); });
        out.push_back(std::move(course));
    });
    return in.finish(std::move(out));
}

Result<std::vector<Person>> parseUsersByField(const Answer &answer)
{
    Reader in(answer, TextMode::Html);
    std::vector<Person> out;
    Unique unique;
    in.eachObject([&](Object &o) {
        Person p;
        p.id = o.id("id");
        unique.check(o, "id", p.id);
        p.username = unlessEmpty(o.optExact("username"));
        p.firstName = o.optShown("firstname");
        p.lastName = o.optShown("lastname");
        p.fullName = o.optShown("fullname");
        p.email = o.optExact("email");
        p.idnumber = o.optExact("idnumber");
        p.suspended = o.optFlag("suspended");
        p.auth = o.optExact("auth");
        out.push_back(std::move(p));
    });
    return in.finish(std::move(out));
}

Result<std::vector<UserCourse>> parseUsersCourses(const Answer &answer)
{
    Reader in(answer, TextMode::Html);
    std::vector<UserCourse> out;
    Unique unique;
    in.eachObject([&](Object &o) {
        UserCourse c{o.id("id"), o.optCount("enrolledusercount")};
        unique.check(o, "id", c.course);
        out.push_back(c);
    });
    return in.finish(std::move(out));
}

Result<std::vector<GroupMembers>> parseGroupMembers(const Answer &answer)
{
    Reader in(answer, TextMode::Html);
    std::vector<GroupMembers> out;
    Unique unique;
    in.eachObject([&](Object &o) {
        GroupMembers g{o.id("groupid"), o.ids("userids")};
        unique.check(o, "groupid", g.group);
        out.push_back(std::move(g));
    });
    return in.finish(std::move(out));
}

Result<CourseModule> parseCourseModule(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object root = in.object();
    Object o = root.object("cm");
    CourseModule m;
    m.cmid = o.id("id");
    m.course = o.id("course");
    m.instance = o.id("instance");
    m.module = o.exact("modname");
    m.name = o.shown("name");
    if (const auto groups = o.optCount("groupmode"))
        m.groupMode = int(std::min<qint64>(*groups, 2));
    m.grouping = o.optCount("groupingid");
    m.visible = o.optFlag("visible");
    m.visibleOnCoursePage = o.optFlag("visibleoncoursepage");
    m.added = o.optTime("added");
    return in.finish(std::move(m));
}

} // namespace liaison::moodle
