#pragma once

#include "ui/text/text.h"

namespace liaison::app {

/// The command line's words about runs and the journal.
enum class RunSay {
    ResumeHint, ///< %1: the run
    UndoneBack, ///< %1 of %2 steps come back
    UndoLeft,
    Entries,
    JournalSound, ///< %1 runs, %2 entries, counted
    OneRun,
    ManyRuns,
    OneEntry,
    ManyEntries,
    Entry,
    Fault,
    Step,
    Before,
    After,
    Outcome,
    When,
    NoHistory
};
[[nodiscard]] QString say(RunSay what, text::Language language);

} // namespace liaison::app
