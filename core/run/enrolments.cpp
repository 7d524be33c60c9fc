#include "core/moodle/counting.h"
#include "core/moodle/errors.h"
#include "core/moodle/requests.h"
#include "core/run/enrolmentdetails.h"
#include "core/run/parallel.h"
#include "core/run/strategy.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <unordered_map>

/// Reading the enrolments of one site by every way it offers: best first, then the next for what is left.
namespace liaison {
namespace {

namespace fn = moodle::functions;
using moodle::Completeness;
using moodle::CourseEnrolments;
using Outcome = moodle::ForCourse<CourseEnrolments>;
using Outcomes = std::vector<Outcome>;

/// Courses in one companion call: few enough that several calls run side by side.
constexpr size_t coursesPerCompanionCall = 100;
/// A report is read whole, whatever is asked for: beyond this many rows a course it costs more than single lists.
constexpr qint64 rowsWorthACourse = 300;
constexpr qint64 rowsAlwaysWorth = 2000;
/// So many failures and nothing that worked: a call divided three times, or a site that is down.
constexpr int failuresToGiveUp = 7;

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
        EnrolmentDetails details(c, m_siteNumber, m_courses, m_names);
        if (m_need.suspended)
            details.readSuspended();
        if (m_reports && m_reports->roles)
            details.readInherited(*m_reports->roles);
        details.resolveRoles();
        Outcomes out;
        for (EnrolmentState &state : m_courses) {
            if (state.value)
                out.push_back({state.course, std::move(*state.value)});
            else
                out.push_back({state.course, fail(state.error.value_or(functionNotOffered(fn::enrolledUsers)))});
        }
        return out;
    }

private:
    [[nodiscard]] std::vector<qint64> pending() const
    {
        std::vector<qint64> courses;
        for (const EnrolmentState &state : m_courses) {
            if (!state.value || rank(*state.value) < 2)
                courses.push_back(state.course);
        }
        return courses;
    }

    EnrolmentState &stateOf(qint64 course) { return m_courses[m_index.at(course)]; }

    /// Keeps what proves more. Called by the workers.
    void take(Outcome outcome)
    {
        const std::lock_guard lock(m_mutex);
        EnrolmentState &state = stateOf(outcome.course);
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
        // A list that was not whole is read once more: people came and went while it was counted.
        std::vector<qint64> doubtful;
        for (const EnrolmentState &state : m_courses) {
            if (state.value && rank(*state.value) == 0)
                doubtful.push_back(state.course);
        }
        if (!doubtful.empty() && !c.cancel.isCancelled())
            read(ways.back(), doubtful);
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
                        const Error &error = outcome.outcome.error();
                        if (error.code == moodle::errors::functionMissing ||
                            error.code == moodle::errors::accessRefused)
                            breaker.giveUp();
                        const std::lock_guard lock(m_mutex);
                        m_lastTrouble = error;
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
        for (const qint64 course : courses) { // not asked for any more
            EnrolmentState &state = stateOf(course);
            if (!state.value && !state.error)
                state.error = m_lastTrouble;
        }
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
                EnrolmentState &state = stateOf(courses[i]);
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
        const bool showsEverybody = !choice.restricted && (report->table.seesInactive() || !m_need.inactive);
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
        const auto active =
            m_site.offers(fn::enrolledUsers)
                ? m_client.enrolledUsers(e.course, options, c.cancel)
                : Result<moodle::Fetched<moodle::EnrolledUsers>>(fail(functionNotOffered(fn::enrolledUsers)));
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

    ObservationContext &c;
    const SiteSurvey &m_site;
    const moodle::MoodleClient &m_client;
    const size_t m_siteNumber;
    moodle::Need m_need;
    moodle::CountBook m_book;
    std::vector<EnrolmentState> m_courses;
    std::unordered_map<qint64, size_t> m_index;
    std::optional<moodle::ReportsFound> m_reports;
    moodle::RoleNames m_names;
    Outcomes m_fromReport;
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
