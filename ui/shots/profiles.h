#pragma once

#include "ui/base/page.h"

#include <functional>

class QWidget;

namespace liaison::ui {

/// The window over sample profiles in every state of their pages; `take` is called with each.
void eachProfilesPicture(ThemeHolder &theme, Language &language,
                         const std::function<void(QWidget &window, const QString &state)> &take);

} // namespace liaison::ui
