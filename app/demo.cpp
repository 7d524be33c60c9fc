#include "app/demo.h"

#include "core/sandbox/campus.h"
#include "core/sandbox/chat.h"
#include "core/sandbox/moodle.h"
#include "core/sandbox/moodlefunctions.h"
#include "core/sandbox/worldjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

namespace liaison::app {
namespace {

quint16 rememberedPort(const QString &store)
{
    QFile file(QDir(store).filePath(QStringLiteral("port")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : quint16(0);
}

void rememberPort(const QString &store, quint16 port)
{
    QFile file(QDir(store).filePath(QStringLiteral("port")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(port));
}

} // namespace

Instant campusTime()
{
    return Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
}

sandbox::ServerFactory serverFactory()
{
    sandbox::ServerFactory factory;
    factory.moodle = [](sandbox::World &world, std::size_t site, const QString &token, const QString &wwwroot) {
        return std::make_unique<sandbox::SandboxMoodle>(world, static_cast<int>(site), token.toUtf8(), wwwroot);
    };
    factory.chat = [](sandbox::World &world, quint64 seed, const QString &, const QString &token) {
        return std::make_unique<sandbox::SandboxRocketChat>(world, seed, token.toUtf8());
    };
    factory.moodleFunctions = [] {
        QStringList names;
        for (const sandbox::moodle::Function &function : sandbox::moodle::functions())
            names << QString::fromLatin1(function.name);
        return names;
    };
    factory.noise = [](const sandbox::Server &chat) {
        const auto &machine = static_cast<const sandbox::SandboxRocketChat &>(chat);
        return sandbox::Noise{machine.messagesPosted(), machine.notificationsSent()};
    };
    return factory;
}

QString Demo::worldFile() const
{
    return QDir(m_store).filePath(QStringLiteral("world.json"));
}

Result<std::unique_ptr<Demo>> Demo::start(const QString &scale, const QString &store)
{
    const QString name = scale.isEmpty() ? QStringLiteral("small") : scale;
    const auto parsed = sandbox::scaleFromText(name);
    if (!parsed)
        return fail(Error{
            ErrorKind::Input, QStringLiteral("bad-arguments"), QString(QLatin1String("--demo=") + scale), 0, {}, {}});
    if (!QDir().mkpath(store))
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), store, 0, {}, {}});
    std::unique_ptr<Demo> demo(new Demo);
    demo->m_store = store;
    demo->m_scale = name;
    sandbox::Sandbox::Options options;
    options.seed = demoSeed;
    QFile kept(demo->worldFile());
    if (kept.open(QIODevice::ReadOnly)) {
        auto world = sandbox::worldFromJson(kept.readAll());
        if (!world)
            return fail(world.error());
        options.world = std::move(*world);
    } else {
        options.world = sandbox::campus(*parsed, demoSeed, campusTime());
        demo->m_needsPast = parsed->kind != sandbox::Scale::Kind::Grid;
    }
    // A plan names its servers: the next start should have the same address.
    options.port = rememberedPort(store);
    auto started = sandbox::Sandbox::start(options, serverFactory());
    if (!started && options.port != 0) {
        options.port = 0;
        started = sandbox::Sandbox::start(options, serverFactory());
    }
    if (!started)
        return fail(started.error());
    demo->m_sandbox = std::move(*started);
    const QUrl url(demo->m_sandbox->ready().value(QLatin1String("control")).toString());
    rememberPort(store, static_cast<quint16>(url.port()));
    return demo;
}

Demo::~Demo()
{
    if (!m_sandbox)
        return;
    QSaveFile file(worldFile());
    if (file.open(QIODevice::WriteOnly) && file.write(sandbox::worldToJson(m_sandbox->portableWorld())) > 0)
        file.commit();
}

void Demo::becomePast()
{
    const auto scale = sandbox::scaleFromText(m_scale);
    m_sandbox->replaceWorld(sandbox::campusEarlier(*scale, demoSeed, campusTime()));
}

void Demo::becomePresent()
{
    const auto scale = sandbox::scaleFromText(m_scale);
    m_sandbox->replaceWorld(sandbox::campus(*scale, demoSeed, campusTime()));
    m_sandbox->clearRequests();
    m_needsPast = false;
}

Profile Demo::profile() const
{
    const QJsonObject ready = m_sandbox->ready();
    // The shipped defaults, as a profile without any setting has them.
    Profile profile =
        *profileFromJson("{\"format\":\"liaison-config\",\"version\":1,\"moodle\":[{\"url\":\"http://127.0.0.1\"}],"
                         "\"chat\":{\"url\":\"http://127.0.0.1\"}}");
    profile.name = QStringLiteral("demo");
    profile.policy.timeline = true;         // nobody's data: the causes that only it can tell are shown
    profile.policy.measureRetention = true; // as little
    profile.moodle.clear();
    const QJsonArray sites = ready.value(QLatin1String("moodles")).toArray();
    for (const QJsonValue &v : sites) {
        MoodleSettings site;
        site.id = v[u"id"].toString();
        site.url = v[u"url"].toString();
        site.token = v[u"token"].toString();
        profile.moodle.push_back(site);
    }
    const QJsonObject chat = ready.value(QLatin1String("rocketchat")).toObject();
    profile.chat.url = chat.value(QLatin1String("url")).toString();
    profile.chat.user = chat.value(QLatin1String("userId")).toString();
    profile.chat.token = chat.value(QLatin1String("token")).toString();
    return profile;
}

} // namespace liaison::app
