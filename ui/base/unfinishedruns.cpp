#include "ui/base/unfinishedruns.h"

namespace liaison::ui {

int stepsLeft(const store::RunRecord &run)
{
    return run.planned - run.done - run.stale - run.failed;
}

std::vector<store::RunRecord> unfinishedRuns(const std::vector<store::RunRecord> &newestFirst)
{
    std::vector<store::RunRecord> out;
    for (const store::RunRecord &run : newestFirst) {
        if (run.state == RunState::Interrupted && stepsLeft(run) > 0)
            out.push_back(run);
        else if (run.state == RunState::Done || run.state == RunState::Partly)
            break;
    }
    return out;
}

} // namespace liaison::ui
