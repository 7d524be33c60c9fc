#include "core/sandbox/sandbox.h"

#include <QRandomGenerator>

namespace liaison::sandbox {
namespace {

Result<std::vector<Fault>> readFaults(const std::vector<QByteArray> &texts)
{
    std::vector<Fault> all;
    for (const QByteArray &text : texts) {
        auto some = faultsFromJson(text);
        if (!some)
            return fail(some.error());
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

/// The flags win over the world.
Result<void> applyFlags(Sandbox::Options &options, const ServerFactory &factory)
{
    World &world = options.world;
    if (!options.chatVersion.isEmpty())
        world.chat.version = options.chatVersion;
    if (options.fresh) {
        world.chat.fresh = true;
        world.chat.apiUser.clear();
        world.chat.users.clear();
        world.chat.rooms.clear();
        world.chat.integrations.clear();
    }
    if (options.noLimiter)
        world.chat.settings[QStringLiteral("API_Enable_Rate_Limiter")] = false;
    if (options.noTwoFactor)
        world.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_Enabled")] = false;
    if (world.moodle.empty() && (options.noCompanion || !options.without.isEmpty()))
        world.moodle.emplace_back();
    const QStringList known = factory.moodleFunctions ? factory.moodleFunctions() : QStringList();
    for (const QString &name : options.without) {
        bool listed = known.contains(name);
        for (const Moodle &m : world.moodle)
            listed = listed || (m.functions && m.functions->contains(name));
        if (!listed)
            return fail({ErrorKind::Input, QStringLiteral("unknown-function"), QStringLiteral("sandbox"), 0, {}, name});
    }
    for (Moodle &m : world.moodle) {
        if (options.noCompanion)
            m.companion = false;
        if (options.without.isEmpty())
            continue;
        if (!m.functions)
            m.functions = known;
        m.functions->removeIf([&](const QString &f) { return options.without.contains(f); });
    }
    return {};
}

} // namespace

template <class Work> void Sandbox::onThread(Work work) const
{
    if (QThread::currentThread() == &m_thread)
        work();
    else
        QMetaObject::invokeMethod(m_context, work, Qt::BlockingQueuedConnection);
}

Result<std::unique_ptr<Sandbox>> Sandbox::start(Options options, ServerFactory factory)
{
    auto faults = readFaults(options.faults);
    if (!faults)
        return fail(faults.error());
    if (const auto flags = applyFlags(options, factory); !flags)
        return fail(flags.error());

    std::unique_ptr<Sandbox> sandbox(new Sandbox);
    sandbox->m_thread.setObjectName(QStringLiteral("sandbox"));
    sandbox->m_context = new QObject;
    sandbox->m_context->moveToThread(&sandbox->m_thread);
    sandbox->m_thread.start();
    bool listening = false;
    QString problem;
    quint16 taken = options.port;
    sandbox->onThread([&] {
        const quint64 seed = options.seed.value_or(QRandomGenerator::system()->generate64());
        sandbox->m_front = std::make_unique<Front>(
            FrontSetup{std::move(options.world), seed, options.latencyMs, std::move(*faults)}, std::move(factory));
        listening = sandbox->m_front->start(options.port, options.chatPort);
        problem = sandbox->m_front->problem();
        taken = sandbox->m_front->chatPortTaken() ? options.chatPort : options.port;
    });
    if (!listening)
        return fail({ErrorKind::Refused, QStringLiteral("port-taken"), QString::number(taken), 0, {}, problem});
    return sandbox;
}

Sandbox::~Sandbox()
{
    onThread([this] {
        m_front.reset();
        m_context->deleteLater(); // when the thread ends
    });
    m_thread.quit();
    m_thread.wait();
}

QJsonObject Sandbox::ready() const
{
    QJsonObject out;
    onThread([&] { out = m_front->ready(); });
    return out;
}

World Sandbox::world() const
{
    World out;
    onThread([&] { out = m_front->world(); });
    return out;
}

World Sandbox::portableWorld() const
{
    World out;
    onThread([&] {
        out = m_front->world();
        markRoomNames(out, m_front->wwwRoots());
    });
    return out;
}

Instant Sandbox::now() const
{
    Instant out;
    onThread([&] { out = m_front->clock().now(); });
    return out;
}

void Sandbox::replaceWorld(World world)
{
    onThread([&] { m_front->replaceWorld(std::move(world)); });
}

void Sandbox::addFaults(const std::vector<Fault> &faults)
{
    onThread([&] { m_front->addFaults(faults); });
}

void Sandbox::clearFaults()
{
    onThread([&] { m_front->clearFaults(); });
}

void Sandbox::setNow(Instant now)
{
    onThread([&] { m_front->clock().set(now); });
}

void Sandbox::advance(qint64 ms)
{
    onThread([&] { m_front->clock().advance(ms); });
}

std::vector<LoggedRequest> Sandbox::requests() const
{
    std::vector<LoggedRequest> out;
    onThread([&] { out = m_front->log().requests(); });
    return out;
}

void Sandbox::clearRequests()
{
    onThread([&] { m_front->log().clear(); });
}

std::optional<Noise> Sandbox::noise() const
{
    std::optional<Noise> out;
    onThread([&] { out = m_front->noise(); });
    return out;
}

} // namespace liaison::sandbox
