#pragma once

#include "core/sandbox/http.h"
#include "core/sandbox/kept.h"
#include "core/sandbox/world.h"

#include <array>
#include <memory>

namespace liaison::sandbox {

namespace moodle {
class Index;
class LastRequest;
class Pieces;
class RestoreRunner;
struct Call;
struct ServiceRequest;
} // namespace moodle

/// One Moodle site of the campus: web services, `login/token.php`, and the pages that a wrong URL meets. Speaks the
/// Moodle contract with every silent behaviour of its section 3; shares no code with the client that reads it.
///
/// `login/token.php` knows one account that may use the services, `accountName` with `accountPassword`; every person of
/// the world signs in with the same password and is refused as `usernotallowed`.
class SandboxMoodle : public Server
{
public:
    static constexpr char accountName[] = "svc.liaison";
    static constexpr char accountPassword[] = "sandbox";
    static constexpr char serviceName[] = "liaison";

    /// `wwwroot` is the site's own address without a slash at the end: it is in every link of an answer. The world must
    /// outlive the server; `siteIndex` counts in `world.moodle`.
    SandboxMoodle(World &world, int siteIndex, QByteArray token, QString wwwroot);
    ~SandboxMoodle() override;

    Reply handle(const Request &request) override;
    [[nodiscard]] RequestFacts facts(const Request &request) const override;
    [[nodiscard]] Reply emptyOf(const Request &request) const override;
    Reply rateLimited(const Request &request, int seconds) override;
    void setRevoked(bool revoked) override;
    void worldReplaced() override;
    void keepAnswers() override;
    void settle(Instant now) override; ///< the restore task

private:
    [[nodiscard]] Moodle *site() const;
    [[nodiscard]] const moodle::Index &index(Moodle &site) const;
    [[nodiscard]] Reply serve(const Request &request, bool listEmpty) const;
    [[nodiscard]] moodle::Call callFor(Moodle &site, const moodle::ServiceRequest &asked, Instant now,
                                       bool listEmpty) const;
    [[nodiscard]] Reply service(Moodle &site, const Request &request, bool listEmpty) const;
    void forgetIndex();
    [[nodiscard]] moodle::Pieces &piecesFor(const moodle::ServiceRequest &asked) const;
    [[nodiscard]] QByteArray keyOf(const Request &request) const;
    [[nodiscard]] KeptAnswers::Stamp stamp(const Request &request) const;
    [[nodiscard]] RequestFacts factsOf(const Request &request) const;
    [[nodiscard]] Reply tokenPage(Moodle &site, const Request &request) const;

    World &m_world;
    int m_siteIndex;
    const QByteArray m_handedOut;
    mutable QByteArray m_token; ///< another one after that ran out and somebody signed in
    QString m_wwwroot;
    bool m_revoked = false;
    mutable bool m_tokenGone = false; ///< Moodle deletes an expired token at its first use
    std::unique_ptr<moodle::RestoreRunner> m_runner;
    std::unique_ptr<moodle::LastRequest> m_last;
    mutable KeptAnswers m_kept;
    mutable std::unique_ptr<moodle::Index> m_index; ///< built by the first call that needs it
    /// Of the index, by format and `raw`.
    mutable std::array<std::unique_ptr<moodle::Pieces>, 4> m_pieces;
};

} // namespace liaison::sandbox
