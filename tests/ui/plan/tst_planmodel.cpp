#include "tests/ui/plan/campus.h"
#include "ui/plan/outcomemodel.h"
#include "ui/plan/planmodel.h"
#include "ui/plan/planroomsmodel.h"
#include "ui/plan/runsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

using Level = PlanNode::Level;

/// The models of review, progress, result and journal.
class TestPlanModel : public QObject
{
    Q_OBJECT

    ui::Backend::View m_view = campusView();

    static Qt::CheckState tick(const QModelIndex &index)
    {
        return static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    }
    QModelIndex group(const PlanModel &model, const QString &shortName) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data().toString() == shortName)
                return index;
        }
        return {};
    }
    QModelIndex childWith(const PlanModel &model, const QModelIndex &parent, Rule rule) const
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (model.ticks().entries()[*model.entryOf(index)].rule == rule)
                return index;
        }
        return {};
    }

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNames(Names(m_view));
        model.setPlan(campusPlan(m_view));
        QVERIFY(model.rowCount() > 100);
        model.setFilter(QStringLiteral("drc"));
        QCOMPARE(model.rowCount(), 1);
        model.toggle(model.index(0, 0));
        model.setFilter(QString());
        model.setLanguage(text::Language::French);
        model.setPlan(campusPlan(m_view, {ChangeClass::Add}));
        model.clear();
        QCOMPARE(model.rowCount(), 0);

        OutcomeModel outcomes;
        const QAbstractItemModelTester second(&outcomes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PlanRoomsModel rooms;
        const QAbstractItemModelTester third(&rooms, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunsModel runs;
        const QAbstractItemModelTester fourth(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Ticks ticks(campusPlan(m_view));
        rooms.start(ticks.chosen());
        const ApplyResult result = campusResult(ticks.chosen());
        for (const StepResult &step : result.steps)
            QVERIFY(rooms.settle(step));
        std::vector<store::RunStep> steps = runSteps(ticks.chosen());
        settle(steps, result);
        outcomes.setSteps(steps);
        outcomes.setShow(OutcomeModel::Show::ToSee);
        runs.setRuns(m_view->runs);
        runs.setFilter(QStringLiteral("lefort"));
        QCOMPARE(runs.rowCount(), 2);
    }

    // Guide section 6: tick boxes are tri-state per course.
    void tickBoxesHaveThreeStates()
    {
        PlanModel model;
        model.setNames(Names(m_view));
        model.setPlan(campusPlan(m_view));
        const QModelIndex drc = group(model, QStringLiteral("DRC-L1"));
        QCOMPARE(tick(drc), Qt::Checked);
        const QModelIndex first = model.index(0, 0, drc);
        model.toggle(first);
        QCOMPARE(tick(first), Qt::Unchecked);
        QCOMPARE(tick(drc), Qt::PartiallyChecked);
        model.toggle(drc); // partly: the click completes
        QCOMPARE(tick(drc), Qt::Checked);
        model.toggle(drc);
        QCOMPARE(tick(drc), Qt::Unchecked);
        for (int row = 0; row < model.rowCount(drc); ++row)
            QCOMPARE(tick(model.index(row, 0, drc)), Qt::Unchecked);
        QVERIFY(model.setData(first, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(tick(drc), Qt::PartiallyChecked);
        QVERIFY(model.ticks().equation().addsUp());
    }

    void classesHaveThreeStates()
    {
        PlanModel model;
        model.setPlan(campusPlan(m_view));
        const std::vector<ChangeClass> removals{ChangeClass::Remove};
        QCOMPARE(model.stateOf(removals), Qt::Checked);
        model.tickClasses(removals, false);
        QCOMPARE(model.stateOf(removals), Qt::Unchecked);
        QCOMPARE(model.stateOf({ChangeClass::Add}), Qt::Checked);
        for (size_t e = 0; e < model.ticks().entries().size(); ++e) {
            if (model.ticks().entries()[e].kind() == ChangeKind::Remove && !model.ticks().entries()[e].rule)
                QVERIFY(!model.ticks().ticked(e));
        }
    }

    // A lock in place of the tick box; an explicit action on the row lifts it.
    void withheldRowsAreLocked()
    {
        PlanModel model;
        model.setNames(Names(m_view));
        model.setPlan(campusPlan(m_view));
        const QModelIndex drc = group(model, QStringLiteral("DRC-L1"));
        const QModelIndex guest = childWith(model, drc, Rule::Guest);
        QVERIFY(guest.isValid());
        QVERIFY(guest.data(PlanModel::LockedRole).toBool());
        QVERIFY(!(model.flags(guest) & Qt::ItemIsUserCheckable));
        QVERIFY(!guest.data(PlanModel::PillRole).toString().isEmpty());
        QVERIFY(!guest.data(PlanModel::ActionRole).toString().isEmpty());
        QVERIFY(guest.data(Qt::ToolTipRole)
                    .toString()
                    .contains(text::of(Rule::Guest, text::Language::English).sentence.left(12)));
        model.toggle(guest);
        QVERIFY(guest.data(PlanModel::LockedRole).toBool());
        QSignalSpy changed(&model, &PlanModel::ticksChanged);
        model.setReleased(guest, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!guest.data(PlanModel::LockedRole).toBool());
        QVERIFY(guest.data(PlanModel::LiftedRole).toBool());
        QCOMPARE(tick(guest), Qt::Checked);

        const QModelIndex lan = group(model, QStringLiteral("LAN-M1"));
        QVERIFY(lan.data(PlanModel::LockedRole).toBool());
        QCOMPARE(lan.data(PlanModel::HeldRole).toInt(), 32);
        const QModelIndex bundle = model.index(0, 0, lan);
        QCOMPARE(bundle.data(PlanModel::LevelRole).toInt(), static_cast<int>(Level::Bundle));
        QCOMPARE(model.rowCount(bundle), 32);
        model.setReleased(bundle, true); // no threshold is lifted by a release
        QVERIFY(bundle.data(PlanModel::LockedRole).toBool());
        QVERIFY(!model.liftThreshold(bundle, 12));
        QVERIFY(model.liftThreshold(bundle, 32));
        QCOMPARE(tick(lan), Qt::Checked);
    }

    // Names come from the view, never from the plan document.
    void namesComeFromTheView()
    {
        auto plan = std::make_shared<Plan>(*campusPlan(m_view));
        for (Step &step : plan->steps) {
            if (auto *add = std::get_if<AddMember>(&step.change.what))
                add->person.username = QStringLiteral("<b>forged</b>");
        }
        PlanModel model;
        model.setNames(Names(m_view));
        model.setPlan(plan);
        const QModelIndex person = model.index(0, 0, group(model, QStringLiteral("DRC-L1")));
        QCOMPARE(person.data().toString(), QStringLiteral("Aïcha Ben Salem"));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex g = model.index(row, 0);
            QVERIFY(!model.rowText(g).contains(QStringLiteral("forged")));
            for (int child = 0; child < model.rowCount(g); ++child)
                QVERIFY(!model.rowText(model.index(child, 0, g)).contains(QStringLiteral("forged")));
        }
        PlanModel nameless;
        nameless.setPlan(campusPlan(m_view));
        QVERIFY(nameless.index(0, 0).data().toString().contains(QStringLiteral("100")));
    }

    // A filter narrows what is shown and what a group's box touches; nothing hidden changes.
    void filterGuardsWhatItHides()
    {
        PlanModel model;
        model.setNames(Names(m_view));
        model.setPlan(campusPlan(m_view));
        const Equation before = model.ticks().equation();
        model.setFilter(QStringLiteral("drc EMILE"));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        model.toggle(model.index(0, 0));
        QCOMPARE(model.ticks().equation().toApply, before.toApply - 1);
        QCOMPARE(tick(model.index(0, 0)), Qt::PartiallyChecked);
        // Inside a bundle: its row tells how many of it are shown, and only they are ticked.
        model.setFilter(QStringLiteral("civ-l2 diallo"));
        const QModelIndex bundle = model.index(0, 0, model.index(0, 0));
        const int shown = model.rowCount(bundle);
        QVERIFY(shown > 0 && shown < 176);
        QVERIFY(bundle.data().toString().startsWith(QString::number(shown)));
        const int ticked = model.ticks().equation().toApply;
        model.toggle(bundle);
        QCOMPARE(model.ticks().equation().toApply, ticked - shown);
        model.toggle(bundle);
        model.setFilter(QStringLiteral("nobody of that name"));
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.ticks().equation().toApply, before.toApply - 1);
    }

    void rowsSayWhatTheyShow()
    {
        PlanModel model;
        model.setNames(Names(m_view));
        model.setPlan(campusPlan(m_view));
        const QModelIndex drc = group(model, QStringLiteral("DRC-L1"));
        const QString said = drc.data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.contains(QStringLiteral("DRC-L1")));
        QVERIFY(said.contains(QStringLiteral("Droit constitutionnel 1")));
        QVERIFY(said.contains(QStringLiteral("ticked")));
        const QModelIndex guest = childWith(model, drc, Rule::Guest);
        QVERIFY(guest.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("locked")));
    }

    // done + skipped + stale + failed + to come = planned, after every single step (design 2.9).
    void progressAddsUpAtEveryStep()
    {
        PlanRoomsModel rooms;
        rooms.setNames(Names(m_view));
        const Ticks ticks(campusPlan(m_view));
        rooms.start(ticks.chosen());
        const int planned = rooms.progress().tally().planned;
        QCOMPARE(planned, ticks.equation().toApply);
        int settled = 0;
        for (const StepResult &step : campusResult(ticks.chosen()).steps) {
            QVERIFY(rooms.settle(step));
            QVERIFY(!rooms.settle(step)); // each step counts once
            const Tally &t = rooms.progress().tally();
            QCOMPARE(t.settled(), ++settled);
            QCOMPARE(t.done + t.skipped + t.stale + t.failed + t.toCome(), planned);
            int sum = 0;
            for (const RoomProgress &room : rooms.progress().rooms())
                sum += room.tally.settled();
            QCOMPARE(sum, settled);
        }
        QCOMPARE(rooms.progress().tally().toCome(), 0);
        QVERIFY(rooms.currentRoom().isEmpty());
        QVERIFY(!rooms.settle({QStringLiteral("not of this run"), Outcome::Done, {}}));
    }

    void runningRoomsAreOnTop()
    {
        PlanRoomsModel rooms;
        rooms.setNames(Names(m_view));
        const Ticks ticks(campusPlan(m_view));
        rooms.start(ticks.chosen());
        const std::vector<Step> chosen = ticks.chosen();
        const auto step =
            std::find_if(chosen.begin(), chosen.end(), [](const Step &s) { return s.change.place.cmid == 41001; });
        QVERIFY(rooms.settle({step->id, Outcome::Done, {}}));
        QCOMPARE(rooms.index(0, PlanRoomsModel::RoomColumn).data().toString(), QStringLiteral("civ-l2_41230"));
        QCOMPARE(rooms.currentRoom(), QStringLiteral("civ-l2_41230"));
    }

    // The result: the four lists are the four numbers, each step with the sentence and remedy of its detail.
    void resultAddsUp()
    {
        const Ticks ticks(campusPlan(m_view));
        const ApplyResult result = campusResult(ticks.chosen());
        std::vector<store::RunStep> steps = runSteps(ticks.chosen());
        settle(steps, result);
        OutcomeModel model;
        model.setNames(Names(m_view));
        model.setSteps(steps);
        QCOMPARE(model.tally(), tallyOf(result));
        QCOMPARE(model.tally().toCome(), 0);
        int rows = 0;
        for (const auto show : {OutcomeModel::Show::Failed, OutcomeModel::Show::Stale, OutcomeModel::Show::Skipped,
                                OutcomeModel::Show::Done}) {
            model.setShow(show);
            rows += model.rowCount();
        }
        QCOMPARE(rows, result.planned);
        model.setShow(OutcomeModel::Show::ToSee);
        QCOMPARE(model.rowCount(), model.tally().toSee());
        for (int row = 0; row < model.rowCount(); ++row) {
            const store::RunStep *step = model.stepAt(row);
            QVERIFY(step->outcome != Outcome::Done);
            const text::Text reason = model.reason(*step);
            QCOMPARE(reason.sentence, text::detail(step->detail, text::Language::English).sentence);
            QVERIFY(!model.index(row, OutcomeModel::ReasonColumn).data().toString().isEmpty());
        }
        QCOMPARE(model.index(0, 0).data(OutcomeModel::OutcomeRole).toInt(), static_cast<int>(Outcome::Failed));
        QVERIFY(!model.linksToRetry().empty());
    }

    // The journal holds ids and JSON; words are joined when shown.
    void journalRowsReadLikeThePlan()
    {
        const Ticks ticks(campusPlan(m_view, {ChangeClass::Add, ChangeClass::Remove, ChangeClass::Settings}));
        const std::vector<Step> chosen = ticks.chosen();
        OutcomeModel model;
        model.setNames(Names(m_view));
        model.setSteps(runSteps(chosen));
        QSet<QString> changes;
        for (int row = 0; row < model.rowCount(); ++row)
            changes.insert(model.index(row, OutcomeModel::ChangeColumn).data().toString());
        QVERIFY(changes.contains(QStringLiteral("absent → member")));
        QVERIFY(changes.contains(QStringLiteral("member → absent")));
        QVERIFY(changes.contains(QStringLiteral("365 d → 90 d")));
        QCOMPARE(model.index(0, OutcomeModel::ResultColumn).data().toString(), QStringLiteral("Not settled"));
    }
};

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
