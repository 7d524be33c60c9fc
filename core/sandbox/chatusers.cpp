#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"
#include "core/sandbox/chatuserrules.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

QString userField(const ChatUser &u, const QString &field, const State &s)
{
    if (field == u"name")
        return u.name.toLower();
    if (field == u"_id")
        return u.id;
    if (field == u"type")
        return u.type;
    if (field == u"emails.address" || field == u"emails")
        return u.email;
    if (field == u"active")
        return u.active ? QStringLiteral("1") : QStringLiteral("0");
    if (field == u"status")
        return QString(s.status(u));
    return u.username;
}

/// Accounts in the order that the call asks for, by user name if it does not; `about` tells this list from others.
template <class Wanted> Answer listUsers(State &s, const Call &call, const QString &about, Wanted wanted)
{
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    const auto legacy = legacyQuery(s, call);
    if (!legacy)
        return Refusal(legacy.error());
    const QString key = call.route + u'\n' + call.text(QStringLiteral("sort")) + u'\n' + about;
    const std::vector<const ChatUser *> &users =
        s.userLists.get(s.world, s.ownWorld && !s.chat().presenceChanging, key, [&] {
            std::vector<const ChatUser *> list;
            for (const qsizetype i : s.index.usersByName()) {
                if (const ChatUser &u = s.chat().users[static_cast<std::size_t>(i)]; wanted(u))
                    list.push_back(&u);
            }
            if (keys->empty() || (keys->front().field == u"username" && !keys->front().down))
                return list;
            std::stable_sort(list.begin(), list.end(), [&](const ChatUser *a, const ChatUser *b) {
                for (const SortKey &k : *keys) {
                    const int c = userField(*a, k.field, s).compare(userField(*b, k.field, s));
                    if (c != 0)
                        return k.down ? c > 0 : c < 0;
                }
                return false;
            });
            return list;
        });
    const bool privileged = s.may(call, QStringLiteral("view-full-other-user-info"));
    const Page page = pageOf(s, call);
    if (!legacy->isAsked())
        return pagedList("users", page, static_cast<qsizetype>(users.size()), [&](JsonText &out, std::size_t i) {
            if (privileged)
                out.written(s.accountTexts.listed(s, static_cast<std::size_t>(users[i] - s.chat().users.data())));
            else
                writeListedUser(out, s, *users[i], false);
        });
    std::vector<QJsonObject> documents;
    for (const ChatUser *u : users)
        documents.push_back(valuesOf([&](JsonText &out) { writeListedUser(out, s, *u, privileged); }));
    return pagedDocuments("users", page, std::move(documents), *legacy);
}

} // namespace

Answer usersList(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-d-room")))
        return forbid();
    if (settingOn(s.chat(), QStringLiteral("API_Apply_permission_view-outside-room_on_users-list")) &&
        !s.may(call, QStringLiteral("view-outside-room")))
        return forbid();
    return listUsers(s, call, {}, [](const ChatUser &) { return true; });
}

Answer usersListByStatus(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-d-room")))
        return forbid();
    const QString status = call.text(QStringLiteral("status"));
    const QString type = call.text(QStringLiteral("type"));
    const QString term = call.text(QStringLiteral("searchTerm"));
    const QStringList roles = call.texts(QStringLiteral("roles"));
    const QString loggedIn = call.text(QStringLiteral("hasLoggedIn"));
    const QString about = QStringList{status, type, roles.join(u' '), loggedIn, term}.join(u'\n');
    return listUsers(s, call, about, [&](const ChatUser &u) {
        if (!status.isEmpty() && u.active != (status == u"active"))
            return false;
        if (!type.isEmpty() && u.type != type)
            return false;
        if (!loggedIn.isEmpty() && s.lastLogins.contains(u.id) != (loggedIn == u"true"))
            return false;
        if (!roles.isEmpty() &&
            std::none_of(u.roles.begin(), u.roles.end(), [&roles](const QString &r) { return roles.contains(r); }))
            return false;
        return term.isEmpty() || u.username.contains(term, Qt::CaseInsensitive) ||
               u.name.contains(term, Qt::CaseInsensitive) || u.email.contains(term, Qt::CaseInsensitive);
    });
}

Answer usersInfo(State &s, const Call &call)
{
    const auto legacy = legacyQuery(s, call);
    if (!legacy)
        return Refusal(legacy.error());
    const QString id = call.text(QStringLiteral("userId")), name = call.text(QStringLiteral("username"));
    if (id.isEmpty() && name.isEmpty() && call.text(QStringLiteral("importId")).isEmpty())
        return refusePlain(QStringLiteral("Invalid search query."));
    const ChatUser *user = !id.isEmpty() ? s.index.user(id) : !name.isEmpty() ? s.index.userByName(name) : nullptr;
    if (!user)
        return refusePlain(QStringLiteral("User not found."));
    const bool own = user->id == call.caller;
    const bool all = own || s.may(call, QStringLiteral("view-full-other-user-info"));
    QJsonObject document = userDocument(s, *user, all);
    const bool asked = s.version.atLeast(7, 0) ? call.on(QStringLiteral("includeUserRooms"))
                                               : legacy->fields.value(u"userRooms").toInt() == 1;
    if (asked && (own || s.may(call, QStringLiteral("view-other-user-channels")))) {
        QStringList rooms = s.index.roomsOf(user->id);
        std::sort(rooms.begin(), rooms.end(), [&s](const QString &a, const QString &b) {
            const int t = s.index.room(a)->type.compare(s.index.room(b)->type);
            return t != 0 ? t < 0 : s.index.rank(a) < s.index.rank(b);
        });
        QJsonArray list;
        for (const QString &rid : std::as_const(rooms)) {
            Room *room = s.index.room(rid);
            QJsonObject o{{QStringLiteral("_id"), s.subscription(*room, user->id)},
                          {QStringLiteral("rid"), rid},
                          {QStringLiteral("name"), room->name},
                          {QStringLiteral("t"), room->type},
                          {QStringLiteral("unread"), s.notes.value(rid).mentioned.contains(user->id) ? 1 : 0}};
            const RoomMember *m = s.index.member(*room, user->id);
            if (!m->roles.isEmpty())
                o.insert(QStringLiteral("roles"), QJsonArray::fromStringList(m->roles));
            list.append(o);
        }
        document.insert(QStringLiteral("rooms"), list);
        document.insert(QStringLiteral("canViewAllInfo"), all);
    }
    return QJsonObject{{QStringLiteral("user"), document}};
}

Answer usersCreate(State &s, const Call &call)
{
    for (const char *field : {"email", "name", "username", "password"}) {
        if (!call.params.value(QLatin1String(field)).isString())
            return invalidParams(QStringLiteral("must have required property '%1'").arg(QLatin1String(field)), false,
                                 false);
    }
    if (!s.may(call, QStringLiteral("create-user")))
        return deny(QStringLiteral("error-action-not-allowed"), QStringLiteral("Adding user is not allowed"),
                    saveMethod, QStringLiteral("Adding_user"));
    QStringList roles = call.texts(QStringLiteral("roles"));
    if (roles.isEmpty())
        roles = QStringList{QStringLiteral("user")};
    if (roles.contains(u"admin") && !s.may(call, QStringLiteral("assign-admin-role")))
        return deny(QStringLiteral("error-action-not-allowed"), QStringLiteral("Assigning admin is not allowed"),
                    saveMethod, QStringLiteral("Assign_admin"));
    if (const auto refused = refusedAccount(s, call.params))
        return *refused;
    if (const auto refused = refusedSeat(s))
        return *refused;
    if (const auto refused = refusedFields(s, call.params.value(u"customFields").toObject()))
        return *refused;
    ChatUser user;
    user.id = s.newId(QStringLiteral("user"));
    user.username = call.text(QStringLiteral("username"));
    user.name = call.text(QStringLiteral("name"));
    user.email = call.text(QStringLiteral("email"));
    user.active = call.params.value(u"active").toBool(true);
    user.roles = roles;
    if (const QJsonObject kept = declaredFields(s, call.params.value(u"customFields").toObject()); !kept.isEmpty())
        s.customFields.insert(user.id, kept);
    s.passwords.insert(user.id, call.text(QStringLiteral("password")));
    const QString id = user.id;
    s.created.insert(id, call.now);
    s.index.addUser(std::move(user));
    if (call.params.value(u"joinDefaultChannels").toBool(true))
        joinDefaultRooms(s, id, call.now);
    QJsonObject document = userDocument(s, *s.index.user(id), true);
    document.insert(QStringLiteral("_updatedAt"), isoMs(call.now));
    document.insert(QStringLiteral("status"), QStringLiteral("offline"));
    // The answer carries the hash (contract section 5): whoever keeps it is found by the tests that look for canaries.
    const QJsonObject password{{QStringLiteral("bcrypt"), QString(QLatin1String("$2b$10$CANARY-hash-") + id)}};
    document.insert(QStringLiteral("services"), QJsonObject{{QStringLiteral("password"), password}});
    return QJsonObject{{QStringLiteral("user"), document}};
}

Answer usersSetActiveStatus(State &s, const Call &call)
{
    if (!call.params.value(u"userId").isString() || !call.params.value(u"activeStatus").isBool())
        return invalidParams(
            QStringLiteral("must have required property '%1'")
                .arg(call.params.value(u"userId").isString() ? QLatin1String("activeStatus") : QLatin1String("userId")),
            false, false);
    if (!s.may(call, QStringLiteral("edit-other-user-active-status")))
        return forbid();
    ChatUser *user = s.index.user(call.text(QStringLiteral("userId")));
    if (!user)
        return refusePlain(QStringLiteral("User not found"));
    const bool active = call.params.value(u"activeStatus").toBool();
    if (!active) {
        if (const auto refused = relinquish(s, user->id, call.on(QStringLiteral("confirmRelinquish"))))
            return *refused;
        s.tokens.removeAll(user->id);
    }
    user->active = active;
    return QJsonObject{
        {QStringLiteral("user"), QJsonObject{{QStringLiteral("_id"), user->id}, {QStringLiteral("active"), active}}}};
}

} // namespace liaison::sandbox::chat
