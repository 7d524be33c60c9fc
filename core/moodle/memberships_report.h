#pragma once

#include "core/moodle/memberships.h"
#include "core/moodle/reports.h"

/// Memberships of a whole site from custom reports: design 12.6, contract section 5.1. Blocking, like the client.
namespace liaison::moodle {

/// One report that can be used.
struct ReportChoice
{
    qint64 id = 0;
    qint64 rows = 0;         ///< when it was looked at
    bool restricted = false; ///< its conditions leave something out
};

struct ReportsFound
{
    std::optional<ReportChoice> participants; ///< who is enrolled, with roles of the course
    std::optional<ReportChoice> roles;        ///< inherited roles; never a restricted one
};

/// By data source and titles; the lowest id that has them all wins. Reports that the account may not open and reports
/// with other titles are passed over; only a call that ended without an answer is an error.
[[nodiscard]] Result<ReportsFound> findReports(const MoodleClient &client, const net::CancelToken &cancel = {});

template <class Table> struct WholeReport
{
    Table table;
    Instant at;
};

/// All rows: as many as `totalrowcount` says on every page, and none on two pages (a report that is not sorted by what
/// identifies a row doubles some and loses others). Else it is read once more, then Error `truncated`. A report without
/// any row proves nothing: `truncated` too.
[[nodiscard]] Result<WholeReport<ParticipantsTable>> readParticipants(const MoodleClient &client,
                                                                      const ReportChoice &report,
                                                                      const std::vector<qint64> &courses,
                                                                      const net::CancelToken &cancel = {});
[[nodiscard]] Result<WholeReport<RolesTable>> readRoles(const MoodleClient &client, const ReportChoice &report,
                                                        const net::CancelToken &cancel = {});

/// One course of the report, its roles as placeholders of `names`.
/// - RowsCounted where the report is known to show everybody who matters: it has people without active enrolment, or
///   these do not matter (`need.inactive`).
/// - Else the list is counted like those of readPerCourse; where no count is found, or a larger one, it is ActiveOnly.
/// - Of a restricted report only a count proves a list.
/// Activity that no column tells is assumed only where the list is of active people (ActiveOnly, or nobody else
/// matters).
[[nodiscard]] Result<CourseEnrolments>
readFromReport(const MoodleClient &client, const WholeReport<ParticipantsTable> &report, const ReportChoice &choice,
               qint64 course, const Need &need, RoleNames &names, CountBook *book, const net::CancelToken &cancel = {});

/// Adds inherited roles. False, and nothing added, where the report does not show every role that the list shows in the
/// course, or does not tell where the course is.
[[nodiscard]] bool addInherited(CourseEnrolments &enrolments, const RolesTable &table,
                                const std::vector<qint64> &categories, RoleNames &names);

} // namespace liaison::moodle
