#pragma once

#include "core/chat/chatwriter.h"
#include "core/rocketchat/client.h"

namespace liaison::rocketchat {

/// The writes of Rocket.Chat, under the account of a client that is connected. Not made for a read-only profile.
class Writer : public chat::ChatWriter
{
public:
    /// `client` must outlive this.
    explicit Writer(const Client &client) : m_client(client) {}

    [[nodiscard]] Result<chat::WriteReply> add(const QString &roomId, const QStringList &accountIds,
                                               const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::WriteReply> remove(const QString &roomId, const QString &accountId,
                                                  const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::WriteReply> setModerator(const QString &roomId, const QString &accountId, bool moderator,
                                                        const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::WriteReply> archive(const QString &roomId, bool archived,
                                                   const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::WriteReply> setRetention(const QString &roomId, const chat::Retention &wanted,
                                                        const net::CancelToken &cancel) override;

private:
    [[nodiscard]] Result<chat::WriteReply> write(const Call &call, const net::CancelToken &cancel) const;

    const Client &m_client;
};

} // namespace liaison::rocketchat
