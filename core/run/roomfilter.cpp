#include "core/run/roomfilter.h"

#include <algorithm>

namespace liaison {

bool isIdle(const RoomRow &room, Instant now, int days)
{
    const Instant last = room.newest.isKnown() ? room.newest : room.silent ? room.created : Instant();
    return now.isKnown() && last.isKnown() && now.ms - last.ms > qint64(days) * 86'400'000;
}

bool matches(const RoomRow &room, const RoomFilter &filter, Instant now)
{
    const bool kind = !filter.namesKind() || (filter.orphan && room.orphan) || (filter.renamed && room.renamed) ||
                      (filter.duplicate && room.duplicate) || (filter.ownerless && room.ownerless.value_or(false));
    return kind && (!filter.idleDays || isIdle(room, now, *filter.idleDays));
}

void keepInside(std::vector<RoomRow> &rooms, const Snapshot &snapshot, const Scope &scope)
{
    if (scope.isEverything())
        return;
    QSet<LinkKey> inside;
    for (const Link &link : snapshot.links)
        inside.insert({snapshot.sites[link.site.value].id.value, link.cmid.value});
    std::erase_if(rooms, [&](const RoomRow &room) {
        return !room.links.empty() && std::none_of(room.links.begin(), room.links.end(),
                                                   [&](const LinkKey &key) { return inside.contains(key); });
    });
}

QString roomState(const RoomRow &room, const QHash<LinkKey, LinkState> &links)
{
    if (room.orphan)
        return QStringLiteral("orphan");
    std::optional<LinkState> first;
    for (const LinkKey &key : room.links) {
        const auto state = links.constFind(key);
        if (state != links.constEnd() && (!first || *state < *first)) // the enum is in order of precedence
            first = *state;
    }
    return codeOf(first.value_or(LinkState::Unknown));
}

QHash<LinkKey, LinkState> linkStates(const Snapshot &s, const Diff &diff)
{
    QHash<LinkKey, LinkState> states;
    for (const LinkRow &row : diff.links) {
        const Link &link = s.links[row.link.value];
        states.insert({s.sites[link.site.value].id.value, link.cmid.value}, row.state);
    }
    return states;
}

std::optional<int> roomsOutside(const Survey &survey, const std::vector<RoomRow> &rooms)
{
    if (survey.chatDown || survey.roomsUnknown)
        return std::nullopt;
    return static_cast<int>(
        std::count_if(rooms.begin(), rooms.end(), [](const RoomRow &room) { return room.outside; }));
}

bool inventoryIsPartial(const Survey &survey)
{
    return survey.chatDown || survey.roomsUnknown || !survey.rooms.wholeServer ||
           std::any_of(survey.sites.begin(), survey.sites.end(),
                       [](const SiteSurvey &site) { return site.down || site.linksUnknown; });
}

} // namespace liaison
