#pragma once

#include "core/run/apply.h"
#include "core/store/journalcheck.h"
#include "ui/text/text.h"

#include <QJsonObject>

namespace liaison::app {

/// Runs of the journal with their steps and entries.
struct JournalPart
{
    struct Run
    {
        store::RunRecord record;
        std::vector<store::RunStep> steps;
        std::vector<store::JournalEntry> entries;
    };
    std::vector<Run> runs;
};

/// One run, or all when `run` is empty. Errors: "run-not-found", the store.
[[nodiscard]] Result<JournalPart> readJournal(store::Journal &journal, const QString &run);

/// Runs, steps and hash chains, whole: docs/schemas/journal.json.
[[nodiscard]] QJsonObject journalJson(const JournalPart &part);
/// One step as that document has it.
[[nodiscard]] QJsonObject stepJson(const QString &run, const store::RunStep &step);
/// A line a step, UTF-8 with a header, for a spreadsheet: cells that would be taken for formulas get an apostrophe.
[[nodiscard]] QByteArray journalCsv(const JournalPart &part);
/// Writes one run, or all, into a file readable by its owner only: the whole document where the name ends in .json,
/// else CSV. Errors: "run-not-found", the store, "file-not-writable".
[[nodiscard]] Result<void> writeJournal(store::Journal &journal, const QString &run, const QString &path);
/// docs/schemas/journal-verify.json.
[[nodiscard]] QJsonObject checkJson(const store::JournalCheck &check, text::Language language);

} // namespace liaison::app
