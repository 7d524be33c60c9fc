#pragma once

#include "tests/unit/casefile.h"

/// Facts of the case language about policies; the other facts are in caseworld.cpp.
namespace liaison::tests {

[[nodiscard]] QStringList parts(const QString &text, QChar separator);
/// "90 days files only", "off"
[[nodiscard]] Retention retention(const QString &value);

void policy(SmallWorld &w, const Statement &s);
void roles(SmallWorld &w, const Statement &s);
void pluginRoles(SmallWorld &w, const Statement &s);
void identity(SmallWorld &w, const Statement &s);

} // namespace liaison::tests
