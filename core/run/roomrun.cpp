#include "core/run/roomrun.h"

#include "core/run/observation.h"
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

/// The survey as it is now for one room: its links asked for again, its document read again.
Survey narrowed(const Survey &survey, const QString &room)
{
    Survey one;
    one.sites = survey.sites;
    one.chat = survey.chat;
    one.apiAccounts = survey.apiAccounts;
    one.rooms.wholeServer = survey.rooms.wholeServer;
    one.rooms.readAt = survey.rooms.readAt;
    for (const SurveyedLink &link : survey.links) {
        if (link.room == room)
            one.links.push_back(link);
    }
    return one;
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
    : c(run), m_room(std::move(room)), m_steps(std::move(steps))
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
    if (const auto written = c.journal.outcomes(c.run, outcomes, details, c.request.clock()); !written)
        c.stop(written.error().code); // nothing more is sent that could not be recorded
}

Result<RoomRun::Fresh> RoomRun::readAgain()
{
    Survey one = narrowed(c.survey, m_room);
    for (SurveyedLink &link : one.links) {
        for (size_t i = 0; i < c.servers.sites.size(); ++i) {
            const SiteSurvey &site = c.survey.sites[i];
            if (site.id != link.key.site || link.source != LinkSource::Companion || site.down)
                continue;
            const auto now = c.servers.sites[i].companionLink(link.key.cmid, c.cancel);
            if (!now) {
                link.unknown = becauseOfMoodle(now.error());
            } else if (!now->value || now->value->deletionInProgress) {
                link.room.clear();
            } else {
                const bool scope = link.inScope;
                link = fromCompanion(site.id, *now->value);
                link.inScope = scope;
            }
        }
    }
    const auto info = c.servers.chat->room(m_room, c.cancel);
    if (!info)
        return fail(info.error());
    Fresh fresh;
    if (*info) {
        fresh.info = **info;
        one.rooms.rooms.push_back(**info);
        one.roomById.insert(m_room, 0);
    }
    std::vector<LinkKey> keys;
    for (const SurveyedLink &link : one.links)
        keys.push_back(link.key);
    auto observed = observe(c.servers, c.profile, one, c.memory, keys, {}, {}, c.cancel);
    if (!observed)
        return fail(observed.error());
    fresh.observed = std::move(*observed);
    const Snapshot &s = *fresh.observed.snapshot;
    const Diff differences = diff(s, c.profile.policy, fresh.observed.history, optionsFor(c.request.plan.classes));
    fresh.plan = makePlan(s, differences, c.profile.policy, c.request.plan.classes);
    for (size_t i = 0; i < s.rooms.size(); ++i) {
        if (s.rooms[i].id.value == m_room)
            fresh.state = stateOf(s, RoomIx(i));
    }
    return fresh;
}

QString RoomRun::whyStale(const Fresh &fresh, const Step &step) const
{
    if (fresh.info.id.isEmpty())
        return QStringLiteral("room-moved");
    if (inEffect(fresh.state, step.change) == Tri::Yes)
        return QStringLiteral("already-so");
    for (const Withheld &w : fresh.plan.withheld) {
        if (w.id == step.id) // with no-right the name of the right: design section 8
            return w.rule == Rule::NoRight && !w.detail.isEmpty() ? w.detail : codeOf(w.rule);
    }
    const Place &place = step.change.place;
    const auto samePlace = [&](const Place &p) { return p.site == place.site && p.cmid == place.cmid; };
    const auto unknown = std::find_if(fresh.plan.unknown.begin(), fresh.plan.unknown.end(),
                                      [&](const Unknown &u) { return samePlace(u.place); });
    if (unknown != fresh.plan.unknown.end())
        return codeOf(unknown->reason);
    const Snapshot &s = *fresh.observed.snapshot;
    const bool linked = std::any_of(s.links.begin(), s.links.end(), [&](const Link &link) {
        return link.cmid.value == place.cmid && s.sites[link.site.value].id.value == place.site &&
               std::holds_alternative<RoomIx>(link.room);
    });
    if (!linked)
        return QStringLiteral("link-moved");
    const PersonKey *person = personOf(step.change);
    const bool another =
        person && std::any_of(fresh.plan.steps.begin(), fresh.plan.steps.end(), [&](const Step &other) {
            const PersonKey *p = personOf(other.change);
            return p && p->chat == person->chat;
        });
    return another ? QStringLiteral("person-changed") : QStringLiteral("no-longer-needed");
}

std::vector<Step> RoomRun::stillStanding(const Fresh &fresh)
{
    std::vector<Step> standing;
    std::vector<Step> stale;
    for (const Step &step : m_steps) {
        const auto same = [&](const auto &entry) { return entry.id == step.id; };
        const auto planned = std::find_if(fresh.plan.steps.begin(), fresh.plan.steps.end(), same);
        const auto held = std::find_if(fresh.plan.withheld.begin(), fresh.plan.withheld.end(), same);
        const bool taking = takesAway(kindOf(step.change));
        if (taking && c.overRunThreshold && !c.released.contains(m_room)) {
            c.settle(step, Outcome::Stale, codeOf(Rule::ThresholdRun));
            stale.push_back(step);
        } else if (planned != fresh.plan.steps.end()) {
            standing.push_back(*planned); // what is sent is what was derived now, not what the file says
        } else if (held != fresh.plan.withheld.end() && isLifted(*held, c.request.decisions, c.released)) {
            standing.push_back({held->id, held->change});
        } else {
            c.settle(step, Outcome::Stale, whyStale(fresh, step));
            stale.push_back(step);
        }
    }
    journalOutcomes(stale);
    std::stable_sort(standing.begin(), standing.end(),
                     [](const Step &a, const Step &b) { return kindOf(a.change) < kindOf(b.change); });
    return standing;
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
    if (const auto written = c.journal.intent(c.run, callName(batch.call), m_room, ids, c.request.clock()); !written) {
        c.stop(written.error().code);
        return false;
    }
    const auto reply = send(batch, steps);
    if (!reply && reply.error().kind == ErrorKind::Cancelled)
        return false; // cancelled while it waited: it was not sent
    for (const QString &id : ids)
        m_sent.insert(id);
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

Result<RoomState> RoomRun::readBack(bool members, bool settings)
{
    RoomState state;
    if (settings) {
        const auto info = c.servers.chat->room(m_room, {});
        if (!info)
            return fail(info.error());
        if (*info) {
            const Room room = roomFrom(**info);
            state.archived = room.archived;
            state.retentionKnown = room.retentionKnown;
            state.retention = room.retention;
        }
    }
    if (members) {
        const auto list = c.servers.chat->members(m_info, {});
        if (!list)
            return fail(list.error());
        if (lacksOurselves(c.survey, *list)) // nobody in it would make every removal look done
            return fail(Error{ErrorKind::BadReply, QStringLiteral("truncated"), {}, 0, {}, {}});
        state.membersKnown = true;
        for (const chat::Member &m : list->members)
            state.members.insert(
                m.id, static_cast<quint8>((m.roles.owner ? RoomOwner : 0) | (m.roles.moderator ? RoomModerator : 0)));
    }
    return state;
}

void RoomRun::settleFromReading(const std::vector<Step> &steps, bool people)
{
    std::vector<Step> open;
    bool members = false, settings = false;
    for (const Step &step : steps) {
        const bool ofPerson = personOf(step.change) != nullptr;
        if (!m_sent.contains(step.id) || ofPerson != people)
            continue;
        open.push_back(step);
        members = members || ofPerson;
        settings = settings || !ofPerson;
    }
    if (open.empty())
        return;
    const auto state = readBack(members, settings);
    for (const Step &step : open) {
        const auto refused = m_refused.find(step.id);
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
