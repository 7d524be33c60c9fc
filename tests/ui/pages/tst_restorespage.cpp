// The page of course restores: columns, what is new, the pane, the file for a
// spreadsheet.
#include "core/run/restorereview.h"
#include "tests/ui/pages/clipped.h"
#include "tests/ui/pages/pageviews.h"
#include "ui/base/button.h"
#include "ui/base/chip.h"
#include "ui/base/delegate.h"
#include "ui/base/table.h"
#include "ui/pages/factrow.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/restoresmodel.h"
#include "ui/pages/restorespage.h"
#include "ui/text/format.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

using Model = ui::RestoresModel;
constexpr auto english = text::Language::English;

class RestoreBackend : public SilentBackend
{
public:
    void exportRestores(const QString &path, text::Language language) override
    {
        files << path;
        languages.push_back(language);
    }
    void restoresSeen() override { ++seen; }
    QStringList files;
    std::vector<text::Language> languages;
    int seen = 0;
};

struct Shown
{
    Shown() { language.set(english); }
    ui::ThemeHolder theme{*qApp};
    ui::Language language{*qApp};
    RestoreBackend backend;
    ui::RestoresPage page{ui::Context{backend, theme, language}};
};

/// With the review of the test's own.
std::shared_ptr<CampusView> changed(const std::function<void(RestoreReview &)> &change)
{
    auto view = std::make_shared<CampusView>(*campusView());
    auto review = std::make_shared<RestoreReview>(*view->restoreReview);
    change(*review);
    view->restoreReview = std::move(review);
    return view;
}

std::unique_ptr<Model> modelOf(const CampusView &view)
{
    auto model = std::make_unique<Model>();
    model->setRows(view.restores, view.restoreReview, view.readAt, english);
    return model;
}

int itemOf(const Model &model, qint64 task)
{
    for (int item = 0; item < model.total(); ++item) {
        if (model.row(item).task.id == task)
            return item;
    }
    return -1;
}

QString cell(const Model &model, qint64 task, int column, int role = Qt::DisplayRole)
{
    return model.index(model.rowOf(itemOf(model, task)), column).data(role).toString().replace(QChar(0xa0), u' ');
}

QStringList labels(const QWidget &widget)
{
    QStringList out;
    const auto all = widget.findChildren<QLabel *>();
    for (const QLabel *label : all) {
        if (label->isVisibleTo(&widget))
            out << label->text();
    }
    return out;
}

ui::Button *button(const QWidget &widget, const QString &text)
{
    const auto all = widget.findChildren<ui::Button *>();
    for (ui::Button *one : all) {
        if (one->text() == text && one->isVisibleTo(&widget))
            return one;
    }
    return nullptr;
}

} // namespace

class TestRestoresPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns();
    void filters();
    void sorts();
    void withoutReview();
    void newFailures();
    void lookingIsTold();
    void pane();
    void opensConfiguredSourcesOnly();
    void opensTheNewCourse();
    void oneClickFromTheOverview();
    void exports();
    void nothingIsCut_data();
    void nothingIsCut();
};

// R138, R154, R157, R158, R159, R160, R171, R172, R174: the columns on screen.
void TestRestoresPage::columns()
{
    const auto model = modelOf(*campusView());
    QCOMPARE(cell(*model, 1, Model::UserData), QStringLiteral("with"));
    QCOMPARE(cell(*model, 5, Model::UserData), QStringLiteral("without"));
    QCOMPARE(cell(*model, 4, Model::Source), QStringLiteral("moodle-iut.campus.example"));
    QCOMPARE(cell(*model, 1, Model::Category), QStringLiteral("Licence 1"));
    QCOMPARE(cell(*model, 1, Model::Category, ui::roles::SecondLineRole), QStringLiteral("Sciences & Technologies"));
    QCOMPARE(cell(*model, 1, Model::Category, Qt::AccessibleTextRole),
             QStringLiteral("Sciences & Technologies / Licence 1"));
    QCOMPARE(cell(*model, 6, Model::Requester), QStringLiteral("an administrator"));
    QCOMPARE(cell(*model, 6, Model::Category), QStringLiteral("default category"));
    const AboutRestore &waits = model->about(itemOf(*model, 5));
    QVERIFY(waits.planned.isKnown());
    QCOMPARE(cell(*model, 5, Model::When), text::dateTime(english, waits.planned).replace(QChar(0xa0), u' '));
    QCOMPARE(cell(*model, 5, Model::When, ui::roles::SecondLineRole), QStringLiteral("waiting 7 h 12 min"));
    QCOMPARE(cell(*model, 1, Model::When, ui::roles::SecondLineRole), QStringLiteral("after 12 h"));
    QCOMPARE(cell(*model, 3, Model::When), QStringLiteral("for 5 d 12 h"));
    QCOMPARE(cell(*model, 7, Model::Course, ui::roles::SecondLineRole), QStringLiteral("Behind a blocked queue"));
    QVERIFY(!cell(*model, 5, Model::When, Qt::AccessibleTextRole).isEmpty());
}

// R169, R238: found by category, person, login, source and remark.
void TestRestoresPage::filters()
{
    const auto view = changed([](RestoreReview &review) {
        for (AboutRestore &about : review.about) {
            if (about.task == 5)
                about.requesterFullName = QStringLiteral("Hélène Faure");
        }
    });
    const auto model = modelOf(*view);
    const auto found = [&](const QString &text) {
        model->setFilter(text, {});
        return model->rowCount();
    };
    QCOMPARE(found(QStringLiteral("licence 1")),
             5); // all but the default category and the one that is gone
    QCOMPARE(found(QStringLiteral("moodle-iut")), 1);
    QCOMPARE(found(QStringLiteral("unreachable")), 1);
    const QString login = model->row(itemOf(*model, 5)).task.requesterName.value_or(QString());
    QVERIFY(!login.isEmpty());
    QVERIFY(found(login) >= 1);
    QCOMPARE(found(QStringLiteral("FAURE helene")), 1);
}

// R169
void TestRestoresPage::sorts()
{
    const auto model = modelOf(*campusView());
    model->sort(Model::Created, Qt::AscendingOrder);
    for (int row = 1; row < model->rowCount(); ++row)
        QVERIFY(model->row(model->itemAt(row - 1)).task.created <= model->row(model->itemAt(row)).task.created);
    model->sort(Model::State, Qt::AscendingOrder);
    QCOMPARE(int(model->row(model->itemAt(0)).state), int(RestoreRow::State::Blocking));
}

// A file of an earlier version tells the rows alone: what else there would be
// is not known, and not nothing.
void TestRestoresPage::withoutReview()
{
    auto view = std::make_shared<CampusView>(*campusView());
    view->restoreReview.reset();
    const auto model = modelOf(*view);
    QCOMPARE(cell(*model, 5, Model::When), QStringLiteral("?"));
    QCOMPARE(model->total(), 7);
    Shown shown;
    shown.page.resize(1200, 800);
    shown.page.setView(view);
    shown.page.show();
    QCoreApplication::processEvents();
}

// R152: a chip counts what failed since the last visit, and the rows say so.
void TestRestoresPage::newFailures()
{
    const auto view = changed([](RestoreReview &review) {
        review.failuresRemembered = true;
        for (AboutRestore &about : review.about)
            about.isNew = about.task == 2 || about.task == 3;
    });
    const auto model = modelOf(*view);
    QCOMPARE(model->countOf(Model::NewKind), 2);
    QCOMPARE(cell(*model, 2, Model::Course, ui::roles::PillRole), QStringLiteral("new"));
    QVERIFY(cell(*model, 4, Model::Course, ui::roles::PillRole).isEmpty());
    Shown shown;
    shown.page.setView(view);
    shown.page.setFilter(QStringLiteral("new"));
    QCOMPARE(shown.page.findChild<ui::TableView *>()->model()->rowCount(), 2);
}

// R152: the visit is told where somebody sees the page, not where it lies under
// another one.
void TestRestoresPage::lookingIsTold()
{
    Shown shown;
    shown.page.setView(campusView());
    QCOMPARE(shown.backend.seen, 0);
    shown.page.show();
    QCOMPARE(shown.backend.seen, 1);
    shown.page.setView(campusView());
    QCOMPARE(shown.backend.seen, 2);
    shown.page.hide();
    shown.page.setView(campusView());
    QCOMPARE(shown.backend.seen, 2);
}

// R139, R149, R183, R211: what else there is to say, and how the site
// stands; nothing can be changed here.
void TestRestoresPage::pane()
{
    const auto view = changed([](RestoreReview &review) {
        for (AboutRestore &about : review.about) {
            if (about.task == 5)
                about.others = {{1, 7, QStringLiteral("Anne Martin"), 21,
                                 Instant::fromIso(QStringLiteral("2026-09-03T16:04:00Z"))}};
        }
    });
    Shown shown;
    shown.page.resize(1400, 1000);
    shown.page.setView(view);
    shown.page.setFilter(QStringLiteral("Génétique"));
    shown.page.show();
    const QString told = labels(shown.page).join(u'\n').remove(QChar(0x200b));
    for (const char *part :
         {"Behind a blocked queue", "Also restored by", "Anne Martin, ", "Planned for", "Next run", "Last run",
          "Moodle 4.5, block 3.1.3", "One course per source", "moodle-2025.campus.example"})
        QVERIFY2(told.contains(QString::fromLatin1(part)), qPrintable(told));
}

// R170: the source course is a link where the source is a Moodle of the
// profile; no other host is ever opened.
void TestRestoresPage::opensConfiguredSourcesOnly()
{
    Shown shown;
    QList<QUrl> opened;
    shown.page.setOpener([&](const QUrl &url) {
        opened << url;
        return true;
    });
    shown.page.resize(1400, 1000);
    shown.page.setView(campusView());
    shown.page.setFilter(QStringLiteral("Génétique"));
    shown.page.show();
    QVERIFY(!button(shown.page, QStringLiteral("Open the source course")));

    const auto view = changed([](RestoreReview &review) {
        for (AboutRestore &about : review.about) {
            if (about.task == 5)
                about.sourceSite = QStringLiteral("annexe");
        }
    });
    QString annexe;
    for (const ServerReport &server : view->servers) {
        if (server.site == u"annexe")
            annexe = server.url;
    }
    shown.page.setView(view);
    ui::Button *open = button(shown.page, QStringLiteral("Open the source course"));
    QVERIFY(open);
    open->click();
    QCOMPARE(opened, QList<QUrl>{QUrl(annexe + QStringLiteral("/course/view.php?id=405"))});
}

// R170: from a restore to its course in one click.
void TestRestoresPage::opensTheNewCourse()
{
    Shown shown;
    QSignalSpy asked(&shown.page, &ui::Page::openCourse);
    shown.page.resize(1400, 1000);
    shown.page.setView(campusView());
    shown.page.setFilter(QStringLiteral("performed"));
    shown.page.show();
    ui::Button *open = button(shown.page, QStringLiteral("Show the new course"));
    QVERIFY(open);
    open->click();
    QCOMPARE(asked.size(), 1);
    // R218: the command that shows the setting behind "requester not enrolled".
    QSignalSpy announced(&shown.page, &ui::Page::announced);
    ui::Button *copy = button(shown.page, QStringLiteral("Copy the command that shows the setting"));
    QVERIFY(copy);
    // The Tab key meets them as they are read, also after another row was shown.
    QWidget *after = copy;
    do
        after = after->nextInFocusChain();
    while (!(after->focusPolicy() & Qt::TabFocus) || !after->isVisible());
    QCOMPARE(after, static_cast<QWidget *>(open));
    copy->click();
    QCOMPARE(announced.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("--name=autoenrol_requester")));
    const LinkKey link = asked.front().front().value<LinkKey>();
    QCOMPARE(link.site, QStringLiteral("main"));
    QVERIFY(link.cmid > 0);
}

// R229: from the first page to the restore that blocks and what to do about it
// in one click.
void TestRestoresPage::oneClickFromTheOverview()
{
    Shown shown;
    ui::OverviewPage overview(ui::Context{shown.backend, shown.theme, shown.language});
    QSignalSpy asked(&overview, &ui::Page::openPage);
    overview.resize(1400, 1000);
    overview.setView(campusView());
    overview.show();
    const QString &name = campusView()->restores.front().task.externalName;
    const auto facts = overview.findChildren<ui::FactRow *>();
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](const ui::FactRow *row) {
        return row->accessibleName().contains(name) && row->isVisibleTo(&overview);
    });
    QVERIFY(fact != facts.end());
    (*fact)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().at(0).toString(), QString(ui::pages::Restores));

    shown.page.resize(1400, 1000);
    shown.page.setView(campusView());
    shown.page.setFilter(asked.front().at(1).toString());
    shown.page.show();
    const QString told = labels(shown.page).join(u'\n').remove(QChar(0x200b));
    QVERIFY2(told.contains(name), qPrintable(told));
    const text::Text why = text::of(text::Group::Restore, QStringLiteral("source-unreachable"), english);
    QVERIFY2(told.contains(why.sentence) && told.contains(why.remedy), qPrintable(told));
}

// R169
void TestRestoresPage::exports()
{
    Shown shown;
    QSignalSpy announced(&shown.page, &ui::Page::announced), complained(&shown.page, &ui::Page::complained);
    shown.page.setView(campusView());
    shown.page.show();
    ui::Button *save = button(shown.page, QStringLiteral("Export"));
    QVERIFY(save);
    save->click();
    auto *dialog = shown.page.findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral("/nowhere/restores.csv"));
    QCOMPARE(shown.backend.files, QStringList{QStringLiteral("/nowhere/restores.csv")});
    Q_EMIT shown.backend.restoresExported(QStringLiteral("/nowhere/restores.csv"));
    QCOMPARE(announced.size(), 1);
    Q_EMIT shown.backend.restoresExportFailed(
        Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), QStringLiteral("/nowhere"), 0, {}, {}});
    QCOMPARE(complained.size(), 1);
    dialog->close();
}

void TestRestoresPage::nothingIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("zoom");
    QTest::newRow("wide") << 1900 << 1.0;
    QTest::newRow("common") << 1200 << 1.0;
    QTest::newRow("narrow") << 900 << 1.0;
    QTest::newRow("200 %") << 1700 << 2.0;
}

void TestRestoresPage::nothingIsCut()
{
    QFETCH(int, width);
    QFETCH(double, zoom);
    Shown shown;
    shown.theme.setZoom(zoom);
    for (const text::Language language : {english, text::Language::French}) {
        shown.language.set(language);
        shown.page.resize(width, 1000);
        shown.page.setView(campusView());
        shown.page.show();
        QCoreApplication::processEvents();
        QCOMPARE(clipped(&shown.page), QStringList());
        const auto areas = shown.page.findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas) {
            if (area->isVisible() && area->widget() && area->widgetResizable())
                QVERIFY2(area->widget()->width() <= area->viewport()->width(), qPrintable(area->objectName()));
        }
    }
    shown.theme.setZoom(1);
}

QTEST_MAIN(TestRestoresPage)
#include "tst_restorespage.moc"
