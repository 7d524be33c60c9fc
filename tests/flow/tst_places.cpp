// R24 R128 R250: the places of tokens, and the proof that somebody is there, without a keychain.
#include "app/lastreading.h"
#include "app/presence.h"
#include "app/profilesservice.h"
#include "core/run/tokenslots.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <future>

using namespace liaison;
using namespace liaison::app;

namespace {

const QString passphrase = QStringLiteral("cheval pile agrafe");

Environment given(const QStringList &variables)
{
    return [variables](const QString &name) {
        return variables.contains(name) ? std::optional(QStringLiteral("x")) : std::nullopt;
    };
}

template <class T> QString code(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

Profile profile()
{
    Profile p;
    p.name = QStringLiteral("campus");
    p.moodle.emplace_back();
    p.moodle[0].id = QStringLiteral("main");
    p.moodle[0].url = QStringLiteral("https://moodle.example");
    p.moodle[0].token = QStringLiteral("m-token");
    p.chat.url = QStringLiteral("https://chat.example");
    p.chat.user = QStringLiteral("api");
    p.chat.token = QStringLiteral("c-token");
    return p;
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void refusedWhileLooking();
    void nothingProvesAGoneFile();
    void howPresenceIsProven();
    void notKnownIsNotNone();
    void aReadingThatCannotBeReadStays();
    void anotherPassphraseForANewFile();
    void closedWhileRead();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Tokens> m_tokens;
};

void TestPlaces::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    m_tokens = std::make_unique<Tokens>(given({}), Tokens::Ask()); // a program has one keychain
}

void TestPlaces::init()
{
    m_tokens->closeFile();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
}

void TestPlaces::refusedWhileLooking()
{
    PresenceDesk desk;
    desk.begin();
    desk.answer(passphrase);
    QCOMPARE(desk.wait({}), std::optional(passphrase));
    QVERIFY(!desk.isRefused());
    desk.answer(std::nullopt); // "Do not apply", while the key is derived
    QVERIFY(desk.isRefused());
    desk.begin(); // the next question
    QVERIFY(!desk.isRefused());
    desk.close();
    QVERIFY(desk.isRefused());

    // The same with the service that asks.
    Tokens &tokens = *m_tokens;
    QVERIFY(tokens.openFile(passphrase));
    const Profile p = profile();
    for (const TokenSlot &slot : tokenSlots(p))
        QVERIFY(tokens.keep(Tokens::Place::File, slot.key, slot.which == u"chat" ? p.chat.token : p.moodle[0].token));
    ProfilesService service(given({}), tokens, {});
    QSignalSpy asked(&service, &ui::Profiles::presenceAsked);
    const net::CancelToken cancel;
    const auto prove = [&] { return service.provenPresence(p, given({}), cancel); };
    auto proven = std::async(std::launch::async, prove);
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 20000);
    service.provePresence(passphrase);
    service.provePresence(std::nullopt);
    QCOMPARE(code(proven.get()), QStringLiteral("presence-needed"));
    proven = std::async(std::launch::async, prove);
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 2, 20000);
    service.provePresence(passphrase);
    QCOMPARE(code(proven.get()), QString());
}

void TestPlaces::nothingProvesAGoneFile()
{
    QVERIFY(!Tokens::hasFile());
    QCOMPARE(code(Tokens::prove(QStringLiteral("anything"))), QStringLiteral("passphrase-needed"));
    QVERIFY(!Tokens::hasFile());
}

void TestPlaces::howPresenceIsProven()
{
    Tokens &tokens = *m_tokens;
    const Profile p = profile();
    const QStringList both{QStringLiteral("LIAISON_MOODLE_TOKEN"), QStringLiteral("LIAISON_CHAT_TOKEN")};
    // By variables: nothing rests anywhere.
    QVERIFY(proofFor(p, tokens, given(both)) == app::Proof::Keychain);
    QCOMPARE(code(readAgain(p, tokens, given(both))), QString());
    // From a keychain that cannot be asked now: nobody has proven anything.
    QVERIFY(proofFor(p, tokens, given({})) == app::Proof::Keychain);
    QCOMPARE(code(readAgain(p, tokens, given({}))), QStringLiteral("keychain-unavailable"));
    QCOMPARE(code(readAgain(p, tokens, given({both.front()}))), QStringLiteral("keychain-unavailable"));
    // Held for this session.
    for (const TokenSlot &slot : tokenSlots(p))
        QVERIFY(tokens.keep(Tokens::Place::Session, slot.key, QStringLiteral("held")));
    QCOMPARE(code(readAgain(p, tokens, given({}))), QString());
    for (const TokenSlot &slot : tokenSlots(p))
        (void)secrets::waitFor(tokens.remove(slot.key)); // of this session
    QCOMPARE(code(readAgain(p, tokens, given({}))), QStringLiteral("keychain-unavailable"));
    // A token that is in no place any more while there is a sealed file: it was there.
    QVERIFY(tokens.openFile(passphrase));
    QVERIFY(tokens.keep(Tokens::Place::File, {QStringLiteral("x"), QStringLiteral("y")}, QStringLiteral("z")));
    QVERIFY(proofFor(p, tokens, given({})) == app::Proof::Passphrase);
    QVERIFY(proofFor(p, tokens, given(both)) == app::Proof::Keychain);
    tokens.closeFile();
    QVERIFY(proofFor(p, tokens, given({})) == app::Proof::Passphrase); // locked
}

void TestPlaces::notKnownIsNotNone()
{
    Tokens &tokens = *m_tokens;
    QVERIFY(tokens.openFile(passphrase));
    const secrets::SecretKey kept{QStringLiteral("x"), QStringLiteral("y")};
    QVERIFY(tokens.keep(Tokens::Place::File, kept, QStringLiteral("z")));
    QCOMPARE(**secrets::waitFor(tokens.read(kept)), QStringLiteral("z"));
    QCOMPARE(code(secrets::waitFor(tokens.read({QStringLiteral("x"), QStringLiteral("other")}))),
             QStringLiteral("keychain-unavailable"));
}

void TestPlaces::aReadingThatCannotBeReadStays()
{
    secrets::MemorySecrets secrets;
    const LastReading place{m_folder->filePath(QStringLiteral("last-reading-1.snapshot")), {QStringLiteral("s"), {}}};
    const auto write = [&](const QByteArray &bytes) {
        QFile file(place.file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    };
    write("something else");
    QCOMPARE(code(openLastReading(place, secrets, {0})), QStringLiteral("not-a-snapshot"));
    QVERIFY(QFile::exists(place.file));
    // No number that a file may hold is taken for a young one.
    QVERIFY(snapfile::isTooOld({std::numeric_limits<qint64>::min()}, {1'800'000'000'000}));
    QVERIFY(!snapfile::isTooOld({std::numeric_limits<qint64>::max()}, {1'800'000'000'000}));
}

void TestPlaces::anotherPassphraseForANewFile()
{
    Tokens &tokens = *m_tokens;
    QVERIFY(tokens.openFile(QStringLiteral("typed by mistake")));
    QVERIFY(!Tokens::hasFile());
    QVERIFY(tokens.openFile(passphrase)); // chosen anew before anything was written
    QVERIFY(tokens.keep(Tokens::Place::File, {QStringLiteral("x"), QStringLiteral("y")}, QStringLiteral("z")));
    QCOMPARE(code(Tokens::prove(passphrase)), QString());
    QCOMPARE(code(Tokens::prove(QStringLiteral("typed by mistake"))), QStringLiteral("wrong-passphrase"));
}

void TestPlaces::closedWhileRead()
{
    Tokens &tokens = *m_tokens;
    QVERIFY(tokens.openFile(passphrase));
    const secrets::SecretKey key{QStringLiteral("x"), QStringLiteral("y")};
    QVERIFY(tokens.keep(Tokens::Place::File, key, QStringLiteral("z")));
    std::atomic<bool> over = false;
    auto reader = std::async(std::launch::async, [&] {
        while (!over)
            (void)tokens.lookInto(Tokens::Place::File, key);
    });
    for (int i = 0; i < 3; ++i) {
        tokens.closeFile();
        QVERIFY(tokens.openFile(passphrase));
    }
    over = true;
    reader.wait();
    QCOMPARE(**tokens.lookInto(Tokens::Place::File, key), QStringLiteral("z"));
}

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
