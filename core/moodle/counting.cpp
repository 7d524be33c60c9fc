#include "core/moodle/counting.h"

#include "core/moodle/errors.h"

#include <QStringList>
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace liaison::moodle {

namespace {

using Cancel = const net::CancelToken &;

constexpr int maxPeopleAsked = 3; // the first and up to two further: design 4.2

std::unordered_map<qint64, std::size_t> indexOf(const CourseEnrolments &e)
{
    std::unordered_map<qint64, std::size_t> index;
    index.reserve(e.rows.size());
    for (std::size_t i = 0; i < e.rows.size(); ++i)
        index.emplace(e.rows[i].person, i);
    return index;
}

class Count
{
public:
    Count(const MoodleClient &client, CourseEnrolments &e, CountBook &book, Cancel cancel)
        : m_client(client), m_out(e), m_book(book), m_cancel(cancel)
    {
    }

    Result<void> run()
    {
        int asked = 0;
        // Before the book is looked at: who is answered in between, for another course, is then in it; the other way
        // round nobody would be left to ask, and the count not seen.
        const std::vector<qint64> people = candidates();
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
        for (const qint64 person : people) {
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
        return {};
    }

private:
    /// What one count says about the list; nullopt = nothing, ask somebody else.
    using Verdict = std::optional<Completeness>;

    Verdict judge(const CountBook::Count &count)
    {
        m_out.counted = count.value;
        if (count.value != qint64(m_out.rows.size()))
            return Completeness::CountedDifferent;
        // Whoever is told to be in this course has an active enrolment in it: the list and the active ones must agree.
        const auto row = std::find_if(m_out.rows.begin(), m_out.rows.end(),
                                      [&](const EnrolmentRow &r) { return r.person == count.person; });
        const bool agrees = row != m_out.rows.end() && row->active.value_or(true);
        return agrees ? Completeness::CountedEqual : Completeness::Truncated;
    }

    /// Asks about one person; the book keeps the answer.
    Result<Verdict> ask(qint64 person)
    {
        auto courses = m_client.usersCourses(person, m_cancel);
        if (courses && courses->value.empty() && m_book.doubtsEmptyAnswer())
            courses = m_client.usersCourses(person, m_cancel);
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

    const MoodleClient &m_client;
    CourseEnrolments &m_out;
    CountBook &m_book;
    Cancel m_cancel;
};

} // namespace

CourseEnrolments fromList(qint64 course, EnrolledUsers list, Instant at)
{
    CourseEnrolments e;
    e.course = course;
    e.readAt = at;
    e.completeness = list.everyHasUsername && list.everyHasRoles ? Completeness::NotCountable : Completeness::Truncated;
    e.rows.reserve(list.users.size());
    std::unordered_set<qint64> roles;
    for (EnrolledUser &user : list.users) {
        EnrolmentRow row;
        row.person = user.id;
        row.username = user.username.value_or(QString());
        row.fullName = std::move(user.fullName);
        for (RoleRef &role : user.roles.value_or(std::vector<RoleRef>{})) {
            row.roles.push_back(role.id);
            if (roles.insert(role.id).second)
                e.rolesSeen.push_back(std::move(role));
        }
        e.rows.push_back(std::move(row));
    }
    return e;
}

void takeActive(CourseEnrolments &e, const EnrolledUsers &active)
{
    const auto index = indexOf(e);
    for (EnrolmentRow &row : e.rows)
        row.active = false;
    for (const EnrolledUser &user : active.users) {
        const auto it = index.find(user.id);
        if (it == index.end())
            e.completeness = Completeness::Truncated; // active and not enrolled: the first list lacks people
        else
            e.rows[it->second].active = true;
    }
}

Result<void> readSuspended(const MoodleClient &client, CourseEnrolments &e, Cancel cancel)
{
    QStringList ids;
    for (const EnrolmentRow &row : e.rows)
        ids << QString::number(row.person);
    const auto people = client.usersByField(UserField::Id, ids, cancel);
    if (!people)
        return fail(people.error());
    const auto index = indexOf(e);
    for (const Person &person : people->value) {
        const auto it = index.find(person.id);
        if (it != index.end())
            e.rows[it->second].suspended = person.suspended;
    }
    return {};
}

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

/// Separate groups without moodle/site:accessallgroups give an empty list too (contract section 3).
void judgeEmpty(CourseEnrolments &e, const CountBook &book)
{
    const auto known = book.countOf(e.course);
    if (known)
        e.counted = known->value;
    e.completeness = known && known->value > 0 ? Completeness::CountedDifferent : Completeness::EmptyUnconfirmed;
    judgeKnown(e);
}

Result<void> proveByCount(const MoodleClient &client, CourseEnrolments &e, CountBook &book, Cancel cancel)
{
    return Count(client, e, book, cancel).run();
}

} // namespace liaison::moodle
