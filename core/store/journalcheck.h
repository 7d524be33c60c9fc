#pragma once

#include "core/store/journal.h"

namespace liaison::store {

struct JournalProblem
{
    QString run;
    qint64 n = 0; ///< number of the entry; 0: concerns the run
    JournalFault fault = JournalFault::EntryAltered;
};

struct JournalCheck
{
    int runs = 0;
    qint64 entries = 0;
    std::vector<JournalProblem> problems; ///< by run, newest first, then by number
};

/// Recomputes every hash chain and compares it with the run rows, the steps, and the heads that this console remembers.
/// Who owns the store can forge all of it, heads apart: docs/security.md.
[[nodiscard]] Result<JournalCheck> checkJournal(Journal &journal);

} // namespace liaison::store
