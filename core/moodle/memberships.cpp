#include "core/moodle/memberships.h"

#include "core/moodle/errors.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace liaison::moodle {

namespace {

using Cancel = const net::CancelToken &;

constexpr int maxPeopleAsked = 3; // the first and up to two further: design 4.2

void judgeKnown(CourseEnrolments &e)
{
    const auto all = [&](auto member) {
        return std::all_of(e.rows.begin(), e.rows.end(),
                           [&](const EnrolmentRow &r) { return (r.*member).has_value(); });
    };
    e.activeKnown = all(&EnrolmentRow::active);
    e.suspendedKnown = all(&EnrolmentRow::suspended);
}

bool everyHasUsername(const std::vector<EnrolmentRow> &rows)
{
    return std::none_of(rows.begin(), rows.end(), [](const EnrolmentRow &r) { return r.username.isEmpty(); });
}

// ---- companion

CourseEnrolments fromCompanion(CourseMemberships memberships)
{
    CourseEnrolments e;
    e.course = memberships.course;
    e.counted = memberships.counted;
    e.readAt = memberships.at;
    e.inheritedRolesKnown = true;
    e.rows.reserve(memberships.rows.size());
    for (MembershipRow &m : memberships.rows) {
        e.rows.push_back({m.person, std::move(m.username), std::nullopt, std::move(m.roles),
                          std::move(m.inheritedRoles), m.active, m.suspended});
    }
    judgeKnown(e);
    if (memberships.truncated || !everyHasUsername(e.rows))
        e.completeness = Completeness::Truncated;
    else
        e.completeness = e.rows.empty() ? Completeness::EmptyUnconfirmed : Completeness::CountedEqual;
    return e;
}

/// The second, separate call without which an empty list is not believed. false = somebody is enrolled after all.
Result<bool> isConfirmedEmpty(const MoodleClient &client, qint64 course, const CompanionOptions &options, Cancel cancel)
{
    if (options.enrolledUsersOffered) {
        const auto users = client.enrolledUsers(course, {}, cancel);
        if (users)
            return users->value.users.empty();
        if (users.error().kind != ErrorKind::Forbidden)
            return fail(users.error());
        // The companion needs no moodle/course:view, this function does: the companion is asked again.
    }
    auto again = client.memberships({course}, cancel);
    const auto &outcome = again.front().outcome;
    if (!outcome)
        return fail(outcome.error());
    return !outcome->truncated && outcome->rows.empty();
}

// ---- one course at a time

class PerCourse
{
public:
    PerCourse(const MoodleClient &client, qint64 course, const Need &need, CountBook &book, Cancel cancel)
        : m_client(client), m_need(need), m_book(book), m_cancel(cancel)
    {
        m_out.course = course;
    }

    Result<CourseEnrolments> read()
    {
        if (auto done = readList(); !done)
            return fail(std::move(done.error()));
        if (m_out.rows.empty()) {
            judgeEmpty();
            return std::move(m_out);
        }
        if (m_need.active) {
            if (auto done = readActive(); !done)
                return fail(std::move(done.error()));
        }
        if (m_need.suspended) {
            if (auto done = readSuspended(); !done)
                return fail(std::move(done.error()));
        }
        judgeKnown(m_out);
        if (m_out.completeness == Completeness::Truncated)
            return std::move(m_out);
        if (auto done = count(); !done)
            return fail(std::move(done.error()));
        return std::move(m_out);
    }

private:
    using Done = tl::expected<void, Error>;
    /// What one count says about the list; nullopt = nothing, ask somebody else.
    using Verdict = std::optional<Completeness>;

    Done readList()
    {
        auto list = m_client.enrolledUsers(m_out.course, {}, m_cancel);
        if (!list)
            return fail(std::move(list.error()));
        m_out.readAt = list->at;
        m_out.completeness = Completeness::NotCountable;
        if (!list->value.everyHasUsername || !list->value.everyHasRoles)
            m_out.completeness = Completeness::Truncated;
        std::unordered_set<qint64> roles;
        for (EnrolledUser &user : list->value.users) {
            EnrolmentRow row;
            row.person = user.id;
            row.username = user.username.value_or(QString());
            row.fullName = std::move(user.fullName);
            for (RoleRef &role : user.roles.value_or(std::vector<RoleRef>{})) {
                row.roles.push_back(role.id);
                if (roles.insert(role.id).second)
                    m_out.rolesSeen.push_back(std::move(role));
            }
            m_index.emplace(row.person, m_out.rows.size());
            m_out.rows.push_back(std::move(row));
        }
        return {};
    }

    /// Separate groups without moodle/site:accessallgroups give an empty list too (contract section 3). Nobody of the
    /// list can be asked, but somebody of another course may have told already.
    void judgeEmpty()
    {
        const auto known = m_book.countOf(m_out.course);
        if (known)
            m_out.counted = known->value;
        m_out.completeness =
            known && known->value > 0 ? Completeness::CountedDifferent : Completeness::EmptyUnconfirmed;
        judgeKnown(m_out);
    }

    Done readActive()
    {
        EnrolledUsersOptions options;
        options.onlyActive = true;
        const auto active = m_client.enrolledUsers(m_out.course, options, m_cancel);
        if (!active)
            return fail(active.error());
        for (EnrolmentRow &row : m_out.rows)
            row.active = false;
        for (const EnrolledUser &user : active->value.users) {
            const auto it = m_index.find(user.id);
            if (it == m_index.end())
                m_out.completeness = Completeness::Truncated; // active and not enrolled: the first list lacks people
            else
                m_out.rows[it->second].active = true;
        }
        return {};
    }

    Done readSuspended()
    {
        QStringList ids;
        for (const EnrolmentRow &row : m_out.rows)
            ids << QString::number(row.person);
        const auto people = m_client.usersByField(UserField::Id, ids, m_cancel);
        if (!people)
            return fail(people.error());
        for (const Person &person : people->value) {
            const auto it = m_index.find(person.id);
            if (it != m_index.end())
                m_out.rows[it->second].suspended = person.suspended;
        }
        return {};
    }

    Verdict judge(const CountBook::Count &count)
    {
        m_out.counted = count.value;
        if (count.value != qint64(m_out.rows.size()))
            return Completeness::CountedDifferent;
        // Whoever is told to be in this course has an active enrolment in it: the list and the active ones must agree.
        const auto it = m_index.find(count.person);
        const bool agrees = it != m_index.end() && m_out.rows[it->second].active.value_or(true);
        return agrees ? Completeness::CountedEqual : Completeness::Truncated;
    }

    /// Asks about one person; the book keeps the answer.
    Result<Verdict> ask(qint64 person)
    {
        const auto courses = m_client.usersCourses(person, m_cancel);
        if (!courses) {
            const Error &e = courses.error();
            const bool refused = e.kind == ErrorKind::Forbidden || e.kind == ErrorKind::NotFound ||
                                 e.kind == ErrorKind::Rejected || e.code == errors::siteError;
            if (!refused)
                return fail(e);
            m_out.doubt = e;
            if (e.code == errors::functionMissing || e.code == errors::accessRefused)
                m_book.giveUp(e);
            return Verdict{};
        }
        m_book.keep(person, courses->value);
        for (const UserCourse &c : courses->value) {
            if (c.course == m_out.course && c.enrolledUserCount)
                return judge({*c.enrolledUserCount, person});
        }
        return Verdict{};
    }

    /// Those most probably active first: the call tells only of courses with an active enrolment.
    std::vector<qint64> candidates() const
    {
        std::vector<const EnrolmentRow *> rows;
        for (const EnrolmentRow &row : m_out.rows) {
            if (!m_book.hasAnswered(row.person))
                rows.push_back(&row);
        }
        const auto doubts = [](const EnrolmentRow &r) {
            return (r.active.value_or(true) ? 0 : 4) + (r.suspended.value_or(false) ? 2 : 0) +
                   (r.roles.empty() ? 1 : 0);
        };
        const auto wanted = std::min<std::size_t>(rows.size(), maxPeopleAsked);
        std::partial_sort(rows.begin(), rows.begin() + std::ptrdiff_t(wanted), rows.end(),
                          [&](const EnrolmentRow *a, const EnrolmentRow *b) {
                              return std::pair(doubts(*a), a->person) < std::pair(doubts(*b), b->person);
                          });
        std::vector<qint64> out;
        for (std::size_t i = 0; i < wanted; ++i)
            out.push_back(rows[i]->person);
        return out;
    }

    Done count()
    {
        int asked = 0;
        if (const auto known = m_book.countOf(m_out.course)) {
            if (judge(*known) == Completeness::CountedEqual) {
                m_out.completeness = Completeness::CountedEqual;
                return {};
            }
            // The count is older than the list: asked afresh before the list is doubted.
            m_out.counted.reset();
            if (!m_book.gaveUp()) {
                const auto verdict = ask(known->person);
                ++asked;
                if (!verdict)
                    return fail(verdict.error());
                if (*verdict) {
                    m_out.completeness = **verdict;
                    return {};
                }
            }
        }
        for (const qint64 person : candidates()) {
            if (m_book.gaveUp() || asked++ >= maxPeopleAsked)
                break;
            const auto verdict = ask(person);
            if (!verdict)
                return fail(verdict.error());
            if (*verdict) {
                m_out.completeness = **verdict;
                m_out.doubt.reset();
                return {};
            }
        }
        if (!m_out.doubt)
            m_out.doubt = m_book.gaveUp();
        return {}; // NotCountable
    }

    const MoodleClient &m_client;
    const Need m_need;
    CountBook &m_book;
    Cancel m_cancel;
    CourseEnrolments m_out;
    std::unordered_map<qint64, std::size_t> m_index;
};

} // namespace

std::vector<ForCourse<CourseEnrolments>> readByCompanion(const MoodleClient &client, const std::vector<qint64> &courses,
                                                         const CompanionOptions &options, Cancel cancel)
{
    std::vector<ForCourse<CourseEnrolments>> out;
    for (auto &one : client.memberships(courses, cancel)) {
        if (!one.outcome) {
            out.push_back({one.course, fail(std::move(one.outcome.error()))});
            continue;
        }
        CourseEnrolments e = fromCompanion(std::move(*one.outcome));
        if (e.completeness == Completeness::EmptyUnconfirmed) {
            const auto confirmed = isConfirmedEmpty(client, one.course, options, cancel);
            if (!confirmed) {
                out.push_back({one.course, fail(confirmed.error())});
                continue;
            }
            e.completeness = *confirmed ? Completeness::EmptyConfirmed : Completeness::Truncated;
        }
        out.push_back({one.course, std::move(e)});
    }
    return out;
}

Result<CourseEnrolments> readPerCourse(const MoodleClient &client, qint64 course, const Need &need, CountBook &book,
                                       Cancel cancel)
{
    return PerCourse(client, course, need, book, cancel).read();
}

} // namespace liaison::moodle
