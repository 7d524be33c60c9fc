#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"
#include "core/sandbox/chatuserrules.h"

#include <algorithm>

/// Accounts: open registration, changes, deletion, presence (contract section 6).
namespace liaison::sandbox::chat {

namespace {

/// The first account of an empty server becomes its administrator.
QStringList rolesOfNewcomer(const State &s)
{
    const bool empty =
        std::all_of(s.chat().users.begin(), s.chat().users.end(), [](const ChatUser &u) { return u.type != u"user"; });
    return empty ? QStringList{QStringLiteral("user"), QStringLiteral("admin")} : QStringList{QStringLiteral("user")};
}

} // namespace

Answer usersRegister(State &s, const Call &call)
{
    if (!call.caller.isEmpty())
        return refusePlain(QStringLiteral("Logged in users can not register again."));
    for (const char *field : {"username", "email", "pass", "name"}) {
        if (!call.params.value(QLatin1String(field)).isString())
            return invalidParams(QStringLiteral("must have required property '%1'").arg(QLatin1String(field)), false,
                                 false);
    }
    if (setting(s.chat(), QStringLiteral("Accounts_RegistrationForm")).toString() != u"Public")
        return refuse(QStringLiteral("error-user-registration-disabled"),
                      QStringLiteral("User registration is disabled"), QStringLiteral("registerUser"));
    if (const auto refused = refusedAccount(s, call.params))
        return *refused;
    if (const auto refused = refusedSeat(s))
        return *refused;
    ChatUser user;
    user.id = s.newId(QStringLiteral("user"));
    user.username = call.text(QStringLiteral("username"));
    user.name = call.text(QStringLiteral("name"));
    user.email = call.text(QStringLiteral("email"));
    user.roles = rolesOfNewcomer(s);
    const QString id = user.id;
    s.created.insert(id, call.now);
    s.passwords.insert(id, call.text(QStringLiteral("pass")));
    s.index.addUser(std::move(user));
    return QJsonObject{{QStringLiteral("user"), userDocument(s, *s.index.user(id), true)}};
}

Answer usersUpdate(State &s, const Call &call)
{
    if (!call.params.value(u"userId").isString() || !call.params.value(u"data").isObject())
        return invalidParams(
            QStringLiteral("must have required property '%1'")
                .arg(call.params.value(u"userId").isString() ? QLatin1String("data") : QLatin1String("userId")),
            false, false);
    ChatUser *user = s.index.user(call.text(QStringLiteral("userId")));
    if (!s.may(call, QStringLiteral("edit-other-user-info")) && (!user || user->id != call.caller))
        return deny(QStringLiteral("error-action-not-allowed"), QStringLiteral("Editing user is not allowed"),
                    saveMethod, QStringLiteral("Editing_user"));
    if (!user)
        return refuse(QStringLiteral("error-invalid-user"), QStringLiteral("Invalid user"), saveMethod);
    const QJsonObject data = call.params.value(u"data").toObject();
    if (const auto refused = refusedAccount(s, data, user))
        return *refused;
    const QJsonValue active = data.value(u"active");
    if (active.isBool() && !active.toBool() && user->active) {
        if (const auto refused = relinquish(s, user->id, call.on(QStringLiteral("confirmRelinquish"))))
            return *refused;
        s.tokens.removeAll(user->id);
    }
    user->active = active.toBool(user->active);
    user->name = data.value(u"name").toString(user->name);
    user->email = data.value(u"email").toString(user->email);
    if (data.value(u"roles").isArray()) {
        user->roles.clear();
        const QJsonArray roles = data.value(u"roles").toArray();
        for (const QJsonValue &role : roles)
            user->roles.append(role.toString());
    }
    if (data.value(u"password").isString())
        s.passwords.insert(user->id, data.value(u"password").toString());
    if (data.value(u"customFields").isObject()) {
        // From 7.5.4 the given fields are merged into those there are (#36618).
        QJsonObject fields = s.version.atLeast(7, 6) ? s.customFields.value(user->id) : QJsonObject();
        const QJsonObject given = declaredFields(s, data.value(u"customFields").toObject());
        for (auto it = given.begin(); it != given.end(); ++it)
            fields.insert(it.key(), it.value());
        s.customFields.insert(user->id, fields);
    }
    const QString id = user->id;
    if (data.value(u"username").isString())
        user->username = data.value(u"username").toString();
    s.index.build(s.chat()); // names and addresses may be others
    QJsonObject document = userDocument(s, *s.index.user(id), true);
    document.insert(QStringLiteral("_updatedAt"), isoMs(call.now));
    return QJsonObject{{QStringLiteral("user"), document}};
}

Answer usersDelete(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("delete-user")))
        return forbid();
    const auto found = findUser(s, call);
    if (!found)
        return Refusal(found.error());
    const QString id = (*found)->id;
    if (const auto refused = relinquish(s, id, call.on(QStringLiteral("confirmRelinquish"))))
        return *refused;
    const QStringList rooms = s.index.roomsOf(id);
    for (const QString &room : rooms) {
        if (Room *r = s.index.room(room))
            s.leave(*r, id);
    }
    s.tokens.removeAll(id);
    if (s.chat().apiUser == id)
        s.chat().apiUser.clear();
    auto &users = s.chat().users;
    users.erase(std::remove_if(users.begin(), users.end(), [&](const ChatUser &u) { return u.id == id; }), users.end());
    s.index.build(s.chat());
    return QJsonObject();
}

Answer usersPresence(State &s, const Call &call)
{
    const QStringList ids = call.texts(QStringLiteral("ids"));
    const bool full = ids.isEmpty() && !call.has(QStringLiteral("from"));
    QJsonArray users;
    for (const ChatUser &u : s.chat().users) {
        const QString status = s.status(u);
        if (ids.isEmpty() ? status == u"offline" : !ids.contains(u.id))
            continue;
        users.append(QJsonObject{{QStringLiteral("_id"), u.id},
                                 {QStringLiteral("name"), u.name},
                                 {QStringLiteral("username"), u.username},
                                 {QStringLiteral("status"), status},
                                 {QStringLiteral("utcOffset"), 0},
                                 {QStringLiteral("avatarETag"), QString()}});
    }
    return QJsonObject{{QStringLiteral("users"), users}, {QStringLiteral("full"), full}};
}

Answer usersSendEmailCode(State &s, const Call &call)
{
    const QString name = call.text(QStringLiteral("emailOrUsername"));
    if (name.isEmpty())
        return refuse(QStringLiteral("error-parameter-required"), QStringLiteral("emailOrUsername is required"));
    const ChatUser *const named = s.index.userByName(name);
    const ChatUser *const user = named ? named : s.index.userByEmail(name);
    if (!user)
        return refuse(QStringLiteral("error-invalid-user"), QStringLiteral("Invalid user"));
    s.wrongCodes.remove(user->id);
    return QJsonObject(); // the code is always SandboxRocketChat::emailCode
}

} // namespace liaison::sandbox::chat
