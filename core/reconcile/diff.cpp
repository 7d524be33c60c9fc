#include "core/reconcile/diff.h"

#include "core/base/uithread.h"
#include "core/reconcile/planid.h"
#include "core/reconcile/rights.h"
#include "core/reconcile/roomdiff.h"

#include <algorithm>
#include <map>

namespace liaison {

JoinScratch scratchFor(const Snapshot &s, const Policy &policy)
{
    JoinScratch scratch;
    scratch.byAccount.resize(s.accounts.size());
    scratch.byPerson.resize(s.people.size());
    scratch.protection.reserve(s.accounts.size());
    for (const Account &account : s.accounts)
        scratch.protection.push_back(protectionOf(s, account, RoomMember, policy));
    scratch.mappings.resize(s.links.size());
    scratch.mappingReady.resize(s.links.size());
    for (const Person &person : s.people) {
        if (person.gone)
            scratch.gone.insert(qMakePair(person.site.value, person.id.value));
    }
    return scratch;
}

namespace {

/// Links by the room they point to, in the order of the rooms' first links.
std::vector<std::pair<RoomIx, std::vector<LinkIx>>> linksByRoom(const Snapshot &s)
{
    std::vector<std::pair<RoomIx, std::vector<LinkIx>>> rooms;
    std::map<quint32, size_t> position;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const auto *room = std::get_if<RoomIx>(&s.links[i].room);
        if (!room)
            continue;
        const auto [it, isNew] = position.try_emplace(room->value, rooms.size());
        if (isNew)
            rooms.push_back({*room, {}});
        rooms[it->second].second.push_back(LinkIx(i));
    }
    return rooms;
}

bool isPending(const Snapshot &s, const Link &link, const Policy &policy)
{
    const Instant now = s.sites[link.site.value].now;
    return link.created.isKnown() && now.isKnown() && now.ms - link.created.ms < qint64(policy.pendingMinutes) * 60000;
}

/// How many people a course expects, for links whose room is not there to compare with.
std::optional<int> expectedAlone(const Snapshot &s, const Link &link, const Policy &policy)
{
    const Course &course = s.courses[link.course.value];
    if (link.unknown || !course.enrolments.isKnown())
        return std::nullopt;
    const LinkMapping mapping = mappingOf(s, link, policy);
    const Rows rows = course.enrolments.value();
    int count = 0;
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        count += judge(s, course, row, mapping, policy).standing >= Standing::Member ? 1 : 0;
    return count;
}

} // namespace

void diffRoomless(const Snapshot &s, const Policy &policy, LinkIx ix, Diff &out)
{
    const Link &link = s.links[ix.value];
    LinkRow &row = out.links[ix.value];
    const Place place = placeOf(s, link);
    row.expected = expectedAlone(s, link, policy);
    const auto unknown = [&](LinkState state, UnknownReason reason, const QString &detail) {
        row.state = state;
        row.reason = reason;
        row.reasonDetail = detail;
        out.unknown.push_back({place, reason, detail});
    };
    if (link.unknown)
        return unknown(LinkState::Unknown, link.unknown->reason, link.unknown->detail);
    if (const auto *room = std::get_if<UnknownRoom>(&link.room))
        return unknown(LinkState::Unknown, room->because.reason, room->because.detail);
    if (std::holds_alternative<AmbiguousRooms>(link.room))
        return unknown(LinkState::Ambiguous, UnknownReason::Ambiguous, {});
    if (std::holds_alternative<NoRoom>(link.room)) {
        row.state = LinkState::Unlinked;
        return;
    }
    if (isPending(s, link, policy)) {
        row.state = LinkState::Pending;
        return;
    }
    row.state = LinkState::Missing;
    const Course &course = s.courses[link.course.value];
    if (s.abilities.createRoom && s.sites[link.site.value].canSetRoom) {
        Entry entry;
        entry.change = {place, CreateRoom{}, ChangeReason::RoomMissing, Cause::NotKnown, Certainty::None};
        entry.change.place.room.reset();
        const QString right = missingRight(s, Room{}, ChangeKind::CreateRoom);
        if (!course.inScope) {
            entry.rule = Rule::OutOfScope;
        } else if (!link.confirmed) {
            entry.rule = Rule::UnconfirmedLink;
        } else if (!right.isEmpty()) {
            entry.rule = Rule::NoRight;
            entry.detail = right;
        }
        entry.id = entryId(entry.change);
        out.beforeRooms.push_back(std::move(entry));
        return;
    }
    ++row.findings;
    out.findings.push_back({FindingCode::Missing, place, {}, Cause::NotKnown, Certainty::None, {}});
}

void fillRows(const Snapshot &s, const RoomDiff &room, Diff &out)
{
    const Room &facts = s.rooms[room.room.value];
    for (LinkIx ix : room.links) {
        const Link &link = s.links[ix.value];
        LinkRow &row = out.links[ix.value];
        row.expected = room.expected;
        const auto carried = [&](const Place &place) {
            return place.cmid == link.cmid.value && place.site == s.sites[link.site.value].id.value;
        };
        const auto unknown =
            std::find_if(room.unknown.begin(), room.unknown.end(), [&](const Unknown &u) { return carried(u.place); });
        if (unknown != room.unknown.end()) {
            row.reason = unknown->reason;
            row.reasonDetail = unknown->detail;
        }
        const bool partlyOnly =
            row.reason && (*row.reason == UnknownReason::Administered || *row.reason == UnknownReason::Uncounted ||
                           *row.reason == UnknownReason::SharedLink);
        if (!room.known || (row.reason && !partlyOnly)) {
            row.state = LinkState::Unknown;
            continue;
        }
        row.members = room.members;
        int counts[4] = {0, 0, 0, 0};
        int guests = 0;
        bool drift = false;
        for (const Entry &entry : room.entries) {
            if (!carried(entry.change.place))
                continue;
            if (entry.guest) {
                ++guests;
                continue;
            }
            drift = true;
            switch (kindOf(entry.change)) {
            case ChangeKind::Add:
                ++counts[0];
                break;
            case ChangeKind::Promote:
                ++counts[1];
                break;
            case ChangeKind::Demote:
                ++counts[2];
                break;
            case ChangeKind::Remove:
                ++counts[3];
                break;
            default:
                break;
            }
        }
        row.findings =
            static_cast<int>(std::count_if(room.findings.begin(), room.findings.end(), [&](const Finding &f) {
                return f.code != FindingCode::Guest && carried(f.place);
            }));
        const bool byPerson = facts.members.isKnown() && facts.members.proof() == Proof::Administered;
        if (room.members || byPerson) { // else the members were not compared: archived
            row.add = counts[0];
            row.promote = counts[1];
            row.demote = counts[2];
        }
        if (room.members) { // person by person, nobody sees who else is there
            row.remove = counts[3];
            row.guests = guests;
        }
        if (drift)
            row.state = LinkState::Drift;
        else if (partlyOnly)
            row.state = LinkState::PartlyKnown;
        else
            row.state = facts.archived && link.hidden() ? LinkState::Archived : LinkState::InStep;
    }
}

DiffOptions optionsFor(const std::vector<ChangeClass> &classes)
{
    const auto has = [&](ChangeClass c) { return std::find(classes.begin(), classes.end(), c) != classes.end(); };
    return {has(ChangeClass::Demote) && !has(ChangeClass::Remove)};
}

Diff diff(const Snapshot &s, const Policy &policy, const History &history, const DiffOptions &options,
          AccountNeeds *needs)
{
    notOnUiThread("comparing");
    Diff out;
    out.links.resize(s.links.size());
    for (quint32 i = 0; i < s.links.size(); ++i) {
        out.links[i].link = LinkIx(i);
        if (!std::holds_alternative<RoomIx>(s.links[i].room))
            diffRoomless(s, policy, LinkIx(i), out);
    }
    const IdentityMap identity = identify(s, policy);
    JoinScratch scratch = scratchFor(s, policy);
    const RoomContext context{s, policy, history, identity, options, needs, scratch, nullptr};
    for (auto &[room, links] : linksByRoom(s)) {
        RoomDiff compared = diffRoom(context, room, std::move(links));
        for (Entry &entry : compared.entries)
            entry.id = entryId(entry.change);
        fillRows(s, compared, out);
        out.rooms.push_back(std::move(compared));
    }
    return out;
}

std::vector<PersonRow> peopleOf(const Snapshot &s, const Policy &policy, const History &history, LinkIx link,
                                const DiffOptions &options)
{
    notOnUiThread("comparing the people of a room");
    std::vector<PersonRow> people;
    const auto *wanted = std::get_if<RoomIx>(&s.links[link.value].room);
    if (!wanted)
        return people;
    const IdentityMap identity = identify(s, policy);
    JoinScratch scratch = scratchFor(s, policy);
    const RoomContext context{s, policy, history, identity, options, nullptr, scratch, &people};
    for (auto &[room, links] : linksByRoom(s)) {
        if (room != *wanted)
            continue;
        if (!diffRoom(context, room, std::move(links)).known)
            people.clear();
    }
    std::stable_sort(people.begin(), people.end(), [](const PersonRow &a, const PersonRow &b) {
        return a.name != b.name ? a.name < b.name : a.person.username < b.person.username;
    });
    return people;
}

} // namespace liaison
