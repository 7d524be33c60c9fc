#include "core/rocketchat/paging.h"
#include "tests/rocketchat/clienttest.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QThreadPool>

using namespace liaison;
using namespace liaison::test;

/// Reading the members of a room: paging, old releases, no access.
class TestMembers : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void walk();
    void membersArePagedToTheEnd_data();
    void membersArePagedToTheEnd();
    void aClampIsRemembered();
    void aListThatLosesSomebodyIsReadAgain();
    void aListThatIsNeverWholeIsTruncated_data();
    void aListThatIsNeverWholeIsTruncated();
    void oldServersGetTheOldWay_data();
    void oldServersGetTheOldWay();
    void aDisturbanceIsNotAnOldServer();
    void aProxyPageIsNotAnOldServer();
    void noAccessToMembers_data();
    void noAccessToMembers();
    void rolesOfDeactivatedAreIgnored();
    void manyThreads();
};

void TestMembers::walk()
{
    using rocketchat::ListWalk;
    using State = ListWalk::State;
    ListWalk empty(true);
    QCOMPARE(empty.take(0, 0, 0), State::Whole);
    ListWalk clamped(true);
    QCOMPARE(clamped.next().count, 0);
    QCOMPARE(clamped.take(50, 120, 50), State::More);
    QVERIFY(clamped.wasClamped());
    QCOMPARE(clamped.next().offset, 50);
    QCOMPARE(clamped.next().count, 100);
    QCOMPARE(clamped.take(70, 120, 120), State::Whole);
    ListWalk lost(false);
    QCOMPARE(lost.next().count, 100);
    QCOMPARE(lost.take(100, 120, 100), State::More);
    QCOMPARE(lost.take(20, 120, 119), State::NotWhole);
    ListWalk grown(true);
    QCOMPARE(grown.take(50, 60, 50), State::More);
    QCOMPARE(grown.take(11, 61, 61), State::NotWhole); // the first page said 60
    ListWalk ends(true);
    QCOMPARE(ends.take(50, 60, 50), State::More);
    QCOMPARE(ends.take(0, 60, 50), State::NotWhole);
    ListWalk more(true);
    QCOMPARE(more.take(5, 3, 5), State::NotWhole);
}

void TestMembers::membersArePagedToTheEnd_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("infinite");
    QTest::addColumn<int>("defaultCount");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("calls");
    QTest::newRow("nobody") << 0 << true << 50 << 100 << 1;
    QTest::newRow("51, all at once") << 51 << true << 50 << 100 << 1;
    QTest::newRow("2500, all at once") << 2500 << true << 50 << 100 << 1;
    QTest::newRow("51, clamp") << 51 << false << 50 << 100 << 2;
    QTest::newRow("100, clamp") << 100 << false << 50 << 100 << 2;
    QTest::newRow("101, clamp") << 101 << false << 50 << 100 << 2;
    QTest::newRow("2500, clamp") << 2500 << false << 50 << 100 << 26;
    QTest::newRow("101, clamp at 50") << 101 << false << 50 << 50 << 3;
    QTest::newRow("30, clamp at 7") << 30 << false << 7 << 7 << 5;
}

/// R71 R301
void TestMembers::membersArePagedToTheEnd()
{
    QFETCH(int, size);
    QFETCH(bool, infinite);
    QFETCH(int, defaultCount);
    QFETCH(int, cap);
    QFETCH(int, calls);
    m_server.on(byRole, paged(QStringLiteral("members"), people(size), {infinite, defaultCount, cap}));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(int(list->members.size()), size);
    QCOMPARE(list->total, size);
    QCOMPARE(list->method, byRole);
    QVERIFY(list->readAt.isKnown());
    QSet<QString> ids;
    for (const chat::Member &member : list->members)
        ids.insert(member.id);
    QCOMPARE(int(ids.size()), size);
    QCOMPARE(m_server.times(byRole), calls);
    QCOMPARE(int(m_server.log.size()), calls); // nothing else
    QCOMPARE(m_server.log.front().count(), 0);
}

/// Budget of design 11: ceil(N/100) + 1 calls for a room, also where count=0 is switched off.
void TestMembers::aClampIsRemembered()
{
    m_server.on(byRole, paged(QStringLiteral("members"), people(300), {false, 50, 100}));
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), 4);
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), 7);
    QCOMPARE(m_server.log[4].count(), 100);
}

/// Lists are sorted by online status: somebody comes online between two pages and another one is lost. R71
void TestMembers::aListThatLosesSomebodyIsReadAgain()
{
    int reading = 0;
    m_server.on(byRole, [&reading](const Seen &seen) {
        auto members = people(120);
        if (seen.offset() == 0)
            ++reading;
        else if (reading == 1)
            std::rotate(members.begin(), members.begin() + 119, members.end()); // the last one moved to the front
        return pageOf(QStringLiteral("members"), members, seen, {false, 50, 100}, 120);
    });
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->members.size(), std::size_t(120));
    QCOMPARE(reading, 2);
}

void TestMembers::aListThatIsNeverWholeIsTruncated_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"rotates", "grows", "shrinks", "ends early", "total too big", "total too small", "repeats"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

/// Unknown is never empty: an incomplete list is no list. R71
void TestMembers::aListThatIsNeverWholeIsTruncated()
{
    QFETCH(QString, how);
    int pages = 0;
    m_server.on(byRole, [&pages, how](const Seen &seen) {
        ++pages;
        auto members = people(120);
        int total = 120;
        if (how == QLatin1String("rotates") && seen.offset() > 0)
            std::rotate(members.begin(), members.begin() + 119, members.end());
        if (how == QLatin1String("grows"))
            total = 120 + pages;
        if (how == QLatin1String("shrinks"))
            total = 120 - pages;
        if (how == QLatin1String("ends early"))
            members.resize(60);
        if (how == QLatin1String("total too big"))
            total = 100'000'000;
        if (how == QLatin1String("total too small"))
            total = 3;
        if (how == QLatin1String("repeats"))
            members = std::vector<QJsonObject>(120, person(1));
        return pageOf(QStringLiteral("members"), members, seen, {false, 50, 100}, total);
    });
    const auto list = m_client->members(theRoom(), m_cancel);
    QCOMPARE(errorOf(list), QStringLiteral("BadReply truncated"));
    QCOMPARE(list.error().where, byRole);
    QVERIFY2(pages >= 2 && pages <= 8, qPrintable(QString::number(pages)));
}

void TestMembers::oldServersGetTheOldWay_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("web client page, 200") << 200 << QByteArray("<!DOCTYPE html>");
    QTest::newRow("page, 404") << 404 << QByteArray("<html>");
    QTest::newRow("405") << 405 << QByteArray(R"({"status":"error","message":"API endpoint does not exist"})");
    QTest::newRow("404, JSON of a router")
        << 404 << QByteArray(R"({"status":"error","message":"API endpoint does not exist"})");
}

/// Capability first: < 7.3 reads members and roles apart, and is asked for the new call only once. R35 R278
void TestMembers::oldServersGetTheOldWay()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server.on(byRole, always(makeReply(status, body, body.startsWith('<') ? "text/html" : "application/json")));
    m_server.onExample(oldWay, QStringLiteral("groups.members.json"));
    m_server.onExample(QStringLiteral("groups.roles"), QStringLiteral("groups.roles.json"));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->method, oldWay);
    QCOMPARE(describe(list->members), QStringLiteral("Q4GkX6RMepGDdQ7YJ ada Ada Lovelace | "
                                                     "svc7Zq2mC9rTnXw4K course.sync Course Sync owner"));
    QVERIFY(!m_client->abilities().membersOfArchived);
    const int probes = m_server.times(byRole);
    QVERIFY(m_client->members(theRoom(), m_cancel));
    QCOMPARE(m_server.times(byRole), probes);
    QCOMPARE(m_server.times(QStringLiteral("groups.roles")), 2);
}

void TestMembers::aDisturbanceIsNotAnOldServer()
{
    m_server.on(byRole, paged(QStringLiteral("members"), people(3)));
    QVERIFY(m_client->members(theRoom(), m_cancel));
    m_server.on(byRole, always(html()));
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), QStringLiteral("BadReply bad-reply (html)"));
    m_server.on(byRole, always(makeReply(502, "<html>", "text/html")));
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), QStringLiteral("ServerFailure server-error"));
    QCOMPARE(m_server.times(oldWay), 0);
    QVERIFY(m_client->abilities().membersOfArchived);
}

/// A page for every call says nothing about the release: the new call is tried again when the proxy is gone.
void TestMembers::aProxyPageIsNotAnOldServer()
{
    m_server.on(byRole, always(html()));
    m_server.on(oldWay, always(html()));
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), QStringLiteral("BadReply bad-reply (html)"));
    m_server.on(byRole, paged(QStringLiteral("members"), people(3)));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->method, byRole);
}

void TestMembers::noAccessToMembers_data()
{
    QTest::addColumn<bool>("old");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("7.3, 404") << false << "error_404_resource.json"
                              << "Forbidden no-access error-room-not-found";
    QTest::newRow("9.0, 403") << false << "error_403_permission__9x.json"
                              << "Forbidden no-access error-forbidden";
    QTest::newRow("old, 400") << true << "groups.info__not_found_or_no_access.json"
                              << "Forbidden no-access error-room-not-found";
    QTest::newRow("old, archived") << true << "groups.members__archived.json"
                                   << "Rejected room-archived error-room-archived";
    QTest::newRow("dead token") << false << "error_401_not_logged_in__8x.json"
                                << "Unauthorized wrong-token";
}

/// R102: who is no member is told "no access", never that the room is empty or gone.
void TestMembers::noAccessToMembers()
{
    QFETCH(bool, old);
    QFETCH(QString, file);
    QFETCH(QString, expected);
    if (old) {
        m_server.on(byRole, always(html(404)));
        m_server.onExample(oldWay, file);
    } else {
        m_server.onExample(byRole, file);
    }
    QCOMPARE(errorOf(m_client->members(theRoom(), m_cancel)), expected);
    QCOMPARE(m_server.times(QStringLiteral("groups.roles")), 0);
}

void TestMembers::rolesOfDeactivatedAreIgnored()
{
    m_server.on(byRole, always(html(404)));
    m_server.on(oldWay, paged(QStringLiteral("members"), people(2)));
    m_server.on(
        QStringLiteral("groups.roles"),
        ok({{QStringLiteral("roles"),
             QJsonArray{QJsonObject{{QStringLiteral("_id"), QStringLiteral("u1")}, // id of a subscription
                                    {QStringLiteral("u"), QJsonObject{{QStringLiteral("_id"), QStringLiteral("gone")}}},
                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("owner")}}},
                        QJsonObject{{QStringLiteral("_id"), QStringLiteral("s")},
                                    {QStringLiteral("u"), QJsonObject{{QStringLiteral("_id"), QStringLiteral("u0")}}},
                                    {QStringLiteral("roles"), QJsonArray{QStringLiteral("moderator")}}}}}}));
    const auto list = m_client->members(theRoom(), m_cancel);
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(describe(list->members), QStringLiteral("u0 login0 Name 0 moderator | u1 login1 Name 1"));
}

void TestMembers::manyThreads()
{
    m_server.on(byRole, paged(QStringLiteral("members"), people(250), {false, 50, 100}));
    std::atomic_int whole = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(8);
    for (int i = 0; i < 64; ++i)
        pool.start([&] {
            const auto list = m_client->members(theRoom(), m_cancel);
            if (list && list->members.size() == 250)
                ++whole;
        });
    pool.waitForDone();
    QCOMPARE(whole.load(), 64);
}

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
