#include "app/backendservice_p.h"
#include "app/journalexport.h"
#include "core/reconcile/planjson.h"
#include "core/run/resume.h"

namespace liaison::app {

void BackendService::apply(PlanPtr plan, const Decisions &decisions)
{
    if (m_applying || !plan)
        return;
    if (const auto refused = notPlannable(currentView()))
        return deliver([this, refused] { Q_EMIT applyFailed(*refused); });
    carryOut([plan = std::move(plan), decisions](Context &context, const auto &pause, const ProgressSink &sink,
                                                 const StepSink &steps, const net::CancelToken &cancel) {
        ApplyRequest request;
        // The document that the command line would have read: with its digest, which the journal keeps.
        const auto document = planFromJson(planToJson(*plan));
        request.plan = document ? *document : *plan;
        request.decisions = decisions;
        request.decisions.production = context.profile().production;
        request.by = operatorName();
        request.writer = writerName();
        request.clock = machineTime;
        request.pause = pause;
        return liaison::apply(context.servers(), context.profile(), context.memory(), context.journal(), request, sink,
                              steps, cancel);
    });
}

void BackendService::resume(const QString &run)
{
    if (m_applying)
        return;
    if (const auto refused = notPlannable(currentView()))
        return deliver([this, refused] { Q_EMIT applyFailed(*refused); });
    carryOut([run](Context &context, const auto &pause, const ProgressSink &sink, const StepSink &steps,
                   const net::CancelToken &cancel) {
        const ResumeRequest request{run, operatorName(), writerName(), machineTime, pause};
        return liaison::resume(context.servers(), context.profile(), context.memory(), context.journal(), request, sink,
                               steps, cancel);
    });
}

void BackendService::pause(bool paused)
{
    if (m_pause)
        m_pause->set(paused);
}

void BackendService::undo(const QString &run)
{
    if (const auto refused = notPlannable(currentView()))
        return deliver([this, refused] { Q_EMIT undoFailed(*refused); });
    work([this, run, cancel = m_cancel] {
        const ContextPtr context = this->context();
        if (!context)
            return;
        const ProgressSink sink = [this](const Progress &p) { deliver([this, p] { Q_EMIT progress(p); }); };
        auto made = makeUndo(context->servers(), context->profile(), context->memory(), context->journal(), run,
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
        const ContextPtr context = this->context();
        if (!context)
            return;
        auto check = store::checkJournal(context->journal());
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
        const ContextPtr context = this->context();
        if (!context)
            return;
        const auto written = writeJournal(context->journal(), run, path);
        deliver([this, path, written] {
            if (written)
                Q_EMIT exported(path);
            else
                Q_EMIT journalFailed(written.error());
        });
    });
}

void BackendService::cancel()
{
    m_cancel.cancel();
}

void BackendService::run(const QString &id)
{
    work([this, id] {
        const ContextPtr context = this->context();
        if (!context)
            return;
        auto steps = context->journal().steps(id);
        deliver([this, id, steps = std::move(steps)] {
            if (steps)
                Q_EMIT runReady(id, *steps);
            else
                Q_EMIT refreshFailed(steps.error());
        });
    });
}

} // namespace liaison::app
