#include "core/run/selection.h"

#include <QTest>

using namespace liaison;

namespace {

Change removal(const char *room, const char *who)
{
    return {{QStringLiteral("main"), 1, 10, QString::fromLatin1(room)},
            RemoveMember{{1, QString::fromLatin1(who), QString::fromLatin1(who)}, MemberRole::Member},
            ChangeReason::NotExpected,
            Cause::NotKnown,
            Certainty::None};
}

Change addition(const char *room, const char *who)
{
    return {{QStringLiteral("main"), 1, 10, QString::fromLatin1(room)},
            AddMember{{1, QString::fromLatin1(who), QString::fromLatin1(who)}, MemberRole::Member},
            ChangeReason::ExpectedAbsent,
            Cause::NotKnown,
            Certainty::None};
}

Plan plan()
{
    Plan p;
    p.steps = {{QStringLiteral("add1"), addition("r1", "anna")}, {QStringLiteral("rem1"), removal("r1", "bob")}};
    p.withheld = {{QStringLiteral("gst1"), removal("r1", "carl"), Rule::Guest, {}},
                  {QStringLiteral("gone1"), addition("r1", "dora"), Rule::GoneAgain, {}},
                  {QStringLiteral("thr1"), removal("r2", "eva"), Rule::ThresholdRoom, {}},
                  {QStringLiteral("emp1"), removal("r3", "finn"), Rule::Emptied, {}},
                  {QStringLiteral("unp1"), removal("r4", "gus"), Rule::Unproven, {}}};
    return p;
}

QStringList idsOf(const std::vector<Step> &steps)
{
    QStringList ids;
    for (const Step &step : steps)
        ids << step.id;
    return ids;
}

} // namespace

/// What a person may lift, and what nobody can (design section 8, `apply`).
class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDecided()
    {
        QCOMPARE(idsOf(*chooseSteps(plan(), {})), QStringList({QStringLiteral("add1"), QStringLiteral("rem1")}));
    }
    void releases()
    {
        Decisions d;
        d.release = {QStringLiteral("gst1"), QStringLiteral("gone1"), QStringLiteral("r3")};
        QCOMPARE(idsOf(*chooseSteps(plan(), d)),
                 QStringList({QStringLiteral("add1"), QStringLiteral("rem1"), QStringLiteral("gst1"),
                              QStringLiteral("gone1"), QStringLiteral("emp1")}));
    }
    void unknownEntries_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"nope", "rem1", "unp1", "thr1", "r1", "emp1"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void unknownEntries()
    {
        QFETCH(QString, id);
        Decisions d;
        d.release = {id};
        const auto chosen = chooseSteps(plan(), d);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, QStringLiteral("unknown-entry"));
        QCOMPARE(chosen.error().where, id);
    }
    void theTypedNumber()
    {
        Decisions d;
        d.confirmRemovals = 2;
        QCOMPARE(idsOf(*chooseSteps(plan(), d)),
                 QStringList({QStringLiteral("add1"), QStringLiteral("rem1"), QStringLiteral("thr1")}));
        d.confirmRemovals = 1;
        const auto chosen = chooseSteps(plan(), d);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, QStringLiteral("too-many-removals"));
        QCOMPARE(chosen.error().where, QStringLiteral("2"));
    }
    void onlySelects()
    {
        Decisions d;
        d.only = QSet<QString>{QStringLiteral("add1")};
        QCOMPARE(idsOf(*chooseSteps(plan(), d)), QStringList({QStringLiteral("add1")}));
        d.release = {QStringLiteral("gst1")};
        QCOMPARE(idsOf(*chooseSteps(plan(), d)), QStringList({QStringLiteral("add1")})); // released, but not chosen
        d.only = QSet<QString>{QStringLiteral("gst1")};
        QCOMPARE(idsOf(*chooseSteps(plan(), d)), QStringList({QStringLiteral("gst1")}));
        d.only = QSet<QString>{QStringLiteral("unp1")};
        QCOMPARE(chooseSteps(plan(), d).error().code, QStringLiteral("unknown-entry"));
    }
    void productionAsksForTheNumber()
    {
        Decisions d;
        d.production = true;
        QCOMPARE(chooseSteps(plan(), d).error().code, QStringLiteral("confirmation-needed"));
        d.only = QSet<QString>{QStringLiteral("add1")};
        QVERIFY(chooseSteps(plan(), d)); // nothing is taken away
        d.only.reset();
        d.confirmRemovals = 5;
        QVERIFY(chooseSteps(plan(), d));
    }
    void aReleaseLiftsTheThresholdOfItsRoom()
    {
        Plan p = plan();
        p.withheld.push_back({QStringLiteral("thr2"), removal("r1", "hal"), Rule::ThresholdRoom, {}});
        Decisions d;
        d.release = {QStringLiteral("gst1")};
        QCOMPARE(idsOf(*chooseSteps(p, d)), QStringList({QStringLiteral("add1"), QStringLiteral("rem1"),
                                                         QStringLiteral("gst1"), QStringLiteral("thr2")}));
    }
};

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
