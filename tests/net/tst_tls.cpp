// R192: a certificate that is not trusted is named, never ignored, and nothing of the request reaches such a server.
// R269: proxies.
#include "core/net/server.h"
#include "tests/net/await.h"
#include "tests/net/testserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace liaison;
using namespace liaison::net;

class Tls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustedByCaFile_data();
    void trustedByCaFile();
    void systemStaysTrusted();
    void notTrusted_data();
    void notTrusted();
    void noTlsAtAll();
    void cutBody();
    void writeOnce_data();
    void writeOnce();
    void redirectToClear();
    void redirectElsewhere_data();
    void redirectElsewhere();
    void proxyIsUsed();
    void systemProxyIsUsed();
    void proxyTrouble();
    void proxyUnreachable();
    void loopbackGoesDirect();

private:
    void openssl(const QStringList &arguments);
    void makeCa(const QString &name);
    void sign(const QString &name, const QString &ca, const QString &extension, const QStringList &validity = {});
    [[nodiscard]] QString path(const QString &file) const { return m_dir.filePath(file); }
    [[nodiscard]] QSslConfiguration identity(const QString &name, const QString &chain = {}) const;
    [[nodiscard]] ServerOptions trusting(const QString &ca) const;

    QTemporaryDir m_dir;
};

namespace {

/// CONNECT, then bytes both ways. Whatever name was asked for, the tunnel ends at `target`.
void tunnel(const Call &call, quint16 target)
{
    QTcpSocket *client = call.socket;
    QObject::disconnect(client, &QTcpSocket::readyRead, nullptr, nullptr);
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
    QObject::connect(server, &QTcpSocket::connected, client,
                     [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    QObject::connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
    QObject::connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
}

} // namespace

void Tls::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral("openssl"), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

void Tls::makeCa(const QString &name)
{
    openssl({u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs, u"ec_paramgen_curve:prime256v1"_qs,
             u"-nodes"_qs, u"-keyout"_qs, QString(name + u".key"), u"-out"_qs, QString(name + u".pem"), u"-subj"_qs,
             QString(u"/CN=" + name), u"-days"_qs, u"30"_qs, u"-addext"_qs, u"keyUsage=critical,keyCertSign"_qs});
}

void Tls::sign(const QString &name, const QString &ca, const QString &extension, const QStringList &validity)
{
    QFile file(path(QString(name + u".ext")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(extension.toLatin1());
    file.close();
    openssl({u"req"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs, u"ec_paramgen_curve:prime256v1"_qs, u"-nodes"_qs,
             u"-keyout"_qs, QString(name + u".key"), u"-out"_qs, QString(name + u".csr"), u"-subj"_qs,
             QString(u"/CN=" + name)});
    openssl(QStringList{u"x509"_qs, u"-req"_qs, u"-in"_qs, QString(name + u".csr"), u"-CA"_qs, QString(ca + u".pem"),
                        u"-CAkey"_qs, QString(ca + u".key"), u"-CAcreateserial"_qs, u"-out"_qs, QString(name + u".pem"),
                        u"-extfile"_qs, QString(name + u".ext")} +
            (validity.isEmpty() ? QStringList{u"-days"_qs, u"10"_qs} : validity));
}

void Tls::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty(), "the openssl command is needed");
    QVERIFY(QSslSocket::supportsSsl());
    const auto local = u"subjectAltName=IP:127.0.0.1,DNS:localhost\n"_qs;
    makeCa(u"ca"_qs);
    makeCa(u"other-ca"_qs);
    sign(u"good"_qs, u"ca"_qs, local);
    sign(u"elsewhere"_qs, u"ca"_qs, u"subjectAltName=DNS:other.example\n"_qs);
    sign(u"expired"_qs, u"ca"_qs, local, {u"-days"_qs, u"-1"_qs});
    sign(u"public"_qs, u"ca"_qs, u"subjectAltName=DNS:moodle.example\n"_qs);
    sign(u"intermediate"_qs, u"ca"_qs, u"basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\n"_qs);
    sign(u"below"_qs, u"intermediate"_qs, local);
    openssl({u"req"_qs, u"-x509"_qs, u"-newkey"_qs, u"ec"_qs, u"-pkeyopt"_qs, u"ec_paramgen_curve:prime256v1"_qs,
             u"-nodes"_qs, u"-keyout"_qs, u"alone.key"_qs, u"-out"_qs, u"alone.pem"_qs, u"-subj"_qs, u"/CN=alone"_qs,
             u"-days"_qs, u"10"_qs, u"-addext"_qs, u"subjectAltName=IP:127.0.0.1"_qs});
}

QSslConfiguration Tls::identity(const QString &name, const QString &chain) const
{
    QFile key(path(QString(name + u".key")));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    auto configuration = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> certificates = QSslCertificate::fromPath(path(QString(name + u".pem")));
    if (!chain.isEmpty())
        certificates += QSslCertificate::fromPath(path(QString(chain + u".pem")));
    configuration.setLocalCertificateChain(certificates);
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

ServerOptions Tls::trusting(const QString &ca) const
{
    ServerOptions options;
    if (!ca.isEmpty())
        options.caFile = path(QString(ca + u".pem"));
    return options;
}

void Tls::trustedByCaFile_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"good"_qs << QString() << u"127.0.0.1"_qs;
    QTest::newRow("name") << u"good"_qs << QString() << u"localhost"_qs;
    QTest::newRow("intermediate") << u"below"_qs << u"intermediate"_qs << u"127.0.0.1"_qs;
}

void Tls::trustedByCaFile()
{
    QFETCH(QString, certificate);
    QFETCH(QString, chain);
    QFETCH(QString, host);
    TestServer server([](const Call &call) { call.respond(200, call.header("x-auth-token")); });
    server.useTls(identity(certificate, chain));
    HttpClient client;
    const QUrl url = server.url(QStringLiteral("/"), host);
    client.addServer(url, trusting(u"ca"_qs));
    auto request = get(url);
    request.headers = {{"X-Auth-Token", "token"}};
    const auto reply = await(client.send(request));
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
    QCOMPARE(reply->body, QByteArray("token"));
    QVERIFY(await(client.send(request)));
    QCOMPARE(server.connections, 1); // kept alive
}

/// The institution's CA is added: the system's are all still there.
void Tls::systemStaysTrusted()
{
    const auto system = QSslConfiguration::systemCaCertificates();
    if (system.isEmpty())
        QSKIP("this machine has no CA certificates");
    const Server server(QStringLiteral("https://moodle.example:443"), trusting(u"ca"_qs));
    const auto trusted = server.tls().caCertificates();
    for (const QSslCertificate &certificate : system)
        QVERIFY(trusted.contains(certificate));
    QCOMPARE(trusted.size(), system.size() + 1);
    QCOMPARE(server.tls().peerVerifyMode(), QSslSocket::VerifyPeer);
}

void Tls::notTrusted_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("unknown CA") << u"good"_qs << QString() << u"unknown-ca"_qs
                                << u"UnableToGetLocalIssuerCertificate"_qs;
    QTest::newRow("another CA") << u"good"_qs << u"other-ca"_qs << u"unknown-ca"_qs
                                << u"UnableToGetLocalIssuerCertificate"_qs;
    QTest::newRow("missing intermediate")
        << u"below"_qs << u"ca"_qs << u"unknown-ca"_qs << u"UnableToGetLocalIssuerCertificate"_qs;
    QTest::newRow("wrong host") << u"elsewhere"_qs << u"ca"_qs << u"wrong-host"_qs << u"HostNameMismatch"_qs;
    QTest::newRow("expired") << u"expired"_qs << u"ca"_qs << u"expired"_qs << u"CertificateExpired"_qs;
    QTest::newRow("self-signed") << u"alone"_qs << QString() << u"self-signed"_qs << u"SelfSignedCertificate"_qs;
    QTest::newRow("self-signed, CA given")
        << u"alone"_qs << u"ca"_qs << u"self-signed"_qs << u"SelfSignedCertificate"_qs;
}

void Tls::notTrusted()
{
    QFETCH(QString, certificate);
    QFETCH(QString, ca);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    TestServer server([](const Call &call) { call.respond(200, "stolen"); });
    server.useTls(identity(certificate));
    HttpClient client;
    client.addServer(server.url(), trusting(ca));
    for (auto request : {get(server.url(QStringLiteral("/?q=TOKEN"))), post(server.url(), "wstoken=TOKEN", true)}) {
        request.headers << std::pair{QByteArray("X-Auth-Token"), QByteArray("TOKEN")};
        const auto reply = await(client.send(request));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Tls);
        QCOMPARE(reply.error().code, QStringLiteral("tls"));
        QCOMPARE(reply.error().serverCode, code);
        QVERIFY2(reply.error().detail.contains(detail), qPrintable(reply.error().detail));
        QVERIFY(!reply.error().detail.contains(u"TOKEN"));
    }
    QCOMPARE(server.connections, 2); // once each: it will not be better the second time
    QVERIFY(server.calls.isEmpty());
    QVERIFY(server.received.isEmpty());
}

void Tls::noTlsAtAll()
{
    TestServer clear([](const Call &call) { call.respond(200); });
    QUrl url = clear.url();
    url.setScheme(QStringLiteral("https"));
    HttpClient client;
    client.addServer(url, trusting(u"ca"_qs));
    auto request = post(url, "wstoken=TOKEN", true);
    request.timeout = std::chrono::seconds(3);
    QTimer poll;
    connect(&poll, &QTimer::timeout, &clear, [&] { // it reads the handshake as garbage and answers in the clear
        for (QTcpSocket *socket : clear.findChildren<QTcpSocket *>())
            socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    poll.start(20);
    const auto reply = await(client.send(request));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Tls);
    QCOMPARE(reply.error().serverCode, QStringLiteral("other"));
    QVERIFY(!clear.received.contains("TOKEN"));
}

void Tls::cutBody()
{
    for (const bool orderly : {true, false}) {
        for (const char *head :
             {"Content-Length: 28\r\n\r\n[1,2,3", "Transfer-Encoding: chunked\r\n\r\nff\r\n[1,2,3"}) {
            TestServer server([&](const Call &call) {
                call.raw(QByteArray("HTTP/1.1 200 OK\r\n") + head);
                QTimer::singleShot(20, call.socket, [call, orderly] { orderly ? call.close() : call.reset(); });
            });
            server.useTls(identity(u"good"_qs));
            HttpClient client;
            client.addServer(server.url(), trusting(u"ca"_qs));
            const auto reply = await(client.send(get(server.url())));
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, ErrorKind::Network);
            QCOMPARE(server.calls.size(), 2);
        }
    }
}

void Tls::writeOnce_data()
{
    QTest::addColumn<bool>("warm");
    QTest::addColumn<bool>("orderly");
    QTest::addColumn<int>("size");
    for (const bool warm : {false, true}) {
        for (const bool orderly : {false, true}) {
            for (const int size : {0, 2, 300'000})
                QTest::addRow("%s, %s, %d bytes", warm ? "warm" : "fresh", orderly ? "close" : "reset", size)
                    << warm << orderly << size;
        }
    }
}

void Tls::writeOnce()
{
    QFETCH(bool, warm);
    QFETCH(bool, orderly);
    QFETCH(int, size);
    TestServer server([&](const Call &call) {
        if (call.target == "/warm")
            call.respond(200);
        else
            orderly ? call.close() : call.reset();
    });
    server.useTls(identity(u"good"_qs));
    HttpClient client;
    ServerOptions options = trusting(u"ca"_qs);
    options.connections = 1;
    client.addServer(server.url(), options);
    if (warm)
        QVERIFY(await(client.send(get(server.url(QStringLiteral("/warm"))))));
    const auto reply = await(client.send(post(server.url(QStringLiteral("/write")), QByteArray(size, 'x'), true)));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Network);
    QCOMPARE(server.count("/write"), 1);
}

void Tls::redirectToClear()
{
    TestServer clear([](const Call &call) { call.respond(200, "stolen"); });
    TestServer server([&](const Call &call) {
        call.respond(302, {}, {{"Location", "http://127.0.0.1:" + QByteArray::number(clear.serverPort()) + "/"}});
    });
    server.useTls(identity(u"good"_qs));
    HttpClient client;
    client.addServer(server.url(), trusting(u"ca"_qs));
    client.addServer(clear.url(), {});
    const auto reply = await(client.send(get(server.url())));
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, QStringLiteral("redirect"));
    QCOMPARE(clear.connections, 0);
}

void Tls::redirectElsewhere_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("write");
    for (const bool write : {false, true}) {
        QTest::addRow("another host, %s", write ? "write" : "read") << QByteArray("localhost") << write;
        QTest::addRow("another port, %s", write ? "write" : "read") << QByteArray("127.0.0.1") << write;
    }
}

/// Not even to a server that is trusted and configured too: its token is another one.
void Tls::redirectElsewhere()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, write);
    TestServer other([](const Call &call) { call.respond(200, "stolen"); });
    other.useTls(identity(u"good"_qs));
    TestServer server([&](const Call &call) {
        call.respond(307, {}, {{"Location", "https://" + host + ':' + QByteArray::number(other.serverPort()) + "/"}});
    });
    server.useTls(identity(u"good"_qs));
    HttpClient client;
    client.addServer(server.url(), trusting(u"ca"_qs));
    client.addServer(other.url(u"/"_qs, QString::fromLatin1(host)), trusting(u"ca"_qs));
    auto request = write ? post(server.url(), "wstoken=TOKEN", true) : get(server.url());
    request.headers << std::pair{QByteArray("X-Auth-Token"), QByteArray("TOKEN")};
    const auto reply = await(client.send(request));
    QVERIFY(!reply || reply->status == 307); // a redirected write is the caller's to read
    if (!reply)
        QCOMPARE(reply.error().code, QStringLiteral("redirect"));
    QCOMPARE(other.connections, 0);
}

void Tls::proxyIsUsed()
{
    TestServer server([](const Call &call) { call.respond(200, call.header("host")); });
    server.useTls(identity(u"public"_qs));
    TestServer proxy([&](const Call &call) { tunnel(call, server.serverPort()); });
    const QUrl url(QStringLiteral("https://moodle.example/x"));
    HttpClient client;
    ServerOptions options = trusting(u"ca"_qs);
    options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
    client.addServer(url, options);
    auto request = get(url);
    request.headers = {{"X-Auth-Token", "TOKEN"}};
    const auto reply = await(client.send(request));
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
    QCOMPARE(reply->body, QByteArray("moodle.example"));
    QCOMPARE(proxy.calls.first().method, QByteArray("CONNECT"));
    QCOMPARE(proxy.calls.first().target, QByteArray("moodle.example:443"));
    QVERIFY(!proxy.received.contains("TOKEN"));
}

/// Without a proxy in the profile, that of the system.
void Tls::systemProxyIsUsed()
{
    TestServer server([](const Call &call) { call.respond(200, call.header("host")); });
    server.useTls(identity(u"public"_qs));
    TestServer proxy([&](const Call &call) { tunnel(call, server.serverPort()); });
    const QByteArray before = qgetenv("no_proxy");
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    qputenv("no_proxy", "");
    const QUrl url(QStringLiteral("https://moodle.example/x"));
    HttpClient client;
    client.addServer(url, trusting(u"ca"_qs));
    auto request = get(url);
    request.headers = {{"X-Auth-Token", "TOKEN"}};
    const auto reply = await(client.send(request));
    qunsetenv("https_proxy");
    qputenv("no_proxy", before);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
    QCOMPARE(proxy.calls.first().target, QByteArray("moodle.example:443"));
    QVERIFY(!proxy.received.contains("TOKEN"));
}

void Tls::proxyTrouble()
{
    for (const int status : {403, 407, 502}) {
        TestServer proxy([&](const Call &call) {
            call.respond(status, "no", {{"Proxy-Authenticate", "Basic realm=\"x\""}});
        });
        const QUrl url(QStringLiteral("https://moodle.example/x"));
        HttpClient client;
        ServerOptions options;
        options.proxy = QStringLiteral("http://127.0.0.1:%1").arg(proxy.serverPort());
        client.addServer(url, options);
        const auto reply = await(client.send(post(url, "wstoken=TOKEN", true)));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Network);
        QVERIFY(!proxy.received.contains("TOKEN"));
    }
}

void Tls::proxyUnreachable()
{
    quint16 port = 0;
    {
        TestServer gone;
        port = gone.serverPort();
    }
    const QUrl url(QStringLiteral("https://moodle.example/x"));
    for (const char *scheme : {"http", "socks5"}) {
        HttpClient client;
        ServerOptions options;
        options.proxy = QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(port);
        client.addServer(url, options);
        const auto reply = await(client.send(get(url)));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Network);
        QCOMPARE(reply.error().code, QStringLiteral("proxy"));
    }
}

void Tls::loopbackGoesDirect()
{
    TestServer proxy([](const Call &call) { call.respond(502); });
    TestServer server([](const Call &call) { call.respond(200); });
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.serverPort());
    qputenv("http_proxy", address);
    qputenv("no_proxy", "");
    HttpClient client;
    ServerOptions options;
    options.proxy = QString::fromLatin1(address);
    client.addServer(server.url(), options);
    QVERIFY(await(client.send(get(server.url()))));
    const QUrl named = server.url(QStringLiteral("/"), QStringLiteral("localhost"));
    client.addServer(named, {});
    QVERIFY(await(client.send(get(named))));
    QCOMPARE(proxy.connections, 0);
    qunsetenv("http_proxy");
}

QTEST_GUILESS_MAIN(Tls)
#include "tst_tls.moc"
