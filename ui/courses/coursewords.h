#pragma once

#include "core/base/instant.h"
#include "core/model/codes.h"
#include "ui/text/text.h"

#include <QString>

/// Short forms of numbers, ages and joined words that several parts of the page share.
namespace liaison::ui {

/// What stands for "does not exist" and for "not known" in every cell (guide section 2).
inline constexpr QChar emDash = QChar(0x2014);
inline constexpr QChar notKnown = QChar(u'?');

/// "4 min", "2 h", "3 d": the age column. Below a minute "now".
[[nodiscard]] QString shortAge(text::Language language, qint64 milliseconds);

} // namespace liaison::ui
