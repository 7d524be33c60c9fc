// Addresses that leave the console: made from configuration and ids, whatever a server calls its rooms. R3 R14 R98 R271
#include "ui/courses/externallinks.h"

#include <QTest>

using namespace liaison::ui;

class TestExternalLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void neverLeavesTheHost_data();
    void neverLeavesTheHost();
};

namespace {

QString shown(const std::optional<QUrl> &url)
{
    return url ? QString::fromLatin1(url->toEncoded()) : QString();
}

} // namespace

void TestExternalLinks::targets_data()
{
    QTest::addColumn<QString>("moodleUrl");
    QTest::addColumn<qint64>("cmid");
    QTest::addColumn<QString>("chatUrl");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("moodle");
    QTest::addColumn<QString>("web");
    QTest::addColumn<QString>("app");
    const auto row = [](const char *tag, const char *moodleUrl, qint64 cmid, const char *chatUrl, const char *id,
                        const char *name, const char *moodle, const char *web, const char *app) {
        QTest::newRow(tag) << QString::fromUtf8(moodleUrl) << cmid << QString::fromUtf8(chatUrl)
                           << QString::fromUtf8(id) << QString::fromUtf8(name) << QString::fromUtf8(moodle)
                           << QString::fromUtf8(web) << QString::fromUtf8(app);
    };
    row("plain", "https://m.example", 41207, "https://chat.example", "abc", "drc-l1_41207",
        "https://m.example/mod/rocketchat/view.php?id=41207", "https://chat.example/group/drc-l1_41207",
        "rocketchat://room?host=chat.example&rid=abc&path=group/drc-l1_41207");
    row("base paths, trailing slashes, port", "https://m.example/moodle/", 7, "https://chat.example:8443/rc//", "abc",
        "x", "https://m.example/moodle/mod/rocketchat/view.php?id=7", "https://chat.example:8443/rc/group/x",
        "rocketchat://room?host=chat.example%3A8443%2Frc&rid=abc&path=group/x");
    row("query, fragment of the configured address fall away", "https://m.example/?a=1#b", 7, "https://chat.example/#x",
        "i", "x", "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/x",
        "rocketchat://room?host=chat.example&rid=i&path=group/x");
    row("http only to this machine", "http://127.0.0.1:8080/moodle", 7, "http://localhost:3000", "i", "x",
        "http://127.0.0.1:8080/moodle/mod/rocketchat/view.php?id=7", "http://localhost:3000/group/x",
        "rocketchat://room?host=localhost%3A3000&rid=i&path=group/x");
    row("http elsewhere", "http://m.example", 7, "http://chat.example", "i", "x", "", "", "");
    row("other schemes", "file:///etc", 7, "javascript:alert(1)", "i", "x", "", "", "");
    row("user in the address", "https://u:p@m.example", 7, "https://u@chat.example", "i", "x", "", "", "");
    row("no host", "https://", 7, "chat.example", "i", "x", "", "", "");
    row("no activity, no room", "https://m.example", 0, "https://chat.example", "", "", "", "", "");
    row("accents and blanks", "https://m.example", 7, "https://chat.example", "i", "Économie & co?#",
        "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/%C3%89conomie%20%26%20co%3F%23",
        "");
    row("slashes stay in the name", "https://m.example", 7, "https://chat.example", "i", "../../admin/x",
        "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/..%2F..%2Fadmin%2Fx", "");
    row("the folder above", "https://m.example", 7, "https://chat.example", "i", "..",
        "https://m.example/mod/rocketchat/view.php?id=7", "", "");
    row("percent signs are written out", "https://m.example", 7, "https://chat.example", "i", "%2e%2e",
        "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/%252e%252e", "");
    row("line breaks", "https://m.example", 7, "https://chat.example", "i", "a\r\nb",
        "https://m.example/mod/rocketchat/view.php?id=7", "", "");
    row("id with parameters", "https://m.example", 7, "https://chat.example", "i&host=evil.example", "x",
        "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/x", "");
    row("name with parameters", "https://m.example", 7, "https://chat.example", "i", "x&host=evil.example",
        "https://m.example/mod/rocketchat/view.php?id=7", "https://chat.example/group/x%26host%3Devil.example", "");
}

void TestExternalLinks::targets()
{
    QFETCH(QString, moodleUrl);
    QFETCH(qint64, cmid);
    QFETCH(QString, chatUrl);
    QFETCH(QString, id);
    QFETCH(QString, name);
    const OpenTargets out = openTargets(moodleUrl, cmid, chatUrl, id, name);
    QTEST(shown(out.moodle), "moodle");
    QTEST(shown(out.web), "web");
    QTEST(shown(out.app), "app");
}

void TestExternalLinks::neverLeavesTheHost_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"@evil.example", "//evil.example", "\\\\evil.example", ":8443@evil", "?x", "#x",
                             "a/../../b", "%00", "javascript:alert(1)",
                             "\xe2\x80\xae"
                             "gro",
                             "a b", ";", "<script>"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestExternalLinks::neverLeavesTheHost()
{
    QFETCH(QString, name);
    const OpenTargets out = openTargets(QStringLiteral("https://m.example"), 1, QStringLiteral("https://chat.example"),
                                        QStringLiteral("id"), name);
    QVERIFY(!out.app);
    if (!out.web)
        return;
    QCOMPARE(out.web->host(), QStringLiteral("chat.example"));
    QCOMPARE(out.web->scheme(), QStringLiteral("https"));
    QVERIFY(out.web->userInfo().isEmpty() && !out.web->hasQuery() && !out.web->hasFragment());
    QVERIFY(shown(out.web).startsWith(QStringLiteral("https://chat.example/group/")));
    QCOMPARE(out.web->path(QUrl::FullyEncoded).count(u'/'), 2);
}

QTEST_APPLESS_MAIN(TestExternalLinks)
#include "tst_external_links.moc"
