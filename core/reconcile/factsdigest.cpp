#include "core/reconcile/factsdigest.h"

#include "core/reconcile/roomdiff.h"

#include <QCryptographicHash>
#include <algorithm>

namespace liaison {
namespace {

/// Length before text: no value can look like two.
class Digest
{
public:
    Digest &operator<<(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        *this << qint64(bytes.size());
        m_hash.addData(bytes);
        return *this;
    }
    Digest &operator<<(qint64 n)
    {
        const QByteArray bytes = QByteArray::number(n) + '\n';
        m_hash.addData(bytes);
        return *this;
    }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void addRoles(Digest &d, const Snapshot &s, quint32 set)
{
    std::vector<qint64> ids;
    for (quint32 role : s.roleSets[set])
        ids.push_back(s.roles[role].id.value);
    std::sort(ids.begin(), ids.end());
    d << qint64(ids.size());
    for (qint64 id : ids)
        d << id;
}

void addCourse(Digest &d, const Snapshot &s, const Course &course)
{
    d << course.id.value << course.shortName;
    if (!course.enrolments.isKnown()) {
        d << codeOf(course.enrolments.because().reason);
        return;
    }
    d << qint64(course.enrolments.proof());
    const Rows rows = course.enrolments.value();
    std::vector<quint32> order(rows.count);
    for (quint32 i = 0; i < rows.count; ++i)
        order[i] = rows.first + i;
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        return s.people[s.enrolments.person[a]].id < s.people[s.enrolments.person[b]].id;
    });
    for (quint32 row : order) {
        const Person &person = s.people[s.enrolments.person[row]];
        d << person.id.value << person.username << qint64(s.enrolments.active[row])
          << qint64(s.enrolments.suspended[row]);
        addRoles(d, s, s.enrolments.roles[row]);
        addRoles(d, s, s.enrolments.inherited[row]);
    }
}

void addRoom(Digest &d, const Snapshot &s, const Room &room)
{
    d << room.id.value << room.name << qint64(room.archived) << qint64(room.encrypted) << qint64(room.access);
    if (room.retention)
        d << qint64(room.retention->enabled) << qint64(room.retention->overrideGlobal)
          << qint64(room.retention->maxAge.value_or(-1)) << qint64(room.retention->filesOnly)
          << qint64(room.retention->excludePinned);
    if (!room.members.isKnown()) {
        d << codeOf(room.members.because().reason);
        return;
    }
    const Rows rows = room.members.value();
    std::vector<std::pair<QString, quint8>> members;
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        members.emplace_back(s.accounts[s.members.account[row]].id.value, s.members.roles[row]);
    std::sort(members.begin(), members.end());
    for (const auto &[id, roles] : members)
        d << id << qint64(roles);
}

} // namespace

QString factsDigest(const Snapshot &s)
{
    Digest d;
    for (const Link &link : s.links) {
        d << s.sites[link.site.value].id.value << link.cmid.value << qint64(link.hidden())
          << roomIdOf(s, link).value_or(QString()) << codeOf(link.source) << qint64(link.confirmed);
        if (link.unknown)
            d << codeOf(link.unknown->reason);
        if (link.roles) {
            for (RoleId id : link.roles->moderator)
                d << id.value;
            d << QStringLiteral("/");
            for (RoleId id : link.roles->member)
                d << id.value;
        }
        addCourse(d, s, s.courses[link.course.value]);
        if (const auto *room = std::get_if<RoomIx>(&link.room))
            addRoom(d, s, s.rooms[room->value]);
    }
    return d.hex();
}

} // namespace liaison
