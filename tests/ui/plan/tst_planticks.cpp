#include "tests/ui/plan/campus.h"
#include "ui/plan/ticks.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

/// What a person ticks, releases and lifts, and what becomes of it (design 2.3, 2.4, 2.9, 8 `apply`).
class TestPlanTicks : public QObject
{
    Q_OBJECT

    ui::Backend::View m_view = campusView({true, false, 12});

    static std::vector<size_t> entriesWith(const Ticks &ticks, Rule rule)
    {
        std::vector<size_t> out;
        for (size_t i = 0; i < ticks.entries().size(); ++i) {
            if (ticks.entries()[i].rule == rule)
                out.push_back(i);
        }
        return out;
    }
    /// The ids that the engine would try with these decisions.
    static QSet<QString> engineChooses(const Ticks &ticks, const Decisions &decisions)
    {
        const auto steps = chooseSteps(*ticks.plan(), decisions);
        QSet<QString> ids;
        if (!steps) {
            qWarning("%s", qPrintable(steps.error().code));
            return {QStringLiteral("refused")};
        }
        for (const Step &step : *steps)
            ids.insert(step.id);
        return ids;
    }
    static QSet<QString> ticked(const Ticks &ticks)
    {
        QSet<QString> ids;
        for (const Step &step : ticks.chosen())
            ids.insert(step.id);
        return ids;
    }

private Q_SLOTS:
    // R106: everything ticked at first, nothing that a rule holds.
    void startsWithAllSteps()
    {
        const Ticks ticks(campusPlan(m_view));
        const Equation sum = ticks.equation();
        QCOMPARE(sum.toApply, static_cast<int>(ticks.plan()->steps.size()));
        QCOMPARE(sum.withheld, static_cast<int>(ticks.plan()->withheld.size()));
        QVERIFY(sum.addsUp());
        QVERIFY(!ticks.decisions(false).only);
        QVERIFY(ticks.decisions(false).release.isEmpty());
        QVERIFY(!ticks.decisions(false).confirmRemovals);
        QCOMPARE(ticks.toll().noise.messages, ticks.plan()->noise.messages);
        QCOMPARE(ticks.toll().noise.notifications, ticks.plan()->noise.notifications);
    }

    // Classes that are not ticked are observed and unticked, never lost.
    void classesNotTickedAreUnticked()
    {
        const Ticks few(campusPlan(m_view, {ChangeClass::Add}));
        QVERIFY(few.equation().addsUp());
        QVERIFY(few.equation().unticked > 0);
        const Ticks all(campusPlan(m_view, {ChangeClass::Create, ChangeClass::Add, ChangeClass::Promote,
                                            ChangeClass::Demote, ChangeClass::Remove, ChangeClass::Settings}));
        QCOMPARE(all.equation().unticked, 0);
    }

    // Whatever is ticked, released and lifted: the sum is right, and the engine tries exactly what was ticked.
    void anyTickingAddsUpAndIsWhatTheEngineTries_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 30; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyTickingAddsUpAndIsWhatTheEngineTries()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Ticks ticks(campusPlan(m_view));
        const auto any = [&] {
            return static_cast<size_t>(random.bounded(static_cast<quint32>(ticks.entries().size())));
        };
        const bool production = random.bounded(2) == 1;
        for (int move = 0; move < 60; ++move) {
            const std::vector<size_t> rule = entriesWith(
                ticks, std::array{Rule::Guest, Rule::GoneAgain, Rule::Emptied, Rule::ThresholdRoom}[random.bounded(4)]);
            switch (random.bounded(5)) {
            case 0:
            case 1:
                ticks.setTicked(any(), random.bounded(2) == 1);
                break;
            case 2:
                ticks.setReleased(rule[random.bounded(static_cast<quint32>(rule.size()))], random.bounded(3) > 0);
                break;
            case 3:
                if (ticks.heldByThreshold(rule.front()) > 0)
                    QVERIFY(ticks.liftThreshold(rule.front(), ticks.heldByThreshold(rule.front())));
                break;
            default:
                ticks.lowerThreshold(rule.front());
            }
            const Equation sum = ticks.equation();
            QVERIFY(sum.addsUp());
            QCOMPARE(sum.toApply, static_cast<int>(ticks.chosen().size()));
            Noise noise;
            for (const Step &step : ticks.chosen()) {
                noise.messages += noiseOf(step.change).messages;
                noise.notifications += noiseOf(step.change).notifications;
            }
            QCOMPARE(ticks.toll().noise.messages, noise.messages);
            QCOMPARE(ticks.toll().noise.notifications, noise.notifications);
            QCOMPARE(engineChooses(ticks, ticks.decisions(production)), ticked(ticks));
        }
    }

    // Design 2.4: one person by name.
    void releaseIsForOnePerson()
    {
        Ticks ticks(campusPlan(m_view));
        const size_t guest = entriesWith(ticks, Rule::Guest).front();
        const int before = ticks.equation().toApply;
        QVERIFY(!ticks.tickable(guest));
        ticks.setTicked(guest, true);
        QVERIFY(!ticks.ticked(guest));
        ticks.setReleased(guest, true);
        QVERIFY(ticks.ticked(guest));
        QCOMPARE(ticks.equation().toApply, before + 1);
        QCOMPARE(ticks.decisions(false).release, QSet<QString>{*ticks.entries()[guest].id});
        QVERIFY(!ticks.tickable(entriesWith(ticks, Rule::GoneAgain).front()));
        ticks.setReleased(guest, false);
        QCOMPARE(ticks.equation().toApply, before);
        QVERIFY(ticks.decisions(false).release.isEmpty());
    }

    void releasingAnEmptiedRoomIsForTheRoom()
    {
        Ticks ticks(campusPlan(m_view));
        const std::vector<size_t> emptied = entriesWith(ticks, Rule::Emptied);
        ticks.setReleased(emptied.front(), true);
        for (const size_t e : emptied)
            QVERIFY(ticks.ticked(e));
        QCOMPARE(ticks.decisions(false).release, QSet<QString>{ticks.entries()[emptied.front()].room()});
    }

    // A release lifts the room's threshold too (design 8), but nothing gets ticked by that.
    void releaseTicksNothingThatAThresholdHeld()
    {
        auto plan = std::make_shared<Plan>(*campusPlan(m_view));
        Change guest = plan->withheld.back().change;
        const auto held = std::find_if(plan->withheld.begin(), plan->withheld.end(),
                                       [](const Withheld &w) { return w.rule == Rule::ThresholdRoom; });
        guest.place = held->change.place;
        plan->withheld.push_back({QStringLiteral("feedfacefeedface"), guest, Rule::Guest, {}});
        Ticks ticks(plan);
        const size_t entry = ticks.entries().size() - 1;
        ticks.setReleased(entry, true);
        const size_t threshold = entriesWith(ticks, Rule::ThresholdRoom).front();
        QVERIFY(ticks.tickable(threshold));
        QVERIFY(!ticks.ticked(threshold));
        QVERIFY(ticks.equation().addsUp());
        QCOMPARE(engineChooses(ticks, ticks.decisions(false)), ticked(ticks));
        ticks.setTicked(threshold, true);
        QVERIFY(ticks.ticked(threshold));
        QCOMPARE(engineChooses(ticks, ticks.decisions(false)), ticked(ticks));
    }

    // Design 2.3: lifting a threshold means typing the number.
    void thresholdWantsItsNumber()
    {
        Ticks ticks(campusPlan(m_view));
        const std::vector<size_t> held = entriesWith(ticks, Rule::ThresholdRoom);
        QCOMPARE(ticks.heldByThreshold(held.front()), 32);
        QVERIFY(!ticks.liftThreshold(held.front(), 31));
        QVERIFY(!ticks.tickable(held.front()));
        QVERIFY(ticks.liftThreshold(held.front(), 32));
        for (const size_t e : held)
            QVERIFY(ticks.ticked(e));
        const Decisions decisions = ticks.decisions(false);
        QCOMPARE(decisions.confirmRemovals, std::optional(ticks.equation().removals));
        ticks.lowerThreshold(held.front());
        QVERIFY(!ticks.ticked(held.front()));
        QVERIFY(!ticks.decisions(false).confirmRemovals);
    }

    void productionConfirmsRemovals()
    {
        Ticks ticks(campusPlan(m_view));
        const int removals = ticks.equation().removals;
        QVERIFY(removals > 0);
        QCOMPARE(ticks.numberToConfirm(), removals);
        const Decisions decisions = ticks.decisions(true);
        QVERIFY(decisions.production);
        QCOMPARE(decisions.confirmRemovals, std::optional(removals));
        // The number would lift the threshold of LAN-M1 as well: nobody ticked that.
        QVERIFY(decisions.only);
        QCOMPARE(engineChooses(ticks, decisions), ticked(ticks));

        const Ticks adds(campusPlan(m_view, {ChangeClass::Add}));
        QCOMPARE(adds.numberToConfirm(), adds.equation().toApply);
        QVERIFY(!adds.decisions(true).confirmRemovals);
    }

    // Another plan over the same campus: what a person decided stays, where it still applies.
    void decisionsOutliveANewPlan()
    {
        Ticks ticks(campusPlan(m_view));
        ticks.setTicked(0, false);
        const size_t guest = entriesWith(ticks, Rule::Guest).front();
        ticks.setReleased(guest, true);
        const Ticks again(campusPlan(m_view), &ticks);
        QVERIFY(!again.ticked(0));
        QVERIFY(again.ticked(entriesWith(again, Rule::Guest).front()));
        const Ticks fewer(campusPlan(m_view, {ChangeClass::Add}), &ticks);
        QVERIFY(fewer.decisions(false).release.isEmpty());
    }

    void limitsAreThoseOfThePolicy_data()
    {
        QTest::addColumn<int>("people");
        for (const int m : {0, 1, 3, 4, 5, 10, 11, 24, 25, 26, 30, 40, 60, 100, 124, 125, 126, 500, 5000})
            QTest::addRow("%d people", m) << m;
    }
    void limitsAreThoseOfThePolicy()
    {
        QFETCH(int, people);
        const Thresholds t;
        const int limit = roomLimit(people, t);
        QVERIFY(!stopsRoom(limit, people, t));
        QVERIFY(stopsRoom(limit + 1, people, t));
    }

    void loadsAreOfTickedSteps()
    {
        Ticks ticks(campusPlan(m_view));
        const Thresholds t;
        QCOMPARE(ticks.runLoad(t).used, ticks.equation().removals);
        QCOMPARE(ticks.runLoad(t).limit, t.runMax);
        const std::optional<Load> worst = ticks.worstRoom(t, {});
        QVERIFY(worst);
        QCOMPARE(worst->limit, t.roomMax);
        for (size_t e = 0; e < ticks.entries().size(); ++e)
            ticks.setTicked(e, false);
        QVERIFY(!ticks.worstRoom(t, {}));
        QCOMPARE(ticks.equation().rooms, 0);
    }
};

QTEST_APPLESS_MAIN(TestPlanTicks)
#include "tst_planticks.moc"
