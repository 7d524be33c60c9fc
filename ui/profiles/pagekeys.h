#pragma once

#include <QLatin1String>

/// Keys of the pages of this folder, beside those of ui/base/page.h.
namespace liaison::ui::pages {

inline constexpr QLatin1String Profiles("profiles");
inline constexpr QLatin1String Unlock("unlock"); ///< not in the navigation: shown when a passphrase is needed

} // namespace liaison::ui::pages
