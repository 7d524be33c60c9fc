#pragma once

#include "ui/base/language.h"

class QWidget;

namespace liaison::ui {

/// Every token, mark, control and row kind on one sheet, in the running theme and language.
[[nodiscard]] QWidget *componentSheet(const Language &language);

} // namespace liaison::ui
