#include "app/context.h"

#include "app/storefolder.h"
#include "core/base/inputerror.h"
#include "core/run/profilestore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QSysInfo>

namespace liaison::app {
namespace {

/// Design section 8: the first given of --config, LIAISON_CONFIG, --profile, environment alone counts.
Result<Profile> chosenProfile(const Arguments &arguments, const Environment &env, bool &named, bool &asksAgain)
{
    QString file = arguments.config;
    if (file.isEmpty())
        file = env(QStringLiteral("LIAISON_CONFIG")).value_or(QString());
    named = file.isEmpty() && !arguments.profile.isEmpty();
    if (named) {
        auto entry = ProfileStore(profileFolders(env)).find(arguments.profile);
        if (!entry)
            return fail(entry.error());
        asksAgain = askAgainOf(entry->document);
        return std::move(*entry->profile);
    }
    if (file.isEmpty())
        return profileFromEnvironment(env);
    QFile f(file);
    if (!f.exists())
        return fail(inputError("file-not-found", file));
    if (!f.open(QIODevice::ReadOnly))
        return fail(inputError("file-not-readable", file));
    const QByteArray json = f.read(16 * 1024 * 1024);
    auto profile = profileFromJson(json);
    asksAgain = profile && askAgainOf(QJsonDocument::fromJson(json).object());
    return profile;
}

} // namespace

std::optional<QString> environmentVariable(const QString &name)
{
    const QByteArray key = name.toLocal8Bit();
    return qEnvironmentVariableIsSet(key.constData()) ? std::optional(qEnvironmentVariable(key.constData()))
                                                      : std::nullopt;
}

Instant machineTime()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

QString writerName()
{
    return QStringLiteral("%1:%2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}

bool namesServers(const Arguments &arguments, const Environment &env)
{
    if (arguments.demo || !arguments.config.isEmpty() || !arguments.profile.isEmpty())
        return true;
    for (const char *name : {"LIAISON_CONFIG", "LIAISON_SNAPSHOT", "LIAISON_MOODLE_URL", "LIAISON_MOODLE_URL_FILE",
                             "LIAISON_CHAT_URL", "LIAISON_CHAT_URL_FILE"}) {
        if (!env(QString::fromLatin1(name)).value_or(QString()).isEmpty())
            return true;
    }
    return false;
}

Result<QString> chosenStore(const Arguments &arguments, const Environment &env)
{
    if (isStoreGiven(arguments, env))
        return storeFolder(arguments, env, nullptr);
    if (!namesServers(arguments, env)) {
        if (const QStringList all = campusStores(); all.size() == 1)
            return all.front(); // the only campus is the one that is meant
    }
    bool named = false, asksAgain = false;
    const auto profile = chosenProfile(arguments, env, named, asksAgain);
    return profile ? storeFolder(arguments, env, &*profile) : fail(profile.error());
}

Result<std::unique_ptr<store::Database>> openStore(const Arguments &arguments, const Environment &env)
{
    const auto folder = chosenStore(arguments, env);
    return folder ? store::Database::open(*folder) : fail(folder.error());
}

Result<std::unique_ptr<Context>> Context::open(const Arguments &arguments, const Environment &env,
                                               secrets::SecretStore *tokens)
{
    std::unique_ptr<Context> context(new Context);
    if (arguments.demo) {
        const auto folder = storeFolder(arguments, env, nullptr);
        if (!folder)
            return fail(folder.error());
        auto demo = Demo::start(*arguments.demo, *folder);
        if (!demo)
            return fail(demo.error());
        context->m_demo = std::move(*demo);
        context->m_profile = context->m_demo->profile();
    } else {
        bool named = false;
        auto profile = chosenProfile(arguments, env, named, context->m_asksAgain);
        if (!profile)
            return fail(profile.error());
        context->m_profile = std::move(*profile);
        if (!context->m_profile.snapshot.isEmpty()) {
            auto published = openPublished(context->m_profile.snapshot, env, tokens);
            if (!published)
                return fail(published.error());
            const CampusView &view = *published->campus.view;
            context->m_profile.policy = view.policy;
            context->m_profile.production = view.production;
            context->m_published = std::make_unique<Published>(std::move(*published));
        } else if (auto done = addSecrets(context->m_profile, env, {tokens, named}); !done)
            return fail(done.error());
    }
    context->m_profile.readOnly = context->m_profile.readOnly || arguments.readOnly;
    const auto folder = storeFolder(arguments, env, &context->m_profile);
    if (!folder)
        return fail(folder.error());
    auto database = store::Database::open(*folder);
    if (!database)
        return fail(database.error());
    context->m_database = std::move(*database);
    context->m_memory = std::make_unique<store::Memory>(*context->m_database);
    context->m_journal = std::make_unique<store::Journal>(*context->m_database);
    if (context->m_published) {
        context->m_servers = std::make_unique<Servers>();
        context->m_servers->http = std::make_unique<net::HttpClient>(); // knows no server: nothing leaves
        context->m_servers->requests = std::make_shared<net::RequestLog>(1);
        return context;
    }
    context->m_servers = makeServers(context->m_profile);
    if (auto done = context->rememberPast(); !done)
        return fail(done.error());
    return context;
}

Result<void> Context::rememberPast()
{
    if (!m_demo || !m_demo->needsPast())
        return {};
    m_demo->becomePast();
    Profile quiet = m_profile;
    const auto past = survey(*m_servers, quiet, *m_memory, {}, m_cancel);
    if (!past)
        return fail(past.error());
    const auto observed = observe(*m_servers, quiet, *past, *m_memory, everyKey(*past), {}, {}, m_cancel);
    m_demo->becomePresent();
    // Clients remember what they learned of a server; this one has just changed.
    m_servers = makeServers(m_profile);
    return observed ? Result<void>() : fail(observed.error());
}

} // namespace liaison::app
