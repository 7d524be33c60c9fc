#include "core/sandbox/chatmembers.h"

#include "core/sandbox/chatstate.h"
#include "core/sandbox/jsontext.h"

namespace liaison::sandbox::chat {

namespace {

QByteArray fieldsOf(const State &s, const ChatUser &user, QLatin1String status)
{
    JsonText out;
    out.open('{');
    out.member("_id", user.id);
    out.member("username", user.username);
    out.member("name", user.name);
    out.member("status", status);
    out.member("_updatedAt", isoText(s.pastDate(user.id, 1)).view());
    return out.take().mid(1);
}

int rank(QLatin1String status)
{
    return status == QLatin1String("online") ? 0
           : status == QLatin1String("away") ? 1
           : status == QLatin1String("busy") ? 2
                                             : 3;
}

} // namespace

const void *MemberTexts::placeOf(const State &s, const ChatUser &user)
{
    m_texts.resize(s.chat().users.size());
    return &m_texts[static_cast<std::size_t>(&user - s.chat().users.data())];
}

const MemberText &MemberTexts::of(const State &s, const ChatUser &user)
{
    m_texts.resize(s.chat().users.size());
    MemberText &text = m_texts[static_cast<std::size_t>(&user - s.chat().users.data())];
    const bool fresh = s.ownWorld && text.chatChanges == s.world.chatChanges && text.presenceChanges == s.presence;
    if (!fresh || text.fields.isEmpty()) {
        const QLatin1String status = s.status(user);
        text = {fieldsOf(s, user, status), rank(status), s.world.chatChanges, s.presence};
    }
    return text;
}

} // namespace liaison::sandbox::chat
