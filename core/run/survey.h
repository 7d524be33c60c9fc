#pragma once

#include "core/model/snapshot.h"
#include "core/run/progress.h"
#include "core/run/servers.h"
#include "core/store/memory.h"

#include <QHash>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace liaison {

/// One link as the sources know it, before anybody's membership was read.
struct SurveyedLink
{
    LinkKey key;
    qint64 course = 0;
    QString shortName, fullName, activityName;
    std::optional<qint64> category;
    std::optional<int> groupMode; ///< of the course; nullopt: not told
    bool visible = true, visibleOnCoursePage = true, visibilityKnown = true;
    QString room;                    ///< empty: the activity has none
    std::vector<QString> candidates; ///< guesses that do not decide
    LinkSource source = LinkSource::Companion;
    bool confirmed = true;
    std::optional<ActivityRoles> roles;
    std::optional<Retention> retention;
    Instant created;
    std::optional<UnknownBecause> unknown;
    bool inScope = true;
    Instant at;                ///< of that knowledge: when it was read, imported, confirmed or last seen
    QString by;                ///< who imported or confirmed it
    bool activityRead = false; ///< Moodle was asked about the activity in this very survey
};

struct SiteSurvey
{
    QString id, url;
    std::optional<Error> down;                  ///< could not be asked now
    std::optional<UnknownBecause> linksUnknown; ///< reached, but its links could not be read
    moodle::SiteInfo info;
    std::optional<moodle::CompanionInfo> companion;
    QHash<qint64, moodle::Category> categories;
    /// Courses of a site without companion whose activities could not be read.
    std::map<qint64, UnknownBecause> unreadCourses;
    /// Imported links speak for the plugin (design 12.5): they carry its roles, they name a retention of its own.
    bool importedRoles = false, importedRetention = false;
    std::optional<moodle::ReportsFound> reports; ///< nullopt: nobody looked for them, something better tells
    Instant now;
    qint64 answeredInMs = 0; ///< how long the site took to describe itself: what long readings are estimated by

    [[nodiscard]] bool offers(QLatin1String function) const { return !down && info.offers(function); }
};

/// Who is there and which links exist: everything but memberships. Cheap; what `select` and the table of courses start
/// from.
struct Survey
{
    std::vector<SiteSurvey> sites;   ///< parallel to Profile::moodle
    std::vector<SurveyedLink> links; ///< sorted by (site, cmid)
    std::optional<Error> chatDown;
    std::optional<UnknownBecause> roomsUnknown; ///< reached, but its rooms could not be listed
    std::optional<chat::ServerFacts> chat;
    chat::RoomList rooms;
    QHash<QString, size_t> roomById;
    QSet<QString> apiAccounts;                   ///< ids and logins, lower case
};

/// Connects to every server of the profile and reads the links. An error is something a person has to mend (exit 1);
/// a server that is down is in the result. Blocking: for a worker thread that is not of `servers.pool`.
[[nodiscard]] Result<Survey> survey(Servers &servers, const Profile &profile, store::Memory &memory,
                                    const ProgressSink &progress, const net::CancelToken &cancel);

/// A companion's link as the survey shows it.
[[nodiscard]] SurveyedLink fromCompanion(const QString &site, const moodle::CompanionLink &link);

/// Is that course inside the profile's scope? `path`: its category and all parents.
[[nodiscard]] bool inScope(const Scope &scope, const QString &site, qint64 course, const QString &shortName,
                           const std::vector<qint64> &path);

/// A course's category and its parents, nearest first.
[[nodiscard]] std::vector<qint64> categoryPath(const SiteSurvey &site, std::optional<qint64> category);

} // namespace liaison
