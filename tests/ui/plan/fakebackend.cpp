#include "tests/ui/plan/fakebackend.h"

#include "ui/plan/tally.h"
#include "ui/plan/ticks.h"

namespace liaison::tests {

std::vector<store::RunStep> FakeBackend::stepsOfRun() const
{
    const ui::Ticks ticks(campusPlan(m_view));
    std::vector<store::RunStep> steps = ui::runSteps(ticks.chosen());
    ui::settle(steps, campusResult(ticks.chosen()));
    for (store::RunStep &step : steps)
        step.at = Instant::fromIso(QStringLiteral("2026-11-20T10:08:12Z"));
    return steps;
}

} // namespace liaison::tests
