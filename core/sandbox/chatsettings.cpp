#include "core/sandbox/chatsettings.h"

namespace liaison::sandbox::chat {

namespace {

struct Shipped
{
    QJsonValue value;
    bool isPublic = true;
};

std::map<QString, Shipped> shippedSettings()
{
    return {
        {QStringLiteral("API_Allow_Infinite_Count"), {true, false}},
        {QStringLiteral("API_Default_Count"), {50, false}},
        {QStringLiteral("API_Enable_Rate_Limiter"), {true, false}},
        {QStringLiteral("API_Enable_Rate_Limiter_Limit_Calls_Default"), {10, false}},
        {QStringLiteral("API_Enable_Rate_Limiter_Limit_Time_Default"), {60000, false}},
        {QStringLiteral("API_Upper_Count_Limit"), {100, false}},
        {QStringLiteral("API_User_Limit"), {500, false}},
        {QStringLiteral("Accounts_BlockedUsernameList"), {QString(), false}},
        {QStringLiteral("Accounts_CustomFields"), {QString(), true}},
        {QStringLiteral("Accounts_LoginExpiration"), {90, true}},
        {QStringLiteral("Accounts_RegistrationForm"), {QStringLiteral("Public"), true}},
        {QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled"), {false, false}},
        {QStringLiteral("Accounts_TwoFactorAuthentication_Enabled"), {true, true}},
        {QStringLiteral("Accounts_TwoFactorAuthentication_Enforce_Password_Fallback"), {true, true}},
        {QStringLiteral("Accounts_TwoFactorAuthentication_RememberFor"), {1800, false}},
        {QStringLiteral("CAS_enabled"), {false, true}},
        {QStringLiteral("E2E_Enable"), {false, true}},
        {QStringLiteral("E2E_Enabled_Default_PrivateRooms"), {false, true}},
        {QStringLiteral("LDAP_Enable"), {false, true}},
        {QStringLiteral("RetentionPolicy_Advanced_Precision"), {false, true}},
        {QStringLiteral("RetentionPolicy_Advanced_Precision_Cron"), {QStringLiteral("*/30 * * * *"), true}},
        {QStringLiteral("RetentionPolicy_AppliesToGroups"), {false, true}},
        {QStringLiteral("RetentionPolicy_DoNotPruneDiscussion"), {true, true}},
        {QStringLiteral("RetentionPolicy_DoNotPrunePinned"), {false, true}},
        {QStringLiteral("RetentionPolicy_DoNotPruneThreads"), {true, true}},
        {QStringLiteral("RetentionPolicy_Enabled"), {false, true}},
        {QStringLiteral("RetentionPolicy_FilesOnly"), {false, true}},
        {QStringLiteral("RetentionPolicy_MaxAge_Groups"), {30, true}},
        {QStringLiteral("RetentionPolicy_Precision"), {QStringLiteral("0"), true}},
        {QStringLiteral("RetentionPolicy_TTL_Groups"), {2592000000.0, true}},
        {QStringLiteral("Site_Name"), {QStringLiteral("Rocket.Chat"), true}},
        {QStringLiteral("Site_Url"), {QStringLiteral("https://chat.example.org"), true}},
        {QStringLiteral("UI_Allow_room_names_with_special_chars"), {false, true}},
        {QStringLiteral("UI_Use_Real_Name"), {false, true}},
        {QStringLiteral("UTF8_Channel_Names_Validation"), {QStringLiteral("[0-9a-zA-Z-_.]+"), true}},
        {QStringLiteral("UTF8_User_Names_Validation"), {QStringLiteral("[0-9a-zA-Z-_.]+"), true}},
    };
}

const std::map<QString, Shipped> &shipped()
{
    static const std::map<QString, Shipped> table = shippedSettings();
    return table;
}

} // namespace

QJsonValue setting(const Chat &chat, const QString &id)
{
    if (const auto it = chat.settings.find(id); it != chat.settings.end())
        return it->second;
    const auto it = shipped().find(id);
    return it == shipped().end() ? QJsonValue() : it->second.value;
}

bool settingOn(const Chat &chat, const QString &id)
{
    return setting(chat, id).toBool();
}

int settingNumber(const Chat &chat, const QString &id, int otherwise)
{
    const int n = setting(chat, id).toInt(0);
    return n > 0 ? n : otherwise;
}

QStringList publicSettings(const Version &version)
{
    // The retention age changed its unit and its name with 6.10 (#32425).
    const QString absent = version.atLeast(6, 10) ? QStringLiteral("RetentionPolicy_MaxAge_Groups")
                                                  : QStringLiteral("RetentionPolicy_TTL_Groups");
    QStringList ids;
    for (const auto &[id, s] : shipped()) {
        if (s.isPublic && id != absent)
            ids.append(id);
    }
    return ids;
}

bool settingExists(const Chat &chat, const QString &id)
{
    return shipped().count(id) > 0 || chat.settings.count(id) > 0;
}

} // namespace liaison::sandbox::chat
