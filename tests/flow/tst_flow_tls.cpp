// R192 R269: every way a secure connection can be wrong, through the real program, for both servers: refused with the
// right sentence, and not a byte of a token left before the handshake was trusted.
#include "tests/flow/flow.h"
#include "tests/net/certificates.h"
#include "tests/net/testserver.h"
#include "ui/text/text.h"

#include <QJsonDocument>
#include <QThread>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// A server in a thread of its own: this one waits for the program.
class Served
{
public:
    explicit Served(std::optional<QSslConfiguration> tls, TestServer::Handler handler)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        onThread([&] {
            m_server = new TestServer(std::move(handler));
            if (tls)
                m_server->useTls(*tls);
            m_port = m_server->serverPort();
        });
    }
    ~Served()
    {
        onThread([&] { delete m_server; });
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QString url(const char *scheme, const char *host = "127.0.0.1") const
    {
        return QStringLiteral("%1://%2:%3").arg(QLatin1String(scheme), QLatin1String(host)).arg(m_port);
    }
    QByteArray received()
    {
        QByteArray bytes;
        onThread([&] { bytes = m_server->received; });
        return bytes;
    }
    int connections()
    {
        int n = 0;
        onThread([&] { n = m_server->connections; });
        return n;
    }

private:
    template <class Work> void onThread(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    QThread m_thread;
    QObject m_context;
    TestServer *m_server = nullptr;
    quint16 m_port = 0;
};

} // namespace

class FlowTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void redirected_data();
    void redirected();
    void authorityInsideTheProfile();
    void badAuthority_data();
    void badAuthority();
    void chainIsShown_data();
    void chainIsShown();
    void proxyPassword();

private:
    /// A configuration in which one of the servers is at `url`, with this authority.
    void configure(Flow &flow, bool chat, const QString &url, const QString &ca);

    Certificates m_certificates;
};

void FlowTls::initTestCase()
{
    const auto local = QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost");
    m_certificates.makeAuthority(QStringLiteral("campus-ca"));
    m_certificates.makeAuthority(QStringLiteral("other-ca"));
    m_certificates.sign(QStringLiteral("good"), QStringLiteral("campus-ca"), local);
    m_certificates.sign(QStringLiteral("elsewhere"), QStringLiteral("campus-ca"),
                        QStringLiteral("subjectAltName=DNS:other.example"));
    m_certificates.sign(QStringLiteral("expired"), QStringLiteral("campus-ca"), local, -1);
    m_certificates.sign(QStringLiteral("intermediate"), QStringLiteral("campus-ca"),
                        QStringLiteral("basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign"));
    m_certificates.sign(QStringLiteral("below"), QStringLiteral("intermediate"), local);
    m_certificates.makeSelfSigned(QStringLiteral("alone"), local);
}

void FlowTls::configure(Flow &flow, bool chat, const QString &url, const QString &ca)
{
    const QString moodleUrl = chat ? flow.env[QStringLiteral("LIAISON_MOODLE_URL")] : url;
    const QString chatUrl = chat ? url : flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    const QJsonValue authority = ca.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(ca);
    flow.configure(QJsonObject{{QStringLiteral("moodle"), QJsonArray{QJsonObject{{QStringLiteral("url"), moodleUrl},
                                                                                 {QStringLiteral("ca"), authority}}}},
                               {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), chatUrl},
                                                                    {QStringLiteral("user"), QStringLiteral("api")},
                                                                    {QStringLiteral("ca"), authority}}}});
}

void FlowTls::refused_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named"); // the certificate that is missing
    const auto row = [](const char *name, const char *certificate, const char *ca, const char *code,
                        const char *named = "") {
        QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(ca) << QString::fromLatin1(code)
                            << QString::fromLatin1(named);
    };
    row("expired", "expired", "campus-ca", "tls-expired");
    row("wrong host", "elsewhere", "campus-ca", "tls-wrong-host");
    row("self-signed", "alone", "", "tls-self-signed");
    row("unknown CA", "good", "", "tls-unknown-ca", "campus-ca");
    row("another CA", "good", "other-ca", "tls-unknown-ca", "campus-ca");
    row("missing intermediate", "below", "campus-ca", "tls-unknown-ca", "intermediate");
}

void FlowTls::refused()
{
    QFETCH(QString, certificate);
    QFETCH(QString, ca);
    QFETCH(QString, code);
    QFETCH(QString, named);
    Flow flow{Campus()};
    Served server(m_certificates.identity(certificate), [](const Call &call) { call.respond(200, "{}"); });
    for (const bool chat : {false, true}) {
        configure(flow, chat, server.url("https"),
                  ca.isEmpty() ? QString() : m_certificates.path(QString(ca + QStringLiteral(".pem"))));
        for (const char *language : {"en", "fr"}) {
            const Ran run = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("--json"),
                                      QStringLiteral("courses")});
            QVERIFY2(run.exit == 1, said(run));
            QCOMPARE(run.json[u"error"][u"code"].toString(), code);
            const auto words =
                text::of(text::Group::Error, code, *text::languageFrom(QString::fromLatin1(language)), {named});
            QVERIFY2(run.json[u"error"][u"text"].toString().contains(words.sentence), said(run));
            QCOMPARE(run.json[u"error"][u"remedy"].toString(), words.remedy);
        }
    }
    QVERIFY(server.connections() >= 4);
    QCOMPARE(server.received(), QByteArray());
}

void FlowTls::redirected_data()
{
    QTest::addColumn<bool>("secure"); // where to
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("to http") << false << QByteArray("127.0.0.1");
    QTest::newRow("to another host") << true << QByteArray("localhost");
    QTest::newRow("to another port of the same host") << true << QByteArray("127.0.0.1");
}

void FlowTls::redirected()
{
    QFETCH(bool, secure);
    QFETCH(QByteArray, host);
    Flow flow{Campus()};
    const auto good = m_certificates.identity(QStringLiteral("good"));
    Served target(secure ? std::optional(good) : std::nullopt, [](const Call &call) { call.respond(200, "{}"); });
    const QByteArray to = target.url(secure ? "https" : "http", host.constData()).toLatin1();
    for (const int status : {302, 308}) {
        Served server(good, [&](const Call &call) {
            call.respond(status, {}, {{"Location", QByteArray(to + call.target)}});
        });
        for (const bool chat : {false, true}) {
            configure(flow, chat, server.url("https"), m_certificates.path(QStringLiteral("campus-ca.pem")));
            const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
            QVERIFY2(run.exit == 1, said(run));
            QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("redirect"));
        }
    }
    QCOMPARE(target.connections(), 0);
    QCOMPARE(target.received(), QByteArray());
}

// The PEM text itself, as an exported profile has it.
void FlowTls::authorityInsideTheProfile()
{
    Flow flow{Campus()};
    QFile pem(m_certificates.path(QStringLiteral("campus-ca.pem")));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    Served server(m_certificates.identity(QStringLiteral("good")), [](const Call &call) { call.respond(404); });
    configure(flow, true, server.url("https"), QString::fromLatin1(pem.readAll()));
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("not-rocketchat")); // trusted, and then read
    QVERIFY(!server.received().isEmpty());
}

void FlowTls::badAuthority_data()
{
    QTest::addColumn<QString>("ca");
    QTest::newRow("no such file") << QStringLiteral("/nonexistent/ca.pem");
    QTest::newRow("not a certificate") << QStringLiteral(LIAISON_SOURCE_DIR "/README.md");
    QTest::newRow("broken text") << QStringLiteral("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
}

void FlowTls::badAuthority()
{
    QFETCH(QString, ca);
    Flow flow{Campus()};
    Served server(m_certificates.identity(QStringLiteral("good")), [](const Call &call) { call.respond(200, "{}"); });
    for (const bool chat : {false, true}) {
        configure(flow, chat, server.url("https"), ca);
        const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
        QVERIFY2(run.exit == 1, said(run));
        QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("ca-file"));
    }
    QCOMPARE(server.connections(), 0);
}

void FlowTls::chainIsShown_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char *name, const char *certificate, const char *ca, const char *issuer,
                        const char *missing) {
        QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(ca)
                            << QString::fromLatin1(issuer) << QString::fromLatin1(missing);
    };
    row("trusted", "good", "campus-ca", "campus-ca", "");
    row("unknown authority", "good", "", "campus-ca", "campus-ca");
    row("intermediate one left out", "below", "campus-ca", "intermediate", "intermediate");
    row("self-signed", "alone", "", "alone", "");
    row("expired", "expired", "campus-ca", "campus-ca", "");
    row("of another host", "elsewhere", "campus-ca", "campus-ca", "");
}

// R192: the chain as it was shown, trusted or not, and the certificate that would make it whole.
void FlowTls::chainIsShown()
{
    QFETCH(QString, certificate);
    QFETCH(QString, ca);
    QFETCH(QString, issuer);
    QFETCH(QString, missing);
    Flow flow{Campus()};
    Served server(m_certificates.identity(certificate), [](const Call &call) { call.respond(404); });
    configure(flow, true, server.url("https"),
              ca.isEmpty() ? QString() : m_certificates.path(QString(ca + QStringLiteral(".pem"))));
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    const QJsonValue told = run.json[u"servers"].toArray().last()[u"certificates"];
    QVERIFY2(told[u"chain"].toArray().size() >= 1, said(run));
    const QJsonValue first = told[u"chain"][0];
    QCOMPARE(first[u"subject"].toString(), certificate);
    QCOMPARE(first[u"issuer"].toString(), issuer);
    QCOMPARE(first[u"sha256"].toString().size(), 32 * 3 - 1);
    QVERIFY(!first[u"from"].toString().isEmpty() && !first[u"until"].toString().isEmpty());
    QCOMPARE(told[u"missing"].toString(), missing);
    const bool french = certificate == u"below";
    const Ran words = flow.run(
        {QStringLiteral("--lang"), french ? QStringLiteral("fr") : QStringLiteral("en"), QStringLiteral("doctor")});
    QVERIFY2(words.out.contains(first[u"sha256"].toString().toLatin1()), said(words));
    if (!missing.isEmpty())
        QVERIFY2(words.out.contains(french ? "Il manque le certificat" : "is missing"), said(words));
}

// A proxy that asks for a password gets it in its own header, from every part of the program; nobody else sees it.
void FlowTls::proxyPassword()
{
    const QByteArray password = "canari-mandataire";
    const QByteArray expected = "Basic " + QByteArray("agent:" + password).toBase64();
    const QByteArray header = "roxy-Authorization: " + expected;
    Served proxy(std::nullopt, [&](const Call &call) {
        if (call.header("proxy-authorization") != expected)
            call.respond(407, {}, {{"Proxy-Authenticate", "Basic realm=\"campus\""}});
        else
            call.respond(502);
    });
    Flow flow{Campus()};
    const QString address = QStringLiteral("http://agent@127.0.0.1:%1").arg(QUrl(proxy.url("http")).port());
    flow.configure(QJsonObject{
        {QStringLiteral("proxy"), address},
        {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), QStringLiteral("https://chat.example")},
                                             {QStringLiteral("user"), QStringLiteral("api")}}}});
    flow.env[QStringLiteral("LIAISON_PROXY_PASSWORD")] = QString::fromLatin1(password);
    QByteArray everything;
    for (const char *command : {"doctor", "courses"}) {
        const qsizetype before = proxy.received().count(header);
        for (const bool json : {false, true}) {
            const Ran run = flow.run(QStringList(json ? QStringList{QStringLiteral("--json")} : QStringList()) +
                                     QStringList{QString::fromLatin1(command)});
            everything += said(run);
        }
        QVERIFY2(proxy.received().count(header) > before, command);
    }
    flow.run({QStringLiteral("--request-log"), flow.file(QStringLiteral("log.json")), QStringLiteral("doctor"),
              QStringLiteral("--bundle"), flow.file(QStringLiteral("bundle.json"))});
    everything += flow.read(QStringLiteral("log.json")) + flow.read(QStringLiteral("bundle.json"));
    QVERIFY(everything.size() > 1000);
    QVERIFY(!everything.contains(password));
    QVERIFY(!everything.contains(password.toBase64()) && !everything.contains(expected));
    QVERIFY2(!proxy.received().contains(flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")].toLatin1()), "token to a proxy");
}

QTEST_GUILESS_MAIN(FlowTls)
#include "tst_flow_tls.moc"
