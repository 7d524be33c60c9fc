// R283: the pure part of honouring the rate limiter: what the headers and Retry-After mean, with no clock of its own.
#include "core/net/httpdate.h"
#include "core/net/origin.h"
#include "core/net/pacing.h"
#include "core/net/server.h"

#include <QTest>

using namespace liaison;
using namespace liaison::net;
using namespace std::chrono_literals;

namespace {

constexpr qint64 noon = 1'800'000'000'000;

HttpReply limited(int remaining, qint64 resetMs, qint64 dateMs = noon, int limit = 0)
{
    HttpReply reply;
    reply.status = 200;
    reply.serverDate = {dateMs};
    reply.headers = {{"x-ratelimit-remaining", QByteArray::number(remaining)},
                     {"x-ratelimit-reset", QByteArray::number(resetMs)}};
    if (limit > 0)
        reply.headers.prepend({"x-ratelimit-limit", QByteArray::number(limit)});
    return reply;
}

} // namespace

class Pacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A hold that ends between two looks at the clock: whoever looks second has to send what waits.
    void aHoldThatEndsBetweenTwoLooks()
    {
        Server server(QStringLiteral("http://127.0.0.1:1"), {});
        HttpRequest request;
        request.name = QStringLiteral("held");
        Route &route = server.routeOf(request);
        const auto now = std::chrono::steady_clock::now();
        route.gate.hold(now, std::chrono::seconds(1));
        route.waiting[0].emplace(1, nullptr);
        QVERIFY(server.nextOpening(now) == now + std::chrono::seconds(1));
        const auto after = now + std::chrono::seconds(1);
        QVERIFY(server.nextOpening(after) == after);
        QVERIFY(!server.longestWait(after));
        route.waiting[0].clear();
        QVERIFY(!server.nextOpening(after));
    }
    void neverHeldWithoutHeaders();
    void heldUntilReset_data();
    void heldUntilReset();
    void inFlightCounts();
    void limitAfterReset();
    void laterAnswerCounts();
    void toldWait();
    void cappedWait();
    void nonsense_data();
    void nonsense();
    void retryAfter_data();
    void retryAfter();
    void dates_data();
    void dates();
    void origins_data();
    void origins();
    void loopback_data();
    void loopback();
};

void Pacing::neverHeldWithoutHeaders()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    for (int i = 0; i < 100; ++i) {
        QVERIFY(gate.mayStart(now));
        const auto ticket = gate.started();
        if (i % 2 == 0) {
            gate.learn(ticket, HttpReply{}, now, {noon});
            gate.ended();
        }
    }
    QVERIFY(!gate.heldUntil(now));
}

void Pacing::heldUntilReset_data()
{
    QTest::addColumn<qint64>("skew"); // of this machine against the server
    QTest::addColumn<bool>("date");
    QTest::newRow("same clock") << qint64(0) << true;
    QTest::newRow("we are a day behind") << qint64(-86'400'000) << true;
    QTest::newRow("we are a day ahead") << qint64(86'400'000) << true;
    QTest::newRow("no Date, same clock") << qint64(0) << false;
}

void Pacing::heldUntilReset()
{
    QFETCH(qint64, skew);
    QFETCH(bool, date);
    RouteGate gate;
    const RouteGate::Time now{1h};
    const auto ticket = gate.started();
    gate.ended();
    gate.learn(ticket, limited(0, noon + 42'000, date ? noon : 0), now, {noon + skew});
    QCOMPARE(gate.heldUntil(now), std::optional(now + 42s));
    QVERIFY(!gate.mayStart(now));
    QVERIFY(!gate.mayStart(now + 41'999ms));
    QVERIFY(gate.mayStart(now + 42s));
    QVERIFY(!gate.heldUntil(now + 42s));
}

void Pacing::inFlightCounts()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    const auto first = gate.started();
    const auto second = gate.started();
    static_cast<void>(gate.started());
    gate.ended();
    gate.learn(first, limited(2, noon + 60'000), now, {noon});
    QVERIFY(!gate.mayStart(now));  // two in flight may be the two that are left
    QVERIFY(!gate.heldUntil(now)); // but that is no reason to wait for the clock
    gate.ended();
    gate.learn(second, limited(2, noon + 60'000), now, {noon});
    QVERIFY(gate.mayStart(now));
}

void Pacing::limitAfterReset()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    const auto ticket = gate.started();
    gate.ended();
    gate.learn(ticket, limited(0, noon + 1000, noon, 3), now, {noon});
    const auto later = now + 1s;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(gate.mayStart(later));
        static_cast<void>(gate.started());
    }
    QVERIFY(!gate.mayStart(later)); // the new window is known to allow three
}

void Pacing::laterAnswerCounts()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    const auto first = gate.started();
    const auto second = gate.started();
    const auto third = gate.started();
    gate.ended();
    gate.ended();
    gate.learn(second, limited(1, noon + 60'000), now, {noon});
    gate.learn(first, limited(5, noon + 60'000), now, {noon}); // overtaken on the way
    QVERIFY(!gate.mayStart(now));
    gate.ended();
    gate.learn(third, limited(0, noon + 60'000), now, {noon});
    QVERIFY(gate.heldUntil(now));
}

void Pacing::toldWait()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    gate.hold(now, 26s);
    QVERIFY(!gate.mayStart(now + 25s));
    QVERIFY(gate.mayStart(now + 26s));
    gate.hold(now, -5s);
    QVERIFY(gate.mayStart(now));
}

void Pacing::cappedWait()
{
    RouteGate gate;
    const RouteGate::Time now{1h};
    gate.hold(now, 1h);
    QCOMPARE(gate.heldUntil(now), std::optional<RouteGate::Time>(now + HttpClient::maxWait));
    RouteGate other;
    const auto ticket = other.started();
    other.ended();
    other.learn(ticket, limited(0, noon + 3'600'000), now, {noon});
    QVERIFY(!other.mayStart(now + HttpClient::maxWait - 1ms));
    QVERIFY(other.mayStart(now + HttpClient::maxWait)); // asks again, and is told again
}

void Pacing::nonsense_data()
{
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QByteArray>("reset");
    const QByteArray soon = QByteArray::number(noon + 5000);
    QTest::newRow("no reset") << QByteArray("0") << QByteArray();
    QTest::newRow("no remaining") << QByteArray() << soon;
    QTest::newRow("negative") << QByteArray("-1") << soon;
    QTest::newRow("words") << QByteArray("none") << soon;
    QTest::newRow("reset passed") << QByteArray("0") << QByteArray::number(noon - 1);
    QTest::newRow("reset in seconds") << QByteArray("0") << QByteArray::number(noon / 1000 + 60);
    QTest::newRow("too large") << QByteArray("0") << QByteArray("99999999999999999999999");
}

void Pacing::nonsense()
{
    QFETCH(QByteArray, remaining);
    QFETCH(QByteArray, reset);
    HttpReply reply;
    reply.serverDate = {noon};
    reply.headers = {{"x-ratelimit-remaining", remaining}, {"x-ratelimit-reset", reset}};
    RouteGate gate;
    const RouteGate::Time now{1h};
    const auto ticket = gate.started();
    gate.learn(ticket, reply, now, {noon});
    QVERIFY(gate.mayStart(now));
}

void Pacing::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("ms"); // -1 = nothing told
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("seconds") << QByteArray("26") << qint64(26'000);
    QTest::newRow("spaces") << QByteArray(" 5 ") << qint64(5000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("date") << QByteArray("Fri, 15 Jan 2027 08:00:30 GMT") << qint64(30'000);
    QTest::newRow("date passed") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(0);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
}

void Pacing::retryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, ms);
    HttpReply reply;
    if (!value.isEmpty())
        reply.headers = {{"retry-after", value}};
    const auto expected = ms < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(ms));
    QCOMPARE(retryAfterHeader(reply, {noon}), expected);
    reply.serverDate = {noon};
    QCOMPARE(retryAfterHeader(reply, {noon - 86'400'000}), expected); // the server's clock counts
}

void Pacing::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("RFC example") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784'111'777'000);
    QTest::newRow("noon") << QByteArray("Fri, 15 Jan 2027 08:00:00 GMT") << noon;
    QTest::newRow("skipped by summer time") << QByteArray("Sun, 29 Mar 2026 02:30:00 GMT") << qint64(1'774'751'400'000);
    QTest::newRow("other zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 EST") << qint64(0);
    QTest::newRow("no date") << QByteArray("Sun, 31 Feb 1994 08:49:37 GMT") << qint64(0);
    QTest::newRow("nothing") << QByteArray() << qint64(0);
}

void Pacing::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ms);
    for (const char *zone : {"UTC", "Europe/Paris", "America/New_York"}) {
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(parseHttpDate(text).ms, ms);
    }
    qunsetenv("TZ");
    tzset();
}

void Pacing::origins_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("https") << u"https://Moodle.Example/a?b=c"_qs << u"https://moodle.example:443"_qs;
    QTest::newRow("port") << u"https://moodle.example:8443/"_qs << u"https://moodle.example:8443"_qs;
    QTest::newRow("default port named") << u"https://moodle.example:443"_qs << u"https://moodle.example:443"_qs;
    QTest::newRow("http") << u"http://localhost/x"_qs << u"http://localhost:80"_qs;
    QTest::newRow("IPv6") << u"http://[::1]:8080/x"_qs << u"http://[::1]:8080"_qs;
    QTest::newRow("user information") << u"https://u:p@h.example/"_qs << u"https://h.example:443"_qs;
    QTest::newRow("umlaut") << u"https://bücher.example/"_qs << u"https://xn--bcher-kva.example:443"_qs;
}

void Pacing::origins()
{
    QFETCH(QString, url);
    QFETCH(QString, origin);
    QCOMPARE(originOf(QUrl(url)), origin);
}

void Pacing::loopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("is");
    QTest::newRow("name") << u"localhost"_qs << true;
    QTest::newRow("capitals") << u"LOCALHOST"_qs << true;
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_qs << true;
    QTest::newRow("127.8.9.10") << u"127.8.9.10"_qs << true;
    QTest::newRow("::1") << u"[::1]"_qs << true;
    QTest::newRow("prefix") << u"127.0.0.1.example"_qs << false;
    QTest::newRow("suffix") << u"localhost.example"_qs << false;
    QTest::newRow("any") << u"0.0.0.0"_qs << false;
    QTest::newRow("private") << u"10.0.0.1"_qs << false;
    QTest::newRow("name of a host") << u"moodle.example"_qs << false;
}

void Pacing::loopback()
{
    QFETCH(QString, host);
    QFETCH(bool, is);
    QCOMPARE(isLoopback(QUrl(QString(u"http://" + host + u"/"))), is);
}

QTEST_GUILESS_MAIN(Pacing)
#include "tst_pacing.moc"
