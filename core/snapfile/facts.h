#pragma once

#include "core/snapfile/describe.h"

/// The snapshot's tables. A position is checked against the table it points into, which is therefore read before.
namespace liaison::snapfile {

template <class A> void describeRole(A &a, Role &v, const Snapshot &s)
{
    position(a, v.site, s.sites.size());
    fields(a, v.id, v.shortName, v.name);
}
template <class A> void describeCourse(A &a, Course &v, const Snapshot &s)
{
    position(a, v.site, s.sites.size());
    fields(a, v.id, v.category, v.shortName, v.fullName, v.path, v.inScope);
}
template <class A> void describeRoom(A &a, Room &v)
{
    fields(a, v.id, v.name, v.creator, v.creatorName, v.archived, v.encrypted, v.usersCount, v.created, v.lastMessage,
           v.retention, v.retentionKnown);
    choice(a, v.access, Access::None);
    fields(a, v.ownRoles, v.listed);
}

template <class A, class T> void alternative(A &a, RoomRef &ref, T value)
{
    if constexpr (!A::reads)
        value = std::get<T>(ref);
    if constexpr (std::is_same_v<T, MissingRoom>)
        field(a, value.id);
    if constexpr (std::is_same_v<T, UnknownRoom>)
        fields(a, value.id, value.because);
    if constexpr (A::reads)
        ref = std::move(value);
}

template <class A> void describeRoomRef(A &a, RoomRef &ref, size_t rooms)
{
    auto kind = static_cast<quint8>(ref.index());
    field(a, kind);
    switch (kind) {
    case 0:
        return alternative(a, ref, NoRoom());
    case 1: {
        RoomIx room = A::reads ? RoomIx() : std::get<RoomIx>(ref);
        position(a, room, rooms);
        if constexpr (A::reads)
            ref = room;
        return;
    }
    case 2:
        return alternative(a, ref, MissingRoom());
    case 3:
        return alternative(a, ref, UnknownRoom());
    case 4: {
        AmbiguousRooms several = A::reads ? AmbiguousRooms() : std::get<AmbiguousRooms>(ref);
        listOf(a, several.rooms, [&](RoomIx &room) { position(a, room, rooms); });
        if constexpr (A::reads)
            ref = std::move(several);
        return;
    }
    default:
        if constexpr (A::reads)
            a.fail();
    }
}

template <class A> void describeLink(A &a, Link &v, const Snapshot &s)
{
    position(a, v.site, s.sites.size());
    position(a, v.course, s.courses.size());
    fields(a, v.cmid, v.activityName, v.visible, v.visibleOnCoursePage, v.visibilityKnown);
    describeRoomRef(a, v.room, s.rooms.size());
    choice(a, v.source, LinkSource::Guessed);
    fields(a, v.confirmed, v.roles, v.wantedRetention, v.created, v.readAt, v.unknown);
}

template <class A> void describeLinkRow(A &a, LinkRow &v, const Snapshot &s)
{
    position(a, v.link, s.links.size());
    choice(a, v.state, LinkState::InStep);
    fields(a, v.expected, v.members, v.add, v.promote, v.demote, v.remove, v.guests, v.findings);
    bool has = v.reason.has_value();
    field(a, has);
    UnknownReason reason = v.reason.value_or(UnknownReason::ReadFailed);
    if (has)
        choice(a, reason, UnknownReason::SharedLink);
    if constexpr (A::reads)
        v.reason = has ? std::optional(reason) : std::nullopt;
    field(a, v.reasonDetail);
}

/// Everything that the table of links needs.
template <class A> void describeTable(A &a, Snapshot &s)
{
    field(a, s.sites);
    listOf(a, s.roles, [&](Role &v) { describeRole(a, v, s); });
    listOf(a, s.courses, [&](Course &v) { describeCourse(a, v, s); });
    listOf(a, s.rooms, [&](Room &v) { describeRoom(a, v); });
    listOf(a, s.links, [&](Link &v) { describeLink(a, v, s); });
    field(a, s.chatUrl);
}

template <class A> void describePerson(A &a, Person &v, const Snapshot &s)
{
    position(a, v.site, s.sites.size());
    fields(a, v.id, v.username, v.fullName, v.email, v.idNumber, v.gone);
}
template <class A> void describeAccount(A &a, Account &v)
{
    fields(a, v.id, v.username, v.name);
    choice(a, v.active, Tri::NotKnown);
    fields(a, v.serverRoles, v.type, v.email);
}
template <class A> void describePeople(A &a, Snapshot &s)
{
    listOf(a, s.people, [&](Person &v) { describePerson(a, v, s); });
    listOf(a, s.accounts, [&](Account &v) { describeAccount(a, v); });
    fields(a, s.grants, s.abilities, s.apiAccounts, s.absentLogins, s.absentIds, s.lookupFailed, s.allAccountsRead,
           s.emailsReadable);
}
/// What the third version of the content brought to sites and courses.
template <class A> void describeNewFacts(A &a, Snapshot &s)
{
    for (Site &site : s.sites)
        choice(a, site.createsAccounts, Tri::NotKnown);
    for (Course &course : s.courses)
        field(a, course.groupMode);
    field(a, s.signInServices);
}

void writeLists(Writer &a, const Snapshot &snapshot);
/// Into a snapshot whose other tables are there.
void readLists(Reader &a, Snapshot &snapshot);

} // namespace liaison::snapfile
