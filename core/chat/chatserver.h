#pragma once

#include "core/chat/values.h"
#include "core/model/timeline.h"
#include "core/net/httpclient.h"

namespace liaison::chat {

/// The chat side as verbs that read: what the rest of the core knows of a chat server; the verbs that write are
/// ChatWriter. Every call blocks its (worker) thread and
/// may run on several threads at once; a cancelled token ends it with `Cancelled`.
/// A list is whole or it is an error (`truncated`): unknown is never empty (design rule 1).
class ChatServer
{
public:
    virtual ~ChatServer() = default;

    /// As far as known now; exact after connect() and the first members().
    [[nodiscard]] virtual Abilities abilities() const = 0;

    /// Who we are and what we may do. To be called before the other verbs.
    [[nodiscard]] virtual Result<ServerFacts> connect(const net::CancelToken &cancel) = 0;

    /// What kind of token we use and when it ends.
    [[nodiscard]] virtual Result<TokenFacts> token(const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<RoomList> rooms(const net::CancelToken &cancel) = 0;
    /// nullopt = there is no such room, confirmed by a call that sees all rooms. Where that call is not allowed to us
    /// the answer is the error `no-access`: gone and hidden look alike (contract 0.1).
    [[nodiscard]] virtual Result<std::optional<RoomInfo>> room(const QString &roomId,
                                                               const net::CancelToken &cancel) = 0;
    /// Needs membership: else `no-access`. An archived room on a server that refuses it: `room-archived`.
    [[nodiscard]] virtual Result<MemberList> members(const RoomInfo &room, const net::CancelToken &cancel) = 0;

    /// nullopt = no such account. Logins are compared as the server does, without case.
    [[nodiscard]] virtual Result<std::optional<Account>> accountById(const QString &id,
                                                                     const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<std::optional<Account>> accountByLogin(const QString &login,
                                                                        const net::CancelToken &cancel) = 0;
    /// No such account: the error `account-not-found`.
    [[nodiscard]] virtual Result<AccountRooms> roomsOf(const QString &accountId, const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<std::vector<Account>> allAccounts(const net::CancelToken &cancel) = 0;
    /// One page of the list of accounts, by login. Pages read at different moments may repeat and lose people: it tells
    /// of those who are on it, never that somebody does not exist.
    [[nodiscard]] virtual Result<AccountsPage> accountsFrom(int offset, const net::CancelToken &cancel) = 0;

    /// Who came and went, newest part first until `most` messages were looked at. Needs membership and an open room.
    /// `whole` says that every message of the room was seen; whether some were deleted is not judged here. A room of
    /// more than `most` messages costs one call with `WholeOrNothing`, and its events are not told.
    [[nodiscard]] virtual Result<Timeline> timeline(const QString &roomId, int most, TimelinePart part,
                                                    const net::CancelToken &cancel) = 0;

    /// When the oldest message of the room was written; nullopt = there is none. Nothing else of it is looked at.
    /// Needs what `timeline` needs. One call.
    [[nodiscard]] virtual Result<std::optional<Instant>> oldestMessage(const QString &roomId,
                                                                       const net::CancelToken &cancel) = 0;
};

} // namespace liaison::chat
