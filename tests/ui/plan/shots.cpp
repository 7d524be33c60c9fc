// Renders the pages of this folder to PNG: planshots DIRECTORY. For people to look at, not a test.
#include "tests/ui/plan/fakebackend.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

namespace {

struct Look
{
    const char *name;
    text::Language language;
    Theme theme;
    qreal zoom;
    QSize size;
};

void shoot(QWidget &page, const QString &path)
{
    QTest::qWait(30);
    page.grab().save(path);
}

void render(QApplication &application, const Look &look, const QDir &dir)
{
    const ui::Backend::View view = campusView();
    FakeBackend backend(view);
    ThemeHolder theme(application, look.theme, look.zoom);
    Language language(application, look.language);
    const Context context{backend, theme, language};
    const auto file = [&](const char *page) {
        return dir.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(page), QLatin1String(look.name)));
    };
    PlanPage page(context);
    page.resize(look.size);
    page.setView(view);
    page.show();
    page.preparePlan({});
    QTest::qWait(30);
    page.review()->cards()->card(ChangeClass::Remove)->click();
    QTest::qWait(30);
    page.review()->cards()->card(ChangeClass::Demote)->click();
    QTest::qWait(30);
    PlanModel *model = page.review()->model();
    const QModelIndex drc = model->index(0, 0);
    model->toggle(model->index(6, 0, drc));
    page.review()->tree()->setCurrentIndex(model->index(7, 0, drc));
    page.review()->pane()->confirm()->number()->setText(QString::number(model->ticks().numberToConfirm()));
    page.review()->tree()->setFocus();
    shoot(page, file("plan"));
    page.review()->tabs()->setCurrentIndex(1);
    shoot(page, file("findings"));
    page.review()->tabs()->setCurrentIndex(0);
    const QModelIndex lan = model->index(3, 0);
    page.review()->tree()->setCurrentIndex(model->index(0, 0, lan));
    shoot(page, file("threshold"));
    backend.holdAfterFirst = true;
    page.review()->pane()->confirm()->button()->click();
    QTest::qWait(30);
    const ApplyResult result = campusResult(model->ticks().chosen());
    for (size_t i = 1; i < result.steps.size() * 55 / 100; ++i)
        Q_EMIT backend.stepDone(result.steps[i]);
    Q_EMIT backend.requestCount(42);
    shoot(page, file("apply"));
    backend.goOn();
    shoot(page, file("result"));
    JournalPage journal(context);
    journal.resize(look.size);
    journal.setView(view);
    journal.show();
    shoot(journal, file("journal"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir dir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    const QSize page(1256, 820);
    for (const Look &look : {Look{"fr-light", text::Language::French, Theme::Light, 1.0, page},
                             Look{"en-light", text::Language::English, Theme::Light, 1.0, page},
                             Look{"fr-dark", text::Language::French, Theme::Dark, 1.0, page},
                             Look{"fr-contrast", text::Language::French, Theme::HighContrast, 1.0, page},
                             Look{"fr-150", text::Language::French, Theme::Light, 1.5, page}})
        render(application, look, dir);
    return 0;
}
