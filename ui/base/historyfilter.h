#pragma once

#include "core/store/journalhistory.h"

namespace liaison::ui {

/// The filter with which the Journal page opens on the history of a room or a person: "history:{...}", ids only.
[[nodiscard]] QString historyFilter(const store::HistoryOf &of);
/// nullopt: another filter.
[[nodiscard]] std::optional<store::HistoryOf> historyIn(const QString &filter);

/// Of one room, without what happened in other rooms of its course.
[[nodiscard]] QString roomHistory(const QString &room);
/// Of one course's activity: the room it has now, and those it had.
[[nodiscard]] QString linkHistory(const LinkKey &link, const QString &room);
[[nodiscard]] QString personHistory(const QString &site, std::optional<qint64> moodle,
                                    const std::optional<QString> &chat);

} // namespace liaison::ui
