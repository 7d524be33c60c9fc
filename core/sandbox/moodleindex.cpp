#include "core/sandbox/moodleindex.h"

#include "core/sandbox/moodlerights.h"

#include <algorithm>
#include <functional>

namespace liaison::sandbox::moodle {

namespace {

/// Ids that never meet: one context per category, course and activity, as Moodle has them.
constexpr qint64 categoryContexts = 100'000;
constexpr qint64 courseContexts = 200'000;

std::vector<Role> standardRoles()
{
    const char *const names[] = {"manager", "coursecreator", "editingteacher", "teacher",
                                 "student", "guest",         "user",           "frontpage"};
    std::vector<Role> roles;
    for (const char *name : names)
        roles.push_back({qint64(roles.size()) + 1, QString::fromLatin1(name), QString()});
    return roles;
}

QSet<QString> rolesNamed(const Moodle &site)
{
    QSet<QString> names;
    const auto take = [&](const QStringList &list) {
        for (const QString &name : list)
            names.insert(name);
    };
    take(site.plugin.moderatorRoles);
    take(site.plugin.memberRoles);
    for (const RoleAssignment &assignment : site.roleAssignments)
        names.insert(assignment.role);
    for (const Course &course : site.courses) {
        for (const Enrolment &enrolment : course.enrolments)
            take(enrolment.roles);
        for (const Activity &activity : course.activities) {
            take(activity.moderatorRoles);
            take(activity.memberRoles);
        }
    }
    names.remove(QString());
    return names;
}

} // namespace

bool isActive(const Enrolment &enrolment, Instant now)
{
    return !enrolment.suspended && (!enrolment.start.isKnown() || enrolment.start <= now) &&
           (!enrolment.end.isKnown() || enrolment.end > now);
}

bool Membership::isActiveByOne(Instant now) const
{
    return std::any_of(enrolments.begin(), enrolments.end(),
                       [&](const Enrolment *e) { return moodle::isActive(*e, now); });
}

bool Membership::isInGroup(qint64 group) const
{
    return std::any_of(enrolments.begin(), enrolments.end(), [&](const Enrolment *e) {
        return std::find(e->groups.begin(), e->groups.end(), group) != e->groups.end();
    });
}

Index::Index(Moodle &site)
{
    readPeople(site);
    readRights(site);
    readRoles(site);
    readCategories(site);
    readCourses(site);
    std::sort(m_turns.begin(), m_turns.end());
    m_turns.erase(std::unique(m_turns.begin(), m_turns.end()), m_turns.end());
    readPlaces();
}

quint64 Index::period(Instant now) const
{
    constexpr Instant never{std::numeric_limits<std::int64_t>::max()}, always{std::numeric_limits<std::int64_t>::min()};
    if (now < m_period.from || now >= m_period.until) {
        const auto next = std::upper_bound(m_turns.begin(), m_turns.end(), now);
        m_period = {next == m_turns.begin() ? always : *std::prev(next), next == m_turns.end() ? never : *next,
                    quint64(next - m_turns.begin())};
    }
    return m_period.number;
}

void Index::readRights(const Moodle &site)
{
    if (site.functions)
        m_functions.emplace(site.functions->begin(), site.functions->end());
    if (site.account.admin) {
        for (const Right &right : rights())
            m_capabilities.insert(QLatin1String(right.name));
    } else if (site.capabilities) {
        m_capabilities = QSet<QString>(site.capabilities->begin(), site.capabilities->end());
    } else {
        for (const Right &right : rights()) {
            if (right.byDefault)
                m_capabilities.insert(QLatin1String(right.name));
        }
    }
    m_held.viewCourses = can(QStringLiteral("moodle/course:view"));
    m_held.hiddenCourses = can(QStringLiteral("moodle/course:viewhiddencourses"));
    m_held.updateCourses = can(QStringLiteral("moodle/course:update"));
    m_held.userDetails = can(QStringLiteral("moodle/user:viewdetails"));
    m_held.allDetails = can(QStringLiteral("moodle/user:viewalldetails"));
    m_held.fullNames = can(QStringLiteral("moodle/site:viewfullnames"));
    m_held.identity = can(QStringLiteral("moodle/site:viewuseridentity"));
}

void Index::readRoles(const Moodle &site)
{
    const std::vector<Role> standard = standardRoles();
    m_roles = site.roles.empty() ? standard : site.roles;
    QSet<qint64> ids;
    qint64 last = qint64(standard.size());
    for (const Role &role : m_roles) {
        m_roleIds.insert(role.shortname, role.id);
        ids.insert(role.id);
        last = std::max(last, role.id);
    }
    QStringList missing;
    for (const QString &name : rolesNamed(site)) {
        if (!m_roleIds.contains(name))
            missing.append(name);
    }
    missing.sort();
    for (const QString &name : std::as_const(missing)) {
        const auto usual =
            std::find_if(standard.begin(), standard.end(), [&](const Role &role) { return role.shortname == name; });
        const qint64 id = usual != standard.end() && !ids.contains(usual->id) ? usual->id : ++last;
        ids.insert(id);
        m_roles.push_back({id, name, QString()});
        m_roleIds.insert(name, id);
    }
    std::sort(m_roles.begin(), m_roles.end(), [](const Role &a, const Role &b) { return a.id < b.id; });

    const qint64 contact = m_roleIds.value(QStringLiteral("editingteacher"));
    for (const RoleAssignment &assignment : site.roleAssignments) {
        const qint64 role = m_roleIds.value(assignment.role);
        m_inherited[assignment.person].emplace_back(assignment.category, role);
        if (role == contact)
            m_contacts.insert(assignment.person);
    }
}

void Index::readCategories(const Moodle &site)
{
    QSet<qint64> ids;
    for (const Category &category : site.categories)
        ids.insert(category.id);
    std::map<qint64, std::vector<const Category *>> childrenOf;
    for (const Category &category : site.categories)
        childrenOf[ids.contains(category.parent) ? category.parent : 0].push_back(&category);
    QSet<qint64> seen;
    const std::function<void(qint64, const QString &, const QString &, int)> walk =
        [&](qint64 parent, const QString &path, const QString &contexts, int depth) {
            auto children = childrenOf[parent];
            std::sort(children.begin(), children.end(), [](auto *a, auto *b) { return a->id < b->id; });
            for (const Category *category : children) {
                if (seen.contains(category->id))
                    continue; // a world may be wrong; a circle must not hang the server
                seen.insert(category->id);
                CategoryEntry entry;
                entry.category = category;
                entry.path = path + u'/' + QString::number(category->id);
                entry.contextPath = contexts + u'/' + QString::number(categoryContexts + category->id);
                if (const CategoryEntry *parentEntry = this->category(parent))
                    entry.above = parentEntry->above;
                entry.above.insert(category->id);
                entry.depth = depth;
                entry.sortOrder = int(m_categories.size() + 1) * 10'000;
                m_categoryAt.insert(category->id, m_categories.size());
                m_categories.push_back(entry);
                walk(category->id, entry.path, entry.contextPath, depth + 1);
            }
        };
    walk(0, QString(), QStringLiteral("/1"), 1);
}

void Index::readCourses(Moodle &site)
{
    std::vector<const Course *> courses;
    courses.reserve(site.courses.size() + 1);
    for (const Course &course : site.courses)
        courses.push_back(&course);
    const bool taken = std::any_of(courses.begin(), courses.end(), [](auto *c) { return c->id == siteCourseId; });
    if (!taken) {
        m_siteCourse.id = siteCourseId;
        m_siteCourse.shortname = site.id;
        m_siteCourse.fullname = siteName(site);
        courses.push_back(&m_siteCourse);
    }
    std::sort(courses.begin(), courses.end(), [](auto *a, auto *b) { return a->id < b->id; });

    m_courses.reserve(courses.size()); // pointers to entries are handed out
    for (const Course *course : courses) {
        m_courseAt.insert(course->id, m_courses.size());
        CourseEntry &entry = m_courses.emplace_back();
        entry.course = course;
        entry.number = int(m_courses.size()) - 1;
        entry.isSite = course == &m_siteCourse;
        entry.context = courseContexts + course->id;
        entry.contextPath = QStringLiteral("/1");
        if (const CategoryEntry *category = this->category(course->category)) {
            entry.contextPath = category->contextPath;
            entry.categories = category->above;
        }
        entry.contextPath += u'/' + QString::number(entry.context);
        readMembers(entry, *course);
        m_coursesOfCategory[course->category].push_back(&entry);
        for (const Group &group : course->groups)
            m_groups[group.id] = {&group, &entry};
        if (!course->activities.empty()) {
            m_linked.push_back(&entry);
            m_linkedRows += qint64(entry.members.size());
        }
    }
    // The newest course of a category comes first.
    for (auto entry = m_courses.rbegin(); entry != m_courses.rend(); ++entry) {
        const auto at = m_categoryAt.constFind(entry->course->category);
        if (at != m_categoryAt.constEnd())
            entry->sortOrder = m_categories[*at].sortOrder + ++m_categories[*at].courses;
        else
            entry->sortOrder = entry->isSite ? 1 : 0;
    }
    for (Course &course : site.courses) {
        const CourseEntry *entry = this->course(course.id);
        for (Activity &activity : course.activities)
            m_activities[activity.cmid] = {&activity, entry, 0};
    }
    qint64 instance = 0;
    for (auto &[cmid, activity] : m_activities)
        activity.instance = ++instance;
}

const CourseEntry *Index::course(qint64 id) const
{
    const auto at = m_courseAt.constFind(id);
    return at == m_courseAt.constEnd() ? nullptr : &m_courses[*at];
}

const ActivityEntry *Index::activity(qint64 cmid) const
{
    const auto at = m_activities.find(cmid);
    return at == m_activities.end() ? nullptr : &at->second;
}

std::vector<const CourseEntry *> Index::coursesOfCategory(qint64 category) const
{
    return m_coursesOfCategory.value(category);
}

const GroupEntry *Index::group(qint64 id) const
{
    const auto at = m_groups.find(id);
    return at == m_groups.end() ? nullptr : &at->second;
}

const CategoryEntry *Index::category(qint64 id) const
{
    const auto at = m_categoryAt.constFind(id);
    return at == m_categoryAt.constEnd() ? nullptr : &m_categories[*at];
}

const Role *Index::role(qint64 id) const
{
    const auto at = std::lower_bound(m_roles.begin(), m_roles.end(), id,
                                     [](const Role &role, qint64 wanted) { return role.id < wanted; });
    return at != m_roles.end() && at->id == id ? &*at : nullptr;
}

} // namespace liaison::sandbox::moodle
