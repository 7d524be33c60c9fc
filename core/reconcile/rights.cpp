#include "core/reconcile/rights.h"

namespace liaison {

QString missingRight(const Snapshot &s, const Room &room, ChangeKind kind, MemberRole as)
{
    const bool member = room.access == Access::Member;
    const auto held = [&](const char *right) {
        return s.grants && s.grants->held(QString::fromLatin1(right), room.ownRoles);
    };
    const auto lacking = [&](const char *right) { return held(right) ? QString() : QString::fromLatin1(right); };
    // Room roles are changed by members only: there is no right that replaces membership.
    const auto roleChange = [&] { return member ? lacking("set-moderator") : QStringLiteral("set-moderator"); };

    switch (kind) {
    case ChangeKind::CreateAccount:
        return lacking("create-user");
    case ChangeKind::CreateRoom:
        return lacking("create-p");
    case ChangeKind::Add:
        if (!(member && held("add-user-to-joined-room")) && !held("add-user-to-any-p-room"))
            return member ? QStringLiteral("add-user-to-joined-room") : QStringLiteral("add-user-to-any-p-room");
        return as == MemberRole::Moderator ? roleChange() : QString();
    case ChangeKind::Promote:
    case ChangeKind::Demote:
        return roleChange();
    case ChangeKind::Remove:
        if (!held("remove-user"))
            return QStringLiteral("remove-user");
        return member ? QString() : lacking("kick-user-from-any-p-room");
    case ChangeKind::Unarchive:
        return lacking("unarchive-room");
    case ChangeKind::Archive:
        return lacking("archive-room");
    case ChangeKind::SetRetention: {
        const QString edit = lacking("edit-room");
        return edit.isEmpty() ? lacking("edit-room-retention-policy") : edit;
    }
    }
    return {};
}

} // namespace liaison
