#include "core/run/enrolmentdetails.h"

#include "core/moodle/counting.h"
#include "core/moodle/errors.h"
#include "core/moodle/requests.h"
#include "core/run/parallel.h"

#include <algorithm>

namespace liaison {
namespace {

namespace fn = moodle::functions;
using moodle::Completeness;
using moodle::CourseEnrolments;

/// Lists read only to learn the ids of roles that a report names.
constexpr int maxListsForRoles = 5;

const std::vector<moodle::EnrolmentRow> &rowsOf(const EnrolmentState &state)
{
    static const std::vector<moodle::EnrolmentRow> none;
    return state.value ? state.value->rows : none;
}

} // namespace

int rank(const CourseEnrolments &e)
{
    switch (moodle::trustOf(e.completeness)) {
    case moodle::Trust::Complete:
        return 2;
    case moodle::Trust::PartlyKnown:
        return 1;
    case moodle::Trust::Truncated:
        break;
    }
    return 0;
}

Error functionNotOffered(QLatin1String function)
{
    Error e;
    e.kind = ErrorKind::Forbidden;
    e.code = moodle::errors::functionMissing;
    e.where = function;
    e.serverCode = function; // what a person adds to the service
    return e;
}

void EnrolmentDetails::readSuspended()
{
    std::set<qint64> ids;
    for (const EnrolmentState &state : m_courses) {
        for (const moodle::EnrolmentRow &row : rowsOf(state)) {
            if (!row.suspended)
                ids.insert(row.person);
        }
    }
    if (ids.empty())
        return;
    std::map<qint64, bool> told;
    std::optional<Error> failure;
    if (!m_site.offers(fn::usersByField))
        failure = functionNotOffered(fn::usersByField);
    for (int round = 0; round < 2 && !failure && !ids.empty(); ++round) { // who was left out is asked for once more
        std::vector<QStringList> batches;
        for (const qint64 id : ids) {
            if (batches.empty() || batches.back().size() == moodle::maxUsersByField)
                batches.emplace_back();
            batches.back() << QString::number(id);
        }
        forEachParallel(c.servers.pool, batches.size(), [&](size_t i) {
            const auto people = m_client.usersByField(moodle::UserField::Id, batches[i], c.cancel);
            const std::lock_guard lock(m_mutex);
            if (!people)
                failure = people.error();
            for (size_t n = 0; people && n < people->value.size(); ++n) {
                const moodle::Person &person = people->value[n];
                if (person.suspended && ids.erase(person.id) > 0)
                    told[person.id] = *person.suspended;
            }
        });
    }
    for (EnrolmentState &state : m_courses) {
        if (!state.value)
            continue;
        for (moodle::EnrolmentRow &row : state.value->rows) {
            const auto it = told.find(row.person);
            if (!row.suspended && it != told.end())
                row.suspended = it->second;
        }
        moodle::judgeKnown(*state.value);
        if (state.value->suspendedKnown || rank(*state.value) == 0)
            continue;
        if (failure) { // nobody may look expected or not for want of an answer
            state.error = failure;
            state.value.reset();
        } else { // left out of the answer without a word
            state.value->completeness = Completeness::NotCountable;
        }
    }
}

void EnrolmentDetails::readInherited(const moodle::ReportChoice &choice)
{
    const bool wanted = std::any_of(m_courses.begin(), m_courses.end(), [](const EnrolmentState &state) {
        return state.value && rank(*state.value) > 0 && !state.value->inheritedRolesKnown;
    });
    if (!wanted)
        return;
    RecentRoles &recent = c.servers.recentRoles;
    const std::lock_guard lock(recent.mutex);
    RecentRoles::Entry &entry = recent.bySite[m_siteNumber];
    const auto age = std::chrono::steady_clock::now() - entry.at;
    if (!entry.report || !c.reuseRecent || age > std::chrono::seconds(60)) {
        entry.report.reset();
        auto report = moodle::readRoles(m_client, choice, c.cancel);
        if (!report)
            return; // not known: role-not-known says so of everybody whom it concerns
        entry = {std::make_shared<const moodle::WholeReport<moodle::RolesTable>>(std::move(*report)),
                 std::chrono::steady_clock::now()};
    }
    for (EnrolmentState &state : m_courses) {
        if (state.value && !state.value->inheritedRolesKnown)
            (void)moodle::addInherited(*state.value, entry.report->table, categoriesOf(state.course), m_names);
    }
}

std::vector<const SurveyedLink *> EnrolmentDetails::linksOf(qint64 course) const
{
    std::vector<const SurveyedLink *> links;
    for (const SurveyedLink *link : c.links) {
        if (link->course == course && c.siteOf(link->key) == m_siteNumber)
            links.push_back(link);
    }
    return links;
}

/// Up to the top, or nothing: a category that is not seen may hold roles.
std::vector<qint64> EnrolmentDetails::categoriesOf(qint64 course) const
{
    for (const SurveyedLink *link : linksOf(course)) {
        const std::vector<qint64> path = categoryPath(m_site, link->category);
        if (!path.empty() &&
            std::all_of(path.begin(), path.end(), [&](qint64 id) { return m_site.categories.contains(id); }))
            return path;
    }
    return {};
}

void EnrolmentDetails::resolveRoles()
{
    if (m_names.names().isEmpty())
        return;
    Ids ids;
    if (m_site.companion) {
        for (const moodle::SiteRole &role : m_site.companion->roles)
            ids.emplace(role.shortname, role.id);
    }
    const auto learn = [&](const std::vector<moodle::RoleRef> &roles) {
        for (const moodle::RoleRef &role : roles)
            ids.emplace(role.shortname, role.id);
    };
    for (const EnrolmentState &state : m_courses) {
        if (state.value)
            learn(state.value->rolesSeen);
    }
    for (int lists = 0; lists < maxListsForRoles && m_site.offers(fn::enrolledUsers); ++lists) {
        const auto course = smallestCourseWithUnresolved(ids);
        if (!course)
            break;
        const auto list = m_client.enrolledUsers(*course, {}, c.cancel);
        m_askedForRoles.insert(*course);
        for (size_t i = 0; list && i < list->value.users.size(); ++i)
            learn(list->value.users[i].roles.value_or(std::vector<moodle::RoleRef>{}));
    }
    QStringList unresolved;
    for (const QString &name : m_names.names()) {
        if (ids.find(name) == ids.end())
            unresolved << name;
    }
    unresolved.sort();
    std::set<qint64> known;
    for (const auto &[name, id] : ids)
        known.insert(id);
    for (EnrolmentState &state : m_courses) {
        if (state.value)
            resolve(state, ids, known, unresolved);
    }
}

std::optional<qint64> EnrolmentDetails::smallestCourseWithUnresolved(const Ids &ids) const
{
    std::optional<qint64> smallest;
    size_t size = 0;
    for (const EnrolmentState &state : m_courses) {
        const auto &rows = rowsOf(state);
        const bool helps = std::any_of(rows.begin(), rows.end(), [&](const moodle::EnrolmentRow &row) {
            return std::any_of(row.roles.begin(), row.roles.end(), [&](qint64 role) {
                return moodle::RoleNames::isPlaceholder(role) && ids.find(m_names.nameOf(role)) == ids.end();
            });
        });
        if (helps && m_askedForRoles.count(state.course) == 0 && (!smallest || rows.size() < size)) {
            smallest = state.course;
            size = rows.size();
        }
    }
    return smallest;
}

/// A role without id keeps a negative number: found by name, never by id. Where a list of the plugin holds an id
/// that nobody named, it may be that role: then who holds none of the known ones is not known.
void EnrolmentDetails::resolve(EnrolmentState &state, const Ids &ids, const std::set<qint64> &known,
                               const QStringList &unresolved)
{
    CourseEnrolments &e = *state.value;
    std::map<qint64, QString> seen;
    bool nameless = false;
    const auto number = [&](qint64 &role) {
        if (!moodle::RoleNames::isPlaceholder(role))
            return;
        const QString name = m_names.nameOf(role);
        const auto id = ids.find(name);
        role = id == ids.end() ? -1 - unresolved.indexOf(name) : id->second;
        nameless = nameless || id == ids.end();
        seen.emplace(role, name);
    };
    for (moodle::EnrolmentRow &row : e.rows) {
        std::for_each(row.roles.begin(), row.roles.end(), number);
        std::for_each(row.inheritedRoles.begin(), row.inheritedRoles.end(), number);
    }
    for (const auto &[id, name] : seen)
        e.rolesSeen.push_back({id, name, {}});
    const auto hasUnknownId = [&](const std::vector<RoleId> &roles) {
        return std::any_of(roles.begin(), roles.end(), [&](RoleId r) { return known.count(r.value) == 0; });
    };
    for (const SurveyedLink *link : linksOf(e.course)) {
        if (nameless && link->roles && (hasUnknownId(link->roles->moderator) || hasUnknownId(link->roles->member)))
            e.inheritedRolesKnown = false;
    }
}

} // namespace liaison
