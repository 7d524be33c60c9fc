// What an answer becomes, and what is told about it. R269 (paths), design rule 10 (no secrets in errors).
#include "tests/net/await.h"
#include "tests/net/testserver.h"

#include <mutex>

using namespace liaison;
using namespace liaison::net;
using namespace std::chrono_literals;

class Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusIsAReply_data();
    void everyStatusIsAReply();
    void challengesAreReplies_data();
    void challengesAreReplies();
    void requestAsSent();
    void noCookies();
    void roomForPadding_data();
    void roomForPadding();
    void serverDate();
    void foreignEncoding();
    void sizeLimit_data();
    void sizeLimit();
    void compressionBomb();
    void records();
    void noSecretsInErrors();
};

void Answers::everyStatusIsAReply_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("write");
    for (const int status :
         {200, 201, 204, 304, 400, 401, 403, 404, 405, 409, 410, 418, 422, 500, 501, 502, 503, 504}) {
        QTest::addRow("%d read", status) << status << false;
        QTest::addRow("%d write", status) << status << true;
    }
}

void Answers::everyStatusIsAReply()
{
    QFETCH(int, status);
    QFETCH(bool, write);
    const QByteArray text = status == 204 || status == 304 ? QByteArray() : R"({"success":false})";
    TestServer server([&](const Call &call) {
        if (status == 204 || status == 304)
            call.raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\nX-Odd: Yes\r\n\r\n");
        else
            call.respond(status, text, {{"X-Odd", "Yes"}});
    });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(post(server.url(), "{}", write)));
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->body, text);
    QCOMPARE(reply->header("x-odd"), QByteArray("Yes"));
    QCOMPARE(server.calls.size(), status >= 500 && !write ? 2 : 1);
}

void Answers::challengesAreReplies_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("basic") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("digest") << QByteArray("Digest realm=\"x\", nonce=\"1\"");
    QTest::newRow("bearer") << QByteArray("Bearer");
    QTest::newRow("ntlm") << QByteArray("NTLM");
    QTest::newRow("negotiate") << QByteArray("Negotiate");
}

void Answers::challengesAreReplies()
{
    QFETCH(QByteArray, challenge);
    TestServer server([&](const Call &call) { call.respond(401, "who?", {{"WWW-Authenticate", challenge}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    for (const auto &request : {get(server.url()), post(server.url(), "{}", true), post(server.url(), {}, true)}) {
        server.calls.clear();
        const auto reply = await(client.send(request));
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QCOMPARE(reply->body, QByteArray("who?"));
        QCOMPARE(server.calls.size(), 1);
        QVERIFY(server.calls.first().header("authorization").isEmpty());
    }
}

void Answers::requestAsSent()
{
    TestServer server([](const Call &call) { call.respond(200); });
    HttpClient client;
    client.addServer(server.url(), {});
    auto request = post(server.url(QStringLiteral("/moodle/webservice/rest/server.php")), "wstoken=abc&x=1", false);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Auth-Token", "t"}};
    QVERIFY(await(client.send(request)));
    const Call call = server.calls.constFirst();
    QCOMPARE(call.method, QByteArray("POST"));
    QCOMPARE(call.target, QByteArray("/moodle/webservice/rest/server.php"));
    QCOMPARE(call.body, QByteArray("wstoken=abc&x=1"));
    QCOMPARE(call.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(call.header("x-auth-token"), QByteArray("t"));
    QCOMPARE(call.header("accept-encoding"), QByteArray("gzip"));
    QVERIFY(call.header("user-agent").startsWith("Liaison/"));

    const QUrl url = server.url(QStringLiteral("/chat/api/v1/groups.info?roomId=a%20b"));
    QVERIFY(await(client.send(get(url))));
    QCOMPARE(server.calls.last().method, QByteArray("GET"));
    QCOMPARE(server.calls.last().target, QByteArray("/chat/api/v1/groups.info?roomId=a%20b"));
    QVERIFY(server.calls.last().body.isEmpty());
}

void Answers::noCookies()
{
    TestServer server([](const Call &call) { call.respond(200, "x", {{"Set-Cookie", "MoodleSession=1; Path=/"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto first = await(client.send(get(server.url())));
    QVERIFY(first);
    QVERIFY(first->header("set-cookie").isEmpty());
    QVERIFY(await(client.send(get(server.url()))));
    for (const Call &call : std::as_const(server.calls))
        QVERIFY(call.header("cookie").isEmpty());
}

void Answers::roomForPadding_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("zip");
    for (const int size : {0, 1, 63, 64, 65, 4096, 65536, 1'000'000}) {
        QTest::addRow("%d", size) << size << false;
        QTest::addRow("%d gzip", size) << size << true;
    }
}

void Answers::roomForPadding()
{
    QFETCH(int, size);
    QFETCH(bool, zip);
    const QByteArray text(size, 'x');
    TestServer server([&](const Call &call) {
        if (zip)
            call.respond(200, gzipped(text), {{"Content-Encoding", "gzip"}});
        else
            call.respond(200, text);
    });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->body, text);
    QVERIFY(reply->body.capacity() >= reply->body.size() + 64);
}

void Answers::serverDate()
{
    TestServer server([](const Call &call) { call.respond(200, "x", {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    auto reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(reply->serverDate.ms, 784111777000);
    server.handler = [](const Call &call) { call.respond(200); };
    reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QVERIFY(!reply->serverDate.isKnown());
}

void Answers::foreignEncoding()
{
    TestServer server([&](const Call &call) { call.respond(200, "?", {{"Content-Encoding", "br"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::BadReply);
}

void Answers::sizeLimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("passes");
    for (const char *how : {"length", "chunked", "gzip", "until close"}) {
        QTest::addRow("%s, at the limit", how) << 100'000 << QString::fromLatin1(how) << true;
        QTest::addRow("%s, one more", how) << 100'001 << QString::fromLatin1(how) << false;
        QTest::addRow("%s, much more", how) << 5'000'000 << QString::fromLatin1(how) << false;
    }
}

void Answers::sizeLimit()
{
    QFETCH(int, size);
    QFETCH(QString, how);
    QFETCH(bool, passes);
    const QByteArray text(size, 'x');
    TestServer server([&](const Call &call) {
        if (how == u"length")
            call.respond(200, text);
        else if (how == u"chunked")
            call.respond(200, chunked(text, 8000), {{"Transfer-Encoding", "chunked"}});
        else if (how == u"gzip")
            call.respond(200, gzipped(text), {{"Content-Encoding", "gzip"}});
        else {
            call.raw("HTTP/1.1 200 OK\r\n\r\n" + text);
            call.close();
        }
    });
    HttpClient client;
    client.addServer(server.url(), {});
    auto request = get(server.url());
    request.maxBytes = 100'000;
    const auto reply = await(client.send(request));
    if (passes) {
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
        QCOMPARE(reply->body, text);
    } else {
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::TooLarge);
        QCOMPARE(server.calls.size(), 1); // it would be as large again
    }
}

void Answers::compressionBomb()
{
    // Honest JSON compresses 1000:1 when it repeats itself; Qt would call that a bomb (ratio over 40), we count bytes.
    const QByteArray text(20'000'000, '0');
    TestServer server([&](const Call &call) { call.respond(200, gzipped(text), {{"Content-Encoding", "gzip"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    auto request = get(server.url());
    auto reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->body.size(), text.size());
    request.maxBytes = 1'000'000;
    reply = await(client.send(request));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::TooLarge);
}

void Answers::records()
{
    TestServer server;
    server.handler = [&](const Call &call) {
        if (server.calls.size() == 1)
            call.respond(502, "no");
        else if (call.target.startsWith("/hang"))
            return;
        else
            call.respond(200, "12345");
    };
    std::mutex mutex;
    QList<RequestRecord> seen;
    HttpClient client;
    client.setObserver([&](const RequestRecord &r) {
        const std::lock_guard lock(mutex);
        seen << r;
    });
    client.addServer(server.url(), {});
    QVERIFY(await(client.send(get(server.url()))));
    auto hang = post(server.url(QStringLiteral("/hang?token=secret")), "{}", true);
    hang.timeout = 80ms;
    QVERIFY(!await(client.send(hang)));
    const std::lock_guard lock(mutex);
    QCOMPARE(seen.size(), 3); // each attempt is one
    QCOMPARE(seen[0].status, 502);
    QCOMPARE(seen[1].status, 200);
    QCOMPARE(seen[1].bytes, 5);
    QCOMPARE(seen[1].name, QStringLiteral("test.read"));
    QCOMPARE(seen[1].origin, QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    QVERIFY(seen[1].error.isEmpty());
    QVERIFY(seen[1].at.isKnown());
    QVERIFY(!seen[1].write);
    QVERIFY(seen[2].write);
    QCOMPARE(seen[2].error, QStringLiteral("timeout"));
    QVERIFY(seen[2].milliseconds >= 75);
}

void Answers::noSecretsInErrors()
{
    TestServer server;
    QUrl closed;
    {
        TestServer gone;
        closed = gone.url(QStringLiteral("/refused?wstoken=SECRET"));
    }
    server.handler = [](const Call &call) {
        if (call.target.startsWith("/reset"))
            call.reset();
        else if (call.target.startsWith("/redirect"))
            call.respond(302, {}, {{"Location", "http://127.0.0.1:1/x?wstoken=SECRET"}});
        else if (call.target.startsWith("/large"))
            call.respond(200, QByteArray(1000, 'x'));
        else if (call.target.startsWith("/cut")) {
            call.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nSECRET");
            call.close();
        }
    };
    std::mutex mutex;
    QStringList words;
    HttpClient client;
    client.setObserver([&](const RequestRecord &r) {
        const std::lock_guard lock(mutex);
        words << r.error << r.name << r.origin;
    });
    client.addServer(server.url(), {});
    client.addServer(closed, {});
    QList<QUrl> urls{closed};
    for (const char *path : {"/reset", "/redirect", "/large", "/cut", "/hang"})
        urls << server.url(QString(QString::fromLatin1(path) + u"?wstoken=SECRET"));
    for (const QUrl &url : urls) {
        auto request = get(url);
        request.timeout = 100ms;
        request.maxBytes = 100;
        request.headers = {{"X-Auth-Token", "SECRET"}};
        const auto reply = await(client.send(request));
        QVERIFY2(!reply, qPrintable(url.path()));
        const Error &e = reply.error();
        words << e.code << e.where << e.serverCode << e.detail;
    }
    const std::lock_guard lock(mutex);
    QVERIFY(!words.join(u' ').contains(u"SECRET"));
    QVERIFY(!words.join(u' ').contains(u"wstoken"));
}

QTEST_GUILESS_MAIN(Answers)
#include "tst_answers.moc"
