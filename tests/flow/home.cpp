#include "tests/flow/home.h"

#include "tests/flow/account.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace liaison::flow {

Home::Home()
{
    for (const QString &kept : {QStringLiteral("PATH"), QStringLiteral("LD_LIBRARY_PATH"),
                                QStringLiteral("ASAN_OPTIONS"), QStringLiteral("TMPDIR")})
        env[kept] = qEnvironmentVariable(kept.toLatin1().constData());
    env[QStringLiteral("HOME")] = m_folder.path();
    env[QStringLiteral("XDG_CONFIG_HOME")] = file(QStringLiteral("config"));
    env[QStringLiteral("XDG_DATA_HOME")] = file(QStringLiteral("data"));
    env[QStringLiteral("XDG_CACHE_HOME")] = file(QStringLiteral("cache"));
    env[QStringLiteral("LIAISON_MACHINE_PROFILES")] = file(QStringLiteral("machine"));
    env[QStringLiteral("LC_ALL")] = QStringLiteral("C.UTF-8");
    for (const QString &name : {QStringLiteral("USER"), QStringLiteral("LOGNAME"), QStringLiteral("USERNAME")})
        env[name] = forgedName;
    env[QStringLiteral("no_proxy")] = QStringLiteral("*");
    // The bus of a desktop that a developer sits at is never used.
    env[QStringLiteral("DBUS_SESSION_BUS_ADDRESS")] =
        hasKeyring() ? qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") : QStringLiteral("unix:path=/nonexistent");
    QDir(m_folder.path()).mkpath(QStringLiteral("machine"));
}

bool Home::hasKeyring()
{
    return qEnvironmentVariableIsSet("LIAISON_TEST_KEYRING");
}

Ran Home::start(const QString &program, const QStringList &arguments, const QByteArray &input, const Env &more)
{
    QProcessEnvironment variables;
    Env all = env;
    for (auto it = more.begin(); it != more.end(); ++it)
        all[it.key()] = it.value();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!it.value().isEmpty())
            variables.insert(it.key(), it.value());
    }
    QProcess process;
    process.setProcessEnvironment(variables);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
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

Ran Home::run(const QStringList &arguments, const QByteArray &input, const Env &more)
{
    return start(QStringLiteral(LIAISONCTL), arguments, input, more);
}

Ran Home::runInTerminal(const QStringList &arguments, const QStringList &input, const Env &more)
{
    return start(
        QStringLiteral("python3"),
        QStringList{QStringLiteral(LIAISON_SOURCE_DIR "/tests/flow/in_terminal.py"), QStringLiteral(LIAISONCTL)} +
            arguments,
        input.join(u'\n').toUtf8(), more);
}

void Home::write(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(file(name)).path());
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

QByteArray Home::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QStringList Home::filesWith(const QByteArray &bytes) const
{
    QStringList found;
    QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile in(it.next());
        if (in.open(QIODevice::ReadOnly) && in.readAll().contains(bytes))
            found << in.fileName();
    }
    return found;
}

} // namespace liaison::flow
