// R24 R250: tokens are kept in the desktop's keychain. Run twice: inside with-keyring.sh on a real Secret Service, and
// without any (LIAISON_TEST_KEYRING says which).
#include "core/secrets/keychain.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace liaison;
using namespace liaison::secrets;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writeReadRemove();
    void anotherHostHasNoToken();
    void manyAtOnce();
    void futuresNeedNoEventLoop();
    void notInClear();
    void withoutKeyring();

private:
    bool m_keyring = false;
    Keychain m_chain{QStringLiteral("Liaison test"), 20000};
};

void TestKeychain::initTestCase()
{
    m_keyring = qEnvironmentVariableIsSet("LIAISON_TEST_KEYRING");
    if (!m_keyring) // no bus and nobody to start one: a server without a desktop
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestKeychain::writeReadRemove()
{
    if (!m_keyring)
        QSKIP("without a keyring");
    QVERIFY(waitFor(m_chain.probe()));
    const SecretKey key = chatKey(QStringLiteral("https://chat.example.org/base/"), QStringLiteral("Liaison.API"));
    const auto nothing = waitFor(m_chain.read(key));
    QVERIFY(nothing && !*nothing);
    const QString token = QStringLiteral("t0k€n-é \"quoted\"");
    QVERIFY(waitFor(m_chain.write(key, token)));
    const auto found = waitFor(m_chain.read(key));
    QVERIFY(found);
    QCOMPARE(**found, token);
    QVERIFY(waitFor(m_chain.write(key, QStringLiteral("second"))));
    QCOMPARE(**waitFor(m_chain.read(key)), QStringLiteral("second"));
    QVERIFY(waitFor(m_chain.remove(key)));
    const auto gone = waitFor(m_chain.read(key));
    QVERIFY(gone && !*gone);
    QVERIFY(waitFor(m_chain.remove(key))); // twice is no error
}

// Design rule 10: the key is (origin, account), so a changed host finds nothing.
void TestKeychain::anotherHostHasNoToken()
{
    if (!m_keyring)
        QSKIP("without a keyring");
    const QString user = QStringLiteral("api");
    QVERIFY(
        waitFor(m_chain.write(chatKey(QStringLiteral("https://chat.example.org"), user), QStringLiteral("secret"))));
    for (const char *other : {"https://chat.example.org.evil.test", "http://chat.example.org",
                              "https://chat.example.org:8443", "https://chat.example.org/other"}) {
        const auto found = waitFor(m_chain.read(chatKey(QString::fromLatin1(other), user)));
        QVERIFY2(found && !*found, other);
    }
    const auto same = waitFor(m_chain.read(chatKey(QStringLiteral("HTTPS://Chat.Example.org:443/"), user)));
    QVERIFY(same && *same);
    const auto account =
        waitFor(m_chain.read(chatKey(QStringLiteral("https://chat.example.org"), QStringLiteral("b"))));
    QVERIFY(account && !*account);
}

void TestKeychain::manyAtOnce()
{
    if (!m_keyring)
        QSKIP("without a keyring");
    QList<QFuture<Result<void>>> writes;
    for (int i = 0; i < 10; ++i)
        writes << m_chain.write({QStringLiteral("https://s:443"), QString::number(i)}, QStringLiteral("v%1").arg(i));
    for (const auto &write : writes)
        QVERIFY(waitFor(write));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(**waitFor(m_chain.read({QStringLiteral("https://s:443"), QString::number(i)})),
                 QStringLiteral("v%1").arg(i));
}

// The user interface attaches a continuation; this thread's event loop never runs here.
void TestKeychain::futuresNeedNoEventLoop()
{
    QFuture<bool> known = m_chain.probe().then([](const Result<void> &result) { return result.has_value(); });
    known.waitForFinished();
    QCOMPARE(known.result(), m_keyring);
}

void TestKeychain::notInClear()
{
    if (!m_keyring)
        QSKIP("without a keyring");
    const QByteArray canary = "CANARY-TOKEN-IN-KEYRING";
    QVERIFY(waitFor(m_chain.write(moodleKey(QStringLiteral("https://m.example.org")), QString::fromLatin1(canary))));
    int files = 0;
    QDirIterator it(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++files;
        QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0); // the keyring itself
}

// Never "not found", never a file in clear.
void TestKeychain::withoutKeyring()
{
    if (m_keyring)
        QSKIP("with a keyring");
    const SecretKey key = moodleKey(QStringLiteral("https://m.example.org"));
    const auto probe = waitFor(m_chain.probe());
    QVERIFY(!probe);
    QCOMPARE(probe.error().code, QStringLiteral("keychain-unavailable"));
    const auto write = waitFor(m_chain.write(key, QStringLiteral("CANARY")));
    QVERIFY(!write);
    QCOMPARE(write.error().code, QStringLiteral("keychain-unavailable"));
    QVERIFY(!write.error().detail.contains(u"CANARY"));
    const auto read = waitFor(m_chain.read(key));
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("keychain-unavailable"));
    const auto remove = waitFor(m_chain.remove(key));
    QVERIFY(!remove);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
