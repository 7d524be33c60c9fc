#pragma once

#include "ui/base/language.h"
#include "ui/base/theme.h"

#include <QWidget>
#include <functional>

namespace liaison::ui {

/// The connection assistant in each of its states. `take` is given the window and the name of the state.
void assistantShots(ThemeHolder &theme, Language &language,
                    const std::function<void(QWidget &, const QString &)> &take);

} // namespace liaison::ui
