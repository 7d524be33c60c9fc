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

void insertSorted(std::vector<qint64> &list, qint64 value)
{
    const auto at = std::lower_bound(list.begin(), list.end(), value);
    if (at == list.end() || *at != value)
        list.insert(at, value);
}

} // namespace

bool isActive(const Enrolment &enrolment, Instant now)
{
    return !enrolment.suspended && (!enrolment.start.isKnown() || enrolment.start <= now) &&
           (!enrolment.end.isKnown() || enrolment.end > now);
}

bool Membership::isActive(Instant now) const
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
    for (const Person &person : site.people) {
        m_people.insert(person.id, &person);
        m_serviceAccount = std::max(m_serviceAccount, person.id);
        if (!person.deleted)
            m_peopleById.push_back(&person);
    }
    m_serviceAccount = std::max<qint64>(m_serviceAccount + 1, 3); // 1 and 2 are Moodle's guest and administrator
    std::sort(m_peopleById.begin(), m_peopleById.end(), [](auto *a, auto *b) { return a->id < b->id; });
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
    readRoles(site);
    readCategories(site);
    readCourses(site);
    std::sort(m_turns.begin(), m_turns.end());
    m_turns.erase(std::unique(m_turns.begin(), m_turns.end()), m_turns.end());
}

quint64 Index::period(Instant now) const
{
    return quint64(std::upper_bound(m_turns.begin(), m_turns.end(), now) - m_turns.begin());
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
        entry.isSite = course == &m_siteCourse;
        entry.context = courseContexts + course->id;
        entry.contextPath = QStringLiteral("/1");
        if (const CategoryEntry *category = this->category(course->category)) {
            entry.contextPath = category->contextPath;
            for (const QString &id : category->path.split(u'/', Qt::SkipEmptyParts))
                entry.categories.insert(id.toLongLong());
        }
        entry.contextPath += u'/' + QString::number(entry.context);
        readMembers(entry, *course);
        for (const Group &group : course->groups)
            m_groups[group.id] = {&group, &entry};
        if (!course->activities.empty())
            m_linked.push_back(&entry);
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

void Index::readMembers(CourseEntry &entry, const Course &course)
{
    std::vector<const Enrolment *> enrolments;
    enrolments.reserve(course.enrolments.size());
    for (const Enrolment &enrolment : course.enrolments) {
        const Person *person = m_people.value(enrolment.person);
        if (person && !person->deleted)
            enrolments.push_back(&enrolment);
    }
    std::stable_sort(enrolments.begin(), enrolments.end(), [](auto *a, auto *b) { return a->person < b->person; });
    const qint64 contact = m_roleIds.value(QStringLiteral("editingteacher"));
    for (const Enrolment *enrolment : enrolments) {
        if (entry.members.empty() || entry.members.back().person->id != enrolment->person) {
            entry.members.emplace_back().person = m_people.value(enrolment->person);
            m_coursesOf[enrolment->person].push_back(&entry);
        }
        Membership &member = entry.members.back();
        member.enrolments.push_back(enrolment);
        for (const Instant turn : {enrolment->start, enrolment->end}) {
            if (turn.isKnown())
                m_turns.push_back(turn);
        }
        for (const QString &name : enrolment->roles) {
            const qint64 role = m_roleIds.value(name);
            if (role != 0)
                insertSorted(member.roles, role);
            if (role == contact)
                m_contacts.insert(enrolment->person);
        }
    }
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

const std::vector<const CourseEntry *> &Index::coursesOf(qint64 person) const
{
    static const std::vector<const CourseEntry *> none;
    const auto at = m_coursesOf.constFind(person);
    return at == m_coursesOf.constEnd() ? none : *at;
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

std::vector<qint64> Index::inheritedRoles(qint64 person, const CourseEntry &course) const
{
    std::vector<qint64> roles;
    const auto at = m_inherited.constFind(person);
    if (at != m_inherited.constEnd()) {
        for (const auto &[category, role] : *at) {
            if (category == 0 || course.categories.contains(category))
                insertSorted(roles, role);
        }
    }
    return roles;
}

} // namespace liaison::sandbox::moodle
