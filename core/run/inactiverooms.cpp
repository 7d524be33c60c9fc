#include "core/run/inactiverooms.h"

#include "core/moodle/requests.h"
#include "core/run/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace liaison {
namespace {

constexpr size_t coursesPerCall = 100, mostCourses = 3000;

} // namespace

EveryCourse coursesByCompanion(Servers &servers, const Survey &survey, const Person &person, const QSet<qint64> &known,
                               const ProgressSink &progress, const net::CancelToken &cancel)
{
    EveryCourse out;
    const SiteSurvey &site = survey.sites[person.site.value];
    if (!site.companion || !site.offers(moodle::functions::companionMemberships))
        return out;
    QSet<qint64> linked;
    for (const SurveyedLink &link : survey.links) {
        if (link.inScope && link.key.site == site.id && link.course > 0 && !known.contains(link.course))
            linked.insert(link.course);
    }
    std::vector<qint64> courses(linked.begin(), linked.end());
    if (courses.size() > mostCourses)
        return out;
    std::sort(courses.begin(), courses.end());
    std::atomic_int done = 0;
    std::atomic_bool whole = true;
    std::mutex mutex;
    const size_t calls = (courses.size() + coursesPerCall - 1) / coursesPerCall;
    forEachParallel(servers.pool, calls, [&](size_t i) {
        const auto first = courses.begin() + std::ptrdiff_t(i * coursesPerCall);
        const auto last = courses.begin() + std::ptrdiff_t(std::min(courses.size(), (i + 1) * coursesPerCall));
        for (const auto &told : servers.sites[person.site.value].memberships({first, last}, cancel)) {
            if (!told.outcome || told.outcome->truncated)
                whole = false;
            if (!told.outcome)
                continue;
            const auto &rows = told.outcome->rows;
            if (std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.person == person.id.value; })) {
                const std::lock_guard lock(mutex);
                out.courses.insert(told.course);
            }
        }
        if (progress)
            progress({QStringLiteral("enrolments"), ++done, static_cast<int>(calls)});
    });
    out.whole = whole && !cancel.isCancelled();
    return out;
}

} // namespace liaison
