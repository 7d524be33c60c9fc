#include "core/run/chatrights.h"

#include <algorithm>

namespace liaison {
namespace {

class ChatRights
{
public:
    ChatRights(const std::optional<Grants> &grants, const std::vector<OwnRoom> &rooms, const Probed &probed)
        : m_grants(grants), m_rooms(rooms), m_probed(probed)
    {
    }

    /// For the server as a whole.
    void onServer(const char *right, const QString &feature)
    {
        const QString name = QString::fromLatin1(right);
        m_rows.push_back({name,
                          m_grants   ? std::optional(m_grants->held(name, RoomMember))
                          : m_probed ? m_probed(name)
                                     : std::nullopt,
                          feature, 0});
    }
    /// In the rooms that we are in: by a server role, or by our role there (design 4.1). `orElse` does as well.
    void inRooms(const char *right, const QString &feature, const char *orElse = nullptr)
    {
        const QString name = QString::fromLatin1(right);
        if (!m_grants)
            return m_rows.push_back({name, std::nullopt, feature, 0});
        const auto held = [&](quint8 roles) {
            return m_grants->held(name, roles) || (orElse && m_grants->held(QString::fromLatin1(orElse), roles));
        };
        int with = 0, without = 0;
        for (const OwnRoom &room : m_rooms) {
            if (room.access == Access::Member && room.rolesKnown)
                ++(held(room.roles) ? with : without);
        }
        const bool somewhere = held(RoomMember) || with > 0;
        m_rows.push_back({name, somewhere, feature, somewhere ? without : 0});
    }
    /// In the rooms that we are not in; asked for only where there are some.
    void outside(const char *right, const QString &feature)
    {
        const auto rooms = std::count_if(m_rooms.begin(), m_rooms.end(),
                                         [](const OwnRoom &room) { return room.access != Access::Member; });
        if (rooms == 0)
            return;
        onServer(right, feature);
        if (m_rows.back().held == false)
            m_rows.back().missingIn = static_cast<int>(rooms);
    }
    [[nodiscard]] std::vector<RightRow> take() { return std::move(m_rows); }

private:
    const std::optional<Grants> &m_grants;
    const std::vector<OwnRoom> &m_rooms;
    const Probed &m_probed;
    std::vector<RightRow> m_rows;
};

} // namespace

std::vector<RightRow> chatRights(const std::optional<Grants> &grants, const std::vector<OwnRoom> &rooms,
                                 bool createsRooms, bool createsAccounts, const Probed &probed)
{
    const QString read = QStringLiteral("read"), protection = QStringLiteral("protection");
    const auto code = [](ChangeClass c) { return codeOf(c); };
    ChatRights rights(grants, rooms, probed);
    rights.onServer("view-room-administration", read);
    rights.outside("view-other-user-channels", read);
    rights.onServer("view-full-other-user-info", protection);
    rights.inRooms("add-user-to-joined-room", code(ChangeClass::Add), "add-user-to-any-p-room");
    rights.outside("add-user-to-any-p-room", code(ChangeClass::Add));
    rights.inRooms("set-moderator", code(ChangeClass::Promote));
    rights.inRooms("remove-user", code(ChangeClass::Remove));
    rights.outside("kick-user-from-any-p-room", code(ChangeClass::Remove));
    for (const char *right : {"edit-room", "edit-room-retention-policy", "archive-room", "unarchive-room"})
        rights.inRooms(right, code(ChangeClass::Settings));
    if (createsRooms)
        rights.onServer("create-p", code(ChangeClass::Create));
    if (createsAccounts)
        rights.onServer("create-user", code(ChangeClass::Create));
    return rights.take();
}

} // namespace liaison
