#include "app/arguments.h"
#include "app/output.h"

#include <QTest>

using namespace liaison;
using namespace liaison::app;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandLine()
    {
        const auto a = parseArguments({QStringLiteral("--demo=campus"), QStringLiteral("--json"),
                                       QStringLiteral("apply"), QStringLiteral("plan.json"), QStringLiteral("--only"),
                                       QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("--confirm-removals"),
                                       QStringLiteral("3"), QStringLiteral("--release"), QStringLiteral("c")});
        QVERIFY(a);
        QCOMPARE(a->command, QStringLiteral("apply"));
        QCOMPARE(a->demo, QStringLiteral("campus"));
        QVERIFY(a->json);
        QCOMPARE(a->positional, QStringList({QStringLiteral("plan.json")}));
        QCOMPARE(a->values(QStringLiteral("--only")), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(a->value(QStringLiteral("--confirm-removals")), QStringLiteral("3"));
        QCOMPARE(a->values(QStringLiteral("--release")), QStringList({QStringLiteral("c")}));
    }
    void repeatedOptions()
    {
        const auto a = parseArguments(
            {QStringLiteral("sandbox"), QStringLiteral("--without"), QStringLiteral("f"), QStringLiteral("--without"),
             QStringLiteral("g"), QStringLiteral("--no-companion"), QStringLiteral("--fault"), QStringLiteral("{}")});
        QVERIFY(a);
        QCOMPARE(a->values(QStringLiteral("--without")), QStringList({QStringLiteral("f"), QStringLiteral("g")}));
        QVERIFY(a->has(QStringLiteral("--no-companion")));
    }
    void afterTwoDashesEverythingIsAnArgument()
    {
        const auto a = parseArguments({QStringLiteral("show"), QStringLiteral("--"), QStringLiteral("--odd name")});
        QVERIFY(a);
        QCOMPARE(a->positional, QStringList({QStringLiteral("--odd name")}));
    }
    void refusals_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("plan"), QStringLiteral("--al")};
        QTest::newRow("another command's option")
            << QStringList{QStringLiteral("courses"), QStringLiteral("--classes"), QStringLiteral("add")};
        QTest::newRow("value missing") << QStringList{QStringLiteral("plan"), QStringLiteral("-o")};
        QTest::newRow("flag with a value") << QStringList{QStringLiteral("plan"), QStringLiteral("--all=yes")};
        QTest::newRow("config without file") << QStringList{QStringLiteral("--config")};
    }
    void refusals()
    {
        QFETCH(QStringList, words);
        const auto a = parseArguments(words);
        QVERIFY(!a);
        QCOMPARE(a.error().code, QStringLiteral("bad-arguments"));
    }
    /// Server text never drives a terminal: design rule 12.
    void serverTextIsHarmless()
    {
        QCOMPARE(harmless(QStringLiteral("a\x1b[31mb\n\tc")), u"a\ufffd[31mb\ufffd\ufffdc"_qs);
        QCOMPARE(harmless(u"abc\u202edef"_qs), u"abc\ufffddef"_qs);
        QCOMPARE(harmless(u"Zoé « été »"_qs), u"Zoé « été »"_qs);
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
