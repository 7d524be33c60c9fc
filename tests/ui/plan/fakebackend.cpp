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

/// The steps of one run of yesterday and of today's.
void FakeBackend::history(const store::HistoryOf &of)
{
    histories.push_back(of);
    QTimer::singleShot(0, this, [this, of] {
        auto steps = std::make_shared<std::vector<store::HistoryStep>>();
        const store::RunRecord &run = m_view->runs.front();
        for (const store::RunStep &step : stepsOfRun()) {
            const auto has = [](const auto &list, const auto &value) {
                return std::find(list.begin(), list.end(), value) != list.end();
            };
            const bool place = !of.namesPlace() || (step.place.room && has(of.rooms, *step.place.room)) ||
                               (step.place.cmid && has(of.links, LinkKey{step.place.site, *step.place.cmid}));
            const bool person = !of.namesPerson() || (step.chat && has(of.accounts, *step.chat)) ||
                                (step.person && has(of.people, store::SitePerson{step.place.site, *step.person}));
            if (place && person)
                steps->push_back({run.id, run.started, run.by, run.state, step});
        }
        Q_EMIT historyReady(of, steps);
    });
}

void FakeBackend::touched()
{
    QTimer::singleShot(0, this, [this] {
        auto touched = std::make_shared<store::Touched>();
        for (const store::RunStep &step : stepsOfRun()) {
            if (step.place.room &&
                std::find(touched->rooms.begin(), touched->rooms.end(), *step.place.room) == touched->rooms.end())
                touched->rooms.push_back(*step.place.room);
            if (step.chat || step.person)
                touched->people.push_back({step.place.site, step.person, step.chat});
        }
        Q_EMIT touchedReady(touched);
    });
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
