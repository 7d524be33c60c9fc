// The Courses page as people use it: keyboard, pane, filter, states with a way out, and pictures to look at.
#include "tests/ui/courses/courseworld.h"
#include "tests/ui/courses/fakebackend.h"
#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/courses/coursespage.h"
#include "ui/courses/factslist.h"

#include <QClipboard>
#include <QDir>
#include <QSignalSpy>
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
        : world(std::move(given)), words(language == text::Language::French), theme(*qApp, look, zoom), tongue(*qApp, language),
          page({backend, theme, tongue}, [this](const QUrl &url) {
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
    void pictures_data();
    void pictures();
};

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
    s.page.setError({ErrorKind::Tls, QStringLiteral("tls-expired"), QStringLiteral("chat.trois-rives.example"), 0, {}, {}});
    s.picture(QStringLiteral("11-error-") + name);
    if (french) {
        for (const QString &text : s.words.missing())
            qWarning("no French: %s", qPrintable(text));
    }
}

QTEST_MAIN(TestCoursesPage)
#include "tst_courses_page.moc"
