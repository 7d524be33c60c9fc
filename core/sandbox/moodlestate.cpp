#include "core/sandbox/moodlestate.h"

#include "core/sandbox/moodle.h"

namespace liaison::sandbox::moodle {

namespace {

constexpr QLatin1String tokenPath("/login/token.php");
constexpr QLatin1String servicePath("/webservice/rest/server.php");

Reply html(int status, const QByteArray &type, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", type}};
    reply.body = body;
    return reply;
}

Reply offlinePage(const Moodle &site)
{
    Reply reply = html(503, "text/html; charset=utf-8",
                       "<!DOCTYPE html>\n<html  lang=\"en\" xml:lang=\"en\">\n    <head>\n        <title>" +
                           siteName(site).toHtmlEscaped().toUtf8() +
                           " under maintenance</title>\n    </head>\n    <body>\n        <h1>This site is undergoing "
                           "maintenance and is currently not available</h1>\n    </body>\n</html>\n");
    reply.headers.append(QPair<QByteArray, QByteArray>("Retry-After", "300"));
    return reply;
}

/// Errors of Moodle's start: shape A for services, a shorter shape C for the token page, a page for the rest.
Reply startError(const QString &path, bool json, const QString &exception, const char *code, const QString &message)
{
    Reply reply;
    if (path == tokenPath) {
        reply.headers = {{"Content-Type", "application/json; charset=utf-8"}};
        reply.body = toJson(
            Object().add("error", message).add("stacktrace", nullptr).add("debuginfo", nullptr).add("errorcode", code));
    } else if (path != servicePath) {
        reply = html(200, "text/html; charset=utf-8",
                     "<!DOCTYPE html>\n<html>\n<head><title>Error</title></head>\n<body>" + message.toUtf8() +
                         "</body>\n</html>\n");
    } else if (json) {
        reply.body = toJson(Object().add("exception", exception).add("errorcode", code).add("message", message));
    } else {
        reply.headers = {{"Content-Type", "application/xml; charset=utf-8"}};
        reply.body = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<EXCEPTION class=\"" + xmlText(exception) +
                     "\">\n<ERRORCODE>" + code + "</ERRORCODE>\n<MESSAGE>" + xmlText(message) +
                     "</MESSAGE>\n</EXCEPTION>\n";
    }
    return reply;
}

} // namespace

std::optional<Reply> outage(const Moodle &site, const QString &path, bool json)
{
    if (site.state == u"backend-down")
        return html(502, "text/html",
                    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway"
                    "</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n");
    if (site.state == u"maintenance-cli")
        return offlinePage(site);
    if (site.state == u"database-down")
        return startError(path, json, QStringLiteral("dml_connection_exception"), "dbconnectionfailed",
                          QStringLiteral("<p>Error: Database connection failed</p>\n<p>It is possible that the "
                                         "database is overloaded or otherwise not running properly.</p>\n<p>The site "
                                         "administrator should also check that the database details have been "
                                         "correctly specified in config.php</p>"));
    if (site.state == u"upgrade-running")
        return startError(path, json, coreException(versionOf(site), "moodle_exception"), "upgraderunning",
                          QStringLiteral("Site is being upgraded, please retry later."));
    if (path == servicePath && (!site.webServices || !site.restProtocol))
        return html(403, "text/html; charset=utf-8", {});
    return std::nullopt;
}

Check refusedAccount(const Moodle &site, const Version &version)
{
    const ServiceAccount &account = site.account;
    if (!account.addressAllowed)
        return accessFault();
    if (site.state == u"maintenance-web" && !account.admin)
        return moodleFault(version, QStringLiteral("sitemaintenance"),
                           QStringLiteral("The site is undergoing maintenance and is currently not available"));
    if (account.suspended)
        return moodleFault(version, QStringLiteral("wsaccessusersuspended"),
                           QStringLiteral("Refused web service access for suspended username: ") +
                               QLatin1String(SandboxMoodle::accountName));
    if (!account.serviceEnabled || !account.authorised)
        return accessFault();
    return std::nullopt;
}

std::optional<TokenRefusal> refusedSignIn(const Moodle &site, const QString &service)
{
    if (site.state == u"maintenance-web" && !site.account.admin)
        return TokenRefusal{"sitemaintenance",
                            QStringLiteral("The site is undergoing maintenance and is currently not available")};
    if (service != QLatin1String(SandboxMoodle::serviceName) || !site.account.serviceEnabled)
        return TokenRefusal{"servicenotavailable", QStringLiteral("Web service is not available. (It doesn't exist or "
                                                                  "might be disabled.)")};
    return std::nullopt;
}

} // namespace liaison::sandbox::moodle
