#pragma once

#include "app/output.h"
#include "app/presence.h"

namespace liaison::app {

/// Before a command writes in a profile that asks again: the passphrase of the sealed file, or the tokens read again
/// from the keychain and `steps` typed, on the terminal. For profiles that want it. Errors:
/// "presence-needed" without a terminal, "presence-not-proven", those of the keychain and of the file.
[[nodiscard]] Result<void> provePresence(const Profile &profile, Tokens &tokens, const Environment &environment,
                                         qsizetype steps, Output &out);

} // namespace liaison::app
