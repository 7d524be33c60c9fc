#pragma once

#include "core/model/codes.h"
#include "core/run/campus.h"
#include "core/run/moodleaddress.h"

namespace liaison {

/// What is to be said of one restore beside its state. Codes of text group Restore.
enum class RestoreNote {
    QueueBlocked,        ///< another one of this site blocks the queue: this one is not carried out
    SourceNotConfigured, ///< its address is not among the source sites of the block: contract section 7
    VersionDiffers,      ///< the source site is of another Moodle release
    BlockAbsent,         ///< the source site has no restore block
    BlockDiffers,        ///< it has another release of it
    CategoryDeleted,     ///< the target category is gone: the block takes its default one
    CategoryOne,         ///< category 1 is what the administrators' form stores for its tick box
    NoCategory,          ///< the site has no category to restore into
    OneInstance,         ///< restored more than once although the block allows one
    RestoredAgain,       ///< restored more than once, which the block allows
    CourseDeleted,       ///< the new course is gone
    RequesterNotEnrolled,
    RequesterNotModerator, ///< enrolled, by a role that is no moderator's in the chat
    RequesterNotInRoom,    ///< a moderator is expected, the room does not have them as one
    NewRoom,               ///< the new course's room is a new one
    UserData,              ///< people's data are copied
    ManualEnrolments       ///< the people come as manual enrolments
};
template <> struct Codes<RestoreNote>
{
    using T = RestoreNote;
    static constexpr auto all =
        std::to_array<std::pair<T, const char *>>({{T::QueueBlocked, "queue-blocked"},
                                                   {T::SourceNotConfigured, "source-not-configured"},
                                                   {T::VersionDiffers, "version-differs"},
                                                   {T::BlockAbsent, "block-absent"},
                                                   {T::BlockDiffers, "block-differs"},
                                                   {T::CategoryDeleted, "category-deleted"},
                                                   {T::CategoryOne, "category-one"},
                                                   {T::NoCategory, "no-category"},
                                                   {T::OneInstance, "one-instance"},
                                                   {T::RestoredAgain, "restored-again"},
                                                   {T::CourseDeleted, "course-deleted"},
                                                   {T::RequesterNotEnrolled, "requester-not-enrolled"},
                                                   {T::RequesterNotModerator, "requester-not-moderator"},
                                                   {T::RequesterNotInRoom, "requester-not-in-room"},
                                                   {T::NewRoom, "new-room"},
                                                   {T::UserData, "user-data"},
                                                   {T::ManualEnrolments, "manual-enrolments"}});
};
/// Something to mend, not only to know.
[[nodiscard]] bool isWarning(RestoreNote note);

/// How the runner stands. Codes of text group Restore, with "runner-" in front.
enum class RunnerState {
    Idle,
    Running,
    Failing,   ///< its last runs failed: Moodle waits longer and longer before the next
    Disabled,  ///< switched off in Moodle, and it did not run of late: nothing is restored
    Elsewhere, ///< switched off in Moodle, yet it ran of late: something else than Moodle's cron starts it
    NotKnown
};
template <> struct Codes<RunnerState>
{
    using T = RunnerState;
    static constexpr auto all = std::to_array<std::pair<T, const char *>>({{T::Idle, "runner-idle"},
                                                                           {T::Running, "runner-running"},
                                                                           {T::Failing, "runner-failing"},
                                                                           {T::Disabled, "runner-disabled"},
                                                                           {T::Elsewhere, "runner-elsewhere"},
                                                                           {T::NotKnown, "runner-not-known"}});
};

/// A Moodle that restores courses, as its companion tells it. What the contract does not tell of the block's settings
/// (default category, enrolment role, automatic enrolment, ...) is in none of its answers, and not here.
struct RestoreSite
{
    QString site, url;
    QString version; ///< "4.5"; empty: not known
    Instant now;     ///< by its own clock: ages and durations are judged by it
    std::optional<moodle::RestoreRunner> runner;
    RunnerState state = RunnerState::NotKnown;
    bool settingsKnown = false; ///< the companion named the block's settings
    bool oneInstance = false;
    QStringList sources;
    QString block; ///< its release; empty: not told
};

/// Another request for the same course of the same source, done before or after.
struct OtherRestore
{
    qint64 task = 0;
    qint64 requester = 0; ///< 0: an administrator, for nobody
    QString requesterName;
    std::optional<qint64> course; ///< what became of it
    Instant done;
};

/// One restore, seen with everything else that was read.
struct AboutRestore
{
    QString site;
    qint64 task = 0;
    QString requesterFullName; ///< empty: not known
    QStringList categoryPath;  ///< from the top; empty: not known, or the default category
    Instant planned;           ///< the next passage of the runner; unknown: nothing is planned, or nobody knows
    /// Seconds: what waits, since it was asked for; what is in progress or stuck, since it began; what is done, from
    /// the request to its end, because the row keeps no begin.
    std::optional<qint64> seconds;
    QString sourceSite;         ///< where the source is a Moodle of the profile too
    QString sourceCourse;       ///< its name there, where it was read
    QString newCourse;          ///< short name of the new course, where it was read
    std::vector<LinkKey> rooms; ///< activities of the new course
    std::vector<OtherRestore> others;
    /// Only judged where the enrolments of the new course were read (`membersRead`).
    Tri requesterEnrolled = Tri::NotKnown, requesterModerator = Tri::NotKnown;
    std::vector<RestoreNote> notes; ///< in the order of the enum
    bool isNew = false;             ///< failed since somebody looked: set by whoever remembers
};

/// Everything that is said of the restores beside their rows.
struct RestoreReview
{
    std::vector<RestoreSite> sites;  ///< those that told their restores
    std::vector<AboutRestore> about; ///< parallel to the rows
    bool membersRead = false;        ///< enrolments and rooms were looked at
    bool failuresRemembered = false; ///< somebody looked before: `isNew` means something

    [[nodiscard]] const RestoreSite *site(const QString &id) const;
};

/// A Moodle of the profile, whether it restores courses or is where they come from.
struct RestoreParty
{
    QString id, url;
    QString release; ///< "4.5 (Build: 20241007)"; empty: not asked, or down
    std::optional<moodle::CompanionInfo> companion;
    std::optional<moodle::RestoreRunner> runner;
    bool told = false;           ///< its tasks were read
    bool blockedOutside = false; ///< a task that is not shown holds up its queue
    Instant now;
    QHash<qint64, moodle::Category> categories;
    QHash<qint64, QString> people;  ///< full names
    QHash<qint64, QString> courses; ///< full names
};

/// Pure. `snapshot`: null where nobody's enrolments were read; with it `policy` says who moderates.
[[nodiscard]] RestoreReview reviewRestores(const std::vector<RestoreRow> &rows,
                                           const std::vector<RestoreParty> &parties, const Snapshot *snapshot,
                                           const Policy &policy);

/// What is said of the row at that position; nothing where there is no review of these rows.
[[nodiscard]] const AboutRestore &aboutOf(const RestoreReview *review, const RestoreRow &row, size_t position);

/// Failed and its moment: what "new since the last visit" is told by. Empty: nothing failed.
[[nodiscard]] QString failureOf(const RestoreRow &row);

} // namespace liaison
