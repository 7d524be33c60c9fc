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

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isOwn(const TimelineEvent &event)
{
    return event.type == Type::Left || event.type == Type::Joined;
}

/// An entry names a login, not an id, and a login is given again: what it says under this one may be of another
/// account.
bool wasAnothersLogin(const Timeline &timeline, const Account &account)
{
    return std::any_of(timeline.events.begin(), timeline.events.end(), [&](const TimelineEvent &event) {
        return !event.by.isEmpty() && event.by != account.id.value &&
               (same(event.byLogin, account.username) || (isOwn(event) && same(event.login, account.username)));
    });
}

/// A login that nobody has who was read: somebody's who is gone, or somebody's earlier one.
bool isNobodys(const Snapshot &s, const QString &login)
{
    return !s.accountByLogin.contains(login.toLower()) && !s.apiAccounts.contains(login.toLower());
}

/// Somebody whom a person added is there by the timeline, and nobody who was read has that login: one of the others may
/// be that guest under a new one.
bool hidesGuest(const Timeline &timeline, const Snapshot &s)
{
    QHash<QString, const TimelineEvent *> last;
    for (const TimelineEvent &event : timeline.events)
        last[event.login.toLower()] = &event;
    return std::any_of(last.cbegin(), last.cend(), [&](const TimelineEvent *event) {
        return event->type == Type::Added && !byApiAccount(s, *event) && isNobodys(s, event->login);
    });
}

/// An entry under a login that the account may have had before.
bool mayHaveBeenRenamed(const Timeline &timeline, const Snapshot &s)
{
    return std::any_of(timeline.events.begin(), timeline.events.end(),
                       [&](const TimelineEvent &event) { return !isOwn(event) && isNobodys(s, event.login); });
}

/// Both dates are of the chat server's clock.
bool isBefore(const TimelineEvent &event, const Account &account)
{
    return account.created.isKnown() && event.at.isKnown() && event.at < account.created;
}

bool came(const TimelineEvent &event)
{
    return event.type == Type::Added || event.type == Type::Joined;
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
    TimelineCause out;
    if (wasAnothersLogin(timeline, account)) {
        out.proven = false;
        return out;
    }
    const TimelineEvent *last = nullptr, *before = nullptr;
    for (const TimelineEvent &event : timeline.events) {
        if (!same(event.login, account.username) && !(isOwn(event) && event.by == account.id.value))
            continue;
        if (isBefore(event, account)) // of the account that had this login before
            continue;
        before = last;
        last = &event;
    }
    if (!last) {
        out.proven = timeline.whole;
        if (!inRoom && timeline.whole) {
            out.cause = Cause::NeverAdded;
            out.certainty = mayHaveBeenRenamed(timeline, s) ? Certainty::Likely : Certainty::Certain;
        }
        return out;
    }
    out.fact = factOf(last->type);
    out.by = last->byLogin;
    out.when = last->at;
    if (came(*last) != inRoom)
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
        else // who is added while already there is another account of that login
            out.addedByApi = timeline.whole && !(before && came(*before)) && !hidesGuest(timeline, s);
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

QHash<QString, QSet<QString>> evidenceOf(const History &history, const Snapshot &s)
{
    QHash<QString, QSet<QString>> out = history.addedByApi;
    for (const Room &room : s.rooms) {
        const auto timeline = history.timelines.constFind(room.id.value);
        if (timeline == history.timelines.constEnd() || !apiAddedSomebody(*timeline, s))
            continue;
        QSet<QString> &added = out[room.id.value];
        if (!room.members.isKnown())
            continue;
        const Rows rows = room.members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const Account &account = s.accounts[s.members.account[row]];
            if (causeFromTimeline(*timeline, s, account, true).addedByApi)
                added.insert(account.id.value);
        }
    }
    return out;
}

} // namespace liaison
