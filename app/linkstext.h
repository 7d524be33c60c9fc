#pragma once

#include "app/arguments.h"
#include "ui/text/text.h"

#include <QString>

namespace liaison::app {

[[nodiscard]] bool isLinksImport(const Arguments &arguments);

/// What `links import --help` prints: the one SELECT for each kind of database, and how to make the file with it.
[[nodiscard]] QString linksImportHelp(text::Language language);

/// Said before a long reading starts.
[[nodiscard]] QString longReadingText(text::Language language, int requests, int seconds);

/// "34 links of the site main were imported, as of 2026-11-20 08:00 UTC."
[[nodiscard]] QString importedText(text::Language language, int links, const QString &site, const QString &date);

/// Heading: who made the room of a guess, which is half of the guess.
[[nodiscard]] QString madeByText(text::Language language);

} // namespace liaison::app
