#pragma once

#include "core/model/check.h"
#include "ui/text/text.h"

namespace liaison::text {

/// One step of the diagnosis for people: "Certificate", "Valid until ...", and what to do.
struct CheckWords
{
    QString what, value;
    QString remedy; ///< empty where there is nothing to do; several lines for several defects
};

[[nodiscard]] CheckWords of(const Check &check, Language language);
/// A line of the report: one step, or all rights of one feature that are granted, or that nobody tells, together.
struct CheckLine
{
    CheckResult result = CheckResult::Fine;
    CheckWords words;
};
/// In the order of the checks; what is missing keeps a line of its own with its remedy.
[[nodiscard]] std::vector<CheckLine> linesOf(const std::vector<Check> &checks, Language language);
/// "[ok]", "[!]", "[x]", "[?]", "[-]": for reports without pictures.
[[nodiscard]] QString signOf(CheckResult result);

/// "Granted", "To watch": the result as one word.
[[nodiscard]] QString wordOf(CheckResult result, Language language);
/// "fine", "watch", "blocking", "not-known", "not-tried".
[[nodiscard]] QString codeOf(CheckResult result);
/// "12 fine, 2 to watch, 1 blocking, 3 not known": what is zero is left out.
[[nodiscard]] QString summaryOf(const std::vector<Check> &checks, Language language);

} // namespace liaison::text
