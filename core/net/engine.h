#pragma once

#include "core/net/exchange.h"
#include "core/net/httpclient.h"
#include "core/net/server.h"

#include <QObject>
#include <QPromise>
#include <QThread>
#include <QTimer>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>
#include <variant>
#include <vector>

namespace liaison::net {

/// One request from send() to the end of its future; it may take several attempts.
struct Job
{
    quint64 id = 0; ///< also the order of arrival
    HttpRequest request;
    QString origin;
    CancelToken cancel;
    QPromise<Result<HttpReply>> promise;
    std::optional<std::stop_callback<std::function<void()>>> onCancel;
    int attempts = 0;      ///< times it left
    int waits = 0;         ///< times it was sent again after 429 or 503
    bool repeated = false; ///< it was sent once more after no answer or a 5xx
    // While in flight:
    std::unique_ptr<Exchange> exchange;
    Lane *lane = nullptr;
    RouteGate::Ticket ticket = 0;
};

/// Decides what is sent when, and what becomes of an answer. Everything but the public functions runs on its own
/// thread.
class HttpClient::Engine final : public QObject
{
    Q_OBJECT

public:
    Engine();
    ~Engine() override;

    // Any thread:
    void addServer(const QString &origin, ServerOptions options);
    [[nodiscard]] bool knows(const QString &origin) const;
    [[nodiscard]] QFuture<Result<HttpReply>> submit(HttpRequest request, QString origin, CancelToken cancel);
    void setObserver(std::function<void(const RequestRecord &)> observer);
    void setWaitObserver(std::function<void(const QString &, int)> observer);

private:
    using JobPtr = std::unique_ptr<Job>;
    struct NewServer
    {
        QString origin;
        ServerOptions options;
    };
    struct Cancel
    {
        quint64 id;
    };
    using Message = std::variant<NewServer, JobPtr, Cancel>;

    void post(Message message);
    void readInbox();
    void accept(JobPtr job);
    void cancelJob(quint64 id);
    void pump(Server &server);
    void start(Server &server, Job *job);
    void answered(Job *job, Result<HttpReply> result);
    [[nodiscard]] bool sendAgain(Job &job, Route &route, const Result<HttpReply> &result);
    void leaveWire(Job &job);
    void record(const Job &job, const Result<HttpReply> &result) const;
    void finish(Job *job, Result<HttpReply> result);
    void finishAll();
    void updateTimers();
    void reportWaits();

    mutable std::mutex m_mutex; ///< guards the six below
    bool m_closed = false;
    quint64 m_lastId = 0;
    std::vector<Message> m_inbox;
    std::set<QString> m_known;
    std::shared_ptr<const std::function<void(const RequestRecord &)>> m_observer;
    std::shared_ptr<const std::function<void(const QString &, int)>> m_waitObserver;

    QThread m_thread;
    std::map<QString, Server> m_servers;
    std::unordered_map<quint64, JobPtr> m_jobs;
    std::set<QString> m_waiting; ///< origins whose wait was reported
    QTimer m_opening{this};
    QTimer m_second{this};
};

} // namespace liaison::net
