#include "app/commands.h"
#include "app/documents_inventory.h"
#include "app/evidence.h"
#include "app/inventorytext.h"
#include "app/print.h"
#include "app/published.h"
#include "core/run/measure.h"
#include "ui/text/format.h"

#include <QDateTime>
#include <QJsonArray>
#include <algorithm>

namespace liaison::app {
namespace {

void printRows(const std::vector<RetentionRow> &rows, size_t sites, bool measured, Output &out)
{
    const text::Language language = out.language();
    if (rows.empty())
        return out.line(word(Word::NoRetention, language));
    const auto days = [&](bool known, const std::optional<int> &n) {
        return !known ? QStringLiteral("?") : n ? daysText(*n, language) : word(Word::Forever, language);
    };
    std::vector<QStringList> lines;
    for (const RetentionRow &row : rows) {
        QString verdict = text::of(text::Group::Verdict, codeOf(row.verdict), language).name;
        if (!row.reason.isEmpty() && row.reason != codeOf(row.verdict)) // said once
            verdict += QStringLiteral(" (") + text::detail(row.reason, language).name + u')';
        const QString site = sites > 1 ? QString(row.link.site + u':') : QString();
        lines.push_back({site + row.shortName, shortRoomName(row.roomName.isEmpty() ? row.room : row.roomName),
                         days(row.wantedKnown, row.wanted), days(row.storedKnown, row.stored),
                         days(row.effectiveKnown, row.effective), verdict});
        if (measured) {
            const QString oldest = !row.measured          ? QStringLiteral("?")
                                   : row.oldest.isKnown() ? text::dateTime(language, row.oldest)
                                                          : QStringLiteral("—");
            lines.back().insert(5, oldest);
        }
    }
    QStringList head{say(Say::Course, language),   say(Say::Room, language),        word(Word::Wanted, language),
                     word(Word::Stored, language), word(Word::Effective, language), word(Word::Verdict, language)};
    if (measured)
        head.insert(5, word(Word::Oldest, language));
    out.table(head, lines);
    out.line();
    out.line(word(measured ? Word::OnlyDates : Word::NotMeasured, language));
}

struct Read
{
    std::vector<RetentionRow> rows;
    std::vector<Unknown> sites; ///< of which nothing is known
    size_t siteCount = 0;
    bool linksUnread = false;
    bool measured = false;
};

Result<Read> readRetention(Context &context, bool measure, const ProgressSink &progress)
{
    Read read;
    if (const Published *published = context.published()) {
        const CampusView &view = *published->campus.view;
        read.rows = view.retention;
        for (const Unknown &u : view.diff.unknown) {
            if (!u.place.cmid) // a link has its own row
                read.sites.push_back(u);
        }
        read.siteCount = view.snapshot->sites.size();
        read.measured = std::any_of(read.rows.begin(), read.rows.end(), [](const auto &row) { return row.measured; });
        return read;
    }
    const Profile &profile = context.profile();
    const auto surveyed = survey(context.servers(), profile, context.memory(), progress, context.cancel());
    if (!surveyed)
        return fail(surveyed.error());
    ObserveOptions options;
    options.people = false; // no list of people is needed for this
    const auto observed = observe(context.servers(), profile, *surveyed, context.memory(), everyKey(*surveyed), options,
                                  progress, context.cancel());
    if (!observed)
        return fail(observed.error());
    const Snapshot &s = *observed->snapshot;
    read.rows = retentionRows(*surveyed, s, profile.policy);
    read.sites = observed->sites;
    read.siteCount = surveyed->sites.size();
    read.linksUnread = std::any_of(surveyed->links.begin(), surveyed->links.end(),
                                   [](const SurveyedLink &link) { return link.inScope && link.unknown.has_value(); });
    read.measured = measure;
    if (measure)
        measureRetention(context.servers(), *surveyed, s, read.rows, progress, context.cancel());
    return read;
}

} // namespace

int runRetention(Context &context, const Arguments &arguments, Output &out)
{
    const QString evidence = arguments.value(QStringLiteral("--evidence"));
    const bool toFile = arguments.has(QStringLiteral("--evidence"));
    if (!arguments.positional.isEmpty() || (toFile && !isEvidenceName(evidence)))
        return out.error({ErrorKind::Input,
                          QStringLiteral("bad-arguments"),
                          toFile && arguments.positional.isEmpty() ? QString(u"--evidence " + evidence)
                                                                   : arguments.positional.value(0),
                          0,
                          {},
                          {}});
    const Profile &profile = context.profile();
    const bool asked = arguments.has(QStringLiteral("--measure"));
    if (asked && context.published())
        return out.error({ErrorKind::Input, QStringLiteral("published-only"), {}, 0, {}, {}});
    auto read = readRetention(context, asked || profile.policy.measureRetention, out.progress());
    out.endProgress();
    if (context.cancel().isCancelled())
        return out.error({ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
    if (!read)
        return out.error(read.error());
    const std::vector<RetentionRow> &rows = read->rows;
    const bool measured = read->measured;
    const bool unknown =
        !read->sites.empty() || read->linksUnread || std::any_of(rows.begin(), rows.end(), [](const RetentionRow &row) {
            return row.verdict == RetentionVerdict::Unknown || couldNotBeMeasured(row);
        });
    QString digest;
    if (toFile) {
        const Instant now{QDateTime::currentMSecsSinceEpoch()};
        auto written =
            writeEvidence(evidenceOf(profile, now, rows, read->sites, measured), out.language(), evidence, false);
        if (!written)
            return out.error(written.error());
        digest = *written;
    }
    if (out.json()) {
        QJsonArray rooms;
        for (const RetentionRow &row : rows)
            rooms.append(retentionJson(row, out.language()));
        out.document({{QStringLiteral("rooms"), rooms}});
        return unknown ? 5 : 0;
    }
    if (toFile)
        out.line(word(Word::EvidenceWritten, out.language()).arg(harmless(evidence), digest));
    else
        printRows(rows, read->siteCount, measured, out);
    printUnknown(read->sites, out);
    return unknown ? 5 : 0;
}

} // namespace liaison::app
