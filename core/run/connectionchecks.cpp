#include "core/run/connectionchecks.h"

#include "core/run/checklist.h"

namespace liaison {
namespace {

/// Steps of the connection, in order; the first that failed is `broken`.
constexpr const char *connectionSteps[] = {"name", "tcp", "tls", "http", "token"};

constexpr qint64 dayMs = 86'400'000;
constexpr int tokenWarningDays = 14;

/// Where in the connection an error belongs: the wire, an answer that is none, or a refusal of the account.
QString stepOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::Input:
        return QStringLiteral("name");
    case ErrorKind::Refused:
        return QStringLiteral("tcp");
    case ErrorKind::Tls:
        return QStringLiteral("tls");
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
        return error.code == u"blocked" || error.code == u"web-services-off" ? QStringLiteral("http")
                                                                             : QStringLiteral("token");
    default:
        return QStringLiteral("http");
    }
}

class ConnectionChecks : private CheckList
{
public:
    explicit ConnectionChecks(const Examined &examined) : e(examined), r(examined.report), m_moodle(r.kind == u"moodle")
    {
    }

    std::vector<Check> take()
    {
        connection();
        return std::move(m_checks);
    }

private:
    void connection();
    void way(const QString &step);
    void token();

    const Examined &e;
    const ServerReport &r;
    bool m_moodle;
};

void ConnectionChecks::connection()
{
    // The step that the way says failed, else the one that the first call's error belongs to.
    QString broken;
    if (r.error) {
        const bool onTheWay = e.way.error().has_value();
        broken = !onTheWay                    ? stepOf(*r.error)
                 : e.way.name && !*e.way.name ? word("name")
                 : e.way.tcp && !*e.way.tcp   ? word("tcp")
                                              : word("tls");
    }
    bool reached = true;
    for (const char *name : connectionSteps) {
        const QString step = word(name);
        if (!reached) {
            notTried(step);
        } else if (step == broken) {
            failed(step, *r.error);
            reached = false;
        } else {
            way(step);
        }
    }
}

void ConnectionChecks::way(const QString &step)
{
    if (step == u"name") {
        if (!e.way.proxy.isEmpty())
            add(step, Result_::Fine, "name-by-proxy", {e.way.proxy});
        else if (e.way.literal)
            add(step, Result_::Fine, "name-literal", {e.way.host});
        else
            add(step, Result_::Fine, "name-resolved",
                {e.way.name && *e.way.name ? (*e.way.name)->mid(0, 3).join(QStringLiteral(", ")) : e.way.host});
    } else if (step == u"tcp") {
        add(step, Result_::Fine, "tcp-open",
            {QString::number(e.way.port), QString::number(e.way.tcp && *e.way.tcp ? **e.way.tcp : 0)});
    } else if (step == u"tls") {
        if (!e.way.encrypted || !e.way.tls || !*e.way.tls)
            return void(add(step, Result_::Fine, "tls-loopback"));
        const net::Certificate &shown = **e.way.tls;
        constexpr qint64 soon = 30 * dayMs;
        // By the server's own clock where it told the time.
        const bool ends = r.readAt.isKnown() && shown.expires.ms - r.readAt.ms < soon;
        add(step, ends ? Result_::Watch : Result_::Fine, ends ? "tls-ends-soon" : "tls-valid",
            {shown.expires.iso(), shown.issuer});
    } else if (step == u"http") {
        add(step, Result_::Fine, "http-answers", {m_moodle ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat")});
    } else {
        token();
    }
}

void ConnectionChecks::token()
{
    const QString step = word("token");
    if (m_moodle)
        return void(add(step, Result_::NotKnown, "token-untold-moodle"));
    if (e.tokenError)
        return failed(step, *e.tokenError, Result_::NotKnown);
    if (!e.token || e.token->kind == chat::TokenFacts::Kind::NotKnown)
        return void(add(step, Result_::NotKnown, "token-untold-chat"));
    if (e.token->kind == chat::TokenFacts::Kind::Personal) {
        if (e.token->made.isKnown())
            return void(add(step, Result_::Fine, "token-personal-since", {e.token->name, e.token->made.iso()}));
        return void(add(step, Result_::Fine, "token-personal", {e.token->name}));
    }
    if (!e.token->loginDays)
        return void(add(step, Result_::Watch, "token-login-untold"));
    // Nobody tells when the login was; it was not after the day on which the token was first used from here.
    const qint64 end = e.tokenFirstUsed.ms + *e.token->loginDays * dayMs;
    if (!e.tokenFirstUsed.isKnown() || !r.readAt.isKnown() || end < r.readAt.ms)
        return void(add(step, Result_::Watch, "token-login", {QString::number(*e.token->loginDays)}));
    const QString age = QString::number((r.readAt.ms - e.tokenFirstUsed.ms) / dayMs);
    const bool soon = end - r.readAt.ms < tokenWarningDays * dayMs;
    add(step, Result_::Watch, soon ? "token-login-ends-soon" : "token-login-since", {age, Instant{end}.iso()});
}

} // namespace

std::vector<Check> connectionChecks(const Examined &examined)
{
    return ConnectionChecks(examined).take();
}

} // namespace liaison
