#include "tests/ui/pages/pageviews.h"

#include "app/context.h"
#include "core/run/observe.h"
#include "core/run/restoreparties.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/restorespage.h"
#include "ui/pages/retentionpage.h"
#include "ui/pages/rolespage.h"
#include "ui/pages/roomspage.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

namespace liaison::tests {
namespace {

Survey surveyOf(const SmallWorld &world)
{
    Survey survey;
    for (const SmallSite &site : world.sites) {
        SiteSurvey s;
        s.id = site.id;
        s.url = site.url;
        survey.sites.push_back(s);
    }
    for (const QString &account : world.apiAccounts)
        survey.apiAccounts.insert(account.toLower());
    for (const SmallRoom &room : world.rooms) {
        chat::RoomInfo info;
        info.id = room.id;
        info.name = room.name;
        info.type = QStringLiteral("p");
        info.retentionKnown = room.retentionKnown;
        survey.roomById.insert(info.id, survey.rooms.rooms.size());
        survey.rooms.rooms.push_back(info);
    }
    for (const SmallLink &link : world.links) {
        SurveyedLink l;
        l.key = {link.site, link.cmid};
        l.room = link.room;
        survey.links.push_back(l);
    }
    survey.chat.emplace();
    survey.chat->retention = chat::RetentionSettings{};
    survey.chat->retention->enabled = true;
    survey.chat->retention->appliesToPrivateRooms = true;
    survey.chat->retention->maxAge = 365;
    return survey;
}

ui::Backend::View viewOf(const SmallWorld &world)
{
    const Compared compared = compare(world);
    const Survey survey = surveyOf(world);
    auto view = std::make_shared<CampusView>();
    view->snapshot = compared.snapshot;
    view->policy = world.policy;
    view->diff = compared.diff;
    view->rooms = roomRows(survey, *view->snapshot, view->diff);
    view->roles = roleRows(*view->snapshot, world.policy);
    view->retention = retentionRows(survey, *view->snapshot, world.policy);
    view->servers = serverReports(Profile{}, survey, *view->snapshot, {});
    view->readAt = world.now;
    return view;
}

} // namespace

ui::Backend::View campusView()
{
    static const ui::Backend::View view = [] {
        QTemporaryDir store;
        app::Arguments arguments;
        arguments.demo = QString();
        auto opened = app::Context::open(arguments, [&](const QString &name) -> std::optional<QString> {
            return name == u"LIAISON_STORE" ? std::optional(store.path()) : std::nullopt;
        });
        if (!opened)
            qFatal("the demo did not start: %s", qPrintable(opened.error().code));
        app::Context &context = **opened;
        const net::CancelToken cancel;
        const auto surveyed = survey(context.servers(), context.profile(), context.memory(), {}, cancel);
        if (!surveyed)
            qFatal("the demo could not be surveyed: %s", qPrintable(surveyed.error().code));
        auto observed = observe(context.servers(), context.profile(), *surveyed, context.memory(), everyKey(*surveyed),
                                {}, {}, cancel);
        if (!observed)
            qFatal("the demo could not be observed: %s", qPrintable(observed.error().code));
        auto result = std::make_shared<CampusView>();
        result->snapshot = observed->snapshot;
        result->history = observed->history;
        result->policy = context.profile().policy;
        result->diff = diff(*result->snapshot, result->policy, result->history, optionsFor(defaultClasses()));
        result->rooms = roomRows(*surveyed, *result->snapshot, result->diff);
        result->roles = roleRows(*result->snapshot, result->policy);
        result->retention = retentionRows(*surveyed, *result->snapshot, result->policy);
        std::vector<std::optional<moodle::Fetched<moodle::RestoreTasks>>> told(surveyed->sites.size());
        for (size_t i = 0; i < surveyed->sites.size(); ++i) {
            if (!surveyed->sites[i].companion)
                continue;
            const auto tasks = context.servers().sites[i].restoreTasks({}, {}, cancel);
            if (!tasks)
                continue;
            result->restoresKnown = true;
            for (RestoreRow &row : restoreRows(surveyed->sites[i].id, tasks->value, tasks->at))
                result->restores.push_back(std::move(row));
            told[i] = *tasks;
        }
        result->restoreReview = std::make_shared<const RestoreReview>(
            reviewRestores(result->restores, partiesOf(*surveyed, *result->snapshot, result->restores, told),
                           result->snapshot.get(), result->policy));
        // The sandbox has a clock of its own: it is not what is shown here.
        result->readAt = surveyed->sites.front().now;
        result->servers = serverReports(context.profile(), *surveyed, *result->snapshot, result->readAt);
        store::RunRecord run;
        run.id = QStringLiteral("20261119-174200");
        run.by = QStringLiteral("m.lefort");
        run.started = Instant{result->readAt.ms - 51'480'000};
        run.finished = Instant{run.started.ms + 42'000};
        run.state = RunState::Partly;
        run.planned = 575;
        run.done = 558;
        run.skipped = 6;
        run.stale = 7;
        run.failed = 4;
        result->runs.push_back(run);
        result->profileName = QStringLiteral("demo");
        result->demo = true;
        return result;
    }();
    return view;
}

ui::Backend::View troubledView()
{
    auto view = std::make_shared<CampusView>(*campusView());
    const Error timeout{
        ErrorKind::Timeout, QStringLiteral("timeout"), QStringLiteral("core_webservice_get_site_info"), 0, {}, {}};
    for (ServerReport &server : view->servers) {
        server.error = timeout;
        for (RightRow &right : server.rights)
            right.held = std::nullopt;
    }
    view->rooms.clear();
    view->roles.clear();
    view->restores.clear();
    view->restoresKnown = false;
    view->runs.clear();
    for (RetentionRow &row : view->retention) {
        row.verdict = RetentionVerdict::Unknown;
        row.reason = QStringLiteral("chat-down");
        row.storedKnown = row.effectiveKnown = false;
    }
    auto snapshot = std::make_shared<Snapshot>(*view->snapshot);
    for (Link &link : snapshot->links)
        link.unknown = UnknownBecause{UnknownReason::MoodleDown, QStringLiteral("timeout")};
    view->diff = diff(*snapshot, view->policy, view->history);
    view->snapshot = snapshot;
    return view;
}

ui::Backend::View emptyView()
{
    auto view = std::make_shared<CampusView>();
    view->snapshot = std::make_shared<Snapshot>();
    view->restoresKnown = true;
    view->readAt = campusView()->readAt;
    return view;
}

ui::Backend::View randomView(quint32 seed)
{
    QRandomGenerator dice(seed);
    const auto chance = [&](int percent) { return dice.bounded(100) < percent; };
    SmallWorld world = SmallWorld::oneCourse();
    world.site(QStringLiteral("main")).retentionFeature = true;
    world.now = Instant::fromSeconds(1'790'000'000);
    const SmallLink first = world.link(100);
    const SmallRoom room = world.room(QStringLiteral("R1"));
    const int count = 2 + dice.bounded(8);
    for (int i = 1; i <= count; ++i) {
        SmallCourse course;
        course.id = 10 + i;
        course.shortName = QStringLiteral("C%1").arg(i);
        course.fullName = QStringLiteral("Course %1").arg(i);
        course.inScope = !chance(15);
        if (chance(12))
            course.unknown = UnknownBecause{UnknownReason::Truncated, {}};
        if (chance(12))
            course.proof = Proof::Uncounted;
        world.courses.push_back(course);
        SmallRoom own = room;
        own.id = QStringLiteral("R%1").arg(i + 1);
        own.name = QStringLiteral("room-%1").arg(i);
        own.archived = chance(15);
        own.encrypted = chance(10);
        if (chance(15))
            own.unknown = UnknownBecause{UnknownReason::NoAccess, {}};
        if (chance(10))
            own.access = Access::Administered;
        own.retentionKnown = !chance(15);
        if (chance(60))
            own.retention =
                Retention{chance(80), chance(80), 30 * (1 + int(dice.bounded(5))), false, chance(10), false};
        world.rooms.push_back(own);
        SmallLink link = first;
        link.cmid = 100 + i;
        link.course = course.id;
        link.room = chance(10) ? QStringLiteral("R1") : own.id;
        link.visible = !chance(20);
        link.confirmed = !chance(10);
        if (chance(60))
            link.wantedRetention = Retention{true, true, 90, false, false, false};
        const int what = dice.bounded(20);
        link.points = what == 0   ? SmallLink::Points::Nowhere
                      : what == 1 ? SmallLink::Points::Missing
                      : what == 2 ? SmallLink::Points::Ambiguous
                                  : SmallLink::Points::Room;
        if (chance(8))
            link.unknown = UnknownBecause{UnknownReason::MoodleDown, {}};
        world.links.push_back(link);
    }
    const QString roles[] = {QStringLiteral("student"), QStringLiteral("teacher"), QStringLiteral("editingteacher")};
    for (int p = 0; p < 12; ++p) {
        const QString login = QStringLiteral("p%1").arg(p);
        for (int i = 1; i <= count; ++i) {
            if (chance(30))
                world.enrol(login, {roles[dice.bounded(3)]}, QStringLiteral("C%1").arg(i));
            if (chance(30))
                world.join(login, chance(30) ? RoomModerator : RoomMember, QStringLiteral("R%1").arg(i + 1));
        }
    }
    return viewOf(world);
}

const std::vector<NamedPage> &allPages()
{
    const auto make = [](auto *type) {
        using P = std::remove_pointer_t<decltype(type)>;
        return [](const ui::Context &context) -> ui::Page * { return new P(context); };
    };
    static const std::vector<NamedPage> all{{"overview", make(static_cast<ui::OverviewPage *>(nullptr))},
                                            {"rooms", make(static_cast<ui::RoomsPage *>(nullptr))},
                                            {"roles", make(static_cast<ui::RolesPage *>(nullptr))},
                                            {"retention", make(static_cast<ui::RetentionPage *>(nullptr))},
                                            {"restores", make(static_cast<ui::RestoresPage *>(nullptr))},
                                            {"diagnostics", make(static_cast<ui::DiagnosticsPage *>(nullptr))}};
    return all;
}

} // namespace liaison::tests
