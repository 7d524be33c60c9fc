#include "core/reconcile/planjson.h"
#include "tests/ui/plan/fakebackend.h"
#include "ui/base/audit.h"
#include "ui/base/button.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

/// From a plan to its result with the keyboard alone, over a scripted backend.
class TestPlanWalk : public QObject
{
    Q_OBJECT

    struct Window
    {
        explicit Window(const CampusOptions &options = {true, false, 12})
            : view(campusView(options))
            , backend(view)
            , theme(*qApp)
            , language(*qApp)
            , page(Context{backend, theme, language})
        {
            page.resize(1256, 830);
            page.setView(view);
            page.show();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
        }
        void openReview()
        {
            page.preparePlan({});
            QTRY_COMPARE(page.stage(), PlanPage::Stage::Review);
        }
        void ticksRemovals()
        {
            page.review()->cards()->card(ChangeClass::Remove)->click();
            QTRY_COMPARE(backend.plans.size(), size_t(2));
            QTRY_VERIFY(page.review()->model()->ticks().equation().removals > 0);
        }
        ui::Backend::View view;
        FakeBackend backend;
        ThemeHolder theme;
        Language language;
        PlanPage page;
    };
    static QModelIndex group(PlanModel *model, const QString &name)
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name)
                return model->index(row, 0);
        }
        return {};
    }
    static QModelIndex entry(PlanModel *model, Rule rule)
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex g = model->index(row, 0);
            for (int child = 0; child < model->rowCount(g); ++child) {
                const QModelIndex index = model->index(child, 0, g);
                if (model->ticks().entries()[*model->entryOf(index)].rule == rule)
                    return index;
            }
        }
        return {};
    }
    static void type(QWidget *widget, const QString &digits) { QTest::keyClicks(widget, digits); }

private Q_SLOTS:
    void initTestCase() { QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false); }

    // Design 9: everything by keyboard; in production the number is typed first; Ctrl+Enter applies.
    void keyboardWalkInProduction()
    {
        Window w;
        w.openReview();
        QCOMPARE(w.backend.plans.front().classes, defaultClasses());
        w.ticksRemovals();
        PlanModel *model = w.page.review()->model();
        PlanTreeView *tree = w.page.review()->tree();
        tree->setFocus();
        tree->setCurrentIndex(group(model, QStringLiteral("DRC-L1")));
        // Left closes, Right opens, Down goes in, Space unticks.
        QTest::keyClick(tree, Qt::Key_Left);
        QVERIFY(!tree->isExpanded(tree->currentIndex()));
        QTest::keyClick(tree, Qt::Key_Right);
        QVERIFY(tree->isExpanded(tree->currentIndex()));
        QTest::keyClick(tree, Qt::Key_Down);
        const Equation before = model->ticks().equation();
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(model->ticks().equation().toApply, before.toApply - 1);
        QVERIFY(model->ticks().equation().addsUp());

        ConfirmBar *confirm = w.page.review()->pane()->confirm();
        QVERIFY(!confirm->ready());
        QTest::keyClick(tree, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(w.page.stage(), PlanPage::Stage::Review); // the number is not typed
        const int number = model->ticks().numberToConfirm();
        confirm->number()->setFocus();
        type(confirm->number(), QString::number(number + 1));
        QVERIFY(!confirm->ready());
        QTest::keyClick(confirm->number(), Qt::Key_Return); // Enter alone never applies
        QVERIFY(w.backend.applies.empty());
        confirm->number()->selectAll();
        type(confirm->number(), QString::number(number));
        QVERIFY(confirm->ready());
        QTest::keyClick(confirm->number(), Qt::Key_Return);
        QVERIFY(w.backend.applies.empty());
        QTest::keyClick(confirm->number(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(w.backend.applies.size(), size_t(1));
        const Decisions decisions = w.backend.applies.front().decisions;
        QVERIFY(decisions.production);
        QCOMPARE(decisions.confirmRemovals, std::optional(number));
        QVERIFY(decisions.only);
        QCOMPARE(decisions.only->size(), qsizetype(before.toApply - 1));

        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Result);
        QCOMPARE(w.page.applying()->rooms().progress().tally().toCome(), 0);
        const Tally tally = w.page.result()->list()->model()->tally();
        QCOMPARE(tally.planned, before.toApply - 1);
        QCOMPARE(tally.done + tally.skipped + tally.stale + tally.failed, tally.planned);
        // Something has to be looked at: that is what the list shows.
        QCOMPARE(w.page.result()->list()->model()->rowCount(), tally.toSee());
        QSignalSpy opened(&w.page, &Page::openPage);
        w.page.result()->journal()->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().at(1).toString(), w.page.result()->run());
        // Try again = a new plan over these rooms, which stays a proposal.
        const size_t plans = w.backend.plans.size();
        w.page.result()->retry()->click();
        QCOMPARE(w.backend.plans.size(), plans + 1);
        QVERIFY(!w.backend.plans.back().links.empty());
        QCOMPARE(w.backend.applies.size(), size_t(1));
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Review);
    }

    void everythingTickedSendsNoList()
    {
        Window w({false, false, 12});
        w.openReview();
        QVERIFY(w.page.review()->pane()->confirm()->ready()); // outside production nothing is typed
        w.page.review()->pane()->confirm()->button()->click();
        QVERIFY(!w.backend.applies.front().decisions.only);
        QVERIFY(!w.backend.applies.front().decisions.confirmRemovals);
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Result);
    }

    // Design 2.4, 2.3: one person by name, a threshold by its number, each beside its rule.
    void releaseAndThresholdByKeyboard()
    {
        Window w;
        w.openReview();
        w.ticksRemovals();
        PlanModel *model = w.page.review()->model();
        PlanTreeView *tree = w.page.review()->tree();
        RulePanel *rule = w.page.review()->pane()->rule();
        tree->setFocus();
        tree->setCurrentIndex(entry(model, Rule::Guest));
        QVERIFY(rule->action()->isVisible());
        const int before = model->ticks().equation().toApply;
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(model->ticks().equation().toApply, before + 1);
        QVERIFY(tree->currentIndex().data(PlanModel::LiftedRole).toBool());
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(model->ticks().equation().toApply, before);

        tree->setCurrentIndex(entry(model, Rule::ThresholdRoom));
        QVERIFY(rule->number()->isVisible());
        type(rule->number(), QStringLiteral("31"));
        QTest::keyClick(rule->number(), Qt::Key_Return);
        QCOMPARE(model->ticks().equation().toApply, before);
        rule->number()->selectAll();
        type(rule->number(), QStringLiteral("32"));
        QTest::keyClick(rule->number(), Qt::Key_Return);
        QCOMPARE(model->ticks().equation().toApply, before + 32);
        // Lifting it changes the number that confirms the plan.
        ConfirmBar *confirm = w.page.review()->pane()->confirm();
        QVERIFY(!confirm->ready());
        type(confirm->number(), QString::number(model->ticks().equation().removals));
        QTest::keyClick(tree, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(w.backend.applies.front().decisions.confirmRemovals,
                 std::optional(model->ticks().equation().removals));
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Result);
    }

    void readOnlyHasNoApply()
    {
        Window w({true, true, 12});
        w.openReview();
        ConfirmBar *confirm = w.page.review()->pane()->confirm();
        QVERIFY(!confirm->button()->isVisible());
        QVERIFY(!confirm->number()->isVisible());
        QVERIFY(!confirm->reason().isEmpty());
        QTest::keyClick(w.page.review()->tree(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(w.backend.applies.empty());
    }

    void noButtonIsDefault()
    {
        Window w;
        w.openReview();
        const QList<QPushButton *> buttons = w.page.findChildren<QPushButton *>();
        QVERIFY(buttons.size() > 5);
        for (const QPushButton *button : buttons)
            QVERIFY2(!button->isDefault(), qPrintable(button->text()));
    }

    // Ticking a class asks for another plan; what was unticked by hand stays so.
    void classesAskForANewPlan()
    {
        Window w;
        w.openReview();
        PlanModel *model = w.page.review()->model();
        const QModelIndex first = model->index(0, 0, group(model, QStringLiteral("DRC-L1")));
        model->toggle(first);
        const QString id = *model->ticks().entries()[*model->entryOf(first)].id;
        ClassCards *cards = w.page.review()->cards();
        cards->card(ChangeClass::Remove)->click();
        QCOMPARE(w.backend.plans.size(), size_t(2));
        QVERIFY(!w.page.review()->ready()); // being made again
        QTRY_COMPARE(w.page.review()->model()->ticks().plan()->classes.size(), size_t(3));
        for (size_t e = 0; e < model->ticks().entries().size(); ++e)
            QVERIFY(*model->ticks().entries()[e].id != id || !model->ticks().ticked(e));
        // Partly ticked: the click completes the steps, without another plan.
        QCOMPARE(cards->card(ChangeClass::Add)->state(), Qt::PartiallyChecked);
        cards->card(ChangeClass::Add)->click();
        QCOMPARE(w.backend.plans.size(), size_t(3 - 1));
        QCOMPARE(cards->card(ChangeClass::Add)->state(), Qt::Checked);
        cards->card(ChangeClass::Remove)->click();
        QTRY_COMPARE(w.page.review()->model()->ticks().plan()->classes, defaultClasses());
        // Roles: promotions, then demotions too, then neither.
        cards->card(ChangeClass::Demote)->click();
        QTRY_COMPARE(w.page.review()->model()->ticks().plan()->classes,
                     (std::vector{ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote}));
        cards->card(ChangeClass::Demote)->click();
        QTRY_COMPARE(w.page.review()->model()->ticks().plan()->classes, std::vector{ChangeClass::Add});
        cards->card(ChangeClass::Demote)->click();
        QTRY_COMPARE(w.page.review()->model()->ticks().plan()->classes, defaultClasses());
    }

    // A plan keeps saying which data it was made from.
    void newerDataIsSaid()
    {
        Window w;
        w.openReview();
        const auto says = [&w](const QString &part) {
            for (const QLabel *label : w.page.review()->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(part))
                    return true;
            }
            return false;
        };
        QVERIFY(!says(QStringLiteral("newer data")));
        auto newer = std::make_shared<CampusView>(*w.view);
        newer->readAt.ms += 3600000;
        w.page.setView(newer);
        QVERIFY(says(QStringLiteral("newer data")));
    }

    // Every plan made again is over the links it was asked for.
    void linksAreKept()
    {
        Window w;
        const std::vector<LinkKey> links{{QStringLiteral("main"), 41000}};
        w.page.preparePlan(links);
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Review);
        w.page.review()->cards()->card(ChangeClass::Remove)->click();
        w.page.review()->cards()->card(ChangeClass::Settings)->click(); // one at a time
        QCOMPARE(w.backend.plans.size(), size_t(2));
        QCOMPARE(w.backend.plans.back().links, links);
        QTRY_VERIFY(w.page.review()->ready() || !w.page.review()->pane()->confirm()->reason().contains(u"again"));
    }

    // Cancel acts between calls, and what it skipped is never success (design 2.9).
    void stopIsSaidAndCounted()
    {
        Window w({false, false, 12});
        w.backend.holdAfterFirst = true;
        w.openReview();
        w.page.review()->pane()->confirm()->button()->click();
        QTRY_COMPARE(w.page.applying()->rooms().progress().tally().settled(), 1);
        QCOMPARE(w.page.stage(), PlanPage::Stage::Applying);
        Q_EMIT w.backend.progress({QStringLiteral("waiting"), 0, 0, 12});
        QVERIFY(w.page.applying()->nowText().contains(QStringLiteral("12 s")));
        QVERIFY(w.page.applying()->stop()->isEnabled()); // and need not be sat out
        Q_EMIT w.backend.progress({QStringLiteral("waiting"), 0, 0, 0});
        QVERIFY(!w.page.applying()->nowText().contains(QStringLiteral("12 s")));
        QTest::keyClick(&w.page, Qt::Key_Escape); // leaves nothing half done
        QCOMPARE(w.page.stage(), PlanPage::Stage::Applying);
        QTest::keyClick(w.page.applying()->stop(), Qt::Key_Space);
        QCOMPARE(w.backend.cancelled, 1);
        QVERIFY(w.page.applying()->stopping());
        QVERIFY(!w.page.applying()->stop()->isEnabled());
        w.backend.goOn();
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Result);
        const Tally tally = w.page.result()->list()->model()->tally();
        QCOMPARE(tally.skipped, tally.planned - 1);
        QVERIFY(w.page.result()->retry()->isVisible());
    }

    void refusalWritesNothingAndLeadsBack()
    {
        Window w({false, false, 12});
        Error error;
        error.kind = ErrorKind::Input;
        error.code = QStringLiteral("plan-servers");
        w.backend.refuse = error;
        w.openReview();
        w.page.review()->pane()->confirm()->button()->click();
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Failed);
        QTest::keyClick(&w.page, Qt::Key_Escape);
        QCOMPARE(w.page.stage(), PlanPage::Stage::Review);
    }

    // A number confirms one plan, once: not the next one of the same size, and not the same one after a refusal.
    void numberConfirmsOnePlan()
    {
        Window w;
        w.openReview();
        w.ticksRemovals();
        ConfirmBar *confirm = w.page.review()->pane()->confirm();
        const auto typeIt = [&] {
            const QString number = QString::number(w.page.review()->model()->ticks().numberToConfirm());
            type(confirm->number(), number);
            QVERIFY(confirm->ready());
        };
        typeIt();
        w.page.preparePlan({}); // the same steps, read again
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Review);
        QVERIFY(confirm->number()->text().isEmpty());
        QVERIFY(!confirm->ready());
        typeIt();
        w.backend.refuse = Error{ErrorKind::Input, QStringLiteral("plan-servers"), {}, 0, {}, {}};
        confirm->button()->click();
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Failed);
        QTest::keyClick(&w.page, Qt::Key_Escape);
        QCOMPARE(w.page.stage(), PlanPage::Stage::Review);
        QVERIFY(confirm->number()->text().isEmpty());
        QVERIFY(!confirm->ready());
    }

    void escapeLeaves()
    {
        Window w;
        w.openReview();
        QSignalSpy left(&w.page, &Page::openPage);
        QTest::keyClick(w.page.review()->tree(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    // The same bytes as `liaisonctl plan -o`, for the owner's eyes only.
    void savedPlanIsPrivateAndReadable()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("plan.json"));
        const ui::Backend::PlanPtr plan = campusPlan(campusView({true, false, 2}));
        QVERIFY(savePlan(*plan, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes, planToJson(*plan));
        QVERIFY(planFromJson(bytes));
        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                  QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        const Result<void> nowhere = savePlan(*plan, dir.filePath(QStringLiteral("no/such/folder/plan.json")));
        QCOMPARE(nowhere.error().code, QStringLiteral("file-not-writable"));
    }

    // Every label whole and every control named, in both languages, up to 150 % in a window of 1440 x 900.
    void nothingIsCutAndEverythingNamed_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<double>("zoom");
        for (const text::Language language : {text::Language::English, text::Language::French}) {
            for (const double zoom : {0.8, 1.0, 1.5})
                QTest::addRow("%s %d", language == text::Language::French ? "fr" : "en", static_cast<int>(zoom * 100))
                    << static_cast<int>(language) << zoom;
        }
    }
    void nothingIsCutAndEverythingNamed()
    {
        QFETCH(int, language);
        QFETCH(double, zoom);
        Window w;
        w.theme.setZoom(zoom);
        w.language.set(static_cast<text::Language>(language));
        // What the window's rail or navigation, search and status line leave.
        const QSize room(1440 - static_cast<int>((zoom < 1.5 ? 184 : 48) * zoom), 900 - static_cast<int>(80 * zoom));
        const auto check = [&](Page &page, const char *state) {
            page.resize(room);
            for (int i = 0; i < 3; ++i)
                QCoreApplication::processEvents();
            const QStringList cut = clippedTexts(&page);
            QVERIFY2(cut.isEmpty(), qPrintable(QLatin1String(state) + u": " + cut.join(u'\n')));
            const QStringList unnamed = unnamedControls(&page);
            QVERIFY2(unnamed.isEmpty(), qPrintable(QLatin1String(state) + u": " + unnamed.join(u'\n')));
            QVERIFY2(page.width() <= room.width(),
                     qPrintable(QStringLiteral("%1 wants %2").arg(QLatin1String(state)).arg(page.width())));
            QVERIFY2(page.height() <= room.height(),
                     qPrintable(QStringLiteral("%1 wants %2 high").arg(QLatin1String(state)).arg(page.height())));
        };
        check(w.page, "waiting");
        w.openReview();
        w.ticksRemovals();
        check(w.page, "review");
        w.page.review()->tree()->setCurrentIndex(entry(w.page.review()->model(), Rule::ThresholdRoom));
        check(w.page, "threshold");
        w.page.review()->tabs()->setCurrentIndex(1);
        check(w.page, "findings");
        w.backend.holdAfterFirst = true;
        type(w.page.review()->pane()->confirm()->number(),
             QString::number(w.page.review()->model()->ticks().numberToConfirm()));
        w.page.review()->pane()->confirm()->button()->click();
        check(w.page, "applying");
        w.page.applying()->pause()->click();
        check(w.page, "paused");
        w.page.applying()->pause()->click();
        w.backend.goOn();
        check(w.page, "result");
        JournalPage journal({w.backend, w.theme, w.language});
        journal.setView(w.view);
        journal.show();
        check(journal, "journal");
        w.backend.check.problems.assign(5, {w.view->runs.front().id, 7, JournalFault::EntryAltered});
        journal.check()->click();
        QTRY_VERIFY(journal.checked()->isVisible());
        check(journal, "journal that was altered");
        w.page.prepareUndo(w.view->runs.front().id);
        QTRY_COMPARE(w.page.stage(), PlanPage::Stage::Review);
        check(w.page, "taking a run back");
    }

    void journalShowsRunsAndTheirSteps()
    {
        Window w;
        JournalPage journal({w.backend, w.theme, w.language});
        journal.resize(1256, 830);
        journal.setView(w.view);
        journal.show();
        QCOMPARE(journal.model()->rowCount(), 6);
        QTRY_COMPARE(w.backend.runs, std::vector<QString>{QStringLiteral("2026-11-20-03")});
        QTRY_VERIFY(!journal.steps()->model()->steps().empty());
        const Tally tally = journal.steps()->model()->tally();
        QCOMPARE(tally.settled(), tally.planned);
        journal.runs()->setFocus();
        QTest::keyClick(journal.runs(), Qt::Key_Down);
        QTRY_COMPARE(w.backend.runs.size(), size_t(2));
        QCOMPARE(w.backend.runs.back(), QStringLiteral("2026-11-20-02"));
        journal.setFilter(QStringLiteral("2026-11-19-01")); // as the result page asks for it
        QTRY_COMPARE(w.backend.runs.back(), QStringLiteral("2026-11-19-01"));
        journal.filterField()->setText(QStringLiteral("lefort"));
        QCOMPARE(journal.model()->rowCount(), 2);
        journal.filterField()->setText(QStringLiteral("nobody"));
        QCOMPARE(journal.model()->rowCount(), 0);
    }

    void emptyJournalOffersTheWayOut()
    {
        Window w;
        auto none = std::make_shared<CampusView>(*w.view);
        none->runs.clear();
        JournalPage journal({w.backend, w.theme, w.language});
        journal.setView(none);
        journal.show();
        QSignalSpy asked(&journal, &Page::planRequested);
        QPushButton *way = nullptr;
        for (QPushButton *button : journal.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Make a plan"))
                way = button;
        }
        QVERIFY(way);
        way->click();
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(TestPlanWalk)
#include "tst_planwalk.moc"
