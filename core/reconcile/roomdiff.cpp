#include "core/reconcile/roomdiff.h"

#include "core/reconcile/causes.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/rights.h"
#include "core/reconcile/roomsettings.h"

#include <algorithm>
#include <tuple>

namespace liaison {
namespace {

using Slot = JoinScratch::Slot;

std::optional<UnknownBecause> unknownSide(const Snapshot &s, const Link &link)
{
    if (link.unknown)
        return link.unknown;
    const Course &course = s.courses[link.course.value];
    if (!course.enrolments.isKnown())
        return course.enrolments.because();
    if (course.groupMembers && !course.groupMembers->isKnown())
        return course.groupMembers->because();
    return std::nullopt;
}

/// Compares the people of one room. One object a room, used once.
class PeopleDiff
{
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
    Slot &slotOf(quint32 person);
    void meet(Slot &slot, const Judgement &judged, quint32 person, LinkIx link);
    void missingAccount(quint32 person, const Slot &slot);
    void compareMember(quint32 row);
    void rememberFormerAccounts();
    void absentAccount(quint32 account, const Slot &slot);
    void push(Change change, MemberRole as, Protection protection, bool guest, LinkIx link);
    [[nodiscard]] std::optional<Rule> ruleFor(ChangeKind kind, MemberRole as, Protection protection, bool guest,
                                              LinkIx link, const QString &chatId, QString &detail) const;
    [[nodiscard]] PersonKey keyOf(quint32 account, const Slot *slot, LinkIx carrier) const;
    [[nodiscard]] std::optional<quint32> formerAccount(quint32 person, PersonKey &key);
    void trouble(UnknownBecause because);
    void note(quint32 account, const Slot *slot, std::optional<MemberRole> observed, const PersonKey &key,
              std::optional<FindingCode> finding, bool isChange);
    bool needRoles(const Account &account);
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
        if (scratch.byAccount[account].standing >= Standing::Member && !isApiAccount(s, s.accounts[account]))
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
    if (isChange) {
        const Entry &entry = m_out.entries.back();
        row.kind = kindOf(entry.change);
        row.rule = entry.rule;
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

/// Expected, but the identity rule leads to no account.
void PeopleDiff::missingAccount(quint32 person, const Slot &slot)
{
    using State = PersonAccount::State;
    const PersonAccount &identity = c.identity.byPerson[person];
    const Person &who = s.people[person];
    PersonKey key{who.id.value, std::nullopt, identity.login.isEmpty() ? who.username : identity.login};
    const bool expected = slot.standing >= Standing::Member;
    const LinkIx ix = slot.link == LinkIx::none ? firstLink() : LinkIx(slot.link);

    if (identity.state == State::Conflict) {
        if (identity.account.isValid()) {
            m_conflicted.insert(identity.account.value);
            key.chat = s.accounts[identity.account.value].id.value;
        } else if (!who.email.isEmpty()) { // by e-mail: one person on several accounts, none of them is touched
            for (quint32 i = 0; i < s.accounts.size(); ++i) {
                if (s.accounts[i].email.compare(who.email, Qt::CaseInsensitive) == 0)
                    m_conflicted.insert(i);
            }
        }
        finding(FindingCode::Conflict, ix, key, Cause::NotKnown, Certainty::None);
        note(AccountIx::none, &slot, std::nullopt, key, FindingCode::Conflict, false);
        return;
    }
    if (s.apiAccounts.contains(identity.login.toLower()) && !identity.login.isEmpty())
        return;
    // Whoever the policy does not exclude may be in the room under an account that we cannot tell.
    if (identity.state == State::Failed && slot.standing != Standing::NotExpected) {
        return trouble(s.lookupFailed.value(
            identity.login.toLower(), UnknownBecause{UnknownReason::NoAccess, QStringLiteral("account-unknown")}));
    }
    const auto former = formerAccount(person, key);
    if (former)
        m_renamed.insert(*former);
    if (slot.standing == Standing::RoleNotKnown) {
        finding(FindingCode::RoleNotKnown, ix, key, Cause::NotKnown, Certainty::None);
        note(AccountIx::none, &slot, std::nullopt, key, FindingCode::RoleNotKnown, false);
        return;
    }
    if (former) {
        finding(FindingCode::ProbableRename, ix, key, Cause::UsernameMismatch, Certainty::Likely);
        note(AccountIx::none, &slot, std::nullopt, key, FindingCode::ProbableRename, false);
        return;
    }
    if (!expected)
        return;
    if (identity.state == State::NotLookedUp) {
        if (c.needs)
            c.needs->logins.insert(identity.login);
        else
            trouble({UnknownReason::ReadFailed, QStringLiteral("account-unknown")});
        return;
    }
    if (m_trouble)
        return;
    if (c.policy.createAccounts && s.abilities.createAccount &&
        !c.policy.exclude.contains(key.username, Qt::CaseInsensitive)) {
        Place nowhere = placeOf(s, link(ix)); // the account is for every room of this person (12.2)
        nowhere.cmid.reset();
        nowhere.room.reset();
        Change change{nowhere, CreateAccount{key}, ChangeReason::AccountMissing, Cause::NoAccount, Certainty::Certain};
        push(std::move(change), MemberRole::Member, Protection::None, false, ix);
        const MemberRole as = slot.standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
        push({placeOf(s, link(ix)), AddMember{key, as}, ChangeReason::ExpectedAbsent, Cause::NoAccount,
              Certainty::Certain},
             as, Protection::None, false, ix);
        note(AccountIx::none, &slot, std::nullopt, key, std::nullopt, true);
        return;
    }
    finding(FindingCode::NoAccount, ix, key, Cause::NoAccount, Certainty::Certain);
    note(AccountIx::none, &slot, std::nullopt, key, FindingCode::NoAccount, false);
}

/// The account that probably is this person's under another login: the one expected here before, or one with the same
/// address. Sets `key.chat`.
std::optional<quint32> PeopleDiff::formerAccount(quint32 person, PersonKey &key)
{
    const Person &who = s.people[person];
    const PastExpected *past = m_memory.byPerson(s.sites[who.site.value].id.value, who.id.value);
    if (past && !past->account.isEmpty()) {
        const QString &id = past->account.value;
        if (const auto account = s.accountById.constFind(id); account != s.accountById.constEnd()) {
            key.chat = id;
            return account->value;
        }
        if (const auto failed = s.lookupFailed.constFind(id.toLower()); failed != s.lookupFailed.constEnd())
            trouble(*failed);
        else if (c.needs && !s.absentIds.contains(id))
            c.needs->ids.insert(id);
    }
    if (!s.allAccountsRead || who.email.isEmpty())
        return std::nullopt;
    std::optional<quint32> found;
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        if (s.accounts[i].email.compare(who.email, Qt::CaseInsensitive) == 0 &&
            (!found || s.accounts[i].id.value < s.accounts[*found].id.value))
            found = i;
    }
    if (found)
        key.chat = s.accounts[*found].id.value;
    return found;
}

/// The reason does not depend on who comes first.
void PeopleDiff::trouble(UnknownBecause because)
{
    if (!m_trouble || std::tie(because.reason, because.detail) < std::tie(m_trouble->reason, m_trouble->detail))
        m_trouble = std::move(because);
}

std::optional<Rule> PeopleDiff::ruleFor(ChangeKind kind, MemberRole as, Protection protection, bool guest, LinkIx ix,
                                        const QString &chatId, QString &detail) const
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
        (taking && (uncounted || listProof == Proof::Uncounted)))
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

void PeopleDiff::push(Change change, MemberRole as, Protection protection, bool guest, LinkIx ix)
{
    Entry entry;
    const PersonKey *person = personOf(change);
    const QString chatId = person && person->chat ? *person->chat : QString();
    entry.guest = guest;
    entry.rule = ruleFor(kindOf(change), as, protection, guest, ix, chatId, entry.detail);
    entry.change = std::move(change);
    m_out.entries.push_back(std::move(entry));
}

void PeopleDiff::compareMember(quint32 row)
{
    const quint32 ix = s.members.account[row];
    const quint8 roles = s.members.roles[row];
    const Account &account = s.accounts[ix];
    if (isApiAccount(s, account))
        return;
    m_out.members = *m_out.members + 1;
    Slot *slot = c.scratch.byAccount[ix].stamp == c.scratch.stamp ? &c.scratch.byAccount[ix] : nullptr;
    if (slot)
        slot->memberHere = true;
    const LinkIx carrier = slot && slot->link != LinkIx::none ? LinkIx(slot->link) : firstLink();
    const PersonKey key = keyOf(ix, slot, carrier);
    const bool owner = roles & RoomOwner;
    const bool moderator = roles & RoomModerator;
    const MemberRole observed = owner || moderator ? MemberRole::Moderator : MemberRole::Member;
    const Protection quick = protectionOf(s, account, roles, c.policy);
    if (quick != Protection::Protected)
        ++m_out.thresholdBase;

    const auto protectedFinding = [&] {
        finding(FindingCode::Protected, carrier, key, Cause::NotKnown, Certainty::None);
        note(ix, slot, observed, key, FindingCode::Protected, false);
    };
    if (slot && slot->standing >= Standing::Keep) {
        const bool same = slot->standing == Standing::Keep ||
                          (slot->standing == Standing::Moderator && observed == MemberRole::Moderator) ||
                          (slot->standing == Standing::Member && observed == MemberRole::Member) ||
                          (slot->standing == Standing::Member && slot->mayModerate);
        if (same) {
            note(ix, slot, observed, key, std::nullopt, false);
            return;
        }
        needRoles(account);
        if (quick == Protection::Protected)
            return protectedFinding();
        const PastExpected *past = m_memory.byAccount(account.id.value);
        const MemberRole now = slot->standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
        const bool changed = past && past->role != now;
        Change change{placeOf(s, link(carrier)), Promote{key}, ChangeReason::ExpectedModerator,
                      changed ? Cause::RoleChanged : Cause::NotKnown, changed ? Certainty::Certain : Certainty::None};
        if (now == MemberRole::Member) {
            change.what = Demote{key};
            change.reason = ChangeReason::ExpectedMember;
        }
        push(std::move(change), now, quick, false, carrier);
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
    const bool evidence = enrolled || m_memory.byAccount(account.id.value) || m_memory.addedByUs(account.id.value);
    RoomMemory::Because why{Cause::NotKnown, Certainty::None};
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
    if (slot.standing < Standing::Member || isApiAccount(s, account))
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
    const Protection protection = protectionOf(s, account, RoomMember, c.policy);
    if (protection == Protection::Protected) {
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
    const auto why = m_memory.whyAbsent(carrier);
    push({placeOf(s, link(carrier)), AddMember{key, as}, ChangeReason::ExpectedAbsent, why.cause, why.certainty}, as,
         protection, false, carrier);
    note(ix, &slot, std::nullopt, key, std::nullopt, true);
}

/// A person found under another account than the remembered one was probably renamed: never remove + add.
void PeopleDiff::rememberFormerAccounts()
{
    const JoinScratch &scratch = c.scratch;
    if (!m_memory.expectedSomebody())
        return;
    for (quint32 account : scratch.touchedAccounts) {
        const Slot &slot = scratch.byAccount[account];
        const Person &who = s.people[slot.person];
        const PastExpected *past = m_memory.byPerson(s.sites[who.site.value].id.value, who.id.value);
        if (slot.standing < Standing::Keep || !past || past->account.isEmpty())
            continue;
        const auto former = s.accountById.constFind(past->account.value);
        if (former == s.accountById.constEnd() || former->value == account ||
            scratch.byAccount[former->value].stamp == scratch.stamp)
            continue;
        m_renamed.insert(former->value);
        m_formerOf.insert(account, former->value);
    }
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

} // namespace

std::optional<QString> roomIdOf(const Snapshot &s, const Link &link)
{
    if (const auto *ix = std::get_if<RoomIx>(&link.room))
        return s.rooms[ix->value].id.value;
    if (const auto *missing = std::get_if<MissingRoom>(&link.room))
        return missing->id.value;
    if (const auto *unknown = std::get_if<UnknownRoom>(&link.room); unknown && !unknown->id.isEmpty())
        return unknown->id.value;
    return std::nullopt;
}

Place placeOf(const Snapshot &s, const Link &link)
{
    return {s.sites[link.site.value].id.value, s.courses[link.course.value].id.value, link.cmid.value,
            roomIdOf(s, link)};
}

RoomDiff diffRoom(const RoomContext &c, RoomIx ix, std::vector<LinkIx> links)
{
    const Snapshot &s = c.snapshot;
    const Room &room = s.rooms[ix.value];
    RoomDiff out;
    out.room = ix;
    out.links = std::move(links);

    std::vector<LinkIx> known;
    const auto unknownLink = [&](LinkIx l, UnknownReason reason, const QString &detail) {
        out.unknown.push_back({placeOf(s, s.links[l.value]), reason, detail});
    };
    for (LinkIx l : out.links) {
        if (const auto because = unknownSide(s, s.links[l.value]))
            unknownLink(l, because->reason, because->detail);
        else
            known.push_back(l);
    }
    if (known.empty())
        return out;

    const bool allHidden = std::all_of(out.links.begin(), out.links.end(), [&](LinkIx l) {
        const Link &link = s.links[l.value];
        return !link.unknown && link.hidden();
    });
    PeopleDiff people(c, out, known);
    people.collectExpected();
    if (known.size() == out.links.size())
        out.expected = people.expectedCount();
    if (room.archived && allHidden) { // members are not compared there: design section 5, *Link state*
        out.known = true;
        return out;
    }
    const bool sealed = room.archived && !s.abilities.readArchivedMembers;
    if (!room.members.isKnown() && !sealed) {
        for (LinkIx l : known)
            unknownLink(l, room.members.because().reason, room.members.because().detail);
        return out;
    }
    if (!sealed) {
        people.compare();
        if (people.trouble()) {
            out.entries.clear();
            out.findings.clear();
            out.members.reset();
            for (LinkIx l : known)
                unknownLink(l, people.trouble()->reason, people.trouble()->detail);
            return out;
        }
    }
    diffSettings(c, out, known, sealed);
    if (sealed && out.entries.empty() && !room.members.isKnown()) { // nothing opens it, and nobody looked inside
        out.findings.clear();
        for (LinkIx l : known)
            unknownLink(l, room.members.because().reason, room.members.because().detail);
        return out;
    }
    out.known = true;
    for (Entry &entry : out.entries) { // what concerns the room, people are judged already
        if (personOf(entry.change))
            continue;
        const auto carrier = std::find_if(known.begin(), known.end(),
                                          [&](LinkIx l) { return placeOf(s, s.links[l.value]) == entry.change.place; });
        const Link &link = s.links[carrier->value];
        if (!s.courses[link.course.value].inScope) {
            entry.rule = Rule::OutOfScope;
        } else if (!link.confirmed) {
            entry.rule = Rule::UnconfirmedLink;
        } else if (const QString right = missingRight(s, room, kindOf(entry.change)); !right.isEmpty()) {
            entry.rule = Rule::NoRight;
            entry.detail = right;
        } else if (room.access == Access::Administered ||
                   (room.members.isKnown() && room.members.proof() == Proof::Administered)) {
            entry.rule = Rule::Unproven;
        } else if (known.size() < out.links.size()) {
            entry.rule = Rule::SharedRoom;
        }
    }

    for (LinkIx l : known) {
        const Course &course = s.courses[s.links[l.value].course.value];
        if (course.enrolments.proof() == Proof::Uncounted)
            unknownLink(l, UnknownReason::Uncounted, {});
        else if (!sealed && room.members.proof() == Proof::Administered)
            unknownLink(l, UnknownReason::Administered, {});
        else if (!sealed && room.members.proof() == Proof::Uncounted)
            unknownLink(l, UnknownReason::Uncounted, {});
        else if (known.size() < out.links.size())
            unknownLink(l, UnknownReason::SharedLink, {});
    }
    out.partly = !out.unknown.empty();
    return out;
}

} // namespace liaison
