// What can be done with a run from its page in the Journal: take it back, go on with it, keep it, and check the whole
// journal; and pausing a run that is under way (design 6.4, 6.5).
#include "tests/ui/plan/fakebackend.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"

#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

class TestJournalActions : public QObject
{
    Q_OBJECT

    struct Window
    {
        explicit Window(const CampusOptions &options = {false, false, 12})
            : view(campusView(options))
            , backend(view)
            , theme(*qApp)
            , language(*qApp)
            , plan(Context{backend, theme, language})
            , journal(Context{backend, theme, language})
        {
            for (Page *page : std::initializer_list<Page *>{&plan, &journal}) {
                page->resize(1256, 830);
                page->setView(view);
                page->show();
            }
        }
        /// The newest run in this state, as the journal says it.
        void showRun(RunState state, int planned, int done, int failed = 0)
        {
            auto changed = std::make_shared<CampusView>(*view);
            store::RunRecord &run = changed->runs.front();
            run.state = state;
            run.planned = planned;
            run.done = done;
            run.failed = failed;
            run.stale = 0;
            run.skipped = planned - done - failed;
            journal.setView(changed);
        }
        [[nodiscard]] QString run() const { return view->runs.front().id; }

        ui::Backend::View view;
        FakeBackend backend;
        ThemeHolder theme;
        Language language;
        PlanPage plan;
        JournalPage journal;
    };
    static bool says(const QWidget &widget, const QString &part)
    {
        const auto labels = widget.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }

private Q_SLOTS:
    void buttonsFollowTheRun_data()
    {
        QTest::addColumn<RunState>("state");
        QTest::addColumn<int>("done");
        QTest::addColumn<int>("failed");
        QTest::addColumn<bool>("readOnly");
        QTest::addColumn<bool>("resume");
        QTest::addColumn<bool>("undo");
        QTest::addColumn<bool>("undoEnabled");
        QTest::newRow("done") << RunState::Done << 10 << 0 << false << false << true << true;
        QTest::newRow("stopped half-way") << RunState::Stopped << 4 << 0 << false << true << true << true;
        QTest::newRow("interrupted") << RunState::Interrupted << 4 << 1 << false << true << true << true;
        QTest::newRow("stopped before the first") << RunState::Stopped << 0 << 0 << false << true << true << false;
        QTest::newRow("partly, all tried") << RunState::Partly << 9 << 1 << false << false << true << true;
        QTest::newRow("running") << RunState::Running << 4 << 0 << false << false << false << false;
        QTest::newRow("read-only") << RunState::Stopped << 4 << 0 << true << false << false << false;
    }
    void buttonsFollowTheRun()
    {
        QFETCH(RunState, state);
        QFETCH(int, done);
        QFETCH(int, failed);
        QFETCH(bool, readOnly);
        QFETCH(bool, resume);
        QFETCH(bool, undo);
        QFETCH(bool, undoEnabled);
        Window w({false, readOnly, 12});
        w.showRun(state, 10, done, failed);
        const JournalActions *actions = w.journal.actions();
        QCOMPARE(actions->resume()->isVisible(), resume);
        QCOMPARE(actions->undo()->isVisible(), undo);
        if (undo)
            QCOMPARE(actions->undo()->isEnabled(), undoEnabled);
        QVERIFY(actions->save()->isVisible()); // reading is always allowed
        if (resume)
            QTRY_VERIFY(actions->resume()->isEnabled()); // once its steps are there
    }

    void nothingIsOfferedWithoutARun()
    {
        Window w;
        auto none = std::make_shared<CampusView>(*w.view);
        none->runs.clear();
        JournalPage journal({w.backend, w.theme, w.language});
        journal.setView(none);
        journal.show();
        QVERIFY(!journal.actions()->undo()->isVisible());
        QVERIFY(!journal.actions()->save()->isVisible());
    }

    // From the button to a plan of the opposite, reviewed and applied like any other.
    void takenBackThroughReview()
    {
        Window w;
        QSignalSpy asked(&w.journal, &Page::undoRequested);
        QTest::keyClick(w.journal.actions()->undo(), Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), w.run());
        w.plan.prepareUndo(w.run());
        QCOMPARE(w.plan.stage(), PlanPage::Stage::Waiting);
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        QCOMPARE(w.backend.undone, std::vector<QString>{w.run()});
        QVERIFY(w.backend.plans.empty());
        ReviewView *review = w.plan.review();
        QVERIFY(!review->cards()->isVisible()); // what is taken back is not chosen by classes
        QVERIFY(says(*review, QStringLiteral("Taking a run back")));
        QVERIFY(says(*review, QStringLiteral("1 step left untouched (changed since)")));
        QVERIFY(says(*review, QStringLiteral("Steps to take back")));
        // Made again, it is still the plan that takes this run back.
        Q_EMIT review->planAgainWanted();
        QTRY_COMPARE(w.backend.undone.size(), size_t(2));
        QVERIFY(w.backend.plans.empty());
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        review->pane()->confirm()->button()->click();
        QCOMPARE(w.backend.applies.size(), size_t(1));
        QCOMPARE(w.backend.applies.front().plan->origin, QString(u"undo:" + w.run()));
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Result);
        // The next plan is of differences again.
        w.plan.preparePlan({});
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        QVERIFY(review->cards()->isVisible());
        QVERIFY(says(*review, QStringLiteral("Synchronisation plan")));
        QVERIFY(!says(*review, QStringLiteral("Steps to take back")));
    }

    void nothingToTakeBackIsSaid()
    {
        Window w;
        w.backend.emptyUndo = true;
        w.plan.prepareUndo(w.run());
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        QVERIFY(says(*w.plan.review(), QStringLiteral("Nothing to take back")));
        QVERIFY(!says(*w.plan.review(), QStringLiteral("in step")));
        QVERIFY(!w.plan.review()->ready());
    }

    void refusedUndoLeadsBack()
    {
        Window w;
        Error error;
        error.kind = ErrorKind::Input;
        error.code = QStringLiteral("run-not-found");
        w.backend.refuse = error;
        w.plan.prepareUndo(w.run());
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Failed);
        QVERIFY(w.backend.applies.empty());
        const auto offered = [&w]() -> QPushButton * {
            const auto buttons = w.plan.findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (button->isVisible() && button->text() == QStringLiteral("Make the plan again"))
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(offered());
        QPushButton *again = offered();
        w.backend.refuse.reset();
        again->click();
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        QCOMPARE(w.backend.undone.size(), size_t(2));
    }

    // What was done before counts from the start; what is left is what goes on.
    void resumedRunGoesOnWhereItStopped()
    {
        Window w;
        w.showRun(RunState::Stopped, 10, 4);
        QTRY_VERIFY(w.journal.actions()->resume()->isEnabled());
        QSignalSpy asked(&w.journal, &Page::resumeRequested);
        QTest::keyClick(w.journal.actions()->resume(), Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), w.run());
        const auto steps = asked.front().at(1).value<std::vector<store::RunStep>>();
        QCOMPARE(steps.size(), w.backend.stepsOfRun().size());
        w.plan.resumeRun(w.run(), steps);
        QCOMPARE(w.plan.stage(), PlanPage::Stage::Applying);
        QCOMPARE(w.backend.resumed, std::vector<QString>{w.run()});
        const auto skipped = std::count_if(steps.begin(), steps.end(),
                                           [](const store::RunStep &s) { return s.outcome == Outcome::Skipped; });
        QVERIFY(skipped > 0);
        QCOMPARE(w.plan.applying()->rooms().progress().tally().toCome(), static_cast<int>(skipped));
    }

    void aReadOnlyProfileResumesNothing()
    {
        Window w({false, true, 12});
        w.plan.resumeRun(w.run(), w.backend.stepsOfRun());
        QCOMPARE(w.plan.stage(), PlanPage::Stage::Waiting);
        QVERIFY(w.backend.resumed.empty());
    }

    void pauseHoldsAndLetsGo()
    {
        Window w;
        w.backend.holdAfterFirst = true;
        w.plan.preparePlan({});
        QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
        w.plan.review()->pane()->confirm()->button()->click();
        QTRY_COMPARE(w.plan.applying()->rooms().progress().tally().settled(), 1);
        Button *pause = w.plan.applying()->pause();
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(w.backend.pauses, std::vector<bool>{true});
        QCOMPARE(pause->text(), QStringLiteral("Go on"));
        QVERIFY(says(*w.plan.applying(), QStringLiteral("Paused")));
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(w.backend.pauses, (std::vector<bool>{true, false}));
        QVERIFY(!says(*w.plan.applying(), QStringLiteral("Paused")));
        // A run that is being stopped cannot be paused as well.
        QTest::keyClick(w.plan.applying()->stop(), Qt::Key_Space);
        QVERIFY(!pause->isEnabled());
        QCOMPARE(w.backend.cancelled, 1);
    }

    void checkedJournalIsSaid()
    {
        Window w;
        QSignalSpy well(&w.journal, &Page::announced);
        QSignalSpy badly(&w.journal, &Page::complained);
        QVERIFY(!w.journal.checked()->isVisible());
        w.backend.check = {2, 1312, {}};
        QTest::keyClick(w.journal.check(), Qt::Key_Space);
        QTRY_VERIFY(w.journal.checked()->isVisible());
        QCOMPARE(w.journal.checked()->text(),
                 QStringLiteral("The journal is as it was written: 2 runs, 1,312 entries."));
        QCOMPARE(well.size(), 1);
        QCOMPARE(badly.size(), 0);

        w.backend.check.problems.assign(5, {w.run(), 7, JournalFault::EntryAltered});
        w.journal.check()->click();
        QTRY_COMPARE(badly.size(), 1);
        QCOMPARE(badly.front().front().toString(), QStringLiteral("The journal is not as it was written: 5 problems."));
        const QString said = w.journal.checked()->text();
        QVERIFY2(said.contains(QString(w.run() + QStringLiteral(", entry 7"))), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("and 2 more")), qPrintable(said));
        // In the other language it is the same finding.
        w.language.set(text::Language::French);
        QTRY_VERIFY(w.journal.checked()->text().contains(QStringLiteral("5 anomalies")));

        Error error;
        error.kind = ErrorKind::Storage;
        w.backend.refuse = error;
        w.journal.check()->click();
        QTRY_COMPARE(badly.size(), 2);
    }

    void exportAsksWhereAndSaysIt()
    {
        Window w;
        QSignalSpy said(&w.journal, &Page::announced);
        w.journal.actions()->save()->click();
        auto *dialog = w.journal.findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/run.csv"));
        QCOMPARE(w.backend.exports.size(), size_t(1));
        QCOMPARE(w.backend.exports.front(), std::pair(w.run(), QStringLiteral("/tmp/run.csv")));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("/tmp/run.csv")));
    }
};

QTEST_MAIN(TestJournalActions)
#include "tst_journalactions.moc"
