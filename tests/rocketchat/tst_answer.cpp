#include "core/rocketchat/answer.h"
#include "core/rocketchat/errors.h"
#include "core/rocketchat/json.h"
#include "tests/rocketchat/describe.h"
#include "tests/rocketchat/example.h"

#include <QTest>

using namespace liaison;
using namespace liaison::test;

/// Error bodies of every release, bodies of something else, and bodies made to hurt.
class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void hostileBodies_data();
    void hostileBodies();
    void halfSurrogatesDoNotHideARoom();
    void anUnreadableRetentionIsUnknown();
    void nothingThatPeopleWroteGetsIn_data();
    void nothingThatPeopleWroteGetsIn();
    void everyCodeIsInTheList();
};

void TestAnswer::shapes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int status, const char *body, const char *expected) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(expected);
    };
    row("login has status instead of success", 200, R"({"status":"success","data":{}})", "success");
    row("success wins over status", 200, R"({"status":"success","success":false,"error":"x y"})",
        "Rejected refused-by-server");
    row("refused with 200", 200, R"({"success":false,"error":"no [error-not-allowed]"})",
        "Forbidden no-permission error-not-allowed");
    row("JSON of something else", 200, R"({"hello":1})", "BadReply bad-reply (fields)");
    row("success as text", 200, R"({"success":"true"})", "BadReply bad-reply (fields)");
    row("error without success", 200, R"({"error":"x [error-not-allowed]"})", "BadReply bad-reply (fields)");
    row("JSON of a gateway", 400, R"({"message":"bad request"})", "BadReply bad-reply (fields)");
    row("401 of a gateway", 401, R"({"message":"Unauthorized"})", "BadReply bad-reply (fields)");
    row("404 of a gateway", 404, R"({"message":"no route"})", "BadReply bad-reply (fields)");
    row("success with 400", 400, R"({"success":true})", "BadReply bad-reply (fields)");
    row("array", 200, "[]", "BadReply bad-reply (not-json)");
    row("empty", 200, "", "BadReply bad-reply (not-json)");
    row("proxy page", 200, "<html>", "BadReply bad-reply (html)");
    row("proxy page, 404", 404, "\n <!doctype html>", "BadReply bad-reply (html)");
    row("proxy page, 403", 403, "<html>blocked</html>", "BadReply bad-reply (html)");
    row("redirect that was not followed", 302, "{}", "BadReply bad-reply (status)");
    row("401 without body", 401, "", "Unauthorized wrong-token");
    row("403 without body", 403, "", "Forbidden no-permission");
    row("401 that means forbidden", 401, R"({"success":false,"error":"error-not-authorized"})",
        "Forbidden no-permission error-not-authorized");
    row("401 of 9.0", 401, R"({"success":false,"error":"You must be logged in to do this."})",
        "Unauthorized wrong-token");
    row("old 403", 403, R"({"success":false,"error":"unauthorized"})", "Forbidden no-permission unauthorized");
    row("errorType wins over the tail", 400, R"({"success":false,"error":"x [a-b]","errorType":"error-room-archived"})",
        "Rejected room-archived error-room-archived");
    row("tail wins over nothing", 400, R"({"success":false,"error":"In [x] y [error-room-not-found] "})",
        "NotFound room-not-found error-room-not-found");
    row("only brackets", 400, R"({"success":false,"error":"[user-last-owner]"})",
        "Rejected refused-by-server user-last-owner");
    row("a sentence gives no code", 400, R"({"success":false,"error":"Something [went wrong here]"})",
        "Rejected refused-by-server");
    row("error is an object", 400, R"({"success":false,"error":{"reason":"x"},"errorType":7})",
        "Rejected refused-by-server");
    row("unknown method, JSON", 404, R"({"status":"error","message":"API endpoint does not exist"})",
        "Rejected method-missing");
    row("429 without JSON", 429, "slow down", "RateLimited rate-limited");
    row("503", 503, "<html>", "Maintenance server-error");
    row("500 of 8.x", 500, R"({"success":false,"error":"Internal server error"})", "ServerFailure server-error");
    row("502", 502, "", "ServerFailure server-error");
}

void TestAnswer::shapes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto reply = makeReply(status, body);
    const auto result = rocketchat::check(reply, QStringLiteral("groups.members"));
    QCOMPARE(result ? QStringLiteral("success") : describe(result.error()), expected);
    if (!result) {
        QCOMPARE(result.error().where, QStringLiteral("groups.members"));
        QCOMPARE(result.error().httpStatus, status);
    }
}

void TestAnswer::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("only success") << QByteArray(R"({"success":true})");
    QTest::newRow("total negative") << QByteArray(R"({"success":true,"total":-1,"members":[],"groups":[],"rooms":[],)"
                                                  R"("users":[],"settings":[]})");
    QTest::newRow("total broken") << QByteArray(R"({"success":true,"total":1.5,"members":[],"groups":[],"rooms":[],)"
                                                R"("users":[],"settings":[]})");
    QTest::newRow("total huge") << QByteArray(R"({"success":true,"total":1e300,"members":[],"groups":[],"rooms":[],)"
                                              R"("users":[],"settings":[]})");
    QTest::newRow("total text") << QByteArray(R"({"success":true,"total":"2","members":[],"groups":[],"rooms":[],)"
                                              R"("users":[],"settings":[]})");
    QTest::newRow("lists are objects") << QByteArray(
        R"({"success":true,"total":0,"members":{},"groups":{},"rooms":{},"users":{},"settings":{},"update":{},)"
        R"("roles":{},"user":[],"group":[],"version":{},"data":[],"_id":{},"t":1})");
    QTest::newRow("elements are no objects") << QByteArray(
        R"({"success":true,"total":1,"members":[1],"groups":[null],"rooms":["x"],"users":[[]],"settings":[true],)"
        R"("update":[0],"roles":[""],"user":1,"group":1,"data":1,"_id":[]})");
    QTest::newRow("elements without id") << QByteArray(
        R"({"success":true,"total":1,"members":[{}],"groups":[{"t":"p"}],"rooms":[{"_id":""}],"users":[{}],)"
        R"("settings":[{}],"update":[{}],"roles":[{"roles":["owner"],"u":{}}],"user":{},"group":{},)"
        R"("data":{"me":{}},"x":1})");
    QTest::newRow("roles of the wrong type") << QByteArray(
        R"({"success":true,"total":1,"members":[{"_id":"a","roles":"owner"}],"groups":[{"_id":"r","t":"p","archived":1}],)"
        R"("rooms":[{"_id":"r","t":"p","archived":"no"}],"users":[{"_id":"a","roles":[1]}],"settings":[{"_id":7}],)"
        R"("update":[{"_id":"p","roles":{}}],"roles":[{"u":{"_id":"a"},"roles":[{}]}],)"
        R"("user":{"_id":"a","active":"yes"},"group":{"_id":"r","t":"p","encrypted":{}},"version":"9",)"
        R"("_id":"a","t":["p"],"data":{"userId":1,"me":{"username":"x"}}})");
    QTest::newRow("deep") << QByteArray(R"({"success":true,"total":)") + QByteArray(100000, '[');
    QTest::newRow("deep and closed") << QByteArray(R"({"success":true,"x":)") + QByteArray(5000, '[') +
                                            QByteArray(5000, ']') + '}';
    QTest::newRow("NUL bytes") << QByteArray(R"({"success":true,)") + QByteArray(64, '\0');
    QTest::newRow("no UTF-8") << QByteArray("{\"success\":true,\"name\":\"\xff\xfe\"}");
    QTest::newRow("two documents") << QByteArray(R"({"success":true}{"success":true})");
    QTest::newRow("trailing comma") << QByteArray(R"({"success":true,})");
    QTest::newRow("not closed text") << QByteArray(R"({"success":true,"a":"b)");
    QTest::newRow("lone escape") << QByteArray("{\"success\":true,\"a\":\"\\ud800");
    QTest::newRow("not a number") << QByteArray(R"({"success":true,"total":NaN})");
}

/// Refused or not, nothing of them becomes a value and nothing crashes. R71
void TestAnswer::hostileBodies()
{
    QFETCH(QByteArray, body);
    const bool onlySuccess = body == R"({"success":true})";
    for (const QString &method : parsedMethods()) {
        const bool write = method.startsWith(QLatin1String("groups.invite")) ||
                           method == QLatin1String("groups.kick") || method.contains(QLatin1String("Moderator")) ||
                           method.endsWith(QLatin1String("archive")) || method.contains(QLatin1String("saveRoom"));
        if (write)
            continue; // of a write only success is read
        const QString result = parsedAs(method, makeReply(200, body));
        if (onlySuccess && method == QLatin1String("rooms.adminRooms.getRoom")) {
            QCOMPARE(result, QStringLiteral("none")); // this is how it says "no such room"
            continue;
        }
        QVERIFY2(result.startsWith(QLatin1String("error BadReply bad-reply")),
                 qPrintable(method + QStringLiteral(": ") + result));
    }
}

/// Servers cut texts in the middle of an emoji: the half left must not make a whole list unreadable.
void TestAnswer::halfSurrogatesDoNotHideARoom()
{
    const QByteArray list =
        R"({"success":true,"total":1,"groups":[{"_id":"r","t":"p","name":"caf\u00e9 \ud83d\ude00 \\ud83d",)"
        R"("fname":"a\ude00b","lastMessage":{"msg":"cut \ud83d"}}]})";
    const auto rooms = rocketchat::parseRooms(makeReply(200, list), QStringLiteral("groups.list"));
    QVERIFY(rooms);
    QCOMPARE(rooms->items.size(), std::size_t(1));
    QCOMPARE(rooms->items[0].name, QString::fromUtf8("café 😀 \\ud83d"));
    QCOMPARE(rooms->items[0].fname, QString::fromUtf8("a\xEF\xBF\xBD") + QLatin1Char('b'));
}

/// One odd room must not make 20,000 unreadable, nor look like a room without retention. R32
void TestAnswer::anUnreadableRetentionIsUnknown()
{
    const QByteArray list =
        R"({"success":true,"total":3,"groups":[{"_id":"a","t":"p","retention":{"maxAge":"30"}},)"
        R"({"_id":"b","t":"p","retention":7,"usersCount":-1},{"_id":"c","t":"p","retention":null}]})";
    const auto rooms = rocketchat::parseRooms(makeReply(200, list), QStringLiteral("groups.listAll"));
    QVERIFY(rooms);
    QCOMPARE(describe(rooms->items), QStringLiteral("a p  by=/ none | b p  by=/ none | c p  by=/ retention=none none"));
}

void TestAnswer::nothingThatPeopleWroteGetsIn_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("body");
    const QByteArray room =
        R"({"_id":"r1","t":"p","name":"bio","fname":"Bio","topic":"CANARY topic","announcement":"CANARY",)"
        R"("description":"CANARY","customFields":{"x":"CANARY"},"u":{"_id":"u1","username":"sync","bio":"CANARY"},)"
        R"("lastMessage":{"_id":"m","msg":"CANARY","ts":"2026-11-19T10:00:00.000Z","md":["CANARY"]},)"
        R"("retention":{"enabled":true,"note":"CANARY"}})";
    const QByteArray user =
        R"({"_id":"u1","username":"ada","name":"Ada","statusText":"CANARY","bio":"CANARY","nickname":"CANARY",)"
        R"("services":{"password":{"bcrypt":"CANARY"},"resume":{"loginTokens":[{"hashedToken":"CANARY"}]}},)"
        R"("customFields":{"x":"CANARY"},"roles":["user"],"rooms":[{"rid":"r1","t":"p","name":"bio","alert":"CANARY"}]})";
    const QByteArray head = R"({"success":true,"total":1,)";
    QTest::newRow("groups.list") << "groups.list" << QByteArray(head + R"("groups":[)" + room + "]}");
    QTest::newRow("groups.listAll") << "groups.listAll" << QByteArray(head + R"("groups":[)" + room + "]}");
    QTest::newRow("rooms.adminRooms") << "rooms.adminRooms" << QByteArray(head + R"("rooms":[)" + room + "]}");
    QTest::newRow("groups.info") << "groups.info" << QByteArray(head + R"("group":)" + room + "}");
    QTest::newRow("getRoom") << "rooms.adminRooms.getRoom" << QByteArray(R"({"success":true,)" + room.mid(1));
    QTest::newRow("members") << "groups.members" << QByteArray(head + R"("members":[)" + user + "]}");
    QTest::newRow("users.list") << "users.list" << QByteArray(head + R"("users":[)" + user + "]}");
    QTest::newRow("users.info") << "users.info" << QByteArray(head + R"("user":)" + user + "}");
    QTest::newRow("me") << "me" << QByteArray(R"({"success":true,)" + user.mid(1));
    QTest::newRow("settings") << "settings.public"
                              << QByteArray(head + R"("settings":[{"_id":"Layout_Home_Body","value":"CANARY"}]})");
    QTest::newRow("login") << "login"
                           << QByteArray(R"({"status":"success","data":{"userId":"u1","authToken":"CANARY","me":)" +
                                         user + "}}");
    QTest::newRow("invite") << "groups.invite" << QByteArray(R"({"success":true,"group":)" + room + "}");
    QTest::newRow("invite refused") << "groups.invite"
                                    << QByteArray(R"({"success":false,"error":"CANARY is not [a CANARY here]",)"
                                                  R"("details":{"x":"CANARY"}})");
    QTest::newRow("info refused") << "groups.info"
                                  << QByteArray(R"({"success":false,"error":"The group, CANARY here, is archived )"
                                                R"([error-room-archived]","errorType":"error-room-archived"})");
}

/// Design rule 6.
void TestAnswer::nothingThatPeopleWroteGetsIn()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, body);
    const auto reply = makeReply(body.contains("\"success\":false") ? 400 : 200, body);
    const QString text = parsedAs(method, reply);
    QVERIFY(!text.isEmpty());
    if (reply.status == 200)
        QVERIFY2(!text.startsWith(QLatin1String("error")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("CANARY")), qPrintable(text));
}

/// docs/codes.md and ui/text are made from this list.
void TestAnswer::everyCodeIsInTheList()
{
    QStringList codes;
    for (const QLatin1String c : rocketchat::code::all)
        codes << c;
    QCOMPARE(codes.size(), 15);
    QCOMPARE(codes.removeDuplicates(), 0);
    for (const QString &file : exampleFiles()) {
        const auto example = loadExample(file);
        const auto result = rocketchat::check(example.reply, example.name());
        QVERIFY2(result || codes.contains(result.error().code), qPrintable(file));
    }
}

QTEST_APPLESS_MAIN(TestAnswer)
#include "tst_answer.moc"
