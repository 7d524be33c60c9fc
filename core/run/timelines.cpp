#include "core/run/timelines.h"

#include "core/run/parallel.h"

#include <algorithm>
#include <atomic>

namespace liaison {

bool hasTimeline(const Room &room)
{
    return room.access == Access::Member && !room.archived;
}

bool keepsEverything(const Survey &survey, const Room &room)
{
    if (!room.retentionKnown || !survey.chat || !survey.chat->retention)
        return false;
    const chat::RetentionSettings &server = *survey.chat->retention;
    if (!server.enabled)
        return false; // not told
    if (!*server.enabled)
        return true;
    if (room.retention && room.retention->overrideGlobal)
        return !room.retention->enabled || room.retention->filesOnly;
    return !server.appliesToPrivateRooms.value_or(true) || server.filesOnly.value_or(false);
}

bool reachesBack(const Timeline &timeline, const Room &room)
{
    constexpr qint64 day = 86'400'000;
    return timeline.oldest.isKnown() && room.created.isKnown() && timeline.oldest.ms - room.created.ms <= day;
}

QHash<QString, Timeline> readTimelines(Servers &servers, const Survey &survey, const Snapshot &s, const Diff &diff,
                                       const ProgressSink &progress, const net::CancelToken &cancel)
{
    struct Read
    {
        RoomIx room;
        Result<Timeline> timeline = fail(Error{});
    };
    std::vector<Read> reads;
    for (const RoomDiff &room : diff.rooms) {
        const Room &facts = s.rooms[room.room.value];
        // Only where the rule is the last that holds somebody: nobody's trace is read for a step that cannot be.
        const bool concerned = std::any_of(room.entries.begin(), room.entries.end(),
                                           [](const Entry &entry) { return entry.rule == Rule::Guest; });
        if (concerned && hasTimeline(facts) && keepsEverything(survey, facts))
            reads.push_back({room.room});
    }
    std::atomic_int done = 0;
    forEachParallel(servers.pool, reads.size(), [&](size_t i) {
        reads[i].timeline = servers.chat->timeline(s.rooms[reads[i].room.value].id.value, messagesLookedAt,
                                                   TimelinePart::WholeOrNothing, cancel);
        if (progress)
            progress({QStringLiteral("timelines"), ++done, static_cast<int>(reads.size())});
    });
    QHash<QString, Timeline> out;
    for (Read &read : reads) {
        const Room &room = s.rooms[read.room.value];
        if (read.timeline && read.timeline->whole && reachesBack(*read.timeline, room))
            out.insert(room.id.value, std::move(*read.timeline));
    }
    return out;
}

} // namespace liaison
