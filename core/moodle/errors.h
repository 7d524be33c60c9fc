#pragma once

#include "core/base/result.h"

#include <QLatin1String>
#include <array>

/// The error codes born on the Moodle side: a closed list, each with a sentence in `ui/text`. Sources: Moodle contract
/// section 2 (recorded). `Error::serverCode` always keeps Moodle's own errorcode.
namespace liaison::moodle::errors {

/// `invalidtoken`: unknown, withdrawn, or expired and already deleted by Moodle. The first call with an expired token
/// says `accessexception` instead, so that expiry cannot be told apart: contract section 2.
inline constexpr QLatin1String wrongToken{"wrong-token"};
/// `accessexception`: six causes that Moodle does not tell apart: the service is disabled; the account is not
/// authorised for it; IP restriction; `webservice/rest:use` is missing; the function is not in the service; the token
/// has expired.
inline constexpr QLatin1String accessRefused{"access-refused"};
/// The function does not exist on the site: a plugin is missing or Moodle is too old.
inline constexpr QLatin1String functionMissing{"function-missing"};
/// `wsaccessuser...`: the service account is suspended (or deleted, expired, barred from signing in: see serverCode).
inline constexpr QLatin1String accountSuspended{"account-suspended"};
/// login/token.php: wrong password, unknown or suspended account (Moodle answers the same).
inline constexpr QLatin1String wrongLogin{"wrong-login"};
/// A missing, mistyped or unexpected parameter, or calls that contradict each other. Moodle gives no detail.
inline constexpr QLatin1String invalidParameter{"invalid-parameter"};
/// A capability is missing; detail = Moodle's message with the localised name of the capability.
inline constexpr QLatin1String noPermission{"no-permission"};
/// The course or activity cannot be entered: no `moodle/course:view`, hidden course, restricted activity.
inline constexpr QLatin1String courseNotAccessible{"course-not-accessible"};
/// No such course, activity, person or row.
inline constexpr QLatin1String notFound{"not-found"};
/// 403 with an empty body: web services or the REST protocol are switched off.
inline constexpr QLatin1String webServicesOff{"web-services-off"};
/// 401, 403 or 407 with a page: a firewall, a proxy or the web server refused before Moodle was asked.
inline constexpr QLatin1String blocked{"blocked"};
/// Maintenance mode, by command line (503) or from the web administration.
inline constexpr QLatin1String maintenance{"maintenance"};
/// Moodle is being upgraded.
inline constexpr QLatin1String upgradeRunning{"upgrade-running"};
/// Moodle runs, its database does not answer.
inline constexpr QLatin1String databaseDown{"database-down"};
/// 502 or 504: the web server runs, PHP behind it does not.
inline constexpr QLatin1String backendDown{"backend-down"};
/// Any other 5xx.
inline constexpr QLatin1String serverError{"server-error"};
/// 429 that outlasted the waits of the HTTP client.
inline constexpr QLatin1String rateLimited{"rate-limited"};
/// HTML, XML or plain text instead of JSON, or 404: wrong address, wrong sub-directory, a proxy's page.
inline constexpr QLatin1String notMoodle{"not-moodle"};
/// One stored text cannot be returned, which fails the whole call; seen in raw mode (the client then asks again
/// without).
inline constexpr QLatin1String invalidResponseRaw{"invalid-response-raw"};
/// A PHP error escaped from the function, or an error code that this list does not know: see serverCode and detail.
inline constexpr QLatin1String siteError{"site-error"};
/// JSON that is cut, empty or not of the contract's shape; detail = the field.
inline constexpr QLatin1String badReply{"bad-reply"};
/// Companion, writes: the row changed since it was read (compare-and-set).
inline constexpr QLatin1String changedMeanwhile{"changed-meanwhile"};
/// Companion, writes: not allowed in the present state of the row.
inline constexpr QLatin1String badState{"bad-state"};
/// The work was cancelled before the answer came.
inline constexpr QLatin1String cancelled{"cancelled"};

inline constexpr std::array all{
    wrongToken,         accessRefused,       functionMissing, accountSuspended, wrongLogin,  invalidParameter,
    noPermission,       courseNotAccessible, notFound,        webServicesOff,   blocked,     maintenance,
    upgradeRunning,     databaseDown,        backendDown,     serverError,      rateLimited, notMoodle,
    invalidResponseRaw, siteError,           badReply,        changedMeanwhile, badState,    cancelled};

} // namespace liaison::moodle::errors

namespace liaison::moodle {

/// The site is down for the moment (reason `moodle-down`, design 12.3): trying later can help, nothing has to be set.
/// A refused connection is not in here: whether it is "down" or "wrong address" depends on the past.
[[nodiscard]] inline bool isTransient(const Error &e)
{
    switch (e.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Maintenance:
        return true;
    case ErrorKind::ServerFailure:
        return e.code != errors::siteError;
    default:
        return false;
    }
}

} // namespace liaison::moodle
