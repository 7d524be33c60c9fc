#include "ui/shell/badges.h"

#include "core/run/restorereview.h"
#include "ui/base/page.h"
#include "ui/base/unfinishedruns.h"

#include <algorithm>

namespace liaison::ui {

namespace {

int newRestores(const CampusView &view)
{
    if (!view.restoreReview || !view.restoreReview->failuresRemembered)
        return 0;
    const auto &about = view.restoreReview->about;
    return static_cast<int>(std::count_if(about.begin(), about.end(), [](const auto &one) { return one.isNew; }));
}

} // namespace

std::vector<Badge> badgesOf(const CampusView &view, bool down)
{
    qint64 drift = 0;
    for (const LinkRow &row : view.diff.links)
        drift += row.state == LinkState::Drift || row.state == LinkState::Missing;
    qint64 orphans = 0;
    for (const RoomRow &room : view.rooms)
        orphans += room.orphan;
    qint64 retention = 0;
    for (const RetentionRow &row : view.retention)
        retention += row.verdict != RetentionVerdict::Ok && row.verdict != RetentionVerdict::Unknown &&
                     row.verdict != RetentionVerdict::NotMeasurable;
    qint64 restores = 0;
    for (const RestoreRow &row : view.restores)
        restores += row.state == RestoreRow::State::Stuck || row.state == RestoreRow::State::Blocking ||
                    row.state == RestoreRow::State::Error;
    return {{pages::Courses, drift, !down},
            {pages::Rooms, orphans, !down},
            {pages::Retention, retention, !down},
            {pages::Restores, restores, view.restoresKnown, newRestores(view)},
            {pages::Journal, static_cast<qint64>(unfinishedRuns(view.runs).size()), true}};
}

} // namespace liaison::ui
