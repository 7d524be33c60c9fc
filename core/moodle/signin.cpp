#include "core/moodle/signin.h"

#include "core/base/uithread.h"
#include "core/moodle/reader.h"

namespace liaison::moodle {
namespace {

const QString name = QStringLiteral("login/token.php");

QByteArray field(const char *key, const QString &value)
{
    return QByteArray(key) + '=' + QUrl::toPercentEncoding(value);
}

} // namespace

net::HttpRequest signInRequest(const QUrl &wwwroot, const QString &login, const QString &password,
                               const QString &service)
{
    net::HttpRequest request;
    request.method = net::Method::Post;
    request.url = wwwroot.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QString base = request.url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + QLatin1String("/login/token.php"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = field("username", login) + '&' + field("password", password) + '&' + field("service", service);
    request.name = name;
    request.route = name.toLatin1();
    request.write = true;
    return request;
}

Result<QString> parseSignIn(const net::HttpReply &reply)
{
    notOnUiThread("parsing an answer of Moodle");
    const auto answer = decode(name, reply);
    if (!answer) {
        Error e = answer.error();
        if (e.serverCode == u"servicenotavailable")
            e.code = QStringLiteral("service-not-available");
        else if (e.serverCode == u"usernotallowed")
            e.code = QStringLiteral("not-allowed-for-service");
        return fail(e);
    }
    Reader in(*answer, TextMode::Raw);
    Object o = in.object();
    QString token = o.exact("token");
    return in.finish(std::move(token));
}

} // namespace liaison::moodle
