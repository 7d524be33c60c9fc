#include "app/commands_presence.h"

#include "app/profiletext.h"
#include "app/terminal.h"

namespace liaison::app {

Result<void> provePresence(const Profile &profile, Tokens &tokens, const Environment &environment, qsizetype steps,
                           Output &out)
{
    // A passphrase in a file proves that a program runs, not that somebody is there.
    if (!Output::interactive())
        return fail(presenceError("presence-needed", profile));
    const text::Language language = out.language();
    if (proofFor(profile, tokens, environment) == Proof::Passphrase) {
        out.prompt(say(ProfileSay::AskPassphraseAgain, language));
        const auto typed = readSecretLine();
        return typed ? Tokens::prove(*typed) : Result<void>(fail(presenceError("presence-needed", profile)));
    }
    if (auto read = readAgain(profile, tokens, environment); !read)
        return read;
    out.prompt(say(ProfileSay::AskNumberAgain, language).arg(steps));
    if (readLine().value_or(QString()).trimmed() != QString::number(steps))
        return fail(presenceError("presence-not-proven", profile));
    return {};
}

} // namespace liaison::app
