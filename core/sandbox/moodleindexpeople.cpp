#include "core/sandbox/moodleindex.h"

#include <algorithm>

/// The part of the index that is as large as the campus: people, their enrolments and their courses.
namespace liaison::sandbox::moodle {

namespace {

void insertSorted(std::vector<qint64> &list, qint64 value)
{
    const auto at = std::lower_bound(list.begin(), list.end(), value);
    if (at == list.end() || *at != value)
        list.insert(at, value);
}

const QString &valueOf(const Person &person, Index::PersonField field)
{
    return field == Index::PersonField::Username ? person.username
           : field == Index::PersonField::Email  ? person.email
                                                 : person.idnumber;
}

const QString &valueOf(const CourseEntry &entry, Index::CourseField field)
{
    return field == Index::CourseField::Shortname ? entry.course->shortname : entry.course->idnumber;
}

struct ById
{
    bool operator()(const Person *a, qint64 id) const { return a->id < id; }
    bool operator()(qint64 id, const Person *b) const { return id < b->id; }
};

/// `sorted` is filled and brought into order by the first search; items of the same value keep theirs.
template <class Item, class Field, class All>
std::vector<const Item *> itemsWith(std::vector<const Item *> &sorted, const All &all, Field field,
                                    const QString &value)
{
    if (sorted.empty()) {
        sorted = all();
        std::stable_sort(sorted.begin(), sorted.end(),
                         [&](const Item *a, const Item *b) { return valueOf(*a, field) < valueOf(*b, field); });
    }
    auto at = std::lower_bound(sorted.begin(), sorted.end(), value,
                               [&](const Item *item, const QString &v) { return valueOf(*item, field) < v; });
    std::vector<const Item *> found;
    for (; at != sorted.end() && valueOf(**at, field) == value; ++at)
        found.push_back(*at);
    return found;
}

} // namespace

void Index::readPeople(const Moodle &site)
{
    m_people.reserve(qsizetype(site.people.size()));
    for (const Person &person : site.people) {
        m_people.insert(person.id, {&person, -1});
        m_serviceAccount = std::max(m_serviceAccount, person.id);
        if (!person.deleted)
            m_peopleById.push_back(&person);
    }
    m_serviceAccount = std::max<qint64>(m_serviceAccount + 1, 3); // 1 and 2 are Moodle's guest and administrator
    std::sort(m_peopleById.begin(), m_peopleById.end(), [](auto *a, auto *b) { return a->id < b->id; });
    for (std::size_t i = 0; i < m_peopleById.size(); ++i) {
        if (Known &known = m_people[m_peopleById[i]->id]; known.person == m_peopleById[i])
            known.who = int(i);
    }
    m_inherits.assign(m_peopleById.size(), 0);
    for (const RoleAssignment &assignment : site.roleAssignments) {
        if (const int who = m_people.value(assignment.person).who; who >= 0)
            m_inherits[std::size_t(who)] = 1;
    }
}

void Index::readMembers(CourseEntry &entry, const Course &course)
{
    auto &enrolments = entry.enrolments;
    enrolments.reserve(course.enrolments.size());
    for (const Enrolment &enrolment : course.enrolments) {
        if (!entry.methods.contains(enrolment.method))
            entry.methods.append(enrolment.method);
        if (m_people.value(enrolment.person).who >= 0)
            enrolments.push_back(&enrolment);
    }
    std::stable_sort(enrolments.begin(), enrolments.end(), [](auto *a, auto *b) { return a->person < b->person; });
    entry.members.reserve(enrolments.size()); // pointers to members are handed out
    for (std::size_t i = 0, next = 0; i < enrolments.size(); i = next) {
        for (next = i; next < enrolments.size() && enrolments[next]->person == enrolments[i]->person; ++next) {
            for (const Instant turn : {enrolments[next]->start, enrolments[next]->end}) {
                if (turn.isKnown())
                    m_turns.push_back(turn);
            }
        }
        const Known &known = m_people[enrolments[i]->person];
        Membership &member = entry.members.emplace_back();
        member.person = known.person;
        member.who = known.who;
        member.suspended = known.person->suspended;
        member.enrolments = std::span(enrolments).subspan(i, next - i);
        const Enrolment &only = *enrolments[i];
        if (!only.suspended) {
            member.from = only.start.isKnown() ? only.start.ms : std::numeric_limits<std::int64_t>::min();
            member.until = only.end.isKnown() ? only.end.ms : std::numeric_limits<std::int64_t>::max();
        }
        readRolesOf(member);
    }
    const qint64 contact = m_roleIds.value(QStringLiteral("editingteacher"));
    for (const Membership &member : entry.members) {
        if (std::binary_search(member.roles.begin(), member.roles.end(), contact))
            entry.contacts.push_back(&member);
    }
}

void Index::readRolesOf(Membership &member)
{
    const qint64 contact = m_roleIds.value(QStringLiteral("editingteacher"));
    const bool several = member.enrolments.size() > 1;
    if (!several && m_rolesBefore.set >= 0 && m_rolesBefore.names == member.enrolments.front()->roles) {
        if (m_rolesBefore.contact) // nearly everybody has the roles of the one before
            m_contacts.insert(member.person->id);
        member.roleSet = unsigned(m_rolesBefore.set);
    } else {
        std::vector<qint64> roles;
        bool isContact = false;
        for (const Enrolment *enrolment : member.enrolments) {
            for (const QString &name : enrolment->roles) {
                const qint64 role = m_roleIds.value(name);
                if (role != 0)
                    insertSorted(roles, role);
                isContact = isContact || role == contact;
            }
        }
        if (isContact)
            m_contacts.insert(member.person->id);
        member.roleSet = unsigned(roleSetOf(roles));
        if (!several)
            m_rolesBefore = {member.enrolments.front()->roles, int(member.roleSet), isContact};
    }
    member.roles = m_roleSets[std::size_t(member.roleSet)];
}

int Index::roleSetOf(const std::vector<qint64> &roles)
{
    const auto [at, isNew] = m_roleSetAt.emplace(roles, int(m_roleSets.size()));
    if (isNew)
        m_roleSets.push_back(roles);
    return at->second;
}

/// Everybody's courses, already in the order of the site: nothing is sorted when somebody is asked for.
void Index::readPlaces()
{
    m_placesBegin.assign(m_peopleById.size() + 1, 0);
    m_linkedPeople.assign(m_peopleById.size(), 0);
    for (const CourseEntry &entry : m_courses) {
        for (const Membership &member : entry.members) {
            ++m_placesBegin[std::size_t(member.who) + 1];
            if (!entry.course->activities.empty())
                m_linkedPeople[std::size_t(member.who)] = 1;
        }
    }
    for (std::size_t i = 1; i < m_placesBegin.size(); ++i)
        m_placesBegin[i] += m_placesBegin[i - 1];
    m_places.resize(m_placesBegin.back());
    std::vector<const CourseEntry *> ordered;
    ordered.reserve(m_courses.size());
    for (const CourseEntry &entry : m_courses)
        ordered.push_back(&entry);
    std::stable_sort(ordered.begin(), ordered.end(), [](auto *a, auto *b) { return a->sortOrder < b->sortOrder; });
    std::vector<std::size_t> next(m_placesBegin.begin(), m_placesBegin.end() - 1);
    for (const CourseEntry *entry : ordered) {
        for (const Membership &member : entry->members)
            m_places[next[std::size_t(member.who)]++] = placeOf(*entry, member);
    }
}

Place Index::placeOf(const CourseEntry &entry, const Membership &member) const
{
    Place place{std::uint32_t(entry.number), Place::several, Place::several};
    if (member.enrolments.size() > 1)
        return place;
    const auto turnsUntil = [&](Instant at) {
        return std::uint32_t(std::upper_bound(m_turns.begin(), m_turns.end(), at) - m_turns.begin());
    };
    const Enrolment &only = *member.enrolments.front();
    place.from = only.start.isKnown() ? turnsUntil(only.start) : 0;
    if (only.suspended)
        place.until = 0;
    else if (only.end.isKnown())
        place.until = turnsUntil(only.end);
    return place;
}

bool Index::isActiveByOne(const Place &place, int who, Instant now) const
{
    const auto &members = m_courses[place.course].members;
    const qint64 id = m_peopleById[std::size_t(who)]->id;
    const auto at = std::lower_bound(members.begin(), members.end(), id,
                                     [](const Membership &m, qint64 wanted) { return m.person->id < wanted; });
    return at != members.end() && at->isActive(now);
}

void Index::fetchMembers([[maybe_unused]] const CourseEntry &entry)
{
#ifdef __GNUC__
    for (std::size_t i = 0; i < std::min<std::size_t>(entry.members.size(), 2 * fetched); ++i)
        __builtin_prefetch(&entry.members[i]);
#endif
}

void Index::fetchPlaces([[maybe_unused]] const Membership &member) const
{
#ifdef __GNUC__
    constexpr std::size_t line = 64 / sizeof(Place);
    const std::span<const Place> places = placesOf(member.who);
    for (std::size_t i = 0; i < std::min(places.size(), 8 * line); i += line)
        __builtin_prefetch(&places[i]);
#endif
}

std::span<const Place> Index::placesOf(int who) const
{
    if (who < 0)
        return {};
    const std::size_t begin = m_placesBegin[std::size_t(who)];
    return std::span(m_places).subspan(begin, m_placesBegin[std::size_t(who) + 1] - begin);
}

std::span<const Person *const> Index::peopleOf(qint64 id) const
{
    const auto [begin, end] = std::equal_range(m_peopleById.begin(), m_peopleById.end(), id, ById());
    return {begin, end};
}

std::span<const Person *const> Index::peopleAfter(qint64 id) const
{
    return {std::upper_bound(m_peopleById.begin(), m_peopleById.end(), id, ById()), m_peopleById.end()};
}

std::vector<const Person *> Index::peopleWith(PersonField field, const QString &value) const
{
    return itemsWith(
        m_peopleBy[std::size_t(field)], [&] { return m_peopleById; }, field, value);
}

std::vector<const CourseEntry *> Index::coursesWith(CourseField field, const QString &value) const
{
    const auto all = [&] {
        std::vector<const CourseEntry *> list;
        list.reserve(m_courses.size());
        for (const CourseEntry &entry : m_courses)
            list.push_back(&entry);
        return list;
    };
    return itemsWith(m_coursesBy[std::size_t(field)], all, field, value);
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
