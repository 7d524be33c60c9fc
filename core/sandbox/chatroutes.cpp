#include "core/sandbox/chatroutes.h"

#include <algorithm>
#include <array>

namespace liaison::sandbox::chat {

namespace {

constexpr QLatin1String L(const char *text)
{
    return QLatin1String(text);
}

Route read(const char *path, Handler handler, const char *list = "", const char *keys = "")
{
    Route r;
    r.path = L(path);
    r.handler = handler;
    r.list = L(list);
    r.keys = L(keys);
    return r;
}

Route paged(const char *path, Handler handler, const char *list, const char *keys = "")
{
    Route r = read(path, handler, list, keys);
    r.paged = true;
    return r;
}

Route write(const char *path, Handler handler, const char *keys = "")
{
    Route r = read(path, handler, "", keys);
    r.get = false;
    return r;
}

Route from(int major, int minor, Route r)
{
    r.since[0] = major;
    r.since[1] = minor;
    return r;
}

/// Of a room named by roomId or roomName.
Route inRoom(Route r)
{
    r.room = true;
    return r;
}

Route anonymous(Route r)
{
    r.anonymous = true;
    return r;
}

/// Changes sessions; `factor`: asks for the second factor.
Route sessions(Route r, bool factor)
{
    r.tokens = true;
    r.twoFactor = factor;
    return r;
}

Route checked(Route r)
{
    r.checked = true;
    return r;
}

/// Changes something, and asks for the second factor.
Route factor(Route r)
{
    r.twoFactor = true;
    return r;
}

/// Outside groups.*, and validated like them from 8.8: @rocket.chat/rest-typings 8.8.1.
Route typed(Route r)
{
    r.typed = true;
    return r;
}

/// What a sweep of the campus asks for.
bool isSteady(QLatin1String path)
{
    static constexpr std::array paths{"me",
                                      "permissions.listAll",
                                      "settings.public",
                                      "settings/:_id",
                                      "groups.listAll",
                                      "groups.list",
                                      "groups.info",
                                      "groups.members",
                                      "groups.roles",
                                      "groups.moderators",
                                      "rooms.adminRooms",
                                      "rooms.adminRooms.getRoom",
                                      "rooms.info",
                                      "rooms.membersOrderedByRole",
                                      "users.list",
                                      "users.listByStatus",
                                      "users.info"};
    return std::any_of(paths.begin(), paths.end(), [path](const char *p) { return path == QLatin1String(p); });
}

constexpr auto pageKeys = "offset count sort query fields";

std::vector<Route> table()
{
    std::vector<Route> all{
        anonymous(read("info", serverInfo)),
        sessions(anonymous(write("login", login)), false),
        sessions(write("logout", logout), false),
        sessions(read("logout", logout), false), // deprecated, and there
        read("me", me),
        read("permissions.listAll", permissionsListAll, "update"),
        read("users.getPersonalAccessTokens", tokensList, "tokens"),
        sessions(write("users.generatePersonalAccessToken", tokenGenerate), true),
        sessions(write("users.regeneratePersonalAccessToken", tokenRegenerate), true),
        sessions(write("users.removePersonalAccessToken", tokenRemove), true),
        anonymous(typed(paged("settings.public", settingsPublic, "settings", "_id offset count sort query"))),
        read("settings/:_id", settingsOne),
        factor(write("settings/:_id", settingsWrite)),
        anonymous(write("hooks/:id/:token", hook)),

        paged("groups.listAll", groupsListAll, "groups", pageKeys),
        paged("groups.list", groupsList, "groups", pageKeys),
        inRoom(read("groups.info", groupsInfo)),
        inRoom(read("groups.counters", groupsCounters, "", "userId")),
        inRoom(paged("groups.members", groupsMembers, "members", "offset count filter status")),
        inRoom(read("groups.roles", groupsRoles, "roles")),
        inRoom(read("groups.moderators", groupsModerators, "moderators")),
        inRoom(paged("groups.messages", groupsMessages, "messages", pageKeys)),
        inRoom(read("groups.history", groupsHistory, "messages",
                    "latest oldest inclusive offset count unreads showThreadMessages")),

        checked(write("groups.create", groupsCreate, "name members readOnly customFields extraData excludeSelf")),
        inRoom(write("groups.invite", groupsInvite, "userId username userIds usernames")),
        inRoom(write("groups.kick", groupsKick, "userId username user userIds usernames")),
        inRoom(write("groups.addAll", groupsAddAll, "activeUsersOnly")),
        inRoom(write("groups.addModerator", groupsAddModerator, "userId username")),
        inRoom(write("groups.removeModerator", groupsRemoveModerator, "userId username")),
        inRoom(write("groups.addOwner", groupsAddOwner, "userId username")),
        inRoom(write("groups.removeOwner", groupsRemoveOwner, "userId username")),
        inRoom(write("groups.addLeader", groupsAddLeader, "userId username")),
        inRoom(write("groups.removeLeader", groupsRemoveLeader, "userId username")),
        inRoom(write("groups.archive", groupsArchive)),
        inRoom(write("groups.unarchive", groupsUnarchive)),
        inRoom(write("groups.delete", groupsDelete)),
        inRoom(write("groups.rename", groupsRename, "name")),
        inRoom(write("groups.setTopic", groupsSetTopic, "topic")),
        inRoom(write("groups.setAnnouncement", groupsSetAnnouncement, "announcement")),
        inRoom(write("groups.setDescription", groupsSetDescription, "description")),
        inRoom(write("groups.setPurpose", groupsSetPurpose, "purpose")),
        inRoom(write("groups.setReadOnly", groupsSetReadOnly, "readOnly")),
        inRoom(write("groups.setType", groupsSetType, "type")),
        inRoom(write("groups.setCustomFields", groupsSetCustomFields, "customFields")),

        typed(paged("rooms.adminRooms", roomsAdminRooms, "rooms", "filter types offset count sort query")),
        typed(read("rooms.adminRooms.getRoom", roomsAdminRoom, "", "rid")),
        typed(inRoom(read("rooms.info", roomsInfo))),
        checked(read("rooms.nameExists", roomsNameExists, "", "roomName")),
        from(6, 12, checked(read("rooms.isMember", roomsIsMember, "", "roomId userId username"))),
        from(7, 3,
             checked(inRoom(paged("rooms.membersOrderedByRole", roomsMembersOrderedByRole, "members",
                                  "status filter offset count sort query")))),
        from(7, 10, read("rooms.roles", roomsRoles, "roles")),
        typed(write("rooms.changeArchivationState", roomsChangeArchivationState, "rid action")),
        typed(write(
            "rooms.saveRoomSettings", roomsSaveSettings,
            "rid roomAvatar featured roomName roomTopic roomAnnouncement roomDescription roomCustomFields roomType "
            "readOnly reactWhenReadOnly systemMessages default joinCode encrypted favorite retentionEnabled "
            "retentionMaxAge retentionExcludePinned retentionFilesOnly retentionIgnoreThreads "
            "retentionOverrideGlobal")),
        write("rooms.delete", roomsDelete),
        typed(inRoom(write("rooms.cleanHistory", roomsCleanHistory,
                           "latest oldest inclusive excludePinned filesOnly users limit ignoreDiscussion "
                           "ignoreThreads"))),
        write("rooms.export", roomsExport),
        write("chat.postMessage", chatPostMessage),
        write("chat.sendMessage", chatSendMessage),

        typed(paged("users.list", usersList, "users", "fields query offset count sort email")),
        from(6, 8,
             typed(paged("users.listByStatus", usersListByStatus, "users",
                         "status hasLoggedIn type roles searchTerm inactiveReason offset count sort"))),
        typed(read("users.info", usersInfo, "",
                   "userId username importId email freeSwitchExtension includeUserRooms fields")),
        checked(write("users.create", usersCreate,
                      "email name username password active roles verified joinDefaultChannels requirePasswordChange "
                      "setRandomPassword sendWelcomeEmail customFields bio nickname statusText fields")),
        anonymous(write("users.register", usersRegister)),
        factor(checked(write("users.update", usersUpdate, "userId data confirmRelinquish"))),
        write("users.delete", usersDelete),
        read("users.presence", usersPresence, "users"),
        sessions(anonymous(write("users.2fa.sendEmailCode", usersSendEmailCode)), false),
        checked(write("users.setActiveStatus", usersSetActiveStatus, "userId activeStatus confirmRelinquish")),
    };
    for (Route &r : all)
        r.steady = r.get && isSteady(r.path);
    return all;
}

const std::vector<Route> &routes()
{
    static const std::vector<Route> all = table();
    return all;
}

} // namespace

Found findRoute(const Call &call, const Version &version)
{
    Found found;
    for (const Route &r : routes()) {
        if (call.route != r.path || !version.atLeast(r.since[0], r.since[1]))
            continue;
        found.known = true;
        if (r.get == call.get)
            found.route = &r;
    }
    return found;
}

const Route *routeNamed(const Call &call)
{
    for (const Route &r : routes()) {
        if (call.route == r.path)
            return &r;
    }
    return nullptr;
}

} // namespace liaison::sandbox::chat
