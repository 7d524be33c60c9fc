#include "tests/unit/casefile.h"

#include <QDir>
#include <QFile>
#include <QtTest>

/// Every case of tests/data/engine/*.cases, by name: `tst_cases engine:NAME` runs one.
/// Rows proven by the cases: R15 R18 R44 R56 R57 R61 R65 R67 R78 R87 R88 R94 R95 R96 R97 R99 R106 R112 R113 R116 R117
/// R119 R127 R168 R306.
class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engine_data();
    void engine();
    void thereAreEnough();

private:
    [[nodiscard]] static std::vector<liaison::tests::Case> all();
};

std::vector<liaison::tests::Case> TestCases::all()
{
    std::vector<liaison::tests::Case> cases;
    const QDir dir(QStringLiteral(LIAISON_TEST_DATA "/engine"));
    const QStringList names = dir.entryList({QStringLiteral("*.cases")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error(name.toStdString());
        std::vector<liaison::tests::Case> read;
        try {
            read = liaison::tests::readCases(QString::fromUtf8(file.readAll()));
        } catch (const std::runtime_error &e) {
            read = {{QString::fromUtf8(e.what()), 0, {}}};
        }
        for (liaison::tests::Case &c : read) {
            c.title = QStringLiteral("%1:%2 %3").arg(name).arg(c.line).arg(c.title);
            cases.push_back(std::move(c));
        }
    }
    return cases;
}

void TestCases::engine_data()
{
    QTest::addColumn<int>("index");
    const auto cases = all();
    for (size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(cases[i].title)) << int(i);
}

void TestCases::engine()
{
    QFETCH(int, index);
    static const std::vector<liaison::tests::Case> cases = all();
    const liaison::tests::Case &c = cases[static_cast<size_t>(index)];
    QStringList wrong;
    try {
        wrong = liaison::tests::disagreements(c, liaison::tests::compare(liaison::tests::worldOf(c)));
    } catch (const std::runtime_error &e) {
        wrong.push_back(QString::fromUtf8(e.what()));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u"\n  " + wrong.join(QLatin1String("\n  "))));
}

void TestCases::thereAreEnough()
{
    QVERIFY(all().size() >= 90);
}

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
