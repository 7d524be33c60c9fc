#pragma once

#include "core/chat/values.h"
#include "core/moodle/facts.h"
#include "core/net/httpclient.h"

#include <optional>

/// The connection assistant's questions: one value at a time, each judged first as text, then by one call.
namespace liaison {

enum class ConnectionField { MoodleUrl, MoodleToken, ChatUrl, ChatUser, ChatToken };

struct TypedValue
{
    QString value; ///< cleaned: no spaces around it, page paths cut, "https://" put before a bare host name
    /// For http to another computer, which is refused: the same address with https, to be offered.
    QString secureInstead;
    /// It reads like the value of another field: a token in the login field, an address in the token field.
    std::optional<ConnectionField> looksLike;
    QString code; ///< error code of what is wrong: "bad-url", "insecure-url", "swapped-fields", "bad-input"; else empty
};

/// Pure: judges what somebody typed or pasted. Secrets are only looked at for their shape (contracts: a Moodle token
/// has 32 hexadecimal digits, a Rocket.Chat one 43 characters of base64url).
[[nodiscard]] TypedValue judgeTyped(ConnectionField field, const QString &typed);

/// How both servers are reached.
struct ConnectionRoute
{
    QString ca;    ///< as in MoodleSettings
    QString proxy; ///< with its password, where it has one
};

/// The calls. Each blocks (worker threads), makes a connection of its own and sends nothing that changes anything. No
/// token is sent before the address was found to be the right kind of server: ask for the address first.
/// Errors: those of connection (design 12.3); "swapped-fields" where the other kind of server answers.
[[nodiscard]] Result<void> askMoodle(const QString &url, const ConnectionRoute &route, const net::CancelToken &cancel);
[[nodiscard]] Result<moodle::SiteInfo> askMoodleToken(const QString &url, const QString &token,
                                                      const ConnectionRoute &route, const net::CancelToken &cancel);
[[nodiscard]] Result<chat::ServerVersion> askChat(const QString &url, const ConnectionRoute &route,
                                                  const net::CancelToken &cancel);
/// The account that the token belongs to, with what the server told about rights. Errors: "wrong-token",
/// "token-of-another-account".
[[nodiscard]] Result<chat::ServerFacts> askChatToken(const QString &url, const QString &user, const QString &token,
                                                     const ConnectionRoute &route, const net::CancelToken &cancel);

} // namespace liaison
