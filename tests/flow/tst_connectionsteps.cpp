// R19 R63 R240 R269: the assistant's questions, each value by itself; the calls on real sockets.
#include "core/run/connectionsteps.h"
#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString moodleToken = QStringLiteral("0123456789abcdef0123456789ABCDEF");
const QString chatToken = QStringLiteral("0123456789012345678901234567890123456789_-A");

} // namespace

class TestConnectionSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data();
    void typed();
    void swapped_data();
    void swapped();
    void calls();
    void noTokenToAStranger();
};

void TestConnectionSteps::typed_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("instead");
    const auto row = [](const char *name, ConnectionField field, const QString &text, const char *value,
                        const char *code = "", const char *instead = "") {
        QTest::newRow(name) << field << text << QString::fromLatin1(value) << QString::fromLatin1(code)
                            << QString::fromLatin1(instead);
    };
    using enum ConnectionField;
    row("clean", MoodleUrl, QStringLiteral("https://m.example.org"), "https://m.example.org");
    row("page", MoodleUrl, QStringLiteral(" https://m.example.org/x/login/index.php "), "https://m.example.org/x");
    row("host only", ChatUrl, QStringLiteral("chat.example.org/home"), "https://chat.example.org");
    row("http", MoodleUrl, QStringLiteral("http://m.example.org/my/"), "http://m.example.org", "insecure-url",
        "https://m.example.org");
    row("http, port 80", MoodleUrl, QStringLiteral("http://m.example.org:80/x"), "http://m.example.org:80/x",
        "insecure-url", "https://m.example.org/x");
    row("http here", ChatUrl, QStringLiteral("http://localhost:3000"), "http://localhost:3000");
    row("ftp", ChatUrl, QStringLiteral("ftp://c.example.org"), "ftp://c.example.org", "bad-url");
    row("nothing", ChatUrl, QStringLiteral("  "), "", "bad-input");
    row("login", ChatUser, QStringLiteral(" liaison.api\n"), "liaison.api");
    row("login with a space", ChatUser, QStringLiteral("liaison api"), "liaison api", "bad-input");
    row("token", ChatToken, QString(chatToken + u'\n'), chatToken.toLatin1());
    row("two lines", MoodleToken, QStringLiteral("abc\ndef"), "abc\ndef", "bad-input");
}

void TestConnectionSteps::typed()
{
    QFETCH(ConnectionField, field);
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, code);
    QFETCH(QString, instead);
    const TypedValue judged = judgeTyped(field, text);
    QCOMPARE(judged.value, value);
    QCOMPARE(judged.code, code);
    QCOMPARE(judged.secureInstead, instead);
    QVERIFY(!judged.looksLike);
}

void TestConnectionSteps::swapped_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<ConnectionField>("belongs");
    using enum ConnectionField;
    QTest::newRow("token as address") << MoodleUrl << moodleToken << MoodleToken;
    QTest::newRow("chat token as address") << ChatUrl << chatToken << ChatToken;
    QTest::newRow("chat token at Moodle's") << MoodleToken << chatToken << ChatToken;
    QTest::newRow("Moodle token at the chat's") << ChatToken << moodleToken << MoodleToken;
    QTest::newRow("token as login") << ChatUser << chatToken << ChatToken;
    QTest::newRow("address as login") << ChatUser << QStringLiteral("https://c.example.org") << ChatUrl;
    QTest::newRow("address as token") << MoodleToken << QStringLiteral("https://m.example.org") << MoodleUrl;
}

void TestConnectionSteps::swapped()
{
    QFETCH(ConnectionField, field);
    QFETCH(QString, text);
    QFETCH(ConnectionField, belongs);
    const TypedValue judged = judgeTyped(field, text);
    QCOMPARE(judged.code, QStringLiteral("swapped-fields"));
    QVERIFY(judged.looksLike);
    QCOMPARE(*judged.looksLike, belongs);
}

void TestConnectionSteps::calls()
{
    Flow flow{Campus()};
    const QString moodle = flow.env[QStringLiteral("LIAISON_MOODLE_URL")];
    const QString chat = flow.env[QStringLiteral("LIAISON_CHAT_URL")];
    const QString user = flow.env[QStringLiteral("LIAISON_CHAT_USER")];
    const auto code = [](const auto &result) { return result ? QString() : result.error().code; };
    QVERIFY(askMoodle(moodle, {}, {}));
    QCOMPARE(flow.sandbox().requests().size(), size_t(1)); // by one call
    QVERIFY(askChat(chat, {}, {}));
    QCOMPARE(flow.sandbox().requests().size(), size_t(2));
    QCOMPARE(code(askMoodle(chat, {}, {})), QStringLiteral("swapped-fields"));
    QCOMPARE(code(askChat(moodle, {}, {})), QStringLiteral("swapped-fields"));
    QCOMPARE(code(askMoodle(QString(moodle + QStringLiteral("/nowhere")), {}, {})), QStringLiteral("not-moodle"));
    QCOMPARE(code(askChat(QString(chat + QStringLiteral("/nowhere")), {}, {})), QStringLiteral("not-rocketchat"));
    const auto site = askMoodleToken(moodle, flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")], {}, {});
    QVERIFY(site && !site->username.isEmpty());
    QCOMPARE(code(askMoodleToken(moodle, moodleToken, {}, {})), QStringLiteral("wrong-token"));
    const auto account = askChatToken(chat, user, flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")], {}, {});
    QVERIFY(account);
    QCOMPARE(account->self.username, QStringLiteral("liaison.api"));
    QCOMPARE(code(askChatToken(chat, user, chatToken, {}, {})), QStringLiteral("wrong-token"));
    QCOMPARE(flow.writes(), 0);
}

void TestConnectionSteps::noTokenToAStranger()
{
    const auto refused =
        askChatToken(QStringLiteral("http://chat.example.org"), QStringLiteral("api"), chatToken, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("insecure-url"));
    QVERIFY(!askMoodleToken(QStringLiteral("http://m.example.org"), moodleToken, {}, {}));
}

Q_DECLARE_METATYPE(liaison::ConnectionField)
QTEST_GUILESS_MAIN(TestConnectionSteps)
#include "tst_connectionsteps.moc"
