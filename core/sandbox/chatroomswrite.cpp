#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatnames.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

namespace liaison::sandbox::chat {

namespace {

Answer setArchived(State &s, const Call &call, Room *room, bool archive)
{
    const QString method = archive ? QStringLiteral("archiveRoom") : QStringLiteral("unarchiveRoom");
    if (!room)
        return refuse(QStringLiteral("error-invalid-room"), QStringLiteral("Invalid room"), method);
    if (!s.may(call, archive ? QStringLiteral("archive-room") : QStringLiteral("unarchive-room"), room))
        return deny(QStringLiteral("error-not-authorized"), QStringLiteral("Not authorized"), method);
    room->archived = archive;
    s.touch(*room, call.now);
    s.messages.system(*room, archive ? QStringLiteral("room-archived") : QStringLiteral("room-unarchived"), {},
                      call.caller, call.now);
    ++s.posted;
    return QJsonObject();
}

Answer erase(State &s, const Call &call, Room *room)
{
    const auto method = QStringLiteral("eraseRoom");
    if (!room)
        return refuse(QStringLiteral("error-invalid-room"), QStringLiteral("Invalid room"), method);
    if (!s.may(call, room->type == u"p" ? QStringLiteral("delete-p") : QStringLiteral("delete-") + room->type, room))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), method);
    s.removeRoom(QString(room->id));
    return QJsonObject();
}

} // namespace

Answer groupsCreate(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("create-p")))
        return forbid();
    const QString wanted = call.text(QStringLiteral("name"));
    if (wanted.isEmpty())
        return refusePlain(QStringLiteral("Body param \"name\" is required"));
    const QJsonValue members = call.params.value(u"members");
    if (!members.isUndefined() && !members.isArray())
        return refusePlain(QStringLiteral("Body param \"members\" must be an array if provided"));
    const QJsonValue custom = call.params.value(u"customFields");
    if (!custom.isUndefined() && !custom.isObject())
        return refusePlain(QStringLiteral("Body param \"customFields\" must be an object if provided"));
    const QJsonValue extra = call.params.value(u"extraData");
    if (!extra.isUndefined() && !extra.isObject())
        return refusePlain(QStringLiteral("Body param \"extraData\" must be an object if provided"));
    const auto name = validRoomName(s, wanted);
    if (!name)
        return Refusal(name.error());

    Room room;
    room.id = s.newId(QStringLiteral("room"));
    room.name = *name;
    room.creator = call.caller;
    room.created = call.now;
    if (custom.isObject())
        room.customFields = custom;
    const QJsonValue encrypted = extra.toObject().value(u"encrypted");
    room.encrypted = encrypted.isBool() ? encrypted.toBool()
                                        : settingOn(s.chat(), QStringLiteral("E2E_Enable")) &&
                                              settingOn(s.chat(), QStringLiteral("E2E_Enabled_Default_PrivateRooms"));
    room.topic = extra.toObject().value(u"topic").toString();
    if (!call.on(QStringLiteral("excludeSelf")) || !s.version.atLeast(6, 5))
        room.members.push_back({call.caller, {QStringLiteral("owner")}});
    // Unknown names are skipped without a word; nobody gets a message for being there from the start.
    const QStringList names = call.texts(QStringLiteral("members"));
    QSet<QString> there{call.caller};
    for (const QString &n : names) {
        const ChatUser *u = s.index.userByName(n);
        if (!u || there.contains(u->id))
            continue;
        there.insert(u->id);
        room.members.push_back({u->id, {}});
    }
    const QString id = room.id;
    s.index.addRoom(std::move(room));
    RoomNotes &notes = s.notes[id];
    notes.readOnly = call.on(QStringLiteral("readOnly"));
    notes.displayName = displayName(s, wanted);
    if (const QJsonValue broadcast = extra.toObject().value(u"broadcast"); broadcast.toBool())
        notes.more.insert(QStringLiteral("broadcast"), true);
    if (const QJsonValue description = extra.toObject().value(u"description"); description.isString())
        notes.description = description.toString();
    return roomBody("group", s, *s.index.room(id));
}

Answer groupsArchive(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    return room ? setArchived(s, call, *room, true) : Answer(Refusal(room.error()));
}

Answer groupsUnarchive(State &s, const Call &call)
{
    const auto room = findGroup(s, call, true);
    return room ? setArchived(s, call, *room, false) : Answer(Refusal(room.error()));
}

Answer roomsChangeArchivationState(State &s, const Call &call)
{
    // Anything but "archive" unarchives: contract section 4.
    return setArchived(s, call, s.index.room(call.text(QStringLiteral("rid"))),
                       call.text(QStringLiteral("action")) == u"archive");
}

Answer groupsDelete(State &s, const Call &call)
{
    const auto room = findGroup(s, call, true);
    return room ? erase(s, call, *room) : Answer(Refusal(room.error()));
}

Answer roomsDelete(State &s, const Call &call)
{
    const QString id = call.text(QStringLiteral("roomId"));
    if (id.isEmpty())
        return refusePlain(QStringLiteral("The 'roomId' param is required"));
    return erase(s, call, s.index.room(id));
}

Answer roomsCleanHistory(State &s, const Call &call)
{
    for (const char *key : {"roomId", "latest", "oldest"}) {
        if (!call.has(QLatin1String(key)))
            return invalidParams(QStringLiteral("must have required property '%1'").arg(QLatin1String(key)), false,
                                 false);
    }
    Room *room = s.index.room(call.text(QStringLiteral("roomId")));
    if (!room)
        return refuse(
            QStringLiteral("error-room-not-found"),
            QStringLiteral("The required \"roomId\" or \"roomName\" param provided does not match any channel"));
    if (room->archived)
        return refuse(QStringLiteral("error-room-archived"),
                      QStringLiteral("The channel, %1, is archived").arg(room->name));
    if (!s.isMember(*room, call.caller))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("User does not have access to the room"), {});
    if (!s.may(call, QStringLiteral("clean-channel-history"), room))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"),
                    QStringLiteral("cleanRoomHistory"));
    const Instant latest = Instant::fromIso(call.text(QStringLiteral("latest")));
    const Instant oldest = Instant::fromIso(call.text(QStringLiteral("oldest")));
    const bool inclusive = call.on(QStringLiteral("inclusive"));
    const bool files = call.on(QStringLiteral("filesOnly")); // the sandbox has no files
    const QStringList users = call.texts(QStringLiteral("users"));
    int left = call.params.value(u"limit").toInt(0);
    const bool limited = left > 0;
    const int count = s.messages.erase(*room, [&](const Message &m) {
        const bool inside = inclusive ? m.at >= oldest && m.at <= latest : m.at > oldest && m.at < latest;
        const ChatUser *u = users.isEmpty() ? nullptr : s.index.user(m.user);
        if (!inside || files || (!users.isEmpty() && (!u || !users.contains(u->username))))
            return false;
        return !limited || left-- > 0;
    });
    return QJsonObject{{QStringLiteral("_id"), room->id}, {QStringLiteral("count"), count}};
}

} // namespace liaison::sandbox::chat
