// What a person typed wrong: one clear sentence with its remedy, in both languages, as a document too, and exit 1.
// What is only down at the moment: exit 5 (design 12.3).

#include "tests/flow/flow.h"
#include "tests/net/testserver.h"
#include "ui/text/text.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QThread>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus small()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    return campus;
}

const QString moodleUrl = QStringLiteral("LIAISON_MOODLE_URL");
const QString moodleToken = QStringLiteral("LIAISON_MOODLE_TOKEN");
const QString chatUrl = QStringLiteral("LIAISON_CHAT_URL");
const QString chatUser = QStringLiteral("LIAISON_CHAT_USER");
const QString chatToken = QStringLiteral("LIAISON_CHAT_TOKEN");

/// A server with a certificate nobody signed, in a thread of its own: this one waits for the program.
class SelfSigned
{
public:
    SelfSigned()
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                       QStringLiteral("-nodes"), QStringLiteral("-keyout"), QStringLiteral("k.pem"),
                       QStringLiteral("-out"), QStringLiteral("c.pem"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=alone"), QStringLiteral("-days"), QStringLiteral("10"),
                       QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1")});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
        QFile key(m_folder.filePath(QStringLiteral("k.pem")));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key");
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("c.pem"))));
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        onThread([&] {
            m_server = new TestServer([](const Call &call) { call.respond(200, "{}"); });
            m_server->useTls(tls);
            url = m_server->url().toString();
        });
    }
    ~SelfSigned()
    {
        onThread([&] { delete m_server; });
        m_thread.quit();
        m_thread.wait();
    }
    int requests()
    {
        int n = 0;
        onThread([&] { n = static_cast<int>(m_server->calls.size()); });
        return n;
    }
    QByteArray received()
    {
        QByteArray bytes;
        onThread([&] { bytes = m_server->received; });
        return bytes;
    }
    QString url;

private:
    template <class Work> void onThread(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    QTemporaryDir m_folder;
    QThread m_thread;
    QObject m_context;
    TestServer *m_server = nullptr;
};

} // namespace

class FlowConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistakes_data();
    void mistakes();
    void untrustedTls();
    void refusedByAServer();
    void theLoginIsAsGoodAsTheId();
    void secretsAreNeverShown();
    void missingSettings();
    void badConfiguration_data();
    void badConfiguration();
    void badArguments_data();
    void badArguments();
};

void FlowConnection::mistakes_data()
{
    QTest::addColumn<Env>("wrong"); // "<X>" is the value of another variable
    QTest::addColumn<QString>("code");

    const auto row = [](const char *name, const Env &wrong, const char *code) {
        QTest::newRow(name) << wrong << QString::fromLatin1(code);
    };
    row("Moodle: wrong path", {{moodleUrl, QStringLiteral("<LIAISON_MOODLE_URL>/nowhere")}}, "not-moodle");
    row("Moodle: wrong sub-directory", {{moodleUrl, QStringLiteral("<LIAISON_MOODLE_URL>x")}}, "not-moodle");
    row("Moodle: wrong token", {{moodleToken, QStringLiteral("0123456789abcdef0123456789abcdef")}}, "wrong-token");
    row("Moodle: unknown host", {{moodleUrl, QStringLiteral("https://moodle.does-not-exist.invalid")}},
        "host-not-found");
    row("Moodle: not a URL", {{moodleUrl, QStringLiteral("moodle")}}, "bad-url");
    row("Moodle: plain http elsewhere", {{moodleUrl, QStringLiteral("http://moodle.does-not-exist.invalid")}},
        "insecure-url");
    row("chat: wrong path", {{chatUrl, QStringLiteral("<LIAISON_CHAT_URL>/nowhere")}}, "not-rocketchat");
    row("chat: wrong token", {{chatToken, QStringLiteral("0123456789012345678901234567890123456789012")}},
        "wrong-token");
    row("chat: unknown host", {{chatUrl, QStringLiteral("https://chat.does-not-exist.invalid")}}, "host-not-found");
    row("chat: token of another account", {{chatUser, QStringLiteral("prof")}}, "token-of-another-account");
    row("chat: id of another account", {{chatUser, QStringLiteral("u-prof")}}, "token-of-another-account");
    row("both URLs swapped",
        {{moodleUrl, QStringLiteral("<LIAISON_CHAT_URL>")}, {chatUrl, QStringLiteral("<LIAISON_MOODLE_URL>")}},
        "swapped-fields");
    row("chat URL in both", {{moodleUrl, QStringLiteral("<LIAISON_CHAT_URL>")}}, "swapped-fields");
    row("Moodle URL in both", {{chatUrl, QStringLiteral("<LIAISON_MOODLE_URL>")}}, "swapped-fields");
    row("user and token swapped",
        {{chatUser, QStringLiteral("<LIAISON_CHAT_TOKEN>")}, {chatToken, QStringLiteral("<LIAISON_CHAT_USER>")}},
        "swapped-fields");
}

void FlowConnection::mistakes()
{
    QFETCH(Env, wrong);
    QFETCH(QString, code);
    Flow flow(small());
    Env filled = wrong;
    for (auto it = filled.begin(); it != filled.end(); ++it) {
        for (auto known = flow.env.cbegin(); known != flow.env.cend(); ++known)
            it.value().replace(QString(u'<' + known.key() + u'>'), known.value());
    }
    for (const char *language : {"en", "fr"}) {
        const auto lang = *text::languageFrom(QString::fromLatin1(language));
        const QStringList head{QStringLiteral("--lang"), QString::fromLatin1(language)};
        const Ran json = flow.run(
            head + QStringList{QStringLiteral("--json"), QStringLiteral("plan"), QStringLiteral("--all")}, filled);
        QVERIFY2(json.exit == 1, said(json));
        const QJsonObject error = json.json[u"error"].toObject();
        QCOMPARE(error[u"code"].toString(), code);
        QVERIFY(!error[u"text"].toString().isEmpty() && !error[u"remedy"].toString().isEmpty());
        QVERIFY(!error[u"text"].toString().contains(u'%'));
        QVERIFY(!error[u"text"].toString().contains(u'\n'));
        const Ran words = flow.run(head + QStringList{QStringLiteral("courses")}, filled);
        QCOMPARE(words.exit, 1);
        QVERIFY2(QString::fromUtf8(words.err).contains(error[u"text"].toString()), said(words));
        QVERIFY2(QString::fromUtf8(words.err).contains(error[u"remedy"].toString()), said(words));
        QCOMPARE(words.out, QByteArray());
        QCOMPARE(text::of(text::Group::Error, code, lang).name.isEmpty(), false);
    }
    QCOMPARE(flow.writes(), 0);
}

// Rule 11: no tick box; not a byte of a token goes there.
void FlowConnection::untrustedTls()
{
    SelfSigned server;
    Flow flow(small());
    for (const QString &variable : {moodleUrl, chatUrl}) {
        const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")}, {{variable, server.url}});
        QVERIFY2(run.exit == 1, said(run));
        QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("tls-self-signed"));
        QVERIFY(!run.json[u"error"][u"remedy"].toString().isEmpty());
        // The diagnosis stops at the same place: the certificate was looked at, nothing was sent.
        const Ran doctor = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")}, {{variable, server.url}});
        QVERIFY2(doctor.exit == 1, said(doctor));
        const QJsonArray servers = doctor.json[u"servers"].toArray();
        const QJsonArray checks = servers[variable == moodleUrl ? 0 : 1][u"checks"].toArray();
        QCOMPARE(checks[1][u"result"].toString(), QStringLiteral("fine"));
        QCOMPARE(checks[2][u"check"].toString(), QStringLiteral("tls"));
        QCOMPARE(checks[2][u"error"].toString(), QStringLiteral("tls-self-signed"));
        QCOMPARE(checks[3][u"result"].toString(), QStringLiteral("not-tried"));
    }
    QCOMPARE(server.requests(), 0);
    QCOMPARE(server.received(), QByteArray());
}

// 12.3: refused by a server that this store has never reached is a mistake, by one it has reached it is down.
void FlowConnection::refusedByAServer()
{
    auto flow = std::make_unique<Flow>(small());
    Env gone = flow->env;
    QTcpServer port; // a port that was free a moment ago
    QVERIFY(port.listen(QHostAddress::LocalHost));
    const QString nobody = QStringLiteral("http://127.0.0.1:%1").arg(port.serverPort());
    port.close();
    for (const QString &variable : {moodleUrl, chatUrl}) {
        const Ran run = flow->run({QStringLiteral("--json"), QStringLiteral("courses")}, {{variable, nobody}});
        QVERIFY2(run.exit == 1, said(run));
        QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("refused"));
    }
    QCOMPARE(flow->plan(every).exit, 0);
    // The same store, the servers switched off.
    flow->stop();
    const Ran down = flow->plan(every);
    QCOMPARE(down.exit, 5);
    QCOMPARE(unknowns(down), QStringLiteral("70 moodle-down"));
}

void FlowConnection::theLoginIsAsGoodAsTheId()
{
    Flow flow(small());
    for (const char *login : {"liaison.api", "LIAISON.API", "api"}) {
        const Ran run = flow.run({QStringLiteral("courses")}, {{chatUser, QString::fromLatin1(login)}});
        QVERIFY2(run.exit == 0, said(run));
        // R20: both are shown, whichever was typed.
        const Ran doctor = flow.run({QStringLiteral("doctor")}, {{chatUser, QString::fromLatin1(login)}});
        QVERIFY2(doctor.out.contains("liaison.api (id api)"), doctor.out);
    }
    // Page addresses as a browser shows them.
    const Ran pages = flow.run({QStringLiteral("courses")},
                               {{moodleUrl, QString(flow.env[moodleUrl] + QStringLiteral("/login/index.php"))},
                                {chatUrl, QString(flow.env[chatUrl] + QStringLiteral("/home"))}});
    QVERIFY2(pages.exit == 0, said(pages));
}

// Rule 10
void FlowConnection::secretsAreNeverShown()
{
    Campus campus = small();
    campus.put(QStringLiteral("r70"), QStringLiteral("extra"));
    Flow flow(campus);
    const QStringList secrets{flow.env[moodleToken], flow.env[chatToken]};
    for (const QString &secret : secrets)
        QVERIFY(secret.size() >= 32);
    QList<Ran> all{flow.plan(every), flow.run({QStringLiteral("courses")}),
                   flow.run({QStringLiteral("show"), QStringLiteral("ALG1")}), flow.apply(),
                   flow.run({QStringLiteral("--json"), QStringLiteral("runs")})};
    flow.fault(R"({"do":"html"})");
    all << flow.run({QStringLiteral("courses")}) << flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    flow.sandbox().clearFaults();
    all << flow.run({QStringLiteral("courses")}, {{chatUser, flow.env[chatToken]}, {chatToken, flow.env[chatUser]}});
    QByteArray everything = flow.read(QStringLiteral("plan.json"));
    for (const Ran &run : all)
        everything += said(run);
    QDir store(flow.env[QStringLiteral("LIAISON_STORE")]);
    const QStringList files = store.entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &name : files)
        everything += flow.read(QStringLiteral("store/") + name);
    for (const QString &secret : secrets)
        QVERIFY(!everything.contains(secret.toUtf8()));
    // Nor in an address.
    for (const auto &request : flow.sandbox().requests()) {
        for (const QString &secret : secrets)
            QVERIFY(!request.path.contains(secret));
    }
}

void FlowConnection::missingSettings()
{
    Flow flow(small());
    for (const QString &variable : {moodleUrl, moodleToken, chatUrl, chatUser, chatToken}) {
        const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")}, {{variable, QString()}});
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("missing-setting"));
        QVERIFY2(run.json[u"error"][u"text"].toString().contains(variable), said(run));
    }
    // A token in a file.
    flow.write(QStringLiteral("token"), QByteArray(flow.env[chatToken].toUtf8() + '\n'));
    QCOMPARE(flow.run({QStringLiteral("courses")},
                      {{chatToken, QString()},
                       {QStringLiteral("LIAISON_CHAT_TOKEN_FILE"), flow.file(QStringLiteral("token"))}})
                 .exit,
             0);
    const Ran unreadable = flow.run(
        {QStringLiteral("--json"), QStringLiteral("courses")},
        {{chatToken, QString()}, {QStringLiteral("LIAISON_CHAT_TOKEN_FILE"), flow.file(QStringLiteral("absent"))}});
    QCOMPARE(unreadable.exit, 1);
    QCOMPARE(unreadable.json[u"error"][u"code"].toString(), QStringLiteral("file-not-readable"));
}

void FlowConnection::badConfiguration_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *settings, const char *code, const char *place) {
        QTest::newRow(name) << QByteArray(settings) << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("unknown key", R"({"colour":"red"})", "unknown-config-key", "colour");
    row("unknown key inside", R"({"policy":{"presett":"strict"}})", "unknown-config-key", "policy.presett");
    row("a secret in the file", R"({"chat":{"url":"http://127.0.0.1","user":"api","token":"x"}})", "unknown-config-key",
        "chat.token");
    row("wrong word", R"({"environment":"staging"})", "bad-config", "environment");
    row("wrong type", R"({"policy":{"thresholds":{"runMax":"many"}}})", "bad-config", "policy.thresholds.runMax");
    row("wrong version", R"({"version":2})", "bad-config", "version");
    row("bad site id", R"({"moodle":[{"id":"Main Site","url":"http://127.0.0.1"}]})", "bad-config", "moodle");
}

void FlowConnection::badConfiguration()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, code);
    QFETCH(QString, place);
    Flow flow(small());
    flow.configure(settings.constData());
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    QVERIFY2(run.exit == 1, said(run));
    QCOMPARE(run.json[u"error"][u"code"].toString(), code);
    QVERIFY2(run.json[u"error"][u"text"].toString().contains(place), said(run));
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
}

void FlowConnection::badArguments_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *words) { QTest::newRow(words) << QString::fromLatin1(words).split(u' '); };
    row("plan");
    row("plan --all ALG1");
    row("plan --all --classes everything");
    row("plan --all --classes ,");
    row("courses ALG1");
    row("courses --state fine");
    row("show");
    row("apply");
    row("apply a b");
    row("frobnicate");
    row("courses --frobnicate");
    row("--lang de courses");
    row("courses --state");
}

void FlowConnection::badArguments()
{
    QFETCH(QStringList, words);
    Flow flow(small());
    const Ran run = flow.run(QStringList{QStringLiteral("--json")} + words);
    QCOMPARE(run.exit, 1);
    QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("bad-arguments"));
    QCOMPARE(flow.writes(), 0);
}

QTEST_GUILESS_MAIN(FlowConnection)
#include "tst_flow_connection.moc"
