#pragma once

#include "core/base/instant.h"
#include "core/model/codes.h"
#include "core/model/ids.h"
#include "core/model/timeline.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <optional>
#include <tuple>
#include <vector>

namespace liaison {

/// A person whom an earlier complete observation expected in a room (design 6.8): ids and dates, no names.
struct PastExpected
{
    MoodleUserId person;
    ChatUserId account; ///< empty: had none
    MemberRole role = MemberRole::Member;
    Instant first, last;
};

struct LinkHistory
{
    Instant lastObservation;
    /// The last observation that found nobody to add, remove, promote or demote. Causes are told against it, so that
    /// they stay the same until the difference is repaired, however often somebody looks.
    Instant settled;
    std::vector<PastExpected> expected;
};

struct LinkKey
{
    QString site;
    qint64 cmid = 0;
    friend bool operator==(const LinkKey &, const LinkKey &) = default;
    friend bool operator<(const LinkKey &a, const LinkKey &b)
    {
        return a.site != b.site ? a.site < b.site : a.cmid < b.cmid;
    }
    friend size_t qHash(const LinkKey &k, size_t seed = 0) { return qHashMulti(seed, k.site, k.cmid); }
};

/// Why somebody is absent from a room or a guest there, as its timeline proved it.
struct TimelineVerdict
{
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    friend bool operator==(const TimelineVerdict &, const TimelineVerdict &) = default;
};

/// What the store remembers, handed to the engine as a value.
struct History
{
    /// By (site, cmid) and room id: a link that moved keeps the memory of each room apart.
    QHash<LinkKey, QHash<QString, LinkHistory>> links;
    /// Room id -> chat account id -> when one of our runs added that person (and did not take it back).
    QHash<QString, QHash<QString, Instant>> addedByUs;
    /// Room id that the activity pointed to when its room was last settled.
    QHash<LinkKey, QString> lastRoom;
    /// Room id -> who came and went, of the rooms where the profile has it read and every message was seen: evidence
    /// that an API account added somebody (design rule 4), and for causes. Never kept in the store.
    QHash<QString, Timeline> timelines;
    /// What of `timelines` a snapshot file keeps in their place: room id -> chat ids of members whom an API account
    /// added; a room where it added only people who are gone has none. No dates, no logins, nobody who left.
    QHash<QString, QSet<QString>> addedByApi;
    /// And room id -> chat id -> why, of those whom the comparison alone cannot explain. No dates, no logins.
    QHash<QString, QHash<QString, TimelineVerdict>> verdicts;

    [[nodiscard]] const LinkHistory *of(const LinkKey &key, const QString &room) const
    {
        const auto link = links.constFind(key);
        if (link == links.constEnd())
            return nullptr;
        const auto it = link->constFind(room);
        return it == link->constEnd() ? nullptr : &*it;
    }
};

} // namespace liaison
