// Where nothing may be sent to, and what becomes of it: design rules 11 and 13.
#include "tests/net/await.h"
#include "tests/net/testserver.h"

#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::net;

class Refused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirectInside();
    void redirectRefused_data();
    void redirectRefused();
    void redirectLoop();
    void refusedAndUnknownHosts();
    void refusedBeforeTheNetwork_data();
    void refusedBeforeTheNetwork();
    void badConfiguration();
};

void Refused::redirectInside()
{
    TestServer server([](const Call &call) {
        if (call.target == "/moodle")
            call.respond(301, "moved", {{"Location", "/moodle/"}});
        else if (call.target == "/moodle/")
            call.respond(307, "moved", {{"Location", "index?a=b"}});
        else
            call.respond(200, "there");
    });
    HttpClient client;
    client.addServer(server.url(), {});
    auto request = get(server.url(QStringLiteral("/moodle")));
    request.headers = {{"X-Auth-Token", "t"}};
    const auto reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("there"));
    QCOMPARE(server.targets(), (QList<QByteArray>{"/moodle", "/moodle/", "/moodle/index?a=b"}));
    QCOMPARE(server.calls.last().header("x-auth-token"), QByteArray("t"));
}

void Refused::redirectRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<QString>("target"); // %1 = the other server
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d, GET, elsewhere", status) << status << false << QStringLiteral("http://127.0.0.1:%1/");
        QTest::addRow("%d, POST, elsewhere", status) << status << true << QStringLiteral("http://127.0.0.1:%1/");
        QTest::addRow("%d, POST, inside", status) << status << true << QStringLiteral("/other");
    }
    QTest::newRow("other name") << 302 << false << QStringLiteral("http://localhost:%1/");
    QTest::newRow("scheme-relative") << 302 << false << QStringLiteral("//127.0.0.1:%1/");
    QTest::newRow("file") << 302 << false << QStringLiteral("file:///etc/passwd");
}

void Refused::redirectRefused()
{
    QFETCH(int, status);
    QFETCH(bool, isPost);
    QFETCH(QString, target);
    TestServer other([](const Call &call) { call.respond(200, "stolen"); });
    const QByteArray location = target.contains(u'%') ? target.arg(other.serverPort()).toLatin1() : target.toLatin1();
    TestServer server([&](const Call &call) { call.respond(status, "moved", {{"Location", location}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    client.addServer(other.url(), {}); // that it is configured changes nothing: the token is not its own
    auto request = isPost ? post(server.url(), "{}", true) : get(server.url());
    request.headers = {{"X-Auth-Token", "secret"}};
    const auto reply = await(client.send(request));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::BadReply);
    QCOMPARE(reply.error().code, QStringLiteral("redirect"));
    QCOMPARE(reply.error().httpStatus, status);
    QCOMPARE(server.calls.size(), 1);
    QCOMPARE(other.connections, 0);
}

void Refused::redirectLoop()
{
    TestServer server([](const Call &call) { call.respond(302, {}, {{"Location", "/again"}}); });
    HttpClient client;
    client.addServer(server.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, QStringLiteral("redirect"));
    QCOMPARE(server.calls.size(), 4); // the request and three more
}

void Refused::refusedAndUnknownHosts()
{
    QUrl closed;
    {
        TestServer server;
        closed = server.url();
    }
    // Longer than a name can be (253): fails in the resolver of this machine, nothing is asked on the network.
    const QUrl nowhere(
        QString(u"https://" + QString(u"abcdefghijklmnopqrstuvwxyz"_qs + u'.').repeated(10) + u"invalid"));
    QVERIFY(nowhere.isValid());
    HttpClient client;
    client.addServer(closed, {});
    client.addServer(nowhere, {});
    auto reply = await(client.send(get(closed)));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Refused);
    reply = await(client.send(get(nowhere)));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::HostNotFound);
}

void Refused::refusedBeforeTheNetwork_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("code");
    const auto insecure = QStringLiteral("insecure-url");
    const auto unknown = QStringLiteral("unknown-host");
    QTest::newRow("clear") << QUrl(QStringLiteral("http://moodle.example/")) << insecure;
    QTest::newRow("clear, private") << QUrl(QStringLiteral("http://192.168.1.1/")) << insecure;
    QTest::newRow("clear, looks like loopback") << QUrl(QStringLiteral("http://127.0.0.1.example/")) << insecure;
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/")) << insecure;
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd")) << insecure;
    QTest::newRow("nothing") << QUrl() << insecure;
    QTest::newRow("password in it") << QUrl(QStringLiteral("https://u:p@registered.example/")) << insecure;
    QTest::newRow("not registered") << QUrl(QStringLiteral("https://other.example/")) << unknown;
    QTest::newRow("other port") << QUrl(QStringLiteral("https://registered.example:8443/")) << unknown;
    QTest::newRow("loopback, not registered") << QUrl(QStringLiteral("http://127.0.0.1:9/")) << unknown;
    QTest::newRow("IPv6 loopback, not registered") << QUrl(QStringLiteral("http://[::1]:9/")) << unknown;
}

void Refused::refusedBeforeTheNetwork()
{
    QFETCH(QUrl, url);
    QFETCH(QString, code);
    HttpClient client;
    client.addServer(QUrl(QStringLiteral("https://registered.example/")), {});
    client.addServer(QUrl(QStringLiteral("http://moodle.example/")), {}); // registering does not make it allowed
    const auto future = client.send(get(url));
    QVERIFY(future.isFinished());
    const auto reply = future.result();
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Input);
    QCOMPARE(reply.error().code, code);

    TestServer server([](const Call &call) { call.respond(200); });
    client.addServer(server.url(), {});
    auto write = get(server.url());
    write.write = true;
    QCOMPARE(await(client.send(write)).error().code, QStringLiteral("write-by-get"));
    auto split = get(server.url());
    split.headers = {{"X-Auth-Token", "a\r\nX-More: b"}};
    QCOMPARE(await(client.send(split)).error().code, QStringLiteral("bad-header"));
    QCOMPARE(server.connections, 0);
}

void Refused::badConfiguration()
{
    QTemporaryDir dir;
    QFile empty(dir.filePath(QStringLiteral("empty.pem")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    TestServer server([](const Call &call) { call.respond(200, "ok"); });
    HttpClient client;
    client.addServer(server.url(), {.connections = 6, .caFile = empty.fileName(), .timeout = {}, .proxy = {}, .retryAfter = {}});
    auto reply = await(client.send(get(server.url())));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Input);
    QCOMPARE(reply.error().code, QStringLiteral("ca-file"));
    const auto proxy = QStringLiteral("gopher://u:secret@proxy:1");
    client.addServer(server.url(), {.connections = 6, .caFile = {}, .timeout = {}, .proxy = proxy, .retryAfter = {}});
    reply = await(client.send(get(server.url())));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, QStringLiteral("proxy"));
    QVERIFY(!reply.error().where.contains(u"secret"));
    client.addServer(server.url(), {}); // corrected in the settings
    reply = await(client.send(get(server.url())));
    QVERIFY(reply);
    QCOMPARE(server.calls.size(), 1);
}

QTEST_GUILESS_MAIN(Refused)
#include "tst_refused.moc"
