#include "core/moodle/memberships_report.h"

#include "core/moodle/counting.h"
#include "core/moodle/errors.h"
#include "core/moodle/requests.h"

#include <algorithm>

namespace liaison::moodle {

namespace {

using Cancel = const net::CancelToken &;

Error notWhole()
{
    Error e;
    e.kind = ErrorKind::BadReply;
    e.code = QStringLiteral("truncated");
    e.where = functions::retrieveReport;
    e.httpStatus = 200;
    return e;
}

bool isAnswer(const Error &e)
{
    return e.kind == ErrorKind::Forbidden || e.kind == ErrorKind::NotFound || e.kind == ErrorKind::Rejected ||
           e.code == errors::badReply || e.code == errors::siteError;
}

/// The first report, by id, whose source ends so and whose titles fit.
Result<std::optional<ReportChoice>> firstFitting(const MoodleClient &client, const std::vector<ReportInfo> &reports,
                                                 QLatin1String source, bool (*fits)(const QStringList &), bool whole,
                                                 Cancel cancel)
{
    for (const ReportInfo &report : reports) {
        if (!report.source.endsWith(source) || (whole && report.restricted))
            continue;
        const auto page = client.reportPage(report.id, 0, 1, cancel);
        if (!page && !isAnswer(page.error()))
            return fail(page.error());
        if (page && fits(page->value.headers))
            return ReportChoice{report.id, page->value.totalRows, report.restricted || page->value.report.restricted};
    }
    return std::optional<ReportChoice>{};
}

template <class Table>
Result<WholeReport<Table>> readOnce(const MoodleClient &client, const ReportChoice &report, const Table &empty,
                                    Cancel cancel)
{
    WholeReport<Table> out{empty, {}};
    std::unordered_set<std::size_t> before; // rows of the pages before
    qint64 total = 0, seen = 0;
    for (qint64 number = 0; number < MoodleClient::maxPages; ++number) {
        const auto page = client.reportPage(report.id, number, reportRowsPerPage, cancel);
        if (!page)
            return fail(page.error());
        if (number == 0) {
            out.at = page->at;
            total = page->value.totalRows;
        }
        seen += qint64(page->value.rows.size());
        if (total == 0 || page->value.totalRows != total || seen > total || !Table::fits(page->value.headers) ||
            (page->value.rows.empty() && seen < total))
            return fail(notWhole());
        std::vector<std::size_t> here;
        if (total > qint64(page->value.rows.size())) {
            for (const auto &cells : page->value.rows)
                here.push_back(qHashRange(cells.begin(), cells.end()));
            if (std::any_of(here.begin(), here.end(), [&](std::size_t row) { return before.count(row) != 0; }))
                return fail(notWhole());
            before.insert(here.begin(), here.end());
        }
        if (auto taken = out.table.take(page->value); !taken)
            return fail(std::move(taken.error()));
        if (seen == total)
            return out;
    }
    return fail(notWhole());
}

template <class Table>
Result<WholeReport<Table>> readWhole(const MoodleClient &client, const ReportChoice &report, const Table &empty,
                                     Cancel cancel)
{
    auto once = readOnce(client, report, empty, cancel);
    if (!once && once.error().code == u"truncated")
        return readOnce(client, report, empty, cancel); // somebody was enrolled while the pages were read
    return once;
}

} // namespace

Result<ReportsFound> findReports(const MoodleClient &client, Cancel cancel)
{
    auto reports = client.reports(cancel);
    if (reports && reports->value.empty())
        reports = client.reports(cancel); // an empty list is not believed at once
    if (!reports)
        return fail(reports.error());
    auto participants =
        firstFitting(client, reports->value, QLatin1String("participants"), ParticipantsTable::fits, false, cancel);
    if (!participants)
        return fail(participants.error());
    auto roles = firstFitting(client, reports->value, QLatin1String("roles"), RolesTable::fits, true, cancel);
    if (!roles)
        return fail(roles.error());
    if (*roles && (*roles)->restricted)
        roles->reset();
    return ReportsFound{*participants, *roles};
}

Result<WholeReport<ParticipantsTable>> readParticipants(const MoodleClient &client, const ReportChoice &report,
                                                        const std::vector<qint64> &courses, Cancel cancel)
{
    return readWhole(client, report, ParticipantsTable(courses), cancel);
}

Result<WholeReport<RolesTable>> readRoles(const MoodleClient &client, const ReportChoice &report, Cancel cancel)
{
    return readWhole(client, report, RolesTable(), cancel);
}

Result<CourseEnrolments> readFromReport(const MoodleClient &client, const WholeReport<ParticipantsTable> &report,
                                        const ReportChoice &choice, qint64 course, const Need &need, RoleNames &names,
                                        CountBook *book, Cancel cancel)
{
    CourseEnrolments e;
    e.course = course;
    e.readAt = report.at;
    for (const ReportedPerson &person : report.table.peopleOf(course)) {
        EnrolmentRow row;
        row.person = person.person;
        row.username = person.username;
        row.fullName = person.fullName;
        for (const QString &role : person.roles)
            row.roles.push_back(names.placeholder(role));
        row.active = person.active;
        row.suspended = person.suspended;
        e.rows.push_back(std::move(row));
    }
    judgeKnown(e);
    if (e.rows.empty()) {
        e.completeness = Completeness::EmptyUnconfirmed;
        return e;
    }
    if (!everyHasUsername(e.rows)) {
        e.completeness = Completeness::Truncated;
        return e;
    }
    const bool everybody = !choice.restricted && (report.table.seesInactive() || !need.inactive);
    e.completeness = everybody           ? Completeness::RowsCounted
                     : choice.restricted ? Completeness::NotCountable
                                         : Completeness::ActiveOnly;
    if (!everybody && book) {
        const Completeness before = e.completeness;
        if (auto done = proveByCount(client, e, *book, cancel); !done)
            return fail(std::move(done.error()));
        // Fewer than are enrolled: what a report of active enrolments gives.
        if (before == Completeness::ActiveOnly && e.completeness == Completeness::CountedDifferent &&
            e.counted.value_or(0) > qint64(e.rows.size()))
            e.completeness = before;
    }
    const bool activeOnly = e.completeness == Completeness::ActiveOnly ||
                            (e.completeness == Completeness::RowsCounted && !report.table.seesInactive());
    if (activeOnly) {
        for (EnrolmentRow &row : e.rows)
            row.active = row.active.value_or(true);
        judgeKnown(e);
    }
    return e;
}

bool addInherited(CourseEnrolments &e, const RolesTable &table, const std::vector<qint64> &categories, RoleNames &names)
{
    const auto inherited = table.inheritedIn(e.course, categories);
    if (!inherited)
        return false;
    QHash<qint64, QString> shortNames;
    for (const RoleRef &role : e.rolesSeen)
        shortNames.insert(role.id, role.shortname);
    for (const EnrolmentRow &row : e.rows) {
        for (const qint64 role : row.roles) {
            const QString name = RoleNames::isPlaceholder(role) ? names.nameOf(role) : shortNames.value(role);
            if (!table.shows(e.course, row.person, name))
                return false; // the report leaves something out: who knows what else
        }
    }
    for (EnrolmentRow &row : e.rows) {
        const auto found = inherited->find(row.person);
        if (found == inherited->end())
            continue;
        for (const QString &role : found->second)
            row.inheritedRoles.push_back(names.placeholder(role));
    }
    e.inheritedRolesKnown = true;
    return true;
}

} // namespace liaison::moodle
