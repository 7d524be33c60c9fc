#pragma once

#include "ui/base/marks.h"
#include "ui/profiles/profiles.h"
#include "ui/text/text.h"

/// The words of the profiles in the console.
namespace liaison::ui::profilewords {

/// What is wrong with the value at this place of a profile, and what it should look like; "" where nothing of its own
/// is said.
[[nodiscard]] QString faultOf(const QString &place);

[[nodiscard]] QString environment(const Profile &profile);
[[nodiscard]] QString scope(const Profile &profile);
/// "Moodle (main)", "Chat", "Proxy".
[[nodiscard]] QString nameOf(const TokenSlot &slot);
[[nodiscard]] QString stateOf(const TokenLine &line);
[[nodiscard]] Mark markOf(TokenLine::State state);
[[nodiscard]] QString question(const TrustQuestion &question);
[[nodiscard]] QString agree(const TrustQuestion &question);

} // namespace liaison::ui::profilewords
