#include "app/backendservice_p.h"
#include "app/lastreading.h"

#include <algorithm>

namespace liaison::app {

/// On the worker, before the first reading: what the last one left, at once and without a server.
void BackendService::showLastReading(int generation)
{
    if (!m_secrets || currentView())
        return;
    const auto context = opened();
    if (!context || (*context)->isDemo() || (*context)->published())
        return;
    const Profile &profile = (*context)->profile();
    const LastReading place = lastReadingOf(profile, (*context)->database().folder());
    auto file = openLastReading(place, *m_secrets, machineTime());
    if (!file)
        return deliver([this, error = file.error()] { Q_EMIT keepingChanged(error); });
    if (!*file)
        return;
    auto campus = (*file)->whole();
    if (!campus)
        return; // the reading that follows writes it anew
    CampusView &view = *campus->view;
    view.source = ViewSource::LastReading;
    view.profileName = profile.name;
    view.production = profile.production;
    view.readOnly = profile.readOnly;
    if (auto runs = (*context)->journal().runs())
        view.runs = std::move(*runs);
    {
        const std::lock_guard lock(m_mutex);
        m_view = campus->view;
    }
    deliver([this, generation, shown = View(campus->view)] {
        if (generation == m_generation)
            Q_EMIT viewReady(shown);
    });
}

void BackendService::keep(Context &context, const CampusReading &campus)
{
    // A reading that lacks a server would take the place of one that does not.
    if (!m_secrets || context.isDemo() || serverDown(*campus.survey))
        return;
    const LastReading place = lastReadingOf(context.profile(), context.database().folder());
    m_keeper.start([this, place, campus] {
        const auto kept = keepLastReading(place, campus, *m_secrets, machineTime());
        deliver([this, error = kept ? Error() : kept.error()] { Q_EMIT keepingChanged(error); });
    });
}

/// F5 reads the file again: a newer one may have been published.
Result<BackendService::View> BackendService::readPublished(ContextPtr context)
{
    if (currentView()) {
        const std::lock_guard once(m_opening);
        auto again = openedAnew();
        if (!again)
            return fail(again.error());
        context = std::move(*again);
    }
    auto view = std::make_shared<CampusView>(*context->published()->campus.view);
    view->profileName = context->profile().name;
    return View(std::move(view));
}

std::optional<Error> BackendService::unreachable(const Survey &survey)
{
    if (survey.chatDown)
        return survey.chatDown;
    const bool someMoodle = std::any_of(survey.sites.begin(), survey.sites.end(),
                                        [](const SiteSurvey &site) { return !site.down.has_value(); });
    return someMoodle ? std::nullopt : serverDown(survey);
}

std::optional<Error> BackendService::notPlannable(const View &view) const
{
    if (!view || view->source == ViewSource::Servers)
        return std::nullopt;
    const char *code = view->source == ViewSource::Published ? "published-only" : "view-not-fresh";
    return Error{ErrorKind::Input, QString::fromLatin1(code), {}, 0, {}, {}};
}

} // namespace liaison::app
