#include "core/run/probes.h"

#include <algorithm>

namespace liaison {
namespace {

/// Both lists of the whole server need it: Rocket.Chat contract section 3.
std::optional<bool> roomAdministration(const Survey &survey)
{
    if (!survey.chat || survey.chatDown || survey.roomsUnknown)
        return std::nullopt;
    return survey.rooms.wholeServer;
}

/// Somebody else's server roles are shown with it only. Nobody's: perhaps nobody was looked up.
std::optional<bool> fullUserInfo(const Survey &survey, const Snapshot &s)
{
    const bool seen = std::any_of(s.accounts.begin(), s.accounts.end(), [&](const Account &account) {
        return account.serverRoles && (!survey.chat || account.id.value != survey.chat->self.id);
    });
    return seen ? std::optional(true) : std::nullopt;
}

/// A room that we are not in is read through the rooms of people.
std::optional<bool> otherUserChannels(const Snapshot &s, const QString &right)
{
    std::optional<bool> held;
    for (const Room &room : s.rooms) {
        if (room.access != Access::Administered)
            continue;
        if (room.members.isKnown() && room.listed > 0)
            return true;
        if (!room.members.isKnown() && room.members.because().detail == right)
            held = false;
    }
    return held;
}

} // namespace

std::optional<bool> probedRight(const Survey &survey, const Snapshot &s, const QString &right)
{
    if (right == u"view-room-administration")
        return roomAdministration(survey);
    if (right == u"view-full-other-user-info")
        return fullUserInfo(survey, s);
    if (right == u"view-other-user-channels")
        return otherUserChannels(s, right);
    return std::nullopt;
}

} // namespace liaison
