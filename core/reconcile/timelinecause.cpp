#include "core/reconcile/timelinecause.h"

#include <algorithm>

namespace liaison {
namespace {

using Type = TimelineEvent::Type;

/// The plugin adds and removes within the same change of roles: contract moodle 5, evidence `role-order`.
constexpr qint64 sameChangeMs = 60'000;

bool byApiAccount(const Snapshot &s, const TimelineEvent &event)
{
    return s.apiAccounts.contains(event.by.toLower()) || s.apiAccounts.contains(event.byLogin.toLower());
}

WhyFact factOf(Type type)
{
    switch (type) {
    case Type::Added:
        return WhyFact::TimelineAdded;
    case Type::Removed:
        return WhyFact::TimelineRemoved;
    case Type::Left:
        return WhyFact::TimelineLeft;
    case Type::Joined:
        break;
    }
    return WhyFact::TimelineJoined;
}

} // namespace

TimelineCause causeFromTimeline(const Timeline &timeline, const Snapshot &s, const Account &account, bool inRoom)
{
    const TimelineEvent *last = nullptr, *before = nullptr;
    for (const TimelineEvent &event : timeline.events) {
        const bool same = event.login.compare(account.username, Qt::CaseInsensitive) == 0 ||
                          ((event.type == Type::Left || event.type == Type::Joined) && event.by == account.id.value);
        if (!same)
            continue;
        before = last;
        last = &event;
    }
    TimelineCause out;
    if (!last) {
        out.proven = timeline.whole;
        if (!inRoom && timeline.whole) {
            out.cause = Cause::NeverAdded;
            out.certainty = Certainty::Certain;
        }
        return out;
    }
    out.fact = factOf(last->type);
    out.by = last->byLogin;
    out.when = last->at;
    const bool came = last->type == Type::Added || last->type == Type::Joined;
    if (came != inRoom)
        return out; // the last word of the timeline is not what is so: nothing is concluded
    switch (last->type) {
    case Type::Left:
        out.cause = Cause::Left;
        break;
    case Type::Removed:
        if (!byApiAccount(s, *last))
            out.cause = Cause::RemovedByStaff;
        else if (before && before->type == Type::Added && byApiAccount(s, *before) &&
                 last->at.ms - before->at.ms <= sameChangeMs)
            out.cause = Cause::RoleOrder;
        break;
    case Type::Added:
        if (!byApiAccount(s, *last))
            out.cause = Cause::ByHand;
        else
            out.addedByApi = timeline.whole;
        break;
    case Type::Joined:
        out.cause = Cause::JoinedByLink;
        break;
    }
    if (out.cause != Cause::NotKnown)
        out.certainty = Certainty::Certain;
    return out;
}

bool apiAddedSomebody(const Timeline &timeline, const Snapshot &s)
{
    return timeline.whole &&
           std::any_of(timeline.events.begin(), timeline.events.end(), [&](const TimelineEvent &event) {
               return event.type == Type::Added && byApiAccount(s, event) &&
                      !s.apiAccounts.contains(event.login.toLower());
           });
}

} // namespace liaison
