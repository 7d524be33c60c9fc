#include "core/sandbox/moodleahead.h"
#include "core/sandbox/moodlefunctions.h"
#include "core/sandbox/moodlereportcells.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

enum class Source { Roles, Participants };

std::optional<Source> sourceOf(const Report &report)
{
    if (report.source.endsWith(QLatin1String("roles")))
        return Source::Roles;
    if (report.source.endsWith(QLatin1String("participants")))
        return Source::Participants;
    return std::nullopt;
}

/// Datasource "Roles" came with Moodle 4.4.
bool isServed(const Call &call, const Report &report)
{
    const auto source = sourceOf(report);
    return source && (*source == Source::Participants || call.version.atLeast(4, 4));
}

/// The world does not say who is in a report's audience: the capability stands for both.
bool maySeeReports(const Call &call)
{
    return call.can("moodle/reportbuilder:viewall");
}

QString nameOf(const Report &report)
{
    return (sourceOf(report) == Source::Roles ? QStringLiteral("Console: attributions de rôles ")
                                              : QStringLiteral("Console: inscriptions et rôles ")) +
           QString::number(report.id);
}

Object detailsOf(const Call &call, const Report &report)
{
    const bool roles = sourceOf(report) == Source::Roles;
    return Object()
        .add("name", nameOf(report))
        .add("source", roles ? "core_role\\reportbuilder\\datasource\\roles"
                             : "core_course\\reportbuilder\\datasource\\participants")
        .add("type", 0)
        .add("uniquerows", false)
        .add("conditiondata", nullptr)
        .add("settingsdata", nullptr)
        .add("contextid", 1)
        .add("component", "")
        .add("area", "")
        .add("itemid", 0)
        .add("usercreated", 2)
        .add("id", report.id)
        .add("timecreated", 0)
        .add("timemodified", 0)
        .add("usermodified", 2)
        .add("sourcename", roles ? "Roles" : "Course participants")
        .add("tags", List())
        .add("modifiedby", Object()
                               .add("id", 2)
                               .add("email", "admin@example.org")
                               .add("idnumber", "")
                               .add("phone1", "")
                               .add("phone2", "")
                               .add("department", "")
                               .add("institution", "")
                               .add("fullname", "Admin User")
                               .add("identity", "admin@example.org")
                               .add("profileurl", call.url(QStringLiteral("/user/profile.php?id=2")))
                               .add("profileimageurl", call.pictureUrl(false))
                               .add("profileimageurlsmall", call.pictureUrl(true)));
}

struct Page
{
    std::size_t first = 0, last = 0;
};

/// Pages count from 0; `perpage` is 10 unless said otherwise and 0 for everything.
Page pageOf(const Call &call, std::size_t total)
{
    const auto size = std::size_t(std::max<qint64>(call.number(u"perpage", 10), 0));
    if (size == 0)
        return {0, total};
    const auto page = std::size_t(std::max<qint64>(call.number(u"page"), 0));
    const std::size_t first = page > total / size ? total : std::min(total, page * size);
    return {first, std::min(total, first + size)};
}

} // namespace

Answer listReports(const Call &call)
{
    std::vector<const Report *> reports;
    for (const Report &report : call.site.reports) {
        if (isServed(call, report) && maySeeReports(call) && !call.listEmpty)
            reports.push_back(&report);
    }
    std::sort(reports.begin(), reports.end(),
              [](auto *a, auto *b) { return std::tuple(nameOf(*a), a->id) < std::tuple(nameOf(*b), b->id); });
    const Page page = pageOf(call, reports.size());
    List list;
    for (std::size_t i = page.first; i < page.last; ++i)
        list.push_back(detailsOf(call, *reports[i]));
    return Value(Object().add("reports", std::move(list)).add("warnings", List()));
}

Answer retrieveReport(const Call &call)
{
    const qint64 id = call.number(u"reportid");
    const auto &reports = call.site.reports;
    const auto report =
        std::find_if(reports.begin(), reports.end(), [&](const Report &r) { return r.id == id && isServed(call, r); });
    if (report == reports.end())
        return refuse(missingRecord(QStringLiteral("reportbuilder_report")));
    if (!maySeeReports(call))
        return refuse({call.version.atLeast(4, 5)
                           ? QStringLiteral("core_reportbuilder\\exception\\report_access_exception")
                           : QStringLiteral("core_reportbuilder\\report_access_exception"),
                       QStringLiteral("errorreportview"), QStringLiteral("You cannot view this report")});
    const bool roles = sourceOf(*report) == Source::Roles;
    const ReportRows all(call.index, call.site,
                         roles                ? RowKind::Roles
                         : report->activeOnly ? RowKind::ActiveParticipants
                                              : RowKind::Participants,
                         call.now);
    const std::size_t total = call.listEmpty ? 0 : all.count();

    ReportCells cells(call, *report, roles);
    const Page page = pageOf(call, total);
    Writer out = call.writer();
    out.beginObject();
    out.field("details", Value(detailsOf(call, *report)));
    out.key("data");
    out.beginObject();
    out.field("headers", Value(cells.headers()));
    out.key("rows");
    out.beginList();
    std::vector<Row> rows;
    rows.reserve(page.last - page.first);
    all.forEach(page.first, page.last, [&rows](const Row &row) { rows.push_back(row); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + Index::fetched < rows.size())
            cells.fetch(rows[i + Index::fetched]);
        cells.write(out, rows[i]);
    }
    out.endList();
    out.field("totalrowcount", qint64(total));
    out.endObject();
    out.key("warnings");
    out.beginList();
    out.endList();
    out.endObject();
    return call.written();
}

void writeReportsAhead(const Call &call)
{
    for (const Report &report : call.site.reports) {
        if (isServed(call, report))
            ReportCells(call, report, sourceOf(report) == Source::Roles).writeAhead();
    }
}

} // namespace liaison::sandbox::moodle
