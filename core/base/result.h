#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace liaison {

/// What went wrong with one call, before anybody decides what it means for a room. Born in parsers and in the HTTP
/// client, never in the user interface. No sentence for people in here: `ui/text` has them, by `code`.
enum class ErrorKind {
    HostNotFound,  ///< the name does not resolve
    Refused,       ///< nothing listens there
    Network,       ///< reset, truncated answer, proxy trouble
    Timeout,       ///< no answer in the time allowed
    Tls,           ///< the handshake was not trusted; nothing was sent
    TooLarge,      ///< the answer passed the size limit
    Unauthorized,  ///< the token is wrong, expired or of another account
    Forbidden,     ///< signed in, but a right is missing
    NotFound,      ///< the server says that there is no such thing (or hides it: Rocket.Chat contract 0.1)
    RateLimited,   ///< 429, after having waited as told
    Maintenance,   ///< 503, sitemaintenance, upgraderunning
    ServerFailure, ///< any other 5xx
    Rejected,      ///< a decoded refusal: the request did nothing
    BadReply,      ///< not what the contract says: HTML, XML, broken JSON, missing fields
    Cancelled,
    Storage,
    Input ///< a file or value given by a person
};

struct Error
{
    ErrorKind kind = ErrorKind::BadReply;
    /// One of the error codes of docs/codes.md ("wrong-token", "tls", ...), empty where only `kind` is known.
    QString code;
    /// The method called ("groups.members", "core_enrol_get_enrolled_users"), a file name, ...; never a URL with a
    /// token.
    QString where;
    int httpStatus = 0;
    /// The code the server gave ("error-room-not-found", "invalidtoken"), or the name of a missing right.
    QString serverCode;
    /// Technical detail for the detail pane and the log; never a secret, never message text.
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error e)
{
    return tl::unexpected<Error>(std::move(e));
}

/// True for an answer that never was decoded: a read is sent once more after it (design 6.1), and after a write the
/// room is read before anything else is sent (design 6.3).
[[nodiscard]] inline bool isUndecoded(const Error &e)
{
    switch (e.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::TooLarge:
    case ErrorKind::ServerFailure:
    case ErrorKind::Maintenance:
    case ErrorKind::BadReply:
        return true;
    default:
        return false;
    }
}

} // namespace liaison
