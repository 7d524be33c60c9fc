#pragma once

#include "core/reconcile/plan.h"
#include "core/run/profile.h"
#include "core/run/selection.h"
#include "core/store/journal.h"

namespace liaison {

/// A step as the journal keeps it: ids only, with the state before and after.
[[nodiscard]] store::RunStep recordOf(const Step &step);
/// And back. What the journal does not keep (login, reason, cause) is empty; nothing is decided by it.
[[nodiscard]] Step stepOf(const store::RunStep &record);

/// The servers of a profile, as in a plan document.
[[nodiscard]] QJsonObject serversOf(const Profile &profile);

/// What a person lifted or confirmed, kept with the run: a resumed run may do what the first start might, no more.
struct RunPermission
{
    Decisions decisions;
    QSet<QString> rooms; ///< of which something was released
};
[[nodiscard]] QJsonObject permissionJson(const RunPermission &permission);
[[nodiscard]] RunPermission permissionFrom(const QJsonObject &json);

} // namespace liaison
