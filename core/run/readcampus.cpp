#include "core/run/readcampus.h"

#include "core/run/observe.h"
#include "core/run/restoreparties.h"
#include "core/run/restorescope.h"
#include "core/run/resume.h"
#include "core/run/roomfilter.h"

#include <algorithm>

namespace liaison {
namespace {

void readRestores(Servers &servers, const Scope &scope, const Survey &survey, CampusView &view, CampusExtras &extras,
                  const net::CancelToken &cancel)
{
    const QLatin1String function("local_liaison_get_restore_tasks");
    std::vector<std::optional<moodle::Fetched<moodle::RestoreTasks>>> told(survey.sites.size());
    std::vector<bool> blockedOutside(survey.sites.size());
    for (size_t i = 0; i < survey.sites.size(); ++i) {
        const SiteSurvey &site = survey.sites[i];
        if (site.down) {
            extras.restoresUnread.push_back({site.id, *site.down});
            continue;
        }
        if (!site.companion || !site.offers(function)) {
            extras.restoresUnread.push_back(
                {site.id,
                 Error{ErrorKind::Forbidden, QStringLiteral("function-missing"), QString(function), 0, {}, {}}});
            continue;
        }
        const auto tasks = servers.sites[i].restoreTasks({}, {}, cancel);
        if (!tasks) {
            extras.restoresUnread.push_back({site.id, tasks.error()});
            continue;
        }
        std::vector<RestoreRow> rows = restoreRows(site.id, tasks->value, tasks->at);
        RestoresOutside outside = view.restoresOutside.value_or(RestoresOutside());
        const auto blocked = keepInside(rows, outside, scope, site, servers.sites[i], cancel);
        if (!blocked) {
            extras.restoresUnread.push_back({site.id, blocked.error()}); // whose they are is not known
            continue;
        }
        view.restoresKnown = true;
        view.restoresOutside = outside;
        blockedOutside[i] = *blocked;
        view.restores.insert(view.restores.end(), rows.begin(), rows.end());
        told[i] = *tasks;
    }
    // Each site's are in order already; over several, what is stuck or blocks still comes first.
    std::stable_partition(view.restores.begin(), view.restores.end(), [](const RestoreRow &row) {
        return row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking;
    });
    std::vector<RestoreParty> parties = partiesOf(survey, *view.snapshot, view.restores, told);
    for (size_t i = 0; i < parties.size(); ++i) {
        parties[i].blockedOutside = blockedOutside[i];
        if (told[i] && !readRequesters(servers.sites[i], parties[i], view.restores, cancel))
            break; // cancelled: the logins stay
    }
    view.restoreReview =
        std::make_shared<const RestoreReview>(reviewRestores(view.restores, parties, view.snapshot.get(), view.policy));
}

} // namespace

Snapshot restricted(const Snapshot &all, const std::vector<LinkKey> &keys)
{
    const QSet<LinkKey> wanted(keys.begin(), keys.end());
    const auto named = [&](const Link &link) {
        return wanted.contains({all.sites[link.site.value].id.value, link.cmid.value});
    };
    QSet<quint32> rooms;
    for (const Link &link : all.links) {
        if (const auto *room = std::get_if<RoomIx>(&link.room); room && named(link))
            rooms.insert(room->value);
    }
    Snapshot part = all;
    std::erase_if(part.links, [&](const Link &link) {
        const auto *room = std::get_if<RoomIx>(&link.room);
        return !named(link) && !(room && rooms.contains(room->value));
    });
    return part;
}

std::optional<Error> serverDown(const Survey &survey)
{
    for (const SiteSurvey &site : survey.sites) {
        if (site.down)
            return site.down;
    }
    return survey.chatDown;
}

CampusExtras extrasOf(const Survey &survey, const std::vector<RoomRow> &rooms)
{
    CampusExtras extras;
    extras.chatReadAt = survey.rooms.readAt.isKnown() ? survey.rooms.readAt
                        : survey.chat                 ? survey.chat->serverDate
                                                      : Instant();
    extras.chatNow = survey.chat ? survey.chat->serverDate : survey.rooms.readAt;
    extras.wholeServer = survey.rooms.wholeServer;
    extras.inventoryPartial = inventoryIsPartial(survey);
    extras.outside = roomsOutside(survey, rooms);
    return extras;
}

Result<CampusReading> readCampus(Servers &servers, const Profile &profile, store::Memory &memory,
                                 store::Journal &journal, const std::function<Instant()> &clock,
                                 const ProgressSink &progress, const net::CancelToken &cancel)
{
    const Instant surveyedAt = clock();
    auto made = survey(servers, profile, memory, progress, cancel);
    if (!made)
        return fail(made.error());
    const auto surveyed = std::make_shared<const Survey>(std::move(*made));
    if (!surveyed->chatDown && servers.writer) { // what a run that died had sent is told by reading
        if (const auto settled = settleInterrupted(servers, profile, *surveyed, journal, clock, cancel); !settled)
            return fail(settled.error());
    }
    const auto remembered = memory.links();
    if (!remembered)
        return fail(remembered.error());
    QSet<QString> rememberedRooms;
    for (const store::RememberedLink &link : *remembered)
        rememberedRooms.insert(link.room);
    ObserveOptions options;
    options.names = true;
    auto observed = observe(servers, profile, *surveyed, memory, everyKey(*surveyed), options, progress, cancel);
    if (!observed)
        return fail(observed.error());
    CampusReading out;
    CampusExtras &extras = out.extras;
    auto view = std::make_shared<CampusView>();
    view->snapshot = observed->snapshot;
    view->history = std::move(observed->history);
    view->policy = profile.policy;
    view->diff = diff(*view->snapshot, profile.policy, view->history);
    view->diff.unknown.insert(view->diff.unknown.end(), observed->sites.begin(), observed->sites.end());
    view->rooms = roomRows(*surveyed, *view->snapshot, view->diff, rememberedRooms);
    keepInside(view->rooms, *view->snapshot, profile.scope);
    view->roles = roleRows(*view->snapshot, profile.policy);
    view->retention = retentionRows(*surveyed, *view->snapshot, profile.policy);
    readRestores(servers, profile.scope, *surveyed, *view, extras, cancel);
    for (const SiteSurvey &site : surveyed->sites) {
        for (const moodle::Category &category : site.categories)
            view->categories[site.id].insert(category.id, category.name);
    }
    view->servers = serverReports(profile, *surveyed, *view->snapshot, surveyedAt);
    auto runs = journal.runs();
    if (!runs)
        return fail(runs.error());
    view->runs = std::move(*runs);
    view->readAt = clock();
    view->profileName = profile.name;
    view->production = profile.production;
    view->readOnly = profile.readOnly;

    CampusExtras told = extrasOf(*surveyed, view->rooms);
    told.restoresUnread = std::move(extras.restoresUnread);
    extras = std::move(told);
    extras.unread = std::move(observed->sites);
    out.view = std::move(view);
    out.survey = surveyed;
    return out;
}

} // namespace liaison
