#pragma once

#include "core/run/readcampus.h"
#include "core/snapfile/archive.h"

/// What of each type goes into a file, in order. A change of any of these is a new version of the file.
namespace liaison::snapfile {

template <class A> void describe(A &a, UnknownBecause &v)
{
    choice(a, v.reason, UnknownReason::SharedLink);
    field(a, v.detail);
}
template <class A> void describe(A &a, Naming &v)
{
    fields(a, v.format, v.replacements, v.regex);
}
template <class A> void describe(A &a, Retention &v)
{
    fields(a, v.enabled, v.overrideGlobal, v.maxAge, v.excludePinned, v.filesOnly, v.ignoreThreads);
}
template <class A> void describe(A &a, ActivityRoles &v)
{
    fields(a, v.moderator, v.member);
}
template <class A> void describe(A &a, Site &v)
{
    fields(a, v.id, v.url, v.now, v.pluginSeen, v.naming, v.defaultRoles, v.retentionFeature, v.canSetRoom);
    choice(a, v.createsAccounts, Tri::NotKnown);
}
template <class A> void describe(A &a, Grants &v)
{
    fields(a, v.holders, v.ourRoles);
}
template <class A> void describe(A &a, ChatAbilities &v)
{
    fields(a, v.createRoom, v.createAccount, v.retention, v.archive, v.readArchivedMembers, v.addBatch);
}
template <class A> void describe(A &a, LinkKey &v)
{
    fields(a, v.site, v.cmid);
}

// Policy

template <class A> void describe(A &a, RoleNames &v)
{
    fields(a, v.moderator, v.member);
}
template <class A> void describe(A &a, RoleLevels &v)
{
    fields(a, v.site, v.categories, v.courses, v.activities, v.configured);
}
template <class A> void describe(A &a, Identity &v)
{
    choice(a, v.rule, IdentityRule::IdNumber);
    fields(a, v.pattern, v.replacement, v.exceptions);
}
template <class A> void describe(A &a, Thresholds &v)
{
    fields(a, v.roomPercent, v.roomFloor, v.roomMax, v.roomHalfFrom, v.runMax);
}
template <class A> void describe(A &a, RetentionDefault &v)
{
    fields(a, v.enabled, v.maxAgeDays, v.filesOnly, v.excludePinned);
}
template <class A> void describe(A &a, Treatment &v)
{
    choice(a, v, Treatment::Keep);
}
template <class A> void describe(A &a, Policy &v)
{
    choice(a, v.source, PolicySource::Console);
    choice(a, v.preset, Preset::Strict);
    fields(a, v.inactiveEnrolment, v.suspendedAccount, v.roles, v.groups, v.identity, v.exclude, v.apiAccounts,
           v.createAccounts, v.pendingMinutes, v.timeline, v.measureRetention, v.retentionDefault, v.thresholds);
}

// History

template <class A> void describe(A &a, PastExpected &v)
{
    fields(a, v.person, v.account);
    choice(a, v.role, MemberRole::Moderator);
    fields(a, v.first, v.last);
}
template <class A> void describe(A &a, LinkHistory &v)
{
    fields(a, v.lastObservation, v.settled, v.expected);
}
template <class A> void describe(A &a, History &v)
{
    fields(a, v.links, v.addedByUs, v.lastRoom);
}

// Rows that are shown

template <class A> void describe(A &a, Error &v)
{
    choice(a, v.kind, ErrorKind::Input);
    fields(a, v.code, v.where, v.httpStatus, v.serverCode, v.detail);
}
template <class A> void describe(A &a, RoomRow &v)
{
    fields(a, v.id, v.name, v.creator, v.links, v.linked, v.orphan, v.outside, v.archived, v.encrypted, v.renamed,
           v.duplicate, v.ownerless, v.owners, v.members);
    choice(a, v.access, Access::None);
    fields(a, v.created, v.newest, v.silent);
}
template <class A> void describe(A &a, RetentionRow &v)
{
    fields(a, v.link, v.course, v.shortName, v.fullName, v.room, v.roomName, v.wanted, v.stored, v.effective,
           v.wantedKnown, v.storedKnown, v.effectiveKnown);
    choice(a, v.verdict, RetentionVerdict::Unknown);
    fields(a, v.reason, v.filesOnly, v.measured, v.oldest);
}
template <class A> void describe(A &a, moodle::RestoreTask &v)
{
    fields(a, v.id, v.requester, v.requesterName, v.externalCourse, v.externalName, v.externalUrl, v.category,
           v.categoryName, v.status, v.course, v.courseExists, v.withUserData, v.enrolmentMode, v.created, v.modified,
           v.processed);
}
template <class A> void describe(A &a, RestoreRow &v)
{
    fields(a, v.site, v.task);
    choice(a, v.state, RestoreRow::State::Blocking);
    field(a, v.cause);
}
template <class A> void describe(A &a, RightRow &v)
{
    fields(a, v.right, v.held, v.feature, v.missingIn);
}
template <class A> void describe(A &a, ServerReport &v)
{
    fields(a, v.kind, v.site, v.url, v.version, v.account, v.error, v.rights, v.strategy, v.unseen, v.linkSource,
           v.companion, v.plugin, v.skewMs, v.readAt);
}
template <class A> void describe(A &a, Place &v)
{
    fields(a, v.site, v.course, v.cmid, v.room);
}
template <class A> void describe(A &a, Unknown &v)
{
    field(a, v.place);
    choice(a, v.reason, UnknownReason::SharedLink);
    field(a, v.detail);
}
template <class A> void describe(A &a, RestoreList::Unread &v)
{
    fields(a, v.site, v.because);
}
template <class A> void describe(A &a, CampusExtras &v)
{
    fields(a, v.chatReadAt, v.chatNow, v.wholeServer, v.inventoryPartial, v.outside, v.unread, v.restoresUnread);
}

} // namespace liaison::snapfile
