#include "core/run/restorelist.h"

#include "core/moodle/requests.h"
#include "core/run/restorescope.h"
#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {

Result<RestoreList> readRestores(Servers &servers, const Profile &profile, store::Memory &memory,
                                 const net::CancelToken &cancel)
{
    RestoreList list;
    for (size_t i = 0; i < profile.moodle.size(); ++i) {
        const MoodleSettings &site = profile.moodle[i];
        const QString origin = originOf(site.url);
        const auto reached = memory.wasReached(origin);
        if (!reached)
            return fail(reached.error());
        const auto info = servers.sites[i].siteInfo(cancel);
        if (!info) {
            Error e = info.error();
            if (!isDown(e, *reached)) {
                e.where = site.url; // which of the servers is meant
                return fail(e);
            }
            list.unread.push_back({site.id, e});
            continue;
        }
        if (auto marked = memory.markReached(origin, info->at); !marked)
            return fail(marked.error());
        const QString function(moodle::functions::companionRestoreTasks);
        if (!info->value.functions.contains(function)) {
            list.unread.push_back(
                {site.id, Error{ErrorKind::Forbidden, QStringLiteral("function-missing"), function, 0, {}, {}}});
            continue;
        }
        const auto tasks = servers.sites[i].restoreTasks({}, {}, cancel);
        if (!tasks) {
            if (tasks.error().kind == ErrorKind::Cancelled)
                return fail(tasks.error());
            list.unread.push_back({site.id, tasks.error()});
            continue;
        }
        std::vector<RestoreRow> rows = restoreRows(site.id, tasks->value, tasks->at);
        SiteSurvey place;
        place.id = site.id;
        if (!profile.scope.isEverything() && info->value.functions.contains(QString(moodle::functions::categories))) {
            if (const auto categories = servers.sites[i].categories(cancel)) {
                for (const moodle::Category &category : categories->value)
                    place.categories.insert(category.id, category);
            }
        }
        if (!list.outside)
            list.outside.emplace();
        keepInside(rows, *list.outside, profile.scope, place, servers.sites[i], cancel);
        list.rows.insert(list.rows.end(), rows.begin(), rows.end());
    }
    // Each site's are in order already; over several, what is stuck or blocks still comes first.
    std::stable_partition(list.rows.begin(), list.rows.end(), [](const RestoreRow &row) {
        return row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking;
    });
    return list;
}

} // namespace liaison
