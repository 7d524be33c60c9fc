#pragma once

#include "core/model/policy.h"
#include "core/model/snapshot.h"

#include <vector>

namespace liaison {

/// Which roles count for one link, and since which level.
struct LinkMapping
{
    enum class Level { Plugin, Site, Category, Course, Activity, Guess };
    /// By RoleSetIx: 0 no mapped role, 1 member, 2 moderator (moderator wins).
    std::vector<quint8> levelOfSet;
    Level moderatorFrom = Level::Site, memberFrom = Level::Site;
    /// Nobody set a mapping: the shipped guess, which may only add (design section 5).
    bool isGuess = false;
};

/// True where mod_rocketchat's own role lists decide (design section 5, *Policy source*).
[[nodiscard]] bool pluginDecides(const Snapshot &snapshot, const Link &link, const Policy &policy);

[[nodiscard]] LinkMapping mappingOf(const Snapshot &snapshot, const Link &link, const Policy &policy);

/// By RoleIx, what each role alone becomes under this link: 0 nothing, 1 member, 2 moderator.
[[nodiscard]] std::vector<quint8> roleLevels(const Snapshot &snapshot, const Link &link, const Policy &policy);

/// What the roles of one site become where no category, course or activity says otherwise.
struct SiteMapping
{
    std::vector<quint8> levelOfRole; ///< by RoleIx, as in `roleLevels`; 0 for the roles of other sites
    LinkMapping::Level from = LinkMapping::Level::Guess; ///< Plugin, Site or Guess
};
/// Where the plugin decides: the defaults it gives a new activity, else, where it does not tell them, what most of the
/// activities' own lists say (equal numbers: the lesser role).
[[nodiscard]] SiteMapping siteMapping(const Snapshot &snapshot, SiteIx site, const Policy &policy);

} // namespace liaison
