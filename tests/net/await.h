#pragma once

#include "core/net/httpclient.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

/// Runs the event loop (the test server lives in it) until the future ends.
[[nodiscard]] inline liaison::Result<liaison::net::HttpReply>
await(const QFuture<liaison::Result<liaison::net::HttpReply>> &future, int milliseconds = 15000)
{
    QEventLoop loop;
    QFutureWatcher<liaison::Result<liaison::net::HttpReply>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    QTimer::singleShot(milliseconds, &loop, [] { qFatal("a future did not end"); });
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

[[nodiscard]] inline liaison::net::HttpRequest get(const QUrl &url)
{
    liaison::net::HttpRequest r;
    r.url = url;
    r.name = QStringLiteral("test.read");
    r.route = url.path().toUtf8();
    return r;
}

[[nodiscard]] inline liaison::net::HttpRequest post(const QUrl &url, const QByteArray &body, bool write)
{
    liaison::net::HttpRequest r = get(url);
    r.method = liaison::net::Method::Post;
    r.headers = {{"Content-Type", "application/json"}};
    r.body = body;
    r.write = write;
    r.name = write ? QStringLiteral("test.write") : QStringLiteral("test.read");
    return r;
}
