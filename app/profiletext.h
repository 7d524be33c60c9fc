#pragma once

#include "ui/text/text.h"

#include <QString>

namespace liaison::app {

/// The words of `profile` and `purge`.
enum class ProfileSay {
    Name,
    Environment,
    Test,
    Production,
    ReadOnly,
    ReadOnlyMeans,
    Moodle,
    Chat,
    Account,
    Authority,
    Fingerprint,
    Proxy,
    Scope,
    Snapshot,
    Everything,
    File,
    MachineWide,
    NoProfiles,
    Saved,
    Removed,
    AskUrl,
    AskSnapshot,
    AskAuthority,
    AskProxy,
    NotImported,
    AskRemove,
    AskToken,
    AskPassphrase,
    AskNewPassphrase,
    AskPassphraseAgain,
    AskNumberAgain,
    Kept,
    KeptInFile,
    Forgotten,
    TokenWorks,
    AddTokens,
    AskPurge,
    Purged,
    Yes
};

[[nodiscard]] QString say(ProfileSay what, text::Language language);

} // namespace liaison::app
