#include "core/reconcile/causes.h"

#include <algorithm>
#include <tuple>

namespace liaison {

RoomMemory::RoomMemory(const RoomContext &context, const Room &room, const std::vector<LinkIx> &links)
    : m_context(context), m_room(room), m_links(links), m_added(context.history.addedByUs.value(room.id.value))
{
    const Snapshot &s = context.snapshot;
    if (const auto read = context.history.timelines.constFind(room.id.value);
        read != context.history.timelines.constEnd())
        m_timeline = &*read;
    for (LinkIx ix : links) {
        const Link &link = s.links[ix.value];
        const QString &site = s.sites[link.site.value].id.value;
        const LinkHistory *past = context.history.of({site, link.cmid.value}, room.id.value);
        if (!past)
            continue;
        for (const PastExpected &p : past->expected) {
            if (!p.account.isEmpty())
                keepLatest(m_byAccount[p.account.value], {&p, past, ix});
            keepLatest(m_byPerson[qMakePair(site, p.person.value)], {&p, past, ix});
        }
    }
}

/// Through several links: who is still expected by one of them counts as expected, and moderator wins.
void RoomMemory::keepLatest(Past &known, Past other)
{
    const auto rank = [](const Past &p) {
        return std::tuple(p.person->last >= p.link->lastObservation, p.person->last, p.person->role);
    };
    if (!known.person || rank(known) < rank(other))
        known = other;
}

const PastExpected *RoomMemory::byAccount(const QString &chatId) const
{
    const auto it = m_byAccount.constFind(chatId);
    return it == m_byAccount.constEnd() ? nullptr : it->person;
}

const PastExpected *RoomMemory::byPerson(const QString &site, qint64 moodleId) const
{
    const auto it = m_byPerson.constFind(qMakePair(site, moodleId));
    return it == m_byPerson.constEnd() ? nullptr : it->person;
}

bool RoomMemory::goneAgain(const QString &chatId) const
{
    if (!m_added.contains(chatId))
        return false;
    const auto it = m_byAccount.constFind(chatId);
    // Observed as not expected after that: who comes back then is ordinary drift.
    return it == m_byAccount.constEnd() || it->person->last >= it->link->lastObservation;
}

bool RoomMemory::wasReset(const LinkHistory &link) const
{
    const auto judged = m_reset.constFind(&link);
    return judged != m_reset.constEnd() ? *judged : *m_reset.insert(&link, judgeReset(link));
}

bool RoomMemory::judgeReset(const LinkHistory &link) const
{
    const Snapshot &s = m_context.snapshot;
    const JoinScratch &scratch = m_context.scratch;
    int members = 0, membersGone = 0, moderatorsGone = 0;
    for (const PastExpected &p : link.expected) {
        if (p.last < link.settled)
            continue; // was already gone before
        const auto account = s.accountById.constFind(p.account.value);
        const bool still = account != s.accountById.constEnd() &&
                           scratch.byAccount[account->value].stamp == scratch.stamp &&
                           scratch.byAccount[account->value].standing >= Standing::Member;
        if (p.role == MemberRole::Moderator) {
            moderatorsGone += still ? 0 : 1;
        } else {
            ++members;
            membersGone += still ? 0 : 1;
        }
    }
    return members >= 5 && moderatorsGone == 0 && membersGone * 5 > members * 4;
}

RoomMemory::Because RoomMemory::whyNoLongerExpected(const QString &chatId) const
{
    const Snapshot &s = m_context.snapshot;
    if (const auto it = m_byAccount.constFind(chatId); it != m_byAccount.constEnd()) {
        const quint32 site = s.links[it->ix.value].site.value;
        if (m_context.scratch.gone.contains(qMakePair(site, it->person->person.value)))
            return {Cause::MoodleAccountGone, Certainty::Likely};
        if (wasReset(*it->link))
            return {Cause::CourseReset, Certainty::Likely};
    }
    const bool plugin = std::any_of(m_links.begin(), m_links.end(),
                                    [&](LinkIx ix) { return s.sites[s.links[ix.value].site.value].pluginSeen; });
    if (plugin && m_room.listed > 50)
        return {Cause::BeyondFirstPage, Certainty::Likely};
    return {Cause::NoLongerEnrolled, Certainty::Certain};
}

TimelineCause RoomMemory::byTimeline(const Account &account, bool inRoom) const
{
    if (m_timeline)
        return causeFromTimeline(*m_timeline, m_context.snapshot, account, inRoom);
    const TimelineVerdict kept = m_context.history.verdicts.value(m_room.id.value).value(account.id.value);
    TimelineCause told; // by an earlier look at it: the cause is display, never evidence
    told.cause = kept.cause;
    told.certainty = kept.certainty;
    return told;
}

RoomMemory::Because RoomMemory::whyAbsent(LinkIx ix, const Account &account) const
{
    const Because known = whyAbsent(ix);
    if (known.cause != Cause::NotKnown)
        return known;
    const TimelineCause told = byTimeline(account, false);
    return {told.cause, told.certainty};
}

RoomMemory::Because RoomMemory::whyAbsent(LinkIx ix) const
{
    const Snapshot &s = m_context.snapshot;
    const Link &link = s.links[ix.value];
    const QString &site = s.sites[link.site.value].id.value;
    const auto &remembered = m_context.history.lastRoom;
    const auto last = remembered.constFind({site, link.cmid.value});
    if (last != remembered.constEnd()) {
        if (*last != m_room.id.value)
            return {Cause::RoomRecreated, Certainty::Certain};
        return {Cause::NotKnown, Certainty::None};
    }
    for (auto it = remembered.cbegin(); it != remembered.cend(); ++it) {
        const bool stillThere = std::any_of(m_links.begin(), m_links.end(), [&](LinkIx other) {
            const Link &l = s.links[other.value];
            return l.cmid.value == it.key().cmid && s.sites[l.site.value].id.value == it.key().site;
        });
        if (it.value() == m_room.id.value && it.key().site == site && !stillThere)
            return {Cause::BinRestored, Certainty::Certain};
    }
    return {Cause::NotKnown, Certainty::None};
}

} // namespace liaison
