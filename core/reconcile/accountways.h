#pragma once

#include "core/reconcile/explain.h"

namespace liaison {

/// How a chat account that is not there would come into being, as far as the servers told; empty: nobody told. Steps of
/// a person without account in the room of that link; `chatReadAt`: of the settings.
[[nodiscard]] std::vector<ExplainStep> waysToAccount(const Snapshot &snapshot, const Site &site, Instant chatReadAt);

} // namespace liaison
