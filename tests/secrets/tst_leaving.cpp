// R24: a program that leaves while the desktop asks for the keychain's password does not wait for it; several threads
// may be the first to ask.
#include "core/secrets/keychain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace liaison;
using namespace liaison::secrets;

class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstOfSeveral();
    void cancelled();

private:
    Keychain m_chain{QStringLiteral("Liaison test"), 60000}; ///< a program has one
};

/// A bus that takes the connection and never says a word, as a keyring does whose owner is away.
void TestLeaving::cancelled()
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("bus")).toLocal8Bit();
    const int listening = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    QVERIFY(path.size() < int(sizeof address.sun_path));
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(::listen(listening, 5), 0);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + path);
    QElapsedTimer since;
    since.start();
    auto asked = m_chain.read(moodleKey(QStringLiteral("https://moodle.example")));
    while (!asked.isFinished() && since.elapsed() < 30000) {
        m_chain.cancelAll();
        QTest::qWait(20);
    }
    QVERIFY(asked.isFinished());
    const auto answer = asked.result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QStringLiteral("keychain-unavailable"));
    QCOMPARE(answer.error().detail, QStringLiteral("cancelled"));
    QVERIFY(since.elapsed() < 30000);
    ::close(listening);
}

void TestLeaving::firstOfSeveral()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    std::atomic<int> answered = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            if (const auto found = waitFor(m_chain.read(moodleKey(QStringLiteral("https://moodle.example")))); !found)
                ++answered;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(answered.load(), 8);
}

QTEST_MAIN(TestLeaving)
#include "tst_leaving.moc"
