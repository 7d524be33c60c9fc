#pragma once

#include "core/sandbox/http.h"
#include "core/sandbox/moodlecall.h"

/// What stands between a request and the functions of a site: outages, maintenance, upgrades, switched-off services and
/// the token's own troubles, as contract section 2 lists them.
namespace liaison::sandbox::moodle {

/// Answered by the web server or by Moodle's start, before anything is looked at. `path` is below the site's address;
/// nothing = the request goes on.
[[nodiscard]] std::optional<Reply> outage(const Moodle &site, const QString &path, bool json);

/// After the token was found: what refuses its account. nothing = it may call.
[[nodiscard]] Check refusedAccount(const Moodle &site, const Version &version);

/// The same for `login/token.php`, as errorcode and sentence.
struct TokenRefusal
{
    const char *code;
    QString sentence;
};
[[nodiscard]] std::optional<TokenRefusal> refusedSignIn(const Moodle &site, const QString &service);

} // namespace liaison::sandbox::moodle
