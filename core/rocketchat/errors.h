#pragma once

#include <QLatin1String>
#include <array>

/// The error codes that this layer gives (Error::code). Closed list; the sentences are in `ui/text`.
namespace liaison::rocketchat::code {

/// 401: the token is wrong, expired or revoked, or does not belong to the user given.
inline constexpr QLatin1String wrongToken{"wrong-token"};
/// The token is good, but its account is not the one that was given.
inline constexpr QLatin1String tokenOfAnotherAccount{"token-of-another-account"};
/// At connection: HTML or an answer of something else at this address.
inline constexpr QLatin1String notRocketChat{"not-rocketchat"};
/// The room may exist, but is not shown to us: we are not a member and may not look it up.
inline constexpr QLatin1String noAccess{"no-access"};
/// A right is missing; serverCode is the server's code.
inline constexpr QLatin1String noPermission{"no-permission"};
/// The server knows no such room, or hides it: only room() tells the two apart.
inline constexpr QLatin1String roomNotFound{"room-not-found"};
/// The room is archived and this server refuses the call on archived rooms.
inline constexpr QLatin1String roomArchived{"room-archived"};
/// The server knows no such account.
inline constexpr QLatin1String accountNotFound{"account-not-found"};
/// A list was not whole after it had been read a second time.
inline constexpr QLatin1String truncated{"truncated"};
/// 429 to the end of the patience of the HTTP client.
inline constexpr QLatin1String rateLimited{"rate-limited"};
/// 5xx.
inline constexpr QLatin1String serverError{"server-error"};
/// Not what the contract says: HTML, broken JSON, a missing or mistyped field.
inline constexpr QLatin1String badReply{"bad-reply"};
/// This server has no such method (older release).
inline constexpr QLatin1String methodMissing{"method-missing"};
/// Any other decoded refusal; serverCode is the server's code, empty where it gave only a sentence.
inline constexpr QLatin1String refused{"refused-by-server"};
/// Nothing was sent: an empty id, too many ids, a control character in the credentials.
inline constexpr QLatin1String badInput{"bad-input"};

inline constexpr std::array all{wrongToken,    tokenOfAnotherAccount,
                                notRocketChat, noAccess,
                                noPermission,  roomNotFound,
                                roomArchived,  accountNotFound,
                                truncated,     rateLimited,
                                serverError,   badReply,
                                methodMissing, refused,
                                badInput};

} // namespace liaison::rocketchat::code
