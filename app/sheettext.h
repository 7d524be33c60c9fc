#pragma once

#include "app/output.h"
#include "core/run/grantsheet.h"

/// One page to hand to the administrators of Moodle and of the chat server: `doctor --sheet`.
namespace liaison::app {

[[nodiscard]] QString serverOf(const Grant &grant); ///< "moodle", "rocketchat"
[[nodiscard]] QString codeOf(Grant::Kind kind);     ///< "function", "capability", "permission"
[[nodiscard]] QString codeOf(Grant::Need need);     ///< "reading", "companion", "without-companion", ...
[[nodiscard]] QString nameOf(Grant::Need need, text::Language language);
/// The whole page, line by line.
[[nodiscard]] QStringList sheetLines(const std::vector<Grant> &sheet, bool readOnly, text::Language language);
void printSheet(const std::vector<Grant> &sheet, bool readOnly, Output &out);

} // namespace liaison::app
