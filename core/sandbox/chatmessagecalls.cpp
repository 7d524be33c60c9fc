#include "core/sandbox/chatdocs.h"
#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

#include <algorithm>

namespace liaison::sandbox::chat {

Answer groupsMessages(State &s, const Call &call)
{
    const auto room = findGroup(s, call);
    if (!room)
        return Refusal(room.error());
    const auto keys = sortOf(call);
    if (!keys)
        return Refusal(keys.error());
    const auto legacy = legacyQuery(s, call);
    if (!legacy)
        return Refusal(legacy.error());
    std::vector<Message> messages = s.messages.all(**room);
    const bool oldestFirst = !keys->empty() && !keys->front().down;
    if (!oldestFirst)
        std::reverse(messages.begin(), messages.end());
    if (!legacy->isAsked())
        return pagedList("messages", pageOf(s, call), static_cast<qsizetype>(messages.size()),
                         [&](JsonText &out, std::size_t i) { writeMessage(out, s, **room, messages[i]); });
    std::vector<QJsonObject> documents;
    for (const Message &m : messages)
        documents.push_back(valuesOf([&](JsonText &out) { writeMessage(out, s, **room, m); }));
    return pagedDocuments("messages", pageOf(s, call), std::move(documents), *legacy);
}

Answer groupsHistory(State &s, const Call &call)
{
    const auto room = findGroup(s, call, true);
    if (!room)
        return Refusal(room.error());
    const auto date = [&call](const char *key, Instant otherwise) {
        const QString text = call.text(QLatin1String(key));
        return text.isEmpty() ? otherwise : Instant::fromIso(text);
    };
    const Instant latest = date("latest", call.now);
    const Instant oldest = date("oldest", {});
    const bool inclusive = call.on(QStringLiteral("inclusive"));
    int skip = std::max(0, call.text(QStringLiteral("offset")).toInt());
    bool number = false;
    int count = call.text(QStringLiteral("count")).toInt(&number);
    if (!number)
        count = 20;
    JsonText list;
    list.open('{');
    list.key("messages");
    list.open('[');
    int listed = 0;
    const std::vector<Message> all = s.messages.all(**room);
    for (auto it = all.rbegin(); it != all.rend() && (count == 0 || listed < count); ++it) {
        const bool inside = inclusive ? it->at <= latest && it->at >= oldest : it->at < latest && it->at > oldest;
        if (!inside || skip-- > 0)
            continue;
        writeMessage(list, s, **room, *it);
        ++listed;
    }
    list.close(']');
    list.close('}');
    return Body::text(list.take()); // no total: contract section 3
}

Answer chatPostMessage(State &s, const Call &call)
{
    QString channel = call.text(QStringLiteral("channel"));
    Room *room = nullptr;
    if (call.has(QStringLiteral("roomId"))) {
        room = s.index.room(call.text(QStringLiteral("roomId")));
    } else {
        if (channel.startsWith(u'#'))
            channel.remove(0, 1);
        room = s.index.roomByName(channel);
        if (!room)
            room = s.index.room(channel);
    }
    if (!room || !s.isMember(*room, call.caller))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), {});
    if (room->archived)
        return refuse(QStringLiteral("error-room-archived"),
                      QStringLiteral("The private group, %1, is archived").arg(room->name));
    for (const char *key : {"alias", "avatar", "emoji"}) {
        if (call.has(QLatin1String(key)) && !s.may(call, QStringLiteral("message-impersonate"), room))
            return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not enough permission"), {});
    }
    Message message = s.messages.post(*room, call.caller, call.now);
    ++s.posted;
    // The answer echoes the text, later lists carry the canary.
    message.text = call.text(QStringLiteral("text"));
    return QJsonObject{
        {QStringLiteral("ts"), static_cast<double>(call.now.ms)},
        {QStringLiteral("channel"), call.has(QStringLiteral("roomId")) ? room->id : channel},
        {QStringLiteral("message"), valuesOf([&](JsonText &out) { writeMessage(out, s, *room, message); })}};
}

Answer chatSendMessage(State &s, const Call &call)
{
    const QJsonObject asked = call.params.value(u"message").toObject();
    Room *room = s.index.room(asked.value(u"rid").toString());
    if (asked.isEmpty())
        return refuse(QStringLiteral("error-invalid-params"),
                      QStringLiteral("The \"message\" parameter must be provided."));
    if (!room || !s.isMember(*room, call.caller))
        return deny(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"), {});
    if (room->archived)
        return archivedGroup(*room);
    Message message = s.messages.post(*room, call.caller, call.now);
    ++s.posted;
    message.text = asked.value(u"msg").toString();
    return QJsonObject{
        {QStringLiteral("message"), valuesOf([&](JsonText &out) { writeMessage(out, s, *room, message); })}};
}

/// The file is sent by e-mail, which a sandbox does not do.
Answer roomsExport(State &s, const Call &call)
{
    Room *room = s.index.room(call.text(QStringLiteral("rid")));
    const QString type = call.text(QStringLiteral("type"));
    if (type != u"file" && type != u"email")
        return invalidParams(QStringLiteral("must match exactly one schema in oneOf"), true, false);
    if (!room || !s.isMember(*room, call.caller))
        return refuse(QStringLiteral("error-not-allowed"), QStringLiteral("Not allowed"));
    if (!s.may(call, QStringLiteral("mail-messages"), room))
        return deny(QStringLiteral("error-action-not-allowed"), QStringLiteral("Mailing is not allowed"),
                    QStringLiteral("mailMessages"), QStringLiteral("Mailing"));
    return type == u"file" ? QJsonObject() : QJsonObject{{QStringLiteral("missing"), QJsonArray()}};
}

} // namespace liaison::sandbox::chat
