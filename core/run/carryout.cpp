#include "core/run/carryout.h"

#include "core/run/roomrun.h"

#include <QThreadPool>
#include <algorithm>
#include <latch>

namespace liaison {
namespace {

/// Rooms worked on side by side; each waits for the network most of the time.
constexpr int roomsAtOnce = 4;

/// Judged on all steps that were chosen, so that a resumed run stands under the same rule as its first start.
bool overRunThreshold(const std::vector<Step> &steps, const Profile &profile, const Decisions &decisions)
{
    const auto taking =
        std::count_if(steps.begin(), steps.end(), [](const Step &s) { return takesAway(kindOf(s.change)); });
    return !decisions.confirmRemovals && taking > profile.policy.thresholds.runMax;
}

void count(ApplyResult &result, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        ++result.done;
        break;
    case Outcome::Skipped:
        ++result.skipped;
        break;
    case Outcome::Stale:
        ++result.stale;
        break;
    case Outcome::Failed:
        ++result.failed;
        break;
    }
}

} // namespace

Result<void> mayWrite(const Profile &profile, Instant now)
{
    const auto refused = [](const char *code, const QString &where) {
        return fail(Error{ErrorKind::Input, QString::fromLatin1(code), where, 0, {}, {}});
    };
    if (profile.readOnly)
        return refused("read-only", {});
    if (profile.hours && !isWithin(*profile.hours, now))
        return refused("outside-hours", hoursText(*profile.hours));
    return {};
}

Result<Survey> surveyToWrite(Servers &servers, const Profile &profile, store::Memory &memory,
                             const ProgressSink &progress, const net::CancelToken &cancel)
{
    auto surveyed = survey(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return surveyed;
    if (surveyed->chatDown)
        return fail(*surveyed->chatDown);
    if (std::all_of(surveyed->sites.begin(), surveyed->sites.end(),
                    [](const SiteSurvey &s) { return s.down.has_value(); }))
        return fail(*surveyed->sites.front().down);
    return surveyed;
}

Result<std::vector<DoneStep>> doneSteps(store::Journal &journal, const QString &run)
{
    const auto record = journal.record(run);
    if (!record)
        return fail(record.error());
    const auto steps = journal.steps(record->id);
    if (!steps)
        return fail(steps.error());
    std::vector<DoneStep> done;
    for (const store::RunStep &step : *steps) {
        if (step.outcome == Outcome::Done)
            done.push_back({step.id, stepOf(step).change});
    }
    return done;
}

ApplyResult carryOut(Servers &servers, const Profile &profile, const Survey &survey, store::Memory &memory,
                     store::Journal &journal, const ApplyRequest &request, const RunJob &job,
                     const ProgressSink &progress, const StepSink &stepDone, const net::CancelToken &cancel)
{
    std::vector<std::pair<QString, std::vector<Step>>> rooms;
    for (const Step &step : job.rest) {
        const QString room = step.change.place.room.value_or(QString());
        auto it = std::find_if(rooms.begin(), rooms.end(), [&](const auto &r) { return r.first == room; });
        if (it == rooms.end())
            it = rooms.insert(rooms.end(), {room, {}});
        it->second.push_back(step);
    }
    servers.recentAccounts.clear(); // of an earlier run
    RunContext context{.servers = servers,
                       .profile = profile,
                       .survey = survey,
                       .memory = memory,
                       .journal = journal,
                       .request = request,
                       .job = job,
                       .overRunThreshold = overRunThreshold(job.all, profile, job.permission.decisions),
                       .cancel = cancel,
                       .stepDone = stepDone,
                       .mutex = {},
                       .stopped = {},
                       .results = job.settled};
    QThreadPool workers;
    workers.setMaxThreadCount(roomsAtOnce);
    std::latch finished(static_cast<std::ptrdiff_t>(rooms.size()));
    std::atomic_int done = static_cast<int>(job.all.size() - job.rest.size());
    for (auto &[room, steps] : rooms) {
        workers.start([&, id = room, own = steps] {
            RoomRun(context, id, own).carryOut();
            if (progress)
                progress(
                    {QStringLiteral("apply"), done += static_cast<int>(own.size()), static_cast<int>(job.all.size())});
            finished.count_down();
        });
    }
    finished.wait();

    ApplyResult result;
    result.run = job.run;
    result.planned = static_cast<int>(job.all.size());
    for (const Step &step : job.all) {
        const auto it = context.results.find(step.id);
        StepResult r =
            it == context.results.end() ? StepResult{step.id, Outcome::Skipped, context.whyStopped()} : it->second;
        count(result, r.outcome);
        result.steps.push_back(std::move(r));
    }
    const bool stopped = !context.whyStopped().isEmpty();
    result.state = result.done == result.planned ? RunState::Done : stopped ? RunState::Stopped : RunState::Partly;
    if (const auto ended = journal.end(job.run, result.state, request.clock()); !ended) {
        result.state = RunState::Interrupted;
        result.journalTrouble = ended.error();
    }
    return result;
}

} // namespace liaison
