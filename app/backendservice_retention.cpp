// The console's retention page: measuring, and the report for the data-protection officer.

#include "app/backendservice.h"
#include "app/evidence.h"
#include "core/run/measure.h"

#include <algorithm>

namespace liaison::app {

void BackendService::measureRetention()
{
    const View view = currentView();
    if (m_applying || !view || !view->policy.measureRetention)
        return;
    if (m_cancel.isCancelled()) // of a reading that somebody stopped
        m_cancel = net::CancelToken();
    m_worker.start([this, view, generation = m_generation, cancel = m_cancel] {
        std::shared_ptr<const Survey> surveyed;
        {
            const std::lock_guard lock(m_mutex);
            surveyed = m_survey;
        }
        View next = view; // stopped: what was there before
        const ContextPtr context = this->context();
        if (context && surveyed && currentView() == view) {
            auto measured = std::make_shared<CampusView>(*view);
            measured->retention = retentionRows(*surveyed, *view->snapshot, view->policy);
            const ProgressSink sink = [this](const Progress &p) {
                QMetaObject::invokeMethod(
                    this, [this, p] { Q_EMIT progress(p); }, Qt::QueuedConnection);
            };
            liaison::measureRetention(context->servers(), *surveyed, *view->snapshot, measured->retention, sink,
                                      cancel);
            if (!cancel.isCancelled())
                next = std::move(measured);
        }
        QMetaObject::invokeMethod(
            this,
            [this, next, generation] {
                if (generation != m_generation)
                    return; // a refresh brings another view
                {
                    const std::lock_guard lock(m_mutex);
                    m_view = next;
                }
                Q_EMIT viewReady(next);
            },
            Qt::QueuedConnection);
    });
}

void BackendService::exportEvidence(const QString &path, text::Language language)
{
    const View view = currentView();
    ContextPtr context = this->context();
    if (!view || !context)
        return;
    m_quick.start([this, context = std::move(context), view, path, language] {
        std::vector<Unknown> unread;
        for (const Unknown &u : view->diff.unknown) {
            if (!u.place.cmid) // a link has its own row
                unread.push_back(u);
        }
        const bool measured = std::any_of(view->retention.begin(), view->retention.end(), [](const RetentionRow &row) {
            return row.measured || row.verdict == RetentionVerdict::NotMeasurable;
        });
        const auto written =
            writeEvidence(evidenceOf(context->profile(), view->readAt, view->retention, std::move(unread), measured),
                          language, path, true);
        QMetaObject::invokeMethod(
            this,
            [this, path, written] {
                if (written)
                    Q_EMIT evidenceWritten(path);
                else
                    Q_EMIT retentionFailed(written.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace liaison::app
