#pragma once

#include "core/sandbox/sandbox.h"
#include "tests/flow/campus.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <memory>
#include <optional>

/// The real `liaisonctl`, as a process, against a sandbox on real sockets.
namespace liaison::flow {

struct Ran
{
    int exit = -1;
    QByteArray out, err;
    QJsonObject json; ///< of `out`, where it is a document
};

using Env = QMap<QString, QString>;

class Flow
{
public:
    /// `factory`: servers that are not the usual ones, for instance with a recorder in front.
    explicit Flow(const Campus &campus, sandbox::Sandbox::Options options = {},
                  std::optional<sandbox::ServerFactory> factory = {});

    sandbox::Sandbox &sandbox() { return *m_sandbox; }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Where the servers are and the tokens; tests change it. An empty value takes the variable away.
    Env env;
    /// Put before the program: {"bash", "-c", "... exec \"$@\"", "bash"}.
    QStringList under;

    /// Merged into the configuration written next: with it `--config` is used. Sites, URLs and user are filled in.
    void configure(const QJsonObject &settings);
    void configure(const char *json);

    Ran run(const QStringList &arguments, const Env &more = {});
    /// The same in two parts, for what happens to a program that runs.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const Env &more = {});
    static Ran finish(QProcess &process);
    /// `--json plan --all` and its classes (empty: the default ones), kept in `file`.
    Ran plan(const QString &classes = {}, const QString &name = QStringLiteral("plan.json"));
    /// `--json apply`.
    Ran apply(const QStringList &more = {}, const QString &name = QStringLiteral("plan.json"));

    /// The servers are switched off.
    void stop() { m_sandbox.reset(); }

    /// Requests that change something, since the log was cleared.
    int writes();
    int writes(const QString &function);
    [[nodiscard]] QMap<QString, QString> now() { return picture(m_sandbox->world()); }

    void write(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name) const;

    /// A fault by name: {"server","match","do",...} as `control/faults` takes it.
    void fault(const char *json);

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QTemporaryDir m_folder;
    QString m_config;
};

inline const QString every = QStringLiteral("add,promote,demote,remove,settings,create");

/// `before` as it has to be after these steps of a plan and no others.
QMap<QString, QString> carriedOut(const sandbox::World &before, const QJsonArray &steps);

/// {"add":2,...} of the steps, in the order of names: "add 2 promote 1".
QString kinds(const QJsonArray &steps);
/// "kind login" of each, sorted and joined by "; ".
QString who(const QJsonArray &entries);
/// "cmid reason detail?" of each unknown.
QString unknowns(const Ran &plan);
/// All that was printed, for the message of a failing check.
QByteArray said(const Ran &ran);
/// Outcomes with details by step id.
QMap<QString, QString> outcomes(const Ran &apply);

/// A whole repair, seen from outside: plan without a write, apply exactly that and post exactly what was announced, and
/// plan again: `left` steps remain (kinds; empty = nothing). Gives what went wrong; empty = all as it should be.
QString repair(Flow &flow, const QString &classes, const QString &expectedKinds, const QString &left = {});

} // namespace liaison::flow
