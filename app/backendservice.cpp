#include "app/backendservice_p.h"

#include "core/run/observe.h"
#include "core/run/resume.h"
#include "core/run/why.h"

#include <QDateTime>
#include <QSet>
#include <algorithm>

namespace liaison::app {
BackendService::BackendService(Open open, QObject *parent) : Backend(parent), m_open(std::move(open))
{
    m_worker.setMaxThreadCount(1);
    m_quick.setMaxThreadCount(1);
    m_doctor.setMaxThreadCount(1);
    m_keeper.setMaxThreadCount(1);
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
    m_keeper.waitForDone(); // a file that is being written is finished
    if (m_context)
        watchWaits(m_context->servers(), {});
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
    {
        const std::lock_guard lock(m_mutex);
        m_requests = m_context->servers().requests;
    }
    watchWaits(m_context->servers(), [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); });
    return {};
}

BackendService::View BackendService::currentView() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

Result<BackendService::View> BackendService::readView(const net::CancelToken &cancel)
{
    if (auto done = opened(); !done)
        return fail(done.error());
    if (m_context->published())
        return readPublished();
    const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
    auto campus = readCampus(m_context->servers(), m_context->profile(), m_context->memory(), m_context->journal(),
                             machineTime, sink, cancel);
    if (!campus)
        return fail(campus.error());
    campus->view->demo = m_context->isDemo();
    // A state that was read whole says more than one of which nothing is known; it stays, and its age is on screen.
    if (const View shown = currentView(); shown && shown->source == ViewSource::LastReading) {
        if (const auto down = unreachable(*campus->survey))
            return fail(*down);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_survey = campus->survey;
    }
    keep(*campus);
    return View(std::move(campus->view));
}

void BackendService::refresh()
{
    if (m_applying)
        return;
    m_cancel.cancel();
    m_cancel = net::CancelToken();
    const int generation = ++m_generation;
    work([this, generation, cancel = m_cancel] {
        showLastReading(generation);
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
    if (const auto refused = notPlannable(view))
        return deliver([this, refused] { Q_EMIT planFailed(*refused); });
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

void BackendService::diagnose()
{
    m_doctor.start([this, cancel = m_leaving] {
        const auto examine = [&]() -> Result<Diagnosis> {
            if (auto done = opened(); !done)
                return fail(done.error());
            if (m_context->published())
                return fail(Error{ErrorKind::Input, QStringLiteral("published-only"), {}, 0, {}, {}});
            return liaison::diagnose(m_context->servers(), m_context->profile(), m_context->memory(), machineTime, {},
                                     cancel);
        };
        auto diagnosis = examine();
        if (diagnosis) {
            const std::lock_guard lock(m_mutex);
            m_diagnosis = std::make_shared<const Diagnosis>(*diagnosis);
        }
        deliver([this, diagnosis = std::move(diagnosis)] {
            if (diagnosis)
                Q_EMIT diagnosed(std::make_shared<const Diagnosis>(*diagnosis));
            else
                Q_EMIT diagnosisFailed(diagnosis.error());
        });
    });
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
        if (!m_context || m_context->published() || !surveyed || !subject)
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

} // namespace liaison::app
