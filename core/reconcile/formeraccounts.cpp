#include "core/reconcile/peoplediff.h"

#include <algorithm>

/// People whom the identity rule leads to no account, or to another one than before.
namespace liaison {

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
    if (identity.state == State::NotLookedUp && expected && c.needs) {
        c.needs->logins.insert(identity.login); // the account of earlier is asked for only where there is none now
        return;
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

} // namespace liaison
