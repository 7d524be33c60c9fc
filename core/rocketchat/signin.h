#pragma once

#include "core/rocketchat/requests.h"

#include <QStringList>

/// Signing in with a password, once, to make a personal access token (contract section 1). Pure. The only three calls
/// that write: `login`, `users.generatePersonalAccessToken`, and `logout` of the session that `login` opened.
namespace liaison::rocketchat {

/// How a second factor travels with a call: `method` as the server asked for it, "totp", "email" or "password".
struct SecondFactor
{
    QString method;
    QByteArray code;
};

namespace requests {

/// `code` empty: none is known yet.
[[nodiscard]] Call login(const QString &user, const QString &password, const QString &code);
/// The token is never asked for a second factor: the console could not answer.
[[nodiscard]] Call generateToken(const QString &name);
/// Only ever with the token of a session of our own (design rule 6).
[[nodiscard]] Call logout();

} // namespace requests

/// Adds `x-2fa-code` and `x-2fa-method`.
void addFactor(net::HttpRequest &request, const SecondFactor &factor);
/// What the server takes as factor "password": lower-case hex SHA-256 of it.
[[nodiscard]] QByteArray passwordFactor(const QString &password);

struct OpenedSession
{
    QString userId;
    QString username; ///< empty where the server did not say it; the session is ours to end all the same
    QByteArray token;
};
/// Errors: "two-factor" (serverCode: the method asked for), "wrong-code", "too-many-codes", "wrong-chat-login".
[[nodiscard]] Result<OpenedSession> parseOpenedSession(const net::HttpReply &reply);
/// Errors: those about codes, as above; "no-permission" with the right in serverCode; "token-name-taken".
[[nodiscard]] Result<QString> parseGeneratedToken(const net::HttpReply &reply);
[[nodiscard]] Result<QStringList> parseTokenNames(const net::HttpReply &reply);

} // namespace liaison::rocketchat
