#pragma once

#include "core/chat/chatserver.h"
#include "core/rocketchat/parser.h"
#include "core/rocketchat/requests.h"

#include <atomic>
#include <mutex>

namespace liaison::rocketchat {

struct Options
{
    QUrl baseUrl;
    QString user; ///< account id or login
    QByteArray token;
    net::Priority priority = net::Priority::Normal;
};

/// Rocket.Chat 6.8 to 9.0 behind the verbs that read. Thin: which call to send, when to send another one, when a list
/// is whole; requests and parsers are pure and elsewhere. Waits for rate limits are the HTTP client's, with
/// retryAfter().
class Client : public chat::ChatServer
{
public:
    /// The transport must know the server already and outlive this.
    Client(net::HttpTransport &transport, Options options);

    [[nodiscard]] chat::Abilities abilities() const override;
    [[nodiscard]] Result<chat::ServerFacts> connect(const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::TokenFacts> token(const net::CancelToken &cancel) override;

    [[nodiscard]] Result<chat::RoomList> rooms(const net::CancelToken &cancel) override;
    [[nodiscard]] Result<std::optional<chat::RoomInfo>> room(const QString &roomId,
                                                             const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::MemberList> members(const chat::RoomInfo &room, const net::CancelToken &cancel) override;
    [[nodiscard]] Result<std::optional<chat::Account>> accountById(const QString &id,
                                                                   const net::CancelToken &cancel) override;
    [[nodiscard]] Result<std::optional<chat::Account>> accountByLogin(const QString &login,
                                                                      const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::AccountRooms> roomsOf(const QString &accountId, const net::CancelToken &cancel) override;
    [[nodiscard]] Result<std::vector<chat::Account>> allAccounts(const net::CancelToken &cancel) override;
    [[nodiscard]] Result<chat::AccountsPage> accountsFrom(int offset, const net::CancelToken &cancel) override;
    [[nodiscard]] Result<Timeline> timeline(const QString &roomId, int most, TimelinePart part,
                                            const net::CancelToken &cancel) override;
    [[nodiscard]] Result<std::optional<Instant>> oldestMessage(const QString &roomId,
                                                               const net::CancelToken &cancel) override;

private:
    friend class Writer; // sends under the same account

    enum class MembersMethod { NotProbed, ByRole, Old };

    template <class T> struct Whole
    {
        std::vector<T> items;
        Instant at;
    };

    [[nodiscard]] Result<net::HttpReply> send(const Call &call, const net::CancelToken &cancel,
                                              bool withToken = true) const;
    /// Sends a read and parses it; an answer that cannot be decoded is asked for once more (design 6.1).
    template <class Parse>
    [[nodiscard]] auto read(const Call &call, const net::CancelToken &cancel, Parse parse, bool withToken = true) const;
    template <class T, class MakeCall, class Parse>
    [[nodiscard]] Result<Whole<T>> readList(const net::CancelToken &cancel, MakeCall makeCall, Parse parse);

    [[nodiscard]] Result<chat::Account> signIn(const net::CancelToken &cancel, Instant &serverDate);
    [[nodiscard]] Result<void> resolveUserId(const net::CancelToken &cancel);
    /// Retention and sign-in settings, in one reading: one call less on a long way.
    void readSettings(chat::ServerFacts &facts, const net::CancelToken &cancel);
    [[nodiscard]] Result<chat::MemberList> membersByRole(const QString &roomId, const net::CancelToken &cancel);
    [[nodiscard]] Result<chat::MemberList> membersAndRoles(const QString &roomId, const net::CancelToken &cancel);
    [[nodiscard]] Result<std::optional<chat::Account>> account(const Call &call, const net::CancelToken &cancel) const;

    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] chat::ServerVersion version() const;
    void setVersion(const chat::ServerVersion &version);

    net::HttpTransport &m_transport;
    const Options m_options;
    mutable std::mutex m_mutex; ///< guards m_userId and m_version
    QByteArray m_userId;        ///< as given, until the server told the id
    chat::ServerVersion m_version;
    std::atomic<MembersMethod> m_membersMethod = MembersMethod::NotProbed;
    std::atomic_bool m_infiniteCount = true; ///< count=0 gives everything, as far as seen
};

} // namespace liaison::rocketchat
