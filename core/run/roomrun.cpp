#include "core/run/roomrun.h"

#include "core/run/roomreading.h"
#include "core/run/trouble.h"

#include <QElapsedTimer>
#include <algorithm>

namespace liaison {
namespace {

/// After a longer pause the room is read again before the next write (design rule 7).
constexpr qint64 freshForMs = 60000;

QString callName(Batch::Call call)
{
    switch (call) {
    case Batch::Call::Unarchive:
        return QStringLiteral("unarchive");
    case Batch::Call::SetRetention:
        return QStringLiteral("set-retention");
    case Batch::Call::Add:
        return QStringLiteral("add");
    case Batch::Call::MakeModerator:
        return QStringLiteral("make-moderator");
    case Batch::Call::RemoveModerator:
        return QStringLiteral("remove-moderator");
    case Batch::Call::Remove:
        return QStringLiteral("remove");
    case Batch::Call::Archive:
        return QStringLiteral("archive");
    case Batch::Call::CreateAccount:
        return QStringLiteral("create-account");
    case Batch::Call::CreateRoom:
        return QStringLiteral("create-room");
    }
    return {};
}

chat::Retention toChat(const Retention &r)
{
    chat::Retention out;
    out.enabled = r.enabled;
    out.overrideGlobal = r.overrideGlobal;
    if (r.maxAge)
        out.maxAge = *r.maxAge;
    out.excludePinned = r.excludePinned;
    out.filesOnly = r.filesOnly;
    out.ignoreThreads = r.ignoreThreads;
    return out;
}

} // namespace

void RunContext::settle(const Step &step, Outcome outcome, const QString &detail)
{
    StepResult result{step.id, outcome, detail};
    {
        const std::lock_guard lock(mutex);
        results[step.id] = result;
    }
    if (stepDone)
        stepDone(result);
}

void RunContext::stop(const QString &detail)
{
    const std::lock_guard lock(mutex);
    if (stopped.isEmpty())
        stopped = detail;
}

QString RunContext::whyStopped()
{
    if (cancel.isCancelled())
        return QStringLiteral("cancelled");
    const std::lock_guard lock(mutex);
    return stopped;
}

RoomRun::RoomRun(RunContext &run, QString room, std::vector<Step> steps)
    : c(run), m_room(std::move(room)), m_steps(std::move(steps)), m_added(run.job.added)
{
}

void RoomRun::skipRest(const std::vector<Step> &steps, const QString &detail)
{
    for (const Step &step : steps)
        c.settle(step, Outcome::Skipped, detail);
    journalOutcomes(steps);
}

std::vector<Step> RoomRun::unsettled(const std::vector<Step> &steps)
{
    const std::lock_guard lock(c.mutex);
    std::vector<Step> rest;
    std::copy_if(steps.begin(), steps.end(), std::back_inserter(rest),
                 [&](const Step &step) { return !c.results.contains(step.id); });
    return rest;
}

void RoomRun::journalOutcomes(const std::vector<Step> &steps)
{
    std::vector<std::pair<QString, Outcome>> outcomes;
    std::vector<QString> details;
    {
        const std::lock_guard lock(c.mutex);
        for (const Step &step : steps) {
            const auto it = c.results.find(step.id);
            if (it == c.results.end())
                continue;
            outcomes.emplace_back(step.id, it->second.outcome);
            details.push_back(it->second.detail);
        }
    }
    if (outcomes.empty())
        return;
    if (const auto written = c.journal.outcomes(c.job.run, outcomes, details, c.request.clock()); !written)
        c.stop(written.error().code); // nothing more is sent that could not be recorded
}

Result<chat::WriteReply> RoomRun::send(const Batch &batch, const std::vector<Step> &steps)
{
    chat::ChatWriter &chat = *c.servers.writer;
    const Change &change = steps[batch.steps.front()].change;
    const PersonKey *person = personOf(change);
    const QString id = person ? person->chat.value_or(QString()) : QString();
    switch (batch.call) {
    case Batch::Call::Unarchive:
        return chat.archive(m_room, false, c.cancel);
    case Batch::Call::Archive:
        return chat.archive(m_room, true, c.cancel);
    case Batch::Call::SetRetention:
        return chat.setRetention(m_room, toChat(std::get<SetRetention>(change.what).after), c.cancel);
    case Batch::Call::Add: {
        QStringList ids;
        for (size_t i : batch.steps)
            ids << personOf(steps[i].change)->chat.value_or(QString());
        return chat.add(m_room, ids, c.cancel);
    }
    case Batch::Call::MakeModerator:
        return chat.setModerator(m_room, id, true, c.cancel);
    case Batch::Call::RemoveModerator:
        return chat.setModerator(m_room, id, false, c.cancel);
    case Batch::Call::Remove:
        return chat.remove(m_room, id, c.cancel);
    case Batch::Call::CreateAccount:
    case Batch::Call::CreateRoom:
        break; // not among the declared abilities: never planned
    }
    return fail(Error{ErrorKind::Rejected, QStringLiteral("refused-by-server"), callName(batch.call), 0, {}, {}});
}

/// False when the room should not be written to any more.
bool RoomRun::sendBatch(const Batch &batch, const std::vector<Step> &steps)
{
    std::vector<QString> ids;
    for (size_t i : batch.steps)
        ids.push_back(steps[i].id);
    if (batch.call == Batch::Call::MakeModerator && m_refused.contains(ids.front()))
        return true; // who could not be added cannot be made moderator
    if (const auto written = c.journal.intent(c.job.run, callName(batch.call), m_room, ids, c.request.clock());
        !written) {
        c.stop(written.error().code);
        return false;
    }
    const auto reply = send(batch, steps);
    if (!reply && reply.error().kind == ErrorKind::Cancelled)
        return false; // cancelled while it waited: it was not sent
    for (const QString &id : ids) {
        m_sent.insert(id);
        if (batch.call == Batch::Call::Add)
            m_added.insert(id);
        else if (batch.call == Batch::Call::MakeModerator)
            m_promoted.insert(id);
    }
    if (reply)
        return true;
    const Error &e = reply.error();
    for (const QString &id : ids)
        m_refused[id] = detailOf(e);
    if (e.kind == ErrorKind::Unauthorized) {
        c.stop(QStringLiteral("token-lost"));
        return false;
    }
    // Nobody knows what happened: the reading tells, and nothing more is sent on top of it.
    return !isUndecoded(e);
}

Result<RoomState> RoomRun::readBack(const std::vector<Step> &open, bool people)
{
    if (people) {
        QStringList accounts;
        for (const Step &step : open)
            accounts << personOf(step.change)->chat.value_or(QString());
        return readRoomMembers(*c.servers.chat, c.survey, m_info, accounts, {});
    }
    RoomState state;
    const auto info = c.servers.chat->room(m_room, {});
    if (!info)
        return fail(info.error());
    if (*info)
        fillSettings(state, **info);
    return state;
}

bool RoomRun::isHalfDone(const RoomState &state, const Step &step) const
{
    const auto *add = std::get_if<AddMember>(&step.change.what);
    if (!add || add->as != MemberRole::Moderator || m_promoted.contains(step.id) || !add->person.chat)
        return false;
    const auto member = state.members.constFind(*add->person.chat);
    return member != state.members.constEnd() && !(*member & (RoomModerator | RoomOwner));
}

void RoomRun::settleFromReading(const std::vector<Step> &steps, bool people)
{
    std::vector<Step> open;
    for (const Step &step : steps) {
        if (m_sent.contains(step.id) && (personOf(step.change) != nullptr) == people)
            open.push_back(step);
    }
    if (open.empty())
        return;
    const auto state = readBack(open, people);
    for (const Step &step : open) {
        const auto refused = m_refused.find(step.id);
        if (state && isHalfDone(*state, step)) { // nobody answered, but the person is in: the rest of it can go on
            m_refused.erase(step.id);
            m_sent.remove(step.id);
            continue;
        }
        if (!state) {
            c.settle(step, Outcome::Failed, QStringLiteral("look-here"));
        } else if (inEffect(*state, step.change) == Tri::Yes) {
            c.settle(step, Outcome::Done, {});
        } else {
            c.settle(step, Outcome::Failed,
                     refused != m_refused.end() ? refused->second : QStringLiteral("not-in-effect"));
        }
        m_sent.remove(step.id);
    }
    journalOutcomes(open);
}

void RoomRun::carryOut()
{
    if (const QString why = c.whyStopped(); !why.isEmpty())
        return skipRest(m_steps, why);
    auto fresh = readAgain();
    if (!fresh) {
        const Error &e = fresh.error();
        const QString why = c.whyStopped();
        if (e.kind == ErrorKind::Cancelled || !why.isEmpty())
            return skipRest(m_steps, why.isEmpty() ? QStringLiteral("cancelled") : why);
        if (e.kind == ErrorKind::Unauthorized || e.kind == ErrorKind::Storage) {
            c.stop(e.kind == ErrorKind::Storage ? e.code : QStringLiteral("token-lost"));
            return skipRest(m_steps, c.whyStopped());
        }
        for (const Step &step : m_steps)
            c.settle(step, Outcome::Stale, codeOf(becauseOfChat(e).reason));
        return journalOutcomes(m_steps);
    }
    QElapsedTimer sinceReading;
    sinceReading.start();
    m_info = fresh->info;
    const ChatAbilities abilities = fresh->observed.snapshot->abilities;
    std::vector<Step> steps = stillStanding(*fresh);

    const std::vector<Batch> calls = batches(steps, abilities);
    bool unarchiveFailed = false;
    for (size_t n = 0; n < calls.size(); ++n) {
        const Batch &call = calls[n];
        if (c.request.pause)
            c.request.pause->wait(c.cancel);
        if (const auto &hours = c.profile.hours; hours && !isWithin(*hours, c.request.clock()))
            c.stop(QStringLiteral("outside-hours"));
        QString why = c.whyStopped();
        if (why.isEmpty() && unarchiveFailed)
            why = QStringLiteral("depends-on-failed");
        if (why.isEmpty() && sinceReading.elapsed() > freshForMs) {
            // The world may have moved during the pause: what was sent is settled, the rest is judged again.
            settleFromReading(steps, true);
            settleFromReading(steps, false);
            std::vector<Step> rest = unsettled(steps);
            m_steps = std::move(rest);
            return carryOut();
        }
        if (!why.isEmpty()) {
            settleFromReading(steps, true);
            settleFromReading(steps, false);
            std::vector<Step> rest = unsettled(steps);
            return skipRest(rest, why);
        }
        // An archived room does not show its members any more on older servers: read people back before.
        if (call.call == Batch::Call::Archive)
            settleFromReading(steps, true);
        const bool goOn = sendBatch(call, steps);
        if (call.call == Batch::Call::Unarchive) {
            settleFromReading(steps, false);
            const std::lock_guard lock(c.mutex);
            const auto it = c.results.find(steps[call.steps.front()].id);
            unarchiveFailed = it == c.results.end() || it->second.outcome != Outcome::Done;
        }
        if (!goOn && c.whyStopped().isEmpty()) {
            // An uncertain write: read first, then go on with what the room is now.
            settleFromReading(steps, true);
            settleFromReading(steps, false);
            std::vector<Step> rest = unsettled(steps);
            if (rest.empty())
                return;
            if (unarchiveFailed)
                return skipRest(rest, QStringLiteral("depends-on-failed"));
            m_steps = std::move(rest);
            return carryOut();
        }
    }
    settleFromReading(steps, true);
    settleFromReading(steps, false);
    const std::vector<Step> rest = unsettled(steps);
    if (!rest.empty())
        skipRest(rest, c.whyStopped().isEmpty() ? QStringLiteral("depends-on-failed") : c.whyStopped());
}

} // namespace liaison
