#pragma once

#include "app/arguments.h"
#include "core/run/profile.h"

#include <QStringList>

/// Where what is remembered rests. Each campus has a store of its own: sites are called "main" everywhere, and what
/// activity 17 of one Moodle pointed to must never be believed of another's.
namespace liaison::app {

/// The parent of every campus's store and of the demos': the user's data folder.
[[nodiscard]] QString storesFolder();
/// The stores that are there, with their paths.
[[nodiscard]] QStringList campusStores();

/// LIAISON_STORE as it is given (one campus); else the folder of the profile's servers. The demo's is apart from both.
/// `profile` may be nullptr for the demo and with LIAISON_STORE. Error: "bad-arguments" for a store this cannot open.
[[nodiscard]] Result<QString> storeFolder(const Arguments &arguments, const Environment &environment,
                                          const Profile *profile);
/// LIAISON_STORE or the demo: the servers need not be known.
[[nodiscard]] bool isStoreGiven(const Arguments &arguments, const Environment &environment);

} // namespace liaison::app
