#pragma once

#include "core/reconcile/explained.h"

namespace liaison {

/// The steps, in the order of design section 8's list; what no question leads to is left out.
[[nodiscard]] std::vector<ExplainStep> stepsOf(const Explained &e, const Explanation &conclusion);

} // namespace liaison
