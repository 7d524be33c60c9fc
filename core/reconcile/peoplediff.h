#pragma once

#include "core/reconcile/causes.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/roomdiff.h"

#include <optional>

namespace liaison {

/// Compares the people of one room. One object a room, used once.
class PeopleDiff
{
    using Slot = JoinScratch::Slot;

public:
    PeopleDiff(const RoomContext &context, RoomDiff &out, const std::vector<LinkIx> &known)
        : c(context)
        , s(context.snapshot)
        , m_out(out)
        , m_room(s.rooms[out.room.value])
        , m_known(known)
        , m_memory(context, m_room, out.links)
    {
    }

    void collectExpected();
    void compare();
    [[nodiscard]] int expectedCount() const { return m_expected; }
    [[nodiscard]] const std::optional<UnknownBecause> &trouble() const { return m_trouble; }

private:
    void meet(Slot &slot, const Judgement &judged, quint32 person, LinkIx link);
    void missingAccount(quint32 person, const Slot &slot);
    void compareMember(quint32 row);
    void rememberFormerAccounts();
    void absentAccount(quint32 account, const Slot &slot);
    /// `mayInherit`: a role that cannot be seen may keep this person a moderator.
    void push(Change change, MemberRole as, Protection protection, bool guest, LinkIx link, bool mayInherit = false);
    [[nodiscard]] std::optional<Rule> ruleFor(ChangeKind kind, MemberRole as, Protection protection, bool guest,
                                              LinkIx link, const QString &chatId, bool mayInherit,
                                              QString &detail) const;
    [[nodiscard]] PersonKey keyOf(quint32 account, const Slot *slot, LinkIx carrier) const;
    [[nodiscard]] std::optional<quint32> formerAccount(quint32 person, PersonKey &key);
    void trouble(UnknownBecause because);
    void note(quint32 account, const Slot *slot, std::optional<MemberRole> observed, const PersonKey &key,
              std::optional<FindingCode> finding, bool isChange);
    bool needRoles(const Account &account);
    [[nodiscard]] bool isApi(quint32 account) const;
    [[nodiscard]] Protection protectionIn(quint32 account, quint8 roomRoles) const;
    void finding(FindingCode code, LinkIx link, const PersonKey &person, Cause cause, Certainty certainty);
    [[nodiscard]] LinkIx firstLink() const { return m_known.front(); }
    [[nodiscard]] const Link &link(LinkIx ix) const { return s.links[ix.value]; }

    const RoomContext &c;
    const Snapshot &s;
    RoomDiff &m_out;
    const Room &m_room;
    const std::vector<LinkIx> &m_known;
    RoomMemory m_memory;
    QSet<quint32> m_renamed;            ///< accounts that probably are an expected person under a new name
    QHash<quint32, quint32> m_formerOf; ///< expected account -> the account that this person was remembered under
    QSet<quint32> m_formerHere;         ///< of those, the ones that are in the room
    QSet<quint32> m_conflicted;
    int m_expected = 0;
    std::optional<UnknownBecause> m_trouble;
};

} // namespace liaison
