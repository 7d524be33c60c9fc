#include "core/run/connectionsteps.h"

#include "core/moodle/client.h"
#include "core/net/origin.h"
#include "core/rocketchat/client.h"
#include "core/run/oneserver.h"
#include "core/run/profile.h"

#include <QRegularExpression>
#include <QUrl>

namespace liaison {
namespace {

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QString(u'^' + QLatin1String(pattern) + u'$')).match(text).hasMatch();
}

bool isMoodleToken(const QString &text)
{
    return matches(text, "[0-9a-fA-F]{32}");
}
bool isChatToken(const QString &text)
{
    return matches(text, "[A-Za-z0-9_-]{43}");
}
bool isAddress(const QString &text)
{
    return text.contains(u"://");
}

/// nullopt = nothing says that it belongs elsewhere.
std::optional<ConnectionField> otherField(ConnectionField field, const QString &text)
{
    const bool token = isMoodleToken(text) || isChatToken(text);
    switch (field) {
    case ConnectionField::MoodleUrl:
    case ConnectionField::ChatUrl:
        if (isMoodleToken(text))
            return ConnectionField::MoodleToken;
        if (isChatToken(text))
            return ConnectionField::ChatToken;
        return std::nullopt;
    case ConnectionField::MoodleToken:
        if (isChatToken(text))
            return ConnectionField::ChatToken;
        return isAddress(text) ? std::optional(ConnectionField::MoodleUrl) : std::nullopt;
    case ConnectionField::ChatToken:
        if (isMoodleToken(text))
            return ConnectionField::MoodleToken;
        return isAddress(text) ? std::optional(ConnectionField::ChatUrl) : std::nullopt;
    case ConnectionField::ChatUser:
        if (token)
            return isMoodleToken(text) ? ConnectionField::MoodleToken : ConnectionField::ChatToken;
        return isAddress(text) ? std::optional(ConnectionField::ChatUrl) : std::nullopt;
    }
    return std::nullopt;
}

void judgeAddress(TypedValue &out)
{
    QString text = out.value;
    if (!isAddress(text) && matches(text, "[A-Za-z0-9.-]+(:[0-9]+)?(/.*)?"))
        text = QString(QLatin1String("https://") + text); // as a person says it
    const auto clean = cleanUrl(text);
    if (!clean) {
        out.code = clean.error().code;
        return;
    }
    out.value = *clean;
    QUrl url(*clean);
    if (url.scheme() == u"http" && !net::isLoopback(url)) {
        url.setScheme(QStringLiteral("https"));
        if (url.port() == 80)
            url.setPort(-1);
        out.secureInstead = url.toString();
        out.code = QStringLiteral("insecure-url");
    }
}

/// login/token.php without anything: Moodle answers with an errorcode, whatever its settings.
Result<bool> isMoodle(net::HttpClient &http, const QString &url, const net::CancelToken &cancel)
{
    net::HttpRequest request;
    request.url = QUrl(QString(url + QLatin1String("/login/token.php")));
    request.name = QStringLiteral("login/token.php");
    const auto reply = sendAndWait(http, request, cancel);
    if (!reply)
        return fail(reply.error());
    return reply->body.contains("\"errorcode\"");
}

Result<chat::ServerVersion> versionOf(net::HttpClient &http, const QString &url, const net::CancelToken &cancel)
{
    const auto reply = sendAndWait(http, rocketchat::toHttp(QUrl(url), rocketchat::requests::info(), nullptr), cancel);
    if (!reply)
        return fail(reply.error());
    return rocketchat::parseInfo(*reply);
}

Error atAddress(ErrorKind kind, const char *code, const QString &url)
{
    return {kind, QString::fromLatin1(code), url, 0, {}, {}};
}

} // namespace

TypedValue judgeTyped(ConnectionField field, const QString &typed)
{
    TypedValue out;
    out.value = typed.trimmed();
    const bool broken = std::any_of(out.value.begin(), out.value.end(),
                                    [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
    out.looksLike = otherField(field, out.value);
    if (out.looksLike)
        out.code = QStringLiteral("swapped-fields");
    else if (out.value.isEmpty() || broken)
        out.code = QStringLiteral("bad-input");
    else if (field == ConnectionField::MoodleUrl || field == ConnectionField::ChatUrl)
        judgeAddress(out);
    return out;
}

Result<void> askMoodle(const QString &url, const ConnectionRoute &route, const net::CancelToken &cancel)
{
    const auto http = clientFor(url, route);
    const auto found = isMoodle(*http, url, cancel);
    if (!found)
        return fail(found.error());
    if (*found)
        return {};
    const bool chat = versionOf(*http, url, cancel).has_value();
    return fail(atAddress(ErrorKind::BadReply, chat ? "swapped-fields" : "not-moodle", url));
}

Result<moodle::SiteInfo> askMoodleToken(const QString &url, const QString &token, const ConnectionRoute &route,
                                        const net::CancelToken &cancel)
{
    const auto http = clientFor(url, route);
    const moodle::MoodleClient client(*http, {QStringLiteral("main"), QUrl(url), token});
    const auto info = client.siteInfo(cancel);
    if (!info)
        return fail(info.error());
    return info->value;
}

Result<chat::ServerVersion> askChat(const QString &url, const ConnectionRoute &route, const net::CancelToken &cancel)
{
    const auto http = clientFor(url, route);
    auto version = versionOf(*http, url, cancel);
    if (version)
        return version;
    const Error &e = version.error();
    if ((e.kind != ErrorKind::BadReply && e.kind != ErrorKind::NotFound && e.kind != ErrorKind::Rejected) ||
        e.code == u"redirect")
        return version;
    const auto moodle = isMoodle(*http, url, cancel);
    return fail(atAddress(ErrorKind::BadReply, moodle && *moodle ? "swapped-fields" : "not-rocketchat", url));
}

Result<chat::ServerFacts> askChatToken(const QString &url, const QString &user, const QString &token,
                                       const ConnectionRoute &route, const net::CancelToken &cancel)
{
    const auto http = clientFor(url, route);
    rocketchat::Options options;
    options.baseUrl = QUrl(url);
    options.user = user;
    options.token = token.toUtf8();
    rocketchat::Client client(*http, options);
    return client.connect(cancel);
}

} // namespace liaison
