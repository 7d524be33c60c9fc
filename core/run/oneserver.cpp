#include "core/run/oneserver.h"

#include "core/base/uithread.h"
#include "core/rocketchat/ratelimit.h"

#include <QUrl>

namespace liaison {

std::unique_ptr<net::HttpClient> clientFor(const QString &url, const ConnectionRoute &route)
{
    auto http = std::make_unique<net::HttpClient>();
    net::ServerOptions options;
    options.caFile = route.ca;
    options.proxy = route.proxy;
    options.retryAfter = rocketchat::retryAfter;
    http->addServer(QUrl(url), options);
    return http;
}

Result<net::HttpReply> sendAndWait(net::HttpClient &http, net::HttpRequest request, const net::CancelToken &cancel)
{
    notOnUiThread("waiting for a server");
    auto future = http.send(std::move(request), cancel);
    future.waitForFinished();
    if (future.resultCount() == 0)
        return fail(Error{ErrorKind::Cancelled, {}, {}, 0, {}, {}});
    return future.takeResult();
}

} // namespace liaison
