#include "core/sandbox/chatmessages.h"
#include "core/sandbox/chatroutes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

/// Incoming integrations: `POST /hooks/<id>/<token>` (contract section 8). Nobody is signed in here.
namespace liaison::sandbox::chat {

Answer hook(State &s, const Call &call)
{
    const auto &all = s.chat().integrations;
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Integration &i) { return QString(i.id + u'/' + i.token) == call.argument; });
    if (found == all.end()) {
        Refusal r = refusePlain(QStringLiteral("Invalid integration id or token provided."));
        r.value().status = 404;
        return r;
    }
    if (!found->enabled) {
        Refusal r = refusePlain(QStringLiteral("Invalid integration id or token provided."));
        r.value().status = 503;
        return r;
    }
    QJsonObject body = call.params;
    if (body.value(u"payload").isString())
        body = QJsonDocument::fromJson(body.value(u"payload").toString().toUtf8()).object();
    const bool elsewhere = body.contains(u"channel") || body.contains(u"roomId");
    if (elsewhere && !found->channelOverride)
        return refusePlain(QStringLiteral("overriding destination channel is disabled for this integration"));
    QString name = body.value(u"channel").toString();
    if (name.startsWith(u'#'))
        name.remove(0, 1);
    Room *room = s.index.room(body.value(u"roomId").toString(found->room));
    if (!name.isEmpty())
        room = s.index.roomByName(name);
    if (!room)
        return refuse(QStringLiteral("error-invalid-channel"), QStringLiteral("invalid-channel"));
    if (body.value(u"text").toString(body.value(u"msg").toString()).isEmpty() &&
        body.value(u"attachments").toArray().isEmpty())
        return refusePlain(QStringLiteral("Invalid message"));
    s.messages.post(*room, found->user, call.now);
    ++s.posted;
    return QJsonObject();
}

} // namespace liaison::sandbox::chat
