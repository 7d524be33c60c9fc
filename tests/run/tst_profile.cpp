#include "core/run/profile.h"
#include "core/run/resolve.h"
#include "core/run/trouble.h"

#include <QTemporaryFile>
#include <QTest>

using namespace liaison;

namespace {

const QByteArray smallest = R"({"format":"liaison-config","version":1,"moodle":[{"url":"https://m.example.org"}],)"
                            R"("chat":{"url":"https://c.example.org/chat/"}%1})";

QByteArray with(const char *more)
{
    QByteArray json = smallest;
    return json.replace("%1", more);
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void refusals_data();
    void refusals();
    void urls_data();
    void urls();
    void secrets();
    void secretsOfSeveralSites();
    void pastedSentences_data();
    void pastedSentences();
    void downOrWrong_data();
    void downOrWrong();
};

void TestProfile::defaults()
{
    const auto p = profileFromJson(with(""));
    QVERIFY(p);
    QCOMPARE(p->moodle.size(), size_t(1));
    QCOMPARE(p->moodle[0].id, QStringLiteral("main"));
    QCOMPARE(p->chat.url, QStringLiteral("https://c.example.org/chat"));
    QCOMPARE(p->chat.connections, 6);
    QVERIFY(!p->timeoutSeconds);
    QCOMPARE(profileFromJson(with(R"(,"timeoutSeconds":5)"))->timeoutSeconds, 5);
    QVERIFY(!profileFromJson(with(R"(,"timeoutSeconds":null)"))->timeoutSeconds);
    QCOMPARE(p->policy.thresholds.runMax, 200);
    QCOMPARE(p->policy.roles.site.moderator,
             QStringList({QStringLiteral("editingteacher"), QStringLiteral("teacher")}));
    QVERIFY(!p->policy.roles.configured); // the shipped guess, which may only add
    QVERIFY(!p->production);
    const auto own = profileFromJson(with(R"(,"policy":{"roles":{"site":{"member":[]}}})"));
    QVERIFY(own && own->policy.roles.configured);
    QCOMPARE(own->policy.roles.site.member, QStringList()); // an empty list means nobody
}

void TestProfile::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("no JSON") << QByteArray("{") << "bad-config"
                             << "";
    QTest::newRow("another document") << QByteArray(R"({"format":"liaison-plan"})") << "bad-config"
                                      << "format";
    QTest::newRow("unknown key") << with(R"(,"chatt":{})") << "unknown-config-key"
                                 << "chatt";
    QTest::newRow("unknown key inside") << with(R"(,"policy":{"identity":{"ruel":"lower"}})") << "unknown-config-key"
                                        << "policy.identity.ruel";
    QTest::newRow("secret in a file") << with(R"(,"policy":{"token":"x"})") << "unknown-config-key"
                                      << "policy.token";
    QTest::newRow("no time to answer") << with(R"(,"timeoutSeconds":0)") << "bad-config"
                                       << "timeoutSeconds";
    QTest::newRow("bad word") << with(R"(,"environment":"prod")") << "bad-config"
                              << "environment";
    QTest::newRow("bad rule") << with(R"(,"policy":{"identity":{"rule":"upper"}})") << "bad-config"
                              << "policy.identity.rule";
    QTest::newRow("bad pattern") << with(R"x(,"policy":{"identity":{"rule":"regex","pattern":"("}})x") << "bad-config"
                                 << "policy.identity.pattern";
    QTest::newRow("negative threshold") << with(R"(,"policy":{"thresholds":{"runMax":-1}})") << "bad-config"
                                        << "policy.thresholds.runMax";
    QTest::newRow("threshold as text") << with(R"(,"policy":{"thresholds":{"runMax":"200"}})") << "bad-config"
                                       << "policy.thresholds.runMax";
    QTest::newRow("exclude as text") << with(R"(,"policy":{"exclude":"a"})") << "bad-config"
                                     << "policy.exclude";
    QTest::newRow("scope expression") << with(R"x(,"scope":{"expression":"["})x") << "bad-config"
                                      << "scope.expression";
}

void TestProfile::refusals()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    QFETCH(QString, where);
    const auto p = profileFromJson(json);
    QVERIFY(!p);
    QCOMPARE(p.error().kind, ErrorKind::Input);
    QCOMPARE(p.error().code, code);
    if (!where.isEmpty())
        QCOMPARE(p.error().where, where);
}

void TestProfile::urls_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("clean");
    QTest::newRow("as it is") << "https://m.example.org"
                              << "https://m.example.org";
    QTest::newRow("slash") << "https://m.example.org/"
                           << "https://m.example.org";
    QTest::newRow("base path stays") << " https://m.example.org/moodle/ "
                                     << "https://m.example.org/moodle";
    QTest::newRow("login page") << "https://m.example.org/moodle/login/index.php"
                                << "https://m.example.org/moodle";
    QTest::newRow("dashboard") << "https://m.example.org/my/"
                               << "https://m.example.org";
    QTest::newRow("home of the chat") << "https://c.example.org/home"
                                      << "https://c.example.org";
    QTest::newRow("a room") << "https://c.example.org/chat/group/drc_1"
                            << "https://c.example.org/chat";
    QTest::newRow("the interface") << "https://c.example.org/api/v1"
                                   << "https://c.example.org";
    QTest::newRow("query") << "https://m.example.org/?redirect=0"
                           << "https://m.example.org";
    QTest::newRow("no scheme") << "m.example.org"
                               << "";
    QTest::newRow("another scheme") << "ftp://m.example.org"
                                    << "";
    QTest::newRow("password inside") << "https://a:b@m.example.org"
                                     << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestProfile::urls() // R269
{
    QFETCH(QString, typed);
    QFETCH(QString, clean);
    const auto url = cleanUrl(typed);
    QCOMPARE(url ? *url : QString(), clean);
    if (!url)
        QCOMPARE(url.error().code, QStringLiteral("bad-url"));
}

void TestProfile::secrets() // R24 R250
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("from-a-file\n");
    file.flush();
    std::map<QString, QString> env{{QStringLiteral("LIAISON_MOODLE_TOKEN_FILE"), file.fileName()},
                                   {QStringLiteral("LIAISON_CHAT_USER"), QStringLiteral("bot")}};
    const Environment environment = [&](const QString &name) {
        const auto it = env.find(name);
        return it == env.end() ? std::nullopt : std::optional(it->second);
    };
    auto p = *profileFromJson(with(""));
    const auto missing = addSecrets(p, environment);
    QVERIFY(!missing);
    QCOMPARE(missing.error().where, QStringLiteral("LIAISON_CHAT_TOKEN"));
    env[QStringLiteral("LIAISON_CHAT_TOKEN")] = QStringLiteral("t");
    QVERIFY(addSecrets(p, environment));
    QCOMPARE(p.moodle[0].token, QStringLiteral("from-a-file"));
    QCOMPARE(p.chat.user, QStringLiteral("bot"));
    env[QStringLiteral("LIAISON_CHAT_TOKEN")].clear();
    env[QStringLiteral("LIAISON_CHAT_TOKEN_FILE")] = QStringLiteral("/no/such/file");
    const auto unreadable = addSecrets(p, environment);
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().code, QStringLiteral("file-not-readable"));
}

void TestProfile::secretsOfSeveralSites() // R87
{
    auto p = *profileFromJson(
        R"({"format":"liaison-config","version":1,"moodle":[{"url":"https://m"},{"id":"exams_2","url":"https://e"}],)"
        R"("chat":{"url":"https://c","user":"u"}})");
    QStringList asked;
    QVERIFY(addSecrets(p, [&](const QString &name) -> std::optional<QString> {
        asked << name;
        return name.endsWith(u"_FILE") ? std::nullopt : std::optional(QString(QLatin1String("of ") + name));
    }));
    QCOMPARE(p.moodle[1].token, QStringLiteral("of LIAISON_MOODLE_TOKEN_EXAMS_2"));
    QVERIFY(asked.contains(QStringLiteral("LIAISON_MOODLE_TOKEN")));
}

void TestProfile::pastedSentences_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("name");
    QTest::newRow("French") << u"Aucun groupe privé nommé \"drc_655595\" n'a été trouvé !"_qs << "drc_655595";
    QTest::newRow("guillemets") << u"Aucun groupe privé nommé « drc_655595 » n’a été trouvé !"_qs << "drc_655595";
    QTest::newRow("curly") << u"No private group with the name “drc.a-b_6” was found!"_qs << "drc.a-b_6";
    QTest::newRow("none") << u"Salon introuvable"_qs << "";
}

void TestProfile::pastedSentences() // R103
{
    QFETCH(QString, sentence);
    QTEST(quotedName(sentence), "name");
}

void TestProfile::downOrWrong_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("reached");
    QTest::addColumn<bool>("down");
    using K = ErrorKind;
    const auto row = [](const char *name, K kind, bool reached, bool down) {
        QTest::newRow(name) << int(kind) << reached << down;
    };
    row("timeout", K::Timeout, false, true);
    row("reset", K::Network, false, true);
    row("5xx", K::ServerFailure, false, true);
    row("429", K::RateLimited, false, true);
    row("maintenance", K::Maintenance, false, true);
    row("refused, never reached", K::Refused, false, false);
    row("refused, reached before", K::Refused, true, true);
    row("unknown host", K::HostNotFound, true, false);
    row("TLS", K::Tls, true, false);
    row("404", K::NotFound, true, false);
    row("HTML", K::BadReply, true, false);
    row("401", K::Unauthorized, true, false);
}

void TestProfile::downOrWrong() // design 12.3
{
    QFETCH(int, kind);
    QFETCH(bool, reached);
    Error e;
    e.kind = static_cast<ErrorKind>(kind);
    QTEST(isDown(e, reached), "down");
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
