// A base path can be the name of an institution: it is in no path of a support bundle.
#include "app/supportbundle.h"
#include "core/net/httpclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace liaison;

class TestSupportBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsWithoutBases_data();
    void pathsWithoutBases();
};

void TestSupportBundle::pathsWithoutBases_data()
{
    QTest::addColumn<QStringList>("moodles"); // the first is asked
    QTest::addColumn<QString>("chat");
    const QString chat = QStringLiteral("https://chat.example.org");
    const auto row = [&](const char *name, const QStringList &moodles, const QString &to) {
        QTest::newRow(name) << moodles << to;
    };
    row("none", {QStringLiteral("https://m.example.org")}, chat);
    row("plain", {QStringLiteral("https://m.example.org/lyon")}, chat);
    row("ends in a slash", {QStringLiteral("https://m.example.org/lyon/")}, chat);
    row("with an accent", {QStringLiteral("https://m.example.org/université-lyon")}, chat);
    row("encoded", {QStringLiteral("https://m.example.org/universit%C3%A9-lyon")}, chat);
    row("with a space", {QStringLiteral("https://m.example.org/lyon nord")}, chat);
    row("below another", {QStringLiteral("https://m.example.org/a/lyon"), QStringLiteral("https://m.example.org/a")},
        chat);
    row("another below it", {QStringLiteral("https://m.example.org/a/lyon")},
        QStringLiteral("https://m.example.org/a"));
}

void TestSupportBundle::pathsWithoutBases()
{
    QFETCH(QStringList, moodles);
    QFETCH(QString, chat);
    const QString own = QStringLiteral("/webservice/rest/server.php");
    for (const bool reversed : {false, true}) {
        Profile profile;
        for (const QString &url : moodles) {
            MoodleSettings site;
            site.url = url;
            if (reversed)
                profile.moodle.insert(profile.moodle.begin(), site);
            else
                profile.moodle.push_back(site);
        }
        profile.chat.url = chat;
        app::BundleFacts facts;
        facts.profile = &profile;
        net::RequestLog::Entry entry;
        QString url = moodles.front();
        while (url.endsWith(u'/'))
            url.chop(1);
        entry.record.path = net::maskedPath(QUrl(QString(url + own)));
        facts.requests = {entry};
        const QJsonObject bundle = app::bundleJson(facts);
        QCOMPARE(bundle[u"requests"][0][u"path"].toString(), own);
        QVERIFY(!QJsonDocument(bundle).toJson().contains("lyon"));
    }
}

QTEST_GUILESS_MAIN(TestSupportBundle)
#include "tst_supportbundle.moc"
