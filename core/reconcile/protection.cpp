#include "core/reconcile/protection.h"

namespace liaison {

bool isApiAccount(const Snapshot &s, const Account &account)
{
    return s.apiAccounts.contains(account.id.value.toLower()) || s.apiAccounts.contains(account.username.toLower());
}

Protection protectionOf(const Snapshot &s, const Account &account, quint8 roomRoles, const Policy &policy)
{
    if (isApiAccount(s, account))
        return Protection::ApiAccount;
    if ((roomRoles & RoomOwner) || policy.exclude.contains(account.username, Qt::CaseInsensitive) ||
        policy.exclude.contains(account.id.value))
        return Protection::Protected;
    if (account.type == u"bot" || account.type == u"app")
        return Protection::Protected;
    if (!account.serverRoles)
        return Protection::NotKnown;
    for (const QString &role : *account.serverRoles) {
        if (role == u"admin" || role == u"bot" || role == u"app")
            return Protection::Protected;
    }
    return Protection::None;
}

} // namespace liaison
