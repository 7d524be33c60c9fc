#include "tests/ui/pages/pageviews.h"
#include "ui/pages/restoresmodel.h"
#include "ui/pages/retentionmodel.h"
#include "ui/pages/rolesmodel.h"
#include "ui/pages/roomsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

/// The models keep their own index of visible rows: what they show is what the filter and the order say.
class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void behave_data();
    void behave();
    void filters();
    void everyRoomIsOfOneKind();
    void sortsNumbersAsNumbers();
    void unknownIsNeverEmpty();
};

namespace {

constexpr auto english = text::Language::English;

std::unique_ptr<ui::RowsModel> modelOf(const QString &name, const CampusView &view)
{
    if (name == u"rooms") {
        auto model = std::make_unique<ui::RoomsModel>();
        model->setRooms(view.rooms, view, view.readAt, english);
        return model;
    }
    if (name == u"roles") {
        auto model = std::make_unique<ui::RolesModel>();
        model->setRows(view.roles, english);
        return model;
    }
    if (name == u"retention") {
        auto model = std::make_unique<ui::RetentionModel>();
        model->setRows(view.retention, english);
        return model;
    }
    auto model = std::make_unique<ui::RestoresModel>();
    model->setRows(view.restores, view.restoreReview, view.readAt, english);
    return model;
}

} // namespace

void TestModels::behave_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"rooms", "roles", "retention", "restores"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestModels::behave()
{
    QFETCH(QString, name);
    const auto model = modelOf(name, *campusView());
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model->rowCount() > 0);
    QCOMPARE(model->rowCount(), model->total());
    for (int column = 0; column < model->columnCount(); ++column) {
        for (Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            model->sort(column, order);
            QCOMPARE(model->rowCount(), model->total());
        }
        QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    model->setFilter(QStringLiteral("no row has these words"), {});
    QCOMPARE(model->rowCount(), 0);
    model->setFilter({}, {});
    QCOMPARE(model->rowCount(), model->total());
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->rowOf(model->itemAt(row)), row);
}

void TestModels::filters()
{
    const auto model = modelOf(QStringLiteral("rooms"), *campusView());
    const auto &rooms = static_cast<const ui::RoomsModel &>(*model);
    model->setFilter({}, {ui::RoomsModel::Orphan});
    QCOMPARE(model->rowCount(), model->countOf(ui::RoomsModel::Orphan));
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(rooms.room(model->itemAt(row)).orphan);
    model->setFilter(QStringLiteral("GREC orphan"), {ui::RoomsModel::Orphan, ui::RoomsModel::Linked});
    QCOMPARE(model->rowCount(), 1);
    // Neither case nor accents matter.
    const auto retention = modelOf(QStringLiteral("retention"), *campusView());
    retention->setFilter(QStringLiteral("theorie DES jeux"), {});
    QCOMPARE(retention->rowCount(), 1);
    QCOMPARE(retention->index(0, ui::RetentionModel::Course).data().toString(), QStringLiteral("Théorie des jeux"));
}

void TestModels::everyRoomIsOfOneKind()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const auto model = modelOf(QStringLiteral("rooms"), *randomView(seed));
        int all = 0;
        for (int kind :
             {ui::RoomsModel::Linked, ui::RoomsModel::Orphan, ui::RoomsModel::Outside, ui::RoomsModel::NotKnown})
            all += model->countOf(kind);
        QCOMPARE(all, model->total());
    }
}

void TestModels::sortsNumbersAsNumbers()
{
    const auto model = modelOf(QStringLiteral("rooms"), *campusView());
    const auto &rooms = static_cast<const ui::RoomsModel &>(*model);
    model->sort(ui::RoomsModel::Members, Qt::DescendingOrder);
    for (int row = 1; row < model->rowCount(); ++row)
        QVERIFY(rooms.room(model->itemAt(row - 1)).members.value_or(-1) >=
                rooms.room(model->itemAt(row)).members.value_or(-1));
}

// Design rule 1, on screen: a question mark, never a zero and never nothing.
void TestModels::unknownIsNeverEmpty()
{
    ui::RetentionModel model;
    RetentionRow row;
    row.reason = QStringLiteral("chat-down");
    model.setRows({row}, english);
    for (int column : {ui::RetentionModel::Wanted, ui::RetentionModel::Stored, ui::RetentionModel::Effective})
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("?"));
    QVERIFY(!model.index(0, ui::RetentionModel::Reason).data().toString().isEmpty());
    row.wantedKnown = true;
    model.setRows({row}, english);
    QCOMPARE(model.index(0, ui::RetentionModel::Wanted).data().toString(), QStringLiteral("\u2014"));

    ui::RoomsModel rooms;
    rooms.setRooms({RoomRow{}}, CampusView{}, {}, english);
    QCOMPARE(rooms.index(0, ui::RoomsModel::Owners).data().toString(), QStringLiteral("?"));
    QCOMPARE(rooms.index(0, ui::RoomsModel::Members).data().toString(), QStringLiteral("?"));
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
