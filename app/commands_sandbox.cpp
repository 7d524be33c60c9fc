#include "app/commands.h"

#include "app/interrupt.h"
#include "core/sandbox/campus.h"
#include "core/sandbox/worldjson.h"

#include <QFile>
#include <cstdio>

namespace liaison::app {
namespace {

Error wrong(const QString &what)
{
    return {ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}};
}

Result<sandbox::World> chosenWorld(const Arguments &arguments, std::optional<quint64> seed)
{
    QStringList given;
    for (const char *one : {"--world", "--scenario", "--scale"}) {
        if (arguments.has(QLatin1String(one)))
            given << QLatin1String(one);
    }
    if (given.size() > 1) // which of them was meant nobody knows
        return fail(wrong(given.join(u' ')));
    const QString file = arguments.value(QStringLiteral("--world"));
    if (!file.isEmpty()) {
        QFile f(file);
        if (!f.open(QIODevice::ReadOnly))
            return fail(Error{ErrorKind::Input, QStringLiteral("file-not-readable"), file, 0, {}, {}});
        auto world = sandbox::worldFromJson(f.readAll());
        if (!world)
            world.error().where = world.error().detail;
        return world;
    }
    if (const QString scenario = arguments.value(QStringLiteral("--scenario")); !scenario.isEmpty()) {
        const auto known = sandbox::scaleFromText(scenario);
        if (!known || known->kind != sandbox::Scale::Kind::Scenario)
            return fail(wrong(QString(QLatin1String("--scenario ") + scenario + QLatin1String(" (") +
                                      sandbox::scenarioNames().join(u' ') + u')')));
        return sandbox::campus(*known, seed.value_or(demoSeed), campusTime());
    }
    const QString text =
        arguments.has(QStringLiteral("--scale")) ? arguments.value(QStringLiteral("--scale")) : QStringLiteral("small");
    const auto scale = sandbox::scaleFromText(text);
    if (!scale)
        return fail(wrong(QString(QLatin1String("--scale ") + text)));
    return sandbox::campus(*scale, seed.value_or(demoSeed), campusTime());
}

} // namespace

int runSandbox(const Arguments &arguments, Output &out)
{
    sandbox::Sandbox::Options options;
    const auto number = [&](const char *option, qint64 most) -> Result<std::optional<qint64>> {
        const QString name = QString::fromLatin1(option);
        if (!arguments.has(name))
            return std::optional<qint64>();
        bool isNumber = false;
        const qint64 n = arguments.value(name).toLongLong(&isNumber);
        if (!isNumber || n < 0 || n > most)
            return fail(wrong(QString(name + u' ' + arguments.value(name))));
        return std::optional<qint64>(n);
    };
    const auto port = number("--port", 65535);
    const auto chatPort = number("--chat-port", 65535);
    const auto seed = number("--seed", std::numeric_limits<qint64>::max());
    const auto latency = number("--latency", 600000);
    for (const auto *value : {&port, &chatPort, &seed, &latency}) {
        if (!*value)
            return out.error(value->error());
    }
    options.port = static_cast<quint16>(port->value_or(0));
    options.chatPort = static_cast<quint16>(chatPort->value_or(0));
    if (*seed)
        options.seed = static_cast<quint64>(**seed);
    options.latencyMs = static_cast<int>(latency->value_or(0));
    auto world = chosenWorld(arguments, options.seed);
    if (!world)
        return out.error(world.error());
    options.world = std::move(*world);
    options.chatVersion = arguments.value(QStringLiteral("--chat-version"));
    options.noCompanion = arguments.has(QStringLiteral("--no-companion"));
    options.fresh = arguments.has(QStringLiteral("--fresh"));
    if (options.fresh && !arguments.has(QStringLiteral("--world")))
        options.world.now = {}; // nothing of the chat has a date yet: its clients may go by their own clocks
    options.noLimiter = arguments.has(QStringLiteral("--no-limiter"));
    options.noTwoFactor = arguments.has(QStringLiteral("--no-2fa"));
    options.without = arguments.values(QStringLiteral("--without"));
    const QStringList faults = arguments.values(QStringLiteral("--fault"));
    for (const QString &fault : faults)
        options.faults.push_back(fault.toUtf8());

    Interrupt interrupt; // before the sandbox starts its thread: signals belong to this one
    auto started = sandbox::Sandbox::start(std::move(options), serverFactory());
    if (!started) {
        Error e = started.error();
        if (e.code == u"port-taken") {
            e.code = QStringLiteral("port-in-use");
            e.where = e.detail;
        } else if (e.code == u"bad-fault" || e.code == u"unknown-function") {
            e = wrong(e.detail);
        }
        return out.error(e);
    }
    out.document((*started)->ready());
    std::fflush(stdout);
    interrupt.wait();
    return 0;
}

} // namespace liaison::app
