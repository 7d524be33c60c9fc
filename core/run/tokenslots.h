#pragma once

#include "core/run/profile.h"

#include <QStringList>
#include <vector>

namespace liaison {

/// One secret of a profile: what it is called, whom it is for, and where it can come from.
struct TokenSlot
{
    enum class Kind { Moodle, Chat, Proxy, Snapshot } kind = Kind::Moodle;
    QString which; ///< a site id, "chat", "proxy", "snapshot"
    QString url;
    secrets::SecretKey key; ///< its account is empty where the profile names no chat user: nothing can be kept then
    QStringList variables;  ///< of the environment, the first one found counts; each also NAME_FILE
};
/// Moodle sites in order, chat, and the proxy where its URL names a user. None of a support profile: which key opens a
/// snapshot is told by the file itself.
[[nodiscard]] std::vector<TokenSlot> tokenSlots(const Profile &profile);

/// What was typed can be a token: something, and no control character.
[[nodiscard]] bool isToken(const QString &typed);

/// The variable of `slot` that gives its secret; "" where none does. Reads no file.
[[nodiscard]] QString variableGiving(const TokenSlot &slot, const Environment &environment);

/// Signs in to the server of `which` with its token alone, by the fewest calls that prove the account, and tells the
/// account's login. Nothing is written, and no other server is contacted. `profile` needs no secrets. Blocks. Errors:
/// those of addSecrets for that token, of the server with its key's address as `where`; "bad-arguments" for what is no
/// server of the profile.
[[nodiscard]] Result<QString> accountOf(Profile profile, const QString &which, const Environment &environment,
                                        const TokenStore &store);

} // namespace liaison
