// Both languages are whole: no unfinished, vanished or blank text (R36).
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("fr") << QStringLiteral("liaison_fr.ts");
        QTest::newRow("en") << QStringLiteral("liaison_en.ts");
    }
    void complete()
    {
        QFETCH(QString, file);
        QFile ts(QStringLiteral(LIAISON_SOURCE_DIR "/translations/") + file);
        QVERIFY2(ts.open(QIODevice::ReadOnly), qPrintable(ts.fileName()));
        QXmlStreamReader xml(&ts);
        QString context;
        QString source;
        bool numerus = false;
        int messages = 0;
        QStringList bad;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == u"name") {
                context = xml.readElementText();
            } else if (xml.name() == u"message") {
                numerus = xml.attributes().value(QLatin1String("numerus")) == u"yes";
                ++messages;
            } else if (xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.name() == u"translation") {
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                QStringList forms;
                if (numerus) {
                    while (xml.readNextStartElement())
                        forms << xml.readElementText();
                } else {
                    forms << xml.readElementText();
                }
                QString wrong = type;
                if (numerus && forms.size() != 2)
                    wrong += QStringLiteral(" not two forms");
                for (const QString &form : std::as_const(forms)) {
                    if (form.trimmed().isEmpty())
                        wrong += QStringLiteral(" blank");
                    for (const QString &place : {QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("%3")}) {
                        if (source.contains(place) != form.contains(place))
                            wrong += QStringLiteral(" %1 lost").arg(place);
                    }
                    // Every form says its number where the source does: French uses the first for 0 as well. A label
                    // beside a number of its own only agrees with it.
                    const bool says = source.contains(QLatin1String("%n")) || source.contains(QLatin1String("%Ln"));
                    if (numerus && says && !form.contains(QLatin1String("%n")) && !form.contains(QLatin1String("%Ln")))
                        wrong += QStringLiteral(" no number");
                }
                if (!wrong.isEmpty())
                    bad << QStringLiteral("%1: \"%2\": %3").arg(context, source, wrong);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 0);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void frenchTypography()
    {
        QFile ts(QStringLiteral(LIAISON_SOURCE_DIR "/translations/liaison_fr.ts"));
        QVERIFY(ts.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&ts);
        QStringList bad;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement ||
                (xml.name() != u"translation" && xml.name() != u"numerusform"))
                continue;
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            for (const QString &wrong :
                 {QStringLiteral(" :"), QStringLiteral(" ?"), QStringLiteral(" ;"), QStringLiteral(" !"),
                  QStringLiteral("« "), QStringLiteral(" »"), QStringLiteral("'")}) {
                if (text.contains(wrong))
                    bad << text;
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    // R293: one French word for one thing, in the window as in the sentences of the codes (test_text).
    void oneWordForOneThing()
    {
        QFile ts(QStringLiteral(LIAISON_SOURCE_DIR "/translations/liaison_fr.ts"));
        QVERIFY(ts.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&ts);
        QStringList bad;
        bool said = false;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement ||
                (xml.name() != u"translation" && xml.name() != u"numerusform"))
                continue;
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            said = said || text == u"Conservation des messages";
            if (text.contains(QStringLiteral("rétention"), Qt::CaseInsensitive))
                bad << text;
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
        QVERIFY(said);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
