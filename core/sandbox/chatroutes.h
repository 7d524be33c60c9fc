#pragma once

#include "core/sandbox/chatstate.h"

namespace liaison::sandbox::chat {

using Handler = Answer (*)(State &, const Call &);

struct Route
{
    QLatin1String path;
    bool get = true;
    Handler handler = nullptr;
    QLatin1String list;    ///< key of its list; empty = answers no list
    QLatin1String keys;    ///< parameters a strict release takes, separated by spaces
    int since[2] = {0, 0}; ///< release that brought it: contract section 10
    bool room = false;     ///< names one room by roomId or roomName
    bool paged = false;    ///< its list comes with count, offset, total
    bool anonymous = false;
    bool twoFactor = false;
    bool tokens = false;  ///< changes sessions only: no write for the request log (design 7)
    bool checked = false; ///< parameters are validated on every release
    bool typed = false;   ///< not of groups.*, and validated like them from 8.8
    bool steady = false;  ///< neither changes anything nor looks at the time: its answer may be given again
};

struct Found
{
    const Route *route = nullptr; ///< null: see `known`
    bool known = false;           ///< the path exists, the method does not
};
[[nodiscard]] Found findRoute(const Call &call, const Version &version);
/// Ignores the version: for facts and empty lists.
[[nodiscard]] const Route *routeNamed(const Call &call);

// Session: chataccount.cpp
Answer serverInfo(State &, const Call &);
Answer login(State &, const Call &);
Answer logout(State &, const Call &);
Answer me(State &, const Call &);
Answer permissionsListAll(State &, const Call &);
Answer tokensList(State &, const Call &);
Answer tokenGenerate(State &, const Call &);
Answer tokenRegenerate(State &, const Call &);
Answer tokenRemove(State &, const Call &);
/// Asks for a second factor where the call needs one: contract section 1.
[[nodiscard]] Expected<bool> secondFactor(State &s, const Call &call);

// Settings: chatsettingcalls.cpp
Answer settingsPublic(State &, const Call &);
Answer settingsOne(State &, const Call &);
Answer settingsWrite(State &, const Call &);

// Rooms, reading: chatroomsread.cpp, chatmembersread.cpp
Answer groupsListAll(State &, const Call &);
Answer groupsList(State &, const Call &);
Answer groupsInfo(State &, const Call &);
Answer groupsCounters(State &, const Call &);
Answer roomsAdminRooms(State &, const Call &);
Answer roomsAdminRoom(State &, const Call &);
Answer roomsInfo(State &, const Call &);
Answer roomsNameExists(State &, const Call &);
Answer groupsMembers(State &, const Call &);
Answer groupsRoles(State &, const Call &);
Answer groupsModerators(State &, const Call &);
Answer roomsRoles(State &, const Call &);
Answer roomsIsMember(State &, const Call &);
Answer roomsMembersOrderedByRole(State &, const Call &);

// Members and roles, changing: chatmemberswrite.cpp
Answer groupsInvite(State &, const Call &);
Answer groupsKick(State &, const Call &);
Answer groupsAddAll(State &, const Call &);
Answer groupsAddModerator(State &, const Call &);
Answer groupsRemoveModerator(State &, const Call &);
Answer groupsAddOwner(State &, const Call &);
Answer groupsRemoveOwner(State &, const Call &);
Answer groupsAddLeader(State &, const Call &);
Answer groupsRemoveLeader(State &, const Call &);

// Rooms, changing: chatroomswrite.cpp, chatroomsettings.cpp
Answer groupsCreate(State &, const Call &);
Answer groupsArchive(State &, const Call &);
Answer groupsUnarchive(State &, const Call &);
Answer roomsChangeArchivationState(State &, const Call &);
Answer groupsDelete(State &, const Call &);
Answer roomsDelete(State &, const Call &);
Answer roomsCleanHistory(State &, const Call &);
Answer roomsSaveSettings(State &, const Call &);
Answer groupsRename(State &, const Call &);
Answer groupsSetTopic(State &, const Call &);
Answer groupsSetAnnouncement(State &, const Call &);
Answer groupsSetDescription(State &, const Call &);
Answer groupsSetPurpose(State &, const Call &);
Answer groupsSetReadOnly(State &, const Call &);
Answer groupsSetType(State &, const Call &);
Answer groupsSetCustomFields(State &, const Call &);

// Messages: chatmessagecalls.cpp
Answer groupsMessages(State &, const Call &);
Answer groupsHistory(State &, const Call &);
Answer chatPostMessage(State &, const Call &);
Answer chatSendMessage(State &, const Call &);
Answer roomsExport(State &, const Call &);
Answer hook(State &, const Call &);

// Accounts: chatusers.cpp
Answer usersList(State &, const Call &);
Answer usersListByStatus(State &, const Call &);
Answer usersInfo(State &, const Call &);
Answer usersCreate(State &, const Call &);
Answer usersRegister(State &, const Call &);
Answer usersUpdate(State &, const Call &);
Answer usersDelete(State &, const Call &);
Answer usersPresence(State &, const Call &);
Answer usersSendEmailCode(State &, const Call &);
Answer usersSetActiveStatus(State &, const Call &);

} // namespace liaison::sandbox::chat
