#include "core/moodle/counting.h"
#include "core/moodle/errors.h"
#include "core/moodle/requests.h"
#include "core/run/observation.h"
#include "core/run/parallel.h"
#include "core/run/strategy.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

/// Reading the enrolments of one site by every way it offers: best first, then the next for what is left.
namespace liaison {
namespace {

namespace fn = moodle::functions;
using moodle::Completeness;
using moodle::CourseEnrolments;
using moodle::Trust;
using Outcome = moodle::ForCourse<CourseEnrolments>;
using Outcomes = std::vector<Outcome>;

/// Courses in one companion call: few enough that several calls run side by side.
constexpr size_t coursesPerCompanionCall = 100;
/// A report is read whole, whatever is asked for: beyond this many rows a course it costs more than single lists.
constexpr qint64 rowsWorthACourse = 300;
constexpr qint64 rowsAlwaysWorth = 2000;
/// So many failures and nothing that worked: a call divided three times, or a site that is down.
constexpr int failuresToGiveUp = 7;
/// Lists read only to learn the ids of roles that a report names.
constexpr int maxListsForRoles = 5;

/// Stops asking a server that only fails.
class Breaker
{
public:
    void note(bool worked) { ++(worked ? m_worked : m_failed); }
    void giveUp() { m_givenUp = true; }
    [[nodiscard]] bool isOpen() const { return m_givenUp || (m_worked == 0 && m_failed >= failuresToGiveUp); }

private:
    std::atomic_int m_worked = 0, m_failed = 0;
    std::atomic_bool m_givenUp = false;
};

int rank(const CourseEnrolments &e)
{
    switch (moodle::trustOf(e.completeness)) {
    case Trust::Complete:
        return 2;
    case Trust::PartlyKnown:
        return 1;
    case Trust::Truncated:
        break;
    }
    return 0;
}

class EnrolmentFetch
{
public:
    EnrolmentFetch(ObservationContext &context, size_t siteNumber, const std::vector<qint64> &courses)
        : c(context)
        , m_site(context.survey.sites[siteNumber])
        , m_client(context.servers.sites[siteNumber])
        , m_siteNumber(siteNumber)
        , m_reports(m_site.reports)
    {
        const Policy &policy = c.profile.policy;
        m_need = {policy.inactive() != Treatment::Expected, policy.suspended() != Treatment::Expected,
                  policy.inactive() != Treatment::NotExpected};
        for (const qint64 course : courses) {
            m_index.emplace(course, m_courses.size());
            m_courses.push_back({course, std::nullopt, std::nullopt, false});
        }
    }

    Outcomes run()
    {
        byEveryStrategy();
        if (m_need.suspended)
            readSuspended();
        readInherited();
        resolveRoles();
        Outcomes out;
        for (State &state : m_courses) {
            if (state.value)
                out.push_back({state.course, std::move(*state.value)});
            else
                out.push_back({state.course, fail(state.error.value_or(refused(fn::enrolledUsers)))});
        }
        return out;
    }

private:
    struct State
    {
        qint64 course = 0;
        std::optional<CourseEnrolments> value;
        std::optional<Error> error;
        bool emptyInReport = false; ///< of a report that would show somebody
    };

    static Error refused(QLatin1String function)
    {
        return {ErrorKind::Forbidden, QString(moodle::errors::functionMissing), QString(function), 0, QString(function),
                {}};
    }

    [[nodiscard]] std::vector<qint64> pending() const
    {
        std::vector<qint64> courses;
        for (const State &state : m_courses) {
            if (!state.value || rank(*state.value) < 2)
                courses.push_back(state.course);
        }
        return courses;
    }

    State &stateOf(qint64 course)
    {
        return m_courses[m_index.at(course)];
    }

    /// Keeps what proves more. Called by the workers.
    void take(Outcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        State &state = stateOf(outcome.course);
        if (!outcome.outcome) {
            state.error = std::move(outcome.outcome.error());
            return;
        }
        CourseEnrolments &e = *outcome.outcome;
        // Nobody in the report, which no capability shortens, and nobody in the list: two calls say so.
        if (e.completeness == Completeness::EmptyUnconfirmed && state.emptyInReport)
            e.completeness = Completeness::EmptyConfirmed;
        if (!state.value || rank(e) > rank(*state.value))
            state.value = std::move(e);
        if (rank(*state.value) == 2)
            c.report("enrolments", ++m_done, static_cast<int>(m_courses.size()));
    }

    void byEveryStrategy()
    {
        bool lookedForReports = m_reports.has_value();
        std::vector<Strategy> ways = strategiesOf(m_site);
        for (size_t i = 0; i < ways.size(); ++i) {
            const std::vector<qint64> left = pending();
            if (left.empty() || c.cancel.isCancelled())
                return;
            if (ways[i] != Strategy::Companion && !lookedForReports) { // the companion should have told, and did not
                lookedForReports = true;
                m_reports = reportsOf(m_client, m_site, c.cancel);
                if (m_reports->participants)
                    byReport(left);
            }
            read(ways[i], pending());
        }
    }

    void read(Strategy way, const std::vector<qint64> &courses)
    {
        switch (way) {
        case Strategy::Companion:
            return divided(courses, coursesPerCompanionCall, [&](const std::vector<qint64> &batch) {
                const moodle::CompanionOptions options{m_site.offers(fn::enrolledUsers)};
                return moodle::readByCompanion(m_client, batch, options, c.cancel);
            });
        case Strategy::Report:
            return byReport(courses);
        case Strategy::SeveralCourses:
            return divided(courses, moodle::maxCoursesInOneCall, [&](const std::vector<qint64> &batch) {
                return moodle::readSeveralCourses(m_client, batch, m_need, m_book, c.cancel);
            });
        case Strategy::PerCourse:
            return oneByOne(courses);
        }
    }

    /// Batches side by side; one that fails is divided, all parts of one size before the smaller ones, so that one
    /// course that cannot be read costs few calls and a server that only fails is soon left alone.
    template <class Read> void divided(const std::vector<qint64> &courses, size_t perCall, Read readBatch)
    {
        std::vector<std::vector<qint64>> batches;
        for (size_t from = 0; from < courses.size(); from += perCall)
            batches.emplace_back(courses.begin() + std::ptrdiff_t(from),
                                 courses.begin() + std::ptrdiff_t(std::min(courses.size(), from + perCall)));
        Breaker breaker;
        forEachParallel(c.servers.pool, batches.size(), [&](size_t i) {
            std::deque<std::vector<qint64>> queue{std::move(batches[i])};
            while (!queue.empty() && !c.cancel.isCancelled() && !breaker.isOpen()) {
                const std::vector<qint64> batch = std::move(queue.front());
                queue.pop_front();
                std::vector<qint64> failed;
                for (Outcome &outcome : readBatch(batch)) {
                    if (!outcome.outcome) {
                        failed.push_back(outcome.course);
                        const QString &code = outcome.outcome.error().code;
                        if (code == moodle::errors::functionMissing || code == moodle::errors::accessRefused)
                            breaker.giveUp();
                    }
                    take(std::move(outcome));
                }
                breaker.note(failed.size() < batch.size());
                if (failed.empty() || batch.size() == 1)
                    continue;
                const auto middle = failed.begin() + std::ptrdiff_t((failed.size() + 1) / 2);
                queue.emplace_back(failed.begin(), middle);
                if (middle != failed.end())
                    queue.emplace_back(middle, failed.end());
            }
        });
    }

    void oneByOne(const std::vector<qint64> &courses)
    {
        Breaker breaker;
        const moodle::Need need{m_need.active, false, m_need.inactive}; // accounts are asked for together later
        forEachParallel(c.servers.pool, courses.size(), [&](size_t i) {
            if (c.cancel.isCancelled())
                return;
            if (breaker.isOpen()) {
                const std::lock_guard lock(m_mutex);
                State &state = stateOf(courses[i]);
                if (!state.error)
                    state.error = m_lastTrouble;
                return;
            }
            Outcome outcome{courses[i], moodle::readPerCourse(m_client, courses[i], need, m_book, c.cancel)};
            const bool down = !outcome.outcome && moodle::isTransient(outcome.outcome.error());
            if (down) {
                const std::lock_guard lock(m_mutex);
                m_lastTrouble = outcome.outcome.error();
            }
            breaker.note(!down);
            take(std::move(outcome));
        });
    }

    // ---- custom reports

    void byReport(const std::vector<qint64> &courses)
    {
        const moodle::ReportChoice choice = *m_reports->participants;
        if (choice.rows > rowsAlwaysWorth && choice.rows > rowsWorthACourse * qint64(courses.size()) &&
            m_site.offers(fn::enrolledUsers))
            return;
        const auto report = moodle::readParticipants(m_client, choice, courses, c.cancel);
        if (!report) {
            for (const qint64 course : courses)
                take({course, fail(report.error())});
            return;
        }
        const bool showsEverybody =
            !choice.restricted && (report->table.seesInactive() || !m_need.inactive);
        moodle::CountBook *book = m_site.offers(fn::usersCourses) ? &m_book : nullptr;
        std::vector<moodle::RoleNames> names(courses.size());
        forEachParallel(c.servers.pool, courses.size(), [&](size_t i) {
            auto e = moodle::readFromReport(m_client, *report, choice, courses[i], m_need, names[i], book, c.cancel);
            if (e && m_need.active && !e->activeKnown)
                readActive(*e);
            const std::lock_guard lock(m_mutex);
            if (e)
                shareNames(*e, names[i]);
            if (e && e->completeness == Completeness::EmptyUnconfirmed && showsEverybody)
                stateOf(courses[i]).emptyInReport = true;
            m_fromReport.push_back({courses[i], std::move(e)});
        });
        for (Outcome &outcome : m_fromReport)
            take(std::move(outcome));
        m_fromReport.clear();
    }

    /// No column tells who is active: asked, and where that fails the list is one of people that may be kept.
    void readActive(CourseEnrolments &e)
    {
        moodle::EnrolledUsersOptions options;
        options.onlyActive = true;
        const auto active = m_site.offers(fn::enrolledUsers)
                                ? m_client.enrolledUsers(e.course, options, c.cancel)
                                : Result<moodle::Fetched<moodle::EnrolledUsers>>(
                                      fail(refused(fn::enrolledUsers)));
        if (active) {
            moodle::takeActive(e, active->value);
            moodle::judgeKnown(e);
        } else if (rank(e) == 2) {
            e.completeness = Completeness::NotCountable;
        }
    }

    /// Placeholders of one course become those of the whole reading.
    void shareNames(CourseEnrolments &e, const moodle::RoleNames &own)
    {
        for (moodle::EnrolmentRow &row : e.rows) {
            for (qint64 &role : row.roles)
                role = m_names.placeholder(own.nameOf(role));
        }
    }

    // ---- what concerns people and roles, whatever the way

    /// Accounts that are suspended, each asked once for all courses.
    void readSuspended()
    {
        std::set<qint64> ids;
        for (const State &state : m_courses) {
            for (const moodle::EnrolmentRow &row : rowsOf(state)) {
                if (!row.suspended)
                    ids.insert(row.person);
            }
        }
        if (ids.empty())
            return;
        std::vector<QStringList> batches;
        for (const qint64 id : ids) {
            if (batches.empty() || batches.back().size() == moodle::maxUsersByField)
                batches.emplace_back();
            batches.back() << QString::number(id);
        }
        std::map<qint64, bool> told;
        std::optional<Error> failure;
        if (!m_site.offers(fn::usersByField)) {
            failure = refused(fn::usersByField);
        } else {
            forEachParallel(c.servers.pool, batches.size(), [&](size_t i) {
                const auto people = m_client.usersByField(moodle::UserField::Id, batches[i], c.cancel);
                const std::lock_guard lock(m_mutex);
                if (!people)
                    failure = people.error();
                for (size_t n = 0; people && n < people->value.size(); ++n) {
                    if (people->value[n].suspended)
                        told[people->value[n].id] = *people->value[n].suspended;
                }
            });
        }
        for (State &state : m_courses) {
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

    static const std::vector<moodle::EnrolmentRow> &rowsOf(const State &state)
    {
        static const std::vector<moodle::EnrolmentRow> none;
        return state.value ? state.value->rows : none;
    }

    void readInherited()
    {
        std::vector<qint64> courses;
        for (const State &state : m_courses) {
            if (state.value && rank(*state.value) > 0 && !state.value->inheritedRolesKnown)
                courses.push_back(state.course);
        }
        if (courses.empty() || !m_reports || !m_reports->roles)
            return;
        const auto report = moodle::readRoles(m_client, *m_reports->roles, courses, c.cancel);
        if (!report)
            return; // not known: role-not-known says so of everybody whom it concerns
        for (const qint64 course : courses)
            (void)moodle::addInherited(*stateOf(course).value, report->table, categoriesOf(course), m_names);
    }

    [[nodiscard]] std::vector<const SurveyedLink *> linksOf(qint64 course) const
    {
        std::vector<const SurveyedLink *> links;
        for (const SurveyedLink *link : c.links) {
            if (link->course == course && c.siteOf(link->key) == m_siteNumber)
                links.push_back(link);
        }
        return links;
    }

    /// Up to the top, or nothing: a category that is not seen may hold roles.
    [[nodiscard]] std::vector<qint64> categoriesOf(qint64 course) const
    {
        for (const SurveyedLink *link : linksOf(course)) {
            const std::vector<qint64> path = categoryPath(m_site, link->category);
            if (!path.empty() && std::all_of(path.begin(), path.end(),
                                             [&](qint64 id) { return m_site.categories.contains(id); }))
                return path;
        }
        return {};
    }

    /// Reports name roles, lists of the plugin number them.
    void resolveRoles()
    {
        if (m_names.names().isEmpty())
            return;
        std::map<QString, qint64> ids;
        if (m_site.companion) {
            for (const moodle::SiteRole &role : m_site.companion->roles)
                ids.emplace(role.shortname, role.id);
        }
        const auto learn = [&](const std::vector<moodle::RoleRef> &roles) {
            for (const moodle::RoleRef &role : roles)
                ids.emplace(role.shortname, role.id);
        };
        for (const State &state : m_courses) {
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
        for (State &state : m_courses) {
            if (state.value)
                resolve(state, ids, known, unresolved);
        }
    }

    [[nodiscard]] std::optional<qint64> smallestCourseWithUnresolved(const std::map<QString, qint64> &ids) const
    {
        std::optional<qint64> smallest;
        size_t size = 0;
        for (const State &state : m_courses) {
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
    void resolve(State &state, const std::map<QString, qint64> &ids, const std::set<qint64> &known,
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

    ObservationContext &c;
    const SiteSurvey &m_site;
    const moodle::MoodleClient &m_client;
    const size_t m_siteNumber;
    moodle::Need m_need;
    moodle::CountBook m_book;
    std::vector<State> m_courses;
    std::unordered_map<qint64, size_t> m_index;
    std::optional<moodle::ReportsFound> m_reports;
    moodle::RoleNames m_names;
    Outcomes m_fromReport;
    std::set<qint64> m_askedForRoles;
    std::optional<Error> m_lastTrouble;
    std::mutex m_mutex;
    std::atomic_int m_done = 0;
};

} // namespace

std::vector<moodle::ForCourse<CourseEnrolments>> readEnrolments(ObservationContext &context, size_t site,
                                                                const std::vector<qint64> &courses)
{
    return EnrolmentFetch(context, site, courses).run();
}

} // namespace liaison
