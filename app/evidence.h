#pragma once

#include "core/base/result.h"
#include "core/run/campus.h"
#include "core/run/profile.h"
#include "ui/text/text.h"

namespace liaison::app {

/// What a data-protection officer gets: how long messages are kept in each room, as read at one moment. Names of
/// courses and rooms, durations and dates; nobody's name, and nothing that anybody wrote.
struct Evidence
{
    Instant at; ///< this machine's time of the reading
    QString profile;
    std::vector<std::pair<QString, QString>> moodles; ///< site id, URL
    QString chat;
    std::vector<RetentionRow> rows;
    std::vector<Unknown> unread; ///< sites and courses of which no room is known
    bool measured = false;       ///< the oldest messages were asked for
};

[[nodiscard]] Evidence evidenceOf(const Profile &profile, Instant at, std::vector<RetentionRow> rows,
                                  std::vector<Unknown> unread, bool measured);

/// One page that needs nothing beside itself: no script, no image, no address is loaded.
[[nodiscard]] QByteArray evidenceHtml(const Evidence &evidence, text::Language language);
/// A line a link, UTF-8 with its mark, for a spreadsheet: cells that would be taken for formulas get an apostrophe.
[[nodiscard]] QByteArray evidenceCsv(const Evidence &evidence, text::Language language);

/// ".html" or ".csv", in any case: else it is not a name of such a file.
[[nodiscard]] bool isEvidenceName(const QString &path);
/// CSV where the name ends in .csv, else HTML; readable by its owner only. Gives the SHA-256 of what was written, in
/// hex, for a register. Errors: "file-exists" unless `replace` (evidence is not overwritten by accident),
/// "file-not-writable".
[[nodiscard]] Result<QString> writeEvidence(const Evidence &evidence, text::Language language, const QString &path,
                                            bool replace);

} // namespace liaison::app
