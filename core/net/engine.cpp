#include "core/net/engine.h"

#include "core/net/origin.h"
#include "core/net/wireerror.h"

#include <QDateTime>
#include <utility>

namespace liaison::net {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

namespace {

/// A 503 that tells a longer time is a maintenance page (Moodle says 300): whoever asked has to know now.
constexpr std::chrono::seconds longestOutage{10};

Instant wallClock()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

Error cancelled(const Job &job)
{
    return {.kind = ErrorKind::Cancelled, .code = {}, .where = job.request.name, .serverCode = {}, .detail = {}};
}

} // namespace

HttpClient::Engine::Engine()
{
    m_thread.setObjectName(QStringLiteral("liaison-net"));
    m_opening.setSingleShot(true);
    m_opening.setTimerType(Qt::PreciseTimer); // a coarse one may be early, and would find the gate shut
    connect(&m_opening, &QTimer::timeout, this, [this] {
        for (auto &[origin, server] : m_servers)
            pump(server);
        updateTimers();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        reportWaits();
        updateTimers();
    });
    moveToThread(&m_thread); // with both timers
    m_thread.start();
}

HttpClient::Engine::~Engine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    QMetaObject::invokeMethod(this, &Engine::finishAll, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void HttpClient::Engine::addServer(const QString &origin, ServerOptions options)
{
    post(NewServer{origin, std::move(options)});
}

bool HttpClient::Engine::knows(const QString &origin) const
{
    const std::lock_guard lock(m_mutex);
    return m_known.contains(origin);
}

QFuture<Result<HttpReply>> HttpClient::Engine::submit(HttpRequest request, QString origin, CancelToken cancel)
{
    auto job = std::make_unique<Job>();
    job->request = std::move(request);
    job->origin = std::move(origin);
    job->cancel = std::move(cancel);
    job->promise.start();
    auto future = job->promise.future();
    post(std::move(job));
    return future;
}

void HttpClient::Engine::setObserver(std::function<void(const RequestRecord &)> observer)
{
    const std::lock_guard lock(m_mutex);
    m_observer =
        observer ? std::make_shared<const std::function<void(const RequestRecord &)>>(std::move(observer)) : nullptr;
}

void HttpClient::Engine::setWaitObserver(std::function<void(const QString &, int)> observer)
{
    const std::lock_guard lock(m_mutex);
    m_waitObserver =
        observer ? std::make_shared<const std::function<void(const QString &, int)>>(std::move(observer)) : nullptr;
}

void HttpClient::Engine::post(Message message)
{
    {
        const std::lock_guard lock(m_mutex);
        if (auto *job = std::get_if<JobPtr>(&message))
            (*job)->id = ++m_lastId;
        else if (const auto *added = std::get_if<NewServer>(&message))
            m_known.insert(added->origin); // under the same lock: a job of this origin cannot overtake it
        if (!m_closed) {
            m_inbox.push_back(std::move(message));
            if (m_inbox.size() == 1) // else somebody has rung already
                QMetaObject::invokeMethod(this, &Engine::readInbox, Qt::QueuedConnection);
            return;
        }
    }
    // Sent from a continuation of something that the destructor ended.
    if (auto *job = std::get_if<JobPtr>(&message)) {
        (*job)->promise.addResult(fail(cancelled(**job)));
        (*job)->promise.finish();
    }
}

void HttpClient::Engine::readInbox()
{
    std::vector<Message> messages;
    {
        const std::lock_guard lock(m_mutex);
        messages.swap(m_inbox);
    }
    std::set<QString> touched;
    for (Message &message : messages) {
        if (auto *added = std::get_if<NewServer>(&message)) {
            if (const auto it = m_servers.find(added->origin); it != m_servers.end())
                it->second.reconfigure(std::move(added->options));
            else
                m_servers.try_emplace(added->origin, added->origin, std::move(added->options));
            touched.insert(added->origin);
        } else if (auto *job = std::get_if<JobPtr>(&message)) {
            touched.insert((*job)->origin);
            accept(std::move(*job));
        } else {
            cancelJob(std::get<Cancel>(message).id);
        }
    }
    for (const QString &origin : touched) {
        if (const auto it = m_servers.find(origin); it != m_servers.end())
            pump(it->second);
    }
    updateTimers();
}

void HttpClient::Engine::accept(JobPtr owned)
{
    Job *job = owned.get();
    m_jobs.emplace(job->id, std::move(owned));
    const auto server = m_servers.find(job->origin);
    Q_ASSERT(server != m_servers.end()); // see post()
    if (job->cancel.isCancelled())
        return finish(job, fail(cancelled(*job)));
    server->second.routeOf(job->request).waiting[static_cast<std::size_t>(job->request.priority)].emplace(job->id, job);
    job->onCancel.emplace(job->cancel.stopToken(), [this, id = job->id] { post(Cancel{id}); });
}

void HttpClient::Engine::cancelJob(quint64 id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return;
    Job *job = it->second.get();
    Server &server = m_servers.at(job->origin);
    if (job->exchange && job->request.write)
        return; // what was sent will be done: its answer is waited for, so that somebody knows
    if (job->exchange) {
        const auto result = Result<HttpReply>(fail(cancelled(*job)));
        record(*job, result);
        job->exchange->abort();
        leaveWire(*job);
    } else {
        server.routeOf(job->request).waiting[static_cast<std::size_t>(job->request.priority)].erase(id);
    }
    finish(job, fail(cancelled(*job)));
    pump(server);
}

void HttpClient::Engine::pump(Server &server)
{
    while (Job *job = server.takeNext(Clock::now()))
        start(server, job);
}

void HttpClient::Engine::start(Server &server, Job *job)
{
    if (job->cancel.isCancelled()) // its message is on the way
        return finish(job, fail(cancelled(*job)));
    if (const auto &error = server.configurationError())
        return finish(job, fail(*error));
    job->lane = server.takeLane(Clock::now());
    job->ticket = server.routeOf(job->request).gate.started();
    job->request.timeout = server.options().timeout.value_or(job->request.timeout);
    job->exchange = std::make_unique<Exchange>(*job->lane->manager, server.tls(), job->request,
                                               [this, job](Result<HttpReply> r) { answered(job, std::move(r)); });
    ++job->attempts;
    job->exchange->start();
}

void HttpClient::Engine::answered(Job *job, Result<HttpReply> result)
{
    Server &server = m_servers.at(job->origin);
    Route &route = server.routeOf(job->request);
    record(*job, result);
    leaveWire(*job);
    const bool again = sendAgain(*job, route, result);
    if (again)
        route.waiting[static_cast<std::size_t>(job->request.priority)].emplace(job->id, job);
    else
        finish(job, std::move(result));
    pump(server);
    updateTimers();
}

/// Whether this answer is not the caller's, and the request goes back to its place in the queue.
bool HttpClient::Engine::sendAgain(Job &job, Route &route, const Result<HttpReply> &result)
{
    const auto once = [&job] { return !job.request.write && !std::exchange(job.repeated, true); };
    if (!result) {
        const ErrorKind kind = result.error().kind;
        return (kind == ErrorKind::Network || kind == ErrorKind::Timeout) && once();
    }
    const auto now = Clock::now();
    if (result->status == 429 || (result->status == 503 && !job.request.write)) {
        const auto &ask = m_servers.at(job.origin).options().retryAfter;
        const auto told = ask ? ask(*result) : retryAfterHeader(*result, wallClock());
        const bool worthIt = result->status == 429 || (told && *told <= longestOutage);
        if (told && worthIt && job.waits < HttpClient::maxWaits) {
            ++job.waits;
            route.gate.hold(now, *told);
            return true;
        }
        if (told)
            return false;
    }
    route.gate.learn(job.ticket, *result, now, wallClock());
    return result->status >= 500 && once();
}

void HttpClient::Engine::leaveWire(Job &job)
{
    Server &server = m_servers.at(job.origin);
    job.exchange.release()->deleteLater(); // it is calling us
    server.releaseLane(std::exchange(job.lane, nullptr), Clock::now());
    server.routeOf(job.request).gate.ended();
}

void HttpClient::Engine::record(const Job &job, const Result<HttpReply> &result) const
{
    std::shared_ptr<const std::function<void(const RequestRecord &)>> observer;
    {
        const std::lock_guard lock(m_mutex);
        observer = m_observer;
    }
    if (!observer)
        return;
    RequestRecord r;
    r.at = wallClock();
    r.origin = job.origin;
    r.name = job.request.name;
    r.method = job.request.method;
    r.path = maskedPath(job.request.url);
    r.write = job.request.write;
    r.attempt = job.attempts;
    r.milliseconds = job.exchange->elapsedMs();
    if (result) {
        r.status = result->status;
        r.bytes = result->body.size();
        r.limit = rateLimitOf(*result, r.at);
    } else {
        r.status = result.error().httpStatus;
        r.error = errorWord(result.error());
    }
    (*observer)(r);
}

void HttpClient::Engine::finish(Job *job, Result<HttpReply> result)
{
    // Out of the books first: continuations run in here and may send again.
    const auto it = m_jobs.find(job->id);
    const JobPtr owned = std::move(it->second);
    m_jobs.erase(it);
    owned->onCancel.reset();
    owned->promise.addResult(std::move(result));
    owned->promise.finish();
}

void HttpClient::Engine::finishAll()
{
    readInbox(); // those that nobody has looked at yet
    while (!m_jobs.empty()) {
        Job *job = m_jobs.begin()->second.get();
        if (job->exchange)
            job->exchange->abort();
        job->exchange.reset();
        finish(job, fail(cancelled(*job)));
    }
    m_opening.stop();
    m_second.stop();
    m_servers.clear(); // the access managers belong to this thread
}

void HttpClient::Engine::updateTimers()
{
    const auto now = Clock::now();
    std::optional<RouteGate::Time> next;
    bool report = false;
    for (const auto &[origin, server] : m_servers) {
        const auto opening = server.nextOpening(now);
        if (opening && (!next || *opening < *next))
            next = opening;
        report = report || server.longestWait(now).has_value() != m_waiting.contains(origin);
    }
    if (next)
        m_opening.start(std::chrono::ceil<milliseconds>(*next - now));
    else
        m_opening.stop();
    if (report)
        reportWaits();
    if (m_waiting.empty())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

/// Called when a wait starts or ends and each second in between; 0 seconds = it is over.
void HttpClient::Engine::reportWaits()
{
    std::shared_ptr<const std::function<void(const QString &, int)>> observer;
    {
        const std::lock_guard lock(m_mutex);
        observer = m_waitObserver;
    }
    const auto now = Clock::now();
    for (const auto &[origin, server] : m_servers) {
        const auto wait = server.longestWait(now);
        const bool told = m_waiting.contains(origin);
        if (!wait && !told)
            continue;
        if (wait)
            m_waiting.insert(origin);
        else
            m_waiting.erase(origin);
        if (observer)
            (*observer)(origin, wait ? static_cast<int>(std::chrono::ceil<std::chrono::seconds>(*wait).count()) : 0);
    }
}

} // namespace liaison::net
