#include "app/context.h"
#include "core/run/observe.h"
#include "core/sandbox/campus.h"
#include "tests/bench/parts.h"
#include "tests/flow/flow.h"

#include <QTemporaryDir>
#include <cmath>

namespace liaison::bench {
namespace {

std::unique_ptr<app::Context> open(flow::Flow &flow)
{
    const flow::Env env = flow.env;
    auto context = app::Context::open({}, [env](const QString &name) -> std::optional<QString> {
        const auto it = env.constFind(name);
        return it == env.constEnd() || it->isEmpty() ? std::nullopt : std::optional(*it);
    });
    if (!context)
        qFatal("%s", qPrintable(context.error().code));
    return std::move(*context);
}

struct Counted
{
    int chat = 0, lists = 0, writes = 0, moodle = 0, accounts = 0;
};

Counted count(flow::Flow &flow)
{
    Counted n;
    for (const sandbox::LoggedRequest &request : flow.sandbox().requests()) {
        if (request.server == u"moodle") {
            ++n.moodle;
            continue;
        }
        ++n.chat;
        n.writes += request.write ? 1 : 0;
        n.lists += request.path.contains(u"embers") ? 1 : 0;
        n.accounts += request.path.contains(u"users.") ? 1 : 0;
    }
    return n;
}

flow::Campus oneRoom(int people, int absent, const char *version)
{
    flow::Campus campus;
    campus.world.chat.version = QString::fromLatin1(version);
    const QString inside = flow::many(QStringLiteral("s"), people);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(inside + u' ' + flow::many(QStringLiteral("n"), absent)),
                  inside);
    return campus;
}

/// Chat calls of `apply` per room: what it asks once for the whole run (rights, rooms) is not counted.
void adding(int people, int absent, const char *version)
{
    flow::Flow flow(oneRoom(people, absent, version));
    const flow::Ran plan = flow.plan();
    flow.sandbox().clearRequests();
    // A plan for nobody costs what every run costs.
    const auto context = open(flow);
    const auto before = survey(context->servers(), context->profile(), context->memory(), {}, {});
    const Counted shared = count(flow);
    flow.sandbox().clearRequests();
    const flow::Ran applied = flow.apply();
    const Counted n = count(flow);
    const int pages = (people + 1 + absent + 99) / 100;
    report(
        QStringLiteral("add %1 to a room of %2 (%3): writes").arg(absent).arg(people).arg(QLatin1String(version)),
        QStringLiteral("done %1; formula ceil(A/100) = %2").arg(applied.json[u"done"].toInt()).arg((absent + 99) / 100),
        n.writes, (absent + 99) / 100);
    report(QStringLiteral("  reads of the room's members, in pages"),
           QStringLiteral("two readings; %1 calls of the run in all, %2 of them for every run, %3 for accounts")
               .arg(n.chat)
               .arg(shared.chat)
               .arg(n.accounts),
           n.lists, 2 * pages);
    report(QStringLiteral("  calls to Moodle beyond those of every run"),
           QStringLiteral("the people, and the link once more: it may have got another room"), n.moodle - shared.moodle,
           2);
}

void checking(int people, const char *version)
{
    flow::Flow flow(oneRoom(people, 0, version));
    const auto context = open(flow);
    const auto surveyed = survey(context->servers(), context->profile(), context->memory(), {}, {});
    if (!surveyed)
        qFatal("%s", qPrintable(surveyed.error().code));
    flow.sandbox().clearRequests();
    const auto observed =
        observe(context->servers(), context->profile(), *surveyed, context->memory(), everyKey(*surveyed), {}, {}, {});
    const Counted n = count(flow);
    const int formula = (people + 99) / 100 + 1;
    report(QStringLiteral("check a room of %1 in step (%2): chat calls").arg(people).arg(QLatin1String(version)),
           QStringLiteral("formula ceil(N/100)+1 = %1; Moodle calls %2").arg(formula).arg(n.moodle), n.chat, formula);
}

} // namespace

void calls(const Sizes &sizes)
{
    heading(QStringLiteral("Calls, counted at the sandbox"));
    const bool tiny = sizes.repeats == 1;
    for (const char *version : {"7.10", "6.8"}) {
        for (const int people : tiny ? std::vector<int>{30} : std::vector<int>{30, 100, 250, 1000})
            checking(people, version);
    }
    for (const int absent : tiny ? std::vector<int>{3} : std::vector<int>{3, 100, 250})
        adding(250, absent, "7.10");
}

void latency(const Sizes &sizes)
{
    heading(QStringLiteral("%1 rooms at %2 ms latency").arg(sizes.rooms).arg(sizes.latencyMs));
    const auto scale = sandbox::scaleFromText(QStringLiteral("%1x30").arg(sizes.rooms));
    flow::Campus campus;
    campus.world = sandbox::campus(*scale, app::demoSeed, app::campusTime());
    sandbox::Sandbox::Options options;
    options.latencyMs = sizes.latencyMs;
    flow::Flow flow(campus, std::move(options));
    const auto context = open(flow);
    const auto surveyed = survey(context->servers(), context->profile(), context->memory(), {}, {});
    if (!surveyed)
        qFatal("%s", qPrintable(surveyed.error().code));
    flow.sandbox().clearRequests();
    const double milliseconds = wall([&] {
        (void)observe(context->servers(), context->profile(), *surveyed, context->memory(), everyKey(*surveyed), {}, {},
                      {});
    });
    const Counted n = count(flow);
    const double ideal = double(n.chat) * sizes.latencyMs / context->profile().chat.connections;
    report(QStringLiteral("time / (calls x latency / connections)"),
           QStringLiteral("%1 / %2; %3 chat calls, %4 Moodle calls")
               .arg(ms(milliseconds), ms(ideal))
               .arg(n.chat)
               .arg(n.moodle),
           milliseconds / ideal, 1.3);
}

} // namespace liaison::bench
