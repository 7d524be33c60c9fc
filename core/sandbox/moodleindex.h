#pragma once

#include "core/sandbox/world.h"

#include <QHash>
#include <QSet>
#include <array>
#include <deque>
#include <limits>
#include <map>
#include <span>
#include <vector>

/// What the functions look up in one site of the world. Built once, thrown away when the world is replaced; points into
/// the world and is valid as long as its lists of people, courses, enrolments and activities are not changed.
namespace liaison::sandbox::moodle {

/// One account in one course: its enrolments (one per method) united. There are millions of these, a line of the
/// processor's cache each.
struct Membership
{
    const Person *person = nullptr;
    std::span<const Enrolment *const> enrolments;
    std::span<const qint64> roles;    ///< given in the course itself, sorted
    std::uint32_t roleSet : 31 = 0;   ///< number of that list of roles: few are different
    std::uint32_t suspended : 1 = 0;  ///< the account is
    int who = 0;                      ///< place of the person in Index::people
    std::int64_t from = 0, until = 0; ///< when the only enrolment is active, in ms: never where it is suspended

    /// Moodle's "active now": one enrolment that is not suspended, has begun and has not ended.
    [[nodiscard]] bool isActive(Instant now) const
    {
        return enrolments.size() == 1 ? from <= now.ms && now.ms < until : isActiveByOne(now);
    }
    [[nodiscard]] bool isInGroup(qint64 group) const;

private:
    [[nodiscard]] bool isActiveByOne(Instant now) const;
};

[[nodiscard]] bool isActive(const Enrolment &enrolment, Instant now);

struct CourseEntry
{
    const Course *course = nullptr;
    std::vector<Membership> members;           ///< by person id; accounts that are deleted are not enrolled
    std::vector<const Enrolment *> enrolments; ///< of the members, in their order
    std::vector<const Membership *> contacts;  ///< members with the role of course contacts, active or not
    QStringList methods;                       ///< of its enrolments, each once, in their order
    int number = 0;                            ///< place in Index::courses
    int sortOrder = 0;
    bool isSite = false;
    qint64 context = 0;
    QString contextPath;
    QSet<qint64> categories; ///< its category and those above
};

/// A course of a person, as small as can be: the courses of fifty people are a thousand, all over the memory.
struct Place
{
    std::uint32_t course = 0; ///< in Index::courses
    /// The only enrolment is active from the one period until the other; `several`: one has to look at them.
    std::uint32_t from = 0, until = 0;

    static constexpr std::uint32_t several = std::numeric_limits<std::uint32_t>::max();
};

/// What the account holds of those capabilities that are asked for again and again.
struct Held
{
    bool viewCourses = false, hiddenCourses = false, updateCourses = false;
    bool userDetails = false, allDetails = false, fullNames = false, identity = false;
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
    QSet<qint64> above; ///< itself and those above
    int sortOrder = 0;
    int courses = 0;
};

/// How many rows of a report come before each course, and how many there are: see ReportRows.
struct RowCounts
{
    std::vector<qint64> before;
    quint64 period = 0;
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
    /// Memberships in them.
    [[nodiscard]] qint64 linkedRows() const { return m_linkedRows; }
    [[nodiscard]] const Person *person(qint64 id) const { return m_people.value(id).person; }
    /// Not deleted, by id.
    [[nodiscard]] const std::vector<const Person *> &people() const { return m_peopleById; }
    /// The courses of somebody, by the place in `people` (-1: nobody), in the order of the site.
    [[nodiscard]] std::span<const Place> placesOf(int who) const;
    [[nodiscard]] int whoIs(qint64 id) const { return m_people.value(id).who; }
    /// `now` and its period. One of somebody's own places.
    [[nodiscard]] bool isActive(const Place &place, int who, Instant now, quint64 period) const
    {
        return place.from != Place::several ? place.from <= period && period < place.until
                                            : isActiveByOne(place, who, now);
    }
    /// People, what they are called and where they are lies all over the memory, and to wait for each of it in turn is
    /// most of the time of a long list: it is fetched for some people at once, before they are written.
    static constexpr std::size_t fetched = 32;
    void fetchPlaces(const Membership &member) const;
    static void fetchMembers(const CourseEntry &entry);
    /// Is in a course with at least one activity; by the place in `people`.
    [[nodiscard]] bool isLinked(int who) const { return m_linkedPeople[std::size_t(who)] != 0; }
    /// Parts of `people`.
    [[nodiscard]] std::span<const Person *const> peopleOf(qint64 id) const;
    [[nodiscard]] std::span<const Person *const> peopleAfter(qint64 id) const;
    /// Those of `people` that have the value in that field, by id.
    enum class PersonField { Username, Email, IdNumber };
    [[nodiscard]] std::vector<const Person *> peopleWith(PersonField field, const QString &value) const;
    enum class CourseField { Shortname, IdNumber };
    /// The same of `courses`.
    [[nodiscard]] std::vector<const CourseEntry *> coursesWith(CourseField field, const QString &value) const;
    [[nodiscard]] std::vector<const CourseEntry *> coursesOfCategory(qint64 category) const;
    [[nodiscard]] const GroupEntry *group(qint64 id) const;
    /// In the order of the tree.
    [[nodiscard]] const std::vector<CategoryEntry> &categories() const { return m_categories; }
    [[nodiscard]] const CategoryEntry *category(qint64 id) const;
    /// The world's roles (Moodle's standard ones when it has none) and those that are only named, by id.
    [[nodiscard]] const std::vector<Role> &roles() const { return m_roles; }
    [[nodiscard]] const Role *role(qint64 id) const;
    [[nodiscard]] qint64 roleId(const QString &shortname) const { return m_roleIds.value(shortname); }
    /// Lists of roles that members have: `Membership::roleSet` counts in it.
    [[nodiscard]] const std::deque<std::vector<qint64>> &roleSets() const { return m_roleSets; }
    /// Holds the role of course contacts (editing teacher) somewhere on the site.
    [[nodiscard]] bool isContact(qint64 person) const { return m_contacts.contains(person); }
    /// Roles given in the categories of the course and on the site, sorted.
    [[nodiscard]] std::vector<qint64> inheritedRoles(qint64 person, const CourseEntry &course) const;
    [[nodiscard]] bool inherits(int who) const { return m_inherits[std::size_t(who)] != 0; }
    /// The same number as long as the same enrolments are active: how many of their beginnings and ends are past.
    [[nodiscard]] quint64 period(Instant now) const;
    /// Filled by who lists the rows.
    [[nodiscard]] RowCounts &rowCounts(std::size_t kind) const { return m_rowCounts[kind]; }
    /// The account whose token is handed out; it is not one of the world's people.
    [[nodiscard]] qint64 serviceAccount() const { return m_serviceAccount; }
    [[nodiscard]] const Held &held() const { return m_held; }
    [[nodiscard]] bool can(const QString &capability) const { return m_capabilities.contains(capability); }
    [[nodiscard]] bool serves(const QString &function) const { return !m_functions || m_functions->contains(function); }

private:
    struct Known
    {
        const Person *person = nullptr;
        int who = -1; ///< -1: deleted
    };

    void readPeople(const Moodle &site);
    void readRights(const Moodle &site);
    void readRoles(const Moodle &site);
    void readCategories(const Moodle &site);
    void readCourses(Moodle &site);
    void readMembers(CourseEntry &entry, const Course &course);
    void readRolesOf(Membership &member);
    void readPlaces();
    [[nodiscard]] Place placeOf(const CourseEntry &entry, const Membership &member) const;
    [[nodiscard]] bool isActiveByOne(const Place &place, int who, Instant now) const;
    [[nodiscard]] int roleSetOf(const std::vector<qint64> &roles);

    Course m_siteCourse;
    std::vector<CourseEntry> m_courses;
    QHash<qint64, std::size_t> m_courseAt;
    std::map<qint64, ActivityEntry> m_activities;
    std::vector<const CourseEntry *> m_linked;
    qint64 m_linkedRows = 0;
    QHash<qint64, Known> m_people;
    std::vector<const Person *> m_peopleById;
    std::vector<Place> m_places;            ///< of all people, one after the other
    std::vector<std::size_t> m_placesBegin; ///< of each, and one more
    std::vector<char> m_linkedPeople, m_inherits;
    mutable std::array<std::vector<const Person *>, 3> m_peopleBy; ///< sorted by a field when it is first asked for
    mutable std::array<std::vector<const CourseEntry *>, 2> m_coursesBy;
    QHash<qint64, std::vector<const CourseEntry *>> m_coursesOfCategory;
    std::map<qint64, GroupEntry> m_groups;
    std::vector<CategoryEntry> m_categories;
    QHash<qint64, std::size_t> m_categoryAt;
    std::vector<Role> m_roles;
    QHash<QString, qint64> m_roleIds;
    std::deque<std::vector<qint64>> m_roleSets; ///< members look into these
    std::map<std::vector<qint64>, int> m_roleSetAt;
    struct RolesBefore
    {
        QStringList names;
        int set = -1;
        bool contact = false;
    };
    RolesBefore m_rolesBefore;
    QSet<qint64> m_contacts;
    QHash<qint64, std::vector<std::pair<qint64, qint64>>> m_inherited; ///< person -> category, role
    QSet<QString> m_capabilities;
    Held m_held;
    std::optional<QSet<QString>> m_functions;
    std::vector<Instant> m_turns; ///< beginnings and ends of enrolments, sorted, each once
    struct Period
    {
        Instant from, until;
        quint64 number = 0;
    };
    mutable Period m_period; ///< the one that was asked for last
    mutable std::array<RowCounts, 3> m_rowCounts;
    qint64 m_serviceAccount = 0;
};

} // namespace liaison::sandbox::moodle
