#include "app/commands.h"

#include "app/documents.h"
#include "app/print.h"
#include "core/base/inputerror.h"
#include "core/reconcile/planjson.h"

#include <QFile>
#include <algorithm>

namespace liaison::app {
namespace {

Result<Plan> readPlan(const QString &file)
{
    QFile f(file);
    if (!f.exists())
        return fail(inputError("file-not-found", file));
    if (!f.open(QIODevice::ReadOnly))
        return fail(inputError("file-not-readable", file));
    constexpr qint64 absurd = 512LL * 1024 * 1024;
    if (f.size() > absurd)
        return fail(inputError("bad-plan", file));
    return planFromJson(f.readAll());
}

std::map<QString, Change> changesOf(const Plan &plan)
{
    std::map<QString, Change> changes;
    for (const Step &step : plan.steps)
        changes.emplace(step.id, step.change);
    for (const Withheld &w : plan.withheld)
        changes.emplace(w.id, w.change);
    return changes;
}

} // namespace

int runApply(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 1)
        return out.error(inputError("bad-arguments", QStringLiteral("apply FILE")));
    const auto plan = readPlan(arguments.positional.front());
    if (!plan)
        return out.error(plan.error());
    ApplyRequest request;
    request.plan = *plan;
    request.by = operatorName();
    request.writer = writerName();
    request.clock = machineTime;
    request.decisions.production = context.profile().production;
    if (arguments.has(QStringLiteral("--confirm-removals"))) {
        bool isNumber = false;
        const int n = arguments.value(QStringLiteral("--confirm-removals")).toInt(&isNumber);
        if (!isNumber || n < 0)
            return out.error(inputError("bad-arguments", QStringLiteral("--confirm-removals")));
        request.decisions.confirmRemovals = n;
    }
    const QStringList release = arguments.values(QStringLiteral("--release"));
    request.decisions.release = QSet<QString>(release.begin(), release.end());
    if (arguments.has(QStringLiteral("--only"))) {
        const QStringList only = arguments.values(QStringLiteral("--only"));
        request.decisions.only = QSet<QString>(only.begin(), only.end());
    }
    const auto chosen = std::count_if(plan->steps.begin(), plan->steps.end(), [&](const Step &step) {
        return !request.decisions.only || request.decisions.only->contains(step.id);
    });
    if (auto present = context.presence(chosen); !present)
        return out.error(present.error());
    const auto result = apply(context.servers(), context.profile(), context.memory(), context.journal(), request,
                              out.progress(), {}, context.cancel());
    out.endProgress();
    if (!result)
        return out.error(result.error());
    if (out.json())
        out.document(applyJson(*result, out.language()));
    else
        printResult(*result, changesOf(*plan), out);
    return endOf(*result, out);
}

} // namespace liaison::app
