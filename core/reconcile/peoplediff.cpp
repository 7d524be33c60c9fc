#include "core/reconcile/peoplediff.h"

#include "core/reconcile/rights.h"

#include <algorithm>

namespace liaison {

void PeopleDiff::meet(Slot &slot, const Judgement &judged, quint32 person, LinkIx ix)
{
    if (slot.stamp != c.scratch.stamp) {
        slot = Slot{};
        slot.stamp = c.scratch.stamp;
        slot.person = person;
        slot.standing = judged.standing;
        slot.cause = judged.cause;
    } else if (judged.standing > slot.standing) {
        slot.standing = judged.standing;
        slot.cause = judged.cause;
        if (slot.link == LinkIx::none)
            slot.person = person;
    } else if (const Person &now = s.people[slot.person], &other = s.people[person];
               slot.link == LinkIx::none && now.site == other.site &&
               std::tie(other.gone, other.id.value) < std::tie(now.gone, now.id.value)) {
        slot.person = person; // the account of somebody gone was given to somebody else: whoever is read first
        slot.cause = judged.cause;
    }
    slot.mayModerate = slot.mayModerate || judged.mayModerate;
    slot.mayInherit = slot.mayInherit || judged.mayInherit;
    if (judged.standing >= Standing::Member && slot.link == LinkIx::none) {
        slot.link = ix.value;
        slot.person = person;
    }
}

void PeopleDiff::collectExpected()
{
    JoinScratch &scratch = c.scratch;
    ++scratch.stamp;
    scratch.touchedAccounts.clear();
    scratch.touchedPeople.clear();
    for (LinkIx ix : m_known) {
        if (!scratch.mappingReady[ix.value]) {
            scratch.mappings[ix.value] = mappingOf(s, link(ix), c.policy);
            scratch.mappingReady[ix.value] = true;
        }
        const LinkMapping &mapping = scratch.mappings[ix.value];
        const Course &course = s.courses[link(ix).course.value];
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const quint32 person = s.enrolments.person[row];
            const Judgement judged = judge(s, course, row, mapping, c.policy);
            const PersonAccount &account = c.identity.byPerson[person];
            const bool ownAccount = account.state == PersonAccount::State::Found;
            const quint32 key = ownAccount                         ? account.account.value
                                : account.sameAs != PersonIx::none ? account.sameAs
                                                                   : person;
            Slot &slot = ownAccount ? scratch.byAccount[key] : scratch.byPerson[key];
            if (slot.stamp != scratch.stamp)
                (ownAccount ? scratch.touchedAccounts : scratch.touchedPeople).push_back(key);
            meet(slot, judged, person, ix);
        }
    }
    for (quint32 account : scratch.touchedAccounts) {
        if (scratch.byAccount[account].standing >= Standing::Member && !isApi(account))
            ++m_expected;
    }
    for (quint32 person : scratch.touchedPeople) {
        const QString login = c.identity.byPerson[person].login.toLower();
        if (scratch.byPerson[person].standing >= Standing::Member && !s.apiAccounts.contains(login))
            ++m_expected;
    }
}

/// A Moodle id means something on its own site only, and a document names the site of the link that carries it.
PersonKey PeopleDiff::keyOf(quint32 account, const Slot *slot, LinkIx carrier) const
{
    PersonKey key;
    if (slot && s.people[slot->person].site == link(carrier).site)
        key.moodle = s.people[slot->person].id.value;
    key.chat = s.accounts[account].id.value;
    key.username = s.accounts[account].username;
    return key;
}

void PeopleDiff::finding(FindingCode code, LinkIx ix, const PersonKey &person, Cause cause, Certainty certainty)
{
    m_out.findings.push_back({code, placeOf(s, link(ix)), person, cause, certainty, {}});
}

void PeopleDiff::note(quint32 account, const Slot *slot, std::optional<MemberRole> observed, const PersonKey &key,
                      std::optional<FindingCode> code, bool isChange)
{
    if (!c.people)
        return;
    PersonRow row;
    row.person = key;
    if (slot && !s.people[slot->person].fullName.isEmpty())
        row.name = s.people[slot->person].fullName;
    else if (account != AccountIx::none)
        row.name = s.accounts[account].name;
    if (slot && slot->standing >= Standing::Member)
        row.expected = slot->standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
    row.kept = slot && slot->standing == Standing::Keep;
    row.observed = observed;
    row.finding = code;
    row.who = slot ? PersonIx(slot->person) : PersonIx();
    row.account = AccountIx(account);
    if (isChange) {
        const Entry &entry = m_out.entries.back();
        row.kind = kindOf(entry.change);
        row.rule = entry.rule;
        row.guest = entry.guest;
        row.cause = entry.change.cause;
        row.certainty = entry.change.certainty;
    } else if (code) {
        row.cause = m_out.findings.back().cause;
        row.certainty = m_out.findings.back().certainty;
    }
    c.people->push_back(std::move(row));
}

bool PeopleDiff::needRoles(const Account &account)
{
    if (account.serverRoles && account.active != Tri::NotKnown)
        return false;
    if (c.needs)
        c.needs->ids.insert(account.id.value);
    return true;
}

bool PeopleDiff::isApi(quint32 account) const
{
    return c.scratch.protection[account] == Protection::ApiAccount;
}

/// As protectionOf().
Protection PeopleDiff::protectionIn(quint32 account, quint8 roomRoles) const
{
    const Protection anyway = c.scratch.protection[account];
    return anyway != Protection::ApiAccount && (roomRoles & RoomOwner) ? Protection::Protected : anyway;
}

/// The reason does not depend on who comes first.
void PeopleDiff::trouble(UnknownBecause because)
{
    if (!m_trouble || std::tie(because.reason, because.detail) < std::tie(m_trouble->reason, m_trouble->detail))
        m_trouble = std::move(because);
}

std::optional<Rule> PeopleDiff::ruleFor(ChangeKind kind, MemberRole as, Protection protection, bool guest, LinkIx ix,
                                        const QString &chatId, bool mayInherit, QString &detail) const
{
    const auto any = [&](auto test) { return std::any_of(m_out.links.begin(), m_out.links.end(), test); };
    const bool taking = takesAway(kind);
    if (!s.courses[link(ix).course.value].inScope)
        return Rule::OutOfScope;
    if (!link(ix).confirmed || (taking && any([&](LinkIx l) { return !link(l).confirmed; })))
        return Rule::UnconfirmedLink;
    if (const QString right = missingRight(s, m_room, kind, as); !right.isEmpty()) {
        detail = right;
        return Rule::NoRight;
    }
    if (taking && protection == Protection::NotKnown)
        return Rule::ProtectionUnknown;
    const bool uncounted = std::any_of(m_known.begin(), m_known.end(), [&](LinkIx l) {
        return s.courses[link(l).course.value].enrolments.proof() == Proof::Uncounted;
    });
    const bool guessed =
        std::any_of(m_known.begin(), m_known.end(), [&](LinkIx l) { return c.scratch.mappings[l.value].isGuess; });
    const Proof listProof = m_room.members.proof();
    if ((kind != ChangeKind::Add && kind != ChangeKind::CreateAccount &&
         (guessed || listProof == Proof::Administered)) ||
        (taking && (uncounted || mayInherit || listProof == Proof::Uncounted)))
        return Rule::Unproven;
    if (taking && m_known.size() < m_out.links.size())
        return Rule::SharedRoom;
    if (guest)
        return Rule::Guest;
    if (kind == ChangeKind::Add && m_memory.goneAgain(chatId))
        return Rule::GoneAgain;
    if (taking && m_expected == 0 && m_memory.expectedSomebody())
        return Rule::Emptied;
    return std::nullopt;
}

void PeopleDiff::push(Change change, MemberRole as, Protection protection, bool guest, LinkIx ix, bool mayInherit)
{
    Entry entry;
    const PersonKey *person = personOf(change);
    const QString chatId = person && person->chat ? *person->chat : QString();
    entry.guest = guest;
    entry.rule = ruleFor(kindOf(change), as, protection, guest, ix, chatId, mayInherit, entry.detail);
    entry.change = std::move(change);
    m_out.entries.push_back(std::move(entry));
}

void PeopleDiff::compareMember(quint32 row)
{
    const quint32 ix = s.members.account[row];
    const quint8 roles = s.members.roles[row];
    const Account &account = s.accounts[ix];
    if (isApi(ix))
        return;
    m_out.members = *m_out.members + 1;
    Slot *slot = c.scratch.byAccount[ix].stamp == c.scratch.stamp ? &c.scratch.byAccount[ix] : nullptr;
    if (slot)
        slot->memberHere = true;
    const LinkIx carrier = slot && slot->link != LinkIx::none ? LinkIx(slot->link) : firstLink();
    const bool owner = roles & RoomOwner;
    const bool moderator = roles & RoomModerator;
    const MemberRole observed = owner || moderator ? MemberRole::Moderator : MemberRole::Member;
    const Protection quick = protectionIn(ix, roles);
    if (quick != Protection::Protected)
        ++m_out.thresholdBase;

    const bool expected = slot && slot->standing >= Standing::Keep;
    const bool same = expected && (slot->standing == Standing::Keep ||
                                   (slot->standing == Standing::Moderator && observed == MemberRole::Moderator) ||
                                   (slot->standing == Standing::Member && observed == MemberRole::Member) ||
                                   (slot->standing == Standing::Member && slot->mayModerate));
    if (same && !c.people)
        return; // nearly everybody, nearly always: nothing is made for them
    const PersonKey key = keyOf(ix, slot, carrier);
    const auto protectedFinding = [&] {
        finding(FindingCode::Protected, carrier, key, Cause::NotKnown, Certainty::None);
        note(ix, slot, observed, key, FindingCode::Protected, false);
    };
    if (expected) {
        if (same) {
            note(ix, slot, observed, key, std::nullopt, false);
            return;
        }
        needRoles(account);
        if (quick == Protection::Protected)
            return protectedFinding();
        const PastExpected *past = m_memory.byAccount(account.id.value);
        const MemberRole now = slot->standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
        // A reading that sees fewer roles than the last one is no change of role.
        const bool changed = past && past->role != now && (now == MemberRole::Moderator || !slot->mayInherit);
        Change change{placeOf(s, link(carrier)), Promote{key}, ChangeReason::ExpectedModerator,
                      changed ? Cause::RoleChanged : Cause::NotKnown, changed ? Certainty::Certain : Certainty::None};
        if (now == MemberRole::Member) {
            change.what = Demote{key};
            change.reason = ChangeReason::ExpectedMember;
        }
        push(std::move(change), now, quick, false, carrier, now == MemberRole::Member && slot->mayInherit);
        note(ix, slot, observed, key, std::nullopt, true);
        return;
    }
    if (slot && slot->standing == Standing::RoleNotKnown) {
        finding(FindingCode::RoleNotKnown, carrier, key, Cause::NotKnown, Certainty::None);
        note(ix, slot, observed, key, FindingCode::RoleNotKnown, false);
        return;
    }
    if (m_renamed.contains(ix) || m_conflicted.contains(ix)) {
        m_formerHere.insert(ix);
        note(ix, slot, observed, key, std::nullopt, false);
        return;
    }

    // Nobody expects this person. Who was never expected is a guest (design rule 4).
    needRoles(account);
    if (quick == Protection::Protected)
        return protectedFinding();
    const bool enrolled = slot != nullptr;
    const TimelineCause told = m_memory.byTimeline(account, true);
    const bool evidence = enrolled || m_memory.byAccount(account.id.value) || m_memory.addedByUs(account.id.value) ||
                          told.addedByApi || m_memory.addedByApi(account.id.value);
    RoomMemory::Because why{told.cause, told.certainty};
    if (enrolled)
        why = {slot->cause, slot->cause == Cause::MoodleAccountGone ? Certainty::Likely : Certainty::Certain};
    else if (evidence)
        why = m_memory.whyNoLongerExpected(account.id.value);
    Change change{placeOf(s, link(carrier)), RemoveMember{key, observed}, ChangeReason::NotExpected, why.cause,
                  why.certainty};
    if (c.options.demoteInsteadOfRemove && moderator)
        change.what = Demote{key};
    push(std::move(change), MemberRole::Member, quick, !evidence, carrier);
    if (!evidence)
        ++m_out.guests;
    note(ix, slot, observed, key, std::nullopt, true);
}

/// Expected, has an account, and is not in the room.
void PeopleDiff::absentAccount(quint32 ix, const Slot &slot)
{
    const Account &account = s.accounts[ix];
    if (slot.standing == Standing::RoleNotKnown) {
        const PersonKey key = keyOf(ix, &slot, firstLink());
        finding(FindingCode::RoleNotKnown, firstLink(), key, Cause::NotKnown, Certainty::None);
        note(ix, &slot, std::nullopt, key, FindingCode::RoleNotKnown, false);
        return;
    }
    if (slot.standing < Standing::Member || isApi(ix))
        return;
    const LinkIx carrier(slot.link);
    const PersonKey key = keyOf(ix, &slot, carrier);
    needRoles(account);
    if (const auto failed = s.lookupFailed.constFind(account.id.value.toLower());
        failed != s.lookupFailed.constEnd() && account.active == Tri::NotKnown) {
        trouble(*failed);
        return;
    }
    if (account.active == Tri::No) {
        finding(FindingCode::AccountDisabled, carrier, key, Cause::AccountDisabled, Certainty::Certain);
        note(ix, &slot, std::nullopt, key, FindingCode::AccountDisabled, false);
        return;
    }
    const Protection guarded = protectionIn(ix, RoomMember);
    if (guarded == Protection::Protected) {
        finding(FindingCode::Protected, carrier, key, Cause::NotKnown, Certainty::None);
        note(ix, &slot, std::nullopt, key, FindingCode::Protected, false);
        return;
    }
    if (const auto former = m_formerOf.constFind(ix);
        former != m_formerOf.constEnd() && m_formerHere.contains(*former)) {
        finding(FindingCode::ProbableRename, carrier, key, Cause::UsernameMismatch, Certainty::Likely);
        note(ix, &slot, std::nullopt, key, FindingCode::ProbableRename, false);
        return;
    }
    const MemberRole as = slot.standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
    const auto why = m_memory.whyAbsent(carrier, account);
    push({placeOf(s, link(carrier)), AddMember{key, as}, ChangeReason::ExpectedAbsent, why.cause, why.certainty}, as,
         guarded, false, carrier);
    note(ix, &slot, std::nullopt, key, std::nullopt, true);
}

void PeopleDiff::compare()
{
    JoinScratch &scratch = c.scratch;
    m_out.members = 0;
    for (quint32 person : scratch.touchedPeople)
        missingAccount(scratch.byPerson[person].person, scratch.byPerson[person]);
    rememberFormerAccounts();
    const Rows rows = m_room.members.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        compareMember(row);
    for (quint32 account : scratch.touchedAccounts) {
        const Slot &slot = scratch.byAccount[account];
        if (!slot.memberHere)
            absentAccount(account, slot);
    }
    if (m_room.members.proof() == Proof::Administered)
        m_out.members.reset(); // only the expected people were looked for
}

} // namespace liaison
