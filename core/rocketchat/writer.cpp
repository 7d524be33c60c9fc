#include "core/rocketchat/writer.h"

#include "core/rocketchat/answer.h"
#include "core/rocketchat/errors.h"

namespace liaison::rocketchat {

namespace {

/// An empty id in a body would be a request about something else.
bool areIds(const QStringList &ids)
{
    return !ids.isEmpty() && !ids.contains(QString());
}

tl::unexpected<Error> badInput(const char *method)
{
    return fail(makeError(ErrorKind::Input, code::badInput, QString::fromLatin1(method)));
}

} // namespace

Result<chat::WriteReply> Writer::write(const Call &call, const net::CancelToken &cancel) const
{
    const auto reply = m_client.send(call, cancel);
    if (!reply)
        return fail(reply.error());
    return parseWrite(*reply, call.name);
}

Result<chat::WriteReply> Writer::add(const QString &roomId, const QStringList &accountIds,
                                     const net::CancelToken &cancel)
{
    if (!areIds({roomId}) || !areIds(accountIds) || accountIds.size() > largestInvite)
        return badInput("groups.invite");
    return write(requests::invite(roomId, accountIds), cancel);
}

Result<chat::WriteReply> Writer::remove(const QString &roomId, const QString &accountId, const net::CancelToken &cancel)
{
    if (!areIds({roomId, accountId}))
        return badInput("groups.kick");
    return write(requests::kick(roomId, accountId), cancel);
}

Result<chat::WriteReply> Writer::setModerator(const QString &roomId, const QString &accountId, bool moderator,
                                              const net::CancelToken &cancel)
{
    if (!areIds({roomId, accountId}))
        return badInput(moderator ? "groups.addModerator" : "groups.removeModerator");
    return write(requests::setModerator(roomId, accountId, moderator), cancel);
}

Result<chat::WriteReply> Writer::archive(const QString &roomId, bool archived, const net::CancelToken &cancel)
{
    if (!areIds({roomId}))
        return badInput(archived ? "groups.archive" : "groups.unarchive");
    return write(requests::archive(roomId, archived), cancel);
}

Result<chat::WriteReply> Writer::setRetention(const QString &roomId, const chat::Retention &wanted,
                                              const net::CancelToken &cancel)
{
    if (!areIds({roomId}) || (wanted.maxAge && !(*wanted.maxAge > 0)))
        return badInput("rooms.saveRoomSettings");
    const auto switched = write(requests::retentionSwitch(roomId, wanted), cancel);
    if (!switched)
        return switched;
    return write(requests::retentionValues(roomId, wanted), cancel);
}

} // namespace liaison::rocketchat
