#pragma once

#include "core/reconcile/roomdiff.h"
#include "core/reconcile/timelinecause.h"

namespace liaison {

/// The memory of one room, over all its links: evidence for removals and for causes (design sections 2.4 and 5).
class RoomMemory
{
public:
    RoomMemory(const RoomContext &context, const Room &room, const std::vector<LinkIx> &links);

    /// Expected in an earlier complete observation of one of the links.
    [[nodiscard]] const PastExpected *byAccount(const QString &chatId) const;
    [[nodiscard]] const PastExpected *byPerson(const QString &site, qint64 moodleId) const;
    [[nodiscard]] bool addedByUs(const QString &chatId) const { return m_added.contains(chatId); }
    /// One of our runs added this person, and no observation since then found them unexpected.
    [[nodiscard]] bool goneAgain(const QString &chatId) const;
    [[nodiscard]] bool expectedSomebody() const
    {
        return !m_byAccount.isEmpty() || !m_byPerson.isEmpty() || !m_added.isEmpty() || knowsApiAdditions() ||
               (m_timeline && apiAddedSomebody(*m_timeline, m_context.snapshot));
    }
    /// By an earlier look at the timeline, which is not there any more.
    [[nodiscard]] bool addedByApi(const QString &chatId) const
    {
        return m_context.history.addedByApi.value(m_room.id.value).contains(chatId);
    }
    /// What the room's timeline says, where it was read; `inRoom`: that account is there now.
    [[nodiscard]] TimelineCause byTimeline(const Account &account, bool inRoom) const;

    /// Why somebody is still here who was once expected.
    struct Because
    {
        Cause cause;
        Certainty certainty;
    };
    [[nodiscard]] Because whyNoLongerExpected(const QString &chatId) const;
    [[nodiscard]] Because whyAbsent(LinkIx link, const Account &account) const;

private:
    [[nodiscard]] bool knowsApiAdditions() const { return m_context.history.addedByApi.contains(m_room.id.value); }
    [[nodiscard]] bool wasReset(const LinkHistory &link) const;
    [[nodiscard]] Because whyAbsent(LinkIx link) const;
    [[nodiscard]] bool judgeReset(const LinkHistory &link) const;

    const RoomContext &m_context;
    const Room &m_room;
    std::vector<LinkIx> m_links;
    struct Past
    {
        const PastExpected *person = nullptr;
        const LinkHistory *link = nullptr;
        LinkIx ix;
    };
    static void keepLatest(Past &known, Past other);
    QHash<QString, Past> m_byAccount; ///< of several links the one that expected last
    QHash<QPair<QString, qint64>, Past> m_byPerson;
    QHash<QString, Instant> m_added;
    const Timeline *m_timeline = nullptr;
    mutable QHash<const LinkHistory *, bool> m_reset; ///< judged once per link, not once per person
};

} // namespace liaison
