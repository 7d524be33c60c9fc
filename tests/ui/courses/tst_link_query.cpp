// What is typed in the filter field, taken apart and folded. R7
#include "ui/courses/fold.h"
#include "ui/courses/linkquery.h"

#include <QTest>

using namespace liaison;
using namespace liaison::ui;

class TestLinkQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void states_data();
    void states();
    void parts();
};

void TestLinkQuery::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ascii") << QStringLiteral("DRC-L1") << QStringLiteral("drc-l1");
    QTest::newRow("accents") << QStringLiteral("Élève à Genève, Ça") << QStringLiteral("eleve a geneve, ca");
    QTest::newRow("decomposed") << QStringLiteral("Gene\u0300ve") << QStringLiteral("geneve");
    QTest::newRow("ligatures") << QStringLiteral("Cœur, ŒUVRE, æther, Straße")
                               << QStringLiteral("coeur, oeuvre, aether, strasse");
    QTest::newRow("strokes") << QStringLiteral("Łukasz Øst Đa") << QStringLiteral("lukasz ost da");
    QTest::newRow("apostrophes and blanks")
        << QStringLiteral("L’Europe\u00a0: D\u2011M") << QStringLiteral("l'europe : d-m");
    QTest::newRow("other scripts stay") << QStringLiteral("Москва 東京") << QStringLiteral("москва 東京");
}

void TestLinkQuery::folds()
{
    QFETCH(QString, text);
    QTEST(folded(text), "expected");
}

void TestLinkQuery::states_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("mask");
    QTest::addColumn<bool>("orphans");
    QTest::addColumn<bool>("unknownState");
    const auto row = [](const char *typed, int mask, bool orphans = false, bool unknown = false) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << mask << orphans << unknown;
    };
    row("state:drift", maskOf(LinkState::Drift));
    row("état:écarts", maskOf(LinkState::Drift));
    row("etat:ecart", maskOf(LinkState::Drift));
    row("ÉTAT:Écarts", maskOf(LinkState::Drift));
    row("state:in-step", maskOf(LinkState::InStep));
    row("état:\"à jour\"", maskOf(LinkState::InStep));
    row("état:en-phase", maskOf(LinkState::InStep));
    row("state:unknown", maskOf(LinkState::Unknown));
    row("state:un", maskOf(LinkState::Unknown) | maskOf(LinkState::Unlinked));
    row("state:drift state:missing", maskOf(LinkState::Drift) | maskOf(LinkState::Missing));
    row("état:orphelin", 0, true);
    row("state:orphan", 0, true);
    row("état:zzz", 0, false, true);
}

void TestLinkQuery::states()
{
    QFETCH(QString, typed);
    QFETCH(int, mask);
    const LinkQuery query = parseLinkQuery(typed);
    QVERIFY(query.states);
    QCOMPARE(int(*query.states), mask);
    QTEST(query.orphans, "orphans");
    QTEST(query.unknownState, "unknownState");
    QVERIFY(query.words.isEmpty());
}

void TestLinkQuery::parts()
{
    QVERIFY(parseLinkQuery(u"").isEmpty());
    QVERIFY(parseLinkQuery(u"  ").isEmpty());
    QVERIFY(parseLinkQuery(u"état:").isEmpty()); // still being typed

    const LinkQuery query = parseLinkQuery(u"Genève  état:écarts catégorie:\"Licence de droit\" category:Sante");
    QCOMPARE(query.words, QStringList{QStringLiteral("geneve")});
    QCOMPARE(query.categories, (QStringList{QStringLiteral("licence de droit"), QStringLiteral("sante")}));
    QCOMPARE(query.stateText, QStringLiteral("écarts"));

    QCOMPARE(parseLinkQuery(u"\"droit civil\" l2").words,
             (QStringList{QStringLiteral("droit civil"), QStringLiteral("l2")}));
    QCOMPARE(parseLinkQuery(u"https://chat.example/x").words, QStringList{QStringLiteral("https://chat.example/x")});
    QCOMPARE(parseLinkQuery(u"\"open").words, QStringList{QStringLiteral("open")});
}

QTEST_APPLESS_MAIN(TestLinkQuery)
#include "tst_link_query.moc"
