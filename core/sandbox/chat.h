#pragma once

#include "core/sandbox/http.h"
#include "core/sandbox/kept.h"
#include "core/sandbox/world.h"

#include <memory>

namespace liaison::sandbox {

namespace chat {
class State;
struct Call;
} // namespace chat

/// A Rocket.Chat server as a pure state machine over `World::chat`: no socket, no clock (`Request::now`), the same
/// world, seed and requests give the same bytes. Specification: the Rocket.Chat contract, section 12 above all, and
/// design 7. The version is `world.chat.version` (6.8, 7.10, 8.8, 9.0 and what lies between).
///
/// Every change is written into the world, so that exporting it shows the change. What the world's format has no place
/// for lives as long as this object: tokens, announcement, description, read-only flag, texts of system messages other
/// than `RoomEvent`, custom fields of accounts.
///
/// Accounts sign in with their user name or e-mail and the password `sandboxPassword`. Two-factor authentication
/// follows the real settings: calls marked so ask for the password's SHA-256 (method "password"); with the setting
/// Accounts_TwoFactorAuthentication_By_Email_Enabled written in the world they, and the login of accounts with an
/// e-mail, ask for `emailCode`. The setting Sandbox_Seats (a number) is the seat limit of users.create.
class SandboxRocketChat : public Server
{
public:
    static const QString sandboxPassword; ///< of every account
    static const QString emailCode;       ///< the code "sent by e-mail"

    /// `token` is the personal access token (it bypasses two-factor) of the world's API account; that account is made
    /// in the world when it is not there. Only requests below "/api" are of use; others get the web client's page.
    SandboxRocketChat(World &world, quint64 seed, QByteArray token);
    ~SandboxRocketChat() override;

    Reply handle(const Request &request) override;
    [[nodiscard]] RequestFacts facts(const Request &request) const override;
    [[nodiscard]] Reply emptyOf(const Request &request) const override;
    Reply rateLimited(const Request &request, int seconds) override;
    void setRevoked(bool revoked) override;
    /// Also to be called after anybody else changed users or rooms of the world. The token stays valid, for the API
    /// account of the new world; user ids that were handed out with it before stay accepted.
    void worldReplaced() override;
    void keepAnswers() override;
    void settle(Instant now) override; ///< what Moodle did to rooms

    /// The account that the handed-out token belongs to.
    [[nodiscard]] QString apiUserId() const;
    /// Visible messages written into rooms by calls since the start or `worldReplaced`: design 12.2.
    [[nodiscard]] int messagesPosted() const;
    /// People who got an unread mention by being added.
    [[nodiscard]] int notificationsSent() const;

private:
    [[nodiscard]] QByteArray keyOf(const Request &request) const;
    [[nodiscard]] KeptAnswers::Stamp stamp() const;
    [[nodiscard]] std::optional<chat::Call> callOf(const Request &request) const;
    [[nodiscard]] RequestFacts factsOf(const Request &request) const;
    [[nodiscard]] std::vector<qint64> coursesOf(const QStringList &rooms) const;
    std::optional<Reply> limited(const QString &caller, const QString &route, const Request &request,
                                 QList<QPair<QByteArray, QByteArray>> &headers);

    struct Parsed;

    std::unique_ptr<chat::State> m_state;
    std::unique_ptr<Parsed> m_parsed; ///< the last GET
    mutable KeptAnswers m_kept;
    mutable QHash<QString, std::vector<qint64>> m_linked; ///< room -> courses with an activity that names it
    mutable quint64 m_linkedAt = 0;                       ///< World::moodleChanges when it was made
};

/// Id of the account `liaison.api` that is made for a world which names no API account: always the same.
[[nodiscard]] QString defaultApiUserId();

/// Finds the world's API account or makes it (`apiUser` names nobody: `liaison.api` with roles bot, user) and gives its
/// id. Does nothing when it is there.
QString ensureApiUser(World &world);

} // namespace liaison::sandbox
