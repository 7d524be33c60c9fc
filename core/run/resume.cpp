#include "core/run/resume.h"

#include "core/base/inputerror.h"
#include "core/reconcile/diff.h"
#include "core/run/carryout.h"
#include "core/run/roomreading.h"
#include "core/store/runlock.h"

#include <QJsonArray>
#include <algorithm>

namespace liaison {
namespace {

/// Steps of which a call was announced, with the calls.
std::map<QString, QStringList> intentsOf(const std::vector<store::JournalEntry> &entries)
{
    std::map<QString, QStringList> calls;
    for (const store::JournalEntry &entry : entries) {
        if (entry.type != u"intent")
            continue;
        const QString call = entry.body.value(QLatin1String("call")).toString();
        const QJsonArray ids = entry.body.value(QLatin1String("steps")).toArray();
        for (const QJsonValue &id : ids)
            calls[id.toString()] << call;
    }
    return calls;
}

/// Sent, and nobody could read the room afterwards: what became of it is told by a reading.
bool inDoubt(const store::RunStep &step)
{
    return step.outcome == Outcome::Failed && step.detail == u"look-here";
}

/// nullopt: there is no such room any more.
Result<std::optional<RoomState>> roomNow(Servers &servers, const Survey &survey, const QString &room,
                                         const QStringList &accounts, const net::CancelToken &cancel)
{
    const auto info = servers.chat->room(room, cancel);
    if (!info)
        return fail(info.error());
    if (!*info)
        return std::nullopt;
    RoomState state;
    if (!accounts.isEmpty()) {
        auto members = readRoomMembers(*servers.chat, survey, **info, accounts, cancel);
        if (!members)
            return fail(members.error());
        state = std::move(*members);
    }
    fillSettings(state, **info);
    return state;
}

/// Settles what was sent before the writer died, by reading the rooms. False: a room could not be read now, and only
/// its steps stay open.
Result<bool> settleRun(Servers &servers, const Survey &survey, store::Journal &journal, const store::RunRecord &run,
                       const std::function<Instant()> &clock, const net::CancelToken &cancel)
{
    const auto steps = journal.steps(run.id);
    if (!steps)
        return fail(steps.error());
    const auto entries = journal.entries(run.id);
    if (!entries)
        return fail(entries.error());
    const auto sent = intentsOf(*entries);

    std::map<QString, std::vector<const store::RunStep *>> open; // by room
    std::vector<std::pair<QString, Outcome>> outcomes;
    std::vector<QString> details;
    const auto settle = [&](const QString &id, Outcome outcome, const QString &detail) {
        outcomes.emplace_back(id, outcome);
        details.push_back(detail);
    };
    for (const store::RunStep &step : *steps) {
        if (step.outcome && !inDoubt(step))
            continue;
        if (sent.contains(step.id) && step.place.room)
            open[*step.place.room].push_back(&step);
        else
            settle(step.id, Outcome::Skipped, QStringLiteral("interrupted"));
    }
    bool whole = true;
    for (const auto &[room, own] : open) {
        QStringList accounts;
        for (const store::RunStep *step : own) {
            if (step->chat)
                accounts << *step->chat;
        }
        const auto state = roomNow(servers, survey, room, accounts, cancel);
        if (!state) {
            whole = false;
            continue;
        }
        for (const store::RunStep *step : own) {
            if (!*state) { // gone for good: no reading will ever tell
                settle(step->id, Outcome::Failed, QStringLiteral("look-here"));
                continue;
            }
            const bool done = inEffect(**state, stepOf(*step).change) == Tri::Yes;
            settle(step->id, done ? Outcome::Done : Outcome::Skipped, done ? QString() : QStringLiteral("interrupted"));
        }
    }
    if (!outcomes.empty()) {
        if (const auto written = journal.outcomes(run.id, outcomes, details, clock()); !written)
            return fail(written.error());
    }
    return whole;
}

} // namespace

Result<int> settleInterrupted(Servers &servers, const Profile &profile, const Survey &survey, store::Journal &journal,
                              const std::function<Instant()> &clock, const net::CancelToken &cancel)
{
    const auto runs = journal.runs();
    if (!runs)
        return fail(runs.error());
    int settled = 0;
    for (const store::RunRecord &run : *runs) {
        if (run.state != RunState::Interrupted || run.finished.isKnown() || run.servers != serversOf(profile))
            continue;
        const auto lock = store::RunLock::take(journal.database().folder(), run.id);
        if (!lock)
            continue; // somebody else is at it
        const auto done = settleRun(servers, survey, journal, run, clock, cancel);
        if (!done)
            return fail(done.error());
        if (!*done)
            continue;
        if (const auto ended = journal.end(run.id, RunState::Interrupted, clock()); !ended)
            return fail(ended.error());
        ++settled;
    }
    return settled;
}

Result<ApplyResult> resume(Servers &servers, const Profile &profile, store::Memory &memory, store::Journal &journal,
                           const ResumeRequest &request, const ProgressSink &progress, const StepSink &stepDone,
                           const net::CancelToken &cancel)
{
    if (const auto allowed = mayWrite(profile, request.clock()); !allowed)
        return fail(allowed.error());
    auto run = journal.record(request.run);
    if (!run)
        return fail(run.error());
    if (run->servers != serversOf(profile))
        return fail(inputError("plan-servers", run->id));
    if (run->state == RunState::Running)
        return fail(inputError("run-in-use", run->id));
    const auto surveyed = surveyToWrite(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    if (const auto others = settleInterrupted(servers, profile, *surveyed, journal, request.clock, cancel); !others)
        return fail(others.error());
    const auto lock = store::RunLock::take(journal.database().folder(), run->id);
    if (!lock)
        return fail(lock.error());

    // A run that ended in doubt (the token was lost before the rooms were read back) is settled like one that died.
    // Where a room still cannot be read, its steps are tried like others: only after the room was read.
    const auto settled = settleRun(servers, *surveyed, journal, *run, request.clock, cancel);
    if (!settled)
        return fail(settled.error());
    RunJob job;
    job.run = run->id;
    job.permission = permissionFrom(run->decisions);
    const auto steps = journal.steps(run->id);
    if (!steps)
        return fail(steps.error());
    const auto entries = journal.entries(run->id);
    if (!entries)
        return fail(entries.error());
    for (const auto &[id, calls] : intentsOf(*entries)) {
        if (calls.contains(QStringLiteral("add")))
            job.added.insert(id);
    }
    for (const store::RunStep &record : *steps) {
        job.all.push_back(stepOf(record));
        if (!record.outcome || record.outcome == Outcome::Skipped)
            job.rest.push_back(job.all.back());
        else
            job.settled[record.id] = {record.id, *record.outcome, record.detail};
    }
    // An interrupted run of which everything turned out to be done still needs its end.
    if (job.rest.empty() && run->state != RunState::Interrupted)
        return fail(inputError("nothing-to-resume", run->id));
    if (const auto undone = undoneRun(run->origin)) {
        auto done = doneSteps(journal, *undone);
        if (!done)
            return fail(done.error());
        job.undo = std::move(*done);
        job.undone = *undone;
    }
    ApplyRequest again;
    again.plan.origin = run->origin;
    again.plan.classes = run->classes;
    again.plan.digest = run->plan;
    again.decisions = job.permission.decisions;
    again.by = request.by;
    again.writer = request.writer;
    again.clock = request.clock;
    again.pause = request.pause;
    if (const auto begun = journal.again(run->id, request.by, request.writer, request.clock()); !begun)
        return fail(begun.error());
    return carryOut(servers, profile, *surveyed, memory, journal, again, job, progress, stepDone, cancel);
}

Result<UndoMade> makeUndo(Servers &servers, const Profile &profile, store::Memory &memory, store::Journal &journal,
                          const QString &run, const std::function<Instant()> &clock, const ProgressSink &progress,
                          const net::CancelToken &cancel)
{
    const auto record = journal.record(run);
    if (!record)
        return fail(record.error());
    if (record->servers != serversOf(profile))
        return fail(inputError("plan-servers", record->id));
    if (record->state == RunState::Running)
        return fail(inputError("run-in-use", record->id));
    const auto surveyed = surveyToWrite(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    if (const auto settled = settleInterrupted(servers, profile, *surveyed, journal, clock, cancel); !settled)
        return fail(settled.error());
    const auto steps = doneSteps(journal, record->id);
    if (!steps)
        return fail(steps.error());
    QSet<QString> rooms;
    ObserveOptions options;
    for (const DoneStep &step : *steps) {
        if (step.change.place.room)
            rooms.insert(*step.change.place.room);
        if (const PersonKey *person = personOf(step.change); person && person->chat)
            options.accounts.insert(*person->chat);
    }
    std::vector<LinkKey> keys;
    for (const SurveyedLink &link : surveyed->links) {
        if (rooms.contains(link.room))
            keys.push_back(link.key);
    }
    const auto observed = observe(servers, profile, *surveyed, memory, keys, options, progress, cancel);
    if (!observed)
        return fail(observed.error());
    const Diff now = diff(*observed->snapshot, profile.policy, observed->history);
    return UndoMade{undoOf(*observed->snapshot, now, profile.policy, record->id, *steps), observed->snapshot};
}

} // namespace liaison
