#include "core/net/origin.h"

#include <QHostAddress>

namespace liaison::net {

QString originOf(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    const int port = url.port(scheme == u"http" ? 80 : 443);
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = QString(u'[' + host + u']');
    return QString(scheme + u"://" + host + u':' + QString::number(port));
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace liaison::net
