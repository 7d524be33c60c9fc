#include "core/run/observation.h"

#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {

Account accountFrom(const chat::Account &from)
{
    Account account;
    account.id.value = from.id;
    account.username = from.username;
    account.name = from.name;
    account.active = !from.active ? Tri::NotKnown : *from.active ? Tri::Yes : Tri::No;
    account.serverRoles = from.serverRoles;
    account.type = from.type.value_or(QString());
    account.created = from.created;
    if (from.emails && !from.emails->isEmpty())
        account.email = from.emails->front();
    return account;
}

void lookUp(ObservationContext &c, std::vector<AccountLookup> &lookups)
{
    // Without this right the list tells more of people than a look-up does: what may be planned would depend on how
    // many were looked up.
    const auto &grants = c.builder.facts().grants;
    const bool whole = grants && grants->held(QStringLiteral("view-full-other-user-info"), RoomMember);
    AccountBook &book = c.reuseRecent ? c.servers.recentAccounts : c.accounts;
    book.lookUp(
        lookups, *c.servers.chat, whole, c.servers.pool,
        [&](int done, int total) { c.report("accounts", done, total); }, c.cancel);
}

bool readAccounts(ObservationContext &c, const AccountNeeds &needs, QSet<QString> &asked)
{
    std::vector<AccountLookup> lookups;
    for (const auto &[set, byId] : {std::pair(&needs.logins, false), std::pair(&needs.ids, true)}) {
        for (const QString &value : *set) {
            const QString key = (byId ? QStringLiteral("id:") : QStringLiteral("login:")) + value;
            if (asked.contains(key))
                continue;
            asked.insert(key);
            lookups.push_back({value, byId});
        }
    }
    std::sort(lookups.begin(), lookups.end(),
              [](const AccountLookup &a, const AccountLookup &b) { return a.value < b.value; });
    lookUp(c, lookups);
    for (const AccountLookup &l : lookups) {
        if (!l.answer)
            c.builder.addLookupFailure(l.value, becauseOfChat(l.answer.error()));
        else if (*l.answer)
            c.builder.account(accountFrom(**l.answer));
        else if (!l.byId)
            c.builder.addAbsentLogin(l.value);
        else
            c.builder.facts().absentIds.insert(l.value);
    }
    return !lookups.empty();
}

void readAllAccounts(ObservationContext &c)
{
    if (c.survey.chatDown)
        return;
    const auto accounts = c.servers.chat->allAccounts(c.cancel);
    if (!accounts)
        return;
    Snapshot &facts = c.builder.facts();
    for (const chat::Account &account : *accounts)
        c.builder.account(accountFrom(account));
    facts.allAccountsRead = true;
    // E-mails are told all or none: our own account's proves nothing, anybody else's does.
    facts.emailsReadable = std::any_of(accounts->begin(), accounts->end(), [&](const chat::Account &a) {
        return a.emails && !a.emails->isEmpty() && (!c.survey.chat || a.id != c.survey.chat->self.id);
    });
}

} // namespace liaison
