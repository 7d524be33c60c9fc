#include "app/commands.h"
#include "app/commands_history.h"
#include "core/base/inputerror.h"

#include "app/documents.h"
#include "app/documents_undo.h"
#include "app/journalexport.h"
#include "app/print.h"
#include "app/runwords.h"
#include "core/run/resume.h"
#include "core/run/runsteps.h"
#include "ui/text/format.h"

#include <algorithm>

namespace liaison::app {
namespace {

QString shown(const QByteArray &state)
{
    QString text = QString::fromUtf8(state);
    if (text == u"null")
        return QStringLiteral("—");
    return text.remove(u'"');
}

void printJournal(const JournalPart &part, Output &out)
{
    const text::Language language = out.language();
    for (const JournalPart::Run &run : part.runs) {
        out.line(QStringLiteral("%1  %2  %3  %4")
                     .arg(run.record.id, text::dateTime(language, run.record.started), run.record.by,
                          text::of(run.record.state, language).name));
        std::vector<QStringList> lines;
        for (const store::RunStep &s : run.steps) {
            QString outcome = s.outcome ? text::of(*s.outcome, language).name : QStringLiteral("—");
            if (!s.detail.isEmpty())
                outcome += QLatin1String(" (") + text::detail(s.detail, language).name + u')';
            lines.push_back({s.id, text::of(s.kind, language).name,
                             s.place.cmid ? QStringLiteral("%1:%2").arg(s.place.site).arg(*s.place.cmid) : s.place.site,
                             s.place.room.value_or(QString()), s.chat.value_or(QString()), shown(s.before),
                             shown(s.after), outcome});
        }
        out.table({say(RunSay::Step, language), say(Say::Difference, language), say(Say::Link, language),
                   say(Say::Room, language), say(Say::Person, language), say(RunSay::Before, language),
                   say(RunSay::After, language), say(RunSay::Outcome, language)},
                  lines);
        out.line();
    }
    if (part.runs.empty())
        out.line(say(Say::NoRuns, language));
}

int verifyJournal(store::Journal &journal, Output &out)
{
    const auto check = store::checkJournal(journal);
    if (!check)
        return out.error(check.error());
    const text::Language language = out.language();
    QStringList runs;
    for (const store::JournalProblem &p : check->problems) {
        if (!runs.contains(p.run))
            runs << p.run;
    }
    const Error broken = inputError("journal-broken", runs.join(QStringLiteral(", ")));
    if (out.json()) {
        QJsonObject document = checkJson(*check, language);
        if (!runs.isEmpty()) {
            const text::Text words = text::error(broken, language);
            document.insert(QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), broken.code},
                                                                 {QStringLiteral("text"), words.sentence},
                                                                 {QStringLiteral("remedy"), words.remedy}});
        }
        out.document(document);
        return runs.isEmpty() ? 0 : 1;
    }
    if (runs.isEmpty()) {
        const auto counted = [&](qint64 n, RunSay one, RunSay many) {
            return text::plural(language, n, say(one, language), say(many, language));
        };
        out.line(say(RunSay::JournalSound, language)
                     .arg(counted(check->runs, RunSay::OneRun, RunSay::ManyRuns),
                          counted(check->entries, RunSay::OneEntry, RunSay::ManyEntries)));
        return 0;
    }
    std::vector<QStringList> lines;
    for (const store::JournalProblem &p : check->problems)
        lines.push_back(
            {p.run, p.n > 0 ? QString::number(p.n) : QStringLiteral("—"), text::of(p.fault, language).sentence});
    out.table({say(Say::RunHead, language), say(RunSay::Entry, language), say(RunSay::Fault, language)}, lines);
    out.line();
    return out.error(broken);
}

} // namespace

int runResume(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 1)
        return out.error(inputError("bad-arguments", QStringLiteral("resume RUN")));
    ResumeRequest request;
    request.run = arguments.positional.front();
    request.by = operatorName();
    request.writer = writerName();
    request.clock = machineTime;
    if (const auto steps = context.journal().steps(request.run)) {
        const auto open =
            std::count_if(steps->begin(), steps->end(), [](const store::RunStep &s) { return !s.outcome; });
        if (auto present = context.presence(open); !present)
            return out.error(present.error());
    }
    const auto result = resume(context.servers(), context.profile(), context.memory(), context.journal(), request,
                               out.progress(), {}, context.cancel());
    out.endProgress();
    if (!result)
        return out.error(result.error());
    if (out.json()) {
        out.document(applyJson(*result, out.language()));
    } else {
        std::map<QString, Change> changes;
        if (const auto steps = context.journal().steps(result->run)) {
            for (const store::RunStep &step : *steps)
                changes.emplace(step.id, stepOf(step).change);
        }
        printResult(*result, changes, out);
    }
    return endOf(*result, out);
}

int runUndo(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 1)
        return out.error(inputError("bad-arguments", QStringLiteral("undo RUN [-o FILE]")));
    const auto made = makeUndo(context.servers(), context.profile(), context.memory(), context.journal(),
                               arguments.positional.front(), machineTime, out.progress(), context.cancel());
    out.endProgress();
    if (!made)
        return out.error(made.error());
    const Plan &plan = made->undo.plan;
    const QByteArray json = undoToJson(made->undo);
    const QString file = arguments.value(QStringLiteral("-o"));
    if (!file.isEmpty()) {
        if (auto saved = savePlan(file, json); !saved)
            return out.error(saved.error());
    }
    const text::Language language = out.language();
    const bool unknown =
        !plan.unknown.empty() || std::any_of(made->undo.left.begin(), made->undo.left.end(), [](const NotTakenBack &l) {
            return l.why == NotUndone::RoomUnknown || l.why == NotUndone::AfterUnarchive;
        });
    if (out.json()) {
        out.bytes(json);
        return unknown ? 5 : 0;
    }
    printPlan(plan, *made->snapshot, out);
    out.line();
    const qsizetype back = static_cast<qsizetype>(plan.steps.size() + plan.withheld.size());
    out.line(say(RunSay::UndoneBack, language).arg(back).arg(back + static_cast<qsizetype>(made->undo.left.size())));
    std::vector<QStringList> lines;
    for (const NotTakenBack &l : made->undo.left) {
        const PersonKey *person = personOf(l.change);
        lines.push_back({text::of(kindOf(l.change), language).name, l.change.place.room.value_or(QString()),
                         person ? person->chat.value_or(QString()) : QString(), text::of(l.why, language).sentence});
    }
    if (!lines.empty()) {
        out.line();
        out.table({say(Say::Difference, language), say(Say::Room, language), say(Say::Person, language),
                   say(RunSay::UndoLeft, language)},
                  lines);
    }
    if (!file.isEmpty()) {
        out.line();
        out.line(say(Say::Saved, language).arg(file));
        if (back > 0)
            out.line(say(Say::ApplyHint, language).arg(file));
    }
    return unknown ? 5 : 0;
}

int runJournal(const Arguments &arguments, const Environment &environment, Output &out)
{
    const QString format = arguments.value(QStringLiteral("--format"));
    const bool verify = arguments.positional == QStringList{QStringLiteral("verify")};
    if ((!arguments.positional.isEmpty() && !verify) || (!format.isEmpty() && format != u"csv" && format != u"json"))
        return out.error(
            inputError("bad-arguments", QStringLiteral("journal [verify] [--run RUN] [--room COURSE] [--person PERSON] "
                                                       "[--format csv|json]")));
    if (!verify && asksHistory(arguments))
        return runHistory(arguments, environment, out);
    auto database = openStore(arguments, environment);
    if (!database)
        return out.error(database.error());
    store::Journal journal(**database);
    if (verify)
        return verifyJournal(journal, out);
    const auto part = readJournal(journal, arguments.value(QStringLiteral("--run")));
    if (!part)
        return out.error(part.error());
    if (format == u"csv")
        out.bytes(journalCsv(*part));
    else if (format == u"json" || out.json())
        out.document(journalJson(*part));
    else
        printJournal(*part, out);
    return 0;
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
