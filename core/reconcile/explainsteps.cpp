#include "core/reconcile/explainsteps.h"

#include "core/reconcile/stepwriter.h"

namespace liaison {

std::vector<ExplainStep> stepsOf(const Explained &e, const Explanation &conclusion)
{
    std::vector<ExplainStep> steps;
    writePersonSteps(e, conclusion, steps);
    writeRoomSteps(e, conclusion, steps);
    return steps;
}

} // namespace liaison
