// R283, R299: the rate limiter is honoured, in time and as told, and only where it applies.
#include "tests/net/await.h"
#include "tests/net/pace.h"
#include "tests/net/testserver.h"

#include <QSet>
#include <QTimer>
#include <algorithm>
#include <mutex>

using namespace liaison;
using namespace liaison::net;

class Waits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void priorityPassesHeldRoutes();
    void cancelWhileWaiting();
    void waitsOut429_data();
    void waitsOut429();
    void headerRetryAfter();
    void givesUpAfterMaxWaits();
    void untold429();
    void shortOutage();
    void longOutage();
    void writeIsNotRepeatedAfter503();
    void otherRoutesGoOn();
    void sameRouteHoldsTogether();
    void pacedByHeaders_data();
    void pacedByHeaders();
    void neverRunsInto429();
    void waitObserver();
};

void Waits::priorityPassesHeldRoutes()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (call.target == "/limited" && server.count("/limited") == 1)
            call.respond(429, "wait 200");
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), waitsAsTold(1));
    auto urgent = get(server.url(QStringLiteral("/limited")));
    urgent.priority = Priority::Interactive;
    QList<Future> futures{client.send(urgent)};
    QTRY_COMPARE(server.calls.size(), 1);
    auto idle = get(server.url(QStringLiteral("/free")));
    idle.priority = Priority::Background;
    futures << client.send(idle);
    QTRY_VERIFY(futures.last().isFinished());
    QVERIFY(!futures.first().isFinished());
    QTRY_VERIFY(allFinished(futures));
    QCOMPARE(server.targets(), (QList<QByteArray>{"/limited", "/free", "/limited"}));
}

void Waits::cancelWhileWaiting()
{
    TestServer server([](const Call &call) { call.respond(429, "wait 60000"); });
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const CancelToken token;
    std::atomic_int waiting = 0;
    client.setWaitObserver([&](const QString &, int seconds) { waiting = seconds; });
    const Future future = client.send(post(server.url(), "{}", true), token);
    QTRY_VERIFY(waiting > 0);
    token.cancel();
    const auto reply = await(future);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(waiting.load(), 0);
    QCOMPARE(server.calls.size(), 1);
}

void Waits::waitsOut429_data()
{
    QTest::addColumn<bool>("write");
    QTest::newRow("read") << false;
    QTest::newRow("write") << true; // a refused call did nothing, so it may be sent again
}

void Waits::waitsOut429()
{
    QFETCH(bool, write);
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() <= 2)
            call.respond(429, "wait 60");
        else
            call.respond(200, "done");
    };
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const auto reply = await(client.send(post(server.url(), "body", write)));
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("done"));
    QCOMPARE(server.calls.size(), 3);
    QVERIFY(server.calls[1].at - server.calls[0].at >= 59);
    QVERIFY(server.calls[2].at - server.calls[1].at >= 59);
    QCOMPARE(server.calls[2].body, QByteArray("body"));
}

void Waits::headerRetryAfter()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() == 1)
            call.respond(429, {}, {{"Retry-After", "1"}});
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(server.calls[1].at - server.calls[0].at >= 999);
}

void Waits::givesUpAfterMaxWaits()
{
    TestServer server([](const Call &call) { call.respond(429, "wait 5"); });
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->status, 429);
    QCOMPARE(reply->body, QByteArray("wait 5"));
    QCOMPARE(server.calls.size(), HttpClient::maxWaits + 1);
}

void Waits::untold429()
{
    TestServer server([](const Call &call) { call.respond(429, "no idea"); });
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->status, 429);
    QCOMPARE(server.calls.size(), 1);
}

void Waits::shortOutage()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() <= 3)
            call.respond(503, "wait 30");
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(server.calls.size(), 4);
}

void Waits::longOutage()
{
    TestServer server([](const Call &call) { call.respond(503, "maintenance", {{"Retry-After", "300"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QCOMPARE(server.calls.size(), 1); // who says 300 s is not asked again at once
}

void Waits::writeIsNotRepeatedAfter503()
{
    TestServer server([](const Call &call) { call.respond(503, "wait 5"); });
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const auto reply = await(client.send(post(server.url(), "{}", true)));
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QCOMPARE(server.calls.size(), 1);
}

void Waits::otherRoutesGoOn()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (call.target == "/a" && server.count("/a") == 1 && call.method == "GET")
            call.respond(429, "wait 400");
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    const Future a = client.send(get(server.url(QStringLiteral("/a"))));
    QTRY_COMPARE(server.calls.size(), 1);
    for (int i = 0; i < 20; ++i)
        QVERIFY(await(client.send(get(server.url(QStringLiteral("/b"))))));
    QVERIFY(await(client.send(post(server.url(QStringLiteral("/a")), "{}", true)))); // limits are per method as well
    QVERIFY(!a.isFinished());
    QVERIFY(await(a));
}

void Waits::sameRouteHoldsTogether()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() == 1)
            call.respond(429, "wait 250");
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), waitsAsTold());
    QList<Future> futures{client.send(get(server.url(QStringLiteral("/a?x=1"))))};
    QTRY_COMPARE(server.calls.size(), 1);
    QTest::qWait(20); // so that the 429 has arrived
    for (int i = 2; i < 5; ++i)
        futures << client.send(get(server.url(QStringLiteral("/a?x=%1").arg(i))));
    QTRY_VERIFY(allFinished(futures));
    QCOMPARE(server.calls.size(), 5);
    for (int i = 1; i < 5; ++i)
        QVERIFY(server.calls[i].at - server.calls[0].at >= 249);
}

void Waits::pacedByHeaders_data()
{
    QTest::addColumn<qint64>("skew");
    QTest::newRow("same clock") << qint64(0);
    QTest::newRow("server a day ahead") << qint64(86'400'000);
    QTest::newRow("server a day behind") << qint64(-86'400'000);
}

void Waits::pacedByHeaders()
{
    QFETCH(qint64, skew);
    TestServer server;
    server.handler = [&](const Call &call) {
        // Date in whole seconds, as on the wire: the distance to Reset is exact when Reset is built from it.
        const qint64 now = (QDateTime::currentMSecsSinceEpoch() + skew) / 1000 * 1000;
        Call::Headers headers{{"Date", httpDate(now)}};
        if (server.calls.size() == 2) {
            headers << std::pair{QByteArray("X-RateLimit-Limit"), QByteArray("2")}
                    << std::pair{QByteArray("X-RateLimit-Remaining"), QByteArray("0")}
                    << std::pair{QByteArray("X-RateLimit-Reset"), QByteArray::number(now + 400)};
        }
        call.respond(200, "ok", headers);
    };
    HttpClient client;
    client.addServer(server.url(), options(1));
    QList<Future> futures;
    for (int i = 0; i < 4; ++i)
        futures << client.send(get(server.url()));
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(futures), 5000);
    QVERIFY(server.calls[1].at - server.calls[0].at < 300);
    QVERIFY(server.calls[2].at - server.calls[1].at >= 399);
    QVERIFY(server.calls[3].at - server.calls[2].at < 300);
}

/// A limiter as Rocket.Chat has it (fixed window, refused calls count too), read in time: no call is refused.
void Waits::neverRunsInto429()
{
    constexpr int limit = 10;
    constexpr qint64 window = 600;
    qint64 windowEnd = 0;
    int used = 0;
    int refused = 0;
    TestServer server;
    server.handler = [&](const Call &call) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        if (now >= windowEnd) {
            windowEnd = now + window;
            used = 0;
        }
        ++used;
        refused += used > limit;
        const Call::Headers headers{{"Date", httpDate(now)},
                                    {"X-RateLimit-Limit", QByteArray::number(limit)},
                                    {"X-RateLimit-Remaining", QByteArray::number(std::max(0, limit - used))},
                                    {"X-RateLimit-Reset", QByteArray::number(windowEnd)}};
        const int status = used > limit ? 429 : 200;
        QTimer::singleShot(5, call.socket, [call, status, headers] { call.respond(status, "ok", headers); });
    };
    HttpClient client;
    client.addServer(server.url(), options(6));
    QList<Future> futures;
    for (int i = 0; i < 25; ++i)
        futures << client.send(get(server.url()));
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(futures), 15000);
    QCOMPARE(refused, 0);
    QCOMPARE(server.calls.size(), 25);
}

void Waits::waitObserver()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() == 1)
            call.respond(429, "wait 2200");
        else
            call.respond(200);
    };
    std::mutex mutex;
    QList<int> seconds;
    QSet<QString> origins;
    HttpClient client;
    client.setWaitObserver([&](const QString &origin, int left) {
        const std::lock_guard lock(mutex);
        origins << origin;
        seconds << left;
    });
    client.addServer(server.url(), waitsAsTold());
    QVERIFY(await(client.send(get(server.url()))));
    const std::lock_guard lock(mutex);
    QCOMPARE(origins, QSet<QString>{QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())});
    QCOMPARE(seconds, (QList<int>{3, 2, 1, 0}));
}

QTEST_GUILESS_MAIN(Waits)
#include "tst_waits.moc"
