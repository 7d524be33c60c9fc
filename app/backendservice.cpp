#include "app/backendservice.h"

#include "app/journalexport.h"
#include "core/reconcile/planjson.h"
#include "core/run/observe.h"
#include "core/run/resume.h"
#include "core/run/why.h"

#include <QDateTime>
#include <QSet>
#include <algorithm>

namespace liaison::app {
namespace {

void readRestores(Context &context, const Survey &survey, CampusView &view, const net::CancelToken &cancel)
{
    for (size_t i = 0; i < survey.sites.size(); ++i) {
        const SiteSurvey &site = survey.sites[i];
        if (!site.companion || !site.offers(QLatin1String("local_liaison_get_restore_tasks")))
            continue;
        const auto tasks = context.servers().sites[i].restoreTasks({}, {}, cancel);
        if (!tasks)
            continue;
        view.restoresKnown = true;
        const std::vector<RestoreRow> rows = restoreRows(site.id, tasks->value, tasks->at);
        view.restores.insert(view.restores.end(), rows.begin(), rows.end());
    }
    // Each site's are in order already; over several, what is stuck or blocks still comes first.
    std::stable_partition(view.restores.begin(), view.restores.end(), [](const RestoreRow &row) {
        return row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking;
    });
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

BackendService::BackendService(Open open, QObject *parent) : Backend(parent), m_open(std::move(open))
{
    m_worker.setMaxThreadCount(1);
    m_quick.setMaxThreadCount(1);
    m_doctor.setMaxThreadCount(1);
    connect(&m_rate, &QTimer::timeout, this, &BackendService::countRequests);
    m_rate.start(1000);
}

BackendService::~BackendService()
{
    m_cancel.cancel();
    m_leaving.cancel();
    m_worker.clear();
    m_quick.clear();
    m_doctor.clear();
    m_worker.waitForDone();
    m_doctor.waitForDone();
    m_quick.waitForDone();
    if (m_context) {
        m_context->servers().http->setObserver({});
        watchWaits(m_context->servers(), {});
    }
}

Result<void> BackendService::opened()
{
    const std::lock_guard once(m_opening);
    if (m_context)
        return {};
    auto context = m_open();
    if (!context)
        return fail(context.error());
    m_context = std::move(*context);
    m_context->servers().http->setObserver([this](const net::RequestRecord &record) {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(record.at.ms);
    });
    watchWaits(m_context->servers(), [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); });
    return {};
}

template <class Work> void BackendService::work(Work work)
{
    m_worker.start(std::move(work));
}

template <class Deliver> void BackendService::deliver(Deliver deliver)
{
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
}

BackendService::View BackendService::currentView() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

void BackendService::countRequests()
{
    int count = 0;
    {
        const std::lock_guard lock(m_mutex);
        const qint64 minuteAgo = QDateTime::currentMSecsSinceEpoch() - 60000;
        while (!m_requests.empty() && m_requests.front() < minuteAgo)
            m_requests.pop_front();
        count = static_cast<int>(m_requests.size());
    }
    Q_EMIT requestCount(count);
}

Result<BackendService::View> BackendService::readView(const net::CancelToken &cancel)
{
    if (auto done = opened(); !done)
        return fail(done.error());
    const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
    const Profile &profile = m_context->profile();
    const Instant surveyedAt = machineTime();
    const auto surveyed = survey(m_context->servers(), profile, m_context->memory(), sink, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    if (!surveyed->chatDown && m_context->servers().writer) { // what a run that died had sent is told by reading
        if (const auto settled =
                settleInterrupted(m_context->servers(), profile, *surveyed, m_context->journal(), machineTime, cancel);
            !settled)
            return fail(settled.error());
    }
    const auto remembered = m_context->memory().links();
    if (!remembered)
        return fail(remembered.error());
    QSet<QString> rememberedRooms;
    for (const store::RememberedLink &link : *remembered)
        rememberedRooms.insert(link.room);
    ObserveOptions options;
    options.names = true;
    auto observed = observe(m_context->servers(), profile, *surveyed, m_context->memory(), everyKey(*surveyed), options,
                            sink, cancel);
    if (!observed)
        return fail(observed.error());
    auto view = std::make_shared<CampusView>();
    view->snapshot = observed->snapshot;
    view->history = std::move(observed->history);
    view->policy = profile.policy;
    view->diff = diff(*view->snapshot, profile.policy, view->history);
    view->diff.unknown.insert(view->diff.unknown.end(), observed->sites.begin(), observed->sites.end());
    view->rooms = roomRows(*surveyed, *view->snapshot, view->diff, rememberedRooms);
    if (!profile.scope.isEverything()) { // rooms of courses outside are neither seen nor found
        QSet<LinkKey> inside;
        for (const Link &link : view->snapshot->links)
            inside.insert({view->snapshot->sites[link.site.value].id.value, link.cmid.value});
        std::erase_if(view->rooms, [&](const RoomRow &room) {
            return !room.links.empty() && std::none_of(room.links.begin(), room.links.end(),
                                                       [&](const LinkKey &key) { return inside.contains(key); });
        });
    }
    view->roles = roleRows(*view->snapshot, profile.policy);
    view->retention = retentionRows(*surveyed, *view->snapshot, profile.policy);
    readRestores(*m_context, *surveyed, *view, cancel);
    for (const SiteSurvey &site : surveyed->sites) {
        for (const moodle::Category &category : site.categories)
            view->categories[site.id].insert(category.id, category.name);
    }
    view->servers = serverReports(profile, *surveyed, *view->snapshot, surveyedAt);
    auto runs = m_context->journal().runs();
    if (!runs)
        return fail(runs.error());
    view->runs = std::move(*runs);
    view->readAt = machineTime();
    {
        const std::lock_guard lock(m_mutex);
        m_survey = std::make_shared<const Survey>(*surveyed);
    }
    view->profileName = profile.name;
    view->production = profile.production;
    view->readOnly = profile.readOnly;
    view->demo = m_context->isDemo();
    return View(std::move(view));
}

void BackendService::refresh()
{
    if (m_applying)
        return;
    m_cancel.cancel();
    m_cancel = net::CancelToken();
    const int generation = ++m_generation;
    work([this, generation, cancel = m_cancel] {
        auto view = readView(cancel);
        if (view) {
            const std::lock_guard lock(m_mutex);
            m_view = *view;
        }
        deliver([this, generation, view = std::move(view)] {
            if (generation != m_generation)
                return; // a newer refresh is under way
            if (view)
                Q_EMIT viewReady(*view);
            else
                Q_EMIT refreshFailed(view.error());
        });
    });
}

void BackendService::plan(const std::vector<LinkKey> &links, const std::vector<ChangeClass> &classes)
{
    const View view = currentView();
    if (!view)
        return;
    m_quick.start([this, view, links, classes] {
        std::shared_ptr<const Snapshot> snapshot = view->snapshot;
        if (!links.empty())
            snapshot = std::make_shared<const Snapshot>(restricted(*snapshot, links));
        Diff differences = diff(*snapshot, view->policy, view->history, optionsFor(classes));
        if (links.empty()) {
            for (const Unknown &u : view->diff.unknown) {
                if (!u.place.cmid)
                    differences.unknown.push_back(u); // sites of which no link is remembered
            }
        }
        auto plan = std::make_shared<Plan>(makePlan(*snapshot, differences, view->policy, classes));
        deliver([this, plan = PlanPtr(std::move(plan))] { Q_EMIT planReady(plan); });
    });
}

template <class Run> void BackendService::carryOut(Run run)
{
    m_applying = true;
    m_cancel.cancel();
    m_cancel = net::CancelToken();
    m_pause = std::make_shared<PauseSwitch>();
    work([this, run = std::move(run), cancel = m_cancel, pause = m_pause] {
        const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
        const StepSink steps = [this](const StepResult &r) { deliver([this, r] { Q_EMIT stepDone(r); }); };
        const auto gate = m_gate ? m_gate(*m_context, cancel) : Result<void>();
        Result<ApplyResult> result = gate ? run(pause, sink, steps, cancel) : Result<ApplyResult>(fail(gate.error()));
        deliver([this, result = std::move(result)] {
            m_applying = false;
            if (result)
                Q_EMIT applied(std::make_shared<const ApplyResult>(*result));
            else
                Q_EMIT applyFailed(result.error());
            refresh();
        });
    });
}

void BackendService::apply(PlanPtr plan, const Decisions &decisions)
{
    if (m_applying || !plan)
        return;
    carryOut([this, plan = std::move(plan), decisions](const auto &pause, const ProgressSink &sink,
                                                       const StepSink &steps, const net::CancelToken &cancel) {
        ApplyRequest request;
        // The document that the command line would have read: with its digest, which the journal keeps.
        const auto document = planFromJson(planToJson(*plan));
        request.plan = document ? *document : *plan;
        request.decisions = decisions;
        request.decisions.production = m_context->profile().production;
        request.by = operatorName();
        request.writer = writerName();
        request.clock = machineTime;
        request.pause = pause;
        return liaison::apply(m_context->servers(), m_context->profile(), m_context->memory(), m_context->journal(),
                              request, sink, steps, cancel);
    });
}

void BackendService::resume(const QString &run)
{
    if (m_applying)
        return;
    carryOut([this, run](const auto &pause, const ProgressSink &sink, const StepSink &steps,
                         const net::CancelToken &cancel) {
        const ResumeRequest request{run, operatorName(), writerName(), machineTime, pause};
        return liaison::resume(m_context->servers(), m_context->profile(), m_context->memory(), m_context->journal(),
                               request, sink, steps, cancel);
    });
}

void BackendService::pause(bool paused)
{
    if (m_pause)
        m_pause->set(paused);
}

void BackendService::undo(const QString &run)
{
    work([this, run, cancel = m_cancel] {
        if (!m_context)
            return;
        const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
        auto made = makeUndo(m_context->servers(), m_context->profile(), m_context->memory(), m_context->journal(), run,
                             machineTime, sink, cancel);
        deliver([this, made = std::move(made)] {
            if (made)
                Q_EMIT undoReady(std::make_shared<const Undo>(made->undo));
            else
                Q_EMIT undoFailed(made.error());
        });
    });
}

void BackendService::checkJournal()
{
    work([this] {
        if (!m_context)
            return;
        auto check = store::checkJournal(m_context->journal());
        deliver([this, check = std::move(check)] {
            if (check)
                Q_EMIT journalChecked(*check);
            else
                Q_EMIT journalFailed(check.error());
        });
    });
}

void BackendService::exportJournal(const QString &run, const QString &path)
{
    work([this, run, path] {
        if (!m_context)
            return;
        const auto written = writeJournal(m_context->journal(), run, path);
        deliver([this, path, written] {
            if (written)
                Q_EMIT exported(path);
            else
                Q_EMIT journalFailed(written.error());
        });
    });
}

void BackendService::diagnose()
{
    m_doctor.start([this, cancel = m_leaving] {
        const auto examine = [&]() -> Result<Diagnosis> {
            if (auto done = opened(); !done)
                return fail(done.error());
            return liaison::diagnose(m_context->servers(), m_context->profile(), m_context->memory(), machineTime, {},
                                     cancel);
        };
        auto diagnosis = examine();
        deliver([this, diagnosis = std::move(diagnosis)] {
            if (diagnosis)
                Q_EMIT diagnosed(std::make_shared<const Diagnosis>(*diagnosis));
            else
                Q_EMIT diagnosisFailed(diagnosis.error());
        });
    });
}

void BackendService::cancel()
{
    m_cancel.cancel();
}

void BackendService::people(const LinkKey &link)
{
    const View view = currentView();
    if (!view)
        return;
    m_quick.start([this, view, link] {
        const Snapshot &s = *view->snapshot;
        std::vector<PersonRow> rows;
        for (size_t i = 0; i < s.links.size(); ++i) {
            const Link &l = s.links[i];
            if (l.cmid.value == link.cmid && s.sites[l.site.value].id.value == link.site)
                rows = peopleOf(s, view->policy, view->history, LinkIx(i));
        }
        deliver([this, link, rows = std::move(rows)] { Q_EMIT peopleReady(link, rows); });
    });
}

void BackendService::why(const LinkKey &link, const PersonKey &person)
{
    const View view = currentView();
    if (!view)
        return;
    m_quick.start([this, view, link, person] {
        auto answer = whyInView(*view, link, person);
        if (!answer)
            return;
        deliver([this, link, why = std::make_shared<const WhyView>(*answer)] { Q_EMIT whyReady(link, why); });
        const Explanation &told = answer->explanation;
        const bool byTimeline = view->policy.timeline && wantsTimeline(told);
        if (told.cause == Cause::NotKnown && (byTimeline || told.conclusion == Conclusion::Guest))
            askFurther(view, link, std::move(*answer));
    });
}

/// On the worker, after what it is doing: only it may use the servers.
void BackendService::askFurther(const View &view, const LinkKey &link, WhyView answer)
{
    work([this, view, link, answer = std::move(answer)]() mutable {
        std::shared_ptr<const Survey> surveyed;
        {
            const std::lock_guard lock(m_mutex);
            surveyed = m_survey;
        }
        auto subject = subjectInView(*view, link, answer.asked);
        if (!m_context || !surveyed || !subject)
            return;
        const ExplainInput input = inputOf(*view);
        const PersonKey &key = answer.explanation.person;
        if (answer.explanation.conclusion == Conclusion::Guest && key.chat) { // does Moodle know them at all?
            if (const auto known = findPerson(m_context->servers(), m_context->profile(), *surveyed, *view->snapshot,
                                              *key.chat, link.site, m_context->cancel());
                known && !known->empty())
                subject = known->front();
            answer.explanation = explain(input, answer.explanation.link, *subject);
        }
        addTimeline(m_context->servers(), *surveyed, input, *subject, answer.explanation, m_context->cancel());
        deliver([this, link, why = std::make_shared<const WhyView>(std::move(answer))] { Q_EMIT whyReady(link, why); });
    });
}

void BackendService::run(const QString &id)
{
    work([this, id] {
        if (!m_context)
            return;
        auto steps = m_context->journal().steps(id);
        deliver([this, id, steps = std::move(steps)] {
            if (steps)
                Q_EMIT runReady(id, *steps);
            else
                Q_EMIT refreshFailed(steps.error());
        });
    });
}

} // namespace liaison::app
