#include "core/sandbox/chat.h"

#include "core/sandbox/chatids.h"
#include "core/sandbox/chatroutes.h"
#include "core/sandbox/chatstrict.h"

#include <QJsonArray>
#include <algorithm>

namespace liaison::sandbox {

using namespace chat;

const QString SandboxRocketChat::sandboxPassword = QStringLiteral("sandbox");
const QString SandboxRocketChat::emailCode = QStringLiteral("123456");

namespace {

/// Late 8.x gives this call a limit of its own: contract section 7.
bool hasOwnLimit(const State &s, const QString &route)
{
    return route == u"chat.sendMessage" && s.version.atLeast(8, 8);
}

int callsPerWindow(const State &s, const QString &route = {})
{
    if (hasOwnLimit(s, route))
        return 5;
    return settingNumber(s.chat(), QStringLiteral("API_Enable_Rate_Limiter_Limit_Calls_Default"), 10);
}

int windowMs(const State &s, const QString &route)
{
    if (hasOwnLimit(s, route))
        return 1000;
    return settingNumber(s.chat(), QStringLiteral("API_Enable_Rate_Limiter_Limit_Time_Default"), 60000);
}

/// Rooms a request names: by id, whether they exist or not, or by a name that exists.
QStringList roomsNamed(const State &s, const Call &call)
{
    QStringList rooms;
    for (const char *key : {"roomId", "rid"}) {
        const QString id = call.text(QLatin1String(key));
        if (!id.isEmpty() && !rooms.contains(id))
            rooms.append(id);
    }
    QString name = call.text(QStringLiteral("roomName"));
    if (name.isEmpty() && call.route == u"chat.postMessage")
        name = call.text(QStringLiteral("channel"));
    if (name.startsWith(u'#'))
        name.remove(0, 1);
    if (const Room *r = name.isEmpty() ? nullptr : s.index.roomByName(name); r && !rooms.contains(r->id))
        rooms.append(r->id);
    return rooms;
}

/// Such calls leave accounts, rights and settings as they are.
bool isAboutRooms(const QString &route)
{
    return route.startsWith(u"groups.") || route.startsWith(u"rooms.") || route.startsWith(u"chat.") ||
           route.startsWith(u"hooks/");
}

} // namespace

QString defaultApiUserId()
{
    return makeId(0, QStringLiteral("liaison.api"));
}

QString ensureApiUser(World &world)
{
    Chat &chat = world.chat;
    const auto username = QStringLiteral("liaison.api");
    const auto found = std::find_if(chat.users.begin(), chat.users.end(), [&](const ChatUser &u) {
        return chat.apiUser.isEmpty() ? u.username.compare(username, Qt::CaseInsensitive) == 0 : u.id == chat.apiUser;
    });
    if (found != chat.users.end())
        return found->id;
    ChatUser user;
    user.id = chat.apiUser.isEmpty() ? defaultApiUserId() : chat.apiUser;
    const bool taken = std::any_of(chat.users.begin(), chat.users.end(), [&username](const ChatUser &u) {
        return u.username.compare(username, Qt::CaseInsensitive) == 0;
    });
    user.username = taken ? user.id : username;
    user.name = QStringLiteral("Liaison");
    user.email = QStringLiteral("%1@chat.example.org").arg(user.username);
    user.roles = {QStringLiteral("bot"), QStringLiteral("user")};
    chat.users.push_back(user);
    return user.id;
}

struct SandboxRocketChat::Parsed
{
    QByteArray target;
    QString path;
    std::optional<Call> call;
};

SandboxRocketChat::SandboxRocketChat(World &world, quint64 seed, QByteArray token)
    : m_state(std::make_unique<State>(world, seed, std::move(token))), m_parsed(std::make_unique<Parsed>())
{
}

SandboxRocketChat::~SandboxRocketChat() = default;

/// mod_rocketchat archives and opens rooms by a call like any other: it is told in the room.
void SandboxRocketChat::settle(Instant)
{
    State &s = *m_state;
    if (s.world.follows.empty())
        return;
    ++s.world.chatChanges;
    s.index.setWriting(true);
    for (const World::Follow &follow : std::exchange(s.world.follows, {})) {
        Room *const room = s.index.room(follow.room);
        if (!room)
            continue;
        s.touch(*room, follow.at);
        s.messages.system(*room, follow.archived ? QStringLiteral("room-archived") : QStringLiteral("room-unarchived"),
                          {}, room->creator, follow.at);
        ++s.posted;
    }
    s.index.setWriting(false);
}

Reply SandboxRocketChat::handle(const Request &request)
{
    settle(request.now);
    State &s = *m_state;
    const QByteArray key = keyOf(request);
    if (const auto *kept = m_kept.find(key, stamp()); kept && kept->answer) {
        const QString caller = s.signedIn(request.header("x-user-id"), request.header("x-auth-token"), request.now);
        if (!caller.isEmpty()) {
            Reply reply = *kept->answer;
            if (auto refused = limited(caller, kept->route, request, reply.headers))
                return *refused;
            return reply;
        }
    }
    std::optional<Call> call = callOf(request);
    if (!call)
        return webClient();
    if (!call->get) {
        ++s.world.chatChanges;
        if (!isAboutRooms(call->route))
            ++s.accountChanges;
    }
    const Found found = findRoute(*call, s.version);
    if (!found.route)
        return found.known ? wrongMethod(s.version) : unknownEndpoint(s.version);
    const Route &route = *found.route;

    call->caller = s.signedIn(request.header("x-user-id"), request.header("x-auth-token"), request.now);
    call->token = request.header("x-auth-token");
    if (call->caller.isEmpty() && !route.anonymous)
        return notLoggedIn(s.version);

    QList<QPair<QByteArray, QByteArray>> limitHeaders;
    if (auto refused = limited(call->caller, call->route, request, limitHeaders))
        return *refused;

    Answer answer;
    if (!call->readable)
        answer = refusePlain(QStringLiteral("Invalid body"));
    else if (const auto refused = refusedParameters(route, *call, s.version))
        answer = *refused;
    else if (const auto proved = route.twoFactor ? secondFactor(s, *call) : Expected<bool>(true); !proved)
        answer = Refusal(proved.error());
    else {
        s.index.setWriting(!call->get);
        answer = route.handler(s, *call);
        s.index.setWriting(false);
    }
    const bool kept = answer && route.steady;
    Reply reply = render(std::move(answer), s.version);
    if (kept && !s.chat().presenceChanging)
        m_kept.keepAnswer(key, stamp(), call->route, reply);
    reply.headers.append(limitHeaders);
    return reply;
}

/// Taken apart once for what the front wants to know and for the answer.
std::optional<Call> SandboxRocketChat::callOf(const Request &request) const
{
    if (request.method != "GET" || request.target.isEmpty())
        return parseCall(request);
    if (request.target != m_parsed->target || request.path != m_parsed->path)
        *m_parsed = {request.target, request.path, parseCall(request)};
    std::optional<Call> call = m_parsed->call;
    if (call)
        takeHeaders(*call, request);
    return call;
}

/// By who says to ask; whether it is so is looked at every time.
QByteArray SandboxRocketChat::keyOf(const Request &request) const
{
    if (request.method != "GET")
        return {};
    return m_kept.keyOf(request, request.header("x-user-id") + ' ' + request.header("x-auth-token"));
}

KeptAnswers::Stamp SandboxRocketChat::stamp() const
{
    return {m_state->world.chatChanges, m_state->world.moodleChanges, 0};
}

/// 429, or what the headers of the answer say of the limiter.
std::optional<Reply> SandboxRocketChat::limited(const QString &caller, const QString &route, const Request &request,
                                                QList<QPair<QByteArray, QByteArray>> &headers)
{
    State &s = *m_state;
    if (route == u"info" || !settingOn(s.chat(), QStringLiteral("API_Enable_Rate_Limiter")))
        return std::nullopt;
    Call asking;
    asking.caller = caller;
    if (!caller.isEmpty() && s.may(asking, QStringLiteral("api-bypass-rate-limit")))
        return std::nullopt;
    const QString key = request.client + u' ' + route + u' ' + QString::fromLatin1(request.method);
    const Limiter::Verdict v = s.limiter.count(key, request.now, callsPerWindow(s, route), windowMs(s, route));
    if (!v.allowed)
        return tooManyRequests(v.seconds, callsPerWindow(s, route), v.reset);
    headers.append({"X-RateLimit-Limit", QByteArray::number(callsPerWindow(s, route))});
    headers.append({"X-RateLimit-Remaining", QByteArray::number(v.remaining)});
    headers.append({"X-RateLimit-Reset", QByteArray::number(static_cast<qlonglong>(v.reset.ms))});
    return std::nullopt;
}

RequestFacts SandboxRocketChat::facts(const Request &request) const
{
    const QByteArray key = keyOf(request);
    if (const auto *kept = m_kept.find(key, stamp()))
        return kept->facts;
    const RequestFacts facts = factsOf(request);
    m_kept.keepFacts(key, stamp(), facts);
    return facts;
}

RequestFacts SandboxRocketChat::factsOf(const Request &request) const
{
    const State &s = *m_state;
    RequestFacts facts;
    const std::optional<Call> call = callOf(request);
    if (!call) {
        facts.function = request.path.section(u'/', -1);
        return facts;
    }
    facts.function = call->route == u"settings/:_id"      ? QString(QStringLiteral("settings/") + call->argument)
                     : call->route == u"hooks/:id/:token" ? QStringLiteral("hooks")
                                                          : call->route;
    const Route *route = routeNamed(*call);
    facts.write = !call->get && !(route && route->tokens);
    facts.rooms = roomsNamed(s, *call);
    if (facts.rooms.isEmpty())
        return facts;
    facts.courses = coursesOf(facts.rooms);
    return facts;
}

/// Looked up, not looked for: a world has 20,000 courses, and every request about a room asks.
std::vector<qint64> SandboxRocketChat::coursesOf(const QStringList &rooms) const
{
    const World &world = m_state->world;
    if (m_linked.isEmpty() || m_linkedAt != world.moodleChanges) {
        m_linked.clear();
        m_linkedAt = world.moodleChanges;
        for (const Moodle &moodle : world.moodle) {
            for (const Course &course : moodle.courses) {
                for (const Activity &activity : course.activities) {
                    if (activity.room)
                        m_linked[*activity.room].push_back(course.id);
                }
            }
        }
    }
    std::vector<qint64> courses;
    for (const QString &room : rooms) {
        for (const qint64 course : m_linked.value(room)) {
            if (std::find(courses.begin(), courses.end(), course) == courses.end())
                courses.push_back(course);
        }
    }
    return courses;
}

Reply SandboxRocketChat::emptyOf(const Request &request) const
{
    const std::optional<Call> call = parseCall(request);
    const Route *route = call ? routeNamed(*call) : nullptr;
    QJsonObject body{{QStringLiteral("success"), true}};
    if (route && !route->list.isEmpty())
        body.insert(route->list, QJsonArray());
    if (route && route->paged) {
        for (const char *key : {"count", "offset", "total"})
            body.insert(QLatin1String(key), 0);
    }
    if (route && route->path == u"permissions.listAll")
        body.insert(QStringLiteral("remove"), QJsonArray());
    return json(200, body);
}

Reply SandboxRocketChat::rateLimited(const Request &request, int seconds)
{
    return tooManyRequests(seconds, callsPerWindow(*m_state), {request.now.ms + seconds * std::int64_t{1000}});
}

void SandboxRocketChat::setRevoked(bool revoked)
{
    m_state->revoked = revoked;
}

void SandboxRocketChat::worldReplaced()
{
    m_state->load();
    m_kept.forget();
    m_linked.clear();
}

void SandboxRocketChat::keepAnswers()
{
    m_kept.allow();
    m_state->ownWorld = true;
    m_state->accountTexts.write(*m_state);
    m_state->roomTexts.write(*m_state);
}

QString SandboxRocketChat::apiUserId() const
{
    return m_state->apiUser;
}

int SandboxRocketChat::messagesPosted() const
{
    return m_state->posted;
}

int SandboxRocketChat::notificationsSent() const
{
    return m_state->notified;
}

} // namespace liaison::sandbox
