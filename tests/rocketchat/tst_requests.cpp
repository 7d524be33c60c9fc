#include "core/rocketchat/ratelimit.h"
#include "core/rocketchat/requests.h"
#include "tests/rocketchat/example.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>
#include <functional>

using namespace liaison;
using namespace liaison::rocketchat;
using namespace liaison::test;
using std::chrono::seconds;

Q_DECLARE_METATYPE(liaison::rocketchat::Call)

/// Requests are exactly those of the contract; waits are read as the contract says.
class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheContract_data();
    void asTheContract();
    void olderReleases();
    void retentionGoesInTwoCalls();
    void baseUrlAndEncoding_data();
    void baseUrlAndEncoding();
    void secretsOnlyInHeadersAndBodies();
    void writesAreMarked();
    void waits_data();
    void waits();
};

namespace {

const QString room = QStringLiteral("ByehQjC44FwMeiLbX");
const chat::ServerVersion v710{7, 10, QStringLiteral("7.10")};
const chat::ServerVersion v68{6, 8, QStringLiteral("6.8")};

chat::Retention halfYear()
{
    chat::Retention r;
    r.enabled = true;
    r.overrideGlobal = true;
    r.maxAge = 180;
    r.excludePinned = true;
    return r;
}

} // namespace

void TestRequests::asTheContract_data()
{
    QTest::addColumn<Call>("call");
    const QString grace = QStringLiteral("BkNkw3iKgNyhMbPyW");
    const QString ada = QStringLiteral("aobEdbYhXfu5hkeqG");
    const PageAsk page{0, 100};
    QTest::newRow("info__anonymous") << requests::info();
    QTest::newRow("me") << requests::me();
    QTest::newRow("settings.public__retention") << requests::publicSettings(
        v710,
        {QStringLiteral("RetentionPolicy_Enabled"), QStringLiteral("RetentionPolicy_AppliesToGroups"),
         QStringLiteral("RetentionPolicy_TTL_Groups"), QStringLiteral("RetentionPolicy_Precision")},
        {0, 50});
    QTest::newRow("groups.list") << requests::ownRooms(page);
    QTest::newRow("groups.listAll") << requests::allRooms(page);
    QTest::newRow("rooms.adminRooms") << requests::adminRooms({QStringLiteral("p")}, {0, 50});
    QTest::newRow("rooms.adminRooms.getRoom") << requests::adminRoom(room);
    QTest::newRow("groups.info") << requests::roomInfo(room);
    QTest::newRow("groups.members") << requests::members(room, page);
    QTest::newRow("rooms.membersOrderedByRole") << requests::membersByRole(room, page);
    QTest::newRow("groups.roles") << requests::roomRoles(room);
    QTest::newRow("users.info") << requests::accountByLogin(QStringLiteral("ada"));
    QTest::newRow("users.info__unknown") << requests::accountByLogin(QStringLiteral("nobody"));
    QTest::newRow("users.info__with_rooms") << requests::accountRooms(v710, ada);
    QTest::newRow("users.list") << requests::accounts(page);
    QTest::newRow("groups.invite__userIds")
        << requests::invite(room, {ada, grace, QStringLiteral("Q4GkX6RMepGDdQ7YJ")});
    QTest::newRow("groups.invite__nobody_matched") << requests::invite(room, {QStringLiteral("gone")});
    QTest::newRow("groups.kick") << requests::kick(room, ada);
    QTest::newRow("groups.kick__unknown_user") << requests::kick(room, QStringLiteral("gone"));
    QTest::newRow("groups.addModerator") << requests::setModerator(room, grace, true);
    QTest::newRow("groups.removeModerator") << requests::setModerator(room, grace, false);
    QTest::newRow("groups.archive") << requests::archive(room, true);
    QTest::newRow("groups.unarchive") << requests::archive(room, false);
    QTest::newRow("rooms.saveRoomSettings__retention_first") << requests::retentionSwitch(room, halfYear());
    QTest::newRow("rooms.saveRoomSettings__retention_second") << requests::retentionValues(room, halfYear());
}

void TestRequests::asTheContract()
{
    QFETCH(Call, call);
    Example example = loadExample(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".json"));
    // The product reads whole lists: the filter of this example is the only documented key it never sends.
    if (example.name() == QLatin1String("rooms.adminRooms"))
        example.query.removeAll({QStringLiteral("filter"), QStringLiteral("bio")});

    const Credentials who{"id", "secret"};
    const net::HttpRequest http = toHttp(QUrl(QStringLiteral("https://chat.example.org")), call, &who);
    QCOMPARE(http.method == net::Method::Get ? QStringLiteral("GET") : QStringLiteral("POST"), example.httpMethod);
    QCOMPARE(http.url.path(), example.path);
    QCOMPARE(http.name, example.name());
    QCOMPARE(http.route, example.path.toUtf8());
    auto query = QUrlQuery(http.url).queryItems(QUrl::FullyDecoded);
    std::sort(query.begin(), query.end());
    QCOMPARE(query, example.query);
    QCOMPARE(QJsonDocument::fromJson(http.body).object(), example.body);
    QCOMPARE(http.body.isEmpty(), example.httpMethod == QLatin1String("GET"));
}

/// `query` and `fields` are understood up to 6.x, ignored from 7.0, refused by 9.0. R35 R278
void TestRequests::olderReleases()
{
    const auto settings = requests::publicSettings(v68, {QStringLiteral("a"), QStringLiteral("b")}, {50, 100});
    const QList<QPair<QString, QString>> expected{
        {QStringLiteral("query"), QStringLiteral(R"({"_id":{"$in":["a","b"]}})")},
        {QStringLiteral("offset"), QStringLiteral("50")},
        {QStringLiteral("count"), QStringLiteral("100")}};
    QCOMPARE(settings.query, expected);
    const auto rooms = requests::accountRooms(v68, QStringLiteral("u"));
    const QList<QPair<QString, QString>> fields{{QStringLiteral("userId"), QStringLiteral("u")},
                                                {QStringLiteral("fields"), QStringLiteral(R"({"userRooms":1})")}};
    QCOMPARE(rooms.query, fields);
    for (const Call &call :
         {requests::publicSettings(v710, {QStringLiteral("a")}, {}), requests::accountRooms({}, QStringLiteral("u"))}) {
        for (const auto &[key, value] : call.query)
            QVERIFY(key != QLatin1String("query") && key != QLatin1String("fields"));
    }
}

/// R32
void TestRequests::retentionGoesInTwoCalls()
{
    const auto first = requests::retentionSwitch(room, halfYear());
    const auto second = requests::retentionValues(room, halfYear());
    QVERIFY(!second.body->contains(QLatin1String("retentionOverrideGlobal")));
    QVERIFY(!first.body->contains(QLatin1String("retentionMaxAge")));
    const chat::Retention never;
    QVERIFY(requests::retentionSwitch(room, never).body->value(QLatin1String("retentionEnabled")).isNull());
    QVERIFY(!requests::retentionValues(room, never).body->contains(QLatin1String("retentionMaxAge")));
}

void TestRequests::baseUrlAndEncoding_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("host") << "https://x.fr"
                          << "ada" << QByteArray("https://x.fr/api/v1/users.info?username=ada");
    QTest::newRow("slash") << "https://x.fr/"
                           << "ada" << QByteArray("https://x.fr/api/v1/users.info?username=ada");
    QTest::newRow("base path") << "https://x.fr/chat"
                               << "ada" << QByteArray("https://x.fr/chat/api/v1/users.info?username=ada");
    QTest::newRow("base path, slashes") << "https://x.fr:8443/chat//"
                                        << "ada" << QByteArray("https://x.fr:8443/chat/api/v1/users.info?username=ada");
    QTest::newRow("pasted address") << "https://u:p@x.fr/chat?layout=embedded#a"
                                    << "ada" << QByteArray("https://x.fr/chat/api/v1/users.info?username=ada");
    QTest::newRow("reserved") << "https://x.fr"
                              << "a+b&c=d#e?f%20g/h"
                              << QByteArray("https://x.fr/api/v1/users.info?username=a%2Bb%26c%3Dd%23e%3Ff%2520g%2Fh");
    QTest::newRow("accent") << "https://x.fr" << QString::fromUtf8("é x")
                            << QByteArray("https://x.fr/api/v1/users.info?username=%C3%A9%20x");
}

void TestRequests::baseUrlAndEncoding()
{
    QFETCH(QString, base);
    QFETCH(QString, login);
    QFETCH(QByteArray, expected);
    const auto http = toHttp(QUrl(base), requests::accountByLogin(login), nullptr);
    QCOMPARE(http.url.toEncoded(), expected);
}

/// R2 R40
void TestRequests::secretsOnlyInHeadersAndBodies()
{
    const Credentials who{"uid-1", "tok-secret"};
    const QUrl base(QStringLiteral("https://x.fr"));
    const auto me = toHttp(base, requests::me(), &who);
    QVERIFY(!me.url.toString().contains(QLatin1String("tok-secret")));
    QVERIFY(me.headers.contains({"X-Auth-Token", "tok-secret"}));
    QVERIFY(me.headers.contains({"X-User-Id", "uid-1"}));
    const auto login = toHttp(base, requests::loginResume(QStringLiteral("tok-secret")), nullptr);
    QVERIFY(!login.url.toString().contains(QLatin1String("tok-secret")));
    QCOMPARE(login.body, QByteArray(R"({"resume":"tok-secret"})"));
    for (const auto &[name, value] : toHttp(base, requests::info(), nullptr).headers)
        QVERIFY(name != "X-Auth-Token" && name != "X-User-Id");
}

/// What counts as a write decides what is never sent twice and what a dry run must not send.
void TestRequests::writesAreMarked()
{
    const QString u = QStringLiteral("u");
    for (const Call &call :
         {requests::invite(room, {u}), requests::kick(room, u), requests::setModerator(room, u, true),
          requests::setModerator(room, u, false), requests::archive(room, true), requests::archive(room, false),
          requests::retentionSwitch(room, {}), requests::retentionValues(room, {})})
        QVERIFY2(call.write && call.method == net::Method::Post, qPrintable(call.name));
    for (const Call &call :
         {requests::info(), requests::me(), requests::loginResume(u), requests::permissions(), requests::ownRooms({}),
          requests::allRooms({}), requests::adminRooms({u}, {}), requests::adminRoom(u), requests::roomInfo(u),
          requests::members(u, {}), requests::membersByRole(u, {}), requests::roomRoles(u), requests::accountById(u),
          requests::accountByLogin(u), requests::accountRooms(v710, u), requests::accounts({}),
          requests::publicSettings(v710, {u}, {})})
        QVERIFY2(!call.write, qPrintable(call.name));
}

void TestRequests::waits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reset");
    QTest::addColumn<QByteArray>("retry");
    QTest::addColumn<bool>("dated");
    QTest::addColumn<int>("expected"); // seconds; -1 = not told
    const QByteArray told = "Error, too many requests. Please slow down. You must wait 42 seconds before trying this "
                            "endpoint again. [error-too-many-requests]";
    const QByteArray vague = "Error, too many requests.";
    const qint64 date = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z")).ms;
    const QByteArray in30 = QByteArray::number(date + 29500);
    QTest::newRow("text") << 429 << told << QByteArray() << QByteArray() << true << 43;
    QTest::newRow("text wins over the clock") << 429 << told << in30 << QByteArray("7") << true << 43;
    QTest::newRow("one second") << 429 << QByteArray("You must wait 1 second") << QByteArray() << QByteArray() << true
                                << 2;
    QTest::newRow("reset against Date") << 429 << vague << in30 << QByteArray() << true << 31;
    QTest::newRow("reset without Date") << 429 << vague << in30 << QByteArray() << false << -1;
    QTest::newRow("reset in the past") << 429 << vague << QByteArray("1000") << QByteArray() << true << 1;
    QTest::newRow("reset is no number") << 429 << vague << QByteArray("soon") << QByteArray() << true << -1;
    QTest::newRow("proxy") << 429 << vague << QByteArray() << QByteArray("7") << true << 8;
    QTest::newRow("nothing") << 429 << vague << QByteArray() << QByteArray() << true << -1;
    QTest::newRow("endless") << 429 << QByteArray("wait 999999999 seconds") << QByteArray() << QByteArray() << true
                             << 86401;
    QTest::newRow("too many digits") << 429 << QByteArray("wait 99999999999999999999 seconds") << QByteArray()
                                     << QByteArray() << true << -1;
    QTest::newRow("maintenance") << 503 << told << in30 << QByteArray("120") << true << 121;
    QTest::newRow("another status") << 400 << told << in30 << QByteArray("120") << true << -1;
}

/// R283
void TestRequests::waits()
{
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reset);
    QFETCH(QByteArray, retry);
    QFETCH(bool, dated);
    QFETCH(int, expected);
    net::HttpReply reply = makeReply(
        QJsonObject{{QStringLiteral("success"), false}, {QStringLiteral("error"), QString::fromLatin1(text)}}, status);
    if (!reset.isEmpty())
        reply.headers << qMakePair(QByteArray("x-ratelimit-reset"), reset);
    if (!retry.isEmpty())
        reply.headers << qMakePair(QByteArray("retry-after"), retry);
    if (!dated)
        reply.serverDate = {};
    const auto wait = retryAfter(reply);
    QCOMPARE(wait ? int(std::chrono::duration_cast<seconds>(*wait).count()) : -1, expected);
}

QTEST_APPLESS_MAIN(TestRequests)
#include "tst_requests.moc"
