#include "core/sandbox/chatdocs.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

/// What every shape of a room has.
QJsonObject roomCore(const State &s, const Room &room)
{
    static const RoomNotes none;
    const auto noted = s.notes.constFind(room.id);
    const RoomNotes &notes = noted == s.notes.constEnd() ? none : *noted;
    QJsonObject o{
        {QStringLiteral("_id"), room.id},
        {QStringLiteral("name"), room.name},
        {QStringLiteral("fname"), room.name},
        {QStringLiteral("t"), room.type},
        {QStringLiteral("msgs"), s.messages.count(room)},
        {QStringLiteral("usersCount"),
         static_cast<int>(room.members.size())}, // deactivated accounts count: contract 0.4
        {QStringLiteral("u"), userReference(s, room.creator)},
        {QStringLiteral("ts"), isoMs(room.created.isKnown() ? room.created : s.pastDate(room.id, 60))},
        {QStringLiteral("ro"), notes.readOnly},
    };
    if (room.archived)
        o.insert(QStringLiteral("archived"), true);
    if (room.encrypted)
        o.insert(QStringLiteral("encrypted"), true);
    if (!room.topic.isEmpty())
        o.insert(QStringLiteral("topic"), room.topic);
    if (notes.announcement)
        o.insert(QStringLiteral("announcement"), *notes.announcement);
    if (notes.description)
        o.insert(QStringLiteral("description"), *notes.description);
    return o;
}

QJsonArray emails(const ChatUser &user)
{
    return {QJsonObject{{QStringLiteral("address"), user.email}, {QStringLiteral("verified"), true}}};
}

} // namespace

QJsonObject roomDocument(const State &s, const Room &room)
{
    QJsonObject o = roomCore(s, room);
    o.insert(QStringLiteral("sysMes"), true);
    const auto last = s.messages.last(room);
    Instant changed = last ? last->at : room.created.isKnown() ? room.created : s.pastDate(room.id, 60);
    changed = std::max(changed, s.notes.value(room.id).touched);
    o.insert(QStringLiteral("_updatedAt"), isoMs(changed));
    if (last) {
        o.insert(QStringLiteral("lm"), isoMs(last->at));
        o.insert(QStringLiteral("lastMessage"), messageDocument(s, room, *last));
    }
    if (room.customFields.isObject())
        o.insert(QStringLiteral("customFields"), room.customFields);
    if (room.retention) {
        const Retention &r = *room.retention;
        QJsonObject retention{{QStringLiteral("enabled"), r.enabled},
                              {QStringLiteral("overrideGlobal"), r.overrideGlobal},
                              {QStringLiteral("excludePinned"), r.excludePinned},
                              {QStringLiteral("filesOnly"), r.filesOnly},
                              {QStringLiteral("ignoreThreads"), r.ignoreThreads}};
        if (r.maxAge)
            retention.insert(QStringLiteral("maxAge"), *r.maxAge);
        o.insert(QStringLiteral("retention"), retention);
    }
    return o;
}

QJsonObject adminRoomDocument(const State &s, const Room &room)
{
    QJsonObject o = roomCore(s, room);
    o.remove(QStringLiteral("encrypted"));
    if (s.version.atLeast(8, 7) && room.customFields.isObject())
        o.insert(QStringLiteral("customFields"), room.customFields);
    return o;
}

QJsonObject messageDocument(const State &s, const Room &room, const Message &message)
{
    QJsonObject o{
        {QStringLiteral("_id"), message.id},
        {QStringLiteral("rid"), room.id},
        {QStringLiteral("msg"), message.text},
        {QStringLiteral("ts"), isoMs(message.at)},
        {QStringLiteral("u"), userReference(s, message.user)},
        {QStringLiteral("_updatedAt"), isoMs(message.at)},
    };
    if (message.type.isEmpty()) {
        o.insert(QStringLiteral("urls"), QJsonArray());
        o.insert(QStringLiteral("mentions"), QJsonArray());
        o.insert(QStringLiteral("channels"), QJsonArray());
        const QJsonObject plain{{QStringLiteral("type"), QStringLiteral("PLAIN_TEXT")},
                                {QStringLiteral("value"), message.text}};
        o.insert(QStringLiteral("md"), QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("PARAGRAPH")},
                                                              {QStringLiteral("value"), QJsonArray{plain}}}});
        return o;
    }
    o.insert(QStringLiteral("t"), message.type);
    o.insert(QStringLiteral("groupable"), false);
    if (!message.role.isEmpty())
        o.insert(QStringLiteral("role"), message.role);
    // A system message about somebody names the account, not its id.
    if (const ChatUser *about = s.index.user(message.text))
        o.insert(QStringLiteral("msg"), about->username);
    return o;
}

QJsonObject userReference(const State &s, const QString &id)
{
    const ChatUser *u = s.index.user(id);
    if (u)
        return {{QStringLiteral("_id"), u->id},
                {QStringLiteral("username"), u->username},
                {QStringLiteral("name"), u->name}};
    // The account is gone, or the server itself did it.
    const QString who = id.isEmpty() ? QStringLiteral("rocket.cat") : id;
    return {{QStringLiteral("_id"), who}, {QStringLiteral("username"), who}, {QStringLiteral("name"), who}};
}

QJsonObject memberDocument(const State &s, const ChatUser &user)
{
    return {{QStringLiteral("_id"), user.id},
            {QStringLiteral("username"), user.username},
            {QStringLiteral("name"), user.name},
            {QStringLiteral("status"), s.status(user)},
            {QStringLiteral("_updatedAt"), isoMs(s.pastDate(user.id, 1))}};
}

QJsonObject listedUser(const State &s, const ChatUser &user, bool privileged)
{
    QJsonObject o{{QStringLiteral("_id"), user.id},
                  {QStringLiteral("username"), user.username},
                  {QStringLiteral("name"), user.name},
                  {QStringLiteral("type"), user.type},
                  {QStringLiteral("active"), user.active},
                  {QStringLiteral("status"), s.status(user)},
                  {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)}};
    if (privileged && !user.email.isEmpty())
        o.insert(QStringLiteral("emails"), emails(user));
    return o;
}

QJsonObject userDocument(const State &s, const ChatUser &user, bool privileged)
{
    QJsonObject o{{QStringLiteral("_id"), user.id},
                  {QStringLiteral("username"), user.username},
                  {QStringLiteral("name"), user.name},
                  {QStringLiteral("type"), user.type},
                  {QStringLiteral("status"), s.status(user)}};
    if (!privileged)
        return o;
    o.insert(QStringLiteral("active"), user.active);
    o.insert(QStringLiteral("roles"), QJsonArray::fromStringList(user.roles));
    o.insert(QStringLiteral("createdAt"), isoMs(s.created.value(user.id, s.pastDate(user.id, 90))));
    o.insert(QStringLiteral("_updatedAt"), isoMs(s.pastDate(user.id, 1)));
    if (!user.email.isEmpty())
        o.insert(QStringLiteral("emails"), emails(user));
    if (const auto it = s.customFields.constFind(user.id); it != s.customFields.constEnd())
        o.insert(QStringLiteral("customFields"), *it);
    return o;
}

QJsonObject selfDocument(const State &s, const ChatUser &user)
{
    QJsonObject o{
        {QStringLiteral("_id"), user.id},
        {QStringLiteral("name"), user.name},
        {QStringLiteral("username"), user.username},
        {QStringLiteral("status"), s.status(user)},
        {QStringLiteral("statusConnection"), s.status(user)},
        {QStringLiteral("statusText"), QString()},
        {QStringLiteral("utcOffset"), 0},
        {QStringLiteral("active"), user.active},
        {QStringLiteral("type"), user.type},
        {QStringLiteral("roles"), QJsonArray::fromStringList(user.roles)},
        {QStringLiteral("settings"),
         QJsonObject{{QStringLiteral("profile"), QJsonObject()},
                     {QStringLiteral("preferences"), QJsonObject{{QStringLiteral("language"), QStringLiteral("en")}}}}},
        {QStringLiteral("services"),
         QJsonObject{{QStringLiteral("password"), QJsonObject{{QStringLiteral("exists"), true}}},
                     {QStringLiteral("email2fa"),
                      QJsonObject{{QStringLiteral("enabled"),
                                   settingOn(s.chat(),
                                             QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled"))}}}}},
        {QStringLiteral("avatarUrl"), QString(setting(s.chat(), QStringLiteral("Site_Url")).toString() +
                                              QStringLiteral("/avatar/") + user.username)},
        {QStringLiteral("isOAuthUser"), false},
    };
    if (!user.email.isEmpty())
        o.insert(QStringLiteral("emails"), emails(user));
    return o;
}

QJsonObject roleDocument(const State &s, const Room &room, const RoomMember &member)
{
    return {{QStringLiteral("_id"), s.subscription(room, member.user)},
            {QStringLiteral("rid"), room.id},
            {QStringLiteral("u"), userReference(s, member.user)},
            {QStringLiteral("roles"), QJsonArray::fromStringList(member.roles)}};
}

} // namespace liaison::sandbox::chat
