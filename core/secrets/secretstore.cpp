#include "core/secrets/secretstore.h"

#include <QUrl>

namespace liaison::secrets {

QString serverOf(const QString &url)
{
    const QUrl u(url);
    const QString scheme = u.scheme().toLower();
    QString host = u.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = QString(u'[' + host + u']');
    QString path = u.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return QStringLiteral("%1://%2:%3%4").arg(scheme, host).arg(u.port(scheme == u"http" ? 80 : 443)).arg(path);
}

SecretKey moodleKey(const QString &url)
{
    return {serverOf(url), QStringLiteral("webservice")};
}

SecretKey chatKey(const QString &url, const QString &user)
{
    return {serverOf(url), user.toLower()};
}

SecretKey proxyKey(const QString &url)
{
    return {serverOf(url), QUrl(url).userName()};
}

} // namespace liaison::secrets
