#include "core/run/timelineverdicts.h"

#include "core/reconcile/timelineverdicts.h"
#include "core/run/parallel.h"
#include "core/run/timelines.h"

#include <algorithm>
#include <atomic>

namespace liaison {

void readVerdicts(Servers &servers, const Survey &survey, const Snapshot &s, const Diff &diff, History &history,
                  const ProgressSink &progress, const net::CancelToken &cancel)
{
    std::vector<const RoomDiff *> rooms;
    for (const RoomDiff &room : diff.rooms) {
        const Room &facts = s.rooms[room.room.value];
        const bool open = std::any_of(room.entries.begin(), room.entries.end(), [&](const Entry &entry) {
            return entry.change.cause == Cause::NotKnown && comeOrGone(entry, s);
        });
        if (open && hasTimeline(facts) && !history.timelines.contains(facts.id.value))
            rooms.push_back(&room);
    }
    std::vector<QHash<QString, TimelineVerdict>> found(rooms.size());
    std::atomic_int done = 0;
    forEachParallel(servers.pool, rooms.size(), [&](size_t i) {
        const Room &room = s.rooms[rooms[i]->room.value];
        auto timeline = servers.chat->timeline(room.id.value, messagesLookedAt, TimelinePart::Newest, cancel);
        if (timeline) {
            timeline->whole = timeline->whole && keepsEverything(survey, room) && reachesBack(*timeline, room);
            addVerdicts(*timeline, s, *rooms[i], found[i]);
        }
        if (progress)
            progress({QStringLiteral("timelines"), ++done, static_cast<int>(rooms.size())});
    });
    for (size_t i = 0; i < rooms.size(); ++i) {
        if (!found[i].isEmpty())
            history.verdicts.insert(s.rooms[rooms[i]->room.value].id.value, std::move(found[i]));
    }
}

} // namespace liaison
