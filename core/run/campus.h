#pragma once

#include "core/reconcile/diff.h"
#include "core/run/survey.h"
#include "core/store/journal.h"

#include <memory>
#include <optional>
#include <vector>

namespace liaison {

/// One private room, whether a course knows it or not.
struct RoomRow
{
    QString id, name;
    QString creator; ///< chat login
    std::vector<LinkKey> links;
    bool linked = false; ///< an activity points to it
    bool orphan = false; ///< design section 3: made by an API account under a site's prefix, or remembered; no activity
    bool outside = false; ///< belongs to no course and never did: counted, its members never fetched
                          ///< none of the three: activities could not be read, and one of them may point here
    bool archived = false, encrypted = false, renamed = false, duplicate = false;
    std::optional<bool> ownerless; ///< nullopt: member list not read
    std::optional<int> owners;     ///< nullopt: member list not read
    std::optional<int> members; ///< without API accounts; where `owners` is not known, the server's count of everybody
    Access access = Access::None;
    Instant created, newest; ///< newest message; unknown = none or not told
    bool silent = false;     ///< no message at all, and the server said so
};

/// One role seen on one site, and what it becomes in rooms.
struct RoleRow
{
    QString site;
    qint64 role = 0;
    QString shortName, name;
    enum class Maps { Moderator, Member, Nobody } maps = Maps::Nobody; ///< see siteMapping()
    enum class From { Plugin, Profile, Guess } from = From::Guess;
    int people = 0;         ///< people who hold it in the courses read
    int linksDiffering = 0; ///< links whose own lists say otherwise
};

enum class RetentionVerdict {
    Ok,
    ServerOff,
    NoOverride,
    TooLong,
    TooShort,
    FilesOnly,
    OlderThanRule,
    NotMeasurable,
    Unknown
};

/// Wanted, stored and effective retention of one link's room (design 12.7).
struct RetentionRow
{
    LinkKey link;
    qint64 course = 0;
    QString shortName, fullName, room, roomName;
    std::optional<int> wanted, stored, effective; ///< days; effective nullopt = nothing is deleted
    bool wantedKnown = false, storedKnown = false, effectiveKnown = false;
    RetentionVerdict verdict = RetentionVerdict::Unknown;
    QString reason;         ///< a code, where the verdict is unknown, or where it was asked for and is not measured
    bool filesOnly = false; ///< what is deleted are files: the age of messages says nothing
    bool measured = false;  ///< see measureRetention()
    Instant oldest;         ///< of the oldest message; with `measured` unknown: the room has none
};

/// One course-restore task (design 12.7).
struct RestoreRow
{
    QString site;
    moodle::RestoreTask task;
    enum class State { Scheduled, InProgress, Performed, Error, Stuck, Blocking } state = State::Scheduled;
    QString cause; ///< code: source-refused, source-unreachable; empty where nothing is wrong
};

/// The tasks that a profile of some courses does not show.
struct RestoresOutside
{
    int tasks = 0;
    bool blocks = false; ///< one of them holds up the queue, and with it the tasks that are shown
    friend bool operator==(const RestoresOutside &, const RestoresOutside &) = default;
};

struct RightRow
{
    QString right;
    std::optional<bool> held; ///< nullopt: could not be read
    QString feature;          ///< what needs it: a ChangeClass code, "read" or "protection"
    /// Rooms of the links where it is missing although it is held elsewhere, or, for the rights over rooms that the
    /// account is not in, how many of those there are.
    int missingIn = 0;
};

struct ServerReport
{
    QString kind; ///< "moodle" or "rocketchat"
    QString site; ///< Moodle site id
    QString url, version, account;
    std::optional<Error> error; ///< down or refused
    std::vector<RightRow> rights;
    QString strategy;             ///< how memberships are read: "companion", "report", "several-courses", "per-course";
                                  ///< member lists of rooms: "members-by-role" (one list), "members-and-roles" (two);
                                  ///< empty: they cannot be. Text group Strategy
    QStringList unseen;           ///< what that way cannot see: codes of text group Unseen
    QString linkSource;           ///< LinkSource code of most links
    QString companion, plugin;    ///< releases; empty = not there
    std::optional<qint64> skewMs; ///< the server's clock minus this machine's
    Instant readAt;
};

template <> struct Codes<RetentionVerdict>
{
    using T = RetentionVerdict;
    static constexpr auto all = std::to_array<std::pair<T, const char *>>({{T::Ok, "ok"},
                                                                           {T::ServerOff, "server-off"},
                                                                           {T::NoOverride, "no-override"},
                                                                           {T::TooLong, "too-long"},
                                                                           {T::TooShort, "too-short"},
                                                                           {T::FilesOnly, "files-only"},
                                                                           {T::OlderThanRule, "older-than-rule"},
                                                                           {T::NotMeasurable, "not-measurable"},
                                                                           {T::Unknown, "unknown"}});
};
template <> struct Codes<RestoreRow::State>
{
    using T = RestoreRow::State;
    static constexpr auto all = std::to_array<std::pair<T, const char *>>({{T::Scheduled, "scheduled"},
                                                                           {T::InProgress, "in-progress"},
                                                                           {T::Performed, "performed"},
                                                                           {T::Error, "error"},
                                                                           {T::Stuck, "stuck"},
                                                                           {T::Blocking, "blocking"}});
};

/// By this server's clock the rule left something: the oldest message is more than a day older than it allows.
[[nodiscard]] bool isOlderThanRule(const RetentionRow &row, Instant serverNow);

struct RestoreReview; // core/run/restorereview.h

/// Where a view comes from. Only what the servers told in this session may be planned from.
enum class ViewSource {
    Servers,
    LastReading, ///< the file of this console's last reading
    Published    ///< a file that somebody published
};

/// Everything the console shows, as one immutable value: built off the user interface's thread, swapped whole.
/// No page computes a fact of its own.
struct CampusView
{
    std::shared_ptr<const Snapshot> snapshot;
    History history;
    Policy policy;
    Diff diff;                  ///< with the default classes' options
    std::vector<RoomRow> rooms; ///< by name
    std::vector<RoleRow> roles;
    std::vector<RetentionRow> retention;
    std::vector<RestoreRow> restores;                   ///< stuck and blocking first
    bool restoresKnown = false;                         ///< false: no companion told
    std::shared_ptr<const RestoreReview> restoreReview; ///< what is to be said of them; null: not told
    /// Tasks outside the profile's scope, which are not in `restores`; nullopt: not known, or a file that does not
    /// tell.
    std::optional<RestoresOutside> restoresOutside;
    std::vector<ServerReport> servers;
    QHash<QString, QHash<qint64, QString>> categories; ///< site -> category id -> its name, as Moodle told
    std::vector<store::RunRecord> runs;                ///< newest first
    Instant readAt;                                    ///< this machine's time: ages on screen
    QString profileName;
    bool production = false, readOnly = false, demo = false;
    ViewSource source = ViewSource::Servers;
};

/// Builds the rows that need no further reading. Pure.
/// `remembered`: ids of the rooms that the store remembers links to; without them an orphan under another name or
/// creator is taken for a room outside.
[[nodiscard]] std::vector<RoomRow> roomRows(const Survey &survey, const Snapshot &snapshot, const Diff &diff,
                                            const QSet<QString> &remembered = {});
[[nodiscard]] std::vector<RoleRow> roleRows(const Snapshot &snapshot, const Policy &policy);
[[nodiscard]] std::vector<RetentionRow> retentionRows(const Survey &survey, const Snapshot &snapshot,
                                                      const Policy &policy);
/// Judged by the runner alone (12.7), so nothing depends on `now`.
[[nodiscard]] std::vector<RestoreRow> restoreRows(const QString &site, const moodle::RestoreTasks &tasks, Instant now);
/// `machineNow`: this machine's time when the survey was made, else the time it took counts as skew.
[[nodiscard]] std::vector<ServerReport> serverReports(const Profile &profile, const Survey &survey,
                                                      const Snapshot &snapshot, Instant machineNow);

} // namespace liaison
