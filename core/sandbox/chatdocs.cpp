#include "core/sandbox/chatdocs.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

/// What every shape of a room has.
QJsonObject roomCore(const State &s, const Room &room)
{
    const RoomNotes notes = s.notes.value(room.id);
    QJsonObject o{
        {word("_id"), room.id},
        {word("name"), room.name},
        {word("fname"), room.name},
        {word("t"), room.type},
        {word("msgs"), s.messages.count(room)},
        {word("usersCount"), static_cast<int>(room.members.size())}, // deactivated accounts count: contract 0.4
        {word("u"), userReference(s, room.creator)},
        {word("ts"), isoMs(room.created.isKnown() ? room.created : s.pastDate(room.id, 60))},
        {word("ro"), notes.readOnly},
    };
    if (room.archived)
        o.insert(word("archived"), true);
    if (room.encrypted)
        o.insert(word("encrypted"), true);
    if (!room.topic.isEmpty())
        o.insert(word("topic"), room.topic);
    if (notes.announcement)
        o.insert(word("announcement"), *notes.announcement);
    if (notes.description)
        o.insert(word("description"), *notes.description);
    return o;
}

QJsonArray emails(const ChatUser &user)
{
    return {QJsonObject{{word("address"), user.email}, {word("verified"), true}}};
}

} // namespace

QJsonObject roomDocument(const State &s, const Room &room)
{
    QJsonObject o = roomCore(s, room);
    o.insert(word("sysMes"), true);
    const auto last = s.messages.last(room);
    Instant changed = last ? last->at : room.created.isKnown() ? room.created : s.pastDate(room.id, 60);
    changed = std::max(changed, s.notes.value(room.id).touched);
    o.insert(word("_updatedAt"), isoMs(changed));
    if (last) {
        o.insert(word("lm"), isoMs(last->at));
        o.insert(word("lastMessage"), messageDocument(s, room, *last));
    }
    if (room.customFields.isObject())
        o.insert(word("customFields"), room.customFields);
    if (room.retention) {
        const Retention &r = *room.retention;
        QJsonObject retention{{word("enabled"), r.enabled},
                              {word("overrideGlobal"), r.overrideGlobal},
                              {word("excludePinned"), r.excludePinned},
                              {word("filesOnly"), r.filesOnly},
                              {word("ignoreThreads"), r.ignoreThreads}};
        if (r.maxAge)
            retention.insert(word("maxAge"), *r.maxAge);
        o.insert(word("retention"), retention);
    }
    return o;
}

QJsonObject adminRoomDocument(const State &s, const Room &room)
{
    QJsonObject o = roomCore(s, room);
    o.remove(word("encrypted"));
    if (s.version.atLeast(8, 7) && room.customFields.isObject())
        o.insert(word("customFields"), room.customFields);
    return o;
}

QJsonObject messageDocument(const State &s, const Room &room, const Message &message)
{
    QJsonObject o{
        {word("_id"), message.id},
        {word("rid"), room.id},
        {word("msg"), message.text},
        {word("ts"), isoMs(message.at)},
        {word("u"), userReference(s, message.user)},
        {word("_updatedAt"), isoMs(message.at)},
    };
    if (message.type.isEmpty()) {
        o.insert(word("urls"), QJsonArray());
        o.insert(word("mentions"), QJsonArray());
        o.insert(word("channels"), QJsonArray());
        const QJsonObject plain{{word("type"), word("PLAIN_TEXT")}, {word("value"), message.text}};
        o.insert(word("md"),
                 QJsonArray{QJsonObject{{word("type"), word("PARAGRAPH")}, {word("value"), QJsonArray{plain}}}});
        return o;
    }
    o.insert(word("t"), message.type);
    o.insert(word("groupable"), false);
    if (!message.role.isEmpty())
        o.insert(word("role"), message.role);
    // A system message about somebody names the account, not its id.
    if (const ChatUser *about = s.index.user(message.text))
        o.insert(word("msg"), about->username);
    return o;
}

QJsonObject userReference(const State &s, const QString &id)
{
    const ChatUser *u = s.index.user(id);
    if (u)
        return {{word("_id"), u->id}, {word("username"), u->username}, {word("name"), u->name}};
    // The account is gone, or the server itself did it.
    const QString who = id.isEmpty() ? word("rocket.cat") : id;
    return {{word("_id"), who}, {word("username"), who}, {word("name"), who}};
}

QJsonObject memberDocument(const State &s, const ChatUser &user)
{
    return {{word("_id"), user.id},
            {word("username"), user.username},
            {word("name"), user.name},
            {word("status"), s.status(user)},
            {word("_updatedAt"), isoMs(s.pastDate(user.id, 1))}};
}

QJsonObject listedUser(const State &s, const ChatUser &user, bool privileged)
{
    QJsonObject o{{word("_id"), user.id},
                  {word("username"), user.username},
                  {word("name"), user.name},
                  {word("type"), user.type},
                  {word("active"), user.active},
                  {word("status"), s.status(user)},
                  {word("roles"), QJsonArray::fromStringList(user.roles)}};
    if (privileged && !user.email.isEmpty())
        o.insert(word("emails"), emails(user));
    return o;
}

QJsonObject userDocument(const State &s, const ChatUser &user, bool privileged)
{
    QJsonObject o{{word("_id"), user.id},
                  {word("username"), user.username},
                  {word("name"), user.name},
                  {word("type"), user.type},
                  {word("status"), s.status(user)}};
    if (!privileged)
        return o;
    o.insert(word("active"), user.active);
    o.insert(word("roles"), QJsonArray::fromStringList(user.roles));
    o.insert(word("createdAt"), isoMs(s.created.value(user.id, s.pastDate(user.id, 90))));
    o.insert(word("_updatedAt"), isoMs(s.pastDate(user.id, 1)));
    if (!user.email.isEmpty())
        o.insert(word("emails"), emails(user));
    if (const auto it = s.customFields.constFind(user.id); it != s.customFields.constEnd())
        o.insert(word("customFields"), *it);
    return o;
}

QJsonObject selfDocument(const State &s, const ChatUser &user)
{
    QJsonObject o{
        {word("_id"), user.id},
        {word("name"), user.name},
        {word("username"), user.username},
        {word("status"), s.status(user)},
        {word("statusConnection"), s.status(user)},
        {word("statusText"), QString()},
        {word("utcOffset"), 0},
        {word("active"), user.active},
        {word("type"), user.type},
        {word("roles"), QJsonArray::fromStringList(user.roles)},
        {word("settings"), QJsonObject{{word("profile"), QJsonObject()},
                                       {word("preferences"), QJsonObject{{word("language"), word("en")}}}}},
        {word("services"),
         QJsonObject{{word("password"), QJsonObject{{word("exists"), true}}},
                     {word("email2fa"),
                      QJsonObject{{word("enabled"),
                                   settingOn(s.chat(), word("Accounts_TwoFactorAuthentication_By_Email_Enabled"))}}}}},
        {word("avatarUrl"), QString(setting(s.chat(), word("Site_Url")).toString() + word("/avatar/") + user.username)},
        {word("isOAuthUser"), false},
    };
    if (!user.email.isEmpty())
        o.insert(word("emails"), emails(user));
    return o;
}

QJsonObject roleDocument(const State &s, const Room &room, const RoomMember &member)
{
    return {{word("_id"), s.subscription(room, member.user)},
            {word("rid"), room.id},
            {word("u"), userReference(s, member.user)},
            {word("roles"), QJsonArray::fromStringList(member.roles)}};
}

} // namespace liaison::sandbox::chat
