#pragma once

#include "app/backendservice.h"

namespace liaison::app {

// The templates that the parts of the service share; only its own .cpp files include this.

template <class Work> void BackendService::work(Work work)
{
    m_worker.start(std::move(work));
}

template <class Deliver> void BackendService::deliver(Deliver deliver)
{
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
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
        const auto attempt = [&]() -> Result<ApplyResult> {
            const auto context = opened();
            if (!context)
                return fail(context.error());
            if (const auto gate = m_gate ? m_gate(**context, cancel) : Result<void>(); !gate)
                return fail(gate.error());
            return run(**context, pause, sink, steps, cancel);
        };
        Result<ApplyResult> result = attempt();
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

} // namespace liaison::app
