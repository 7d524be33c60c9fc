// The console's restores page: its file for a spreadsheet, and what somebody has looked at.

#include "app/backendservice.h"
#include "app/requestlogfile.h"
#include "app/restoresseen.h"
#include "app/restoretext.h"

namespace liaison::app {

/// On the worker, before anybody has the view.
void BackendService::markNewRestores(Context &context, CampusView &view)
{
    if (!view.restoreReview)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_restoresFolder = context.database().folder();
    }
    auto review = std::make_shared<RestoreReview>(*view.restoreReview);
    markNew(view.restores, seenFailures(context.database().folder()), *review);
    view.restoreReview = std::move(review);
}

void BackendService::restoresSeen()
{
    const View view = currentView();
    // A reading of another day does not say what is there now.
    if (!view || !view->restoresKnown || view->source != ViewSource::Servers)
        return;
    QString folder; // of the store that this view was read with: the profile may be another one by now
    {
        const std::lock_guard lock(m_mutex);
        folder = m_restoresFolder;
    }
    if (folder.isEmpty())
        return;
    QSet<QString> told;
    if (view->restoreReview) {
        for (const RestoreSite &site : view->restoreReview->sites)
            told.insert(site.site);
    }
    m_quick.start([folder, view, told] {
        // Not kept: the failures stay new, which does no harm.
        (void)rememberFailures(folder, view->restores, told);
    });
}

void BackendService::exportRestores(const QString &path, text::Language language)
{
    const View view = currentView();
    if (!view)
        return;
    m_quick.start([this, view, path, language] {
        const auto written = writePrivately(path, restoresCsv(view->restores, view->restoreReview.get(), language));
        QMetaObject::invokeMethod(
            this,
            [this, path, written] {
                if (written)
                    Q_EMIT restoresExported(path);
                else
                    Q_EMIT restoresExportFailed(written.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace liaison::app
