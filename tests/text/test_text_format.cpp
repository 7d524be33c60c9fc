#include "ui/text/format.h"

#include <QtTest>
#include <limits>

using namespace liaison;
using text::Language;

class TestTextFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("french");
        QTest::newRow("0") << qint64(0) << QStringLiteral("0") << QStringLiteral("0");
        QTest::newRow("999") << qint64(999) << QStringLiteral("999") << QStringLiteral("999");
        QTest::newRow("1000") << qint64(1000) << QStringLiteral("1,000") << QStringLiteral("1\u202f000");
        QTest::newRow("million") << qint64(1234567) << QStringLiteral("1,234,567")
                                 << QStringLiteral("1\u202f234\u202f567");
        QTest::newRow("negative") << qint64(-123) << QStringLiteral("-123") << QStringLiteral("-123");
        QTest::newRow("negative thousand")
            << qint64(-1234) << QStringLiteral("-1,234") << QStringLiteral("-1\u202f234");
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << QStringLiteral("-9,223,372,036,854,775,808")
                                  << QStringLiteral("-9\u202f223\u202f372\u202f036\u202f854\u202f775\u202f808");
    }
    void numbers()
    {
        QFETCH(qint64, n);
        QFETCH(QString, english);
        QFETCH(QString, french);
        QCOMPARE(text::number(Language::English, n), english);
        QCOMPARE(text::number(Language::French, n), french);
    }

    void plurals()
    {
        const QString one = QStringLiteral("%1 salon");
        const QString other = QStringLiteral("%1 salons");
        QCOMPARE(text::plural(Language::French, 0, one, other), QStringLiteral("0 salon"));
        QCOMPARE(text::plural(Language::French, 1, one, other), QStringLiteral("1 salon"));
        QCOMPARE(text::plural(Language::French, 2, one, other), QStringLiteral("2 salons"));
        QCOMPARE(text::plural(Language::French, 2000, one, other), QStringLiteral("2\u202f000 salons"));
        const QString room = QStringLiteral("%1 room");
        const QString rooms = QStringLiteral("%1 rooms");
        QCOMPARE(text::plural(Language::English, 0, room, rooms), QStringLiteral("0 rooms"));
        QCOMPARE(text::plural(Language::English, 1, room, rooms), QStringLiteral("1 room"));
        QCOMPARE(text::plural(Language::English, 2, room, rooms), QStringLiteral("2 rooms"));
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("french");
        const qint64 hour = 3600;
        const qint64 day = 24 * hour;
        QTest::newRow("clock ahead") << qint64(-500) << QStringLiteral("just now") << QStringLiteral("à l’instant");
        QTest::newRow("59 s") << qint64(59) << QStringLiteral("just now") << QStringLiteral("à l’instant");
        QTest::newRow("4 min") << qint64(299) << QStringLiteral("4\u00a0min ago")
                               << QStringLiteral("il y a 4\u00a0min");
        QTest::newRow("47 h") << 47 * hour << QStringLiteral("47\u00a0h ago") << QStringLiteral("il y a 47\u00a0h");
        QTest::newRow("2 days") << 2 * day << QStringLiteral("2\u00a0days ago")
                                << QStringLiteral("il y a 2\u00a0jours");
        QTest::newRow("2 months") << 60 * day << QStringLiteral("2\u00a0months ago")
                                  << QStringLiteral("il y a 2\u00a0mois");
        QTest::newRow("2 years") << 730 * day << QStringLiteral("2\u00a0years ago")
                                 << QStringLiteral("il y a 2\u00a0ans");
    }
    void ages()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, english);
        QFETCH(QString, french);
        QCOMPARE(text::age(Language::English, seconds * 1000), english);
        QCOMPARE(text::age(Language::French, seconds * 1000), french);
    }

    void dates()
    {
        const QTimeZone paris("Europe/Paris");
        QVERIFY(paris.isValid());
        const Instant t = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
        QCOMPARE(text::dateTime(Language::English, t, paris), QStringLiteral("20\u00a0Nov\u00a02026, 09:00"));
        QCOMPARE(text::dateTime(Language::French, t, paris), QStringLiteral("20\u00a0nov.\u00a02026 à 09:00"));
        const Instant first = Instant::fromIso(QStringLiteral("2026-08-01T00:00:00Z"));
        QCOMPARE(text::dateTime(Language::French, first, QTimeZone::utc()),
                 QStringLiteral("1er\u00a0août\u00a02026 à 00:00"));
        QCOMPARE(text::dateTime(Language::French, Instant{}, paris), QStringLiteral("date inconnue"));
        QCOMPARE(text::dateTime(Language::English, Instant{}, paris), QStringLiteral("unknown date"));
    }
};

QTEST_APPLESS_MAIN(TestTextFormat)
#include "test_text_format.moc"
