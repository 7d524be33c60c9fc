// The Courses page as people use it: keyboard, pane, filter, states with a way out, and pictures to look at.
#include "tests/ui/courses/courseworld.h"
#include "tests/ui/courses/fakebackend.h"
#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/courses/coursespage.h"
#include "ui/courses/factslist.h"

#include <QClipboard>
#include <QDir>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

namespace {

constexpr qint64 minute = 60'000;

/// A page over the campus of the tests, four minutes after it was read.
struct Shown
{
    explicit Shown(text::Language language = text::Language::English, Theme look = Theme::Light, qreal zoom = 1.0,
                   SmallWorld given = courseWorld())
        : world(std::move(given))
        , words(language == text::Language::French)
        , theme(*qApp, look, zoom)
        , tongue(*qApp, language)
        , page({backend, theme, tongue}, [this](const QUrl &url) {
            opened << url;
            return true;
        })
    {
        QCoreApplication::installTranslator(&words);
        page.setClock([this] { return Instant{world.now.ms + 4 * minute}; });
        page.resize(1256, 816);
    }
    ~Shown() { QCoreApplication::removeTranslator(&words); }

    void fill()
    {
        backend.view = viewOf(world);
        QSignalSpy merged(&page.model(), &LinksModel::merged);
        page.setView(backend.view);
        QVERIFY(merged.wait());
    }
    void show()
    {
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    [[nodiscard]] LinkKey key(const QString &shortName)
    {
        const qint64 course = world.course(shortName).id;
        for (const SmallLink &link : world.links) {
            if (link.course == course)
                return {link.site, link.cmid};
        }
        return {};
    }
    void picture(const QString &name)
    {
        QDir folder(qEnvironmentVariable("LIAISON_SHOTS", QDir::tempPath() + QStringLiteral("/liaison-courses")));
        folder.mkpath(QStringLiteral("."));
        QTest::qWait(1);
        QVERIFY(page.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }
    void type(const QString &text)
    {
        // keyClicks stops the program at the first letter with an accent.
        for (QChar c : text)
            QTest::sendKeyEvent(QTest::Click, page.filterField(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }

    SmallWorld world;
    FakeBackend backend;
    TableTranslator words;
    ThemeHolder theme;
    Language tongue;
    QList<QUrl> opened;
    CoursesPage page;
};

} // namespace

class TestCoursesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAndFills();
    void chipsWrap();
    void keyboardWalk();
    void copies();
    void paneShowsDifferences();
    void filterKeepsThePane();
    void refreshKeepsEverything();
    void severalCourses();
    void emptyStates();
    void errors();
    void opensOutside();
    void history();
    void languageSwitch();
    void narrow();
    void everythingHasAName();
    void pictures_data();
    void pictures();
};

void TestCoursesPage::loadsAndFills()
{
    Shown s;
    s.page.setLoading({QStringLiteral("members"), 5, 20});
    s.show();
    QVERIFY(!s.page.table()->isVisible()); // loading, not an empty table
    s.fill();
    QVERIFY(s.page.table()->isVisible());
    QCOMPARE(s.page.model().rowCount(), static_cast<int>(s.world.links.size()));
    QVERIFY(!s.page.isPaneOpen());
    // A later reading leaves the rows where they are.
    s.page.setLoading({QStringLiteral("members"), 5, 20});
    QVERIFY(s.page.table()->isVisible());
    for (Button *button : s.page.findChildren<Button *>()) {
        if (button->isVisible() && button->text() == QLatin1String("Stop"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(s.backend.cancels, 1);
}

void TestCoursesPage::chipsWrap()
{
    Shown s(text::Language::French);
    s.page.resize(1000, 700);
    s.show();
    QCOMPARE(s.page.findChild<ChipGroup *>()->chip(ChipGroup::AllId)->countText(), QStringLiteral("?"));
    s.fill();
    auto *group = s.page.findChild<ChipGroup *>();
    const auto allInside = [&] {
        for (Chip *chip : group->findChildren<Chip *>()) {
            if (chip->isVisible() &&
                (!group->rect().contains(chip->geometry()) || chip->width() < chip->sizeHint().width()))
                return false;
        }
        return true;
    };
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(allInside());
    s.theme.setZoom(1.6);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(allInside());
}

void TestCoursesPage::keyboardWalk()
{
    Shown s;
    s.show();
    s.fill();
    s.page.filterField()->setFocus();
    s.type(QStringLiteral("constit"));
    QCOMPARE(s.page.model().rowCount(), 1);
    QTest::keyClick(s.page.filterField(), Qt::Key_Down);
    QVERIFY(s.page.table()->hasFocus());
    QCOMPARE(s.page.table()->currentRow(), 0);
    QVERIFY(!s.page.isPaneOpen());
    QTest::keyClick(s.page.table(), Qt::Key_Return);
    QVERIFY(s.page.isPaneOpen() && s.page.pane()->isVisible());
    QCOMPARE(*s.page.pane()->current(), s.key(QStringLiteral("DRC-L1")));
    QTRY_VERIFY(s.page.pane()->members().showsPeople());
    QTest::keyClick(s.page.table(), Qt::Key_Escape);
    QVERIFY(!s.page.isPaneOpen() && !s.page.pane()->isVisible());
    QVERIFY(s.page.table()->hasFocus());
    // Escape in the field empties it.
    s.page.filterField()->setFocus();
    QTest::keyClick(s.page.filterField(), Qt::Key_Escape);
    QCOMPARE(s.page.filterField()->text(), QString());
    QCOMPARE(s.page.model().rowCount(), static_cast<int>(s.world.links.size()));
    // Arrows change the pane; the people are asked for where the walk ends, not on the way.
    s.page.table()->setFocus();
    s.page.table()->setCurrentRow(0);
    QTest::keyClick(s.page.table(), Qt::Key_Return);
    s.backend.peopleAsked.clear();
    QTest::keyClick(s.page.table(), Qt::Key_Down);
    QTest::keyClick(s.page.table(), Qt::Key_Down);
    QTest::keyClick(s.page.table(), Qt::Key_Up);
    const LinkKey second = s.page.model().keyAt(1);
    QTRY_COMPARE(*s.page.pane()->current(), second);
    QCOMPARE(s.backend.peopleAsked, std::vector{second});
    for (QWidget *zone : s.page.zones())
        QVERIFY(zone && zone->isVisible() && zone->focusPolicy() != Qt::NoFocus);
}

void TestCoursesPage::copies()
{
    Shown s;
    s.show();
    s.fill();
    QSignalSpy announced(&s.page, &Page::announced);
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    s.page.table()->setFocus();
    QTest::keyClick(s.page.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Differences\tDRC-L1\tDroit constitutionnel 1\tdrc-l1_46220\t"
                            "115 / 118\t+6 \u22123 \u21912 \u21931\t4\u00a0min"));
    QTest::keyClick(s.page.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(announced.size(), 1);
    const QString ticket = QGuiApplication::clipboard()->text();
    QVERIFY(ticket.contains(QStringLiteral("DRC-L1")) &&
            ticket.contains(QStringLiteral("https://chat.example/group/drc-l1_46220")));
    QVERIFY(s.page.pane()->ticket(text::Language::French).contains(QStringLiteral("Cours\u00a0: DRC-L1")));
}

void TestCoursesPage::paneShowsDifferences()
{
    Shown s;
    s.show();
    s.fill();
    QSignalSpy plan(&s.page, &Page::planRequested);
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    MembersTab &members = s.page.pane()->members();
    QTRY_VERIFY(members.showsPeople());
    QCOMPARE(members.model().withheld(), 1); // the guest
    QCOMPARE(members.model().differences(), 6 + 3 + 2 + 1 + 1 + 1);
    QTest::mouseClick(s.page.pane()->planButton(), Qt::LeftButton);
    QCOMPARE(plan.size(), 1);
    QCOMPARE(plan.first().first().value<std::vector<LinkKey>>(), std::vector{s.key(QStringLiteral("DRC-L1"))});

    // Unknown: the reason and what to do stand where the people would; nothing can be planned.
    s.page.showCourse(s.key(QStringLiteral("BIO-L1")));
    QVERIFY(!members.showsPeople());
    QVERIFY(!s.page.pane()->planButton()->isEnabled());
    bool said = false;
    for (Label *label : members.findChildren<Label *>())
        said = said || (label->isVisible() &&
                        label->text().contains(text::of(UnknownReason::Truncated, text::Language::English).sentence));
    QVERIFY(said);
    // In step: nothing to list, and one click shows everybody.
    s.page.showCourse(s.key(QStringLiteral("ALG-M1")));
    QTRY_COMPARE(members.model().people().size(), size_t(86));
    QVERIFY(!members.showsPeople());
    members.model().setDifferencesOnly(false);
    QCOMPARE(members.model().rowCount(), 87);
}

void TestCoursesPage::filterKeepsThePane()
{
    Shown s;
    s.show();
    s.fill();
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    QTRY_VERIFY(s.page.pane()->members().showsPeople());
    s.type(QStringLiteral("geneve"));
    QCOMPARE(s.page.model().rowCount(), 1);
    QCOMPARE(*s.page.pane()->current(), s.key(QStringLiteral("DRC-L1"))); // hidden by the filter, still shown beside it
    QVERIFY(s.page.table()->selectedRows().empty());
    s.page.filterField()->clear();
    QCOMPARE(s.page.table()->currentRow(), s.page.model().rowOf(s.key(QStringLiteral("DRC-L1"))));
    QCOMPARE(s.page.table()->selectedRows().size(), size_t(1));
    // Showing a course that a filter hides lifts the filter.
    s.type(QStringLiteral("geneve"));
    s.page.showCourse(s.key(QStringLiteral("MAT-L1")));
    QCOMPARE(s.page.filterField()->text(), QString());
    QCOMPARE(*s.page.pane()->current(), s.key(QStringLiteral("MAT-L1")));
    // A state code, as the overview sends it, checks its chip.
    s.page.setFilter(QStringLiteral("drift"));
    QCOMPARE(s.page.model().filter().states(), maskOf(LinkState::Drift));
    QCOMPARE(s.page.findChild<ChipGroup *>()->checked(), std::set<int>{static_cast<int>(LinkState::Drift)});
}

void TestCoursesPage::refreshKeepsEverything()
{
    Shown s;
    s.page.resize(1256, 420);
    s.show();
    s.fill();
    s.page.table()->sortByColumn(static_cast<int>(LinkColumn::Title), Qt::DescendingOrder);
    s.type(QStringLiteral("category:trois-rives")); // R238
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    MembersTab &members = s.page.pane()->members();
    QTRY_VERIFY(members.showsPeople());
    members.list()->setCurrentIndex(members.model().index(3));
    const PersonKey person = members.currentPerson()->person;
    QScrollBar *scroll = s.page.table()->verticalScrollBar();
    scroll->setValue(scroll->maximum() / 2);
    const int where = scroll->value();
    QVERIFY(where > 0);

    s.world.room(s.backend.view->snapshot->rooms.front().id.value).archived = false; // the same campus, read again
    s.fill();
    QCOMPARE(scroll->value(), where);
    QCOMPARE(s.page.filterField()->text(), QStringLiteral("category:trois-rives"));
    QCOMPARE(s.page.model().sortColumn(), LinkColumn::Title);
    QCOMPARE(s.page.model().sortOrder(), Qt::DescendingOrder);
    QCOMPARE(s.page.table()->currentRow(), s.page.model().rowOf(s.key(QStringLiteral("DRC-L1"))));
    QVERIFY(s.page.isPaneOpen() && members.showsPeople());
    QTRY_COMPARE(s.backend.peopleAsked.size(), size_t(2));
    QCoreApplication::processEvents();
    QVERIFY(members.currentPerson() && members.currentPerson()->person == person);
}

void TestCoursesPage::severalCourses()
{
    Shown s;
    s.show();
    s.fill();
    QSignalSpy plan(&s.page, &Page::planRequested);
    auto *selection = s.page.table()->selectionModel();
    const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    std::vector<LinkKey> wanted;
    for (const char16_t *course : {u"ANG-L2", u"CHI-L1", u"BIO-L1"}) {
        wanted.push_back(s.key(QString::fromUtf16(course)));
        selection->select(s.page.model().index(s.page.model().rowOf(wanted.back()), 0), flags);
    }
    Button *button = nullptr;
    for (Button *candidate : s.page.findChildren<Button *>()) {
        if (candidate->isVisible() && candidate->text() == QLatin1String("Prepare the plan for 3 courses"))
            button = candidate;
    }
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto asked = plan.first().first().value<std::vector<LinkKey>>();
    std::sort(asked.begin(), asked.end());
    std::sort(wanted.begin(), wanted.end());
    QCOMPARE(asked, wanted);
    s.page.table()->clearSelection();
    QVERIFY(!button->isVisible());
}

void TestCoursesPage::emptyStates()
{
    Shown s;
    s.show();
    s.fill();
    const auto press = [&](const char *label) {
        for (Button *button : s.page.findChildren<Button *>()) {
            if (button->isVisible() && button->text() == QLatin1String(label)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    s.type(QStringLiteral("épidémio état:écarts"));
    QCOMPARE(s.page.model().rowCount(), 0);
    QVERIFY(!s.page.table()->isVisible());
    bool said = false;
    for (Label *label : s.page.findChildren<Label *>())
        said =
            said || (label->isVisible() && label->text().contains(QStringLiteral("among them Épidémiologie (ÉPI-M1)")));
    QVERIFY(said);
    QVERIFY(QTest::qWaitFor([&] { return press("Remove the filter on the state"); }));
    QCOMPARE(s.page.filterField()->text(), QStringLiteral("épidémio"));
    QCOMPARE(s.page.model().rowCount(), 1);

    s.page.model().setCategory(CategoryKey{QStringLiteral("main"), 11});
    QCOMPARE(s.page.model().rowCount(), 0);
    QVERIFY(QTest::qWaitFor([&] { return press("Look in all categories"); }));
    QCOMPARE(s.page.model().rowCount(), 1);

    QSignalSpy page(&s.page, &Page::openPage);
    s.page.setFilter(QStringLiteral("état:orphelin"));
    QVERIFY(QTest::qWaitFor([&] { return press("Show orphan rooms"); }));
    QCOMPARE(page.first().first().toString(), QString(pages::Rooms));
    QVERIFY(QTest::qWaitFor([&] { return press("Clear all filters"); }));
    QCOMPARE(s.page.model().rowCount(), static_cast<int>(s.world.links.size()));

    QSignalSpy again(&s.page, &Page::refreshRequested);
    s.world.links.clear();
    s.fill();
    QVERIFY(QTest::qWaitFor([&] { return press("Read again"); }));
    QCOMPARE(again.size(), 1);
}

void TestCoursesPage::errors()
{
    Shown s;
    s.show();
    const Error error{ErrorKind::Tls, QStringLiteral("tls-expired"), QStringLiteral("chat.example"), 0, {}, {}};
    QSignalSpy again(&s.page, &Page::refreshRequested);
    const auto press = [&](const char *label) {
        for (Button *button : s.page.findChildren<Button *>()) {
            if (button->isVisible() && button->text() == QLatin1String(label)) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        }
        return false;
    };
    s.page.setError(error);
    QVERIFY(QTest::qWaitFor([&] { return press("Try again"); }));
    QCOMPARE(again.size(), 1);
    s.fill();
    s.page.setError(error);
    QVERIFY(s.page.table()->isVisible()); // the last known state stays on screen
    QVERIFY(QTest::qWaitFor([&] { return press("Copy for the ticket"); }));
    QVERIFY(QGuiApplication::clipboard()->text().contains(text::error(error, text::Language::English).sentence));
    QVERIFY(QTest::qWaitFor([&] { return press("Try again"); }));
    QCOMPARE(again.size(), 2);
    s.fill();
    for (Button *button : s.page.findChildren<Button *>())
        QVERIFY(!button->isVisible() || button->text() != QLatin1String("Try again"));
    // Stopped by a person: nothing went wrong.
    s.page.setLoading({});
    s.page.setError({ErrorKind::Cancelled, {}, {}, 0, {}, {}});
    for (Button *button : s.page.findChildren<Button *>())
        QVERIFY(!button->isVisible() || button->text() != QLatin1String("Try again"));
}

// R98, R109: the activity and the same room in the browser and in the desktop app.
void TestCoursesPage::opensOutside()
{
    Shown s;
    s.show();
    s.fill();
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    for (QAction *action : s.page.pane()->findChildren<QAction *>()) {
        if (action->text() == QLatin1String("Activity in Moodle") ||
            action->text() == QLatin1String("Room in the browser") ||
            action->text() == QLatin1String("Room in the desktop app"))
            action->trigger();
    }
    QCOMPARE(
        s.opened,
        (QList<QUrl>{QUrl(QStringLiteral("https://moodle.example/mod/rocketchat/view.php?id=146220")),
                     QUrl(QStringLiteral("https://chat.example/group/drc-l1_46220")),
                     QUrl(QStringLiteral("rocketchat://room?host=chat.example&rid=room60&path=group/drc-l1_46220"))}));
    s.page.showCourse(s.key(QStringLiteral("LIN-M1")));
    QVERIFY(s.page.pane()->targets().moodle && !s.page.pane()->targets().web && !s.page.pane()->targets().app);
}

void TestCoursesPage::history()
{
    Shown s;
    s.show();
    store::RunStep step;
    step.place = {QStringLiteral("main"), 46220, 146220, QStringLiteral("room60")};
    step.kind = ChangeKind::Add;
    step.chat = QStringLiteral("a501");
    step.outcome = Outcome::Done;
    store::RunStep other = step;
    other.place.cmid = 1;
    other.place.room = QStringLiteral("elsewhere");
    other.chat = QStringLiteral("a502");
    s.backend.steps = {step, other};
    s.fill();
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    QVERIFY(s.backend.runsAsked.isEmpty()); // not before somebody looks
    s.page.pane()->setTab(DetailPane::History);
    QTRY_COMPARE(s.backend.runsAsked, QStringList{QStringLiteral("run-1")});
    auto *list = qobject_cast<QWidget *>(s.page.pane()->tabContent())->findChild<FactsList *>();
    QVERIFY(list);
    QTRY_VERIFY(list->plainText().contains(QStringLiteral("Hélène Faure: Done")));
    QVERIFY(!list->plainText().contains(QStringLiteral("Samuel Okoye")));
}

void TestCoursesPage::languageSwitch()
{
    Shown s;
    s.show();
    s.fill();
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    QTRY_VERIFY(s.page.pane()->members().showsPeople());
    QCoreApplication::removeTranslator(&s.words);
    TableTranslator french(true);
    s.tongue.set(text::Language::French);
    QCoreApplication::installTranslator(&french);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(s.page.pane()->planButton()->text(), QStringLiteral("Préparer le plan"));
    QCOMPARE(s.page.model().headerData(0, Qt::Horizontal).toString(), QStringLiteral("État"));
    QCOMPARE(s.page.model().index(0, 0).data().toString(), QStringLiteral("En phase"));
    QVERIFY(s.page.pane()->members().showsPeople());
    QCOMPARE(french.missing(), QStringList());
    QCoreApplication::removeTranslator(&french);
}

void TestCoursesPage::narrow()
{
    Shown s;
    s.show();
    s.fill();
    s.page.resize(700, 700);
    s.page.table()->setFocus();
    s.page.table()->setCurrentRow(3);
    QVERIFY(!s.page.table()->isColumnHidden(static_cast<int>(LinkColumn::State)));
    QVERIFY(s.page.table()->isColumnHidden(static_cast<int>(LinkColumn::Read)));
    for (LinkColumn kept : {LinkColumn::State, LinkColumn::Course, LinkColumn::Changes})
        QVERIFY(!s.page.table()->isColumnHidden(static_cast<int>(kept)));
    QTest::keyClick(s.page.table(), Qt::Key_Return);
    QVERIFY(s.page.pane()->isVisible() && !s.page.table()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!s.page.pane()->isVisible() && s.page.table()->isVisible() && s.page.table()->hasFocus());
}

void TestCoursesPage::everythingHasAName()
{
    Shown s;
    s.show();
    s.fill();
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    for (QWidget *widget : s.page.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<QSplitterHandle *>(widget))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const auto *parent = widget->parentWidget();
        if (parent && parent->inherits("QAbstractScrollArea"))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className())));
    }
    // What servers say is never markup.
    for (QLabel *label : s.page.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

void TestCoursesPage::pictures_data()
{
    QTest::addColumn<bool>("french");
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("zoom");
    QTest::newRow("fr-light") << true << 0 << 1.0;
    QTest::newRow("fr-dark") << true << 1 << 1.0;
    QTest::newRow("fr-contrast") << true << 2 << 1.0;
    QTest::newRow("en-light") << false << 0 << 1.0;
    QTest::newRow("fr-zoom200") << true << 0 << 2.0;
}

void TestCoursesPage::pictures()
{
    QFETCH(bool, french);
    QFETCH(int, theme);
    QFETCH(double, zoom);
    Shown s(french ? text::Language::French : text::Language::English, static_cast<Theme>(theme), zoom);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    s.page.setLoading({QStringLiteral("members"), 561, 1248});
    s.show();
    s.picture(QStringLiteral("0-loading-") + name);
    s.fill();
    s.picture(QStringLiteral("1-table-") + name);
    s.page.showCourse(s.key(QStringLiteral("DRC-L1")));
    QTRY_VERIFY(s.page.pane()->members().showsPeople());
    s.picture(QStringLiteral("2-pane-") + name);
    s.page.pane()->members().list()->setCurrentIndex(s.page.pane()->members().model().index(7));
    s.picture(QStringLiteral("3-person-") + name);
    s.page.pane()->setTab(DetailPane::LinkAndRoles);
    s.picture(QStringLiteral("4-link-") + name);
    s.page.pane()->setTab(DetailPane::Retention);
    s.picture(QStringLiteral("5-retention-") + name);
    s.page.pane()->setTab(DetailPane::History);
    s.picture(QStringLiteral("6-history-") + name);
    s.page.pane()->setTab(DetailPane::Members);
    s.page.showCourse(s.key(QStringLiteral("BIO-L1")));
    s.picture(QStringLiteral("7-unknown-") + name);
    QTest::keyClick(&s.page, Qt::Key_Escape);
    s.type(QStringLiteral("épidémio état:écarts"));
    s.picture(QStringLiteral("8-empty-") + name);
    s.page.setFilter({});
    s.page.table()->selectAll();
    s.picture(QStringLiteral("9-several-") + name);
    s.page.setLoading({QStringLiteral("members"), 561, 1248});
    s.page.table()->clearSelection();
    s.picture(QStringLiteral("10-reading-") + name);
    s.page.setError(
        {ErrorKind::Tls, QStringLiteral("tls-expired"), QStringLiteral("chat.trois-rives.example"), 0, {}, {}});
    s.picture(QStringLiteral("11-error-") + name);
    if (french) {
        for (const QString &text : s.words.missing())
            qWarning("no French: %s", qPrintable(text));
    }
}

QTEST_MAIN(TestCoursesPage)
#include "tst_courses_page.moc"
