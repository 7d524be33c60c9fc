// What a room run believes before it writes: both sides read again, the plan derived again.

#include "core/reconcile/undo.h"
#include "core/run/observation.h"
#include "core/run/roomrun.h"
#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {
namespace {

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
        if (link.room != room)
            continue;
        one.links.push_back(link);
        one.links.back().activityRead = false; // the world may have moved since
    }
    return one;
}

/// Another link to the room cannot make these wrong: who is expected by one course stays expected.
bool standsWhoeverJoins(ChangeKind kind)
{
    return kind == ChangeKind::Add || kind == ChangeKind::Promote || kind == ChangeKind::Unarchive;
}

/// How far back activities count as changed since the survey: a server's date has whole seconds, and its clock may be
/// set back a little.
constexpr qint64 marginMs = 60000;

} // namespace

/// Activities that came to lead to this room since the survey.
void RoomRun::findNewLinks(Survey &one) const
{
    for (size_t i = 0; i < c.servers.sites.size(); ++i) {
        const SiteSurvey &site = c.survey.sites[i];
        if (!site.companion || !site.now.isKnown() || !site.offers(moodle::functions::companionLinks))
            continue;
        const auto changed = c.servers.sites[i].allCompanionLinks(Instant{site.now.ms - marginMs}, c.cancel);
        if (!changed) { // whoever else is expected here is not known
            for (SurveyedLink &link : one.links)
                link.unknown = becauseOfMoodle(changed.error());
            return;
        }
        for (const moodle::CompanionLink &found : changed->value) {
            SurveyedLink link = fromCompanion(site.id, found);
            const bool known = std::any_of(one.links.begin(), one.links.end(),
                                           [&](const SurveyedLink &l) { return l.key == link.key; });
            if (known || found.deletionInProgress || link.room != m_room)
                continue;
            link.at = changed->at;
            link.inScope =
                inScope(c.profile.scope, site.id, link.course, link.shortName, categoryPath(site, link.category));
            one.links.push_back(std::move(link));
        }
    }
    std::stable_sort(one.links.begin(), one.links.end(),
                     [](const SurveyedLink &a, const SurveyedLink &b) { return a.key < b.key; });
}

Result<RoomRun::Fresh> RoomRun::readAgain()
{
    Survey one = narrowed(c.survey, m_room);
    // Each link again, although the run's survey read it a moment ago: an activity may have got another room, or be gone.
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
    if (std::any_of(m_steps.begin(), m_steps.end(),
                    [](const Step &step) { return !standsWhoeverJoins(kindOf(step.change)); }))
        findNewLinks(one);
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
    ObserveOptions options;
    options.reuseRecent = true;
    if (c.job.undo) { // people who are in no list any more
        for (const DoneStep &step : *c.job.undo) {
            if (const PersonKey *p = personOf(step.change); p && p->chat && step.change.place.room == m_room)
                options.accounts.insert(*p->chat);
        }
    }
    auto observed = observe(c.servers, c.profile, one, c.memory, keys, options, {}, c.cancel);
    if (!observed)
        return fail(observed.error());
    fresh.observed = std::move(*observed);
    const Snapshot &s = *fresh.observed.snapshot;
    const Diff differences = diff(s, c.profile.policy, fresh.observed.history, optionsFor(c.request.plan.classes));
    if (c.job.undo) {
        std::vector<DoneStep> own;
        std::copy_if(c.job.undo->begin(), c.job.undo->end(), std::back_inserter(own),
                     [&](const DoneStep &step) { return step.change.place.room == m_room; });
        fresh.plan = undoOf(s, differences, c.profile.policy, c.job.undone, own).plan;
    } else {
        std::vector<ChangeClass> classes = c.request.plan.classes;
        if (!m_added.isEmpty()) // for the second half of what was added; no other step can come of it
            classes.push_back(ChangeClass::Promote);
        fresh.plan = makePlan(s, differences, c.profile.policy, std::move(classes));
    }
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
    if (fresh.sealed)
        return QStringLiteral("room-moved");
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
        const auto *room = std::get_if<RoomIx>(&link.room);
        return link.cmid.value == place.cmid && s.sites[link.site.value].id.value == place.site && room &&
               s.rooms[room->value].id.value == m_room;
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

std::optional<Step> RoomRun::secondHalf(const Fresh &fresh, const Step &step) const
{
    const auto *add = std::get_if<AddMember>(&step.change.what);
    if (!add || add->as != MemberRole::Moderator || !add->person.chat || !m_added.contains(step.id))
        return std::nullopt;
    const auto member = fresh.state.members.constFind(*add->person.chat);
    if (member == fresh.state.members.constEnd() || (*member & (RoomModerator | RoomOwner)))
        return std::nullopt;
    Step half{step.id, step.change};
    half.change.what = Promote{add->person};
    if (c.job.undo) // nobody expects anything there: the state before the run is what was asked for
        return half;
    const bool stillWanted = std::any_of(fresh.plan.steps.begin(), fresh.plan.steps.end(), [&](const Step &other) {
        const PersonKey *p = personOf(other.change);
        return kindOf(other.change) == ChangeKind::Promote && p && p->chat == add->person.chat;
    });
    return stillWanted ? std::optional(half) : std::nullopt;
}

std::vector<Step> RoomRun::stillStanding(Fresh &fresh)
{
    std::vector<Step> standing;
    std::vector<Step> stale;
    // Somebody archived the room: what the plan did not mean to open is left as it is.
    fresh.sealed = fresh.info.archived && std::none_of(m_steps.begin(), m_steps.end(), [](const Step &step) {
                       return kindOf(step.change) == ChangeKind::Unarchive;
                   });
    for (const Step &step : m_steps) {
        const auto same = [&](const auto &entry) { return entry.id == step.id; };
        const auto planned = std::find_if(fresh.plan.steps.begin(), fresh.plan.steps.end(), same);
        const auto held = std::find_if(fresh.plan.withheld.begin(), fresh.plan.withheld.end(), same);
        const bool taking = takesAway(kindOf(step.change));
        if (taking && c.overRunThreshold && !c.job.permission.rooms.contains(m_room)) {
            c.settle(step, Outcome::Stale, codeOf(Rule::ThresholdRun));
            stale.push_back(step);
        } else if (fresh.sealed) {
            c.settle(step, Outcome::Stale, whyStale(fresh, step));
            stale.push_back(step);
        } else if (planned != fresh.plan.steps.end()) {
            standing.push_back(*planned); // what is sent is what was derived now, not what the file says
        } else if (held != fresh.plan.withheld.end() && isLifted(*held, c.request.decisions, c.job.permission.rooms)) {
            standing.push_back({held->id, held->change});
        } else if (const auto half = secondHalf(fresh, step)) {
            standing.push_back(*half);
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

} // namespace liaison
