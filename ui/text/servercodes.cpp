#include "ui/text/text.h"

#include <QLatin1String>

/// The codes that the two servers give themselves (contracts: Moodle section 2, Rocket.Chat section 2) and the code of
/// ours that says the same. Ours is an error code, or a detail where the refusal is about one step.
namespace liaison::text {
namespace {

struct Alias
{
    const char *server;
    const char *ours;
};

constexpr Alias aliases[] = {
    // Moodle
    {"invalidtoken", "wrong-token"},
    {"accessexception", "access-refused"},
    {"wsaccessusersuspended", "account-suspended"},
    {"invalidlogin", "wrong-login"},
    {"servicenotavailable", "access-refused"},
    {"usernotallowed", "access-refused"},
    {"missingparam", "invalid-parameter"},
    {"invalidparameter", "invalid-parameter"},
    {"invaliduserfield", "invalid-parameter"},
    {"invalidrecord", "not-found"},
    {"invalidrecordunknown", "not-found"},
    {"errorcoursecontextnotvalid", "course-not-accessible"},
    {"nopermissions", "no-permission"},
    {"errorreportview", "no-access"},
    {"requireloginerror", "no-access"},
    {"codingerror", "site-error"},
    {"invalidresponse", "invalid-response-raw"},
    {"enablewsdescription", "web-services-off"},
    {"sitemaintenance", "maintenance"},
    {"upgraderunning", "upgrade-running"},
    {"dbconnectionfailed", "database-down"},
    // Rocket.Chat
    {"error-room-not-found", "room-not-found"},
    {"error-invalid-room", "room-not-found"},
    {"error-room-archived", "room-archived"},
    {"error-room-param-not-provided", "invalid-parameter"},
    {"error-user-param-not-provided", "invalid-parameter"},
    {"error-users-params-not-provided", "invalid-parameter"},
    {"error-invalid-settings", "invalid-parameter"},
    {"error-invalid-params", "invalid-parameter"},
    {"invalid-params", "invalid-parameter"},
    {"error-empty-invite-list", "account-unknown"},
    {"error-invalid-user", "account-unknown"},
    {"error-invalid-username", "account-unknown"},
    {"error-user-not-found", "account-unknown"},
    {"error-user-not-in-room", "person-changed"},
    {"error-user-already-moderator", "already-so"},
    {"error-user-already-owner", "already-so"},
    {"error-user-already-leader", "already-so"},
    {"error-user-not-moderator", "already-so"},
    {"error-user-not-owner", "already-so"},
    {"error-user-not-leader", "already-so"},
    {"error-remove-last-owner", "last-owner"},
    {"error-you-are-last-owner", "last-owner"},
    {"user-last-owner", "last-owner"},
    {"error-not-allowed", "no-permission"},
    {"error-action-not-allowed", "no-permission"},
    {"error-not-authorized", "no-permission"},
    {"error-unauthorized", "no-permission"},
    {"error-forbidden", "no-permission"},
    {"not-authorized", "no-permission"},
    {"not-allowed", "no-permission"},
    {"unauthorized", "no-permission"},
    {"error-duplicate-channel-name", "name-in-use"},
    {"error-archived-duplicate-name", "name-in-use"},
    {"error-field-unavailable", "name-in-use"},
    {"error-invalid-room-name", "bad-name"},
    {"error-invalid-name", "bad-name"},
    {"error-input-is-not-a-valid-field", "bad-name"},
    {"error-blocked-username", "bad-name"},
    {"error-license-user-limit-reached", "seat-limit"},
    {"error-max-rooms-per-guest-reached", "seat-limit"},
    {"error-app-prevented", "refused-by-policy"},
    {"error-user-is-banned", "refused-by-policy"},
    {"error-too-many-requests", "rate-limited"},
    {"totp-required", "two-factor"},
    {"totp-invalid", "two-factor"},
    {"totp-max-attempts", "two-factor"},
};

} // namespace

std::optional<QString> errorCodeOfServer(QStringView serverCode)
{
    for (const Alias &alias : aliases) {
        if (serverCode == QLatin1String(alias.server))
            return QString::fromLatin1(alias.ours);
    }
    return std::nullopt;
}

} // namespace liaison::text
