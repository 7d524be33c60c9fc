#include "core/sandbox/front_message.h"

#include <QTest>

using namespace liaison;
using namespace liaison::sandbox;

class FrontMessage : public QObject
{
    Q_OBJECT

    static RequestReader reader()
    {
        return RequestReader([](const QString &) { return qsizetype(1000); });
    }

private Q_SLOTS:
    void bytesOneByOne_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("length") << QByteArray("POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
                                << QByteArray("hello");
        QTest::newRow("chunked") << QByteArray("POST /a?b=c HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                               "3;ext=1\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: 1\r\n\r\n")
                                 << QByteArray("hello");
        QTest::newRow("no body") << QByteArray("\r\nGET /a?b=c HTTP/1.1\r\nHOST: x\r\n\r\n") << QByteArray();
        QTest::newRow("bare lines") << QByteArray("GET /a?b=c HTTP/1.1\nHost: x\n\n") << QByteArray();
    }
    void bytesOneByOne()
    {
        QFETCH(QByteArray, wire);
        QFETCH(QByteArray, body);
        RequestReader r = reader();
        for (qsizetype i = 0; i < wire.size(); ++i) {
            QVERIFY(r.read() == RequestReader::State::Incomplete);
            r.append(wire.mid(i, 1));
        }
        QVERIFY(r.read() == RequestReader::State::Ready);
        const HttpRequest request = r.take();
        QCOMPARE(request.body, body);
        QCOMPARE(request.path, QStringLiteral("/a"));
        QCOMPARE(request.query.queryItemValue(QStringLiteral("b")), QStringLiteral("c"));
        QCOMPARE(request.header("host"), QByteArray("x"));
        QVERIFY(r.read() == RequestReader::State::Incomplete);
    }

    void pipelinedRequestsStayApart()
    {
        RequestReader r = reader();
        r.append("POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\naGET /2 HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(r.read() == RequestReader::State::Ready);
        QCOMPARE(r.take().path, QStringLiteral("/1"));
        QVERIFY(r.read() == RequestReader::State::Ready);
        QCOMPARE(r.take().path, QStringLiteral("/2"));
    }

    void queryIsDecoded()
    {
        RequestReader r = reader();
        r.append(
            "GET /%C3%A9+x?types%5B%5D=p&name=a+b%2Bc%26d&filter=%C3%A9&raw[]=1&p=100%25 HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(r.read() == RequestReader::State::Ready);
        const HttpRequest request = r.take();
        QCOMPARE(request.path, QStringLiteral("/é+x"));
        const auto value = [&](const QString &key) { return request.query.queryItemValue(key, QUrl::FullyDecoded); };
        QCOMPARE(value(QStringLiteral("types[]")), QStringLiteral("p"));
        QCOMPARE(value(QStringLiteral("raw[]")), QStringLiteral("1"));
        QCOMPARE(value(QStringLiteral("name")), QStringLiteral("a b+c&d"));
        QCOMPARE(value(QStringLiteral("filter")), QStringLiteral("é"));
        QCOMPARE(value(QStringLiteral("p")), QStringLiteral("100%"));
        QVERIFY(request.query.queryItems(QUrl::FullyDecoded).contains({u"types[]"_qs, u"p"_qs}));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &wire, int status) {
            QTest::newRow(name) << wire << status;
        };
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("nonsense", "hello\r\n\r\n", 400);
        row("http 2", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505);
        row("two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400);
        row("length and chunks",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("signed length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\n", 400);
        row("too large", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n", 413);
        row("too large in chunks", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n", 413);
        row("bad chunk", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        row("other encoding", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("space in name", "GET / HTTP/1.1\r\nHost: x\r\nA B: 1\r\n\r\n", 400);
        row("head without end", "GET / HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(300'000, 'a'), 431);
    }
    void refusals()
    {
        QFETCH(QByteArray, wire);
        QFETCH(int, status);
        RequestReader r = reader();
        r.append(wire);
        RequestReader::State state = r.read();
        if (state == RequestReader::State::Incomplete)
            state = r.read();
        QVERIFY(state == RequestReader::State::Refused);
        QCOMPARE(r.refusal(), status);
    }

    void connectionAndEncoding_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("keepAlive");
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << QByteArray("HTTP/1.1\r\nHost: x") << true << false;
        QTest::newRow("close") << QByteArray("HTTP/1.1\r\nHost: x\r\nConnection: Close") << false << false;
        QTest::newRow("1.0") << QByteArray("HTTP/1.0") << false << false;
        QTest::newRow("1.0 keep") << QByteArray("HTTP/1.0\r\nConnection: Keep-Alive") << true << false;
        QTest::newRow("gzip") << QByteArray("HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br, gzip;q=0.5") << true << true;
        QTest::newRow("no gzip") << QByteArray("HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip;q=0, br") << true << false;
    }
    void connectionAndEncoding()
    {
        QFETCH(QByteArray, head);
        RequestReader r = reader();
        r.append("GET / " + head + "\r\n\r\n");
        QVERIFY(r.read() == RequestReader::State::Ready);
        const HttpRequest request = r.take();
        QTEST(request.keepAlive, "keepAlive");
        QTEST(request.acceptsGzip, "gzip");
    }

    void reply()
    {
        Reply r;
        r.status = 429;
        r.headers.append(qMakePair(QByteArray("X-RateLimit-Remaining"), QByteArray("0")));
        r.body = "{}";
        const WireReply wire = toWire(r, {Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z")), true, true, false});
        QCOMPARE(wire.head, QByteArray("HTTP/1.1 429 Too Many Requests\r\nDate: Fri, 20 Nov 2026 08:00:00 GMT\r\n"
                                       "Content-Type: application/json\r\nX-RateLimit-Remaining: 0\r\n"
                                       "Content-Length: 2\r\nConnection: keep-alive\r\n\r\n"));
        QCOMPARE(wire.body, QByteArray("{}"));
    }

    void gzipAboveOneKilobyte()
    {
        Reply r;
        r.body = QByteArray(1024, 'a');
        QVERIFY(!toWire(r, {{}, true, true, false}).head.contains("gzip"));
        r.body += 'a';
        const WireReply wire = toWire(r, {{}, true, true, false});
        QVERIFY(wire.head.contains("Content-Encoding: gzip\r\n"));
        QVERIFY(wire.body.startsWith("\x1f\x8b\x08"));
        QVERIFY(!toWire(r, {{}, true, false, false}).head.contains("gzip"));
    }

    /// An answer that is kept is packed once, for those who take it packed; the next may not.
    void keptAnswerForBoth()
    {
        Reply r;
        r.body = QByteArray(2000, 'a');
        r.packed = std::make_shared<QByteArray>();
        const WireReply plain = toWire(r, {{}, true, false, false}), packed = toWire(r, {{}, true, true, false});
        QVERIFY(r.packed->startsWith("\x1f\x8b\x08"));
        QCOMPARE(packed.body, *r.packed);
        const WireReply after = toWire(r, {{}, true, false, false});
        QCOMPARE(after.body, r.body);
        QCOMPARE(after.head, plain.head);
        QCOMPARE(toWire(r, {{}, true, true, false}).body, packed.body);
    }

    void headHasLengthAndNoBody()
    {
        Reply r;
        r.body = "12345";
        const WireReply wire = toWire(r, {{}, true, false, true});
        QVERIFY(wire.head.contains("Content-Length: 5\r\n"));
        QVERIFY(wire.body.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FrontMessage)
#include "tst_front_message.moc"
