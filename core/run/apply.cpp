#include "core/run/apply.h"

#include "core/reconcile/planid.h"
#include "core/run/roomrun.h"
#include "core/run/trouble.h"

#include <QJsonDocument>
#include <QThreadPool>
#include <QUuid>
#include <algorithm>
#include <latch>

namespace liaison {
namespace {

/// Rooms worked on side by side; each waits for the network most of the time.
constexpr int roomsAtOnce = 4;

tl::unexpected<Error> inputError(const char *code, const QString &where = {})
{
    Error e;
    e.kind = ErrorKind::Input;
    e.code = QString::fromLatin1(code);
    e.where = where;
    return fail(std::move(e));
}

bool sameServers(const Plan &plan, const Profile &profile)
{
    std::map<QString, QString> ours;
    for (const MoodleSettings &site : profile.moodle)
        ours[site.id] = site.url;
    return plan.moodleServers == ours && plan.chatServer == profile.chat.url;
}

QByteArray compact(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.isNull() ? QByteArrayLiteral("null") : QByteArray('"' + value.toString().toUtf8() + '"');
}

store::RunStep recordOf(const Step &step)
{
    store::RunStep record;
    record.id = step.id;
    record.place = step.change.place;
    record.kind = kindOf(step.change);
    if (const PersonKey *person = personOf(step.change)) {
        record.person = person->moodle;
        record.chat = person->chat;
    }
    record.before = compact(beforeOf(step.change));
    record.after = compact(afterOf(step.change));
    return record;
}

bool overRunThreshold(const std::vector<Step> &steps, const Profile &profile, const Decisions &decisions)
{
    const auto taking =
        std::count_if(steps.begin(), steps.end(), [](const Step &s) { return takesAway(kindOf(s.change)); });
    return !decisions.confirmRemovals && taking > profile.policy.thresholds.runMax;
}

} // namespace

Result<ApplyResult> apply(Servers &servers, const Profile &profile, store::Memory &memory, store::Journal &journal,
                          const ApplyRequest &request, const ProgressSink &progress, const StepSink &stepDone,
                          const net::CancelToken &cancel)
{
    if (profile.readOnly || !servers.writer)
        return inputError("read-only");
    if (request.plan.origin != u"diff")
        return inputError("bad-plan", QStringLiteral("origin"));
    if (!sameServers(request.plan, profile))
        return inputError("plan-servers");
    const auto chosen = chooseSteps(request.plan, request.decisions);
    if (!chosen)
        return fail(chosen.error());

    const auto surveyed = survey(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    if (surveyed->chatDown)
        return fail(*surveyed->chatDown);
    if (std::all_of(surveyed->sites.begin(), surveyed->sites.end(),
                    [](const SiteSurvey &s) { return s.down.has_value(); }))
        return fail(*surveyed->sites.front().down);

    store::RunRecord record;
    record.id = request.clock().iso().remove(u'-').remove(u':').chopped(1) + u'-' +
                QUuid::createUuid().toString(QUuid::Id128).left(6);
    record.plan = request.plan.digest;
    record.origin = request.plan.origin;
    record.classes = request.plan.classes;
    record.started = request.clock();
    record.by = request.by;
    record.writer = request.writer;
    record.planned = static_cast<int>(chosen->size());
    std::vector<store::RunStep> records;
    std::transform(chosen->begin(), chosen->end(), std::back_inserter(records), recordOf);
    if (const auto begun = journal.begin(record, records); !begun)
        return fail(begun.error());

    std::vector<std::pair<QString, std::vector<Step>>> rooms;
    for (const Step &step : *chosen) {
        const QString room = step.change.place.room.value_or(QString());
        auto it = std::find_if(rooms.begin(), rooms.end(), [&](const auto &r) { return r.first == room; });
        if (it == rooms.end())
            it = rooms.insert(rooms.end(), {room, {}});
        it->second.push_back(step);
    }
    RunContext context{.servers = servers,
                       .profile = profile,
                       .survey = *surveyed,
                       .memory = memory,
                       .journal = journal,
                       .request = request,
                       .released = roomsReleased(request.plan, request.decisions),
                       .overRunThreshold = overRunThreshold(*chosen, profile, request.decisions),
                       .run = record.id,
                       .cancel = cancel,
                       .stepDone = stepDone,
                       .mutex = {},
                       .stopped = {},
                       .results = {}};
    QThreadPool workers;
    workers.setMaxThreadCount(roomsAtOnce);
    std::latch finished(static_cast<std::ptrdiff_t>(rooms.size()));
    std::atomic_int done = 0;
    for (auto &[room, steps] : rooms) {
        workers.start([&, id = room, own = steps] {
            RoomRun(context, id, own).carryOut();
            if (progress)
                progress({QStringLiteral("apply"), done += static_cast<int>(own.size()), record.planned});
            finished.count_down();
        });
    }
    finished.wait();

    ApplyResult result;
    result.run = record.id;
    result.planned = record.planned;
    for (const Step &step : *chosen) {
        const auto it = context.results.find(step.id);
        StepResult r =
            it == context.results.end() ? StepResult{step.id, Outcome::Skipped, context.whyStopped()} : it->second;
        switch (r.outcome) {
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
        result.steps.push_back(std::move(r));
    }
    const bool stopped = !context.whyStopped().isEmpty();
    result.state = result.done == result.planned ? RunState::Done : stopped ? RunState::Stopped : RunState::Partly;
    if (const auto ended = journal.end(record.id, result.state, request.clock());
        !ended && result.state == RunState::Done)
        result.state = RunState::Interrupted;
    return result;
}

} // namespace liaison
