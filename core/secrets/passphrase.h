#pragma once

namespace liaison::secrets {

/// Characters of a new passphrase, at least: whoever steals the sealed file may guess for as long as they like.
inline constexpr int leastPassphrase = 12;

} // namespace liaison::secrets
