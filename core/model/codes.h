#pragma once

#include <QLatin1String>
#include <QString>
#include <array>
#include <optional>
#include <utility>

/// Every closed list of the design and its code in JSON, plan files and docs/codes.md. A code never changes its
/// meaning; the sentences are in `ui/text`.
namespace liaison {

/// kind of a change, in plan order (design 5): what comes first is done first inside a room.
enum class ChangeKind { CreateAccount, CreateRoom, Unarchive, SetRetention, Add, Promote, Demote, Remove, Archive };
enum class ChangeClass { Create, Add, Promote, Demote, Remove, Settings };

/// Why a change is proposed.
enum class ChangeReason {
    ExpectedAbsent,
    ExpectedModerator,
    ExpectedMember,
    NotExpected,
    ActivityHidden,
    ActivityVisible,
    RetentionDiffers,
    RoomMissing,
    AccountMissing,
    Undone ///< takes back a step of an earlier run
};
enum class FindingCode {
    NoAccount,
    AccountDisabled,
    Conflict,
    ProbableRename,
    RoleNotKnown,
    Protected,
    Guest,
    Missing,
    Renamed,
    SharedRoom,
    Encrypted,
    TwoMasters,
    HiddenOpen,
    Ownerless,
    DeactivatedMembers
};
enum class UnknownReason {
    ReadFailed,
    Truncated,
    NoAccess,
    Ambiguous,
    NotFoundByName,
    MoodleDown,
    ChatDown,
    Administered,
    Uncounted,
    SharedLink ///< the last three: partly known
};
/// Why a change is held back, in order of precedence: the first that applies is named.
enum class Rule {
    OutOfScope,
    UnconfirmedLink,
    NoRight,
    ProtectionUnknown,
    Unproven,
    SharedRoom,
    Guest,
    GoneAgain,
    Emptied,
    ThresholdRoom,
    ThresholdRun
};
enum class Cause {
    NotKnown,
    NoAccount,
    AccountDisabled,
    UsernameMismatch,
    UnmappedRole,
    Suspended,
    NotInGroup,
    RoleChanged,
    NoLongerEnrolled,
    HiddenArchived,
    RoomRecreated,
    BinRestored,
    BeyondFirstPage,
    RoleOrder,
    Left,
    RemovedByStaff,
    ByHand,
    JoinedByLink,
    NeverAdded,
    CourseReset,
    MoodleAccountGone
};
enum class Certainty { None, Likely, Certain };
enum class LinkState { Unknown, Ambiguous, Unlinked, Pending, Missing, Drift, PartlyKnown, Archived, InStep };
enum class LinkSource { Companion, Import, Confirmed, Remembered, Guessed };
/// What is wrong with the journal (design 6.4), found by recomputing its hash chains.
enum class JournalFault {
    EntryAltered,   ///< an entry is not what was written
    EntriesMissing, ///< numbers are missing in the middle of a run
    EntriesMoved,   ///< entries were exchanged
    EndCut,         ///< the run ends before its own count says, or another end is in its place
    RunAltered,     ///< the row of the run is not what was written
    StepsAltered,   ///< the steps are not those that were written, or their outcomes not those of the entries
    RunMissing      ///< a run that this console has seen is gone, and no expiry says so
};
enum class MemberRole { Member, Moderator };
enum class Outcome { Done, Stale, Skipped, Failed };
enum class RunState { Running, Interrupted, Stopped, Partly, Done };
/// Why a step of an earlier run is not in the plan that takes the run back.
enum class NotUndone {
    AlreadyBack,    ///< the room is as it was before the run
    ChangedSince,   ///< somebody changed the same thing after the run
    CannotComeBack, ///< a room or an account that was created stays
    AccountGone,    ///< the person's chat account is gone, disabled or could not be read
    NowProtected,   ///< the person has become an owner, an administrator or another protected one
    AfterUnarchive, ///< members of the archived room are shown only once it is open: undo the run a second time
    NotLinked,      ///< no known activity points to that room any more
    RoomUnknown     ///< the room could not be read
};

template <class E> struct Codes; ///< `Codes<E>::all`: pairs of value and code, in order

#define LIAISON_CODES(Type, ...)                                                                                       \
    template <> struct Codes<Type>                                                                                     \
    {                                                                                                                  \
        using T = Type;                                                                                                \
        static constexpr auto all = std::to_array<std::pair<Type, const char *>>({__VA_ARGS__});                       \
    };

LIAISON_CODES(ChangeKind, {T::CreateAccount, "create-account"}, {T::CreateRoom, "create-room"},
              {T::Unarchive, "unarchive"}, {T::SetRetention, "set-retention"}, {T::Add, "add"}, {T::Promote, "promote"},
              {T::Demote, "demote"}, {T::Remove, "remove"}, {T::Archive, "archive"})
LIAISON_CODES(ChangeClass, {T::Create, "create"}, {T::Add, "add"}, {T::Promote, "promote"}, {T::Demote, "demote"},
              {T::Remove, "remove"}, {T::Settings, "settings"})
LIAISON_CODES(ChangeReason, {T::ExpectedAbsent, "expected-absent"}, {T::ExpectedModerator, "expected-moderator"},
              {T::ExpectedMember, "expected-member"}, {T::NotExpected, "not-expected"},
              {T::ActivityHidden, "activity-hidden"}, {T::ActivityVisible, "activity-visible"},
              {T::RetentionDiffers, "retention-differs"}, {T::RoomMissing, "room-missing"},
              {T::AccountMissing, "account-missing"}, {T::Undone, "undone"})
LIAISON_CODES(FindingCode, {T::NoAccount, "no-account"}, {T::AccountDisabled, "account-disabled"},
              {T::Conflict, "conflict"}, {T::ProbableRename, "probable-rename"}, {T::RoleNotKnown, "role-not-known"},
              {T::Protected, "protected"}, {T::Guest, "guest"}, {T::Missing, "missing"}, {T::Renamed, "renamed"},
              {T::SharedRoom, "shared-room"}, {T::Encrypted, "encrypted"}, {T::TwoMasters, "two-masters"},
              {T::HiddenOpen, "hidden-open"}, {T::Ownerless, "ownerless"},
              {T::DeactivatedMembers, "deactivated-members"})
LIAISON_CODES(UnknownReason, {T::ReadFailed, "read-failed"}, {T::Truncated, "truncated"}, {T::NoAccess, "no-access"},
              {T::Ambiguous, "ambiguous"}, {T::NotFoundByName, "not-found-by-name"}, {T::MoodleDown, "moodle-down"},
              {T::ChatDown, "chat-down"}, {T::Administered, "administered"}, {T::Uncounted, "uncounted"},
              {T::SharedLink, "shared-link"})
LIAISON_CODES(Rule, {T::OutOfScope, "out-of-scope"}, {T::UnconfirmedLink, "unconfirmed-link"}, {T::NoRight, "no-right"},
              {T::ProtectionUnknown, "protection-unknown"}, {T::Unproven, "unproven"}, {T::SharedRoom, "shared-room"},
              {T::Guest, "guest"}, {T::GoneAgain, "gone-again"}, {T::Emptied, "emptied"},
              {T::ThresholdRoom, "threshold-room"}, {T::ThresholdRun, "threshold-run"})
LIAISON_CODES(Cause, {T::NotKnown, "not-known"}, {T::NoAccount, "no-account"}, {T::AccountDisabled, "account-disabled"},
              {T::UsernameMismatch, "username-mismatch"}, {T::UnmappedRole, "unmapped-role"},
              {T::Suspended, "suspended"}, {T::NotInGroup, "not-in-group"}, {T::RoleChanged, "role-changed"},
              {T::NoLongerEnrolled, "no-longer-enrolled"}, {T::HiddenArchived, "hidden-archived"},
              {T::RoomRecreated, "room-recreated"}, {T::BinRestored, "bin-restored"},
              {T::BeyondFirstPage, "beyond-first-page"}, {T::RoleOrder, "role-order"}, {T::Left, "left"},
              {T::RemovedByStaff, "removed-by-staff"}, {T::ByHand, "by-hand"}, {T::JoinedByLink, "joined-by-link"},
              {T::NeverAdded, "never-added"}, {T::CourseReset, "course-reset"},
              {T::MoodleAccountGone, "moodle-account-gone"})
LIAISON_CODES(Certainty, {T::None, "none"}, {T::Likely, "likely"}, {T::Certain, "certain"})
LIAISON_CODES(LinkState, {T::Unknown, "unknown"}, {T::Ambiguous, "ambiguous"}, {T::Unlinked, "unlinked"},
              {T::Pending, "pending"}, {T::Missing, "missing"}, {T::Drift, "drift"}, {T::PartlyKnown, "partly-known"},
              {T::Archived, "archived"}, {T::InStep, "in-step"})
LIAISON_CODES(LinkSource, {T::Companion, "companion"}, {T::Import, "import"}, {T::Confirmed, "confirmed"},
              {T::Remembered, "remembered"}, {T::Guessed, "guessed"})
LIAISON_CODES(JournalFault, {T::EntryAltered, "entry-altered"}, {T::EntriesMissing, "entries-missing"},
              {T::EntriesMoved, "entries-moved"}, {T::EndCut, "end-cut"}, {T::RunAltered, "run-altered"},
              {T::StepsAltered, "steps-altered"}, {T::RunMissing, "run-missing"})
LIAISON_CODES(NotUndone, {T::AlreadyBack, "already-back"}, {T::ChangedSince, "changed-since"},
              {T::CannotComeBack, "cannot-come-back"}, {T::AccountGone, "account-gone"},
              {T::NowProtected, "now-protected"}, {T::AfterUnarchive, "after-unarchive"}, {T::NotLinked, "not-linked"},
              {T::RoomUnknown, "room-unknown"})
LIAISON_CODES(MemberRole, {T::Member, "member"}, {T::Moderator, "moderator"})
LIAISON_CODES(Outcome, {T::Done, "done"}, {T::Stale, "stale"}, {T::Skipped, "skipped"}, {T::Failed, "failed"})
LIAISON_CODES(RunState, {T::Running, "running"}, {T::Interrupted, "interrupted"}, {T::Stopped, "stopped"},
              {T::Partly, "partly"}, {T::Done, "done"})
#undef LIAISON_CODES

template <class E> [[nodiscard]] QString codeOf(E value)
{
    for (const auto &[v, text] : Codes<E>::all) {
        if (v == value)
            return QString::fromLatin1(text);
    }
    return {};
}

template <class E> [[nodiscard]] std::optional<E> fromCode(QStringView text)
{
    for (const auto &[v, code] : Codes<E>::all) {
        if (text == QLatin1String(code))
            return v;
    }
    return std::nullopt;
}

[[nodiscard]] constexpr ChangeClass classOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::CreateAccount:
    case ChangeKind::CreateRoom:
        return ChangeClass::Create;
    case ChangeKind::Add:
        return ChangeClass::Add;
    case ChangeKind::Promote:
        return ChangeClass::Promote;
    case ChangeKind::Demote:
        return ChangeClass::Demote;
    case ChangeKind::Remove:
        return ChangeClass::Remove;
    case ChangeKind::Unarchive:
    case ChangeKind::SetRetention:
    case ChangeKind::Archive:
        break;
    }
    return ChangeClass::Settings;
}

} // namespace liaison
