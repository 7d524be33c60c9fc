#pragma once

#include "core/sandbox/world.h"

#include <QHash>
#include <QSet>
#include <map>
#include <vector>

/// What the functions look up in one site of the world. Built once, thrown away when the world is replaced; points into
/// the world and is valid as long as its lists of people, courses, enrolments and activities are not changed.
namespace liaison::sandbox::moodle {

/// One account in one course: its enrolments (one per method) united.
struct Membership
{
    const Person *person = nullptr;
    std::vector<const Enrolment *> enrolments;
    std::vector<qint64> roles; ///< given in the course itself, sorted

    /// Moodle's "active now": one enrolment that is not suspended, has begun and has not ended.
    [[nodiscard]] bool isActive(Instant now) const;
    [[nodiscard]] bool isInGroup(qint64 group) const;
};

[[nodiscard]] bool isActive(const Enrolment &enrolment, Instant now);

struct CourseEntry
{
    const Course *course = nullptr;
    std::vector<Membership> members; ///< by person id; accounts that are deleted are not enrolled
    int sortOrder = 0;
    bool isSite = false;
    qint64 context = 0;
    QString contextPath;
    QSet<qint64> categories; ///< its category and those above
};

struct ActivityEntry
{
    Activity *activity = nullptr;
    const CourseEntry *course = nullptr;
    qint64 instance = 0;
};

struct GroupEntry
{
    const Group *group = nullptr;
    const CourseEntry *course = nullptr;
};

struct CategoryEntry
{
    const Category *category = nullptr;
    QString path;        ///< "/4/5"
    QString contextPath; ///< "/1/100004/100005"
    int depth = 1;
    int sortOrder = 0;
    int courses = 0;
};

inline constexpr qint64 siteCourseId = 1;

class Index
{
public:
    explicit Index(Moodle &site);
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    /// By id; the site itself is the course 1 unless the world has a course of that number.
    [[nodiscard]] const std::vector<CourseEntry> &courses() const { return m_courses; }
    [[nodiscard]] const CourseEntry *course(qint64 id) const;
    [[nodiscard]] const ActivityEntry *activity(qint64 cmid) const;
    [[nodiscard]] const std::map<qint64, ActivityEntry> &activities() const { return m_activities; }
    /// Courses with at least one activity, by id.
    [[nodiscard]] const std::vector<const CourseEntry *> &linkedCourses() const { return m_linked; }
    [[nodiscard]] const Person *person(qint64 id) const { return m_people.value(id); }
    /// Not deleted, by id.
    [[nodiscard]] const std::vector<const Person *> &people() const { return m_peopleById; }
    [[nodiscard]] const std::vector<const CourseEntry *> &coursesOf(qint64 person) const;
    [[nodiscard]] const GroupEntry *group(qint64 id) const;
    /// In the order of the tree.
    [[nodiscard]] const std::vector<CategoryEntry> &categories() const { return m_categories; }
    [[nodiscard]] const CategoryEntry *category(qint64 id) const;
    /// The world's roles (Moodle's standard ones when it has none) and those that are only named, by id.
    [[nodiscard]] const std::vector<Role> &roles() const { return m_roles; }
    [[nodiscard]] const Role *role(qint64 id) const;
    [[nodiscard]] qint64 roleId(const QString &shortname) const { return m_roleIds.value(shortname); }
    /// Holds the role of course contacts (editing teacher) somewhere on the site.
    [[nodiscard]] bool isContact(qint64 person) const { return m_contacts.contains(person); }
    /// Roles given in the categories of the course and on the site, sorted.
    [[nodiscard]] std::vector<qint64> inheritedRoles(qint64 person, const CourseEntry &course) const;
    /// The account whose token is handed out; it is not one of the world's people.
    /// The same number as long as the same enrolments are active: how many of their beginnings and ends are past.
    [[nodiscard]] quint64 period(Instant now) const;
    [[nodiscard]] qint64 serviceAccount() const { return m_serviceAccount; }
    [[nodiscard]] bool can(const QString &capability) const { return m_capabilities.contains(capability); }
    [[nodiscard]] bool serves(const QString &function) const { return !m_functions || m_functions->contains(function); }

private:
    void readRoles(const Moodle &site);
    void readCategories(const Moodle &site);
    void readCourses(Moodle &site);
    void readMembers(CourseEntry &entry, const Course &course);

    Course m_siteCourse;
    std::vector<CourseEntry> m_courses;
    QHash<qint64, std::size_t> m_courseAt;
    std::map<qint64, ActivityEntry> m_activities;
    std::vector<const CourseEntry *> m_linked;
    QHash<qint64, const Person *> m_people;
    std::vector<const Person *> m_peopleById;
    QHash<qint64, std::vector<const CourseEntry *>> m_coursesOf;
    std::map<qint64, GroupEntry> m_groups;
    std::vector<CategoryEntry> m_categories;
    QHash<qint64, std::size_t> m_categoryAt;
    std::vector<Role> m_roles;
    QHash<QString, qint64> m_roleIds;
    QSet<qint64> m_contacts;
    QHash<qint64, std::vector<std::pair<qint64, qint64>>> m_inherited; ///< person -> category, role
    QSet<QString> m_capabilities;
    std::optional<QSet<QString>> m_functions;
    std::vector<Instant> m_turns; ///< beginnings and ends of enrolments, sorted, each once
    qint64 m_serviceAccount = 0;
};

} // namespace liaison::sandbox::moodle
