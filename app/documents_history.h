#pragma once

#include "app/journalexport.h"
#include "core/store/journalhistory.h"

/// The documents of one room's or person's history.
namespace liaison::app {

/// docs/schemas/journal-history.json: whose it is, and the steps in the order of time.
[[nodiscard]] QJsonObject historyJson(const store::HistoryOf &of, const std::vector<store::HistoryStep> &steps);
/// The columns of journalCsv(), in the order of time.
[[nodiscard]] QByteArray historyCsv(const std::vector<store::HistoryStep> &steps);

} // namespace liaison::app
