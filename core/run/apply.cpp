#include "core/run/apply.h"

#include "core/base/inputerror.h"
#include "core/run/carryout.h"
#include "core/run/resume.h"
#include "core/store/runlock.h"

#include <QUuid>
#include <algorithm>

namespace liaison {
namespace {

/// As long as the observations (design 6.8): whole runs go, a checkpoint stays.
constexpr qint64 journalKeptMs = 400LL * 24 * 3600 * 1000;

bool sameServers(const Plan &plan, const Profile &profile)
{
    std::map<QString, QString> ours;
    for (const MoodleSettings &site : profile.moodle)
        ours[site.id] = site.url;
    return plan.moodleServers == ours && plan.chatServer == profile.chat.url;
}

} // namespace

Result<ApplyResult> apply(Servers &servers, const Profile &profile, store::Memory &memory, store::Journal &journal,
                          const ApplyRequest &request, const ProgressSink &progress, const StepSink &stepDone,
                          const net::CancelToken &cancel)
{
    if (const auto allowed = mayWrite(profile, request.clock()); !allowed)
        return fail(allowed.error());
    if (!servers.writer)
        return fail(inputError("read-only"));
    const auto undone = undoneRun(request.plan.origin);
    if (request.plan.origin != u"diff" && !undone)
        return fail(inputError("bad-plan", QStringLiteral("origin")));
    if (!sameServers(request.plan, profile))
        return fail(inputError("plan-servers"));
    RunJob job;
    if (undone) {
        auto done = doneSteps(journal, *undone);
        if (!done)
            return fail(done.error());
        job.undo = std::move(*done);
        job.undone = *undone;
    }
    auto chosen = chooseSteps(request.plan, request.decisions);
    if (!chosen)
        return fail(chosen.error());
    job.all = job.rest = std::move(*chosen);
    job.permission = {request.decisions, roomsReleased(request.plan, request.decisions)};

    const auto surveyed = surveyToWrite(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    if (const auto settled = settleInterrupted(servers, profile, *surveyed, journal, request.clock, cancel); !settled)
        return fail(settled.error());

    store::RunRecord record;
    record.id = request.clock().iso().remove(u'-').remove(u':').chopped(1) + u'-' +
                QUuid::createUuid().toString(QUuid::Id128).left(6);
    record.plan = request.plan.digest;
    record.origin = request.plan.origin;
    record.classes = request.plan.classes;
    record.started = request.clock();
    record.by = request.by;
    record.writer = request.writer;
    record.planned = static_cast<int>(job.all.size());
    record.servers = serversOf(profile);
    record.decisions = permissionJson(job.permission);
    job.run = record.id;
    const auto lock = store::RunLock::take(journal.database().folder(), record.id);
    if (!lock)
        return fail(lock.error());
    if (const auto expired = journal.expire(Instant{record.started.ms - journalKeptMs}, record.started); !expired)
        return fail(expired.error());
    std::vector<store::RunStep> records;
    std::transform(job.all.begin(), job.all.end(), std::back_inserter(records), recordOf);
    if (const auto begun = journal.begin(record, records); !begun)
        return fail(begun.error());
    return carryOut(servers, profile, *surveyed, memory, journal, request, job, progress, stepDone, cancel);
}

} // namespace liaison
