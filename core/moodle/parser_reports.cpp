#include "core/moodle/html.h"
#include "core/moodle/parser.h"
#include "core/moodle/reader.h"

namespace liaison::moodle {

namespace {

ReportInfo reportInfo(Object &o)
{
    ReportInfo report;
    report.id = o.id("id");
    report.source = o.exact("source");
    // Values of conditions are stored as JSON text; a report without any has null here (recorded).
    const QString conditions = o.optExact("conditiondata").value_or(QString()).trimmed();
    report.restricted = !conditions.isEmpty() && conditions != u"null" && conditions != u"[]" && conditions != u"{}";
    return report;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

Result<std::vector<ReportInfo>> parseReports(const Answer &answer)
{
    Reader in(answer, TextMode::Html);
    std::vector<ReportInfo> out;
    Unique unique;
    in.object().eachObject("reports", [&](Object &o) {
        out.push_back(reportInfo(o));
        unique.check(o, "id", out.back().id);
    });
    return in.finish(std::move(out));
}

Result<ReportPage> parseReportPage(const Answer &answer)
{
    Reader in(answer, TextMode::Html);
    ReportPage page;
    Object root = in.object();
    Object details = root.object("details");
    page.report = reportInfo(details);
    Object data = root.object("data");
    page.totalRows = data.count("totalrowcount");
    data.eachElement("headers", [&](simdjson::dom::element title) {
        std::string_view text;
        if (title.get(text) != simdjson::SUCCESS)
            data.fail("headers", "holds no text");
        else
            page.headers << unescapeHtml(fromUtf8(text)).trimmed();
    });
    data.eachObject("rows", [&](Object &row) {
        std::vector<QString> cells;
        cells.reserve(std::size_t(page.headers.size()));
        row.eachElement("columns", [&](simdjson::dom::element cell) {
            std::string_view text;
            if (cell.is_null())
                cells.emplace_back();
            else if (cell.get(text) != simdjson::SUCCESS)
                row.fail("columns", "holds no text");
            else
                cells.push_back(fromUtf8(text));
        });
        if (cells.size() != std::size_t(page.headers.size()))
            row.fail("columns", "does not fit the headers");
        page.rows.push_back(std::move(cells));
    });
    return in.finish(std::move(page));
}

} // namespace liaison::moodle
