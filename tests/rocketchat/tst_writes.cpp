#include "tests/rocketchat/clienttest.h"

#include <QJsonArray>
#include <QTest>

using namespace liaison;
using namespace liaison::test;
using rocketchat::Client;

/// The writes: what is sent, what a refusal means, and that nothing is sent twice.
class TestWrites : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void writes();
    void aWriteIsNeverSentTwice_data();
    void aWriteIsNeverSentTwice();
    void alreadySo_data();
    void alreadySo();
    void nothingIsSentForBadInput();
};

/// R72: every change is one request of its own, except adds.
void TestWrites::writes()
{
    for (const char *name : {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator",
                             "groups.archive", "groups.unarchive", "rooms.saveRoomSettings"})
        m_server.on(QString::fromLatin1(name), ok({{QStringLiteral("rid"), roomId}}));
    const QString u = QStringLiteral("u1");
    QStringList hundred;
    for (int i = 0; i < 100; ++i)
        hundred << QStringLiteral("u%1").arg(i);
    QVERIFY(m_writer->add(roomId, hundred, m_cancel));
    QCOMPARE(m_server.log.back().body.value(QLatin1String("userIds")).toArray().size(), qsizetype(100));
    QVERIFY(m_writer->remove(roomId, u, m_cancel));
    QVERIFY(m_writer->setModerator(roomId, u, true, m_cancel));
    QVERIFY(m_writer->setModerator(roomId, u, false, m_cancel));
    QVERIFY(m_writer->archive(roomId, true, m_cancel));
    QVERIFY(m_writer->archive(roomId, false, m_cancel));
    chat::Retention wanted;
    wanted.enabled = true;
    wanted.overrideGlobal = true;
    wanted.maxAge = 90;
    const auto saved = m_writer->setRetention(roomId, wanted, m_cancel);
    QVERIFY(saved && !saved->alreadySo && saved->serverDate.isKnown());
    QCOMPARE(m_server.names(),
             QStringList({QStringLiteral("groups.invite"), QStringLiteral("groups.kick"),
                          QStringLiteral("groups.addModerator"), QStringLiteral("groups.removeModerator"),
                          QStringLiteral("groups.archive"), QStringLiteral("groups.unarchive"),
                          QStringLiteral("rooms.saveRoomSettings"), QStringLiteral("rooms.saveRoomSettings")}));
    for (const Seen &seen : m_server.log)
        QVERIFY(seen.write && seen.httpMethod == QLatin1String("POST"));

    // The first of the two refused: the second is not sent.
    m_server.onExample(QStringLiteral("rooms.saveRoomSettings"),
                       QStringLiteral("rooms.saveRoomSettings__retention_not_allowed.json"));
    const auto before = m_server.log.size();
    QCOMPARE(errorOf(m_writer->setRetention(roomId, wanted, m_cancel)),
             QStringLiteral("Forbidden no-permission error-action-not-allowed"));
    QCOMPARE(m_server.log.size(), before + 1);
}

void TestWrites::aWriteIsNeverSentTwice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("undecoded");
    QTest::newRow("page") << 200 << QByteArray("<html>") << true;
    QTest::newRow("broken JSON") << 200 << QByteArray(R"({"success":tr)") << true;
    QTest::newRow("foreign JSON") << 200 << QByteArray("{}") << true;
    QTest::newRow("success as text") << 200 << QByteArray(R"({"success":"true"})") << true;
    QTest::newRow("400 of a gateway") << 400 << QByteArray(R"({"message":"bad request"})") << true;
    QTest::newRow("502") << 502 << QByteArray("<html>") << true;
    QTest::newRow("503") << 503 << QByteArray() << true;
    QTest::newRow("refused") << 400 << QByteArray(R"({"success":false,"error":"x [error-not-allowed]"})") << false;
}

/// After anything but a decoded refusal the room has to be read: design 6.3.
void TestWrites::aWriteIsNeverSentTwice()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, undecoded);
    m_server.on(QStringLiteral("groups.invite"), always(makeReply(status, body)));
    const auto reply = m_writer->add(roomId, {QStringLiteral("u1")}, m_cancel);
    QVERIFY(!reply);
    QCOMPARE(isUndecoded(reply.error()), undecoded);
    QCOMPARE(m_server.log.size(), std::size_t(1));
}

void TestWrites::alreadySo_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("serverCode");
    QTest::addColumn<bool>("so");
    const auto row = [](const char *verb, const char *code, bool so) {
        QTest::addRow("%s, %s", verb, code) << QString::fromLatin1(verb) << QString::fromLatin1(code) << so;
    };
    row("promote", "error-user-already-moderator", true);
    row("promote", "error-user-not-in-room", false);
    row("promote", "error-room-archived", false);
    row("demote", "error-user-not-moderator", true);
    row("demote", "error-user-not-in-room", false);
    row("remove", "error-user-not-in-room", true);
    row("remove", "error-you-are-last-owner", false);
    row("remove", "error-room-not-found", false);
    row("remove", "error-invalid-user", false);
    row("add", "error-user-not-in-room", false);
    row("add", "error-empty-invite-list", false);
    row("archive", "error-room-archived", true);
    row("unarchive", "error-room-archived", false);
}

void TestWrites::alreadySo()
{
    QFETCH(QString, verb);
    QFETCH(QString, serverCode);
    QFETCH(bool, so);
    for (const char *name : {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator",
                             "groups.archive", "groups.unarchive"})
        m_server.on(QString::fromLatin1(name), always(refused(400, serverCode)));
    const QString u = QStringLiteral("u1");
    const auto reply = verb == QLatin1String("promote")  ? m_writer->setModerator(roomId, u, true, m_cancel)
                       : verb == QLatin1String("demote") ? m_writer->setModerator(roomId, u, false, m_cancel)
                       : verb == QLatin1String("remove") ? m_writer->remove(roomId, u, m_cancel)
                       : verb == QLatin1String("add")
                           ? m_writer->add(roomId, {u}, m_cancel)
                           : m_writer->archive(roomId, verb == QLatin1String("archive"), m_cancel);
    QCOMPARE(reply.has_value(), so);
    if (so) {
        QVERIFY(reply->alreadySo);
        QCOMPARE(reply->serverCode, serverCode);
    } else {
        QCOMPARE(reply.error().serverCode, serverCode);
        QVERIFY(!isUndecoded(reply.error()));
    }
}

void TestWrites::nothingIsSentForBadInput()
{
    const QString u = QStringLiteral("u1");
    QStringList tooMany;
    for (int i = 0; i <= 100; ++i)
        tooMany << QStringLiteral("u%1").arg(i);
    chat::Retention zero;
    zero.maxAge = 0;
    const QString expected = QStringLiteral("Input bad-input");
    QCOMPARE(errorOf(m_writer->add(roomId, {}, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->add(roomId, {u, QString()}, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->add(roomId, tooMany, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->add(QString(), {u}, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->remove(roomId, QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->setModerator(QString(), u, true, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->archive(QString(), true, m_cancel)), expected);
    QCOMPARE(errorOf(m_writer->setRetention(roomId, zero, m_cancel)), expected);
    QCOMPARE(errorOf(m_client->room(QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->members(chat::RoomInfo(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->accountById(QString(), m_cancel)), expected);
    QCOMPARE(errorOf(m_client->accountByLogin(QString(), m_cancel)), expected);
    Client injected(m_server, {QUrl(QStringLiteral("https://x.fr")), QStringLiteral("a"), "tok\r\nX: y", {}});
    QCOMPARE(errorOf(injected.allAccounts(m_cancel)), expected);
    QCOMPARE(m_server.log.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestWrites)
#include "tst_writes.moc"
