#pragma once

#include "core/sandbox/clock.h"
#include "core/sandbox/faults.h"
#include "core/sandbox/front_log.h"
#include "core/sandbox/front_names.h"
#include "core/sandbox/front_socket.h"
#include "core/sandbox/world.h"

#include <QJsonObject>
#include <map>
#include <memory>

/// What stands between the sockets and the state machines: routes, faults, latency, request log, the world and its
/// clock.
namespace liaison::sandbox {

/// Messages and notifications that people saw since the start, or since the world was replaced: design 12.2.
struct Noise
{
    int messages = 0;
    int notifications = 0;
};

/// How the two state machines are made; given from outside, so that nothing here needs them. When the world is replaced
/// they live on where they can (`worldReplaced`): the chat always, then for World::chat.apiUser; the Moodle sites where
/// the new world has the same site ids. `chat.apiUser` is never empty for them.
struct ServerFactory
{
    /// `site` = index in World::moodle; the reference stays good as long as the machine lives.
    std::function<std::unique_ptr<Server>(World &world, std::size_t site, const QString &token, const QString &wwwroot)>
        moodle;
    std::function<std::unique_ptr<Server>(World &world, quint64 seed, const QString &userId, const QString &token)>
        chat;
    /// Every function a Moodle can offer: what `Options::without` is taken from where a site lists none.
    std::function<QStringList()> moodleFunctions;
    /// What a chat machine made by `chat` has counted; may be left out.
    std::function<Noise(const Server &chat)> noise;
};

struct FrontSetup
{
    World world;
    quint64 seed = 1; ///< of tokens, faults and the chat's changing presence
    int latencyMs = 0;
    std::vector<Fault> faults;
};

/// Lives in one thread with its sockets; everything is called there.
class Front : public QObject
{
    Q_OBJECT

public:
    Front(FrontSetup setup, ServerFactory factory);
    ~Front() override;

    /// Listens and makes the machines. False: the port is taken.
    /// `chatPort`: the chat also at the root of a port of its own; 0 = not.
    [[nodiscard]] bool start(quint16 port, quint16 chatPort = 0);
    [[nodiscard]] QString problem() const { return m_problem.isEmpty() ? m_http.problem() : m_problem; }
    /// The port that `problem` is about.
    [[nodiscard]] bool chatPortTaken() const { return !m_problem.isEmpty(); }

    /// {"moodle","moodles","rocketchat","control"}: design section 7.
    [[nodiscard]] QJsonObject ready() const;
    /// The present world, `now` included.
    [[nodiscard]] const World &world();
    [[nodiscard]] WwwRoots wwwRoots() const;
    /// Keeps tokens and URLs; clears faults and log. Requests that hang are cut.
    void replaceWorld(World world);

    void addFaults(const std::vector<Fault> &faults) { m_faults.add(faults); }
    /// Ends `revoke` too; requests that hang are handled now.
    void clearFaults();
    [[nodiscard]] RequestLog &log() { return m_log; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    /// nullopt where the factory has no `noise`.
    [[nodiscard]] std::optional<Noise> noise() const;

private:
    struct Served
    {
        QString prefix; ///< "/moodle", "/moodle-annexe", "/chat"
        QString server; ///< "moodle" or "rocketchat"
        QString token;
        std::unique_ptr<Server> machine;
    };
    struct Hanging
    {
        std::shared_ptr<Exchange> exchange;
        RequestLog::Ticket ticket;
        QString server, prefix;
    };

    void route(const std::shared_ptr<Exchange> &exchange);
    void serve(const std::shared_ptr<Exchange> &exchange, Served &served, const QString &prefix);
    void act(const Fault &fault, const std::shared_ptr<Exchange> &exchange, Served &served, const QString &prefix,
             RequestLog::Ticket ticket);
    void answer(const std::shared_ptr<Exchange> &exchange, const Reply &reply, RequestLog::Ticket ticket,
                Delivery delivery = Delivery::Whole, int delayMs = 0);
    [[nodiscard]] Request requestFor(const Exchange &exchange, const QString &prefix) const;
    [[nodiscard]] Served *servedAt(const QString &path);
    [[nodiscard]] Served *servedAs(const QString &server, const QString &prefix);
    void prepare(World &world);
    void makeMachines();
    void makeSites();
    [[nodiscard]] QString prefixOf(std::size_t site) const;
    [[nodiscard]] QString urlOf(const QString &prefix) const;
    [[nodiscard]] QString token(const QString &name, int length) const;

    World m_world;
    quint64 m_seed;
    int m_latencyMs;
    ServerFactory m_factory;
    Clock m_clock;
    Faults m_faults;
    RequestLog m_log;
    HttpServer m_http;
    std::unique_ptr<HttpServer> m_chatHttp;
    QString m_problem;
    QString m_controlPath;
    std::vector<Served> m_served; ///< the Moodle sites in the world's order, then the chat
    std::vector<Hanging> m_hanging;
};

} // namespace liaison::sandbox
