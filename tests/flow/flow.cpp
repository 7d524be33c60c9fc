#include "tests/flow/flow.h"

#include "app/demo.h"
#include "tests/flow/account.h"

#include <QFile>
#include <QJsonDocument>
#include <algorithm>

namespace liaison::flow {

Flow::Flow(const Campus &campus, sandbox::Sandbox::Options options, std::optional<sandbox::ServerFactory> factory)
{
    options.world = campus.world;
    // Room names are written with the mark of their site, as a stored campus has them.
    if (!options.seed)
        options.seed = 7;
    auto started = sandbox::Sandbox::start(std::move(options), factory ? std::move(*factory) : app::serverFactory());
    if (!started)
        qFatal("sandbox: %s %s", qPrintable(started.error().code), qPrintable(started.error().detail));
    m_sandbox = std::move(*started);
    const QJsonObject ready = m_sandbox->ready();
    const QJsonArray sites = ready[u"moodles"].toArray();
    env[QStringLiteral("LIAISON_MOODLE_URL")] = ready[u"moodle"][u"url"].toString();
    env[QStringLiteral("LIAISON_CHAT_URL")] = ready[u"rocketchat"][u"url"].toString();
    env[QStringLiteral("LIAISON_CHAT_USER")] = ready[u"rocketchat"][u"userId"].toString();
    env[QStringLiteral("LIAISON_CHAT_TOKEN")] = ready[u"rocketchat"][u"token"].toString();
    for (const QJsonValue &site : sites) {
        const QString id = site[u"id"].toString();
        const QString name = id == u"main" ? QStringLiteral("LIAISON_MOODLE_TOKEN")
                                           : QString(QLatin1String("LIAISON_MOODLE_TOKEN_") + id.toUpper());
        env[name] = site[u"token"].toString();
    }
    env[QStringLiteral("LIAISON_STORE")] = m_folder.filePath(QStringLiteral("store"));
    if (sites.size() > 1)
        configure(QJsonObject());
}

void Flow::configure(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", json, qPrintable(error.errorString()));
    configure(document.object());
}

void Flow::configure(const QJsonObject &settings)
{
    const QJsonObject ready = m_sandbox->ready();
    QJsonArray sites;
    const QJsonArray served = ready[u"moodles"].toArray();
    for (const QJsonValue &site : served)
        sites.append(QJsonObject{{QStringLiteral("id"), site[u"id"]}, {QStringLiteral("url"), site[u"url"]}});
    QJsonObject config{
        {QStringLiteral("format"), QStringLiteral("liaison-config")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("moodle"), sites},
        {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), ready[u"rocketchat"][u"url"]},
                                             {QStringLiteral("user"), ready[u"rocketchat"][u"userId"]}}}};
    for (auto it = settings.begin(); it != settings.end(); ++it)
        config.insert(it.key(), it.value());
    m_config = m_folder.filePath(QStringLiteral("config.json"));
    write(QStringLiteral("config.json"), QJsonDocument(config).toJson());
}

std::unique_ptr<QProcess> Flow::start(const QStringList &arguments, const Env &more)
{
    QProcessEnvironment variables;
    for (const QString &kept : {QStringLiteral("PATH"), QStringLiteral("HOME"), QStringLiteral("LD_LIBRARY_PATH"),
                                QStringLiteral("ASAN_OPTIONS"), QStringLiteral("TMPDIR")})
        variables.insert(kept, qEnvironmentVariable(kept.toLatin1().constData()));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const QString &name : {QStringLiteral("USER"), QStringLiteral("LOGNAME"), QStringLiteral("USERNAME")})
        variables.insert(name, forgedName);
    variables.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
    Env all = env;
    for (auto it = more.begin(); it != more.end(); ++it)
        all[it.key()] = it.value();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it.value().isEmpty())
            variables.insert(it.key(), it.value());
    }
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(variables);
    QStringList words;
    if (!m_config.isEmpty() && !more.contains(QStringLiteral("LIAISON_CONFIG")))
        words << QStringLiteral("--config") << m_config;
    QStringList line = under + QStringList{QStringLiteral(LIAISONCTL)} + words + arguments;
    const QString program = line.takeFirst();
    process->start(program, line);
    return process;
}

Ran Flow::finish(QProcess &process)
{
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
    }
    Ran ran;
    ran.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    ran.json = QJsonDocument::fromJson(ran.out).object();
    return ran;
}

Ran Flow::run(const QStringList &arguments, const Env &more)
{
    return finish(*start(arguments, more));
}

Ran Flow::plan(const QString &classes, const QString &name)
{
    QStringList words{QStringLiteral("--json"), QStringLiteral("plan"), QStringLiteral("--all"), QStringLiteral("-o"),
                      file(name)};
    if (!classes.isEmpty())
        words << QStringLiteral("--classes") << classes;
    return run(words);
}

Ran Flow::apply(const QStringList &more, const QString &name)
{
    return run(QStringList{QStringLiteral("--json"), QStringLiteral("apply"), file(name)} + more);
}

int Flow::writes()
{
    const auto requests = m_sandbox->requests();
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [](const auto &r) { return r.write; }));
}

int Flow::writes(const QString &function)
{
    const auto requests = m_sandbox->requests();
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const auto &r) {
        return r.write && (r.function == function || r.path.endsWith(function));
    }));
}

void Flow::write(const QString &name, const QByteArray &bytes)
{
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

QByteArray Flow::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void Flow::fault(const char *json)
{
    const auto faults = sandbox::faultsFromJson(json);
    if (!faults)
        qFatal("%s: %s", json, qPrintable(faults.error().detail));
    m_sandbox->addFaults(*faults);
}

QMap<QString, QString> carriedOut(const sandbox::World &before, const QJsonArray &steps)
{
    sandbox::World world = before;
    for (const QJsonValue &step : steps) {
        const QString kind = step[u"kind"].toString();
        const QString chat = step[u"person"][u"chat"].toString();
        auto room = std::find_if(world.chat.rooms.begin(), world.chat.rooms.end(),
                                 [&](const sandbox::Room &r) { return r.id == step[u"room"].toString(); });
        if (room == world.chat.rooms.end())
            qFatal("a step in a room that does not exist");
        const auto member = std::find_if(room->members.begin(), room->members.end(),
                                         [&](const sandbox::RoomMember &m) { return m.user == chat; });
        if (kind == u"add") {
            QStringList roles;
            if (step[u"after"].toString() == u"moderator")
                roles << QStringLiteral("moderator");
            room->members.push_back({chat, roles});
        } else if (kind == u"promote") {
            member->roles << QStringLiteral("moderator");
        } else if (kind == u"demote") {
            member->roles.removeAll(QStringLiteral("moderator"));
        } else if (kind == u"remove") {
            room->members.erase(member);
        } else if (kind == u"archive" || kind == u"unarchive") {
            room->archived = kind == u"archive";
        } else if (kind == u"set-retention") {
            const QJsonValue after = step[u"after"];
            sandbox::Retention retention = room->retention.value_or(sandbox::Retention());
            retention.enabled = after[u"enabled"].toBool();
            retention.overrideGlobal = after[u"overrideGlobal"].toBool();
            if (after[u"maxAge"].isDouble())
                retention.maxAge = after[u"maxAge"].toDouble();
            retention.filesOnly = after[u"filesOnly"].toBool();
            retention.excludePinned = after[u"excludePinned"].toBool();
            room->retention = retention;
        }
    }
    return picture(world);
}

QString kinds(const QJsonArray &steps)
{
    QMap<QString, int> counts;
    for (const QJsonValue &step : steps)
        ++counts[step[u"kind"].toString()];
    QStringList out;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    return out.join(u' ');
}

QString who(const QJsonArray &entries)
{
    QStringList out;
    for (const QJsonValue &entry : entries) {
        const QString rule = entry[u"rule"].toString();
        QString code = entry[u"kind"].toString() + entry[u"code"].toString();
        if (!rule.isEmpty())
            code += QString(u'(' + rule + u')');
        const QString login = entry[u"person"][u"username"].toString();
        out << (login.isEmpty() ? QString(code + QLatin1String(" @") + entry[u"room"].toString())
                                : QString(code + u' ' + login));
    }
    out.sort();
    return out.join(QLatin1String("; "));
}

QString unknowns(const Ran &plan)
{
    QStringList out;
    const QJsonArray list = plan.json[u"unknown"].toArray();
    for (const QJsonValue &u : list)
        out << QStringLiteral("%1 %2").arg(u[u"cmid"].toInteger()).arg(u[u"reason"].toString());
    out.sort();
    return out.join(QLatin1String("; "));
}

QByteArray said(const Ran &ran)
{
    return QByteArray(QByteArray::number(ran.exit) + ' ' + ran.out + ran.err);
}

QMap<QString, QString> outcomes(const Ran &apply)
{
    QMap<QString, QString> out;
    const QJsonArray steps = apply.json[u"steps"].toArray();
    for (const QJsonValue &step : steps) {
        const QString detail = step[u"detail"].toString();
        out[step[u"id"].toString()] =
            detail.isEmpty() ? step[u"outcome"].toString() : QString(step[u"outcome"].toString() + u' ' + detail);
    }
    return out;
}

QString repair(Flow &flow, const QString &classes, const QString &expectedKinds, const QString &left)
{
    const auto shown = [](const char *what, const Ran &ran) {
        return QString(QLatin1String(what) + QStringLiteral(" exit %1: ").arg(ran.exit) +
                       QString::fromUtf8(ran.out + ran.err));
    };
    flow.sandbox().clearRequests();
    const Ran planned = flow.plan(classes);
    if (planned.exit != 2 && planned.exit != 3)
        return shown("plan", planned);
    if (flow.writes() != 0)
        return QStringLiteral("a plan wrote");
    if (flow.read(QStringLiteral("plan.json")) + '\n' != planned.out &&
        flow.read(QStringLiteral("plan.json")) != planned.out)
        return QStringLiteral("the file and the document differ");
    const QJsonArray steps = planned.json[u"steps"].toArray();
    if (kinds(steps) != expectedKinds)
        return QString(QLatin1String("steps: ") + kinds(steps) + QLatin1String("\n") + shown("plan", planned));
    const sandbox::World before = flow.sandbox().world();
    const auto noiseBefore = flow.sandbox().noise();
    const Ran applied = flow.apply();
    if (applied.exit != 0 || applied.json[u"done"].toInt() != steps.size())
        return shown("apply", applied);
    const QMap<QString, QString> wanted = carriedOut(before, steps), found = flow.now();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (found[it.key()] != it.value())
            return QStringLiteral("%1 is %2 and should be %3").arg(it.key(), found[it.key()], it.value());
    }
    const auto noise = flow.sandbox().noise();
    const QJsonValue announced = planned.json[u"noise"];
    if (noise->messages - noiseBefore->messages != announced[u"messages"].toInt() ||
        noise->notifications - noiseBefore->notifications != announced[u"notifications"].toInt())
        return QStringLiteral("%1 messages, %2 notifications, announced were %3, %4")
            .arg(noise->messages - noiseBefore->messages)
            .arg(noise->notifications - noiseBefore->notifications)
            .arg(announced[u"messages"].toInt())
            .arg(announced[u"notifications"].toInt());
    const Ran again = flow.plan(classes, QStringLiteral("again.json"));
    if (kinds(again.json[u"steps"].toArray()) != left)
        return shown("again", again);
    const int expected = !again.json[u"withheld"].toArray().isEmpty()  ? 3
                         : !left.isEmpty()                             ? 2
                         : !again.json[u"unknown"].toArray().isEmpty() ? 5
                                                                       : 0;
    return again.exit == expected ? QString() : shown("again", again);
}

} // namespace liaison::flow
