// Every code that the layers can give has its sentence and remedy in both languages (R36, R253).

#include "core/moodle/errors.h"
#include "core/rocketchat/errors.h"
#include "ui/text/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace liaison;
using text::Group;
using text::Language;

class CodeWords : public QObject
{
    Q_OBJECT

    static void hasWords(Group group, const QString &code)
    {
        QVERIFY2(text::has(group, code), qPrintable(code));
        for (const Language language : {Language::English, Language::French}) {
            const text::Text t = text::of(group, code, language);
            QVERIFY2(!t.name.isEmpty() && !t.sentence.isEmpty() && !t.remedy.isEmpty(), qPrintable(code));
            QVERIFY2(!t.sentence.contains(u'%') && !t.remedy.contains(u'%'), qPrintable(code));
        }
        QVERIFY2(text::of(group, code, Language::English).sentence != text::of(group, code, Language::French).sentence,
                 qPrintable(code));
    }

private Q_SLOTS:
    void moodle()
    {
        for (const QLatin1String code : moodle::errors::all)
            hasWords(Group::Error, code);
    }
    void rocketchat()
    {
        for (const QLatin1String code : rocketchat::code::all)
            hasWords(Group::Error, code);
    }

    // Whatever a layer writes into Error::code is found in its sources and looked up.
    void inTheSources()
    {
        const QRegularExpression given(QStringLiteral(
            R"re((?:inputError\(|refuse\(|ErrorKind::\w+,\s*(?:QStringLiteral\()?|\bcode = (?:QStringLiteral|QLatin1String)\()"([a-z]+(?:-[a-z]+)*)")re"));
        // Translated by `app` before anybody sees them, or answers of the sandbox to its own clients.
        const QSet<QString> inside{QStringLiteral("port-taken"), QStringLiteral("bad-fault"),
                                   QStringLiteral("unknown-function"), QStringLiteral("bad-scale"),
                                   QStringLiteral("tls")};
        QSet<QString> seen;
        for (const char *folder : {"core/run", "core/store", "core/net", "core/reconcile", "core/sandbox", "app"}) {
            QDirIterator files(QStringLiteral(LIAISON_SOURCE_DIR "/") + QLatin1String(folder),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto matches = given.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext())
                    seen.insert(matches.next().captured(1));
            }
        }
        QVERIFY(seen.contains(QStringLiteral("plan-digest")) && seen.contains(QStringLiteral("store-failed")));
        for (const QString &code : std::as_const(seen)) {
            if (!inside.contains(code))
                hasWords(Group::Error, code);
        }
    }

    // What has only a kind, and the four ways in which TLS fails.
    void kinds()
    {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Input); ++kind) {
            Error error;
            error.kind = static_cast<ErrorKind>(kind);
            hasWords(Group::Error, text::errorCode(error));
        }
        for (const char *word : {"self-signed", "unknown-ca", "expired", "wrong-host", "other"}) {
            Error error;
            error.kind = ErrorKind::Tls;
            error.code = QStringLiteral("tls");
            error.serverCode = QString::fromLatin1(word);
            QCOMPARE(text::errorCode(error), QString(QLatin1String("tls-") + QLatin1String(word)));
            hasWords(Group::Error, text::errorCode(error));
        }
    }

    // Details of steps: what a call, a rule or a reading can say.
    void details()
    {
        for (const char *detail :
             {"already-so", "no-longer-needed", "room-moved", "link-moved", "not-in-effect", "look-here", "cancelled",
              "token-lost", "depends-on-failed", "person-changed", "timeout", "reset", "refused", "host-not-found",
              "truncated", "store-failed", "disk-full", "store-locked"}) {
            for (const Language language : {Language::English, Language::French})
                QVERIFY2(!text::detail(QString::fromLatin1(detail), language).sentence.isEmpty(), detail);
        }
    }
};

QTEST_GUILESS_MAIN(CodeWords)
#include "tst_codes.moc"
