#pragma once

#include "app/tokens.h"
#include "core/net/httpclient.h"
#include "core/run/profile.h"

#include <condition_variable>
#include <mutex>
#include <optional>

/// "Ask again before apply" (config key askAgainBeforeApply): in production whoever applies proves again that they are
/// there. What is proven against depends on where the tokens rest.
namespace liaison::app {

/// How presence is proven: by the passphrase where any token of the profile rests in the sealed file (or can rest
/// nowhere else), else by reading its tokens again from the keychain, which asks where it is locked. Tokens of this
/// session or of the environment prove nothing by themselves: the number that is typed is all there is.
/// `environment`: what the profile was opened with.
enum class Proof { Passphrase, Keychain };
[[nodiscard]] Proof proofFor(const Profile &profile, Tokens &tokens, const Environment &environment);

/// Reads the tokens that neither the environment nor this session gave from the keychain again, past everything that is
/// held in memory. Errors: of the keychain; "presence-not-proven" where a token is gone or another one than the profile
/// was opened with.
[[nodiscard]] Result<void> readAgain(const Profile &profile, Tokens &tokens, const Environment &environment);

[[nodiscard]] Error presenceError(const char *code, const Profile &profile);

/// A worker waits here for what somebody types in the window.
class PresenceDesk
{
public:
    /// Before the question is asked: what was typed for an earlier one is no answer.
    void begin();
    /// nullopt: nobody wants to, or `cancel`.
    [[nodiscard]] std::optional<QString> wait(const net::CancelToken &cancel);
    void answer(const std::optional<QString> &typed);
    void close(); ///< nobody will answer any more
    /// Refused, or nobody is there any more: also while what was typed before is still being looked at.
    [[nodiscard]] bool isRefused();

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<std::optional<QString>> m_answer;
    bool m_closed = false;
};

} // namespace liaison::app
