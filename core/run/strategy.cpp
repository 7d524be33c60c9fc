#include "core/run/strategy.h"

#include "core/moodle/requests.h"

#include <algorithm>

namespace liaison {
namespace {

namespace fn = moodle::functions;

bool offersReports(const SiteSurvey &site)
{
    return site.offers(fn::listReports) && site.offers(fn::retrieveReport);
}

} // namespace

QString codeOf(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Companion:
        return QStringLiteral("companion");
    case Strategy::Report:
        return QStringLiteral("report");
    case Strategy::SeveralCourses:
        return QStringLiteral("several-courses");
    case Strategy::PerCourse:
        break;
    }
    return QStringLiteral("per-course");
}

std::vector<Strategy> strategiesOf(const SiteSurvey &site)
{
    std::vector<Strategy> all;
    if (site.companion && site.offers(fn::companionMemberships))
        all.push_back(Strategy::Companion);
    if (offersReports(site) && site.reports && site.reports->participants)
        all.push_back(Strategy::Report);
    // Whoever is denied the capability that everybody holds is missing from these lists: they need a count.
    if (site.offers(fn::enrolledUsersOfCourses) && (site.offers(fn::usersCourses) || !site.offers(fn::enrolledUsers)))
        all.push_back(Strategy::SeveralCourses);
    if (site.offers(fn::enrolledUsers))
        all.push_back(Strategy::PerCourse);
    return all;
}

QStringList unseenBy(const SiteSurvey &site)
{
    QStringList codes;
    const std::vector<Strategy> all = strategiesOf(site);
    if (all.empty() || all.front() == Strategy::Companion)
        return codes;
    const bool reports = all.front() == Strategy::Report;
    const bool lists = all.back() == Strategy::PerCourse || all.back() == Strategy::SeveralCourses;
    const bool counts = lists && site.offers(fn::usersCourses);
    if (!site.reports || !site.reports->roles)
        codes << QStringLiteral("inherited-roles");
    if (!counts && (!reports || site.reports->participants->restricted))
        codes << QStringLiteral("uncounted-lists");
    if (reports && !counts)
        codes << QStringLiteral("inactive-people");
    if (!site.offers(fn::usersByField) && !reports)
        codes << QStringLiteral("suspended-accounts");
    if (!reports)
        codes << QStringLiteral("empty-courses");
    return codes;
}

moodle::ReportsFound reportsOf(const moodle::MoodleClient &client, const SiteSurvey &site,
                               const net::CancelToken &cancel)
{
    if (!offersReports(site))
        return {};
    return moodle::findReports(client, cancel).value_or(moodle::ReportsFound{});
}

} // namespace liaison
