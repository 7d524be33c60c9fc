#pragma once

#include "core/run/doctor.h"
#include "ui/base/marks.h"
#include "ui/text/checks.h"

#include <vector>

namespace liaison::ui {

[[nodiscard]] Mark markOf(CheckResult result);
[[nodiscard]] Ink inkOf(CheckResult result);

/// The lines of one server as the page shows them: what blocks, what to watch, what is not known, what was not tried
/// (one line for all), then what is fine.
[[nodiscard]] std::vector<text::CheckLine> problemsFirst(const std::vector<Check> &checks, text::Language language);
[[nodiscard]] CheckResult worstOf(const std::vector<Check> &checks);

/// "Moodle 4.5.3", "Rocket.Chat"; with the site's name where there are several Moodles.
[[nodiscard]] QString serverName(const ServerReport &report, const CampusView &view);
[[nodiscard]] QString serverName(const ServerDiagnosis &server, const Diagnosis &diagnosis);

} // namespace liaison::ui
