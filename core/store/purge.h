#pragma once

#include "core/store/database.h"

namespace liaison::store {

enum class Purge { Everything, AllButJournal };

/// Erases what was recorded: rows overwritten, the file rebuilt, the write-ahead log emptied, so that no byte of it is
/// left in the files (it may be left on the disk below them: that is the file system's and the backup's business). The
/// tables stay, so a console that is open goes on. The files beside it that name runs go
/// too. Errors: "store-locked" while another program reads or writes, "run-in-use" while a plan is applied.
[[nodiscard]] Result<void> purge(Database &db, Purge what);

} // namespace liaison::store
