// The thin client on a scripted transport: what is sent again, cursors, batches.
#include "core/moodle/client.h"
#include "core/moodle/errors.h"
#include "tests/moodle/fake_transport.h"

#include <QTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::moodle;
using namespace liaison::moodle::test;

namespace {

MoodleClient client(FakeTransport &transport)
{
    return {transport, {QStringLiteral("main"), QUrl(QStringLiteral("https://x.fr/moodle")), QStringLiteral("t")}};
}

QByteArray link(qint64 cmid)
{
    return R"({"cmid":)" + QByteArray::number(cmid) +
           R"(,"courseid":2,"courseshortname":"a","coursefullname":"b","name":"c","visible":1,"visibleoncoursepage":1,
           "deletioninprogress":0,"rocketchatid":"r","moderatorroles":[3],"userroles":[5]})";
}

QByteArray links(const std::vector<qint64> &cmids, const QByteArray &next)
{
    QByteArrayList list;
    for (const qint64 cmid : cmids)
        list << link(cmid);
    return R"({"links":[)" + list.join(',') + R"(],"next":)" + next + "}";
}

QByteArray row(qint64 course, qint64 person)
{
    const QByteArray u = QByteArray::number(person);
    return R"({"c":)" + QByteArray::number(course) + R"(,"u":)" + u + R"(,"n":"p)" + u +
           R"(","r":[5],"ri":[],"a":1,"s":0})";
}

const QByteArray noCursor = R"("nextcourse":null,"nextuser":null)";

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheServersTime();
    void readsHtmlOnceMore();
    void givesUpAfterTheSecondTry_data();
    void givesUpAfterTheSecondTry();
    void passesTransportErrorsOn();
    void stopsWhenCancelled();
    void fallsBackFromRaw();
    void coursesWithoutTheSite();
    void coursesByTheSecondFunction();
    void coursesKeepTheFirstRefusal();
    void usersInBatches();
    void groupMembersOfNobody();
    void anotherModuleThanAsked();
    void followsLinks();
    void brokenLinkCursors_data();
    void brokenLinkCursors();
    void oneLink_data();
    void oneLink();
    void followsMemberships();
    void judgesMembershipsByTheirCount();
    void keepsWholeCoursesWhenAPageFails();
    void membershipsOfNoCourse();
    void membershipCursorStandsStill();
    void asksForManyCoursesInBatches();
    void people();
    void restoreTasks();
    void recycleBin();
};

void ClientTest::givesTheServersTime()
{
    FakeTransport transport([](const Sent &) { return reply("[]"); });
    const auto categories = client(transport).withPriority(net::Priority::Background).categories();
    QVERIFY(categories);
    QCOMPARE(categories->at, serverTime);
    QCOMPARE(transport.requests.at(0).request.priority, net::Priority::Background);
    QCOMPARE(transport.requests.at(0).request.url,
             QUrl(QStringLiteral("https://x.fr/moodle/webservice/rest/server.php")));
}

void ClientTest::readsHtmlOnceMore()
{
    int n = 0;
    FakeTransport transport([&](const Sent &) { return n++ == 0 ? reply("<html>oops</html>") : reply("[]"); });
    QVERIFY(client(transport).usersCourses(3));
    QCOMPARE(transport.requests.size(), 2U);
    QCOMPARE(transport.requests.at(0).request.body, transport.requests.at(1).request.body);
}

void ClientTest::givesUpAfterTheSecondTry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("requests");
    QTest::newRow("html") << 200 << QByteArray("<html>") << QString(errors::notMoodle) << 2;
    QTest::newRow("cut") << 200 << QByteArray("[{\"id\":") << QString(errors::badReply) << 2;
    QTest::newRow("empty") << 200 << QByteArray() << QString(errors::badReply) << 2;
    QTest::newRow("wrong shape") << 200 << QByteArray("{}") << QString(errors::badReply) << 1;
    QTest::newRow("wrong address") << 404 << QByteArray("no") << QString(errors::notMoodle) << 1;
    QTest::newRow("down") << 502 << QByteArray() << QString(errors::backendDown) << 1; // the transport retried already
    QTest::newRow("refused") << 200 << QByteArray(R"({"exception":"e","errorcode":"invalidtoken","message":""})")
                             << QString(errors::wrongToken) << 1;
}

void ClientTest::givesUpAfterTheSecondTry() // R15
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(int, requests);
    FakeTransport transport([&](const Sent &) { return reply(body, status); });
    const auto users = client(transport).enrolledUsers(3);
    QVERIFY(!users);
    QCOMPARE(users.error().code, code);
    QCOMPARE(users.error().where, QString(functions::enrolledUsers));
    QCOMPARE(int(transport.requests.size()), requests);
}

void ClientTest::passesTransportErrorsOn()
{
    FakeTransport transport([](const Sent &) { return networkFailure(); });
    const auto users = client(transport).enrolledUsers(3);
    QVERIFY(!users);
    QCOMPARE(users.error().kind, ErrorKind::Network);
    QCOMPARE(users.error().where, QString(functions::enrolledUsers));
    QVERIFY(isTransient(users.error()));
    QCOMPARE(transport.requests.size(), 1U);
}

void ClientTest::stopsWhenCancelled()
{
    const net::CancelToken cancel;
    FakeTransport transport([&](const Sent &) {
        cancel.cancel();
        return reply("<html>");
    });
    const auto users = client(transport).enrolledUsers(3, {}, cancel);
    QVERIFY(!users);
    QCOMPARE(users.error().kind, ErrorKind::Cancelled);
    QCOMPARE(transport.requests.size(), 1U); // not sent again
    QCOMPARE(client(transport).siteInfo(cancel).error().kind, ErrorKind::Cancelled);
    QCOMPARE(transport.requests.size(), 1U); // not sent at all
}

void ClientTest::fallsBackFromRaw()
{
    FakeTransport transport([](const Sent &sent) {
        return sent.raw() ? refusal("invalidresponse") : reply(R"([{"id":2,"parent":0,"name":"Droit &amp; gestion"}])");
    });
    const auto categories = client(transport).categories();
    QVERIFY(categories);
    QCOMPARE(transport.requests.size(), 2U);
    QCOMPARE(categories->value.at(0).name, QStringLiteral("Droit & gestion"));

    FakeTransport stored([](const Sent &) { return reply(R"([{"id":2,"parent":0,"name":"R &amp; D <x>"}])"); });
    QCOMPARE(client(stored).categories()->value.at(0).name, QStringLiteral("R &amp; D <x>")); // stored so, shown so
    QCOMPARE(stored.requests.size(), 1U);

    FakeTransport never([](const Sent &) { return refusal("invalidresponse"); });
    QCOMPARE(client(never).categories().error().code, QString(errors::invalidResponseRaw));
    QCOMPARE(never.requests.size(), 2U);
}

void ClientTest::coursesWithoutTheSite()
{
    FakeTransport transport([](const Sent &) {
        return reply(R"({"courses":[{"id":1,"shortname":"S","fullname":"Site","categoryid":0},
            {"id":2,"shortname":"A","fullname":"A","categoryid":3,"visible":1},
            {"id":9,"shortname":"B","fullname":"B","categoryid":3}],"warnings":[]})");
    });
    const auto list = client(transport).courses();
    QVERIFY(list);
    QCOMPARE(list->value.courses.size(), 2U);
    QCOMPARE(list->value.courses.at(0).id, 2);
    QCOMPARE(list->value.shortForms, 1); // the site's own is not counted
    QVERIFY(transport.requests.at(0).raw());
}

void ClientTest::coursesByTheSecondFunction()
{
    FakeTransport transport([](const Sent &sent) {
        return sent.function == functions::coursesByField
                   ? refusal("accessexception")
                   : reply(R"([{"id":1,"shortname":"S","fullname":"Site","categoryid":0},
                        {"id":2,"shortname":"A","fullname":"A","categoryid":3}])");
    });
    const auto list = client(transport).courses();
    QVERIFY(list);
    QCOMPARE(list->value.courses.size(), 1U);
    QCOMPARE(transport.count(functions::courses), 1);
}

void ClientTest::coursesKeepTheFirstRefusal()
{
    FakeTransport transport([](const Sent &) { return refusal("accessexception"); });
    const auto list = client(transport).courses();
    QVERIFY(!list);
    QCOMPARE(list.error().where, QString(functions::coursesByField));
    FakeTransport hidden([](const Sent &sent) {
        return refusal(sent.function == functions::coursesByField ? "accessexception" : "errorcoursecontextnotvalid");
    });
    QCOMPARE(client(hidden).courses().error().code, QString(errors::courseNotAccessible));
}

void ClientTest::usersInBatches()
{
    FakeTransport transport([](const Sent &sent) {
        QByteArrayList people; // everybody but person 150, who is silently left out
        for (int i = 0; i < maxUsersByField; ++i) {
            const QString id = sent.form.value(QStringLiteral("values[%1]").arg(i));
            if (!id.isEmpty() && id != QLatin1String("150"))
                people << R"({"id":)" + id.toLatin1() + R"(,"suspended":false})";
        }
        return reply("[" + people.join(',') + "]");
    });
    QStringList ids;
    for (int i = 1; i <= 201; ++i)
        ids << QString::number(i);
    ids << QStringLiteral("1");
    const auto people = client(transport).usersByField(UserField::Id, ids);
    QVERIFY(people);
    QCOMPARE(people->value.size(), 200U);
    QCOMPARE(transport.requests.size(), 3U);
    QVERIFY(!transport.requests.at(2).form.contains(QStringLiteral("values[1]")));
    QVERIFY(client(transport).usersByField(UserField::Id, {})->value.empty());
    QCOMPARE(transport.requests.size(), 3U);
}

void ClientTest::groupMembersOfNobody()
{
    FakeTransport transport([](const Sent &) { return reply(R"([{"groupid":4,"userids":[]}])"); });
    QVERIFY(client(transport).groupMembers({})->value.empty());
    QCOMPARE(transport.requests.size(), 0U);
    QVERIFY(client(transport).groupMembers({4, 4})->value.at(0).people.empty());
    QVERIFY(!transport.requests.at(0).form.contains(QStringLiteral("groupids[1]")));
}

void ClientTest::anotherModuleThanAsked()
{
    FakeTransport transport([](const Sent &) {
        return reply(R"({"cm":{"id":37,"course":3,"instance":2,"modname":"rocketchat","name":"a"}})");
    });
    QVERIFY(client(transport).courseModule(37));
    QCOMPARE(client(transport).courseModule(36).error().code, QString(errors::badReply));
}

void ClientTest::followsLinks()
{
    FakeTransport transport([](const Sent &sent) {
        const QString after = sent.value("after");
        if (after == QLatin1String("0"))
            return reply(links({32, 36}, "36"));
        return reply(after == QLatin1String("36") ? links({37}, "37") : links({}, "null"));
    });
    const auto all = client(transport).allCompanionLinks();
    QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
    QCOMPARE(all->value.size(), 3U);
    QCOMPARE(transport.requests.size(), 3U);
    QVERIFY(!transport.requests.at(0).form.contains(QStringLiteral("modifiedsince")));
    QVERIFY(client(transport).allCompanionLinks(Instant::fromSeconds(5)));
    QCOMPARE(transport.requests.back().value("modifiedsince"), QStringLiteral("5"));
}

void ClientTest::brokenLinkCursors_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("stands still") << links({37}, "36");
    QTest::newRow("goes back") << links({37}, "2");
    QTest::newRow("brings nothing") << links({}, "99");
    QTest::newRow("came before") << links({32}, "null");
    QTest::newRow("is cut") << QByteArray(R"({"links":[)");
}

void ClientTest::brokenLinkCursors()
{
    QFETCH(QByteArray, second);
    FakeTransport transport([&](const Sent &sent) {
        return reply(sent.value("after") == QLatin1String("0") ? links({32, 36}, "36") : second);
    });
    const auto all = client(transport).allCompanionLinks();
    QVERIFY(!all);
    QCOMPARE(all.error().kind, ErrorKind::BadReply);
    QVERIFY(transport.requests.size() <= 3U);
}

void ClientTest::oneLink_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("outcome"); // 1 found, 0 not there, -1 error
    QTest::newRow("found") << links({36}, "36") << 1;
    QTest::newRow("the next one") << links({37}, "37") << 0;
    QTest::newRow("none") << links({}, "null") << 0;
    QTest::newRow("cursor ignored") << links({2}, "2") << -1;
}

void ClientTest::oneLink()
{
    QFETCH(QByteArray, body);
    QFETCH(int, outcome);
    FakeTransport transport([&](const Sent &) { return reply(body); });
    const auto link = client(transport).companionLink(36);
    QCOMPARE(transport.requests.at(0).value("after"), QStringLiteral("35"));
    QCOMPARE(transport.requests.at(0).value("limit"), QStringLiteral("1"));
    QCOMPARE(link.has_value(), outcome >= 0);
    if (link)
        QCOMPARE(link->value.has_value(), outcome == 1);
}

void ClientTest::followsMemberships()
{
    FakeTransport transport([](const Sent &sent) {
        const QString cursor = sent.value("aftercourse") + u'/' + sent.value("afteruser");
        if (cursor == QLatin1String("0/0"))
            return reply(R"({"rows":[)" + row(2, 3) + "," + row(2, 9) +
                         R"(],"courses":[{"c":2,"n":3},{"c":3,"n":1},{"c":4,"n":0}],"nextcourse":2,"nextuser":9})");
        if (cursor == QLatin1String("2/9")) // course 8 was not asked for
            return reply(R"({"rows":[)" + row(2, 10) + "," + row(3, 3) + "," + row(8, 1) +
                         R"(],"nextcourse":8,"nextuser":1})");
        return reply(R"({"rows":[],)" + noCursor + "}");
    });
    const auto courses = client(transport).memberships({4, 3, 2, 3});
    QCOMPARE(courses.size(), 3U);
    QCOMPARE(courses.at(0).course, 4);
    QCOMPARE(courses.at(1).course, 3);
    QCOMPARE(courses.at(2).course, 2);
    for (const auto &c : courses) {
        QVERIFY(c.outcome);
        QVERIFY(!c.outcome->truncated);
        QCOMPARE(c.outcome->at, serverTime);
        QCOMPARE(c.outcome->counted, std::optional<qint64>(qint64(c.outcome->rows.size())));
    }
    QCOMPARE(courses.at(2).outcome->rows.size(), 3U);
    QCOMPARE(transport.requests.size(), 3U);
    QCOMPARE(transport.requests.at(0).value("courseids[2]"), QStringLiteral("2"));
    QCOMPARE(transport.requests.at(2).value("courseids[2]"), QStringLiteral("2"));
}

void ClientTest::judgesMembershipsByTheirCount()
{
    FakeTransport transport([](const Sent &) {
        return reply(R"({"rows":[)" + row(2, 3) + "," + row(3, 3) + R"(],"courses":[{"c":2,"n":2},{"c":5,"n":0}],)" +
                     noCursor + "}");
    });
    const auto courses = client(transport).memberships({2, 3, 4, 5});
    QVERIFY(courses.at(0).outcome->truncated); // one row of two
    QVERIFY(courses.at(1).outcome->truncated); // rows without a count
    QVERIFY(courses.at(2).outcome->truncated); // neither
    QVERIFY(!courses.at(2).outcome->counted);
    QVERIFY(!courses.at(3).outcome->truncated);
}

void ClientTest::keepsWholeCoursesWhenAPageFails() // R15
{
    FakeTransport transport([](const Sent &sent) -> Result<net::HttpReply> {
        if (sent.value("aftercourse") == QLatin1String("0"))
            return reply(R"({"rows":[)" + row(2, 3) + "," + row(3, 3) +
                         R"(],"courses":[{"c":2,"n":1},{"c":3,"n":2},{"c":4,"n":1}],"nextcourse":3,"nextuser":3})");
        return networkFailure();
    });
    const auto courses = client(transport).memberships({2, 3, 4});
    QVERIFY(courses.at(0).outcome && !courses.at(0).outcome->truncated);
    QVERIFY(!courses.at(1).outcome);
    QCOMPARE(courses.at(1).outcome.error().kind, ErrorKind::Network);
    QVERIFY(!courses.at(2).outcome);
}

void ClientTest::membershipsOfNoCourse()
{
    FakeTransport transport([](const Sent &) { return reply("{}"); });
    QVERIFY(client(transport).memberships({}).empty()); // an empty list would mean all of them
    QCOMPARE(transport.requests.size(), 0U);
}

void ClientTest::membershipCursorStandsStill()
{
    FakeTransport transport([](const Sent &) {
        return reply(R"({"rows":[)" + row(2, 3) + R"(],"courses":[{"c":2,"n":2}],"nextcourse":2,"nextuser":3})");
    });
    const auto courses = client(transport).memberships({2});
    QVERIFY(!courses.at(0).outcome);
    QCOMPARE(courses.at(0).outcome.error().code, QString(errors::badReply));
    QCOMPARE(transport.requests.size(), 2U);
}

void ClientTest::asksForManyCoursesInBatches()
{
    FakeTransport transport([](const Sent &sent) -> Result<net::HttpReply> {
        if (sent.value("courseids[0]") != QLatin1String("1"))
            return networkFailure();
        return reply(R"({"rows":[],"courses":[{"c":1,"n":0}],)" + noCursor + "}");
    });
    std::vector<qint64> ids;
    for (qint64 id = 1; id <= maxIdsInOneCall + 1; ++id)
        ids.push_back(id);
    const auto courses = client(transport).memberships(ids);
    QCOMPARE(courses.size(), ids.size());
    QCOMPARE(transport.requests.size(), 2U);
    QVERIFY(courses.front().outcome && !courses.front().outcome->truncated);
    QVERIFY(courses.at(1).outcome->truncated); // no entry for it
    QVERIFY(!courses.back().outcome);          // only the second batch failed
}

void ClientTest::people()
{
    FakeTransport transport([](const Sent &sent) {
        return reply(sent.value("after") == QLatin1String("0") ? R"({"people":[{"id":3,"username":"a"}],"next":3})"
                                                               : R"({"people":[{"id":4}],"next":null})");
    });
    const auto people = client(transport).people({3, 4});
    QVERIFY(people);
    QCOMPARE(people->value.size(), 2U);
    QVERIFY(client(transport).people({})->value.empty());
    QCOMPARE(transport.requests.size(), 2U);
}

void ClientTest::restoreTasks()
{
    FakeTransport transport([](const Sent &) {
        return reply(R"({"tasks":[],"next":null,"runner":{"disabled":0,"nextrun":9,"lastrun":8,"faildelay":0}})");
    });
    const auto tasks = client(transport).restoreTasks(0);
    QVERIFY(tasks);
    QCOMPARE(tasks->value.runner->nextRun, Instant::fromSeconds(9));
    QCOMPARE(transport.requests.at(0).value("status"), QStringLiteral("0"));
}

void ClientTest::recycleBin()
{
    FakeTransport transport(
        [](const Sent &) { return reply(R"({"rows":[{"id":1,"kind":"course","room":"r"}],"next":null})"); });
    QCOMPARE(client(transport).recycleBin()->value.at(0).room, QStringLiteral("r"));
}

QTEST_GUILESS_MAIN(ClientTest)
#include "client_test.moc"
