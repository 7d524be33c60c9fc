// The queue in front of Qt: how much at once, in which order, when it waits, and how it stops. R283, R15.
#include "tests/net/await.h"
#include "tests/net/pace.h"
#include "tests/net/testserver.h"

#include <QElapsedTimer>
#include <QSet>
#include <QThread>
#include <QTimer>
#include <algorithm>
#include <mutex>

using namespace liaison;
using namespace liaison::net;
using namespace std::chrono_literals;

class Queue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundedParallelism_data();
    void boundedParallelism();
    void manyWaiting();
    void priorities();
    void timeInQueueIsNotCounted();
    void cancelWhileQueued();
    void cancelInFlight();
    void aWriteOnTheWireEndsWithItsAnswer();
    void cancelBefore();
    void cancelOneOfMany();
    void cancelFromAnotherThread();
    void serversAreIndependent();
    void destructorEndsEverything();
    void sendFromContinuation();
    void reconfigured();
    void manyThreads();
};

void Queue::boundedParallelism_data()
{
    QTest::addColumn<int>("connections");
    for (const int n : {1, 3, 6, 7, 13})
        QTest::addRow("%d", n) << n;
}

void Queue::boundedParallelism()
{
    QFETCH(int, connections);
    int active = 0;
    int peak = 0;
    TestServer server([&](const Call &call) {
        peak = std::max(peak, ++active);
        QTimer::singleShot(15, call.socket, [&active, call] {
            --active;
            call.respond(200, "ok");
        });
    });
    HttpClient client;
    client.addServer(server.url(), options(connections));
    QList<Future> futures;
    for (int i = 0; i < 60; ++i)
        futures << client.send(get(server.url(QStringLiteral("/%1").arg(i % 7))));
    QTRY_VERIFY(allFinished(futures));
    for (const Future &f : futures)
        QVERIFY(f.result());
    QCOMPARE(peak, connections);
    QCOMPARE(server.connections, connections);
}

/// Pending requests inside Qt cost O(n) each; ours cost nothing.
void Queue::manyWaiting()
{
    TestServer server([](const Call &call) { call.respond(200, call.target); });
    HttpClient client;
    client.addServer(server.url(), options(6));
    QList<Future> futures;
    for (int i = 0; i < 2000; ++i)
        futures << client.send(get(server.url(QStringLiteral("/%1").arg(i))));
    QTRY_VERIFY_WITH_TIMEOUT(allFinished(futures), 30000);
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(futures[i].result()->body, '/' + QByteArray::number(i));
}

void Queue::priorities()
{
    QList<Call> held;
    TestServer server;
    server.handler = [&](const Call &call) {
        if (call.target == "/first")
            held << call;
        else
            call.respond(200);
    };
    HttpClient client;
    client.addServer(server.url(), options(1));
    QList<Future> futures{client.send(get(server.url(QStringLiteral("/first"))))};
    QTRY_COMPARE(held.size(), 1);
    for (const auto &[name, priority] : {std::pair{"b", Priority::Background}, std::pair{"n", Priority::Normal},
                                         std::pair{"i", Priority::Interactive}}) {
        for (int i = 1; i <= 3; ++i) {
            auto request = get(server.url(QStringLiteral("/%1%2").arg(QLatin1String(name)).arg(i)));
            request.priority = priority;
            futures << client.send(request);
        }
    }
    held.first().respond(200);
    QTRY_VERIFY(allFinished(futures));
    QCOMPARE(server.targets(),
             (QList<QByteArray>{"/first", "/i1", "/i2", "/i3", "/n1", "/n2", "/n3", "/b1", "/b2", "/b3"}));
}

void Queue::timeInQueueIsNotCounted()
{
    TestServer server([](const Call &call) {
        QTimer::singleShot(call.target == "/slow" ? 300 : 0, call.socket, [call] { call.respond(200); });
    });
    HttpClient client;
    client.addServer(server.url(), options(1));
    const Future slow = client.send(get(server.url(QStringLiteral("/slow"))));
    auto request = post(server.url(QStringLiteral("/fast")), "{}", true);
    request.timeout = 150ms;
    const Future fast = client.send(request);
    QVERIFY(await(fast));
    QVERIFY(await(slow));
}

void Queue::cancelWhileQueued()
{
    QList<Call> held;
    TestServer server([&](const Call &call) { held << call; });
    HttpClient client;
    client.addServer(server.url(), options(1));
    const Future first = client.send(get(server.url(QStringLiteral("/first"))));
    QTRY_COMPARE(held.size(), 1);
    const CancelToken token;
    const Future second = client.send(get(server.url(QStringLiteral("/second"))), token);
    const Future third = client.send(get(server.url(QStringLiteral("/third"))));
    token.cancel();
    const auto reply = await(second);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
    QCOMPARE(reply.error().where, QStringLiteral("test.read"));
    held.first().respond(200);
    QVERIFY(await(first));
    QTRY_COMPARE(held.size(), 2);
    held.last().respond(200);
    QVERIFY(await(third));
    QCOMPARE(server.targets(), (QList<QByteArray>{"/first", "/third"}));
}

void Queue::cancelInFlight()
{
    TestServer server([](const Call &) {});
    std::mutex mutex;
    QList<RequestRecord> seen;
    HttpClient client;
    client.setObserver([&](const RequestRecord &r) {
        const std::lock_guard lock(mutex);
        seen << r;
    });
    client.addServer(server.url(), options(1));
    const CancelToken token;
    const Future future = client.send(get(server.url()), token);
    QTRY_COMPARE(server.calls.size(), 1);
    const auto socket = server.calls.first().socket;
    token.cancel();
    const auto reply = await(future);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
    QTRY_VERIFY(!socket || socket->state() == QAbstractSocket::UnconnectedState); // and the connection is dropped
    QCOMPARE(server.calls.size(), 1);
    server.handler = [](const Call &call) { call.respond(200); };
    QVERIFY(await(client.send(get(server.url())))); // its place is free again
    const std::lock_guard lock(mutex);
    QCOMPARE(seen.first().error, QStringLiteral("cancelled"));
}

/// Cancel works between calls, never inside a write: what was sent is answered.
void Queue::aWriteOnTheWireEndsWithItsAnswer()
{
    TestServer server([](const Call &) {});
    HttpClient client;
    client.addServer(server.url(), options(1));
    const CancelToken token;
    const Future sent = client.send(post(server.url(), "{}", true), token);
    QTRY_COMPARE(server.calls.size(), 1);
    const Future queued = client.send(post(server.url(), "{}", true), token);
    token.cancel();
    const auto dropped = await(queued);
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().kind, ErrorKind::Cancelled);
    QVERIFY(!sent.isFinished());
    server.calls.first().respond(200);
    QVERIFY(await(sent));
    QCOMPARE(server.calls.size(), 1);
}

void Queue::cancelBefore()
{
    TestServer server([](const Call &call) { call.respond(200); });
    HttpClient client;
    client.addServer(server.url(), {});
    const CancelToken token;
    const CancelToken copy = token;
    copy.cancel();
    QVERIFY(token.isCancelled());
    const Future future = client.send(get(server.url()), token);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(server.connections, 0);
}

void Queue::cancelOneOfMany()
{
    QList<Call> held;
    TestServer server([&](const Call &call) { held << call; });
    HttpClient client;
    client.addServer(server.url(), options(4));
    const CancelToken mine;
    const CancelToken theirs;
    QList<Future> cancelled;
    QList<Future> kept;
    for (int i = 0; i < 40; ++i) {
        cancelled << client.send(get(server.url(QStringLiteral("/c%1").arg(i))), mine);
        kept << client.send(get(server.url(QStringLiteral("/k%1").arg(i))), theirs);
    }
    QTRY_COMPARE(held.size(), 4);
    mine.cancel();
    QTRY_VERIFY(allFinished(cancelled));
    server.handler = [](const Call &call) { call.respond(200); };
    for (const Call &call : std::as_const(held))
        call.respond(200);
    QTRY_VERIFY(allFinished(kept));
    for (const Future &f : cancelled)
        QCOMPARE(f.result().error().kind, ErrorKind::Cancelled);
    for (const Future &f : kept)
        QVERIFY(f.result());
}

void Queue::cancelFromAnotherThread()
{
    TestServer server([](const Call &call) { call.respond(200); });
    HttpClient client;
    client.addServer(server.url(), options(3));
    for (int round = 0; round < 20; ++round) {
        const CancelToken token;
        QList<Future> futures;
        for (int i = 0; i < 30; ++i)
            futures << client.send(get(server.url()), token);
        const std::unique_ptr<QThread> thread(QThread::create([token] { token.cancel(); }));
        thread->start();
        QTRY_VERIFY(allFinished(futures));
        thread->wait();
        for (const Future &f : futures)
            QVERIFY(f.result() || f.result().error().kind == ErrorKind::Cancelled);
    }
}

void Queue::serversAreIndependent()
{
    TestServer busy([](const Call &) {});
    TestServer idle([](const Call &call) { call.respond(200); });
    HttpClient client;
    client.addServer(busy.url(), options(1));
    client.addServer(idle.url(), options(1));
    const CancelToken token;
    const Future stuck = client.send(get(busy.url()), token);
    QVERIFY(await(client.send(get(idle.url()))));
    QVERIFY(!stuck.isFinished());
}

/// A limiter as Rocket.Chat has it (fixed window, refused calls count too), read in time: no call is refused.
void Queue::destructorEndsEverything()
{
    TestServer server([](const Call &call) {
        if (call.target == "/limited")
            call.respond(429, "wait 60000");
    });
    QList<Future> futures;
    QElapsedTimer clock;
    {
        HttpClient client;
        client.addServer(server.url(), waitsAsTold(2));
        futures << client.send(get(server.url(QStringLiteral("/limited"))));
        QTRY_COMPARE(server.calls.size(), 1);
        for (int i = 0; i < 50; ++i)
            futures << client.send(post(server.url(QStringLiteral("/%1").arg(i)), "{}", true));
        QTRY_COMPARE(server.calls.size(), 3);
        for (int i = 0; i < 50; ++i) // these are still on their way to the other thread
            futures << client.send(get(server.url()));
        clock.start();
    }
    QVERIFY(clock.elapsed() < 2000);
    QVERIFY(allFinished(futures));
    for (const Future &f : futures) {
        QVERIFY(!f.result());
        QCOMPARE(f.result().error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(server.calls.size(), 3);
}

void Queue::sendFromContinuation()
{
    TestServer server([](const Call &call) {
        if (call.target != "/hang")
            call.respond(200, call.target);
    });
    auto client = std::make_unique<HttpClient>();
    client->addServer(server.url(), {});
    auto chained =
        client->send(get(server.url(QStringLiteral("/1"))))
            .then([&](const Result<HttpReply> &) { return client->send(get(server.url(QStringLiteral("/2")))); })
            .unwrap();
    QCOMPARE(await(chained)->body, QByteArray("/2"));

    HttpClient *raw = client.get();
    Future late;
    auto atEnd = raw->send(get(server.url(QStringLiteral("/hang")))).then([&, raw](const Result<HttpReply> &) {
        late = raw->send(get(server.url(QStringLiteral("/3"))));
    });
    QTRY_COMPARE(server.count("/hang"), 1);
    client.reset();
    QVERIFY(atEnd.isFinished());
    QVERIFY(late.isFinished());
    QCOMPARE(late.result().error().kind, ErrorKind::Cancelled);
}

void Queue::reconfigured()
{
    QList<Call> held;
    TestServer server([&](const Call &call) { held << call; });
    HttpClient client;
    client.addServer(server.url(), options(1));
    QList<Future> futures;
    for (int i = 0; i < 4; ++i)
        futures << client.send(get(server.url()));
    QTRY_COMPARE(held.size(), 1);
    client.addServer(server.url(), options(3));
    QTRY_COMPARE(held.size(), 3); // the old one counts until it is answered
    for (int i = 0; i < 4; ++i) {
        QTRY_VERIFY(held.size() > i);
        held[i].respond(200);
    }
    QTRY_VERIFY(allFinished(futures));
    for (const Future &f : futures)
        QVERIFY(f.result());
}

void Queue::manyThreads()
{
    TestServer server([](const Call &call) { call.respond(200, call.target); });
    HttpClient client;
    client.addServer(server.url(), options(6));
    std::mutex mutex;
    QList<Future> futures;
    std::vector<std::unique_ptr<QThread>> threads;
    const QUrl url = server.url();
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back(QThread::create([&] {
            for (int i = 0; i < 50; ++i) {
                const Future f = client.send(get(url));
                const std::lock_guard lock(mutex);
                futures << f;
            }
        }));
        threads.back()->start();
    }
    for (auto &thread : threads)
        thread->wait();
    QCOMPARE(futures.size(), 200);
    QTRY_VERIFY(allFinished(futures));
    for (const Future &f : futures)
        QVERIFY(f.result());
}

QTEST_GUILESS_MAIN(Queue)
#include "tst_queue.moc"
