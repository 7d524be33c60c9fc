#include "core/sandbox/front.h"

#include "core/sandbox/control.h"
#include "core/sandbox/worldjson_check.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>
#include <algorithm>

namespace liaison::sandbox {
namespace {

constexpr qsizetype maxBody = 64 * 1024 * 1024;
constexpr qsizetype maxWorld = 2'000'000'000; ///< a world of millions of memberships comes through the control URL

/// One of its own, always the same: the user id printed at start stays right when the world is replaced.
constexpr QLatin1String apiUserId("liaisonApiAccount");
constexpr QLatin1String apiUserName("liaison.api");

bool isBelow(const QString &path, const QString &prefix)
{
    return path.startsWith(prefix) && (path.size() == prefix.size() || path[prefix.size()] == u'/');
}

void completeApiUser(Chat &chat)
{
    if (!chat.apiUser.isEmpty() || chat.fresh)
        return;
    for (const ChatUser &u : chat.users) {
        if (u.username.compare(apiUserName, Qt::CaseInsensitive) == 0 || u.id == apiUserId) {
            chat.apiUser = u.id;
            return;
        }
    }
    chat.apiUser = apiUserId;
    chat.users.push_back({apiUserId,
                          apiUserName,
                          QStringLiteral("Liaison API"),
                          QString(),
                          true,
                          {QStringLiteral("bot"), QStringLiteral("user")},
                          QStringLiteral("user")});
}

} // namespace

Front::Front(FrontSetup setup, ServerFactory factory)
    : m_world(std::move(setup.world))
    , m_seed(setup.seed)
    , m_latencyMs(setup.latencyMs)
    , m_factory(std::move(factory))
    , m_clock(m_world.now.isKnown() ? m_world.now : Instant{QDateTime::currentMSecsSinceEpoch()})
    , m_faults(setup.seed)
    , m_http([this](const std::shared_ptr<Exchange> &exchange) { route(exchange); },
             [this](const QString &path) { return isBelow(path, m_controlPath) ? maxWorld : maxBody; })
    , m_controlPath(u"/control-" + QString::number(QRandomGenerator::system()->generate64(), 16) +
                    QString::number(QRandomGenerator::system()->generate64(), 16))
{
    m_faults.add(setup.faults);
}

Front::~Front() = default;

bool Front::start(quint16 port, quint16 chatPort)
{
    if (!m_http.listen(port))
        return false;
    if (chatPort != 0) {
        m_chatHttp = std::make_unique<HttpServer>(
            [this](const std::shared_ptr<Exchange> &exchange) { serve(exchange, m_served.back(), QString()); },
            [](const QString &) { return maxBody; });
        if (!m_chatHttp->listen(chatPort)) {
            m_problem = m_chatHttp->problem();
            return false;
        }
    }
    prepare(m_world);
    makeMachines();
    return true;
}

/// What a served world cannot be without, whoever wrote it.
void Front::prepare(World &world)
{
    if (world.moodle.empty())
        world.moodle.emplace_back();
    complete(world);
    completeApiUser(world.chat);
    WwwRoots roots;
    for (std::size_t i = 0; i < world.moodle.size(); ++i)
        roots.insert(world.moodle[i].id, urlOf(i == 0 ? u"/moodle"_qs : QString(u"/moodle-" + world.moodle[i].id)));
    fillInRoomNames(world, roots);
}

void Front::makeMachines()
{
    const QString prefix = QStringLiteral("/chat");
    const QString secret = token(prefix, 43);
    m_served.push_back(
        {prefix, QStringLiteral("rocketchat"), secret, m_factory.chat(m_world, m_seed, m_world.chat.apiUser, secret)});
    m_served.back().machine->keepAnswers();
    makeSites();
}

void Front::makeSites()
{
    Served chat = std::move(m_served.back());
    m_served.clear();
    for (std::size_t i = 0; i < m_world.moodle.size(); ++i) {
        const QString prefix = prefixOf(i);
        const QString secret = token(prefix, 32);
        m_served.push_back(
            {prefix, QStringLiteral("moodle"), secret, m_factory.moodle(m_world, i, secret, urlOf(prefix))});
        m_served.back().machine->keepAnswers();
    }
    m_served.push_back(std::move(chat));
}

QString Front::prefixOf(std::size_t site) const
{
    return site == 0 ? QStringLiteral("/moodle") : QString(u"/moodle-" + m_world.moodle[site].id);
}

QString Front::urlOf(const QString &prefix) const
{
    return u"http://127.0.0.1:" + QString::number(m_http.port()) + prefix;
}

QString Front::token(const QString &name, int length) const
{
    const QByteArray key = QByteArray::number(m_seed) + name.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex()).left(length);
}

QJsonObject Front::ready() const
{
    QJsonArray sites;
    for (std::size_t i = 0; i < m_world.moodle.size(); ++i) {
        sites.append(QJsonObject{{QStringLiteral("id"), m_world.moodle[i].id},
                                 {QStringLiteral("url"), urlOf(m_served[i].prefix)},
                                 {QStringLiteral("token"), m_served[i].token}});
    }
    QJsonObject first = sites[0].toObject();
    first.remove(QStringLiteral("id"));
    const Served &chat = m_served.back();
    const bool nobody = m_world.chat.apiUser.isEmpty(); // a fresh server: somebody registers first
    const QString chatUrl =
        m_chatHttp ? QString(u"http://127.0.0.1:" + QString::number(m_chatHttp->port())) : urlOf(chat.prefix);
    return {{QStringLiteral("moodle"), first},
            {QStringLiteral("moodles"), sites},
            {QStringLiteral("rocketchat"),
             QJsonObject{{QStringLiteral("url"), chatUrl},
                         {QStringLiteral("userId"), nobody ? QJsonValue() : QJsonValue(m_world.chat.apiUser)},
                         {QStringLiteral("token"), nobody ? QJsonValue() : QJsonValue(chat.token)}}},
            {QStringLiteral("control"), urlOf(m_controlPath)}};
}

const World &Front::world()
{
    m_world.now = m_clock.now();
    for (const Served &s : m_served)
        s.machine->settle(m_world.now);
    return m_world;
}

WwwRoots Front::wwwRoots() const
{
    WwwRoots roots;
    for (std::size_t i = 0; i < m_world.moodle.size(); ++i)
        roots.insert(m_world.moodle[i].id, urlOf(prefixOf(i)));
    return roots;
}

void Front::replaceWorld(World world)
{
    for (const Hanging &h : m_hanging)
        h.exchange->answer({}, m_clock.now(),
                           Delivery::Reset); // a request of the old world must not change the new one
    m_hanging.clear();
    clearFaults();
    m_log.clear();

    prepare(world);
    const auto sites = [](const World &w) {
        QStringList ids;
        for (const Moodle &m : w.moodle)
            ids.append(m.id);
        return ids;
    };
    const bool sameSites = sites(world) == sites(m_world);
    if (world.now.isKnown())
        m_clock.set(world.now);
    m_world = std::move(world);
    for (const Served &s : m_served) {
        if (sameSites || s.server == u"rocketchat")
            s.machine->worldReplaced();
    }
    if (!sameSites)
        makeSites();
}

void Front::clearFaults()
{
    m_faults.clear();
    for (const Served &s : m_served)
        s.machine->setRevoked(false);
    for (const Hanging &h : std::exchange(m_hanging, {})) {
        if (Served *const served = servedAs(h.server, h.prefix); served && h.exchange->isOpen())
            answer(h.exchange, served->machine->handle(requestFor(*h.exchange, h.prefix)), h.ticket);
    }
}

std::optional<Noise> Front::noise() const
{
    if (!m_factory.noise)
        return std::nullopt;
    m_served.back().machine->settle(m_clock.now()); // what Moodle did to rooms was told in them, too
    return m_factory.noise(*m_served.back().machine);
}

Front::Served *Front::servedAt(const QString &path)
{
    const auto it =
        std::find_if(m_served.begin(), m_served.end(), [&](const Served &s) { return isBelow(path, s.prefix); });
    return it == m_served.end() ? nullptr : &*it;
}

void Front::route(const std::shared_ptr<Exchange> &exchange)
{
    const QString &path = exchange->request().path;
    if (isBelow(path, m_controlPath))
        exchange->answer(controlReply(*this, exchange->request(), path.mid(m_controlPath.size())), m_clock.now());
    else if (Served *const served = servedAt(path))
        serve(exchange, *served, served->prefix);
    else
        exchange->answer(webPage(404), m_clock.now());
}

/// The server of a request that waited: by its prefix, the chat on a port of its own has none.
Front::Served *Front::servedAs(const QString &server, const QString &prefix)
{
    const auto it = std::find_if(m_served.begin(), m_served.end(), [&](const Served &s) {
        return s.server == server && (prefix.isEmpty() || s.prefix == prefix);
    });
    return it == m_served.end() ? nullptr : &*it;
}

Request Front::requestFor(const Exchange &exchange, const QString &prefix) const
{
    const HttpRequest &http = exchange.request();
    // The target begins with the prefix, as it was written: it only has to tell requests apart.
    return {http.method, http.path.mid(prefix.size()), http.query, http.headers, http.body, http.client, m_clock.now(),
            http.target};
}

void Front::serve(const std::shared_ptr<Exchange> &exchange, Served &served, const QString &prefix)
{
    const Request request = requestFor(*exchange, prefix);
    const RequestFacts facts = served.machine->facts(request);
    const RequestLog::Ticket ticket =
        m_log.add({0, request.now, served.server, facts.site, QString::fromLatin1(request.method), request.path,
                   facts.function, 0, facts.write});
    if (const auto fault = m_faults.decide({served.server, served.prefix + request.path, facts}))
        act(*fault, exchange, served, prefix, ticket);
    else
        answer(exchange, served.machine->handle(request), ticket);
}

void Front::act(const Fault &fault, const std::shared_ptr<Exchange> &exchange, Served &served, const QString &prefix,
                RequestLog::Ticket ticket)
{
    Server &machine = *served.machine;
    const Request request = requestFor(*exchange, prefix);
    switch (fault.act) {
    case FaultAction::Status: {
        Reply reply = webPage(fault.status);
        if (fault.seconds)
            reply.headers.append({"Retry-After", QByteArray::number(*fault.seconds)});
        return answer(exchange, reply, ticket);
    }
    case FaultAction::Delay:
        return answer(exchange, machine.handle(request), ticket, Delivery::Whole, fault.ms);
    case FaultAction::Hang:
        m_hanging.push_back({exchange, ticket, served.server, prefix});
        return;
    case FaultAction::Truncate:
        return answer(exchange, machine.handle(request), ticket, Delivery::Truncated);
    case FaultAction::Html:
        return answer(exchange, webPage(200), ticket);
    case FaultAction::Empty:
        return answer(exchange, machine.emptyOf(request), ticket);
    case FaultAction::RateLimit:
        return answer(exchange, machine.rateLimited(request, fault.seconds.value_or(5)), ticket);
    case FaultAction::Revoke:
        machine.setRevoked(true);
        return answer(exchange, machine.handle(request), ticket);
    case FaultAction::Reset:
        return answer(exchange, {}, ticket, Delivery::Reset);
    case FaultAction::ResetAfter:
        machine.handle(request);
        return answer(exchange, {}, ticket, Delivery::Reset);
    }
}

void Front::answer(const std::shared_ptr<Exchange> &exchange, const Reply &reply, RequestLog::Ticket ticket,
                   Delivery delivery, int delayMs)
{
    m_log.setStatus(ticket, delivery == Delivery::Reset ? 0 : reply.status);
    exchange->answer(reply, m_clock.now(), delivery, delayMs + m_latencyMs);
}

} // namespace liaison::sandbox
