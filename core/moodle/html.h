#pragma once

#include <QString>

namespace liaison::moodle {

/// The text behind HTML-escaped text: numeric references, the five of XML and the named ones of Latin-1 and French
/// typography, in one pass (`&amp;lt;` gives `&lt;`). What is no reference stays as it is; tags are not touched.
[[nodiscard]] QString unescapeHtml(const QString &text);

/// The words of a small HTML message on one line: tags removed, entities resolved, cut to `limit` characters.
[[nodiscard]] QString plainMessage(const QString &html, int limit = 300);

} // namespace liaison::moodle
