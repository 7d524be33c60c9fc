#include "core/sandbox/chattexts.h"

#include "core/sandbox/chatdocs.h"

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

/// The first four code units as one number.
quint64 beginningOf(const QString &name)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < 4; ++i)
        number = number << 16 | (i < name.size() ? name[i].unicode() : 0U);
    return number;
}

std::array<quint64, 2> stampOf(const State &s)
{
    return {s.accountChanges, s.presence};
}

} // namespace

void AccountTexts::prepare(const State &s)
{
    m_members.resize(s.chat().users.size());
}

const MemberText &AccountTexts::member(const State &s, std::size_t place)
{
    prepare(s);
    MemberText &text = m_members[place];
    const auto stamp = stampOf(s);
    if (text.fields.isEmpty() || text.stamp != stamp || !s.ownWorld) {
        const ChatUser &user = s.chat().users[place];
        const QLatin1String status = s.status(user);
        text = {fieldsOf(s, user, status),
                beginningOf(user.username),
                beginningOf(user.name),
                rank(status),
                user.active,
                stamp};
    }
    return text;
}

QByteArrayView AccountTexts::listed(const State &s, std::size_t place)
{
    m_listed.resize(s.chat().users.size());
    Listed &listed = m_listed[place];
    const auto stamp = stampOf(s);
    if (listed.text.isEmpty() || listed.stamp != stamp || !s.ownWorld) {
        JsonText out;
        writeListedUser(out, s, s.chat().users[place], true);
        listed = {out.take(), stamp};
    }
    return listed.text;
}

void AccountTexts::write(const State &s)
{
    for (const qsizetype place : s.index.usersByName()) { // pages are read in this order: so they lie in memory
        (void)member(s, std::size_t(place));
        (void)listed(s, std::size_t(place));
    }
}

void AccountTexts::clear()
{
    m_members.clear();
    m_listed.clear();
}

QByteArrayView RoomTexts::of(const State &s, Shape shape, const Room &room)
{
    std::vector<Text> &texts = m_texts[std::size_t(shape)];
    texts.resize(s.chat().rooms.size());
    const std::size_t place = s.index.placeOf(room);
    Text &text = texts[place];
    // Moodle archives the room of an activity that is hidden.
    const std::array stamp{s.index.roomChanges(place), s.accountChanges, s.world.moodleChanges};
    if (text.text.isEmpty() || text.stamp != stamp || !s.ownWorld) {
        JsonText out;
        shape == Shape::Whole ? writeRoom(out, s, room) : writeAdminRoom(out, s, room);
        text = {out.take(), stamp};
    }
    return text.text;
}

void RoomTexts::write(const State &s)
{
    for (const Shape shape : {Shape::Admin, Shape::Whole}) {
        for (const qsizetype place : s.index.byName())
            (void)of(s, shape, s.chat().rooms[std::size_t(place)]);
    }
}

void RoomTexts::fetch(const State &s, Shape shape, const Room &room) const
{
    const std::vector<Text> &texts = m_texts[std::size_t(shape)];
    if (const std::size_t place = s.index.placeOf(room); place < texts.size())
        chat::fetch(texts[place].text.constData());
}

void RoomTexts::clear()
{
    for (std::vector<Text> &texts : m_texts)
        texts.clear();
}

} // namespace liaison::sandbox::chat
