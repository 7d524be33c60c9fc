#pragma once

#include "core/reconcile/severalrooms.h"
#include "ui/text/text.h"

#include <QJsonArray>

namespace liaison::app {

/// "ALG1 has 2 rooms. The same 34 people are in all of them. Go on with algebra (R1), ...": one course.
[[nodiscard]] QString severalText(text::Language language, const Snapshot &snapshot, const SeveralRooms &several);
/// The property `several` of `courses --several --json`.
[[nodiscard]] QJsonArray severalJson(const Snapshot &snapshot, const std::vector<SeveralRooms> &all);

} // namespace liaison::app
