// The window: navigation, search, keyboard, status; nothing cut in either language up to 200 % (R12, R36).
#include "core/run/restorereview.h"
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/base/panesplitter.h"
#include "ui/base/plainclipboard.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;
using liaison::tests::SampleServers;

namespace {

/// A page that keeps what it was told.
class SpyPage : public Page
{
public:
    explicit SpyPage(const Context &c) : Page(c) { retranslate(); }

    void setView(Backend::View) override { ++views; }
    void setLoading(const Progress &) override { ++loads; }
    void setError(const Error &) override { ++errors; }
    void setFilter(const QString &f) override { filter = f; }
    void showCourse(const LinkKey &l) override { course = l; }

    int views = 0, loads = 0, errors = 0, texts = 0;
    QString filter;
    LinkKey course;

protected:
    void retranslate() override { ++texts; }
};

struct Fixture
{
    explicit Fixture(ThemeHolder &theme, Language &language)
        : window(Context{backend, theme, language}), none(Context{backend, theme, language})
    {
        for (const QLatin1String key : {pages::Overview, pages::Courses, pages::Rooms, pages::Plan})
            window.addPage(key, [](const Context &c) { return new SpyPage(c); });
        window.showPage(pages::Overview);
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
    }
    /// Only pages that were made; `made` asks.
    SpyPage &page(QLatin1String key)
    {
        auto *found = dynamic_cast<SpyPage *>(window.page(key));
        Q_ASSERT(found);
        return found ? *found : none;
    }
    bool made(QLatin1String key) { return window.page(key) != nullptr; }

    SampleBackend backend;
    MainWindow window;
    SpyPage none; ///< never shown
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private:
    ThemeHolder *m_theme = nullptr;
    Language *m_language = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = new ThemeHolder(*qApp);
        m_language = new Language(*qApp);
    }
    void cleanupTestCase()
    {
        delete m_language;
        delete m_theme;
    }
    void init()
    {
        m_theme->setTheme(Theme::Light);
        m_theme->setZoom(1);
        m_language->set(text::Language::English);
    }

    void pagesAreMadeWhenShown()
    {
        Fixture f(*m_theme, *m_language);
        QVERIFY(f.made(pages::Overview));
        QVERIFY(!f.made(pages::Courses));
        f.backend.show(sampleCampus());
        QCOMPARE(f.page(pages::Overview).views, 1);
        f.window.showPage(pages::Courses, QStringLiteral("drift"));
        QCOMPARE(f.page(pages::Courses).views, 1);
        QCOMPARE(f.page(pages::Courses).filter, QStringLiteral("drift"));
        f.backend.show(sampleCampus());
        QCOMPARE(f.page(pages::Overview).views, 1); // not shown: told when it is
        QCOMPARE(f.page(pages::Courses).views, 2);
        f.window.showPage(pages::Overview);
        QCOMPARE(f.page(pages::Overview).views, 2);
        f.window.showPage(QStringLiteral("no such page"));
        QCOMPARE(f.window.currentKey(), QString(pages::Overview));
    }

    void loadingAndErrorsReachThePage()
    {
        Fixture f(*m_theme, *m_language);
        Q_EMIT f.backend.progress({QStringLiteral("rooms"), 3, 10});
        QCOMPARE(f.page(pages::Overview).loads, 1);
        Q_EMIT f.backend.refreshFailed(Error{ErrorKind::Tls, QStringLiteral("tls"), {}, 0, {}, {}});
        QCOMPARE(f.page(pages::Overview).errors, 1);
        f.window.showPage(pages::Courses); // also one that is opened afterwards
        QCOMPARE(f.page(pages::Courses).errors, 1);
    }

    void badgesCountAndAdmitNotKnowing()
    {
        Fixture f(*m_theme, *m_language);
        f.window.addPage(pages::Restores, [](const Context &c) { return new SpyPage(c); });
        const Backend::View view = sampleCampus();
        f.backend.show(view);
        qint64 drift = 0;
        for (const LinkRow &row : view->diff.links)
            drift += row.state == LinkState::Drift || row.state == LinkState::Missing;
        QVERIFY(drift > 0);
        QCOMPARE(f.window.navigation()->badgeOf(pages::Courses), QString::number(drift));
        QCOMPARE(f.window.navigation()->badgeOf(pages::Restores), QStringLiteral("3"));
        // R152: what failed since somebody looked is told apart, in words too.
        QVERIFY(view->restoreReview->failuresRemembered);
        QCOMPARE(f.window.navigation()->item(pages::Restores)->accessibleName(),
                 QStringLiteral("Restores 3, 1 new since you last looked"));
        m_language->set(text::Language::French);
        QVERIFY(f.window.navigation()->item(pages::Restores)->accessibleName().contains(QStringLiteral("3, 1 nouve")));
        m_language->set(text::Language::English);
        Q_EMIT f.backend.refreshFailed(Error{ErrorKind::Tls, QStringLiteral("tls"), {}, 0, {}, {}});
        QCOMPARE(f.window.navigation()->badgeOf(pages::Courses), QStringLiteral("?"));
    }

    /// An address is shown with places to break a line at, and copied without them.
    void copiesWhatIsMeant()
    {
        Fixture f(*m_theme, *m_language);
        QVERIFY(f.window.findChild<PlainClipboard *>());
        const QString shown = QStringLiteral("moodle.\u200bexample.\u200borg");
        QClipboard *const clipboard = QGuiApplication::clipboard();
        bool ours = true; // the platform of the tests knows no owner
        const PlainClipboard plain(nullptr, [&ours](QClipboard::Mode) { return ours; });
        clipboard->setText(shown);
        QCOMPARE(clipboard->text(), QStringLiteral("moodle.example.org"));
        ours = false;
        clipboard->setText(shown);
        QCOMPARE(clipboard->text(), shown);
    }

    void whatIsSaidOpensPlans()
    {
        Fixture f(*m_theme, *m_language);
        f.backend.show(sampleCampus());
        const LinkKey link{QStringLiteral("main"), 1};
        Q_EMIT f.page(pages::Overview).planRequested({link});
        QCOMPARE(f.window.currentKey(), QString(pages::Plan));
        QCOMPARE(f.backend.planned, std::vector<LinkKey>{link});
        Q_EMIT f.page(pages::Overview).openCourse(link);
        QCOMPARE(f.window.currentKey(), QString(pages::Courses));
        QVERIFY(f.page(pages::Courses).course == link);
        Q_EMIT f.page(pages::Overview).refreshRequested();
        QCOMPARE(f.backend.refreshes, 1);
    }

    void keyboard()
    {
        Fixture f(*m_theme, *m_language);
        f.backend.show(sampleCampus());
        QTRY_VERIFY(f.window.isActiveWindow());
        QTest::keyClick(&f.window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(f.window.search()));
        QTest::keyClick(&f.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(f.window.currentKey(), QString(pages::Courses));
        QTest::keyClick(&f.window, Qt::Key_F5);
        QCOMPARE(f.backend.refreshes, 1);
        QTest::keyClick(&f.window, Qt::Key_F1);
        QCOMPARE(f.window.currentKey(), QString(pages::Help));
        QTest::keyClick(&f.window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_theme->zoom(), 1.1);
        QTest::keyClick(&f.window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_theme->zoom(), 1.0);
        f.window.search()->setFocus();
        QTest::keyClick(&f.window, Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(QApplication::focusWidget() != f.window.search());
        QTest::keyClick(&f.window, Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(f.window.search()));
    }

    void searchTakesAnything_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("shortName");
        QTest::newRow("short name") << QStringLiteral("DRC-L1") << int(Hit::Kind::Course) << QStringLiteral("DRC-L1");
        QTest::newRow("id") << QStringLiteral("40322") << int(Hit::Kind::Course) << QStringLiteral("DRC-L1");
        QTest::newRow("title without accents")
            << QStringLiteral("epidemio") << int(Hit::Kind::Course) << QStringLiteral("ÉPI-M1");
        QTest::newRow("room") << QStringLiteral("drc-l1_40322") << int(Hit::Kind::Room) << QString();
        QTest::newRow("room id") << QStringLiteral("room40322") << int(Hit::Kind::Room) << QString();
        QTest::newRow("person") << QStringLiteral("etu001") << int(Hit::Kind::Person) << QStringLiteral("ALG-M1");
        QTest::newRow("sentence") << QStringLiteral("Aucun groupe privé nommé \"drc-l1_40322\" n'a été trouvé !")
                                  << int(Hit::Kind::Message) << QStringLiteral("DRC-L1");
        QTest::newRow("chat address") << QStringLiteral("https://chat.example/group/drc-l1_40322")
                                      << int(Hit::Kind::Message) << QStringLiteral("DRC-L1");
    }
    void searchTakesAnything()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, shortName);
        const SearchIndex index(sampleCampus());
        const std::vector<Hit> hits = index.find(typed);
        QVERIFY(!hits.empty());
        QCOMPARE(int(hits.front().kind), kind);
        QVERIFY(hits.front().link.has_value());
        QCOMPARE(hits.front().shortName, shortName);
        QVERIFY(index.find(QStringLiteral("  ")).empty());
    }

    void anUnknownRoomInASentenceIsSaid()
    {
        const SearchIndex index(sampleCampus());
        const std::vector<Hit> hits = index.find(QStringLiteral("Aucun groupe privé nommé « drc_1 »"));
        QVERIFY(!hits.empty());
        QCOMPARE(int(hits.front().kind), int(Hit::Kind::Message));
        QVERIFY(hits.front().roomId.isEmpty());
        QVERIFY(!hits.front().link);
    }

    void searchOpensTheCourse()
    {
        Fixture f(*m_theme, *m_language);
        f.backend.show(sampleCampus());
        f.window.search()->setFocus();
        QTest::keyClicks(f.window.search(), QStringLiteral("DRC-L1"));
        QTRY_VERIFY(f.window.searchPopup()->isVisible()); // looked for as soon as the view has its index
        QVERIFY(f.window.searchPopup()->current());
        const LinkKey wanted = *f.window.searchPopup()->current()->link;
        QTest::keyClick(f.window.search(), Qt::Key_Return);
        QVERIFY(!f.window.searchPopup()->isVisible());
        QCOMPARE(f.window.currentKey(), QString(pages::Courses));
        QVERIFY(f.page(pages::Courses).course == wanted);
        QTest::keyClicks(f.window.search(), QStringLiteral("zzzz"));
        QCOMPARE(f.window.searchPopup()->count(), 0);
        QTest::keyClick(f.window.search(), Qt::Key_Escape);
        QVERIFY(!f.window.searchPopup()->isVisible());
    }

    void railBelow1100()
    {
        Fixture f(*m_theme, *m_language);
        QVERIFY(!f.window.navigation()->isRail());
        m_theme->setZoom(2);
        QVERIFY(f.window.navigation()->isRail());
        // Icons alone keep their names.
        QCOMPARE(f.window.navigation()->item(pages::Courses)->accessibleName(), QStringLiteral("Courses"));
        QVERIFY(!f.window.navigation()->item(pages::Courses)->toolTip().isEmpty());
        m_theme->setZoom(1);
        QVERIFY(!f.window.navigation()->isRail());
    }

    void languageReachesEveryPage()
    {
        Fixture f(*m_theme, *m_language);
        const int before = f.page(pages::Overview).texts;
        m_language->set(text::Language::French);
        QCOMPARE(f.page(pages::Overview).texts, before + 1);
        QCOMPARE(f.window.navigation()->titleOf(pages::Courses), QStringLiteral("Cours"));
    }

    void choicesAreKept()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
        {
            Fixture f(*m_theme, *m_language);
            f.window.showPage(pages::Courses);
            m_theme->setTheme(Theme::Dark);
            m_theme->setZoom(1.25);
            m_language->set(text::Language::French);
            f.window.save(settings);
        }
        init();
        Fixture f(*m_theme, *m_language);
        f.window.restore(settings);
        QCOMPARE(m_theme->theme(), Theme::Dark);
        QCOMPARE(m_theme->zoom(), 1.25);
        QCOMPARE(m_language->current(), text::Language::French);
        QCOMPARE(f.window.currentKey(), QString(pages::Courses));
    }

    void panesAndTheSystemsThemeAreKept()
    {
        QTemporaryDir dir;
        QSettings settings(dir.filePath(QStringLiteral("console.ini")), QSettings::IniFormat);
        const auto splitterOf = [](MainWindow &window) {
            return window.page(pages::Courses)->findChild<PaneSplitter *>();
        };
        {
            SampleBackend backend;
            MainWindow window(Context{backend, *m_theme, *m_language});
            addAllPages(window);
            window.setSystemTheme(Theme::Dark);
            window.restore(settings); // nothing there: the desktop's theme
            QCOMPARE(m_theme->theme(), Theme::Dark);
            QCOMPARE(window.currentKey(), QString(pages::Courses));
            splitterOf(window)->setChosenSize(470);
            window.save(settings);
        }
        {
            SampleBackend backend;
            MainWindow window(Context{backend, *m_theme, *m_language});
            addAllPages(window);
            window.setSystemTheme(Theme::Light); // the desktop was changed meanwhile
            window.restore(settings);
            QCOMPARE(m_theme->theme(), Theme::Light);
            QCOMPARE(splitterOf(window)->chosenSize(), 470);
            window.showPage(pages::Preferences);
            m_theme->setTheme(Theme::HighContrast);
            window.save(settings);
        }
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.setSystemTheme(Theme::Light);
        window.restore(settings);
        QCOMPARE(m_theme->theme(), Theme::HighContrast); // a choice stays
        QCOMPARE(window.currentKey(), QString(pages::Preferences));
        window.showPage(pages::Courses);
        QCOMPARE(splitterOf(window)->chosenSize(), 470); // also of a page that was not opened meanwhile
        QPalette night;
        night.setColor(QPalette::Window, Qt::black);
        night.setColor(QPalette::WindowText, Qt::white);
        QCOMPARE(themeOf(night), Theme::Dark);
    }

    // 1366 x 768 with a panel and a title bar at 200 %: the window fits, and the navigation scrolls to what has the
    // keyboard.
    void fitsALowScreen()
    {
        m_theme->setZoom(2);
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1366, 690);
        window.show();
        QTRY_VERIFY(window.isActiveWindow());
        backend.show(sampleCampus());
        settle();
        QCOMPARE(window.size(), QSize(1366, 690));
        for (const QString &key : window.navigation()->pages()) {
            NavItem *item = window.navigation()->item(key);
            item->setFocus(Qt::TabFocusReason);
            settle();
            QCOMPARE(item->visibleRegion().boundingRect(), item->rect());
        }
        window.showPage(pages::Overview);
        settle();
        const NavItem *first = window.navigation()->item(pages::Overview);
        QCOMPARE(first->visibleRegion().boundingRect(), first->rect());
    }

    // Reading the rooms of a run that is to be taken back ends with its plan: no view follows that would say so.
    void undoEndsItsReading()
    {
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.show();
        window.showPage(pages::Journal);
        backend.show(sampleCampus());
        const auto reads = [&window] {
            for (const QWidget *part : window.findChild<StatusStrip *>()->findChildren<QWidget *>()) {
                if (part->isVisible() && part->accessibleName() == QStringLiteral("Reading, 2 of 5"))
                    return true;
            }
            return false;
        };
        Q_EMIT backend.progress({QStringLiteral("rooms"), 2, 5});
        QVERIFY(reads());
        backend.undo(sampleCampus()->runs.front().id);
        QVERIFY(!reads());
        Q_EMIT backend.progress({QStringLiteral("rooms"), 2, 5});
        Q_EMIT backend.undoFailed({});
        QVERIFY(!reads());
    }

    // What the foot says in passing never makes the window wider.
    void longNewsGiveWay()
    {
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1100, 700);
        window.showPage(pages::Journal);
        window.show();
        backend.show(sampleCampus());
        settle();
        const QString path = QStringLiteral("/home/operator/").repeated(40);
        Q_EMIT backend.exported(path);
        settle();
        QCOMPARE(window.width(), 1100);
    }

    void nothingIsCutAndEverythingNamed_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<double>("zoom");
        for (const int language : {int(text::Language::English), int(text::Language::French)}) {
            for (const double zoom : {0.8, 1.0, 1.5, 2.0})
                QTest::addRow("%s %d", language == int(text::Language::French) ? "fr" : "en", int(zoom * 100))
                    << language << zoom;
        }
    }
    void nothingIsCutAndEverythingNamed()
    {
        QFETCH(int, language);
        QFETCH(double, zoom);
        m_language->set(static_cast<text::Language>(language));
        m_theme->setZoom(zoom);
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.training().offer(QStringLiteral("role-lost"), true);
        window.resize(1440, 900);
        window.show();
        const QStringList keys = window.navigation()->pages() << QString(pages::Plan);
        const auto look = [&](const QString &where) {
            settle();
            const QStringList cut = clippedTexts(&window);
            QVERIFY2(cut.isEmpty(), qPrintable(where % u":\n" % cut.join(u'\n')));
            const QStringList unnamed = unnamedControls(&window);
            QVERIFY2(unnamed.isEmpty(), qPrintable(where % u":\n" % unnamed.join(u'\n')));
            QVERIFY2(window.width() <= 1440 && window.height() <= 900,
                     qPrintable(where % QStringLiteral(" wants %1 x %2").arg(window.width()).arg(window.height())));
        };
        const auto check = [&](const QString &state) {
            for (const QString &key : keys) {
                window.showPage(key);
                if (key == pages::Plan)
                    backend.plan({},
                                 {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote, ChangeClass::Remove});
                look(key % u' ' % state);
                if (QTest::currentTestFailed())
                    return;
                openPanes(*window.page(key), [&](const QString &what) { look(key % u' ' % state % u' ' % what); });
            }
        };
        const Error tls{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("rooms.get"), 0, {}, {}};
        check(QStringLiteral("before the first view"));
        Q_EMIT backend.progress({QStringLiteral("rooms"), 412, 1248});
        check(QStringLiteral("loading"));
        backend.show(sampleCampus());
        window.showCourse(linkOf(QStringLiteral("DRC-L1")));
        look(QStringLiteral("a course in full"));
        for (auto *tabs : window.page(pages::Courses)->findChildren<Tabs *>()) {
            for (int i = 0; i < tabs->count() && tabs->isVisible(); ++i) {
                tabs->setCurrentIndex(i);
                look(QStringLiteral("a course, tab %1").arg(i));
            }
        }
        check(QStringLiteral("data"));
        Q_EMIT backend.refreshFailed(tls);
        check(QStringLiteral("error over data"));
        backend.show(sampleCampus(SampleServers::ChatDown));
        check(QStringLiteral("unknown"));
    }

private:
    /// Layouts ask for one more turn; as many as it takes until nothing is left to do.
    static void settle()
    {
        for (int turn = 0; turn < 12; ++turn)
            QCoreApplication::processEvents();
    }
    static LinkKey linkOf(const QString &shortName)
    {
        const Backend::View view = sampleCampus();
        const Snapshot &s = *view->snapshot;
        for (const Link &link : s.links) {
            if (s.courses[link.course.value].shortName == shortName)
                return {s.sites[link.site.value].id.value, link.cmid.value};
        }
        return {};
    }
    /// Where one part is shown at a time: the pane, then back.
    template <class Look> static void openPanes(const Page &page, Look look)
    {
        for (auto *splitter : page.findChildren<PaneSplitter *>()) {
            if (!splitter->isVisible() || !splitter->isOne())
                continue;
            splitter->openButton()->click();
            look(splitter->objectName() % u" pane");
            splitter->backButton()->click();
            settle();
        }
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
