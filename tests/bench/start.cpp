#include "app/backendservice.h"
#include "core/sandbox/campus.h"
#include "tests/bench/campus.h"
#include "tests/bench/parts.h"
#include "tests/bench/timed.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/courses/coursespage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QTemporaryDir>

namespace liaison::bench {
namespace {

/// Calls `seen` after an object's next paint event.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<bool()> enough) : m_enough(std::move(enough))
    {
        widget->installEventFilter(this);
    }
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_enough())
            QMetaObject::invokeMethod(
                this, [this] { seen = true; }, Qt::QueuedConnection); // after it
        return false;
    }

private:
    std::function<bool()> m_enough;
};

/// Has a view and answers with it.
class HeldBackend : public ui::Backend
{
public:
    View view;
    void refresh() override { Q_EMIT viewReady(view); }
    void plan(const std::vector<LinkKey> &, const std::vector<ChangeClass> &) override {}
    void apply(PlanPtr, const Decisions &) override {}
    void cancel() override {}
    void people(const LinkKey &) override {}
    void run(const QString &) override {}
};

void until(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
}

} // namespace

int emptyChild(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1256, 830);
    PaintWatch painted(&window, [] { return true; });
    window.show();
    until([&] { return painted.seen; });
    tell("resident", double(resident()));
    return 0;
}

int consoleChild(int argc, char **argv, const Sizes &sizes)
{
    HeldBackend backend;
    backend.view = view({sizes.courses, sizes.memberships});
    trimHeap();
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    ui::ThemeHolder theme(application);
    ui::Language language(application, text::Language::French);
    ui::MainWindow window(ui::Context{backend, theme, language});
    ui::addAllPages(window);
    window.showPage(ui::pages::Courses);
    auto *courses = static_cast<ui::CoursesPage *>(window.page(ui::pages::Courses));
    PaintWatch painted(courses->table()->viewport(), [courses] { return courses->model().rowCount() > 0; });
    window.show();
    backend.refresh();
    until([&] { return painted.seen; });
    tell("rows", double(clock.nsecsElapsed()) / 1e6);
    // Everything that is still under way behind the first rows belongs to what is resident.
    QElapsedTimer rest;
    rest.start();
    while (rest.elapsed() < 500)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    trimHeap();
    tell("resident", double(resident()));
    tell("peak", double(peakResident()));
    return 0;
}

void start(const Sizes &sizes)
{
    heading(
        QStringLiteral("Start: %1 courses, %2 memberships held in memory").arg(sizes.courses).arg(sizes.memberships));
    std::vector<double> empty, rows;
    Child console;
    for (int i = 0; i < std::min(5, sizes.repeats); ++i) {
        empty.push_back(again({QStringLiteral("--empty")}).milliseconds);
        console =
            again({QStringLiteral("--console"), QString::number(sizes.courses), QString::number(sizes.memberships)});
        rows.push_back(console.values.value(QStringLiteral("rows")));
    }
    report(QStringLiteral("first rows / whole start of an empty Qt program"),
           QString(ms(median(rows)) + u" / " + ms(median(empty))), median(rows) / median(empty), 5);
    report(QStringLiteral("resident (MB)"),
           QStringLiteral("peak %1").arg(mb(console.values.value(QStringLiteral("peak")))),
           console.values.value(QStringLiteral("resident")) / 1e6, 500);
}

void pauses(const Sizes &sizes)
{
    heading(QStringLiteral("The window while the campus (%1) is read").arg(sizes.scale));
    const QTemporaryDir folder;
    auto *timed = dynamic_cast<TimedApplication *>(qApp);
    if (!timed)
        return;
    ui::ThemeHolder theme(*timed);
    ui::Language language(*timed, text::Language::French);
    app::Arguments arguments;
    arguments.demo = sizes.scale;
    const QString store = folder.path();
    app::BackendService backend([arguments, store] {
        return app::Context::open(arguments, [store](const QString &name) -> std::optional<QString> {
            return name == u"LIAISON_STORE" ? std::optional(store) : std::nullopt;
        });
    });
    ui::MainWindow window(ui::Context{backend, theme, language});
    ui::addAllPages(window);
    window.showPage(ui::pages::Courses);
    window.show();
    auto *courses = static_cast<ui::CoursesPage *>(window.page(ui::pages::Courses));
    int views = 0, failures = 0, merges = 0;
    QObject::connect(&backend, &ui::Backend::viewReady, &window, [&] { ++views; });
    QObject::connect(&backend, &ui::Backend::refreshFailed, &window, [&] { ++failures; });
    QObject::connect(&courses->model(), &ui::LinksModel::merged, &window, [&] { ++merges; });
    const auto read = [&](const QString &what) {
        const int before = merges;
        QCoreApplication::processEvents();
        timed->clear();
        backend.refresh();
        until([&] { return merges > before || failures > 0; });
        QCoreApplication::processEvents();
        report(what,
               QStringLiteral("%1 rows, %2 of work in all").arg(courses->model().rowCount()).arg(ms(timed->total())),
               timed->longest());
    };
    read(QStringLiteral("longest piece of work, first reading (ms)"));
    read(QStringLiteral("longest piece of work, refresh (ms)"));
}

} // namespace liaison::bench
