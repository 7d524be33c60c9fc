#include "core/reconcile/roomdiff.h"

#include "core/reconcile/peoplediff.h"
#include "core/reconcile/rights.h"
#include "core/reconcile/roomsettings.h"

#include <algorithm>
#include <tuple>

namespace liaison {
namespace {

std::optional<UnknownBecause> unknownSide(const Snapshot &s, const Link &link)
{
    if (link.unknown)
        return link.unknown;
    const Course &course = s.courses[link.course.value];
    if (!course.enrolments.isKnown())
        return course.enrolments.because();
    if (course.groupMembers && !course.groupMembers->isKnown())
        return course.groupMembers->because();
    return std::nullopt;
}

} // namespace

std::optional<QString> roomIdOf(const Snapshot &s, const Link &link)
{
    if (const auto *ix = std::get_if<RoomIx>(&link.room))
        return s.rooms[ix->value].id.value;
    if (const auto *missing = std::get_if<MissingRoom>(&link.room))
        return missing->id.value;
    if (const auto *unknown = std::get_if<UnknownRoom>(&link.room); unknown && !unknown->id.isEmpty())
        return unknown->id.value;
    return std::nullopt;
}

Place placeOf(const Snapshot &s, const Link &link)
{
    return {s.sites[link.site.value].id.value, s.courses[link.course.value].id.value, link.cmid.value,
            roomIdOf(s, link)};
}

RoomDiff diffRoom(const RoomContext &c, RoomIx ix, std::vector<LinkIx> links)
{
    const Snapshot &s = c.snapshot;
    const Room &room = s.rooms[ix.value];
    RoomDiff out;
    out.room = ix;
    out.links = std::move(links);

    std::vector<LinkIx> known;
    const auto unknownLink = [&](LinkIx l, UnknownReason reason, const QString &detail) {
        out.unknown.push_back({placeOf(s, s.links[l.value]), reason, detail});
    };
    for (LinkIx l : out.links) {
        if (const auto because = unknownSide(s, s.links[l.value]))
            unknownLink(l, because->reason, because->detail);
        else
            known.push_back(l);
    }
    if (known.empty())
        return out;

    const bool allHidden = std::all_of(out.links.begin(), out.links.end(), [&](LinkIx l) {
        const Link &link = s.links[l.value];
        return !link.unknown && link.hidden();
    });
    PeopleDiff people(c, out, known);
    people.collectExpected();
    if (known.size() == out.links.size())
        out.expected = people.expectedCount();
    if (room.archived && allHidden) { // members are not compared there: design section 5, *Link state*
        out.known = true;
        return out;
    }
    const bool sealed = room.archived && !s.abilities.readArchivedMembers;
    if (!room.members.isKnown() && !sealed) {
        for (LinkIx l : known)
            unknownLink(l, room.members.because().reason, room.members.because().detail);
        return out;
    }
    if (!sealed) {
        people.compare();
        if (people.trouble()) {
            out.entries.clear();
            out.findings.clear();
            out.members.reset();
            for (LinkIx l : known)
                unknownLink(l, people.trouble()->reason, people.trouble()->detail);
            return out;
        }
    }
    diffSettings(c, out, known, sealed);
    if (sealed && out.entries.empty() && !room.members.isKnown()) { // nothing opens it, and nobody looked inside
        out.findings.clear();
        for (LinkIx l : known)
            unknownLink(l, room.members.because().reason, room.members.because().detail);
        return out;
    }
    out.known = true;
    for (Entry &entry : out.entries) { // what concerns the room, people are judged already
        if (personOf(entry.change))
            continue;
        const auto carrier = std::find_if(known.begin(), known.end(),
                                          [&](LinkIx l) { return placeOf(s, s.links[l.value]) == entry.change.place; });
        const Link &link = s.links[carrier->value];
        if (!s.courses[link.course.value].inScope) {
            entry.rule = Rule::OutOfScope;
        } else if (!link.confirmed) {
            entry.rule = Rule::UnconfirmedLink;
        } else if (const QString right = missingRight(s, room, kindOf(entry.change)); !right.isEmpty()) {
            entry.rule = Rule::NoRight;
            entry.detail = right;
        } else if (room.access == Access::Administered ||
                   (room.members.isKnown() && room.members.proof() == Proof::Administered)) {
            entry.rule = Rule::Unproven;
        } else if (known.size() < out.links.size()) {
            entry.rule = Rule::SharedRoom;
        }
    }

    for (LinkIx l : known) {
        const Course &course = s.courses[s.links[l.value].course.value];
        if (course.enrolments.proof() == Proof::Uncounted)
            unknownLink(l, UnknownReason::Uncounted, {});
        else if (!sealed && room.members.proof() == Proof::Administered)
            unknownLink(l, UnknownReason::Administered, {});
        else if (!sealed && room.members.proof() == Proof::Uncounted)
            unknownLink(l, UnknownReason::Uncounted, {});
        else if (known.size() < out.links.size())
            unknownLink(l, UnknownReason::SharedLink, {});
    }
    out.partly = !out.unknown.empty();
    return out;
}

} // namespace liaison
