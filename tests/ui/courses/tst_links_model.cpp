// The table of courses: filter, sort, and merging a new view without losing anything. R7 R25
#include "tests/ui/courses/courseworld.h"
#include "ui/courses/linksmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

namespace {

QStringList column(const LinksModel &model, LinkColumn which)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out << model.index(row, static_cast<int>(which)).data().toString();
    return out;
}

LinkIndexPtr indexOf(const SmallWorld &world)
{
    return buildLinkIndex(viewOf(world), QLocale::French);
}

SmallLink &linkOf(SmallWorld &world, const QString &shortName)
{
    const qint64 course = world.course(shortName).id;
    return *std::find_if(world.links.begin(), world.links.end(),
                         [&](const SmallLink &l) { return l.course == course; });
}

} // namespace

class TestLinksModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryLink();
    void cells_data();
    void cells();
    void filters_data();
    void filters();
    void sorts();
    void keepsWhatIsSelected();
    void mergesManyChanges();
    void newestViewWins();
    void wide();
    void words();
};

void TestLinksModel::showsEveryLink()
{
    SmallWorld world = courseWorld();
    world.course(QStringLiteral("MUS-L1")).inScope = false;
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setIndex(indexOf(world));
    QCOMPARE(model.rowCount(), static_cast<int>(world.links.size()) - 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!column(model, LinkColumn::Course).contains(QStringLiteral("MUS-L1")));
    QCOMPARE(std::accumulate(model.counts().begin(), model.counts().end(), 0), model.rowCount());
}

void TestLinksModel::cells_data()
{
    QTest::addColumn<QString>("course");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("changes");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *course, const char *state, const char *room, const char *members,
                        const char *changes, const char *read = "4\u00a0min") {
        QTest::newRow(course) << QString::fromUtf8(course) << QString::fromUtf8(state) << QString::fromUtf8(room)
                              << QString::fromUtf8(members) << QString::fromUtf8(changes) << QString::fromUtf8(read);
    };
    row("ALG-M1", "In step", "alg-m1_38137", "86 / 86", "");
    row("CHI-L1", "Differences", "chi-l1_38685", "321 / 318", "+2 −5");
    row("MÉD-P2", "Differences", "med-p2_40603", "1,187 / 1,204", "+19 −2");
    row("DRC-L1", "Differences", "drc-l1_46220", "115 / 118", "+6 −3 ↑2 ↓1");
    // Unknown is never 0 and never empty, and says why in its row; what does not exist is a dash.
    row("BIO-L1", "Unknown", "bio-l1_38548", "? / 12", "Incomplete list", "?");
    row("CIV-L2", "No room", "—", "— / 30", "");
    row("GEO-L2", "Ambiguous", "—", "— / 91", "");
    row("LIN-M1", "Unlinked", "—", "— / 29", "");
    row("ÉPI-M1", "Pending", "—", "— / 52", "for 3\u00a0min");
    row("ECO-21", "Archived", "eco-21_39096", "? / 20", "activity hidden");
}

void TestLinksModel::cells()
{
    static const SmallWorld world = courseWorld();
    static const LinkIndexPtr index = indexOf(world);
    LinksModel model;
    model.setClock([] { return Instant{world.now.ms + 4 * 60'000}; });
    model.setIndex(index);
    QFETCH(QString, course);
    const int row = static_cast<int>(column(model, LinkColumn::Course).indexOf(course));
    QVERIFY(row >= 0);
    const auto cell = [&](LinkColumn which) { return model.index(row, static_cast<int>(which)).data().toString(); };
    QTEST(cell(LinkColumn::State), "state");
    QTEST(cell(LinkColumn::Room), "room");
    QTEST(cell(LinkColumn::Members), "members");
    QTEST(cell(LinkColumn::Changes), "changes");
    QTEST(cell(LinkColumn::Read), "read");
    const QString sentence = model.index(row, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(sentence.startsWith(course));
    QVERIFY(sentence.contains(cell(LinkColumn::State).toLower()));
}

void TestLinksModel::filters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("courses");
    const auto row = [](const char *typed, std::initializer_list<const char *> courses) {
        QStringList list;
        for (const char *course : courses)
            list << QString::fromUtf8(course);
        QTest::newRow(typed) << QString::fromUtf8(typed) << list;
    };
    row("geneve", {"GVA-M2"});
    row("GENÈVE", {"GVA-M2"});
    row("epidemio", {"ÉPI-M1"});
    row("constit", {"DRC-L1"});
    row("drc-l1_46220", {"DRC-L1"});
    row("room60", {"DRC-L1"});
    row("46220", {"DRC-L1"});
    row("146220", {"DRC-L1"});
    row("l'europe", {"HIS-L3"});
    row("droit l2", {"CIV-L2"});
    row("zzz", {});
    row("état:inconnu", {"BIO-L1"});
    row("state:ambiguous", {"GEO-L2"});
    row("état:orphelin", {});
    row("catégorie:sante", {"BCH-L3", "BIO-L1", "CHI-L1", "ÉPI-M1", "MÉD-P2"});
    row("category:\"licence de droit\" state:drift", {"DRC-L1"});
    row("categorie:trois-rives etat:ambigu", {"GEO-L2"}); // the category above
}

void TestLinksModel::filters()
{
    static const LinkIndexPtr index = indexOf(courseWorld());
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(index);
    const QStringList all = column(model, LinkColumn::Course);
    QFETCH(QString, typed);
    model.setFilterText(typed);
    QTEST(column(model, LinkColumn::Course), "courses");
    model.setFilterText({});
    QCOMPARE(column(model, LinkColumn::Course), all);
}

void TestLinksModel::sorts()
{
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(indexOf(courseWorld()));
    // É sorts with E, and numbers count as numbers.
    const QStringList courses = column(model, LinkColumn::Course);
    QVERIFY(courses.indexOf(QStringLiteral("ECO-L1")) < courses.indexOf(QStringLiteral("ÉPI-M1")));
    QVERIFY(courses.indexOf(QStringLiteral("ÉPI-M1")) < courses.indexOf(QStringLiteral("ESP-L1")));
    model.sort(static_cast<int>(LinkColumn::Course), Qt::DescendingOrder);
    QStringList reversed = courses;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(column(model, LinkColumn::Course), reversed);
    model.sort(static_cast<int>(LinkColumn::Changes), Qt::DescendingOrder);
    QCOMPARE(column(model, LinkColumn::Course).first(), QStringLiteral("MÉD-P2"));
    model.sort(static_cast<int>(LinkColumn::State), Qt::AscendingOrder);
    QCOMPARE(column(model, LinkColumn::State).first(), QStringLiteral("No room"));
    QCOMPARE(column(model, LinkColumn::State).last(), QStringLiteral("Archived"));
    model.sort(static_cast<int>(LinkColumn::Members), Qt::DescendingOrder);
    QCOMPARE(column(model, LinkColumn::Course).first(), QStringLiteral("MÉD-P2"));
}

void TestLinksModel::keepsWhatIsSelected()
{
    SmallWorld world = courseWorld();
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(indexOf(world));
    QItemSelectionModel selection(&model);
    const auto select = [&](const QString &course) {
        const int row = static_cast<int>(column(model, LinkColumn::Course).indexOf(course));
        selection.setCurrentIndex(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    const auto selected = [&] {
        QStringList out;
        for (const QModelIndex &i : selection.selectedRows(static_cast<int>(LinkColumn::Course)))
            out << i.data().toString();
        out.sort();
        return out;
    };
    model.setFilterText(QStringLiteral("l1"));
    model.sort(static_cast<int>(LinkColumn::Course), Qt::DescendingOrder);
    select(QStringLiteral("DRC-L1"));
    select(QStringLiteral("MAT-L1"));

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset), layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved), inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    // One course goes, one is now whole, one is new: told piece by piece.
    const qint64 gone = linkOf(world, QStringLiteral("CHI-L1")).cmid;
    std::erase_if(world.links, [&](const SmallLink &l) { return l.cmid == gone; });
    world.room(linkOf(world, QStringLiteral("BIO-L1")).room).unknown.reset();
    world.courses.push_back(world.course(QStringLiteral("MAT-L1")));
    world.courses.back().id = 99;
    world.courses.back().shortName = QStringLiteral("NEW-L1");
    SmallLink fresh = linkOf(world, QStringLiteral("LIN-M1"));
    fresh.cmid = 77;
    fresh.course = 99;
    world.links.push_back(fresh);
    model.setIndex(indexOf(world));
    QCOMPARE(resets.size() + layouts.size(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 2); // the one that is whole now, and the ages

    // One gets a name that comes elsewhere.
    world.course(QStringLiteral("MUS-L1")).shortName = QStringLiteral("AAA-L1");
    model.setIndex(indexOf(world));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(layouts.size(), 1);
    QCOMPARE(selected(), (QStringList{QStringLiteral("DRC-L1"), QStringLiteral("MAT-L1")}));
    QCOMPARE(selection.currentIndex().siblingAtColumn(static_cast<int>(LinkColumn::Course)).data().toString(),
             QStringLiteral("MAT-L1"));
    QCOMPARE(model.filterText(), QStringLiteral("l1"));
    const QStringList courses = column(model, LinkColumn::Course);
    QCOMPARE(courses.last(), QStringLiteral("AAA-L1"));
    QVERIFY(!courses.contains(QStringLiteral("CHI-L1")));
    const int bio = static_cast<int>(courses.indexOf(QStringLiteral("BIO-L1")));
    QCOMPARE(model.index(bio, static_cast<int>(LinkColumn::State)).data().toString(), QStringLiteral("In step"));
}

void TestLinksModel::mergesManyChanges()
{
    LinksModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(buildLinkIndex(wideView(3000), QLocale::French));
    const QPersistentModelIndex kept = model.index(model.rowOf({QStringLiteral("main"), 1504}), 1);
    const QPersistentModelIndex hidden = model.index(model.rowOf({QStringLiteral("main"), 1505}), 1);
    const QString name = kept.data().toString();
    model.setFilterText(QStringLiteral("geneve")); // every third: many small pieces, told as one layout change
    QCOMPARE(model.rowCount(), 1000);
    QVERIFY(kept.isValid() && !hidden.isValid());
    QCOMPARE(kept.data().toString(), name);
    QCOMPARE(kept.row(), model.rowOf({QStringLiteral("main"), 1504}));
    model.setIndex(buildLinkIndex(wideView(2000), QLocale::French));
    QCOMPARE(model.rowCount(), 667);
    QCOMPARE(kept.data().toString(), name);
    model.setFilterText({});
    QCOMPARE(model.rowCount(), 2000);
    QCOMPARE(kept.data().toString(), name);
}

void TestLinksModel::newestViewWins()
{
    LinksModel model;
    QSignalSpy merged(&model, &LinksModel::merged);
    model.setView(wideView(20'000));
    const auto newest = wideView(5);
    model.setView(newest);
    QVERIFY(merged.wait());
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(model.linkIndex()->view, newest);
    QCOMPARE(merged.size(), 1);
}

void TestLinksModel::wide()
{
    constexpr int n = 200'000;
    LinksModel model;
    model.setIndex(buildLinkIndex(wideView(n), QLocale::French));
    QCOMPARE(model.rowCount(), n);
    model.setFilterText(QStringLiteral("geneve"));
    QCOMPARE(model.rowCount(), (n + 2) / 3);
    for (int row = 0; row < model.rowCount(); row += 997)
        QVERIFY(
            model.index(row, static_cast<int>(LinkColumn::Title)).data().toString().contains(QStringLiteral("Genève")));
    model.setFilterText(QStringLiteral("geneve state:drift"));
    QCOMPARE(model.rowCount(), (n + 29) / 30);
    QCOMPARE(model.counts()[static_cast<size_t>(LinkState::Drift)], (n + 29) / 30);
    QCOMPARE(model.counts()[static_cast<size_t>(LinkState::InStep)], (n + 2) / 3 - (n + 29) / 30);
    model.setFilterText(QStringLiteral("salon_199999"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.keyAt(0).cmid, qint64(n));
    model.setFilterText({});
    model.sort(static_cast<int>(LinkColumn::Title), Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), n);
    QVERIFY(model.index(0, 2).data().toString().startsWith(QStringLiteral("Génie")));
    QCOMPARE(model.rowOf(model.keyAt(12345)), 12345);
}

void TestLinksModel::words()
{
    LinksModel model;
    model.setIndex(indexOf(courseWorld()));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), heads(&model, &QAbstractItemModel::headerDataChanged);
    model.setLanguage(text::Language::French);
    QCOMPARE(heads.size(), 1);
    QCOMPARE(changed.size(), 1);
    QVERIFY(column(model, LinkColumn::State).contains(QStringLiteral("Écarts")));
}

QTEST_GUILESS_MAIN(TestLinksModel)
#include "tst_links_model.moc"
