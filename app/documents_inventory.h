#pragma once

#include "core/reconcile/rolemapping.h"
#include "core/run/campus.h"
#include "ui/text/text.h"

#include <QJsonObject>

/// The documents of `rooms`, `roles` and `retention` (docs/schemas).
namespace liaison::app {

/// "plugin", "site", "category", "course", "activity", "guess".
[[nodiscard]] QString codeOfLevel(LinkMapping::Level level);
[[nodiscard]] LinkMapping::Level levelOf(RoleRow::From from);
/// nullopt: nobody.
[[nodiscard]] std::optional<MemberRole> roleOf(RoleRow::Maps maps);

/// The role lists in force for one link.
struct LinkRoles
{
    LinkKey key;
    qint64 course = 0;
    QString shortName;
    QStringList moderator, member; ///< short names, of the site's roles in order of their ids
    LinkMapping::Level moderatorFrom = LinkMapping::Level::Guess, memberFrom = LinkMapping::Level::Guess;
    bool known = true; ///< false: the activity could not be read
};

[[nodiscard]] QJsonObject roomJson(const RoomRow &room, const QString &state, text::Language language);
[[nodiscard]] QJsonObject roleJson(const RoleRow &role, text::Language language);
[[nodiscard]] QJsonObject linkRolesJson(const LinkRoles &link, text::Language language);
[[nodiscard]] QJsonObject retentionJson(const RetentionRow &row, text::Language language);

} // namespace liaison::app
