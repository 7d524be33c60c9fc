#include "core/run/newaccounts.h"

namespace liaison {
namespace {

Check made(CheckResult result, const char *found, const QStringList &args = {})
{
    return {QStringLiteral("new-accounts"), result, QString::fromLatin1(found), args, {}, {}};
}

} // namespace

Check newAccountsCheck(const chat::SignInServices &services)
{
    // LDAP_Sync_User_Data_Channels (since 8.x ..._Rooms) adds and removes members by itself; it is not public, so that
    // an LDAP that is on is as much as an ordinary account can learn.
    if (services.ldap == true)
        return made(CheckResult::Watch, "directory-ldap",
                    {services.cas == true ? QStringLiteral("LDAP, CAS") : QStringLiteral("LDAP")});
    if (services.cas == true && services.ldap)
        return made(CheckResult::Fine, "directory-cas");
    if (services.ldap && services.cas)
        return made(CheckResult::Fine, "directory-none");
    return made(CheckResult::NotKnown, "directory-untold");
}

Check newAccountsCheck(const std::optional<moodle::CompanionInfo> &companion)
{
    if (!companion || !companion->modRocketchat)
        return made(CheckResult::NotKnown, "plugin-accounts-untold");
    return made(CheckResult::Fine, companion->createsAccounts ? "plugin-makes-accounts" : "plugin-makes-no-accounts");
}

} // namespace liaison
