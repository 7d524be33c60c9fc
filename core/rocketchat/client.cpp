#include "core/rocketchat/clientsend.h"

#include "core/base/uithread.h"

#include <algorithm>

namespace liaison::rocketchat {

namespace {

bool hasControlCharacters(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 || u == 0x7F;
    });
}

/// At connection everything that is no answer of a Rocket.Chat says that this address is none: design 12.3.
Error atConnection(Error e)
{
    if (e.code == u"redirect") // the address is nearly right: its remedy is the one that helps
        return e;
    if (e.kind == ErrorKind::BadReply || e.code == code::methodMissing || e.kind == ErrorKind::NotFound ||
        (e.kind == ErrorKind::Rejected && e.serverCode.isEmpty())) {
        e.kind = ErrorKind::BadReply;
        e.code = code::notRocketChat;
    }
    return e;
}

/// Facts that may stay unread; these two mean that nothing more will be read.
bool endsConnection(const Error &e)
{
    return e.kind == ErrorKind::Cancelled || e.kind == ErrorKind::Unauthorized;
}

} // namespace

Client::Client(net::HttpTransport &transport, Options options)
    : m_transport(transport), m_options(std::move(options)), m_userId(m_options.user.toUtf8())
{
}

Credentials Client::credentials() const
{
    const std::lock_guard lock(m_mutex);
    return {m_userId, m_options.token};
}

chat::ServerVersion Client::version() const
{
    const std::lock_guard lock(m_mutex);
    return m_version;
}

void Client::setVersion(const chat::ServerVersion &version)
{
    const std::lock_guard lock(m_mutex);
    m_version = version;
}

chat::Abilities Client::abilities() const
{
    const MembersMethod method = m_membersMethod;
    const bool byRole =
        method == MembersMethod::ByRole || (method == MembersMethod::NotProbed && version().atLeast(7, 3));
    chat::Abilities a;
    a.addPerCall = largestInvite;
    a.membersWithRoles = byRole;
    a.membersOfArchived = byRole;
    a.administeredRead = true;
    a.remove = true;
    a.setModerator = true;
    a.archive = true;
    a.retention = true;
    return a; // createRoom, createAccount: never sent by this client
}

Result<net::HttpReply> Client::send(const Call &call, const net::CancelToken &cancel, bool withToken) const
{
    const Credentials who = credentials();
    if (hasControlCharacters(who.userId) || hasControlCharacters(who.token))
        return fail(makeError(ErrorKind::Input, code::badInput, call.name));
    net::HttpRequest request = toHttp(m_options.baseUrl, call, withToken ? &who : nullptr);
    request.priority = m_options.priority;

    QFuture<Result<net::HttpReply>> future = m_transport.send(std::move(request), cancel);
    notOnUiThread("waiting for a server");
    future.waitForFinished();
    if (future.resultCount() == 0)
        return fail(makeError(ErrorKind::Cancelled, {}, call.name));
    Result<net::HttpReply> reply = future.takeResult();
    if (!reply && reply.error().where.isEmpty())
        reply.error().where = call.name;
    return reply;
}

Result<void> Client::resolveUserId(const net::CancelToken &cancel)
{
    const auto owner = read(requests::loginResume(QString::fromUtf8(m_options.token)), cancel, parseLogin, false);
    if (!owner) {
        Error e = owner.error();
        switch (e.kind) {
        case ErrorKind::Unauthorized:
        case ErrorKind::Forbidden:
        case ErrorKind::NotFound:
        case ErrorKind::Rejected: // the wording of a dead token differs by version
            e.kind = ErrorKind::Unauthorized;
            e.code = code::wrongToken;
            return fail(e);
        default:
            return fail(atConnection(e));
        }
    }
    const bool ours =
        owner->userId == m_options.user || owner->username.compare(m_options.user, Qt::CaseInsensitive) == 0;
    if (!ours)
        return fail(makeError(ErrorKind::Unauthorized, code::tokenOfAnotherAccount, QStringLiteral("login")));
    const std::lock_guard lock(m_mutex);
    m_userId = owner->userId.toUtf8();
    return {};
}

Result<chat::Account> Client::signIn(const net::CancelToken &cancel, Instant &serverDate)
{
    const auto parse = [&serverDate](const net::HttpReply &reply) {
        serverDate = reply.serverDate;
        return parseMe(reply);
    };
    auto me = read(requests::me(), cancel, parse);
    if (!me && me.error().kind == ErrorKind::Unauthorized) {
        // The user may have been given as a login; the token knows its id (design section 8). Asked once.
        if (const auto resolved = resolveUserId(cancel); !resolved)
            return fail(resolved.error());
        me = read(requests::me(), cancel, parse);
    }
    if (!me)
        return fail(atConnection(me.error()));
    if (me->id != m_options.user && me->username.compare(m_options.user, Qt::CaseInsensitive) != 0)
        return fail(makeError(ErrorKind::Unauthorized, code::tokenOfAnotherAccount, QStringLiteral("me")));
    const std::lock_guard lock(m_mutex);
    m_userId = me->id.toUtf8();
    return me;
}

void Client::readSettings(chat::ServerFacts &facts, const net::CancelToken &cancel)
{
    const QStringList ids = requests::retentionSettingIds() + requests::signInSettingIds();
    const auto settings = readList<Setting>(
        cancel, [&](PageAsk page) { return requests::publicSettings(version(), ids, page); }, parseSettings);
    if (!settings) {
        facts.retention = fail(settings.error());
        return;
    }
    facts.retention = retentionSettings(settings->items);
    facts.signIn = signInServices(settings->items);
}

Result<chat::TokenFacts> Client::token(const net::CancelToken &cancel)
{
    const auto parse = [this](const net::HttpReply &reply) { return parseOwnToken(reply, m_options.token); };
    const auto personal = read(requests::ownTokens(), cancel, parse);
    if (!personal)
        return fail(personal.error());
    chat::TokenFacts facts;
    facts.kind = *personal ? chat::TokenFacts::Kind::Personal : chat::TokenFacts::Kind::Login;
    if (*personal) { // these do not end: contract section 1
        facts.name = (*personal)->name;
        facts.made = (*personal)->made;
        return facts;
    }
    const auto settings = readList<Setting>(
        cancel, [this](PageAsk page) { return requests::publicSettings(version(), requests::tokenSettingIds(), page); },
        parseSettings);
    for (const Setting &setting : settings ? settings->items : std::vector<Setting>()) {
        if (requests::tokenSettingIds().contains(setting.id) && setting.number)
            facts.loginDays = static_cast<int>(*setting.number);
    }
    return facts;
}

Result<chat::ServerFacts> Client::connect(const net::CancelToken &cancel)
{
    const auto info = read(requests::info(), cancel, parseInfo, false);
    if (!info)
        return fail(atConnection(info.error()));
    setVersion(*info);

    chat::ServerFacts facts;
    facts.version = *info;
    auto self = signIn(cancel, facts.serverDate);
    if (!self)
        return fail(self.error());
    facts.self = std::move(*self);

    facts.permissions = read(requests::permissions(), cancel, parsePermissions);
    if (!facts.permissions && endsConnection(facts.permissions.error()))
        return fail(facts.permissions.error());
    readSettings(facts, cancel);
    if (!facts.retention && endsConnection(facts.retention.error()))
        return fail(facts.retention.error());
    return facts;
}

} // namespace liaison::rocketchat
