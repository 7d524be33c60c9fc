#include "core/rocketchat/errors.h"
#include "core/rocketchat/fields.h"

#include <algorithm>
#include <array>

namespace liaison::rocketchat {

namespace {

constexpr double msPerDay = 86'400'000;

/// The number at the start of `text`, which it shortens; -1 = none.
int leadingNumber(QStringView &text)
{
    qsizetype length = 0;
    while (length < text.size() && length < 5 && text[length] >= u'0' && text[length] <= u'9')
        ++length;
    if (length == 0)
        return -1;
    const int value = text.left(length).toInt();
    text = text.mid(length);
    return value;
}

bool isAlreadySo(const QString &method, const QString &serverCode)
{
    static constexpr std::array<std::pair<QLatin1String, QLatin1String>, 4> table{{
        {QLatin1String("groups.addModerator"), QLatin1String("error-user-already-moderator")},
        {QLatin1String("groups.removeModerator"), QLatin1String("error-user-not-moderator")},
        {QLatin1String("groups.kick"), QLatin1String("error-user-not-in-room")},
        {QLatin1String("groups.archive"), QLatin1String("error-room-archived")},
    }};
    return std::any_of(table.begin(), table.end(),
                       [&](const auto &row) { return method == row.first && serverCode == row.second; });
}

} // namespace

chat::ServerVersion parseVersion(const QString &text)
{
    QStringView rest = text;
    chat::ServerVersion version;
    const int major = leadingNumber(rest);
    if (major <= 0 || !rest.startsWith(u'.'))
        return {};
    rest = rest.mid(1);
    const int minor = leadingNumber(rest);
    if (minor < 0 || !(rest.isEmpty() || rest.startsWith(u'.') || rest.startsWith(u'-')))
        return {};
    version.major = major;
    version.minor = minor;
    version.text = text.left(32);
    return version;
}

Result<chat::ServerVersion> parseInfo(const net::HttpReply &reply)
{
    return parseWith<chat::ServerVersion>(reply, QStringLiteral("info"), [](const json::Fields &root, bool &ok) {
        QString text = root.label("version");
        if (text.isEmpty()) { // 3.x
            if (const auto info = root.maybeObject("info"))
                text = info->label("version");
        }
        auto version = parseVersion(text);
        ok = ok && version.isKnown();
        return version;
    });
}

Result<chat::Account> parseMe(const net::HttpReply &reply)
{
    return parseWith<chat::Account>(reply, QStringLiteral("me"), [](const json::Fields &root, bool &ok) {
        auto account = readAccount(root);
        ok = ok && account.serverRoles.has_value() && !account.username.isEmpty();
        return account;
    });
}

Result<LoginOwner> parseLogin(const net::HttpReply &reply)
{
    return parseWith<LoginOwner>(reply, QStringLiteral("login"), [](const json::Fields &root, bool &ok) {
        LoginOwner owner;
        const auto data = root.maybeObject("data");
        const auto me = data ? data->maybeObject("me") : std::nullopt;
        if (!me) {
            ok = false;
            return owner;
        }
        owner.userId = data->id("userId");
        owner.username = me->id("username");
        return owner;
    });
}

Result<chat::PermissionTable> parsePermissions(const net::HttpReply &reply)
{
    return parseWith<chat::PermissionTable>(
        reply, QStringLiteral("permissions.listAll"), [](const json::Fields &root, bool &ok) {
            chat::PermissionTable table;
            json::forEach(root.array("update"), ok, [&table](const json::Fields &permission) {
                table.insert(permission.id("_id"), permission.maybeTexts("roles").value_or(QStringList()));
            });
            return table;
        });
}

Result<std::optional<OwnToken>> parseOwnToken(const net::HttpReply &reply, const QByteArray &token)
{
    return parseWith<std::optional<OwnToken>>(
        reply, QStringLiteral("users.getPersonalAccessTokens"), [&](const json::Fields &root, bool &ok) {
            std::optional<OwnToken> own;
            json::forEach(root.array("tokens"), ok, [&](const json::Fields &fields) {
                const QByteArray last = fields.text("lastTokenPart").toUtf8();
                if (last.size() >= 4 && token.endsWith(last))
                    own = OwnToken{fields.label("name"), fields.date("createdAt")};
            });
            return own;
        });
}

Result<Page<Setting>> parseSettings(const net::HttpReply &reply)
{
    return parsePage<Setting>(reply, QStringLiteral("settings.public"), "settings", [](const json::Fields &fields) {
        Setting setting;
        setting.id = fields.id("_id");
        // Of values only what is needed is read: settings hold texts too.
        if (!setting.id.startsWith(QLatin1String("RetentionPolicy_")) &&
            setting.id != QLatin1String("Accounts_LoginExpiration") && setting.id != QLatin1String("LDAP_Enable") &&
            setting.id != QLatin1String("CAS_enabled"))
            return setting;
        bool mistyped = true; // one value, three readings: a failed one says nothing about the answer
        const json::Fields value = fields.tolerant(mistyped);
        setting.flag = value.maybeFlag("value");
        setting.number = value.maybeNumber("value");
        setting.text = value.maybeText("value");
        return setting;
    });
}

chat::RetentionSettings retentionSettings(const std::vector<Setting> &settings)
{
    chat::RetentionSettings r;
    std::optional<double> inDays;
    for (const Setting &s : settings) {
        const QStringView name = QStringView(s.id).mid(qsizetype(sizeof("RetentionPolicy_") - 1));
        if (!s.id.startsWith(QLatin1String("RetentionPolicy_")))
            continue;
        if (name == QLatin1String("Enabled"))
            r.enabled = s.flag;
        else if (name == QLatin1String("AppliesToGroups"))
            r.appliesToPrivateRooms = s.flag;
        else if (name == QLatin1String("TTL_Groups") && s.number)
            r.maxAge = *s.number / msPerDay; // from 6.10
        else if (name == QLatin1String("MaxAge_Groups"))
            inDays = s.number; // up to 6.9
        else if (name == QLatin1String("Precision"))
            r.precision = s.text;
        else if (name == QLatin1String("Advanced_Precision"))
            r.advancedPrecision = s.flag;
        else if (name == QLatin1String("DoNotPrunePinned"))
            r.excludePinned = s.flag;
        else if (name == QLatin1String("FilesOnly"))
            r.filesOnly = s.flag;
        else if (name == QLatin1String("DoNotPruneThreads"))
            r.ignoreThreads = s.flag;
        else if (name == QLatin1String("DoNotPruneDiscussion"))
            r.ignoreDiscussions = s.flag;
    }
    if (!r.maxAge)
        r.maxAge = inDays;
    return r;
}

chat::SignInServices signInServices(const std::vector<Setting> &settings)
{
    chat::SignInServices services;
    for (const Setting &s : settings) {
        if (s.id == QLatin1String("LDAP_Enable"))
            services.ldap = s.flag;
        else if (s.id == QLatin1String("CAS_enabled"))
            services.cas = s.flag;
    }
    return services;
}

Result<chat::WriteReply> parseWrite(const net::HttpReply &reply, const QString &method)
{
    const auto done = check(reply, method);
    if (!done) {
        if (!isAlreadySo(method, done.error().serverCode))
            return fail(done.error());
        return chat::WriteReply{true, done.error().serverCode, reply.serverDate};
    }
    return chat::WriteReply{false, {}, reply.serverDate};
}

} // namespace liaison::rocketchat
