// R128 R141: several profiles, stored without secrets; those of the institution; a broken file harms no other.
#include "core/run/profilestore.h"
#include "core/secrets/memorysecrets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;

namespace {

QJsonObject document(const QString &url = QStringLiteral("https://m.example.org"))
{
    return {{QStringLiteral("format"), QStringLiteral("liaison-config")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("moodle"), QJsonArray{QJsonObject{{QStringLiteral("url"), url}}}},
            {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), QStringLiteral("https://c.example.org")},
                                                 {QStringLiteral("user"), QStringLiteral("api")}}}};
}

std::optional<QString> nothing(const QString &)
{
    return std::nullopt;
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saveFindRemove();
    void onlyTheOwnerReads();
    void names_data();
    void names();
    void brokenFileHarmsNoOther_data();
    void brokenFileHarmsNoOther();
    void theInstitutionsCount();
    void folders();
    void secretsAreRefused_data();
    void secretsAreRefused();
    void documentKeepsEverything();
    void tokensOfANamedProfile();
    void tokensBesideTheEnvironment();

private:
    void put(const QString &path, const QByteArray &content);
    [[nodiscard]] QString user() const { return m_dir->filePath(QStringLiteral("user")); }
    [[nodiscard]] QString machine() const { return m_dir->filePath(QStringLiteral("machine")); }
    [[nodiscard]] ProfileStore store() const { return ProfileStore({user(), machine()}); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestProfileStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(machine()));
}

void TestProfileStore::put(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TestProfileStore::saveFindRemove()
{
    QVERIFY(store().list().empty());
    QCOMPARE(store().find(QStringLiteral("a")).error().code, QStringLiteral("profile-not-found"));
    QVERIFY(store().save(QStringLiteral("Lille"), document(), false));
    QVERIFY(store().save(QStringLiteral("annexe"), document(QStringLiteral("https://annexe.example.org")), false));
    QCOMPARE(store().list().size(), size_t(2));
    QCOMPARE(store().list()[0].name, QStringLiteral("annexe"));
    const auto found = store().find(QStringLiteral("lille")); // as on every file system
    QVERIFY(found);
    QCOMPARE(found->profile->moodle[0].url, QStringLiteral("https://m.example.org"));
    QCOMPARE(found->profile->name, QStringLiteral("Lille"));
    QCOMPARE(store().save(QStringLiteral("LILLE"), document(), false).error().code, QStringLiteral("profile-exists"));
    QVERIFY(store().save(QStringLiteral("LILLE"), document(QStringLiteral("https://new.example.org")), true));
    QCOMPARE(store().list().size(), size_t(2));
    QCOMPARE(store().find(QStringLiteral("Lille"))->profile->moodle[0].url, QStringLiteral("https://new.example.org"));
    QVERIFY(store().remove(QStringLiteral("Lille")));
    QCOMPARE(store().remove(QStringLiteral("Lille")).error().code, QStringLiteral("profile-not-found"));
    QCOMPARE(store().list().size(), size_t(1));
    QJsonObject bad = document();
    bad.insert(QStringLiteral("environment"), QStringLiteral("staging"));
    QCOMPARE(store().save(QStringLiteral("b"), bad, false).error().code, QStringLiteral("bad-config"));
}

void TestProfileStore::onlyTheOwnerReads()
{
    QVERIFY(store().save(QStringLiteral("a"), document(), false));
    const auto permissions = QFileInfo(user() + QStringLiteral("/a.json")).permissions();
    QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
}

void TestProfileStore::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char *good : {"a", "lille", "Lille-2026.prod_1", "0"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "..", ".hidden", "../etc/passwd", "a/b", "a\\b", "con", "NUL.json", "a b", "a.", "-a"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    QTest::newRow("long") << QString(65, u'a') << false;
    QTest::newRow("accent") << QString::fromUtf8("été") << false;
}

void TestProfileStore::names()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(isProfileName(name), good);
    const auto saved = store().save(name, document(), false);
    QCOMPARE(saved.has_value(), good);
    if (!good)
        QCOMPARE(saved.error().code, QStringLiteral("bad-profile-name"));
}

void TestProfileStore::brokenFileHarmsNoOther_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << QByteArray("{\"format\":") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("unknown key")
        << QByteArray(
               R"({"format":"liaison-config","version":1,"moodle":[{"url":"https://m"}],"chat":{"url":"https://c"},"colour":1})")
        << QStringLiteral("colour");
    QTest::newRow("bad URL")
        << QByteArray(R"({"format":"liaison-config","version":1,"moodle":[{"url":"m"}],"chat":{"url":"https://c"}})")
        << QStringLiteral("moodle[0].url");
}

void TestProfileStore::brokenFileHarmsNoOther()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    const QString broken = machine() + QStringLiteral("/broken.json");
    put(broken, content);
    put(machine() + QStringLiteral("/good.json"), QJsonDocument(document()).toJson());
    put(machine() + QStringLiteral("/readme.txt"), "not a profile");
    QVERIFY(store().save(QStringLiteral("mine"), document(), false));
    const auto list = store().list();
    QCOMPARE(list.size(), size_t(3));
    QVERIFY(!list[0].profile);
    QCOMPARE(list[0].profile.error().code, QStringLiteral("bad-profile"));
    QCOMPARE(list[0].profile.error().where, broken);
    if (!place.isEmpty())
        QCOMPARE(list[0].profile.error().detail, place);
    QVERIFY(store().find(QStringLiteral("good")));
    QVERIFY(store().find(QStringLiteral("mine")));
    QCOMPARE(store().find(QStringLiteral("broken")).error().where, broken);
}

void TestProfileStore::theInstitutionsCount()
{
    QVERIFY(store().save(QStringLiteral("campus"), document(QStringLiteral("https://mine.example.org")), false));
    const QString installed = machine() + QStringLiteral("/campus.json");
    put(installed, QJsonDocument(document()).toJson());
    QCOMPARE(store().list().size(), size_t(1));
    QCOMPARE(store().find(QStringLiteral("campus"))->profile->moodle[0].url, QStringLiteral("https://m.example.org"));
    QVERIFY(store().find(QStringLiteral("campus"))->machineWide);
    for (const bool replace : {false, true})
        QCOMPARE(store().save(QStringLiteral("Campus"), document(), replace).error().code,
                 QStringLiteral("profile-machine-wide"));
    QCOMPARE(store().remove(QStringLiteral("campus")).error().code, QStringLiteral("profile-machine-wide"));
    QVERIFY(QFile::exists(installed));
}

void TestProfileStore::folders()
{
    const ProfileFolders usual = profileFolders(nothing);
    QVERIFY(usual.user.endsWith(QStringLiteral("/liaison/profiles")));
#ifdef Q_OS_LINUX
    QCOMPARE(usual.machine, QStringLiteral("/etc/liaison/profiles.d"));
#endif
    const ProfileFolders named = profileFolders([](const QString &name) -> std::optional<QString> {
        return name == u"LIAISON_MACHINE_PROFILES" ? std::optional(QStringLiteral("/x")) : std::nullopt;
    });
    QCOMPARE(named.machine, QStringLiteral("/x"));
}

void TestProfileStore::secretsAreRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("token") << QStringLiteral("token") << QJsonValue(QStringLiteral("x"));
    QTest::newRow("password of a proxy") << QStringLiteral("proxy") << QJsonValue(QStringLiteral("http://a:b@p:3128"));
    QTest::newRow("password in a URL") << QStringLiteral("chat")
                                       << QJsonValue(QJsonObject{
                                              {QStringLiteral("url"), QStringLiteral("https://a:b@c.example.org")}});
}

void TestProfileStore::secretsAreRefused()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject with = document();
    with.insert(key, value);
    QVERIFY(!store().save(QStringLiteral("a"), with, false));
    QVERIFY(!QFile::exists(user() + QStringLiteral("/a.json")));
}

void TestProfileStore::documentKeepsEverything()
{
    const QByteArray rich =
        R"({"format":"liaison-config","version":1,"name":"R","environment":"production","readOnly":true,
        "moodle":[{"id":"main","url":"https://m.example.org/x","ca":"/etc/ca.pem","pluginAccount":"p","namePrefix":"n"},
                  {"id":"annexe","url":"https://a.example.org"}],
        "chat":{"kind":"rocketchat","url":"https://c.example.org","user":"api","ca":"/etc/ca.pem","connections":3},
        "proxy":"http://me@proxy.example.org:3128","hours":"08:00-18:00",
        "scope":{"categories":["3"],"courses":["annexe:7"],"expression":"^L1"},
        "policy":{"preset":"strict","timeline":true,"measureRetention":true,"thresholds":{"runMax":7}}})";
    const QJsonObject before = QJsonDocument::fromJson(rich).object();
    const auto profile = profileFromJson(rich);
    QVERIFY(profile);
    QCOMPARE(profileToJson(*profile, before), before);
    const auto again = profileFromJson(QJsonDocument(profileToJson(*profile)).toJson());
    QVERIFY(again);
    QCOMPARE(again->scope.expression, profile->scope.expression);
    QCOMPARE(again->scope.courses, profile->scope.courses);
    QCOMPARE(again->proxy, profile->proxy);
    QCOMPARE(again->chat.connections, 3);
    QVERIFY(again->production && again->readOnly);
    QVERIFY(!QJsonDocument(profileToJson(*again)).toJson().contains("token"));
}

// R24 R250: by server and account, never by the profile's name.
void TestProfileStore::tokensOfANamedProfile()
{
    secrets::MemorySecrets kept;
    const QString url = QStringLiteral("https://m.example.org");
    QVERIFY(secrets::waitFor(kept.write(secrets::moodleKey(url), QStringLiteral("moodle-token"))));
    auto profile = *profileFromJson(QJsonDocument(document()).toJson());
    auto missing = addSecrets(profile, nothing, {&kept, true});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, QStringLiteral("no-token"));
    QVERIFY(missing.error().where.contains(QStringLiteral("https://c.example.org:443, api")));
    QVERIFY(secrets::waitFor(kept.write(
        secrets::chatKey(QStringLiteral("https://c.example.org"), QStringLiteral("API")), QStringLiteral("ct"))));
    QVERIFY(addSecrets(profile, nothing, {&kept, true}));
    QCOMPARE(profile.moodle[0].token, QStringLiteral("moodle-token"));
    QCOMPARE(profile.chat.token, QStringLiteral("ct"));
    // Pointed elsewhere, the same profile has no token.
    auto moved = *profileFromJson(QJsonDocument(document(QStringLiteral("https://m.evil.test"))).toJson());
    QVERIFY(!addSecrets(moved, nothing, {&kept, true}));
    // The environment comes first.
    const auto env = [](const QString &name) -> std::optional<QString> {
        return name == u"LIAISON_CHAT_TOKEN" ? std::optional(QStringLiteral("from-env")) : std::nullopt;
    };
    QVERIFY(addSecrets(profile, env, {&kept, true}));
    QCOMPARE(profile.chat.token, QStringLiteral("from-env"));
}

void TestProfileStore::tokensBesideTheEnvironment()
{
    secrets::MemorySecrets kept;
    auto profile = *profileFromJson(QJsonDocument(document()).toJson());
    const auto missing = addSecrets(profile, nothing, {&kept, false});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, QStringLiteral("missing-setting"));
    QCOMPARE(missing.error().where, QStringLiteral("LIAISON_MOODLE_TOKEN"));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
