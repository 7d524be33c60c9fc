#include "app/backendservice_p.h"

#include "app/tokens.h"
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
    for (QThreadPool *pool : {&m_worker, &m_doctor, &m_quick, &m_keeper}) { // a file that is being written is finished
        while (!pool->waitForDone(givingUpEvery)) {
            if (m_giveUp)
                m_giveUp(); // nobody will answer the keychain's question
        }
    }
    if (m_context)
        watchWaits(m_context->servers(), {});
}

BackendService::ContextPtr BackendService::context() const
{
    const std::lock_guard lock(m_mutex);
    return m_context;
}

void BackendService::take(const ContextPtr &context)
{
    ContextPtr before;
    {
        const std::lock_guard lock(m_mutex);
        before = std::exchange(m_context, context);
        m_requests = context->servers().requests;
    }
    if (before)
        watchWaits(before->servers(), {});
    watchWaits(context->servers(), [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); });
}

Result<BackendService::ContextPtr> BackendService::opened(bool renewed)
{
    const std::lock_guard once(m_opening);
    if (auto there = context(); there && !(renewed && m_renew))
        return there;
    return openedAnew();
}

/// With m_opening held.
Result<BackendService::ContextPtr> BackendService::openedAnew()
{
    m_renew = false;
    auto made = m_open();
    if (!made) {
        m_renew = true; // what was opened before is out of date all the same
        return fail(made.error());
    }
    ContextPtr context = std::move(*made);
    take(context);
    return context;
}

void BackendService::renew()
{
    m_renew = true;
    const View shown = currentView();
    if (!shown || shown->source == ViewSource::LastReading)
        refresh();
}

BackendService::View BackendService::currentView() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

Result<BackendService::View> BackendService::readView(const net::CancelToken &cancel)
{
    const auto context = opened(true);
    if (!context)
        return fail(context.error());
    if ((*context)->published())
        return readPublished(*context);
    const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
    auto campus = readCampus((*context)->servers(), (*context)->profile(), (*context)->memory(), (*context)->journal(),
                             machineTime, sink, cancel);
    if (!campus)
        return fail(campus.error());
    campus->view->demo = (*context)->isDemo();
    markNewRestores(**context, *campus->view);
    // A state that was read whole says more than one of which nothing is known; it stays, and its age is on screen.
    if (const View shown = currentView(); shown && shown->source == ViewSource::LastReading) {
        if (const auto down = unreachable(*campus->survey))
            return fail(*down);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_survey = campus->survey;
    }
    keep(**context, *campus);
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
            const auto context = opened();
            if (!context)
                return fail(context.error());
            if ((*context)->published())
                return fail(Error{ErrorKind::Input, QStringLiteral("published-only"), {}, 0, {}, {}});
            return liaison::diagnose((*context)->servers(), (*context)->profile(), (*context)->memory(), machineTime,
                                     {}, cancel);
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
        const ContextPtr context = this->context();
        if (!context || context->published() || !surveyed || !subject)
            return;
        const ExplainInput input = inputOf(*view);
        const PersonKey &key = answer.explanation.person;
        if (answer.explanation.conclusion == Conclusion::Guest && key.chat) { // does Moodle know them at all?
            if (const auto known = findPerson(context->servers(), context->profile(), *surveyed, *view->snapshot,
                                              *key.chat, link.site, context->cancel());
                known && !known->empty())
                subject = known->front();
            answer.explanation = explain(input, answer.explanation.link, *subject);
        }
        addTimeline(context->servers(), *surveyed, input, *subject, answer.explanation, context->cancel());
        deliver([this, link, why = std::make_shared<const WhyView>(std::move(answer))] { Q_EMIT whyReady(link, why); });
    });
}

} // namespace liaison::app
