#include "core/reconcile/severalrooms.h"

#include "core/reconcile/protection.h"

#include <algorithm>
#include <map>

namespace liaison {
namespace {

const Room &roomOf(const Snapshot &s, LinkIx link)
{
    return s.rooms[std::get<RoomIx>(s.links[link.value].room).value];
}

void compareMembers(const Snapshot &s, SeveralRooms &several)
{
    std::map<quint32, int> rooms; // account -> in how many
    for (LinkIx link : several.links) {
        const Reading<Rows> &members = roomOf(s, link).members;
        // Read person by person the list shows expected people only.
        if (!members.isKnown() || members.proof() == Proof::Administered)
            return;
        const Rows rows = members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            if (!isApiAccount(s, s.accounts[s.members.account[row]]))
                ++rooms[s.members.account[row]];
        }
    }
    const auto all = static_cast<int>(several.links.size());
    const auto together =
        std::count_if(rooms.begin(), rooms.end(), [&](const auto &account) { return account.second == all; });
    several.together = static_cast<int>(together);
    several.apart = static_cast<int>(rooms.size()) - *several.together;
}

void suggest(const Snapshot &s, SeveralRooms &several)
{
    const auto before = [&](LinkIx a, LinkIx b) {
        const Room &left = roomOf(s, a), &right = roomOf(s, b);
        if (left.archived != right.archived)
            return right.archived;
        if (left.lastMessage.isKnown() != right.lastMessage.isKnown())
            return left.lastMessage.isKnown();
        if (left.lastMessage.isKnown() && left.lastMessage.ms != right.lastMessage.ms)
            return left.lastMessage.ms > right.lastMessage.ms;
        return left.members.isKnown() && right.members.isKnown() && left.listed > right.listed;
    };
    const auto best = std::min_element(several.links.begin(), several.links.end(), before);
    const bool only = std::all_of(several.links.begin(), several.links.end(),
                                  [&](LinkIx link) { return link == *best || before(*best, link); });
    if (only)
        several.keep = *best;
}

} // namespace

std::vector<SeveralRooms> coursesWithSeveralRooms(const Snapshot &s)
{
    std::vector<SeveralRooms> found;
    std::map<quint32, size_t> byCourse;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const Link &link = s.links[i];
        const auto *room = std::get_if<RoomIx>(&link.room);
        if (!room || !s.courses[link.course.value].inScope)
            continue;
        const auto [at, fresh] = byCourse.try_emplace(link.course.value, found.size());
        if (fresh)
            found.push_back({link.course, {}, {}, {}, {}});
        std::vector<LinkIx> &links = found[at->second].links;
        const bool shared = std::any_of(links.begin(), links.end(), [&](LinkIx other) {
            return std::get<RoomIx>(s.links[other.value].room) == *room;
        });
        if (!shared)
            links.push_back(LinkIx(i));
    }
    std::erase_if(found, [](const SeveralRooms &several) { return several.links.size() < 2; });
    for (SeveralRooms &several : found) {
        compareMembers(s, several);
        suggest(s, several);
    }
    return found;
}

} // namespace liaison
