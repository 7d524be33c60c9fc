#include "tests/support/smallworld.h"

#include <algorithm>

namespace liaison::tests {
namespace {

SmallMember *memberOf(SmallRoom &room, const QString &account)
{
    const auto it = std::find_if(room.members.begin(), room.members.end(),
                                 [&](const SmallMember &m) { return m.account == account; });
    return it == room.members.end() ? nullptr : &*it;
}

void createRoom(SmallWorld &w, const Place &place)
{
    SmallRoom room;
    room.id = u"made-" + place.site + QString::number(place.cmid.value_or(0));
    room.name = room.id;
    for (const SmallAccount &a : w.accounts) {
        if (w.apiAccounts.contains(a.username))
            room.members.push_back({a.id, RoomOwner});
    }
    for (SmallLink &l : w.links) {
        if (l.site == place.site && l.cmid == place.cmid) {
            l.room = room.id;
            l.points = SmallLink::Points::Room;
        }
    }
    w.rooms.push_back(room);
}

void createAccount(SmallWorld &w, const QString &login)
{
    w.absentLogins.removeIf([&](const QString &l) { return l.compare(login, Qt::CaseInsensitive) == 0; });
    w.account(login);
}

} // namespace

void carryOut(SmallWorld &w, const std::vector<Step> &steps)
{
    for (const Step &step : steps) {
        const Change &c = step.change;
        const PersonKey *person = personOf(c);
        const ChangeKind kind = kindOf(c);
        if (kind == ChangeKind::CreateAccount) {
            createAccount(w, person->username);
            continue;
        }
        if (kind == ChangeKind::CreateRoom) {
            createRoom(w, c.place);
            continue;
        }
        SmallRoom &room = w.room(c.place.room.value_or(QString()));
        const QString id = !person ? QString() : person->chat ? *person->chat : w.account(person->username).id;
        SmallMember *member = memberOf(room, id);
        const auto flag = [](quint8 roles, bool on) {
            return static_cast<quint8>(on ? roles | RoomModerator : roles & ~RoomModerator);
        };
        switch (kind) {
        case ChangeKind::Unarchive:
        case ChangeKind::Archive:
            room.archived = kind == ChangeKind::Archive;
            break;
        case ChangeKind::SetRetention:
            room.retention = std::get<SetRetention>(c.what).after;
            break;
        case ChangeKind::Add:
            if (!member)
                room.members.push_back({id, flag(RoomMember, std::get<AddMember>(c.what).as == MemberRole::Moderator)});
            break;
        case ChangeKind::Promote:
        case ChangeKind::Demote:
            if (member)
                member->roles = flag(member->roles, kind == ChangeKind::Promote);
            break;
        case ChangeKind::Remove:
            room.members.erase(std::remove_if(room.members.begin(), room.members.end(),
                                              [&](const SmallMember &m) { return m.account == id; }),
                               room.members.end());
            break;
        case ChangeKind::CreateAccount:
        case ChangeKind::CreateRoom:
            break;
        }
    }
}

} // namespace liaison::tests
