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

void FakeBackend::undo(const QString &run)
{
    undone.push_back(run);
    QTimer::singleShot(0, this, [this, run] {
        if (refuse) {
            Q_EMIT undoFailed(*refuse);
            return;
        }
        auto undo = std::make_shared<Undo>();
        undo->plan = *campusPlan(m_view);
        undo->plan.origin = u"undo:" + run;
        undo->left.push_back({undo->plan.steps.front().id, undo->plan.steps.front().change, NotUndone::ChangedSince});
        if (emptyUndo) {
            undo->plan = Plan();
            undo->plan.origin = u"undo:" + run;
        }
        Q_EMIT undoReady(undo);
    });
}

} // namespace liaison::tests
