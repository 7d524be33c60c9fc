#include "core/reconcile/rights.h"

#include <algorithm>

namespace liaison {

std::vector<NeededRight> neededRights(const Snapshot &s, const Room &room, ChangeKind kind, MemberRole as)
{
    const bool member = room.access == Access::Member;
    const auto right = [&](const char *name) {
        const QString text = QString::fromLatin1(name);
        return NeededRight{text, s.grants ? std::optional(s.grants->held(text, room.ownRoles)) : std::nullopt};
    };
    // There is no right that replaces membership.
    const auto roleChange = [&] {
        NeededRight needed = right("set-moderator");
        if (!member)
            needed.held = false;
        return needed;
    };

    std::vector<NeededRight> needed;
    switch (kind) {
    case ChangeKind::CreateAccount:
        return {right("create-user")};
    case ChangeKind::CreateRoom:
        return {right("create-p")};
    case ChangeKind::Add: {
        const NeededRight any = right("add-user-to-any-p-room"); // enough by itself, in our own rooms too
        needed.push_back(member && any.held != true ? right("add-user-to-joined-room") : any);
        if (as == MemberRole::Moderator)
            needed.push_back(roleChange());
        return needed;
    }
    case ChangeKind::Promote:
    case ChangeKind::Demote:
        return {roleChange()};
    case ChangeKind::Remove:
        needed.push_back(right("remove-user"));
        if (!member)
            needed.push_back(right("kick-user-from-any-p-room"));
        return needed;
    case ChangeKind::Unarchive:
        return {right("unarchive-room")};
    case ChangeKind::Archive:
        return {right("archive-room")};
    case ChangeKind::SetRetention:
        return {right("edit-room"), right("edit-room-retention-policy")};
    }
    return needed;
}

QString missingRight(const Snapshot &s, const Room &room, ChangeKind kind, MemberRole as)
{
    const std::vector<NeededRight> needed = neededRights(s, room, kind, as);
    const auto missing =
        std::find_if(needed.begin(), needed.end(), [](const NeededRight &right) { return right.held != true; });
    return missing == needed.end() ? QString() : missing->right;
}

QString roleToGrant(const Snapshot &s)
{
    const QString bot = QStringLiteral("bot");
    if (!s.grants || s.grants->ourRoles.contains(bot))
        return bot;
    for (const QString &role : s.grants->ourRoles) {
        if (role != u"user" && role != u"guest" && role != u"anonymous")
            return role;
    }
    return bot;
}

} // namespace liaison
