#include "core/reconcile/rolemapping.h"

#include <algorithm>
#include <array>
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

/// Moderator wins over member.
std::vector<quint8> levelsBy(const Snapshot &s, const std::function<bool(const Role &)> &moderator,
                             const std::function<bool(const Role &)> &member)
{
    std::vector<quint8> levels(s.roles.size());
    for (size_t i = 0; i < s.roles.size(); ++i)
        levels[i] = moderator(s.roles[i]) ? 2 : member(s.roles[i]) ? 1 : 0;
    return levels;
}

auto byId(const std::vector<RoleId> &ids, SiteIx site)
{
    return [&ids, site](const Role &role) {
        return role.site == site && std::find(ids.begin(), ids.end(), role.id) != ids.end();
    };
}

auto byName(const QStringList &names, SiteIx site)
{
    return [&names, site](const Role &role) { return role.site == site && names.contains(role.shortName); };
}

} // namespace

bool pluginDecides(const Snapshot &s, const Link &link, const Policy &policy)
{
    if (policy.source == PolicySource::Console || !link.roles)
        return false;
    return policy.source == PolicySource::Plugin || s.sites[link.site.value].pluginSeen;
}

std::vector<quint8> roleLevels(const Snapshot &s, const Link &link, const Policy &policy)
{
    if (pluginDecides(s, link, policy))
        return levelsBy(s, byId(link.roles->moderator, link.site), byId(link.roles->member, link.site));
    const Names moderator = mostSpecific(s, link, policy, &RoleNames::moderator);
    const Names member = mostSpecific(s, link, policy, &RoleNames::member);
    return levelsBy(s, byName(moderator.names, link.site), byName(member.names, link.site));
}

LinkMapping mappingOf(const Snapshot &s, const Link &link, const Policy &policy)
{
    LinkMapping mapping;
    mapping.levelOfSet.assign(s.roleSets.size(), 0);
    const std::vector<quint8> levelOfRole = roleLevels(s, link, policy);
    for (size_t set = 0; set < s.roleSets.size(); ++set) {
        for (quint32 role : s.roleSets[set])
            mapping.levelOfSet[set] = std::max(mapping.levelOfSet[set], levelOfRole[role]);
    }
    if (pluginDecides(s, link, policy)) {
        mapping.moderatorFrom = mapping.memberFrom = LinkMapping::Level::Plugin;
        return mapping;
    }
    mapping.moderatorFrom = mostSpecific(s, link, policy, &RoleNames::moderator).level;
    mapping.memberFrom = mostSpecific(s, link, policy, &RoleNames::member).level;
    // Where the plugin decides, its lists are not known here; else one list that nobody set is enough of a guess.
    const bool plugins = policy.source == PolicySource::Plugin ||
                         (policy.source == PolicySource::Auto && s.sites[link.site.value].pluginSeen);
    mapping.isGuess =
        plugins || (policy.source == PolicySource::Auto && (mapping.moderatorFrom == LinkMapping::Level::Guess ||
                                                            mapping.memberFrom == LinkMapping::Level::Guess));
    return mapping;
}

SiteMapping siteMapping(const Snapshot &s, SiteIx site, const Policy &policy)
{
    const Site &facts = s.sites[site.value];
    const bool plugins =
        policy.source == PolicySource::Plugin || (policy.source == PolicySource::Auto && facts.pluginSeen);
    if (plugins && facts.defaultRoles)
        return {levelsBy(s, byId(facts.defaultRoles->moderator, site), byId(facts.defaultRoles->member, site)),
                LinkMapping::Level::Plugin};
    if (plugins) {
        std::vector<std::array<int, 3>> votes(s.roles.size(), std::array<int, 3>{});
        bool told = false;
        for (const Link &link : s.links) {
            if (link.site != site || !pluginDecides(s, link, policy))
                continue;
            told = true;
            const std::vector<quint8> levels = roleLevels(s, link, policy);
            for (size_t role = 0; role < levels.size(); ++role)
                ++votes[role][levels[role]];
        }
        if (told) {
            SiteMapping mapping{std::vector<quint8>(s.roles.size()), LinkMapping::Level::Plugin};
            for (size_t role = 0; role < votes.size(); ++role) {
                const auto most = std::max_element(votes[role].begin(), votes[role].end());
                mapping.levelOfRole[role] = static_cast<quint8>(most - votes[role].begin());
            }
            return mapping;
        }
    }
    const bool guess = plugins || !policy.roles.configured;
    const QStringList moderator = policy.roles.site.moderator.value_or(QStringList());
    const QStringList member = policy.roles.site.member.value_or(QStringList());
    return {levelsBy(s, byName(moderator, site), byName(member, site)),
            guess ? LinkMapping::Level::Guess : LinkMapping::Level::Site};
}

} // namespace liaison
