// The history of one room and of one person on the Journal page; an interrupted run; what an undo leaves as it is.
#include "tests/ui/plan/fakebackend.h"
#include "ui/base/audit.h"
#include "ui/base/historyfilter.h"
#include "ui/base/unfinishedruns.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"

#include <QAbstractItemView>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

class TestHistory : public QObject
{
    Q_OBJECT

    struct Window
    {
        Window()
            : view(campusView({false, false, 12}))
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
        /// The first step of the campus' run that is about a person in a room.
        [[nodiscard]] store::RunStep someStep() const
        {
            for (const store::RunStep &step : backend.stepsOfRun()) {
                if (step.chat && step.person && step.place.room)
                    return step;
            }
            return {};
        }

        ui::Backend::View view;
        FakeBackend backend;
        ThemeHolder theme;
        Language language;
        PlanPage plan;
        JournalPage journal;
    };

private Q_SLOTS:
    void filtersComeBackAsTheyWere()
    {
        store::HistoryOf of;
        of.rooms = {QStringLiteral("r 1"), QStringLiteral("r:2")};
        of.links = {{QStringLiteral("main"), 70}};
        of.people = {{QStringLiteral("annexe"), 12}};
        of.accounts = {QStringLiteral("u-\"é")};
        QCOMPARE(historyIn(historyFilter(of)), std::optional(of));
        QVERIFY(!historyIn(QStringLiteral("marie")));
        QVERIFY(!historyIn(QStringLiteral("history:{}")));
        QVERIFY(!historyIn(QStringLiteral("history:nonsense")));
    }
    void ofARoom();
    void ofAPerson();
    void readAgainStaysAtTheRow();
    void chosenWhileTyping();
    void nothingEverHappened();
    void whatStaysIsListed();
    void unfinished();
};

void TestHistory::ofARoom()
{
    Window w;
    const store::RunStep step = w.someStep();
    w.journal.setFilter(roomHistory(*step.place.room));
    QVERIFY(w.journal.showsHistory());
    HistoryModel *model = w.journal.history()->model();
    QTRY_VERIFY(model->rowCount() > 0);
    for (int row = 0; row < model->rowCount(); ++row) {
        QCOMPARE(model->stepAt(row)->step.place.room, step.place.room);
        QVERIFY(!model->index(row, HistoryModel::ChangeColumn).data().toString().isEmpty()); // before and after
        QVERIFY(!model->index(row, HistoryModel::WhenColumn).data().toString().isEmpty());
        if (row > 0)
            QVERIFY(model->stepAt(row - 1)->when() >= model->stepAt(row)->when()); // newest first
    }
    QVERIFY(w.journal.history()->title()->text().contains(Names(w.view).room(*step.place.room)));
    for (const text::Language language : {text::Language::French, text::Language::English}) {
        w.language.set(language);
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(&w.journal).join(u'|'), QString());
    }
    // The row leads to its run, and the way back to the list of runs.
    QTest::mouseClick(w.journal.history()->open(), Qt::LeftButton);
    QVERIFY(!w.journal.showsHistory());
    QCOMPARE(w.journal.model()->runAt(w.journal.runs()->currentRow())->id, w.view->runs.front().id);
}

// A new view reads the history again: the step that is being looked at stays the current one.
void TestHistory::readAgainStaysAtTheRow()
{
    Window w;
    w.journal.setFilter(roomHistory(*w.someStep().place.room));
    HistoryModel *model = w.journal.history()->model();
    TableView *table = w.journal.history()->table();
    QTRY_VERIFY(model->rowCount() > 1);
    const int last = model->rowCount() - 1;
    table->setCurrentRow(last);
    const QString id = model->stepAt(last)->step.id;
    QSignalSpy filled(model, &QAbstractItemModel::modelReset);
    w.journal.setView(w.view);
    QCOMPARE(table->currentRow(), last); // the names alone are new
    const auto before = filled.size();
    QTRY_VERIFY(filled.size() > before);
    QCOMPARE(model->stepAt(table->currentRow())->step.id, id);
    // Another history begins at its newest step.
    const store::RunStep step = w.someStep();
    w.journal.setFilter(personHistory(step.place.site, step.person, step.chat));
    QTRY_VERIFY(model->rowCount() > 0);
    QTRY_COMPARE(table->currentRow(), 0);
}

void TestHistory::ofAPerson()
{
    Window w;
    const store::RunStep step = w.someStep();
    w.journal.setFilter(personHistory(step.place.site, step.person, step.chat));
    HistoryModel *model = w.journal.history()->model();
    QTRY_VERIFY(model->rowCount() > 0);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(model->stepAt(row)->step.chat == step.chat);
    // A newer view asks again: a run may have come meanwhile.
    const size_t asked = w.backend.histories.size();
    w.journal.setView(w.view);
    QCOMPARE(w.backend.histories.size(), asked + 1);
    QVERIFY(w.journal.showsHistory());
    QTest::mouseClick(w.journal.history()->back(), Qt::LeftButton);
    QVERIFY(!w.journal.showsHistory());
    QVERIFY(w.journal.runs()->isVisible());
}

void TestHistory::chosenWhileTyping()
{
    Window w;
    const store::RunStep step = w.someStep();
    const QString name = Names(w.view).person(step.place.site, step.person, step.chat);
    HistoryChoice *choice = w.journal.choice();
    QTRY_VERIFY(choice->model()->rowCount() > 0);
    choice->setCompletionPrefix(name.toUpper());
    QVERIFY(choice->completionCount() >= 1);
    QVERIFY2(choice->currentCompletion().size() > 0, qPrintable(name));
    const QModelIndex index = choice->completionModel()->index(0, 0);
    QVERIFY2(index.data().toString().contains(name), qPrintable(index.data().toString()));
    Q_EMIT choice->activated(index);
    QTRY_VERIFY(w.journal.showsHistory());
    QTRY_VERIFY(w.journal.history()->model()->rowCount() > 0);
    QCOMPARE(w.journal.filterField()->text(), QString());
    // What is typed now filters the steps.
    w.journal.filterField()->setText(QStringLiteral("zzzz"));
    QCOMPARE(w.journal.history()->model()->rowCount(), 0);
    w.journal.filterField()->clear();
    QVERIFY(w.journal.history()->model()->rowCount() > 0);
}

void TestHistory::nothingEverHappened()
{
    Window w;
    w.journal.setFilter(roomHistory(QStringLiteral("nobody-was-here")));
    QTRY_COMPARE(w.backend.histories.size(), size_t(1));
    const auto said = [&] {
        const auto labels = w.journal.history()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("No run ever touched this room"));
        });
    };
    QTRY_VERIFY(said());
}

void TestHistory::whatStaysIsListed()
{
    Window w;
    QVERIFY(!w.plan.review()->tabs()->isTabVisible(ReviewView::staysTab));
    w.plan.prepareUndo(w.view->runs.front().id);
    QTRY_COMPARE(w.plan.stage(), PlanPage::Stage::Review);
    QVERIFY(w.plan.review()->tabs()->isTabVisible(ReviewView::staysTab));
    w.plan.review()->tabs()->setCurrentIndex(ReviewView::staysTab);
    const FindingsModel &stays = w.plan.review()->stays();
    QCOMPARE(stays.rowCount(), 1);
    QVERIFY(w.plan.review()->staysTable()->isVisible());
    for (int column = 0; column < FindingsModel::ColumnCount; ++column) // why, where, who, and what it means
        QVERIFY2(!stays.index(0, column).data().toString().isEmpty(), qPrintable(QString::number(column)));
    w.language.set(text::Language::French);
    QTRY_COMPARE(clippedTexts(&w.plan).join(u'|'), QString());
}

void TestHistory::unfinished()
{
    const auto run = [](RunState state, int planned, int done) {
        store::RunRecord r;
        r.state = state;
        r.planned = planned;
        r.done = done;
        return r;
    };
    using V = std::vector<store::RunRecord>;
    QCOMPARE(unfinishedRuns(V{}).size(), size_t(0));
    QCOMPARE(unfinishedRuns(V{run(RunState::Interrupted, 5, 2), run(RunState::Done, 1, 1)}).size(), size_t(1));
    QCOMPARE(stepsLeft(run(RunState::Interrupted, 5, 2)), 3);
    QCOMPARE(unfinishedRuns(V{run(RunState::Interrupted, 5, 5)}).size(), size_t(0)); // reading found all of it done
    QCOMPARE(unfinishedRuns(V{run(RunState::Done, 1, 1), run(RunState::Interrupted, 5, 2)}).size(), size_t(0));
    QCOMPARE(unfinishedRuns(V{run(RunState::Stopped, 4, 1), run(RunState::Interrupted, 5, 0)}).size(), size_t(1));
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
