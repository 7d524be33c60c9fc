#include "tests/ui/pages/pageviews.h"
#include "ui/pages/overviewnumbers.h"

#include <QTest>
#include <numeric>

using namespace liaison;
using namespace liaison::tests;

/// What the overview shows as a sum is one.
class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addUp_data();
    void addUp();
    void theSandboxCampus();

private:
    static void check(const CampusView &view);
};

namespace {

template <class Map> int sumOf(const Map &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0,
                           [](int sum, const auto &entry) { return sum + entry.second; });
}

} // namespace

void TestNumbers::check(const CampusView &view)
{
    const ui::OverviewNumbers n = ui::numbersOf(view);
    QCOMPARE(sumOf(n.states), n.total);
    QCOMPARE(sumOf(n.byKind), n.changes);
    QCOMPARE(sumOf(n.byReason), n.unknown);
    QCOMPARE(sumOf(n.retention), int(view.retention.size()));
    QVERIFY(n.withheld <= n.changes);
    const auto at = [&](LinkState state) { return n.states.contains(state) ? n.states.at(state) : 0; };
    QCOMPARE(at(LinkState::Unknown) + at(LinkState::Ambiguous) + at(LinkState::PartlyKnown), n.unknown);
    QCOMPARE(at(LinkState::Drift), int(n.drifting.size()));
    QVERIFY(n.driftingCourses <= int(n.drifting.size()));
    QCOMPARE(n.drifting.empty(), n.driftingCourses == 0);

    // The same numbers as the pages that count one by one.
    int linked = 0, orphans = 0, outside = 0, open = 0;
    for (const RoomRow &room : view.rooms) {
        QVERIFY(int(room.linked) + int(room.orphan) + int(room.outside) <= 1);
        ++(room.linked ? linked : room.orphan ? orphans : room.outside ? outside : open);
    }
    QCOMPARE(orphans, n.orphans);
    QCOMPARE(linked + orphans + outside + open, int(view.rooms.size()));
}

void TestNumbers::addUp_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 150; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestNumbers::addUp()
{
    QFETCH(quint32, seed);
    check(*randomView(seed));
}

void TestNumbers::theSandboxCampus()
{
    const ui::Backend::View view = campusView();
    check(*view);
    check(*troubledView());
    check(*emptyView());
    const ui::OverviewNumbers n = ui::numbersOf(*view);
    QCOMPARE(n.orphans, 4); // core/sandbox/campus_rooms.cpp
    QCOMPARE(n.restoresToSee, 3);
    QCOMPARE(int(view->restores.front().state), int(RestoreRow::State::Blocking));
    QCOMPARE(int(view->restores.at(1).state), int(RestoreRow::State::Stuck));
}

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
