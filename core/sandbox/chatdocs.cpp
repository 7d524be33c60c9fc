#include "core/sandbox/chatdocs.h"

#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

/// What every shape of a room has.
void writeRoomFields(JsonText &out, const State &s, const Room &room, const RoomNotes &notes, Instant created)
{
    out.member("_id", room.id);
    out.member("name", room.name);
    out.member("fname", notes.displayName.value_or(room.name));
    out.member("t", room.type);
    out.member("msgs", s.messages.count(room));
    out.member("usersCount", static_cast<qint64>(room.members.size())); // deactivated accounts count: contract 0.4
    out.key("u");
    writeUserReference(out, s, room.creator);
    out.member("ts", isoText(created).view());
    out.member("ro", notes.readOnly);
    if (room.archived)
        out.member("archived", true);
    if (!room.topic.isEmpty())
        out.member("topic", room.topic);
    if (notes.announcement)
        out.member("announcement", *notes.announcement);
    if (notes.description)
        out.member("description", *notes.description);
    for (auto it = notes.more.begin(); it != notes.more.end(); ++it) {
        out.key(it.key());
        out.value(QJsonValue(it.value()));
    }
}

const RoomNotes &notesOf(const State &s, const Room &room)
{
    static const RoomNotes none;
    const auto noted = s.notes.constFind(room.id);
    return noted == s.notes.constEnd() ? none : *noted;
}

Instant createdAt(const State &s, const Room &room)
{
    return room.created.isKnown() ? room.created : s.pastDate(room.id, 60);
}

void writeEmails(JsonText &out, const ChatUser &user)
{
    out.key("emails");
    out.open('[');
    out.open('{');
    out.member("address", user.email);
    out.member("verified", true);
    out.close('}');
    out.close(']');
}

QJsonArray emails(const ChatUser &user)
{
    return {QJsonObject{{QStringLiteral("address"), user.email}, {QStringLiteral("verified"), true}}};
}

} // namespace

void writeRoom(JsonText &out, const State &s, const Room &room)
{
    const RoomNotes &notes = notesOf(s, room);
    const Instant created = createdAt(s, room);
    out.open('{');
    writeRoomFields(out, s, room, notes, created);
    if (room.encrypted)
        out.member("encrypted", true);
    if (!notes.systemMessages.isUndefined()) {
        out.key("sysMes");
        out.value(notes.systemMessages);
    } else {
        out.member("sysMes", true);
    }
    const auto last = s.messages.last(room);
    out.member("_updatedAt", isoText(std::max(last ? last->at : created, notes.touched)).view());
    if (last) {
        out.member("lm", isoText(last->at).view());
        out.key("lastMessage");
        writeMessage(out, s, room, *last);
    }
    if (room.customFields.isObject())
        out.member("customFields", QJsonValue(room.customFields));
    if (room.retention) {
        const Retention &r = *room.retention;
        out.key("retention");
        out.open('{');
        if (r.enabled)
            out.member("enabled", *r.enabled);
        if (r.overrideGlobal)
            out.member("overrideGlobal", *r.overrideGlobal);
        out.member("excludePinned", r.excludePinned);
        out.member("filesOnly", r.filesOnly);
        out.member("ignoreThreads", r.ignoreThreads);
        if (r.maxAge)
            out.member("maxAge", *r.maxAge);
        out.close('}');
    }
    out.close('}');
}

void writeAdminRoom(JsonText &out, const State &s, const Room &room)
{
    out.open('{');
    writeRoomFields(out, s, room, notesOf(s, room), createdAt(s, room));
    if (s.version.atLeast(8, 7) && room.customFields.isObject())
        out.member("customFields", QJsonValue(room.customFields));
    out.close('}');
}

void writeMessage(JsonText &out, const State &s, const Room &room, const Message &message)
{
    const IsoText at = isoText(message.at);
    // A system message about somebody names the account, not its id.
    const ChatUser *about = message.type.isEmpty() ? nullptr : s.index.user(message.text);
    out.open('{');
    out.member("_id", message.id);
    out.member("rid", room.id);
    out.member("msg", about ? about->username : message.text);
    out.member("ts", at.view());
    out.key("u");
    writeUserReference(out, s, message.user);
    out.member("_updatedAt", at.view());
    if (message.type.isEmpty()) {
        for (const char *list : {"urls", "mentions", "channels"}) {
            out.key(list);
            out.written("[]");
        }
        out.key("md");
        out.open('[');
        out.open('{');
        out.member("type", QLatin1String("PARAGRAPH"));
        out.key("value");
        out.open('[');
        out.open('{');
        out.member("type", QLatin1String("PLAIN_TEXT"));
        out.member("value", message.text);
        for (const char bracket : {'}', ']', '}', ']'})
            out.close(bracket);
    } else {
        out.member("t", message.type);
        out.member("groupable", false);
        if (!message.role.isEmpty())
            out.member("role", message.role);
    }
    out.close('}');
}

void writeUserReference(JsonText &out, const State &s, const QString &id)
{
    const ChatUser *u = s.index.user(id);
    // The account is gone, or the server itself did it.
    const QString gone = u ? QString() : id.isEmpty() ? QStringLiteral("rocket.cat") : id;
    out.open('{');
    out.member("_id", u ? u->id : gone);
    out.member("username", u ? u->username : gone);
    out.member("name", u ? u->name : gone);
    out.close('}');
}

void writeListedUser(JsonText &out, const State &s, const ChatUser &user, bool privileged)
{
    out.open('{');
    out.member("_id", user.id);
    out.member("username", user.username);
    out.member("name", user.name);
    out.member("type", user.type);
    out.member("active", user.active);
    out.member("status", s.status(user));
    out.member("roles", user.roles);
    if (privileged && !user.email.isEmpty())
        writeEmails(out, user);
    if (const Instant at = s.lastLogins.value(user.id); at.isKnown())
        out.member("lastLogin", isoText(at).view());
    out.close('}');
}

void writeRole(JsonText &out, const State &s, const Room &room, const RoomMember &member)
{
    out.open('{');
    out.member("_id", s.subscription(room, member.user));
    out.member("rid", room.id);
    out.key("u");
    writeUserReference(out, s, member.user);
    out.member("roles", member.roles);
    out.close('}');
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

} // namespace liaison::sandbox::chat
