#pragma once

#include "core/run/restorereview.h"
#include "ui/text/text.h"

#include <QJsonObject>

/// The document of `restores list` (docs/schemas/restores.json).
namespace liaison::app {

[[nodiscard]] QJsonObject restoreJson(const RestoreRow &row, const AboutRestore &about, bool membersRead,
                                      text::Language language);
[[nodiscard]] QJsonObject restoreSiteJson(const RestoreSite &site, text::Language language);

} // namespace liaison::app
