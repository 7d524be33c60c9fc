// R24 R250: the file for machines without a keychain.
#include "core/secrets/memorysecrets.h"
#include "core/secrets/passphrase.h"
#include "core/secrets/secretsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::secrets;

namespace {

constexpr KeyCost cheap{1, 64 * 1024}; // the shipped cost would make each row wait for a second

const QString phrase = QStringLiteral("cheval pile agrafé");
const SecretKey key{QStringLiteral("https://m.example.org:443"), QStringLiteral("webservice")};
const QString token = QStringLiteral("CANARY-0123456789-é");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestSecretsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void onlyTheOwnerReads();
    void wrongPassphrase();
    void shortPassphrase_data();
    void shortPassphrase();
    void olderFileOpensWithAShortOne();
    void everyByteIsGuarded();
    void absurdFiles_data();
    void absurdFiles();
    void twoProgramsAtOnce();
    void shippedCost();
    void sessionOnly();
};

void TestSecretsFile::roundTrip()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a/b/secrets"));
    {
        const auto file = SecretsFile::open(path, phrase, cheap);
        QVERIFY(file);
        const auto nothing = waitFor((*file)->read(key));
        QVERIFY(nothing && !*nothing);
        QVERIFY(!SecretsFile::exists(path)); // nothing to keep, no file
        QVERIFY(waitFor((*file)->write(key, token)));
        QVERIFY(waitFor((*file)->write({key.server, QStringLiteral("other")}, QStringLiteral("x"))));
    }
    const auto file = SecretsFile::open(path, phrase);
    QVERIFY(file);
    QCOMPARE(**waitFor((*file)->read(key)), token);
    QVERIFY(waitFor((*file)->remove(key)));
    QVERIFY(waitFor((*file)->remove(key)));
    const auto gone = waitFor((*file)->read(key));
    QVERIFY(gone && !*gone);
    QCOMPARE(**waitFor((*file)->read({key.server, QStringLiteral("other")})), QStringLiteral("x"));
}

void TestSecretsFile::onlyTheOwnerReads()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    const auto file = SecretsFile::open(path, phrase, cheap);
    QVERIFY(file && waitFor((*file)->write(key, token)));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther | QFileDevice::ExeOwner;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    const QByteArray content = contentOf(path);
    for (const QByteArray &word : {token.toUtf8(), phrase.toUtf8(), key.server.toUtf8(), QByteArray("webservice")})
        QVERIFY(!content.contains(word));
    // The same content sealed twice looks different.
    QVERIFY(waitFor((*file)->write(key, token)));
    QVERIFY(contentOf(path) != content);
}

void TestSecretsFile::wrongPassphrase()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    QCOMPARE(SecretsFile::open(path, QString(), cheap).error().code, QStringLiteral("wrong-passphrase"));
    {
        const auto file = SecretsFile::open(path, phrase, cheap);
        QVERIFY(file && waitFor((*file)->write(key, token)));
    }
    for (const QString &wrong : {QString(), QStringLiteral("cheval pile agrafe"), QString(phrase + u' ')}) {
        const auto file = SecretsFile::open(path, wrong, cheap);
        QVERIFY(!file);
        QCOMPARE(file.error().code, QStringLiteral("wrong-passphrase"));
    }
    // The same letters, composed otherwise by another keyboard.
    QVERIFY(SecretsFile::open(path, phrase.normalized(QString::NormalizationForm_D), cheap));
}

void TestSecretsFile::shortPassphrase_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("enough");
    QTest::newRow("one too few") << QString(leastPassphrase - 1, u'x') << false;
    QTest::newRow("enough") << QString(leastPassphrase, u'x') << true;
    const QString accents = QString(leastPassphrase - 1, QChar(0xe9));
    QTest::newRow("accents typed apart are no characters") << accents.normalized(QString::NormalizationForm_D) << false;
    QString beyond; // two UTF-16 units each
    for (int i = 0; i < leastPassphrase; ++i)
        beyond += QString::fromUtf8("\U0001F512");
    QTest::newRow("signs beyond 16 bits") << beyond << true;
    QTest::newRow("signs beyond 16 bits, one too few") << beyond.chopped(2) << false;
}

// R24: one rule for whoever makes a file, window or command line.
void TestSecretsFile::shortPassphrase()
{
    QFETCH(QString, typed);
    QFETCH(bool, enough);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    const auto file = SecretsFile::open(path, typed, cheap);
    QCOMPARE(file.has_value(), enough);
    QCOMPARE(missingCharacters(typed), enough ? 0 : 1);
    if (!enough)
        QCOMPARE(file.error().code, QStringLiteral("passphrase-too-short"));
    QVERIFY(!SecretsFile::exists(path));
}

void TestSecretsFile::olderFileOpensWithAShortOne()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    QVERIFY(QFile::copy(QStringLiteral(LIAISON_TEST_DATA "/secrets/short-passphrase.sealed"), path));
    const auto file = SecretsFile::open(path, QStringLiteral("court"));
    QVERIFY(file);
    const SecretKey kept{QStringLiteral("https://m.example.org:443"), QStringLiteral("webservice")};
    QCOMPARE(**waitFor((*file)->read(kept)), QStringLiteral("KEPT-0123456789"));
    QVERIFY(waitFor((*file)->write(key, token)));
    QVERIFY(SecretsFile::open(path, QStringLiteral("court")));
}

void TestSecretsFile::everyByteIsGuarded()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    {
        const auto file = SecretsFile::open(path, phrase, cheap);
        QVERIFY(file && waitFor((*file)->write(key, token)));
    }
    const QByteArray good = contentOf(path);
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        if (i >= 18 && i < 34)
            continue; // the cost: see absurdFiles
        put(path, bad);
        QVERIFY2(!SecretsFile::open(path, phrase, cheap), qPrintable(QString::number(i)));
    }
    put(path, good);
    QVERIFY(SecretsFile::open(path, phrase, cheap));
}

void TestSecretsFile::absurdFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray magic = "LIAISON-SECRETS-1\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("something else") << QByteArray(200, 'x');
    QTest::newRow("cut") << QByteArray(magic + QByteArray(60, '\0'));
    QTest::newRow("no work at all") << QByteArray(magic + QByteArray(200, '\0'));
    QTest::newRow("all the memory there is") << QByteArray(magic + QByteArray(200, '\xff'));
    QTest::newRow("huge") << QByteArray(magic + QByteArray(2 * 1024 * 1024, '\1'));
}

void TestSecretsFile::absurdFiles()
{
    QFETCH(QByteArray, content);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    put(path, content);
    const auto file = SecretsFile::open(path, phrase, cheap);
    QVERIFY(!file);
    QCOMPARE(file.error().code, QStringLiteral("secrets-file-damaged"));
    QCOMPARE(contentOf(path), content); // left alone
}

void TestSecretsFile::twoProgramsAtOnce()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    const auto one = SecretsFile::open(path, phrase, cheap);
    QVERIFY(one && waitFor((*one)->write(key, token)));
    const auto two = SecretsFile::open(path, phrase, cheap);
    QVERIFY(two && waitFor((*two)->write({key.server, QStringLiteral("two")}, QStringLiteral("2"))));
    QVERIFY(waitFor((*one)->write({key.server, QStringLiteral("one")}, QStringLiteral("1"))));
    QCOMPARE(**waitFor((*one)->read({key.server, QStringLiteral("two")})), QStringLiteral("2"));
    QCOMPARE(**waitFor((*two)->read({key.server, QStringLiteral("one")})), QStringLiteral("1"));
    // Made anew under another passphrase by a third: not overwritten with the old key.
    QVERIFY(QFile::remove(path));
    const auto three = SecretsFile::open(path, QStringLiteral("another passphrase"), cheap);
    QVERIFY(three && waitFor((*three)->write(key, QStringLiteral("3"))));
    const auto refused = waitFor((*one)->write(key, QStringLiteral("4")));
    QVERIFY(!refused);
    QCOMPARE(**waitFor((*three)->read(key)), QStringLiteral("3"));
}

void TestSecretsFile::shippedCost()
{
    const KeyCost cost;
    QVERIFY(cost.operations >= 3 && cost.memory >= 64ULL * 1024 * 1024); // libsodium's "moderate"
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("secrets"));
    {
        const auto file = SecretsFile::open(path, phrase);
        QVERIFY(file && waitFor((*file)->write(key, token)));
    }
    QVERIFY(SecretsFile::open(path, phrase));
}

void TestSecretsFile::sessionOnly()
{
    MemorySecrets session;
    QVERIFY(waitFor(session.write(key, token)));
    QCOMPARE(**waitFor(session.read(key)), token);
    QVERIFY(waitFor(session.remove(key)));
    QVERIFY(!*waitFor(session.read(key)));
}

QTEST_GUILESS_MAIN(TestSecretsFile)
#include "tst_secretsfile.moc"
