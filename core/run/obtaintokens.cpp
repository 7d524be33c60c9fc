#include "core/run/obtaintokens.h"

#include "core/moodle/signin.h"
#include "core/rocketchat/answer.h"
#include "core/rocketchat/signin.h"
#include "core/run/oneserver.h"

#include <QUrl>

namespace liaison {
namespace {

bool needsCode(const Error &error)
{
    return error.code == u"two-factor" || error.code == u"wrong-code";
}

} // namespace

Result<QString> obtainMoodleToken(const QString &url, const QString &login, const QString &password,
                                  const QString &service, const ConnectionRoute &route, const net::CancelToken &cancel)
{
    const auto http = clientFor(url, route);
    const auto reply = sendAndWait(*http, moodle::signInRequest(QUrl(url), login, password, service), cancel);
    if (!reply)
        return fail(reply.error());
    return moodle::parseSignIn(*reply);
}

QString chatTokenName(const QString &workstation)
{
    QString name = QStringLiteral("liaison-");
    for (const QChar c : workstation.section(u'.', 0, 0).left(40)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
        name += plain ? c : u'-';
    }
    return name.size() == 8 ? QStringLiteral("liaison") : name;
}

class ChatTokenRequest::Talk
{
public:
    Talk(QString address, const ConnectionRoute &route, QString login, QString secret, QString wanted)
        : url(std::move(address))
        , user(std::move(login))
        , password(std::move(secret))
        , name(std::move(wanted))
        , http(clientFor(url, route))
    {
    }
    ~Talk()
    {
        if (session)
            (void)logOut();
        password.fill(u' ');
    }
    Talk(const Talk &) = delete;
    Talk &operator=(const Talk &) = delete;

    Result<void> signIn(const QString &code, const net::CancelToken &cancel)
    {
        const auto reply = exchange(rocketchat::requests::login(user, password, code), {}, cancel);
        if (!reply)
            return fail(reply.error());
        auto opened = rocketchat::parseOpenedSession(*reply);
        if (!opened)
            return fail(opened.error());
        session = std::move(*opened);
        if (session->username.isEmpty()) { // whose token would it be?
            (void)logOut();
            return fail(rocketchat::badFields(*reply, QStringLiteral("login")));
        }
        return {};
    }

    Result<QString> generate(const QString &code, const net::CancelToken &cancel)
    {
        if (!named) { // a name is chosen once
            const auto names = freeName(cancel);
            if (!names)
                return fail(names.error());
            named = true;
        }
        auto token = generateWith(asked.isEmpty() || code.isEmpty() ? rocketchat::SecondFactor()
                                                                    : rocketchat::SecondFactor{asked, code.toUtf8()},
                                  cancel);
        if (token || token.error().code != u"two-factor")
            return token;
        const QString method = token.error().serverCode;
        // Servers without a second factor ask for the password again, which is at hand; a code that was just given for
        // the sign-in is good for some more seconds.
        if (method == u"password")
            return generateWith({method, rocketchat::passwordFactor(password)}, cancel);
        if (asked.isEmpty() && !code.isEmpty()) {
            asked = method;
            auto again = generateWith({method, code.toUtf8()}, cancel);
            if (!again && again.error().code == u"wrong-code")
                return token; // the code was used up by the sign-in: a new one is asked for, nobody typed a wrong one
            return again;
        }
        asked = method;
        return token;
    }

    bool logOut()
    {
        const rocketchat::OpenedSession ours = *session;
        session.reset();
        const rocketchat::Credentials who{ours.userId.toUtf8(), ours.token};
        net::HttpRequest request = rocketchat::toHttp(QUrl(url), rocketchat::requests::logout(), &who);
        request.timeout = std::chrono::seconds(10);
        const auto reply = sendAndWait(*http, request, {});
        return reply && reply->status == 200;
    }

    QString url, user, password, name;
    std::unique_ptr<net::HttpClient> http;
    std::optional<rocketchat::OpenedSession> session; ///< ours; ended by us
    bool over = false;                                ///< nothing more is sent

private:
    Result<net::HttpReply> exchange(const rocketchat::Call &call, const rocketchat::SecondFactor &factor,
                                    const net::CancelToken &cancel)
    {
        std::optional<rocketchat::Credentials> who;
        if (session)
            who = rocketchat::Credentials{session->userId.toUtf8(), session->token};
        net::HttpRequest request = rocketchat::toHttp(QUrl(url), call, who ? &*who : nullptr);
        if (!factor.method.isEmpty())
            rocketchat::addFactor(request, factor);
        return sendAndWait(*http, std::move(request), cancel);
    }

    /// Not cancelled once it is sent: the server would have made a token that nobody knows.
    Result<QString> generateWith(const rocketchat::SecondFactor &factor, const net::CancelToken &cancel)
    {
        if (cancel.isCancelled())
            return fail(Error{ErrorKind::Cancelled, {}, {}, 0, {}, {}});
        const auto reply = exchange(rocketchat::requests::generateToken(name), factor, {});
        return reply ? rocketchat::parseGeneratedToken(*reply) : Result<QString>(fail(reply.error()));
    }

    Result<void> freeName(const net::CancelToken &cancel)
    {
        const auto reply = exchange(rocketchat::requests::ownTokens(), {}, cancel);
        if (!reply)
            return fail(reply.error());
        const auto names = rocketchat::parseTokenNames(*reply);
        if (!names)
            return {}; // not told: the server says it if the name is taken
        const QString wanted = name;
        for (int n = 2; names->contains(name); ++n)
            name = QStringLiteral("%1-%2").arg(wanted).arg(n);
        return {};
    }

    QString asked; ///< method of the second factor that token calls ask for
    bool named = false;
};

ChatTokenRequest::ChatTokenRequest(QString url, ConnectionRoute route, QString user, QString password,
                                   QString tokenName)
    : m_talk(std::make_unique<Talk>(std::move(url), route, std::move(user), std::move(password), std::move(tokenName)))
{
}

ChatTokenRequest::~ChatTokenRequest() = default;

Result<ObtainedChatToken> ChatTokenRequest::proceed(const QString &code, const net::CancelToken &cancel)
{
    Talk &talk = *m_talk;
    if (talk.over) // a password signs in once
        return fail(Error{ErrorKind::Cancelled, {}, {}, 0, {}, {}});
    if (!talk.session) {
        if (auto signedIn = talk.signIn(code, cancel); !signedIn) {
            talk.over = !needsCode(signedIn.error());
            return fail(signedIn.error());
        }
    }
    const auto token = talk.generate(code, cancel);
    if (!token) {
        if (!needsCode(token.error())) {
            talk.over = true;
            (void)talk.logOut();
        }
        return fail(token.error());
    }
    talk.over = true;
    ObtainedChatToken out{talk.session->userId, talk.session->username, *token, talk.name, true};
    out.sessionEnded = talk.logOut();
    return out;
}

} // namespace liaison
