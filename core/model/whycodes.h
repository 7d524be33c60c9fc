#pragma once

#include "core/model/codes.h"

/// The closed lists of an explanation (`why`, design section 8); their sentences are in ui/text/why.cpp.
namespace liaison {

/// What is looked at, in the order in which it is told.
enum class WhyStep { MoodleAccount, Enrolment, Role, ChatAccount, Access, Membership, Room, Policy };

/// What was found. Placeholders of the sentences: docs/codes.md.
enum class WhyFact {
    MoodleAccount,          ///< login, id
    MoodleAccountSuspended, ///< login
    MoodleAccountGone,
    MoodleAccountNone, ///< what was looked for
    MoodleAccountNotKnown,
    Enrolled,         ///< course
    EnrolledInactive, ///< course
    EnrolledByOther,  ///< another course of the same room
    NotEnrolled,      ///< course
    WasExpected,      ///< until when
    EnrolmentNotKnown,
    RoleModerator, ///< roles held
    RoleMember,
    RoleUnmapped,
    RoleNone,
    RoleNotKnown,
    ChatAccount,         ///< login
    ChatAccountDisabled, ///< login
    ChatAccountNone,     ///< login asked for
    ChatAccountConflict, ///< login asked for
    ChatAccountRenamed,  ///< login asked for, login of the account that probably is theirs
    ChatAccountNotKnown,
    AccountAtSignIn, ///< the services that would make it
    AccountByPlugin,
    AccountByHand,
    AccessMember,
    AccessAdministered,
    AccessNone,
    InRoomMember,
    InRoomModerator,
    InRoomOwner,
    NotInRoom,
    MembersNotKnown,
    AddedByUs,       ///< when
    TimelineAdded,   ///< by whom, when
    TimelineRemoved, ///< by whom, when
    TimelineLeft,    ///< when
    TimelineJoined,  ///< when
    TimelineNothing,
    TimelineNotRead,
    RoomOpen,           ///< name
    RoomArchived,       ///< name
    RoomArchivedHidden, ///< name
    RoomPending,        ///< since when
    RoomMissing,        ///< id
    RoomNone,
    RoomAmbiguous,
    RoomNotKnown,
    RoomRenamed, ///< present name, name by the rule
    RoomShared,
    RoomEncrypted,
    RoomOwnerless,
    RoomDeactivated, ///< how many
    RoomHiddenOpen,
    RoomForAllGroups,
    ExpectedModerator,
    ExpectedMember,
    Kept,
    NotExpected,
    Excluded, ///< login
    Technical,
    GuestHere,
    HeldBack, ///< the rule is beside it
    TwoMasters
};

/// Where a fact was read.
enum class WhySource { Moodle, Chat, Timeline, Store, Profile };

enum class Conclusion {
    InPlace,
    Kept,
    ToAdd,
    ToPromote,
    ToDemote,
    ToRemove,
    Guest,
    NoAccount,
    AccountDisabled,
    Conflict,
    ProbableRename,
    RoleNotKnown,
    Protected,
    Technical,
    NotExpected,
    NotEnrolled,
    NoRoom,
    RoomPending,
    RoomMissing,
    RoomArchived, ///< with its activity hidden
    RoomClosed,   ///< archived although the activity is visible
    NotKnown
};

#define LIAISON_WHY_CODES(Type, ...)                                                                                   \
    template <> struct Codes<Type>                                                                                     \
    {                                                                                                                  \
        using T = Type;                                                                                                \
        static constexpr auto all = std::to_array<std::pair<Type, const char *>>({__VA_ARGS__});                       \
    };

LIAISON_WHY_CODES(WhyStep, {T::MoodleAccount, "moodle-account"}, {T::Enrolment, "enrolment"}, {T::Role, "role"},
                  {T::ChatAccount, "chat-account"}, {T::Access, "access"}, {T::Membership, "membership"},
                  {T::Room, "room"}, {T::Policy, "policy"})
LIAISON_WHY_CODES(
    WhyFact, {T::MoodleAccount, "moodle-account"}, {T::MoodleAccountSuspended, "moodle-account-suspended"},
    {T::MoodleAccountGone, "moodle-account-gone"}, {T::MoodleAccountNone, "moodle-account-none"},
    {T::MoodleAccountNotKnown, "moodle-account-not-known"}, {T::Enrolled, "enrolled"},
    {T::EnrolledInactive, "enrolled-inactive"}, {T::EnrolledByOther, "enrolled-by-other"},
    {T::NotEnrolled, "not-enrolled"}, {T::WasExpected, "was-expected"}, {T::EnrolmentNotKnown, "enrolment-not-known"},
    {T::RoleModerator, "role-moderator"}, {T::RoleMember, "role-member"}, {T::RoleUnmapped, "role-unmapped"},
    {T::RoleNone, "role-none"}, {T::RoleNotKnown, "role-not-known"}, {T::ChatAccount, "chat-account"},
    {T::ChatAccountDisabled, "chat-account-disabled"}, {T::ChatAccountNone, "chat-account-none"},
    {T::ChatAccountConflict, "chat-account-conflict"}, {T::ChatAccountRenamed, "chat-account-renamed"},
    {T::ChatAccountNotKnown, "chat-account-not-known"}, {T::AccountAtSignIn, "account-at-sign-in"},
    {T::AccountByPlugin, "account-by-plugin"}, {T::AccountByHand, "account-by-hand"},
    {T::AccessMember, "access-member"}, {T::AccessAdministered, "access-administered"}, {T::AccessNone, "access-none"},
    {T::InRoomMember, "in-room-member"}, {T::InRoomModerator, "in-room-moderator"}, {T::InRoomOwner, "in-room-owner"},
    {T::NotInRoom, "not-in-room"}, {T::MembersNotKnown, "members-not-known"}, {T::AddedByUs, "added-by-us"},
    {T::TimelineAdded, "timeline-added"}, {T::TimelineRemoved, "timeline-removed"}, {T::TimelineLeft, "timeline-left"},
    {T::TimelineJoined, "timeline-joined"}, {T::TimelineNothing, "timeline-nothing"},
    {T::TimelineNotRead, "timeline-not-read"}, {T::RoomOpen, "room-open"}, {T::RoomArchived, "room-archived"},
    {T::RoomArchivedHidden, "room-archived-hidden"}, {T::RoomPending, "room-pending"}, {T::RoomMissing, "room-missing"},
    {T::RoomNone, "room-none"}, {T::RoomAmbiguous, "room-ambiguous"}, {T::RoomNotKnown, "room-not-known"},
    {T::RoomRenamed, "room-renamed"}, {T::RoomShared, "room-shared"}, {T::RoomEncrypted, "room-encrypted"},
    {T::RoomOwnerless, "room-ownerless"}, {T::RoomDeactivated, "room-deactivated"},
    {T::RoomHiddenOpen, "room-hidden-open"}, {T::RoomForAllGroups, "room-for-all-groups"},
    {T::ExpectedModerator, "expected-moderator"}, {T::ExpectedMember, "expected-member"}, {T::Kept, "kept"},
    {T::NotExpected, "not-expected"}, {T::Excluded, "excluded"}, {T::Technical, "technical"},
    {T::GuestHere, "guest-here"}, {T::HeldBack, "held-back"}, {T::TwoMasters, "two-masters"})
LIAISON_WHY_CODES(WhySource, {T::Moodle, "moodle"}, {T::Chat, "chat"}, {T::Timeline, "timeline"}, {T::Store, "store"},
                  {T::Profile, "profile"})
LIAISON_WHY_CODES(Conclusion, {T::InPlace, "in-place"}, {T::Kept, "kept"}, {T::ToAdd, "to-add"},
                  {T::ToPromote, "to-promote"}, {T::ToDemote, "to-demote"}, {T::ToRemove, "to-remove"},
                  {T::Guest, "guest"}, {T::NoAccount, "no-account"}, {T::AccountDisabled, "account-disabled"},
                  {T::Conflict, "conflict"}, {T::ProbableRename, "probable-rename"},
                  {T::RoleNotKnown, "role-not-known"}, {T::Protected, "protected"}, {T::Technical, "technical"},
                  {T::NotExpected, "not-expected"}, {T::NotEnrolled, "not-enrolled"}, {T::NoRoom, "no-room"},
                  {T::RoomPending, "room-pending"}, {T::RoomMissing, "room-missing"},
                  {T::RoomArchived, "room-archived"}, {T::RoomClosed, "room-closed"}, {T::NotKnown, "not-known"})
#undef LIAISON_WHY_CODES

} // namespace liaison
