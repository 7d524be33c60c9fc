#include "core/run/measure.h"

#include "core/run/parallel.h"
#include "core/run/timelines.h"
#include "core/run/trouble.h"

#include <atomic>

namespace liaison {
namespace {

const QString archived = QStringLiteral("room-archived"), filesOnly = QStringLiteral("files-only");

/// Why nobody can be asked; empty: the room can be.
QString whyNotAsked(const Survey &survey, const Room &room)
{
    if (survey.chatDown)
        return codeOf(becauseOfChat(*survey.chatDown).reason);
    if (room.access == Access::Administered)
        return codeOf(UnknownReason::Administered);
    if (room.access != Access::Member)
        return codeOf(UnknownReason::NoAccess);
    return room.archived ? archived : QString();
}

} // namespace

bool isOlderThanRule(const RetentionRow &row, Instant serverNow)
{
    constexpr qint64 day = 86'400'000;
    return row.measured && row.oldest.isKnown() && serverNow.isKnown() && row.effectiveKnown && row.effective &&
           serverNow.ms - row.oldest.ms > (qint64(*row.effective) + 1) * day;
}

bool couldNotBeMeasured(const RetentionRow &row)
{
    return !row.measured && !row.reason.isEmpty() && row.reason != archived && row.reason != filesOnly;
}

void measureRetention(Servers &servers, const Survey &survey, const Snapshot &s, std::vector<RetentionRow> &rows,
                      const ProgressSink &progress, const net::CancelToken &cancel)
{
    struct Read
    {
        QString room;
        QString reason; ///< why there is no date
        std::optional<Instant> oldest;
    };
    std::vector<Read> reads;
    QHash<QString, size_t> byRoom; // a room of several courses is asked once
    for (const RetentionRow &row : rows) {
        if (!row.room.isEmpty() && !byRoom.contains(row.room)) {
            byRoom.insert(row.room, reads.size());
            reads.push_back({row.room, QStringLiteral("no-access"), {}});
        }
    }
    std::vector<size_t> ask;
    for (const Room &room : s.rooms) {
        const auto read = byRoom.constFind(room.id.value);
        if (read == byRoom.constEnd())
            continue;
        reads[*read].reason = whyNotAsked(survey, room);
        if (reads[*read].reason.isEmpty())
            ask.push_back(*read);
    }
    std::atomic_int done = 0;
    forEachParallel(servers.pool, ask.size(), [&](size_t i) {
        Read &read = reads[ask[i]];
        const auto oldest = servers.chat->oldestMessage(read.room, cancel);
        if (oldest)
            read.oldest = *oldest;
        else
            read.reason = oldest.error().code == archived ? archived : codeOf(becauseOfChat(oldest.error()).reason);
        if (progress)
            progress({QStringLiteral("oldest"), ++done, static_cast<int>(ask.size())});
    });
    const Instant now = survey.chat ? survey.chat->serverDate : Instant{};
    for (RetentionRow &row : rows) {
        const auto found = byRoom.constFind(row.room);
        if (found == byRoom.constEnd())
            continue; // no room, and its reason says so
        const Read &read = reads[*found];
        row.measured = read.reason.isEmpty();
        row.oldest = read.oldest.value_or(Instant{});
        if (row.verdict == RetentionVerdict::Unknown)
            continue; // its reason stands
        // A rule for files does not touch messages: their age proves nothing about it.
        const bool proves = row.measured && !(row.filesOnly && row.effective);
        if (!proves)
            row.reason = row.measured ? filesOnly : read.reason;
        if (row.verdict != RetentionVerdict::Ok)
            continue; // what is wrong with the rule comes first
        if (proves && isOlderThanRule(row, now))
            row.verdict = RetentionVerdict::OlderThanRule;
        else if (!proves)
            row.verdict = RetentionVerdict::NotMeasurable;
    }
}

} // namespace liaison
