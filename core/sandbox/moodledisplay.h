#pragma once

#include "core/sandbox/moodlecall.h"

/// Cells of custom reports: display values in the language of the account, never codes (contract section 5).
namespace liaison::sandbox::moodle {

[[nodiscard]] QString displayYesNo(const Call &call, bool value);
[[nodiscard]] QString displayDate(const Call &call, Instant at);
[[nodiscard]] QString displayMethod(const Call &call, const QString &method);
[[nodiscard]] QString displayStatus(const Call &call, const Enrolment &enrolment);
enum class Level { Site, Category, Course };
[[nodiscard]] QString displayLevel(const Call &call, Level level);

} // namespace liaison::sandbox::moodle
