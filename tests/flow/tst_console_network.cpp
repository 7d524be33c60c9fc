// R191 R192 R269: an institution's own authority and its proxy, entered in the assistant by somebody at the keyboard: a
// campus that shows a certificate of that authority, or that only the proxy reaches, becomes readable.
#include "app/session.h"
#include "core/base/uithread.h"
#include "tests/flow/console.h"
#include "tests/flow/gates.h"
#include "tests/flow/home.h"
#include "tests/flow/typist.h"
#include "tests/net/certificates.h"
#include "ui/base/audit.h"
#include "ui/connect/networkfold.h"

#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString authority = QStringLiteral("Campus CA");
const QString moodleHost = QStringLiteral("moodle.campus.test"), chatHost = QStringLiteral("chat.campus.test");

Campus campus()
{
    Campus c;
    c.linked(QStringLiteral("OWN1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.linked(QStringLiteral("OWN2"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    return c;
}

#define SAYS(said, part)                                                                                               \
    do {                                                                                                               \
        const QString heard = said;                                                                                    \
        QVERIFY2(heard.contains(part), qPrintable(QStringLiteral("heard: ") + heard));                                 \
    } while (false)

} // namespace

class TestConsoleNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void ownAuthority();
    void onlyThroughAProxy();

private:
    [[nodiscard]] liaison::Environment environment() const
    {
        const QString store = m_home->filePath(QStringLiteral("store"));
        const QString machine = m_home->filePath(QStringLiteral("machine"));
        return [store, machine](const QString &name) -> std::optional<QString> {
            if (name == u"LIAISON_STORE")
                return store;
            if (name == u"LIAISON_MACHINE_PROFILES")
                return machine;
            return std::nullopt;
        };
    }
    /// To the page that asks for the address of Moodle.
    static void start(Typist &p);
    /// Everything after the address of the chat server, tokens for this session only, until the campus is read.
    static void finish(Typist &p);
    [[nodiscard]] QByteArray savedProfile() const;

    Certificates m_certificates;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<app::Tokens> m_tokens;
};

void TestConsoleNetwork::initTestCase()
{
    guardUiThread(*qApp);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never the keyring of who runs the tests
    m_tokens =
        std::make_unique<app::Tokens>([](const QString &) { return std::optional<QString>(); }, app::Tokens::Ask());
    m_certificates.makeAuthority(authority);
    m_certificates.sign(
        QStringLiteral("server"), authority,
        QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:%1,DNS:%2").arg(moodleHost, chatHost));
}

void TestConsoleNetwork::init()
{
    failOnUiThreadWork();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_home->filePath(QStringLiteral("config")).toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toLocal8Bit());
}

QByteArray TestConsoleNetwork::savedProfile() const
{
    QFile file(m_home->filePath(QStringLiteral("config/liaison/profiles/campus.json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestConsoleNetwork::start(Typist &p)
{
    QTRY_VERIFY(p.session.assistant() && p.session.assistant()->isVisible());
    p.session.assistant()->activateWindow();
    QTRY_COMPARE(Typist::focus(), static_cast<QWidget *>(p.session.assistant()->welcome()->connectServers()));
    Typist::press(Qt::Key_Return);
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("moodleAddress"));
}

void TestConsoleNetwork::finish(Typist &p)
{
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("chatLogin"));
    Typist::type(QStringLiteral("liaison.api"));
    QVERIFY(Typist::tabTo(QStringLiteral("chatToken")));
    Typist::type(p.chatToken);
    QCOMPARE(p.enter(), QString());
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("profileName"));
    Typist::type(QStringLiteral("campus"));
    QCOMPARE(p.enter(), QString());
    QTRY_VERIFY(p.waits());
    QVERIFY(Typist::tabTo(QStringLiteral("placeFile")));
    Typist::press(Qt::Key_Down);
    QVERIFY(p.page().findChild<QRadioButton *>(QStringLiteral("placeSession"))->isChecked());
    QCOMPARE(p.enter(), QString());
    Typist::press(Qt::Key_Return); // without waiting for the doctor
    QTRY_VERIFY_WITH_TIMEOUT(p.view, 20000);
    QCOMPARE(p.view->snapshot->courses.size(), size_t(2));
    for (const ServerReport &server : p.view->servers)
        QVERIFY2(!server.error, qPrintable(server.error ? server.error->code : QString()));
}

void TestConsoleNetwork::ownAuthority()
{
    Flow flow(campus());
    TlsGate gate(m_certificates.identity(QStringLiteral("server")),
                 quint16(QUrl(flow.env[QStringLiteral("LIAISON_MOODLE_URL")]).port()));
    const auto secure = [&](const QString &url) {
        QUrl u(url);
        u.setScheme(QStringLiteral("https"));
        u.setPort(gate.port());
        return u.toString();
    };
    Typist p(flow, environment(), *m_tokens);
    start(p);
    flow.sandbox().clearRequests();
    Typist::type(secure(p.moodle));
    // Without it: what is missing is named, and the way to mend it is one key away.
    const QString refused = p.enter();
    SAYS(refused, p.sentence("tls-unknown-ca"));
    SAYS(refused, authority);
    QCOMPARE(flow.sandbox().requests().size(), size_t(0)); // nothing was said inside
    QVERIFY(Typist::tabTo(QStringLiteral("openNetwork")));
    Typist::press(Qt::Key_Space);
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("authorityFile"));
    // A file that is none, then the key in place of the certificate.
    Typist::type(m_home->filePath(QStringLiteral("nowhere.pem")));
    SAYS(p.enter(), p.sentence("ca-file"));
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("authorityFile"));
    Typist::type(m_certificates.path(QString(authority + QStringLiteral(".key"))));
    SAYS(p.enter(), p.sentence("ca-file"));
    QTRY_COMPARE(ui::clippedTexts(&p.page()).join(u'\n'), QString());
    Typist::type(m_certificates.path(QString(authority + QStringLiteral(".pem"))));
    QCOMPARE(p.enter(), QString());

    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("moodleToken"));
    Typist::type(p.moodleToken);
    QCOMPARE(p.enter(), QString());
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("chatAddress"));
    Typist::type(secure(p.chat)); // the same authority, without being asked for again
    QCOMPARE(p.enter(), QString());
    finish(p);
    const QByteArray profile = savedProfile();
    QCOMPARE(profile.count("BEGIN CERTIFICATE"), 2); // it travels with the profile, not as a path of this computer
    QVERIFY(!profile.contains(m_certificates.path(authority).toUtf8()));
}

void TestConsoleNetwork::onlyThroughAProxy()
{
    Flow flow(campus());
    TlsGate gate(m_certificates.identity(QStringLiteral("server")),
                 quint16(QUrl(flow.env[QStringLiteral("LIAISON_MOODLE_URL")]).port()));
    ProxyGate proxy(gate.port());
    const auto inside = [&](const QString &url, const QString &host) {
        QUrl u(url);
        u.setScheme(QStringLiteral("https"));
        u.setHost(host); // of a network that this computer is not in: only the proxy finds it
        u.setPort(-1);
        return u.toString();
    };
    Typist p(flow, environment(), *m_tokens);
    start(p);
    Typist::type(inside(p.moodle, moodleHost));
    SAYS(p.enter(), p.sentence("host-not-found"));
    auto *network = p.page().current()->findChild<ui::NetworkFold *>();
    QVERIFY(network);
    QVERIFY(Typist::tabTo(network->toggle()));
    Typist::press(Qt::Key_Space);
    QVERIFY(Typist::tabTo(QStringLiteral("authorityFile")));
    Typist::type(m_certificates.path(QString(authority + QStringLiteral(".pem"))));
    QVERIFY(Typist::tabTo(QStringLiteral("proxyAddress")));
    Typist::type(QStringLiteral("http://127.0.0.1:1")); // nobody is there
    SAYS(p.enter(), p.sentence("proxy"));
    QVERIFY(Typist::tabTo(QStringLiteral("proxyAddress")));
    QCOMPARE(proxy.asked(), QStringList());
    Typist::type(QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    QCOMPARE(p.enter(), QString());
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("moodleToken"));
    Typist::type(p.moodleToken);
    QCOMPARE(p.enter(), QString());
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("chatAddress"));
    Typist::type(inside(p.chat, chatHost));
    QCOMPARE(p.enter(), QString());
    finish(p);
    QStringList asked = proxy.asked();
    asked.removeDuplicates();
    asked.sort();
    QCOMPARE(asked,
             (QStringList{QString(chatHost + QStringLiteral(":443")), QString(moodleHost + QStringLiteral(":443"))}));
    QVERIFY(savedProfile().contains(QByteArray("127.0.0.1:" + QByteArray::number(proxy.port()))));
}

QTEST_MAIN(TestConsoleNetwork)
#include "tst_console_network.moc"
