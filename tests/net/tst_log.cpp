// R1 R2: the request log: every attempt with what is safe to tell of it, bounded, and how much traffic each server had.
#include "core/net/requestlog.h"
#include "tests/net/await.h"
#include "tests/net/testserver.h"

#include <QTest>

using namespace liaison;
using namespace liaison::net;

class Log : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masked_data();
    void masked();
    void keepsTheNewest();
    void perMinute();
    void tightestLimit();
    void everyAttempt();
};

void Log::masked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *url, const char *path) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(path);
    };
    row("https://chat.example/api/v1/me", "/api/v1/me");
    row("https://chat.example/chat/api/v1/users.info?username=zoe", "/chat/api/v1/users.info?username");
    row("https://chat.example/x?email=zoe%40univ.example&count=5", "/x?email&count");
    row("https://u:secret@chat.example/x?a=b#zoe", "/x?a");
    row("https://chat.example/x?username=a%26b%3Dc", "/x?username");
    row("https://chat.example/x?", "/x");
}

void Log::masked()
{
    QFETCH(QString, url);
    QFETCH(QString, path);
    QCOMPARE(maskedPath(QUrl(url)), path);
}

void Log::keepsTheNewest()
{
    RequestLog log(3);
    QVERIFY(log.after(0).empty());
    for (int i = 1; i <= 5; ++i) {
        RequestRecord r;
        r.status = i;
        log.add(r);
    }
    QCOMPARE(log.count(), quint64(5));
    const auto all = log.after(0);
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all.front().n, quint64(3));
    QCOMPARE(all.front().record.status, 3);
    QCOMPARE(log.after(2).size(), size_t(3));
    QCOMPARE(log.after(4).size(), size_t(1));
    QCOMPARE(log.after(4).front().n, quint64(5));
    QVERIFY(log.after(5).empty());
    QVERIFY(log.after(99).empty());
}

void Log::perMinute()
{
    RequestLog log(2); // what it forgets still counts as traffic
    const auto at = [&](const char *origin, qint64 second) {
        RequestRecord r;
        r.origin = QString::fromLatin1(origin);
        r.at = Instant::fromSeconds(second);
        log.add(r);
    };
    for (int i = 0; i < 5; ++i)
        at("https://a:443", 1000 + i);
    at("https://b:443", 1000);
    using Counts = std::map<QString, int>;
    const QString a = QStringLiteral("https://a:443"), b = QStringLiteral("https://b:443");
    QCOMPARE(log.perMinute(Instant::fromSeconds(1010)), (Counts{{a, 5}, {b, 1}}));
    QCOMPARE(log.perMinute(Instant::fromSeconds(1062)), (Counts{{a, 3}, {b, 0}}));
    QCOMPARE(log.perMinute(Instant::fromSeconds(2000)), (Counts{{a, 0}, {b, 0}}));
}

void Log::tightestLimit()
{
    RequestLog log;
    const QString origin = QStringLiteral("https://a:443");
    const auto told = [&](const char *name, int remaining, qint64 until) {
        RequestRecord r;
        r.origin = origin;
        r.name = QString::fromLatin1(name);
        r.limit = RateLimit{10, remaining, Instant::fromSeconds(until)};
        log.add(r);
    };
    const Instant now = Instant::fromSeconds(100);
    QVERIFY(!log.tightestLimit(origin, now));
    told("a", 0, 50); // over
    told("b", 7, 160);
    told("c", 2, 120);
    told("d", 9, 130);
    QCOMPARE(log.tightestLimit(origin, now)->name, QStringLiteral("c"));
    QCOMPARE(log.tightestLimit(origin, now)->told.remaining, 2);
    told("c", 8, 180);
    QCOMPARE(log.tightestLimit(origin, now)->name, QStringLiteral("b"));
    QCOMPARE(log.tightestLimit(origin, Instant::fromSeconds(999))->name, QStringLiteral("c")); // told last
    log.wait(origin, 12);
    QCOMPARE(log.waiting(origin), 12);
    QCOMPARE(log.waiting(QStringLiteral("https://b:443")), 0);
}

void Log::everyAttempt()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        const QByteArray reset = QByteArray::number(QDateTime::currentMSecsSinceEpoch() + 30'000);
        if (server.calls.size() == 1)
            call.respond(502, "no");
        else
            call.respond(200, "12345",
                         {{"X-RateLimit-Limit", "10"}, {"X-RateLimit-Remaining", "8"}, {"X-RateLimit-Reset", reset}});
    };
    RequestLog log;
    HttpClient client;
    client.setObserver([&](const RequestRecord &r) { log.add(r); });
    client.addServer(server.url(), {});
    QVERIFY(await(client.send(get(server.url(QStringLiteral("/api?username=zoe"))))));
    const auto all = log.after(0);
    QCOMPARE(all.size(), size_t(2));
    QCOMPARE(all[0].record.attempt, 1);
    QCOMPARE(all[0].record.status, 502);
    QVERIFY(!all[0].record.limit);
    QCOMPARE(all[1].record.attempt, 2);
    QCOMPARE(all[1].record.path, QStringLiteral("/api?username"));
    QCOMPARE(all[1].record.method, Method::Get);
    const QString origin = all[1].record.origin;
    const Instant now = all[1].record.at;
    QCOMPARE(log.tightestLimit(origin, now)->told.remaining, 8);
    QVERIFY(log.tightestLimit(origin, now)->told.resetAt > now);
}

QTEST_GUILESS_MAIN(Log)
#include "tst_log.moc"
