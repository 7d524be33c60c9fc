#include "core/run/campus.h"

#include "core/base/uithread.h"
#include "core/reconcile/rolemapping.h"

#include <algorithm>

namespace liaison {
namespace {

/// By RoleIx: how many people hold the role in a course that was read, in the course itself or inherited.
std::vector<int> holders(const Snapshot &s)
{
    std::vector<std::vector<bool>> held(s.roles.size(), std::vector<bool>(s.people.size()));
    for (const Course &course : s.courses) {
        if (!course.enrolments.isKnown())
            continue;
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            for (quint32 set : {s.enrolments.roles[row], s.enrolments.inherited[row]}) {
                for (quint32 role : s.roleSets[set])
                    held[role][s.enrolments.person[row]] = true;
            }
        }
    }
    std::vector<int> counts(s.roles.size());
    for (size_t role = 0; role < held.size(); ++role)
        counts[role] = static_cast<int>(std::count(held[role].begin(), held[role].end(), true));
    return counts;
}

RoleRow::From fromOf(LinkMapping::Level level)
{
    switch (level) {
    case LinkMapping::Level::Plugin:
        return RoleRow::From::Plugin;
    case LinkMapping::Level::Guess:
        return RoleRow::From::Guess;
    default:
        return RoleRow::From::Profile;
    }
}

} // namespace

std::vector<RoleRow> roleRows(const Snapshot &s, const Policy &policy)
{
    notOnUiThread("rows of roles");
    const std::vector<int> people = holders(s);
    std::vector<RoleRow> rows;
    for (size_t i = 0; i < s.sites.size(); ++i) {
        const SiteIx site(i);
        const SiteMapping mapping = siteMapping(s, site, policy);
        std::vector<int> differing(s.roles.size());
        for (const Link &link : s.links) {
            if (link.site != site || link.unknown) // what an unreachable site's links say now is not known
                continue;
            const std::vector<quint8> levels = roleLevels(s, link, policy);
            for (size_t role = 0; role < levels.size(); ++role)
                differing[role] += s.roles[role].site == site && levels[role] != mapping.levelOfRole[role];
        }
        std::vector<RoleRow> ofSite;
        for (size_t role = 0; role < s.roles.size(); ++role) {
            if (s.roles[role].site != site)
                continue;
            RoleRow row;
            row.site = s.sites[i].id.value;
            row.role = s.roles[role].id.value;
            row.shortName = s.roles[role].shortName;
            row.name = s.roles[role].name;
            row.maps = mapping.levelOfRole[role] == 2   ? RoleRow::Maps::Moderator
                       : mapping.levelOfRole[role] == 1 ? RoleRow::Maps::Member
                                                        : RoleRow::Maps::Nobody;
            row.from = fromOf(mapping.from);
            row.people = people[role];
            row.linksDiffering = differing[role];
            ofSite.push_back(std::move(row));
        }
        std::sort(ofSite.begin(), ofSite.end(), [](const RoleRow &a, const RoleRow &b) { return a.role < b.role; });
        std::move(ofSite.begin(), ofSite.end(), std::back_inserter(rows));
    }
    return rows;
}

} // namespace liaison
