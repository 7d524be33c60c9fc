#pragma once

#include "core/run/restorelist.h"
#include "ui/text/text.h"

#include <QByteArray>
#include <QStringList>
#include <QTimeZone>

/// Course restores in words, for tables on a terminal and in a spreadsheet.
namespace liaison::app {

/// "Anne Martin (amartin)", "amartin", "an administrator".
[[nodiscard]] QString requesterText(const RestoreRow &row, const AboutRestore &about, text::Language language);
/// "Sciences / Licence 1", "default category", "category 999".
[[nodiscard]] QString categoryText(const RestoreRow &row, const AboutRestore &about, text::Language language);
/// Never, only with user data, always.
[[nodiscard]] QString enrolmentText(qint64 mode, text::Language language);
/// Who restored the same course already, and when: "Anne Martin, 3 Sep 2026, 18:04 (course 21)".
[[nodiscard]] QStringList othersText(const AboutRestore &about, text::Language language,
                                     const QTimeZone &zone = QTimeZone::systemTimeZone());

/// Why the list is empty. `elsewhere`: there are tasks, outside the scope of the profile.
[[nodiscard]] QString noRestores(bool elsewhere, text::Language language);
[[nodiscard]] QString outsideText(const RestoresOutside &outside, text::Language language);

/// Head and rows of the table for people. What has no date is a dash.
[[nodiscard]] QStringList restoreHead(text::Language language);
[[nodiscard]] QStringList restoreLine(const RestoreRow &row, const AboutRestore &about, text::Language language,
                                      const QTimeZone &zone = QTimeZone::systemTimeZone());
/// How the runner of a site stands and what its block is set to, as far as it is told.
[[nodiscard]] QStringList siteLines(const RestoreSite &site, text::Language language,
                                    const QTimeZone &zone = QTimeZone::systemTimeZone());
/// What the notes of these rows mean, each once.
[[nodiscard]] QStringList noteLines(const RestoreReview &review, text::Language language);

/// A line a restore, UTF-8 with its mark, for a spreadsheet: cells that would be taken for formulas get an apostrophe.
/// Dates in the local time zone, which the head names.
[[nodiscard]] QByteArray restoresCsv(const std::vector<RestoreRow> &rows, const RestoreReview *review,
                                     text::Language language, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace liaison::app
