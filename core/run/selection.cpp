#include "core/run/selection.h"

#include "core/base/inputerror.h"

#include <algorithm>

namespace liaison {
namespace {

bool releasable(Rule rule)
{
    return rule == Rule::Guest || rule == Rule::GoneAgain;
}

} // namespace

QSet<QString> roomsReleased(const Plan &plan, const Decisions &decisions)
{
    QSet<QString> rooms;
    for (const Withheld &w : plan.withheld) {
        if (!w.change.place.room)
            continue;
        const QString &room = *w.change.place.room;
        if ((releasable(w.rule) && decisions.release.contains(w.id)) ||
            (w.rule == Rule::Emptied && decisions.release.contains(room)))
            rooms.insert(room);
    }
    return rooms;
}

bool isLifted(const Withheld &entry, const Decisions &decisions, const QSet<QString> &released)
{
    const QString room = entry.change.place.room.value_or(QString());
    switch (entry.rule) {
    case Rule::Guest:
    case Rule::GoneAgain:
        return decisions.release.contains(entry.id);
    case Rule::Emptied:
        return decisions.release.contains(room);
    case Rule::ThresholdRoom:
    case Rule::ThresholdRun:
        return decisions.confirmRemovals.has_value() || released.contains(room);
    default:
        return false;
    }
}

Result<std::vector<Step>> chooseSteps(const Plan &plan, const Decisions &decisions)
{
    const QSet<QString> rooms = roomsReleased(plan, decisions);
    QSet<QString> named;
    std::vector<Step> chosen = plan.steps;
    for (const Withheld &w : plan.withheld) {
        if (releasable(w.rule))
            named.insert(w.id);
        if (w.rule == Rule::Emptied && w.change.place.room)
            named.insert(*w.change.place.room);
        if (isLifted(w, decisions, rooms))
            chosen.push_back({w.id, w.change});
    }
    for (const QString &id : decisions.release) {
        if (!named.contains(id))
            return fail(inputError("unknown-entry", id));
    }
    if (decisions.only) {
        QSet<QString> present;
        for (const Step &step : chosen)
            present.insert(step.id);
        for (const QString &id : *decisions.only) {
            if (!present.contains(id))
                return fail(inputError("unknown-entry", id));
        }
        std::erase_if(chosen, [&](const Step &step) { return !decisions.only->contains(step.id); });
    }
    const auto removals =
        std::count_if(chosen.begin(), chosen.end(), [](const Step &step) { return takesAway(kindOf(step.change)); });
    if (decisions.confirmRemovals && removals > *decisions.confirmRemovals)
        return fail(
            inputError("too-many-removals", QString::number(removals), QString::number(*decisions.confirmRemovals)));
    if (decisions.production && removals > 0 && !decisions.confirmRemovals)
        return fail(inputError("confirmation-needed", QString::number(removals)));
    return chosen;
}

} // namespace liaison
