#include "core/run/restorelist.h"

#include "core/moodle/requests.h"
#include "core/run/observe.h"
#include "core/run/restoreparties.h"
#include "core/run/restorescope.h"
#include "core/run/trouble.h"

#include <QSet>

#include <algorithm>

namespace liaison {
namespace {

using Told = std::optional<moodle::Fetched<moodle::RestoreTasks>>;

struct SiteTasks
{
    Told told;
    bool blockedOutside = false; ///< the queue waits for a task that is not shown
};

/// Each site's are in order already; over several, what is stuck or blocks still comes first.
void order(std::vector<RestoreRow> &rows)
{
    std::stable_partition(rows.begin(), rows.end(), [](const RestoreRow &row) {
        return row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking;
    });
}

/// Adds what one site tells within the scope, or why it does not. Error: cancelled.
Result<SiteTasks> readTasks(const moodle::MoodleClient &client, const SiteSurvey &site, bool offered,
                            const Scope &scope, RestoreList &list, const net::CancelToken &cancel)
{
    if (!offered) {
        list.unread.push_back({site.id, Error{ErrorKind::Forbidden,
                                              QStringLiteral("function-missing"),
                                              QString(moodle::functions::companionRestoreTasks),
                                              0,
                                              {},
                                              {}}});
        return SiteTasks();
    }
    auto tasks = client.restoreTasks({}, {}, cancel);
    if (!tasks) {
        if (tasks.error().kind == ErrorKind::Cancelled)
            return fail(tasks.error());
        list.unread.push_back({site.id, tasks.error()});
        return SiteTasks();
    }
    std::vector<RestoreRow> rows = restoreRows(site.id, tasks->value, tasks->at);
    RestoresOutside outside = list.outside.value_or(RestoresOutside());
    const auto blocked = keepInside(rows, outside, scope, site, client, cancel);
    if (!blocked) {
        if (blocked.error().kind == ErrorKind::Cancelled)
            return fail(blocked.error());
        list.unread.push_back({site.id, blocked.error()}); // whose they are is not known
        return SiteTasks();
    }
    list.outside = outside;
    list.rows.insert(list.rows.end(), rows.begin(), rows.end());
    return SiteTasks{std::move(*tasks), *blocked};
}

/// What a site tells of itself and of its categories. Error: cancelled; what else cannot be read is not known.
Result<void> describe(const moodle::MoodleClient &client, const moodle::SiteInfo &info, RestoreParty &party,
                      const net::CancelToken &cancel)
{
    party.release = info.release;
    if (info.offers(moodle::functions::companionInfo)) {
        const auto companion = client.companionInfo(cancel);
        if (companion)
            party.companion = companion->value;
        else if (companion.error().kind == ErrorKind::Cancelled)
            return fail(companion.error());
    }
    if (!party.told || !info.offers(moodle::functions::categories))
        return {};
    const auto categories = client.categories(cancel);
    if (!categories)
        return categories.error().kind == ErrorKind::Cancelled ? Result<void>(fail(categories.error()))
                                                               : Result<void>();
    for (const moodle::Category &category : categories->value)
        party.categories.insert(category.id, category);
    return {};
}

} // namespace

Result<RestoreList> readRestores(Servers &servers, const Profile &profile, store::Memory &memory,
                                 const net::CancelToken &cancel)
{
    RestoreList list;
    std::vector<RestoreParty> parties;
    std::vector<std::optional<moodle::SiteInfo>> infos;
    for (size_t i = 0; i < profile.moodle.size(); ++i) {
        const MoodleSettings &site = profile.moodle[i];
        RestoreParty &party = parties.emplace_back();
        party.id = site.id;
        party.url = site.url;
        infos.emplace_back();
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
        infos.back() = info->value;
        party.now = info->at;
        SiteSurvey place;
        place.id = site.id;
        const auto read =
            readTasks(servers.sites[i], place, info->value.offers(moodle::functions::companionRestoreTasks),
                      profile.scope, list, cancel);
        if (!read)
            return fail(read.error());
        if (const Told &told = read->told) {
            party.blockedOutside = read->blockedOutside;
            party.told = true;
            party.runner = told->value.runner;
            party.now = told->at;
        }
    }
    order(list.rows);
    for (size_t i = 0; i < parties.size(); ++i) {
        RestoreParty &party = parties[i];
        // A site that restores nothing matters only as a source.
        const bool named = std::any_of(list.rows.begin(), list.rows.end(), [&](const RestoreRow &row) {
            return isSameMoodle(row.task.externalUrl, party.url);
        });
        if (!infos[i] || (!party.told && !named))
            continue;
        if (const auto done = describe(servers.sites[i], *infos[i], party, cancel); !done)
            return fail(done.error());
        if (!party.told)
            continue;
        if (const auto done = readRequesters(servers.sites[i], party, list.rows, cancel); !done)
            return fail(done.error());
    }
    list.review = std::make_shared<const RestoreReview>(reviewRestores(list.rows, parties, nullptr, profile.policy));
    return list;
}

Result<RestoreList> readRestoresWhole(Servers &servers, const Profile &profile, store::Memory &memory,
                                      const ProgressSink &progress, const net::CancelToken &cancel)
{
    const auto surveyed = survey(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    RestoreList list;
    std::vector<Told> told(surveyed->sites.size());
    std::vector<bool> blockedOutside(surveyed->sites.size());
    for (size_t i = 0; i < surveyed->sites.size(); ++i) {
        const SiteSurvey &site = surveyed->sites[i];
        if (site.down) {
            list.unread.push_back({site.id, *site.down});
            continue;
        }
        auto read = readTasks(servers.sites[i], site, site.offers(moodle::functions::companionRestoreTasks),
                              profile.scope, list, cancel);
        if (!read)
            return fail(read.error());
        told[i] = std::move(read->told);
        blockedOutside[i] = read->blockedOutside;
    }
    order(list.rows);
    QSet<QString> courses;
    for (const RestoreRow &row : list.rows) {
        if (row.state == RestoreRow::State::Performed && row.task.course)
            courses.insert(row.site % u' ' % QString::number(*row.task.course));
    }
    std::vector<LinkKey> keys;
    for (const SurveyedLink &link : surveyed->links) {
        if (courses.contains(link.key.site % u' ' % QString::number(link.course)))
            keys.push_back(link.key);
    }
    const auto observed = observe(servers, profile, *surveyed, memory, keys, {}, progress, cancel);
    if (!observed)
        return fail(observed.error());
    if (surveyed->chatDown)
        list.unread.push_back({QStringLiteral("chat"), *surveyed->chatDown});
    for (const Link &link : observed->snapshot->links) // of the new courses alone
        list.partly = list.partly || link.unknown.has_value();
    std::vector<RestoreParty> parties = partiesOf(*surveyed, *observed->snapshot, list.rows, told);
    for (size_t i = 0; i < parties.size(); ++i) {
        if (!told[i])
            continue;
        parties[i].blockedOutside = blockedOutside[i];
        if (const auto done = readRequesters(servers.sites[i], parties[i], list.rows, cancel); !done)
            return fail(done.error());
    }
    list.review = std::make_shared<const RestoreReview>(
        reviewRestores(list.rows, parties, observed->snapshot.get(), profile.policy));
    return list;
}

} // namespace liaison
