#pragma once

#include "core/chat/values.h"
#include "core/net/httpclient.h"

namespace liaison::chat {

/// The verbs that change something. An interface of its own, so that a read-only profile is built without it (design
/// 6.7): what is not there cannot be called by mistake. It protects against mistakes, not against whoever holds a token
/// that may write.
/// None is ever sent twice from here; after an error for which isUndecoded() holds the room has to be read to learn
/// what happened.
class ChatWriter
{
public:
    virtual ~ChatWriter() = default;

    /// `add` takes 1 to abilities().addPerCall ids; success does not mean that everybody
    /// was added (unknown ids are dropped silently): read the members again.
    [[nodiscard]] virtual Result<WriteReply> add(const QString &roomId, const QStringList &accountIds,
                                                 const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<WriteReply> remove(const QString &roomId, const QString &accountId,
                                                    const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<WriteReply> setModerator(const QString &roomId, const QString &accountId,
                                                          bool moderator, const net::CancelToken &cancel) = 0;
    [[nodiscard]] virtual Result<WriteReply> archive(const QString &roomId, bool archived,
                                                     const net::CancelToken &cancel) = 0;
    /// More than one request: an error may leave a part done. Read the room back.
    [[nodiscard]] virtual Result<WriteReply> setRetention(const QString &roomId, const Retention &wanted,
                                                          const net::CancelToken &cancel) = 0;
};

} // namespace liaison::chat
