#pragma once

#include "core/base/result.h"
#include "core/reconcile/plan.h"

#include <QByteArray>
#include <QJsonObject>

namespace liaison {

/// The document of design section 8 and 12.2, digest included: compact, keys sorted, the same plan the same bytes.
[[nodiscard]] QByteArray planToJson(const Plan &plan);
[[nodiscard]] QJsonObject planToObject(const Plan &plan);
[[nodiscard]] QJsonObject personJson(const PersonKey &person);

/// Reads a plan file. It is never believed (design 6.3): what it says can only make the set of steps smaller.
/// Errors (ErrorKind::Input): "bad-plan" not such a document, with the place; "plan-version" of another version;
/// "plan-digest" somebody edited it.
[[nodiscard]] Result<Plan> planFromJson(const QByteArray &json);

} // namespace liaison
