#include "core/sandbox/chatuserrules.h"

#include "core/sandbox/chatnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

Refusal fieldTaken(const QString &value)
{
    Refusal r = refuse(QStringLiteral("error-field-unavailable"),
                       QStringLiteral("%1 is already in use :(").arg(value.toHtmlEscaped()), saveMethod);
    r.value().details.insert(QStringLiteral("field"), value);
    return r;
}

/// Rooms that would be left without owner: handed over, or removed where nobody else is in them.
struct SoleOwner
{
    QStringList handedOver, removed; ///< ids
};
SoleOwner solelyOwned(const State &s, const QString &user)
{
    SoleOwner rooms;
    const QStringList mine = s.index.roomsOf(user);
    for (const QString &id : mine) {
        Room *room = s.index.room(id);
        const RoomMember *me = s.index.member(*room, user);
        if (!me->roles.contains(u"owner"))
            continue;
        const auto others = std::count_if(room->members.begin(), room->members.end(), [&user](const RoomMember &m) {
            return m.user != user && m.roles.contains(u"owner");
        });
        if (others == 0)
            (room->members.size() > 1 ? rooms.handedOver : rooms.removed).append(id);
    }
    return rooms;
}

QJsonArray namesOf(const State &s, const QStringList &rooms)
{
    QJsonArray names;
    for (const QString &id : rooms)
        names.append(s.index.room(id)->name);
    return names;
}

void giveUp(State &s, const QString &user, const SoleOwner &rooms)
{
    for (const QString &id : rooms.handedOver) {
        Room *room = s.index.room(id);
        const auto next = std::find_if(room->members.begin(), room->members.end(),
                                       [&user](const RoomMember &m) { return m.user != user; });
        next->roles.append(QStringLiteral("owner"));
    }
    for (const QString &id : rooms.removed)
        s.removeRoom(id);
}

QJsonObject declaration(const State &s)
{
    return QJsonDocument::fromJson(setting(s.chat(), QStringLiteral("Accounts_CustomFields")).toString().toUtf8())
        .object();
}

} // namespace

std::optional<Refusal> refusedAccount(const State &s, const QJsonObject &params, const ChatUser *existing)
{
    const auto given = [&](QStringView field) { return !existing || params.contains(field); };
    const QString username = params.value(u"username").toString(), email = params.value(u"email").toString();
    for (const char *field : {"name", "username"}) {
        if (given(QString::fromLatin1(field)) && params.value(QLatin1String(field)).toString().trimmed().isEmpty()) {
            Refusal r = refuse(QStringLiteral("error-the-field-is-required"),
                               QStringLiteral("The field %1 is required").arg(QLatin1String(field)), saveMethod);
            r.value().details.insert(QStringLiteral("field"), QLatin1String(field));
            return r;
        }
    }
    if (given(u"username")) {
        if (!matchesSetting(s, QStringLiteral("UTF8_User_Names_Validation"), username)) {
            const QString shown = username.toHtmlEscaped();
            Refusal r = refuse(QStringLiteral("error-input-is-not-a-valid-field"),
                               QStringLiteral("%1 is not a valid username").arg(shown), saveMethod);
            r.value().details.insert(QStringLiteral("input"), username);
            r.value().details.insert(QStringLiteral("field"), QStringLiteral("Username"));
            return r;
        }
        const QStringList blocked = setting(s.chat(), QStringLiteral("Accounts_BlockedUsernameList"))
                                        .toString()
                                        .split(u',', Qt::SkipEmptyParts);
        if (isReservedName(username) || blocked.contains(username, Qt::CaseInsensitive))
            return refuse(QStringLiteral("error-blocked-username"),
                          QStringLiteral("%1 is blocked and can't be used!").arg(username), saveMethod);
        if (const ChatUser *other = s.index.userByName(username); other && other != existing)
            return fieldTaken(username);
    }
    if (given(u"email")) {
        if (!email.contains(u'@'))
            return refuse(QStringLiteral("error-invalid-email"), QStringLiteral("Invalid email %1").arg(email),
                          saveMethod);
        if (const ChatUser *other = s.index.userByEmail(email); other && other != existing)
            return fieldTaken(email);
    }
    return std::nullopt;
}

std::optional<Refusal> refusedSeat(const State &s)
{
    const int seats = settingNumber(s.chat(), QStringLiteral("Sandbox_Seats"), 0);
    const auto used = std::count_if(s.chat().users.begin(), s.chat().users.end(),
                                    [](const ChatUser &u) { return u.active && u.type == u"user"; });
    if (seats > 0 && used >= seats)
        return refuse(QStringLiteral("error-license-user-limit-reached"),
                      QStringLiteral("The maximum number of users has been reached."));
    return std::nullopt;
}

std::optional<Refusal> refusedFields(const State &s, const QJsonObject &given)
{
    const QJsonObject declared = declaration(s);
    for (auto it = declared.begin(); it != declared.end(); ++it) {
        if (it.value().toObject().value(u"required").toBool() && given.value(it.key()).toString().trimmed().isEmpty())
            return refuse(QStringLiteral("error-user-registration-custom-field"),
                          QStringLiteral("Field %1 is required").arg(it.key()), QStringLiteral("registerUser"));
    }
    return std::nullopt;
}

void joinDefaultRooms(State &s, const QString &user, Instant now)
{
    for (std::size_t i = 0; i < s.chat().rooms.size(); ++i) {
        const QString id = s.chat().rooms[i].id;
        const auto noted = s.notes.constFind(id);
        if (noted == s.notes.constEnd() || !noted->more.value(u"default").toBool())
            continue;
        Room *const room = s.index.room(id);
        s.join(*room, user);
        s.messages.event(*room, {now, QStringLiteral("uj"), user, user});
        ++s.posted;
    }
}

QJsonObject declaredFields(const State &s, const QJsonObject &given)
{
    const QJsonObject declared = declaration(s);
    QJsonObject kept;
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (declared.contains(it.key()))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

std::optional<Refusal> relinquish(State &s, const QString &user, bool confirmed)
{
    const SoleOwner rooms = solelyOwned(s, user);
    if ((!rooms.handedOver.isEmpty() || !rooms.removed.isEmpty()) && !confirmed) {
        Refusal r = refuse(QStringLiteral("user-last-owner"), {});
        r.value().details = {{QStringLiteral("shouldChangeOwner"), namesOf(s, rooms.handedOver)},
                             {QStringLiteral("shouldBeRemoved"), namesOf(s, rooms.removed)}};
        return r;
    }
    giveUp(s, user, rooms);
    return std::nullopt;
}

} // namespace liaison::sandbox::chat
