#pragma once

#include "core/run/connectionsteps.h"

#include <memory>

/// Tokens made by signing in with a password, for somebody who has none to paste. Everything blocks (worker threads).
namespace liaison {

/// login/token.php, once. Errors: see moodle::parseSignIn, and those of connection.
[[nodiscard]] Result<QString> obtainMoodleToken(const QString &url, const QString &login, const QString &password,
                                                const QString &service, const ConnectionRoute &route,
                                                const net::CancelToken &cancel);

/// "liaison-<workstation>": letters, digits, `.`, `-` and `_` of the host's name.
[[nodiscard]] QString chatTokenName(const QString &workstation);

struct ObtainedChatToken
{
    QString userId, username;
    QString token;
    QString name;             ///< that the server lists it under
    bool sessionEnded = true; ///< false: our login token could not be logged out, and ends by itself after some months
};

/// One sign-in, from the password to a personal access token of our own. It opens one session at most, ends that one
/// and no other, and forgets password and codes with the object. Named apart where the account has a token of that
/// name already: a token that is in use is never replaced.
class ChatTokenRequest
{
public:
    ChatTokenRequest(QString url, ConnectionRoute route, QString user, QString password, QString tokenName);
    ~ChatTokenRequest(); ///< of an open session, ends it: for a worker thread

    /// `code`: of the second factor, empty until one was asked for. After "two-factor" (serverCode: "totp" or "email")
    /// and "wrong-code" it is called again with a code; every other outcome is the end.
    /// Errors: of connection; "wrong-chat-login", "two-factor", "wrong-code", "too-many-codes", "no-permission",
    /// "token-name-taken".
    [[nodiscard]] Result<ObtainedChatToken> proceed(const QString &code, const net::CancelToken &cancel);

private:
    class Talk;
    std::unique_ptr<Talk> m_talk;
};

} // namespace liaison
