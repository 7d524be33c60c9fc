#include "app/commands.h"

#include "app/documents.h"
#include "core/reconcile/planjson.h"
#include "ui/text/format.h"

#include <QDateTime>
#include <QFile>

namespace liaison::app {
namespace {

Error inputError(const char *code, const QString &where)
{
    return {ErrorKind::Input, QString::fromLatin1(code), where, 0, {}, {}};
}

Instant machineTime()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

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

void printResult(const ApplyResult &result, const Plan &plan, Output &out)
{
    const text::Language language = out.language();
    std::map<QString, const Change *> changes;
    for (const Step &step : plan.steps)
        changes[step.id] = &step.change;
    for (const Withheld &w : plan.withheld)
        changes[w.id] = &w.change;
    std::vector<QStringList> lines;
    for (const StepResult &step : result.steps) {
        if (step.outcome == Outcome::Done)
            continue;
        const Change *change = changes[step.id];
        const PersonKey *person = change ? personOf(*change) : nullptr;
        lines.push_back({step.id, text::of(step.outcome, language).name,
                         change ? text::of(kindOf(*change), language).name : QString(),
                         person ? person->username : QString(),
                         step.detail.isEmpty() ? QString() : text::detail(step.detail, language).sentence});
    }
    if (!lines.empty()) {
        out.table({QStringLiteral("id"),
                   say(Say::State, language),
                   say(Say::Difference, language),
                   say(Say::Person, language),
                   {}},
                  lines);
        out.line();
    }
    out.line(say(Say::Result, language)
                 .arg(result.run)
                 .arg(result.done)
                 .arg(result.skipped)
                 .arg(result.stale)
                 .arg(result.failed)
                 .arg(result.planned));
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
    const auto result = apply(context.servers(), context.profile(), context.memory(), context.journal(), request,
                              out.progress(), {}, context.cancel());
    out.endProgress();
    if (!result)
        return out.error(result.error());
    if (out.json())
        out.document(applyJson(*result, out.language()));
    else
        printResult(*result, *plan, out);
    return result->done == result->planned ? 0 : 4;
}

int runRuns(const Arguments &arguments, const Environment &environment, Output &out)
{
    auto database = openStore(arguments, environment);
    if (!database)
        return out.error(database.error());
    store::Journal journal(**database);
    const auto runs = journal.runs();
    if (!runs)
        return out.error(runs.error());
    const text::Language language = out.language();
    if (out.json()) {
        out.document(runsJson(*runs, language));
        return 0;
    }
    if (runs->empty()) {
        out.line(say(Say::NoRuns, language));
        return 0;
    }
    std::vector<QStringList> lines;
    for (const store::RunRecord &run : *runs) {
        QStringList counts;
        for (const auto &[outcome, n] :
             {std::pair(Outcome::Done, run.done), std::pair(Outcome::Skipped, run.skipped),
              std::pair(Outcome::Stale, run.stale), std::pair(Outcome::Failed, run.failed)}) {
            if (n > 0)
                counts << QStringLiteral("%1 %2").arg(text::of(outcome, language).name).arg(n);
        }
        lines.push_back({run.id, text::dateTime(language, run.started), run.by, text::of(run.state, language).name,
                         QString::number(run.planned), counts.join(QStringLiteral(", "))});
    }
    out.table({say(Say::RunHead, language),
               say(Say::Started, language),
               say(Say::By, language),
               say(Say::State, language),
               say(Say::Planned, language),
               {}},
              lines);
    return 0;
}

} // namespace liaison::app
