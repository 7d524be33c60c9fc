#include "core/reconcile/rolemapping.h"

#include <algorithm>
#include <functional>

namespace liaison {
namespace {

struct Names
{
    QStringList names;
    LinkMapping::Level level;
};

/// The most specific level that sets the list wins; an empty list is a value: nobody.
Names mostSpecific(const Snapshot &s, const Link &link, const Policy &policy,
                   std::optional<QStringList> RoleNames::*list)
{
    const QString &site = s.sites[link.site.value].id.value;
    const auto at = [&](const QMap<QString, RoleNames> &levels, qint64 id) -> std::optional<QStringList> {
        for (auto it = levels.cbegin(); it != levels.cend(); ++it) {
            if (keyNames(it.key(), site, id) && it.value().*list)
                return it.value().*list;
        }
        return std::nullopt;
    };
    using Level = LinkMapping::Level;
    if (auto names = at(policy.roles.activities, link.cmid.value))
        return {*names, Level::Activity};
    const Course &course = s.courses[link.course.value];
    if (auto names = at(policy.roles.courses, course.id.value))
        return {*names, Level::Course};
    for (CategoryId category : course.path) {
        if (auto names = at(policy.roles.categories, category.value))
            return {*names, Level::Category};
    }
    return {(policy.roles.site.*list).value_or(QStringList()), policy.roles.configured ? Level::Site : Level::Guess};
}

void fill(const Snapshot &s, std::vector<quint8> &levels, quint8 level, const std::function<bool(const Role &)> &mapped)
{
    std::vector<bool> roleMapped(s.roles.size());
    for (size_t i = 0; i < s.roles.size(); ++i)
        roleMapped[i] = mapped(s.roles[i]);
    for (size_t set = 0; set < s.roleSets.size(); ++set) {
        for (quint32 role : s.roleSets[set]) {
            if (roleMapped[role])
                levels[set] = std::max(levels[set], level);
        }
    }
}

} // namespace

bool pluginDecides(const Snapshot &s, const Link &link, const Policy &policy)
{
    if (policy.source == PolicySource::Console || !link.roles)
        return false;
    return policy.source == PolicySource::Plugin || s.sites[link.site.value].pluginSeen;
}

LinkMapping mappingOf(const Snapshot &s, const Link &link, const Policy &policy)
{
    LinkMapping mapping;
    mapping.levelOfSet.assign(s.roleSets.size(), 0);
    if (pluginDecides(s, link, policy)) {
        mapping.moderatorFrom = mapping.memberFrom = LinkMapping::Level::Plugin;
        const auto byId = [&](const std::vector<RoleId> &ids) {
            return [&s, &ids, &link](const Role &role) {
                return role.site == link.site && std::find(ids.begin(), ids.end(), role.id) != ids.end();
            };
        };
        fill(s, mapping.levelOfSet, 1, byId(link.roles->member));
        fill(s, mapping.levelOfSet, 2, byId(link.roles->moderator));
        return mapping;
    }
    const Names moderator = mostSpecific(s, link, policy, &RoleNames::moderator);
    const Names member = mostSpecific(s, link, policy, &RoleNames::member);
    mapping.moderatorFrom = moderator.level;
    mapping.memberFrom = member.level;
    // Where the plugin decides, its lists are not known here; else one list that nobody set is enough of a guess.
    const bool plugins = policy.source == PolicySource::Plugin ||
                         (policy.source == PolicySource::Auto && s.sites[link.site.value].pluginSeen);
    mapping.isGuess =
        plugins || (policy.source == PolicySource::Auto &&
                    (moderator.level == LinkMapping::Level::Guess || member.level == LinkMapping::Level::Guess));
    const auto byName = [&](const QStringList &names) {
        return [&names, &link](const Role &role) { return role.site == link.site && names.contains(role.shortName); };
    };
    fill(s, mapping.levelOfSet, 1, byName(member.names));
    fill(s, mapping.levelOfSet, 2, byName(moderator.names));
    return mapping;
}

} // namespace liaison
