#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatnames.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

#include <algorithm>
#include <array>

namespace liaison::sandbox::chat {

namespace {

constexpr std::array retentionKeys{QLatin1String("retentionEnabled"),   QLatin1String("retentionOverrideGlobal"),
                                   QLatin1String("retentionMaxAge"),    QLatin1String("retentionExcludePinned"),
                                   QLatin1String("retentionFilesOnly"), QLatin1String("retentionIgnoreThreads")};
constexpr std::array otherKeys{
    QLatin1String("roomAvatar"),       QLatin1String("roomName"),         QLatin1String("roomTopic"),
    QLatin1String("roomAnnouncement"), QLatin1String("roomCustomFields"), QLatin1String("roomDescription"),
    QLatin1String("roomType"),         QLatin1String("readOnly"),         QLatin1String("reactWhenReadOnly"),
    QLatin1String("systemMessages"),   QLatin1String("default"),          QLatin1String("joinCode"),
    QLatin1String("featured"),         QLatin1String("encrypted"),        QLatin1String("favorite")};

template <class List> bool holds(const List &list, const QString &key)
{
    return std::any_of(list.begin(), list.end(), [&key](QLatin1String k) { return k == key; });
}

Refusal editingRefused(const QString &text)
{
    return deny(QStringLiteral("error-action-not-allowed"), text, QStringLiteral("saveRoomSettings"),
                QStringLiteral("Editing_room"));
}

bool knownKey(const State &s, const QString &key)
{
    if (key == u"sidepanel")
        return s.version.atLeast(6, 12) && !s.version.atLeast(8, 0);
    return holds(retentionKeys, key) || holds(otherKeys, key);
}

/// What is stored under a retention key now; undefined = nothing.
QJsonValue storedRetention(const Room &room, const QString &key)
{
    if (!room.retention)
        return QJsonValue(QJsonValue::Undefined);
    const Retention &r = *room.retention;
    if (key == u"retentionEnabled")
        return r.enabled ? QJsonValue(*r.enabled) : QJsonValue(QJsonValue::Undefined);
    if (key == u"retentionOverrideGlobal")
        return r.overrideGlobal ? QJsonValue(*r.overrideGlobal) : QJsonValue(QJsonValue::Undefined);
    if (key == u"retentionMaxAge")
        return r.maxAge ? QJsonValue(*r.maxAge) : QJsonValue(QJsonValue::Undefined);
    if (key == u"retentionExcludePinned")
        return r.excludePinned;
    if (key == u"retentionFilesOnly")
        return r.filesOnly;
    return r.ignoreThreads;
}

void saveRetention(Room &room, const QString &key, const QJsonValue &value)
{
    Retention &r = room.retention ? *room.retention : room.retention.emplace();
    const bool on = value.isBool() && value.toBool(); // stored only if strictly true: contract section 5
    const auto orUnset = value.isNull() ? std::nullopt : std::optional(on);
    if (key == u"retentionEnabled")
        r.enabled = orUnset;
    else if (key == u"retentionOverrideGlobal")
        r.overrideGlobal = orUnset;
    else if (key == u"retentionMaxAge" && value.isNull())
        r.maxAge.reset();
    else if (key == u"retentionMaxAge")
        r.maxAge = value.isDouble() ? value.toDouble() : r.maxAge;
    else if (key == u"retentionExcludePinned")
        r.excludePinned = on;
    else if (key == u"retentionFilesOnly")
        r.filesOnly = on;
    else
        r.ignoreThreads = on;
}

/// Texts that stand for a number or a truth are those, as the validator makes them.
void takeSimple(QJsonObject &settings)
{
    for (const char *key : {"retentionEnabled", "retentionOverrideGlobal"}) {
        if (const QJsonValue value = settings.value(QLatin1String(key)); value.isString())
            settings.insert(QLatin1String(key), value.toString() == u"true");
    }
    const auto maxAge = QStringLiteral("retentionMaxAge");
    const QString text = settings.value(maxAge).toString();
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber)
        settings.insert(maxAge, number);
}

/// A change that everybody in the room reads about.
void announce(State &s, const Call &call, const Room &room, const QString &type, const QString &text)
{
    s.messages.system(room, type, text, call.caller, call.now);
    ++s.posted;
}

Expected<bool> saveOther(State &s, const Call &call, Room &room, const QString &key, const QJsonValue &value)
{
    RoomNotes &notes = s.notes[room.id];
    const QString text = value.toString();
    if (key == u"roomName") {
        if (text == room.name)
            return true;
        const auto name = validRoomName(s, text, room.id);
        if (!name)
            return Refusal(name.error());
        s.index.renameRoom(room, *name);
        notes.displayName = displayName(s, text);
        announce(s, call, room, QStringLiteral("r"), *name);
    } else if (key == u"roomTopic") {
        if (text == room.topic)
            return true;
        room.topic = text;
        announce(s, call, room, QStringLiteral("room_changed_topic"), text);
    } else if (key == u"roomAnnouncement") {
        if (text == notes.announcement.value_or(QString()) && notes.announcement)
            return true;
        notes.announcement = text;
        announce(s, call, room, QStringLiteral("room_changed_announcement"), text);
    } else if (key == u"roomDescription") {
        if (text == notes.description.value_or(QString()) && notes.description)
            return true;
        notes.description = text;
        announce(s, call, room, QStringLiteral("room_changed_description"), text);
    } else if (key == u"roomCustomFields") {
        if (!value.isObject())
            return refuse(QStringLiteral("invalid-roomCustomFields-type"),
                          QStringLiteral("Invalid roomCustomFields type"));
        room.customFields = value;
    } else if (key == u"roomType" && text != room.type) {
        if (text != u"c" && text != u"p")
            return refuse(QStringLiteral("error-invalid-room-type"), QStringLiteral("error-invalid-room-type"));
        if (!s.may(call, QStringLiteral("create-") + text))
            return deny(QStringLiteral("error-action-not-allowed"),
                        text == u"c" ? QStringLiteral("Changing a private group to a public channel is not allowed")
                                     : QStringLiteral("Changing a public channel to a private room is not allowed"),
                        QStringLiteral("saveRoomSettings"), QStringLiteral("Change_Room_Type"));
        room.type = text;
        announce(s, call, room, QStringLiteral("room_changed_privacy"), text);
    } else if (key == u"readOnly" && value.toBool() != notes.readOnly) {
        notes.readOnly = value.toBool();
        announce(s, call, room,
                 notes.readOnly ? QStringLiteral("room-set-read-only") : QStringLiteral("room-removed-read-only"), {});
    } else if (key == u"encrypted") {
        room.encrypted = value.toBool();
    } else if (key == u"systemMessages") {
        notes.systemMessages = value;
    } else if (key == u"default" || key == u"featured" || key == u"reactWhenReadOnly") {
        notes.more.insert(key, value);
    }
    return true;
}

/// saveRoomSettings of the server; `settings` without rid.
Expected<bool> save(State &s, const Call &call, Room &room, QJsonObject settings)
{
    if (!s.may(call, QStringLiteral("edit-room"), &room))
        return editingRefused(QStringLiteral("Editing room is not allowed"));
    const bool retentionAllowed = s.may(call, QStringLiteral("edit-room-retention-policy"), &room);
    for (const QLatin1String key : retentionKeys) {
        if (retentionAllowed || !settings.contains(key) || settings.value(key) == storedRetention(room, key))
            continue;
        if (!room.retention && !s.version.atLeast(7, 0))
            return editingRefused(QStringLiteral("Room does not have retention policy")); // #30810
        return editingRefused(QStringLiteral("Editing room retention policy is not allowed"));
    }
    if (const QJsonValue e = settings.value(u"encrypted");
        e.isBool() && e.toBool() != room.encrypted && !s.may(call, QStringLiteral("toggle-room-e2e-encryption"), &room))
        return deny(QStringLiteral("error-action-not-allowed"),
                    QStringLiteral("You do not have permission to toggle E2E encryption"),
                    QStringLiteral("saveRoomSettings"), QStringLiteral("Change_Room_Encrypted"));
    // Up to 6.8 the mere presence of the override drops the rest; from 6.9 only when it is false (#32454).
    const QJsonValue over = settings.value(u"retentionOverrideGlobal");
    if (!over.isUndefined() && (!s.version.atLeast(6, 9) || !over.toBool())) {
        for (const char *dropped :
             {"retentionMaxAge", "retentionExcludePinned", "retentionFilesOnly", "retentionIgnoreThreads"})
            settings.remove(QLatin1String(dropped));
    }
    s.touch(room, call.now);
    takeSimple(settings);
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (holds(retentionKeys, it.key())) {
            saveRetention(room, it.key(), it.value());
            continue;
        }
        const auto saved = saveOther(s, call, room, it.key(), it.value());
        if (!saved)
            return saved;
    }
    return true;
}

/// One setting through a groups.* call; answers with the room, or with `echo` where it is one.
Answer setOne(State &s, const Call &call, const QString &key, const QString &param, const QString &echo)
{
    if (!call.has(param))
        return refusePlain(QStringLiteral("The bodyParam \"%1\" is required").arg(param));
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    const auto saved = save(s, call, **room, {{key, call.params.value(param)}});
    if (!saved)
        return Refusal(saved.error());
    if (!echo.isEmpty())
        return QJsonObject{{echo, call.text(param)}};
    return roomBody("group", s, **room);
}

} // namespace

Answer roomsSaveSettings(State &s, const Call &call)
{
    QJsonObject settings = call.params;
    settings.remove(QStringLiteral("rid"));
    const QStringList keys = settings.keys();
    if (!std::all_of(keys.begin(), keys.end(), [&s](const QString &k) { return knownKey(s, k); })) {
        if (s.version.atLeast(9, 0))
            return invalidParams(QStringLiteral("must NOT have additional properties"), true, false);
        return refuse(QStringLiteral("error-invalid-settings"), QStringLiteral("Invalid settings provided"),
                      QStringLiteral("saveRoomSettings"));
    }
    Room *room = s.index.room(call.text(QStringLiteral("rid")));
    if (!room)
        return refuse(QStringLiteral("error-invalid-room"), QStringLiteral("Invalid room"));
    const auto saved = save(s, call, *room, settings);
    if (!saved)
        return Refusal(saved.error());
    return QJsonObject{{QStringLiteral("rid"), room->id}};
}

Answer groupsRename(State &s, const Call &call)
{
    if (call.text(QStringLiteral("name")).trimmed().isEmpty())
        return refusePlain(QStringLiteral("The bodyParam \"name\" is required"));
    return setOne(s, call, QStringLiteral("roomName"), QStringLiteral("name"), {});
}

Answer groupsSetTopic(State &s, const Call &call)
{
    const auto topic = QStringLiteral("topic");
    return setOne(s, call, QStringLiteral("roomTopic"), topic, topic);
}

Answer groupsSetAnnouncement(State &s, const Call &call)
{
    const auto announcement = QStringLiteral("announcement");
    return setOne(s, call, QStringLiteral("roomAnnouncement"), announcement, announcement);
}

Answer groupsSetDescription(State &s, const Call &call)
{
    const auto description = QStringLiteral("description");
    return setOne(s, call, QStringLiteral("roomDescription"), description, description);
}

Answer groupsSetPurpose(State &s, const Call &call)
{
    const auto purpose = QStringLiteral("purpose");
    return setOne(s, call, QStringLiteral("roomDescription"), purpose, purpose);
}

Answer groupsSetReadOnly(State &s, const Call &call)
{
    const auto readOnly = QStringLiteral("readOnly");
    if (call.has(readOnly)) {
        const auto room = findGroup(s, call);
        if (room && s.notes.value((*room)->id).readOnly == call.params.value(readOnly).toBool())
            return refusePlain(
                QStringLiteral("The private group read only setting is the same as what it would be changed to."));
    }
    return setOne(s, call, readOnly, readOnly, {});
}

Answer groupsSetType(State &s, const Call &call)
{
    const QString type = call.text(QStringLiteral("type"));
    if (type.trimmed().isEmpty())
        return refusePlain(QStringLiteral("The bodyParam \"type\" is required"));
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    if (type == u"p")
        return refusePlain(QStringLiteral("The private group type is the same as what it would be changed to."));
    return setOne(s, call, QStringLiteral("roomType"), QStringLiteral("type"), {});
}

Answer groupsSetCustomFields(State &s, const Call &call)
{
    if (!call.params.value(u"customFields").isObject())
        return refusePlain(QStringLiteral("The bodyParam \"customFields\" is required with a type like object."));
    return setOne(s, call, QStringLiteral("roomCustomFields"), QStringLiteral("customFields"), {});
}

} // namespace liaison::sandbox::chat
