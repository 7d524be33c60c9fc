#include "core/reconcile/timelineverdicts.h"

#include "core/reconcile/timelinecause.h"

namespace liaison {

std::optional<ComeOrGone> comeOrGone(const Entry &entry, const Snapshot &s)
{
    const auto of = [&](const PersonKey &person, bool inRoom) -> std::optional<ComeOrGone> {
        const auto account = person.chat ? s.accountById.constFind(*person.chat) : s.accountById.constEnd();
        if (account == s.accountById.constEnd())
            return std::nullopt;
        return ComeOrGone{*account, inRoom};
    };
    if (const auto *add = std::get_if<AddMember>(&entry.change.what))
        return of(add->person, false);
    if (const auto *remove = std::get_if<RemoveMember>(&entry.change.what))
        return of(remove->person, true);
    return std::nullopt;
}

void addVerdicts(const Timeline &timeline, const Snapshot &s, const RoomDiff &room,
                 QHash<QString, TimelineVerdict> &verdicts)
{
    for (const Entry &entry : room.entries) {
        const auto who = comeOrGone(entry, s);
        if (!who)
            continue;
        const Account &account = s.accounts[who->account.value];
        const TimelineCause told = causeFromTimeline(timeline, s, account, who->inRoom);
        const bool better = entry.change.cause == Cause::NotKnown || entry.change.cause == told.cause;
        if (told.cause != Cause::NotKnown && better)
            verdicts.insert(account.id.value, {told.cause, told.certainty});
    }
}

QHash<QString, QHash<QString, TimelineVerdict>> verdictsOf(const History &history, const Snapshot &s, const Diff &diff)
{
    QHash<QString, QHash<QString, TimelineVerdict>> out = history.verdicts;
    for (const RoomDiff &room : diff.rooms) {
        const QString &id = s.rooms[room.room.value].id.value;
        if (const auto timeline = history.timelines.constFind(id); timeline != history.timelines.constEnd())
            addVerdicts(*timeline, s, room, out[id]);
    }
    return out;
}

} // namespace liaison
