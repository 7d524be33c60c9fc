#pragma once

#include "app/arguments.h"
#include "app/output.h"
#include "app/tokens.h"
#include "core/run/profilestore.h"

namespace liaison::app {

/// `profile list|show|add|remove|export|import|token`. Tokens come from standard input, never from arguments.
int runProfile(const Arguments &arguments, const Environment &environment, Tokens &tokens, Output &out);
/// `purge`: erases what this program recorded on this computer.
int runPurge(const Arguments &arguments, const Environment &environment, Tokens &tokens, Output &out);

// The parts of `profile`.
int importProfile(const Arguments &arguments, const ProfileStore &store, Output &out);
int runProfileToken(const Arguments &arguments, const Environment &environment, const ProfileStore &store,
                    Tokens &tokens, Output &out);
/// What people see of a profile: servers, authorities with their fingerprints, proxy, scope.
void printProfile(const ProfileEntry &entry, Output &out);
[[nodiscard]] QJsonObject profileEntryJson(const ProfileEntry &entry, text::Language language);

/// Somebody typed yes (or oui), or gave --yes. Without a terminal only --yes counts.
[[nodiscard]] bool agreedTo(const QString &question, const Arguments &arguments, Output &out);
/// The tokens of this machine, asking for the passphrase on the terminal.
[[nodiscard]] std::unique_ptr<Tokens> makeTokens(const Environment &environment, text::Language language);

} // namespace liaison::app
