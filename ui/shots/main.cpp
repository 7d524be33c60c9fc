// liaison_shots [FOLDER [PAGE...]]: the component sheet and every page as PNG, in both languages and all themes, with
// data and in every state that is not data. `./dev shots` runs it.
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/base/historyfilter.h"
#include "ui/base/panesplitter.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/plan/planpage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shots/assistantshots.h"
#include "ui/shots/profiles.h"
#include "ui/shots/sheet.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;
using liaison::tests::SampleNames;
using liaison::tests::SampleServers;

namespace {

struct Studio
{
    QString folder;
    QStringList wanted; ///< empty: all
    ThemeHolder &theme;
    Language &language;
    int pictures = 0;
    QStringList faults;

    [[nodiscard]] bool wants(const QString &page) const { return wanted.isEmpty() || wanted.contains(page); }

    void take(QWidget &widget, const QString &page, const QString &state)
    {
        // Pages that fill themselves in steps, and layouts that ask for one more turn.
        QElapsedTimer settled;
        settled.start();
        for (int turn = 0; turn < 12 || settled.elapsed() < 40; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QString name = page % u'-' % language.code() % u'-' % codeOf(theme.theme());
        if (!state.isEmpty())
            name = name % u'-' % state;
        const QStringList cut = clippedTexts(&widget);
        for (const QString &fault : cut)
            faults << QString(name % u": " % fault);
        widget.grab().save(folder % u'/' % name % u".png");
        ++pictures;
    }
};

void takeSheet(Studio &studio)
{
    std::unique_ptr<QWidget> sheet(componentSheet(studio.language));
    sheet->resize(760, 1750);
    sheet->show();
    if (auto *focused = sheet->findChild<QWidget *>(QStringLiteral("focused")))
        focused->setFocus(Qt::TabFocusReason);
    studio.take(*sheet, QStringLiteral("components"), {});
}

Backend::View emptyCampus()
{
    auto view = std::make_shared<CampusView>(*sampleCampus());
    view->snapshot = std::make_shared<const Snapshot>();
    view->diff = {};
    view->rooms.clear();
    view->roles.clear();
    view->retention.clear();
    view->restores.clear();
    view->runs.clear();
    return view;
}

void showOneCourse(MainWindow &window)
{
    const Backend::View view = sampleCampus();
    const Snapshot &s = *view->snapshot;
    for (const Link &link : s.links) {
        if (s.courses[link.course.value].shortName == u"DRC-L1")
            window.showCourse({s.sites[link.site.value].id.value, link.cmid.value});
    }
}

/// Every page in one state. `prepare` brings the backend there. `panes`: where the page shows one part at a time, the
/// pane.
template <class Prepare> void takePages(Studio &studio, const QString &state, Prepare prepare, bool panes = false)
{
    SampleBackend backend;
    MainWindow window(Context{backend, studio.theme, studio.language});
    addAllPages(window);
    window.resize(1440, 900);
    window.show();
    QStringList keys = window.navigation()->pages();
    keys.insert(1, pages::Plan);
    window.showPage(keys.first());
    prepare(backend, window);
    for (const QString &key : std::as_const(keys)) {
        if (!studio.wants(key))
            continue;
        window.showPage(key);
        if (key == pages::Plan) {
            if (!window.page(key))
                continue;
            backend.plan({}, {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote, ChangeClass::Remove});
        }
        QCoreApplication::processEvents();
        const auto splitters = window.page(key)->findChildren<PaneSplitter *>();
        for (PaneSplitter *splitter : splitters) {
            if (panes && splitter->isOne())
                splitter->showPane(true);
        }
        studio.take(window, key, state);
    }
}

void takeAssistant(Studio &studio, const QString &zoom = {})
{
    if (!studio.wants(QStringLiteral("assistant")))
        return;
    assistantShots(studio.theme, studio.language, [&](QWidget &window, const QString &state) {
        studio.take(window, QStringLiteral("assistant"), state + zoom);
    });
}

void takeAll(Studio &studio, bool everyState)
{
    takePages(studio, {}, [](SampleBackend &backend, MainWindow &window) {
        backend.show(sampleCampus());
        Q_EMIT backend.requestCount(18);
        showOneCourse(window);
    });
    if (!everyState)
        return;
    takePages(studio, QStringLiteral("loading"), [](SampleBackend &backend, MainWindow &) {
        Q_EMIT backend.progress({QStringLiteral("rooms"), 412, 1248});
    });
    takePages(studio, QStringLiteral("empty"),
              [](SampleBackend &backend, MainWindow &) { backend.show(emptyCampus()); });
    const Error tls{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("rooms.get"), 0, {}, {}};
    takePages(studio, QStringLiteral("error"),
              [&tls](SampleBackend &backend, MainWindow &) { Q_EMIT backend.refreshFailed(tls); });
    takePages(studio, QStringLiteral("unknown"), [&tls](SampleBackend &backend, MainWindow &) {
        backend.show(sampleCampus(SampleServers::ChatDown));
        Q_EMIT backend.refreshFailed(tls);
    });
}

/// The other parts of Diagnostics: the requests of a long session, and what support is given.
void takeDiagnostics(Studio &studio, const QString &zoom = {})
{
    if (!studio.wants(pages::Diagnostics))
        return;
    SampleBackend backend;
    MainWindow window(Context{backend, studio.theme, studio.language});
    addAllPages(window);
    window.resize(1440, 900);
    window.show();
    backend.show(sampleCampus());
    window.showPage(pages::Diagnostics);
    auto *page = qobject_cast<DiagnosticsPage *>(window.page(pages::Diagnostics));
    page->showPart(DiagnosticsPage::Requests);
    studio.take(window, pages::Diagnostics, QStringLiteral("requests-none") + zoom);
    backend.sendSampleRequests(12'345);
    page->showPart(DiagnosticsPage::Support);
    studio.take(window, pages::Diagnostics, QStringLiteral("support") + zoom);
    page->showPart(DiagnosticsPage::Requests);
    studio.take(window, pages::Diagnostics, QStringLiteral("requests") + zoom);
    window.resize(1000, 700);
    studio.take(window, pages::Diagnostics, QStringLiteral("requests-narrow") + zoom);
}

void takeSearch(Studio &studio)
{
    SampleBackend backend;
    MainWindow window(Context{backend, studio.theme, studio.language});
    addAllPages(window);
    window.resize(1440, 900);
    window.show();
    window.showPage(window.navigation()->pages().value(1));
    backend.show(sampleCampus());
    window.search()->setFocus();
    window.search()->setText(QStringLiteral("Aucun groupe privé nommé « drc-l1_40322 »"));
    Q_EMIT window.search()->textEdited(window.search()->text());
    studio.take(window, QStringLiteral("search"), {});
}

/// Somebody's case in the Courses page, as the search box opens it.
void takeWhy(Studio &studio)
{
    SampleBackend backend;
    MainWindow window(Context{backend, studio.theme, studio.language});
    addAllPages(window);
    window.resize(1440, 900);
    window.show();
    const Backend::View view = sampleCampus();
    window.showPage(pages::Courses);
    backend.show(view);
    QCoreApplication::processEvents();
    const Snapshot &s = *view->snapshot;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        if (s.courses[s.links[i].course.value].shortName != u"DRC-L1")
            continue;
        const LinkKey key{s.sites[s.links[i].site.value].id.value, s.links[i].cmid.value};
        for (const PersonRow &person : peopleOf(s, view->policy, view->history, LinkIx(i))) {
            if (person.kind != ChangeKind::Add)
                continue;
            window.page(pages::Courses)->showPerson(key, person.person, person.name);
            break;
        }
    }
    QElapsedTimer prepared; // the table is made ready on another thread, and the pane opens after it
    prepared.start();
    while (prepared.elapsed() < 400)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    studio.take(window, QStringLiteral("why"), {});
}

/// A campus whose journal holds a run that was stopped half-way, before the one that was carried out.
Backend::View campusWithStoppedRun()
{
    auto view = std::make_shared<CampusView>(*sampleCampus());
    store::RunRecord run = view->runs.front();
    run.id = QStringLiteral("20261119-091203-c41d");
    run.started.ms += qint64(5) * 86'400'000;
    run.finished.ms = run.started.ms + 17'000;
    run.classes = {ChangeClass::Add, ChangeClass::Promote};
    run.state = RunState::Stopped;
    run.done = 40;
    run.skipped = run.planned - run.done;
    view->runs.insert(view->runs.begin(), run);
    return view;
}

/// The Journal with what it can do, then a run from its start to its result, and taken back.
void takeRuns(Studio &studio, const QString &zoom = {})
{
    SampleBackend backend;
    MainWindow window(Context{backend, studio.theme, studio.language});
    addAllPages(window);
    window.resize(1440, 900);
    window.show();
    const Backend::View view = campusWithStoppedRun();
    window.showPage(pages::Journal);
    backend.show(view);
    const auto take = [&](const QString &page, const QString &state) { studio.take(window, page, state + zoom); };
    const auto panes = [&](const QString &page) {
        const auto splitters = window.page(page)->findChildren<PaneSplitter *>();
        for (PaneSplitter *splitter : splitters)
            splitter->showPane(splitter->isOne());
    };
    const auto show = [&](const QString &page) {
        QCoreApplication::processEvents();
        panes(page);
    };
    if (studio.wants(QStringLiteral("journal"))) {
        backend.check = {2, 312, {}};
        backend.checkJournal();
        take(pages::Journal, QStringLiteral("sound"));
        backend.check.problems = {{view->runs[0].id, 14, JournalFault::EntryAltered},
                                  {view->runs[0].id, 0, JournalFault::RunAltered},
                                  {view->runs[1].id, 201, JournalFault::EntriesMissing},
                                  {view->runs[1].id, 0, JournalFault::StepsAltered}};
        backend.checkJournal();
        take(pages::Journal, QStringLiteral("broken"));
        show(pages::Journal);
        const store::RunStep step = backend.stepsOf(view->runs[0].id).front();
        window.page(pages::Journal)->setFilter(roomHistory(step.place.room.value_or(QString())));
        take(pages::Journal, QStringLiteral("history-room"));
        window.page(pages::Journal)->setFilter(personHistory(step.place.site, step.person, step.chat));
        take(pages::Journal, QStringLiteral("history-person"));
        window.page(pages::Journal)->setFilter(QString());
        if (!zoom.isEmpty())
            take(pages::Journal, QStringLiteral("broken-pane"));
    }
    if (!studio.wants(QStringLiteral("plan")))
        return;
    window.showPage(pages::Plan);
    auto *plan = qobject_cast<PlanPage *>(window.page(pages::Plan));
    plan->prepareUndo(view->runs[1].id);
    take(pages::Plan, QStringLiteral("undo"));
    plan->review()->tabs()->setCurrentIndex(ReviewView::staysTab);
    take(pages::Plan, QStringLiteral("undo-stays"));
    plan->review()->tabs()->setCurrentIndex(0);
    plan->resumeRun(view->runs[0].id, backend.stepsOf(view->runs[0].id));
    Q_EMIT backend.progress({QStringLiteral("apply"), 40, 96});
    for (int i = 40; i < 62; ++i)
        Q_EMIT backend.stepDone({backend.stepsOf(view->runs[0].id)[size_t(i)].id, Outcome::Done, {}});
    take(pages::Plan, QStringLiteral("running"));
    plan->applying()->pause()->click();
    take(pages::Plan, QStringLiteral("paused"));
    plan->applying()->pause()->click();
    auto result = std::make_shared<ApplyResult>();
    result->run = view->runs[0].id;
    for (const store::RunStep &step : backend.stepsOf(view->runs[0].id))
        result->steps.push_back({step.id, Outcome::Done, {}});
    const auto turn = [&result](size_t i, Outcome outcome, const char *why) {
        result->steps[i].outcome = outcome;
        result->steps[i].detail = QString::fromLatin1(why);
    };
    turn(70, Outcome::Failed, "error-not-allowed");
    turn(71, Outcome::Stale, "changed-since");
    turn(72, Outcome::Skipped, "cancelled");
    result->planned = 96;
    result->done = 93;
    result->failed = result->stale = result->skipped = 1;
    result->state = RunState::Partly;
    Q_EMIT backend.applied(result);
    take(pages::Plan, QStringLiteral("result"));
    if (!zoom.isEmpty()) {
        show(pages::Plan);
        take(pages::Plan, QStringLiteral("result-pane"));
    }
}

void takeProfiles(Studio &studio, const QString &zoom = {})
{
    if (!studio.wants(QStringLiteral("profiles")))
        return;
    eachProfilesPicture(studio.theme, studio.language, [&](QWidget &window, const QString &state) {
        studio.take(window, QStringLiteral("profiles"), state + zoom);
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    ThemeHolder theme(application);
    Language language(application, text::Language::French);
    Studio studio{arguments.value(1, QStringLiteral("build/shots")), arguments.mid(2), theme, language, 0, {}};
    QDir().mkpath(studio.folder);
    QElapsedTimer clock;
    clock.start();
    for (const text::Language one : {text::Language::French, text::Language::English}) {
        language.set(one);
        for (const Theme which : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            theme.setTheme(which);
            theme.setZoom(1);
            const bool plain = which != Theme::HighContrast;
            if (studio.wants(QStringLiteral("components")))
                takeSheet(studio);
            if (studio.wants(QStringLiteral("search")))
                takeSearch(studio);
            if (studio.wants(QStringLiteral("why")))
                takeWhy(studio);
            takeProfiles(studio);
            takeRuns(studio);
            takeDiagnostics(studio);
            takeAssistant(studio);
            takeAll(studio, plain);
        }
        theme.setTheme(Theme::Light);
        theme.setZoom(2);
        takePages(studio, QStringLiteral("zoom200"),
                  [](SampleBackend &backend, MainWindow &) { backend.show(sampleCampus()); });
        takePages(studio, QStringLiteral("zoom200-error"), [](SampleBackend &backend, MainWindow &) {
            backend.show(sampleCampus());
            Q_EMIT backend.refreshFailed(
                Error{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("rooms.get"), 0, {}, {}});
        });
        takePages(
            studio, QStringLiteral("zoom200-pane"),
            [](SampleBackend &backend, MainWindow &window) {
                backend.show(sampleCampus());
                showOneCourse(window);
            },
            true);
        takeProfiles(studio, QStringLiteral("-zoom200"));
        takeRuns(studio, QStringLiteral("-zoom200"));
        takeDiagnostics(studio, QStringLiteral("-zoom200"));
        takeAssistant(studio, QStringLiteral("-zoom200"));
        theme.setZoom(1);
        takePages(studio, QStringLiteral("hostile"), [](SampleBackend &backend, MainWindow &) {
            backend.show(sampleCampus(SampleServers::AllWell, SampleNames::Hostile));
        });
    }
    QTextStream out(stdout);
    for (const QString &fault : std::as_const(studio.faults))
        out << "cut: " << fault << '\n';
    out << studio.pictures << " pictures in " << studio.folder << ", " << clock.elapsed() / 1000 << " s\n";
    return studio.faults.isEmpty() ? 0 : 1;
}
