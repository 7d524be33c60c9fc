#include "tests/rocketchat/clienttest.h"

#include <QTest>

using namespace liaison;
using namespace liaison::test;
using chat::Access;

/// Rooms and accounts.
class TestReads : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void roomsAreAUnion();
    void roomsWithoutAdministration();
    void roomsAreWholeOrAnError();
    void aRoomIsGoneOnlyWhenConfirmed_data();
    void aRoomIsGoneOnlyWhenConfirmed();
    void accounts();
    void anotherAccountIsNeverTaken();
    void roomsOfAnAccount();
    void undecodedReadsAreSentOnceMore();
    void cancelled();
};

/// R47 R48: rooms of other kinds are left out; R9
void TestReads::roomsAreAUnion()
{
    auto full = group(QStringLiteral("b"));
    full.insert(QStringLiteral("retention"), QJsonObject{{QStringLiteral("maxAge"), 9}});
    m_server.on(QStringLiteral("groups.list"), paged(QStringLiteral("groups"), {group(QStringLiteral("a"))}));
    m_server.on(QStringLiteral("groups.listAll"), paged(QStringLiteral("groups"), {group(QStringLiteral("a")), full}));
    m_server.on(
        QStringLiteral("rooms.adminRooms"),
        paged(QStringLiteral("rooms"),
              {group(QStringLiteral("a")), group(QStringLiteral("b")), group(QStringLiteral("discussion")),
               group(QStringLiteral("open"), QStringLiteral("c")), group(QStringLiteral("talk"), QStringLiteral("d")),
               group(QStringLiteral("help"), QStringLiteral("l"))}));
    const auto list = m_client->rooms(m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QVERIFY(list->wholeServer);
    QCOMPARE(describe(list->rooms), QStringLiteral("a p a-name by=/ retention=none member | "
                                                   "b p b-name by=/ retention=[ 9d] administered | "
                                                   "discussion p discussion-name by=/ administered"));
    QCOMPARE(m_server.log.size(), std::size_t(3));
}

/// Without view-room-administration the list is our own rooms, and says so.
void TestReads::roomsWithoutAdministration()
{
    m_server.on(QStringLiteral("groups.list"), paged(QStringLiteral("groups"), {group(QStringLiteral("a"))}));
    m_server.onExample(QStringLiteral("groups.listAll"), QStringLiteral("error_403_permission__9x.json"));
    m_server.onExample(QStringLiteral("rooms.adminRooms"), QStringLiteral("rooms.adminRooms__forbidden.json"));
    const auto list = m_client->rooms(m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QVERIFY(!list->wholeServer);
    QCOMPARE(list->rooms.size(), std::size_t(1));
    QCOMPARE(list->rooms[0].access, Access::Member);
}

void TestReads::roomsAreWholeOrAnError()
{
    m_server.on(QStringLiteral("groups.list"), paged(QStringLiteral("groups"), {group(QStringLiteral("a"))}));
    m_server.on(QStringLiteral("rooms.adminRooms"), paged(QStringLiteral("rooms"), {group(QStringLiteral("a"))}));
    m_server.on(QStringLiteral("groups.listAll"), always(makeReply(502, {})));
    QCOMPARE(errorOf(m_client->rooms(m_cancel)), QStringLiteral("ServerFailure server-error"));
    m_server.on(QStringLiteral("groups.listAll"), [](const Seen &seen) {
        return pageOf(QStringLiteral("groups"), {group(QStringLiteral("a"))}, seen, {}, 2);
    });
    QCOMPARE(errorOf(m_client->rooms(m_cancel)), QStringLiteral("BadReply truncated"));
}

void TestReads::aRoomIsGoneOnlyWhenConfirmed_data()
{
    QTest::addColumn<QString>("info");
    QTest::addColumn<QString>("admin");
    QTest::addColumn<QString>("expected");
    const QString hidden = QStringLiteral("groups.info__not_found_or_no_access.json");
    QTest::newRow("member") << "groups.info.json" << QString() << "member";
    QTest::newRow("administered") << hidden << "rooms.adminRooms.getRoom.json"
                                  << "administered";
    QTest::newRow("gone") << hidden << "only success"
                          << "gone";
    QTest::newRow("gone, in other words") << hidden << "rooms.saveRoomSettings__invalid_room.json"
                                          << "gone";
    QTest::newRow("may not look") << hidden << "rooms.adminRooms__forbidden.json"
                                  << "Forbidden no-access error-not-authorized";
    QTest::newRow("may not look, 9.0") << "error_403_permission__9x.json"
                                       << "error_403_permission__9x.json"
                                       << "Forbidden no-access error-forbidden";
    QTest::newRow("cannot look") << hidden << "error_404_html_unknown_endpoint.json"
                                 << "BadReply bad-reply (html)";
    QTest::newRow("server down") << "error_500_html.json" << QString() << "ServerFailure server-error";
    QTest::newRow("dead token") << "error_401_not_logged_in__8x.json" << QString() << "Unauthorized wrong-token";
}

/// R102: "gone" and "hidden" use the same words; only the administrator's view tells.
void TestReads::aRoomIsGoneOnlyWhenConfirmed()
{
    QFETCH(QString, info);
    QFETCH(QString, admin);
    QFETCH(QString, expected);
    const QString getRoom = QStringLiteral("rooms.adminRooms.getRoom");
    m_server.onExample(QStringLiteral("groups.info"), info);
    if (admin == QLatin1String("only success"))
        m_server.on(getRoom, ok());
    else if (!admin.isEmpty())
        m_server.onExample(getRoom, admin);
    const auto room = m_client->room(QStringLiteral("ByehQjC44FwMeiLbX"), m_cancel);
    QString got = errorOf(room);
    if (room && !*room)
        got = QStringLiteral("gone");
    else if (room)
        got = (*room)->access == Access::Member ? QStringLiteral("member") : QStringLiteral("administered");
    QCOMPARE(got, expected);
    if (admin.isEmpty())
        QCOMPARE(m_server.times(getRoom), 0);
    QVERIFY(!m_client->room(QStringLiteral("another"), m_cancel) || got == QLatin1String("gone"));
}

void TestReads::accounts()
{
    const QString info = QStringLiteral("users.info");
    m_server.onExample(info, QStringLiteral("users.info.json"));
    const auto ada = m_client->accountByLogin(QStringLiteral("ADA"), m_cancel);
    QVERIFY2(ada && *ada, qPrintable(errorOf(ada)));
    QCOMPARE((*ada)->id, QStringLiteral("aobEdbYhXfu5hkeqG"));
    QCOMPARE(m_server.log.back().query.value(QStringLiteral("username")), QStringLiteral("ADA"));
    const auto byId = m_client->accountById(QStringLiteral("aobEdbYhXfu5hkeqG"), m_cancel);
    QVERIFY(byId && *byId == *ada);

    m_server.onExample(info, QStringLiteral("users.info__unknown.json"));
    const auto nobody = m_client->accountByLogin(QStringLiteral("nobody"), m_cancel);
    QVERIFY(nobody && !*nobody);
    m_server.onExample(info, QStringLiteral("error_400_permission__legacy.json"));
    QCOMPARE(errorOf(m_client->accountById(QStringLiteral("x"), m_cancel)),
             QStringLiteral("Forbidden no-permission error-not-allowed"));

    // Without view-full-other-user-info: no roles, no e-mails; that is not "no roles".
    m_server.on(info, ok({{QStringLiteral("user"), person(1)}}));
    const auto bare = m_client->accountById(QStringLiteral("u1"), m_cancel);
    QVERIFY2(bare && *bare, qPrintable(errorOf(bare)));
    QVERIFY(!(*bare)->serverRoles && !(*bare)->active && !(*bare)->type && !(*bare)->emails);

    m_server.on(QStringLiteral("users.list"), paged(QStringLiteral("users"), people(130), {false, 50, 100}));
    const auto all = m_client->allAccounts(m_cancel);
    QVERIFY2(all, qPrintable(errorOf(all)));
    QCOMPARE(all->size(), std::size_t(130));
}

/// Whoever is answered may be added to a course's room.
void TestReads::anotherAccountIsNeverTaken()
{
    m_server.onExample(QStringLiteral("users.info"), QStringLiteral("users.info.json"));
    QCOMPARE(m_client->accountByLogin(QStringLiteral("adam"), m_cancel).error().kind, ErrorKind::BadReply);
    QCOMPARE(m_client->accountById(QStringLiteral("u9"), m_cancel).error().kind, ErrorKind::BadReply);
    QCOMPARE(m_client->roomsOf(QStringLiteral("u9"), m_cancel).error().kind, ErrorKind::BadReply);
}

void TestReads::roomsOfAnAccount()
{
    const QString info = QStringLiteral("users.info");
    const QString ada = QStringLiteral("aobEdbYhXfu5hkeqG");
    m_server.onExample(info, QStringLiteral("users.info__with_rooms.json"));
    const auto rooms = m_client->roomsOf(ada, m_cancel);
    QVERIFY2(rooms && rooms->rooms, qPrintable(errorOf(rooms)));
    QCOMPARE(rooms->rooms->size(), std::size_t(1));
    QVERIFY(rooms->rooms->front().roles.moderator);
    m_server.onExample(info, QStringLiteral("users.info.json"));
    const auto notTold = m_client->roomsOf(ada, m_cancel);
    QVERIFY(notTold && !notTold->rooms); // the right is missing: unknown, not "in no room"
    m_server.onExample(info, QStringLiteral("users.info__unknown.json"));
    QCOMPARE(errorOf(m_client->roomsOf(ada, m_cancel)), QStringLiteral("NotFound account-not-found"));

    m_server.on(QStringLiteral("info"), ok({{QStringLiteral("version"), QStringLiteral("6.8")}}));
    m_server.onExample(QStringLiteral("me"), QStringLiteral("me.json"));
    QVERIFY(m_client->connect(m_cancel));
    m_server.onExample(info, QStringLiteral("users.info__with_rooms.json"));
    QVERIFY(m_client->roomsOf(ada, m_cancel));
    QVERIFY(m_server.log.back().query.contains(QStringLiteral("fields")));
    QVERIFY(!m_server.log.back().query.contains(QStringLiteral("includeUserRooms")));
}

/// Design 6.1: HTML and broken JSON, too, and no refusal.
void TestReads::undecodedReadsAreSentOnceMore()
{
    int calls = 0;
    m_server.on(byRole, [&calls](const Seen &seen) {
        return ++calls == 1 ? makeReply(200, R"({"success":true,"members":[)")
                            : pageOf(QStringLiteral("members"), people(3), seen, {}, 3);
    });
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(calls, 2);
    m_server.on(QStringLiteral("users.info"), always(html()));
    QCOMPARE(errorOf(m_client->accountById(QStringLiteral("u"), m_cancel)),
             QStringLiteral("BadReply bad-reply (html)"));
    QCOMPARE(m_server.times(QStringLiteral("users.info")), 2);
    m_server.onExample(QStringLiteral("users.list"), QStringLiteral("error_400_permission__legacy.json"));
    QVERIFY(!m_client->allAccounts(m_cancel));
    QCOMPARE(m_server.times(QStringLiteral("users.list")), 1);
}

void TestReads::cancelled()
{
    m_cancel.cancel();
    const auto list = m_client->members(theRoom(), m_cancel);
    QCOMPARE(list.error().kind, ErrorKind::Cancelled);
    QCOMPARE(list.error().where, byRole);
    QCOMPARE(m_client->connect(m_cancel).error().kind, ErrorKind::Cancelled);

    // Cancelled between the account and the rights: no half of a connection.
    net::CancelToken later;
    m_server.onExample(QStringLiteral("info"), QStringLiteral("info__anonymous.json"));
    m_server.on(QStringLiteral("me"), [later](const Seen &) {
        later.cancel();
        return loadExample(QStringLiteral("me.json")).reply;
    });
    QCOMPARE(m_client->connect(later).error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestReads)
#include "tst_reads.moc"
