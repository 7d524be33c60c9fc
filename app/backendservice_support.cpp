// What somebody who helps wants to see: the requests, and the support bundle.
#include "app/backendservice.h"
#include "app/requestlogfile.h"
#include "app/supportbundle.h"

#include <QDateTime>

namespace liaison::app {

void BackendService::countRequests()
{
    const auto log = requestLog();
    QMap<QString, int> byServer;
    int count = 0;
    if (log) {
        for (const auto &[origin, n] : log->perMinute(machineTime())) {
            byServer.insert(origin, n);
            count += n;
        }
    }
    Q_EMIT requestCount(count);
    Q_EMIT requestsByServer(byServer);
}

std::shared_ptr<const net::RequestLog> BackendService::requestLog() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void BackendService::deliverSaved(const QString &path, const Result<void> &written)
{
    QMetaObject::invokeMethod(
        this,
        [this, path, written] {
            if (written)
                Q_EMIT supportSaved(path);
            else
                Q_EMIT supportFailed(written.error());
        },
        Qt::QueuedConnection);
}

void BackendService::exportRequests(const QString &path)
{
    const auto log = requestLog();
    m_quick.start([this, log, path] {
        const net::RequestLog none(1); // not opened yet
        deliverSaved(path, writeRequestLog(log ? *log : none, path));
    });
}

/// On the doctor's thread: it needs the store, and must not wait for a refresh that hangs.
void BackendService::saveBundle(const QString &path)
{
    m_doctor.start([this, path] {
        const auto context = opened();
        if (!context)
            return deliverSaved(path, fail(context.error()));
        BundleFacts facts;
        View view;
        DiagnosisPtr diagnosis;
        {
            const std::lock_guard lock(m_mutex);
            view = m_view;
            diagnosis = m_diagnosis;
        }
        const auto links = (*context)->memory().links();
        auto runs = (*context)->journal().runs();
        if (!links || !runs)
            return deliverSaved(path, fail(links ? runs.error() : links.error()));
        facts.profile = &(*context)->profile();
        facts.diagnosis = diagnosis.get();
        facts.diff = view ? &view->diff : nullptr;
        facts.requests = (*context)->servers().requests->after(0);
        facts.links = links->size();
        facts.runs = std::move(*runs);
        facts.at = machineTime();
        deliverSaved(path, writeBundle(facts, path));
    });
}

} // namespace liaison::app
