// The tab "Link" of the pane: what is said of a course beside its differences.
#include "tests/ui/courses/courseworld.h"
#include "ui/base/audit.h"
#include "ui/base/theme.h"
#include "ui/courses/factslist.h"
#include "ui/courses/linktabs.h"

#include <QScrollBar>
#include <QTest>
#include <functional>
#include <memory>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;

class TestLinkTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeHolder>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void groups_data();
    void groups();
    void nameOfTheRoom();
    void otherRooms();
    void readWholeWhereThereIsLittleRoom_data();
    void readWholeWhereThereIsLittleRoom();

private:
    std::unique_ptr<ThemeHolder> m_theme;
};

namespace {

QString linkTab(const CampusView &view, quint32 position = 0)
{
    FactsList list;
    LinkTabs::fillLink(list, linkFacts(view, position), text::Language::English, {}, {});
    return list.plainText();
}

/// The view of one course, with what the world of the tests does not say.
std::shared_ptr<const CampusView> with(const SmallWorld &world, const std::function<void(Snapshot &)> &change)
{
    auto view = std::make_shared<CampusView>(*viewOf(world));
    Snapshot s = *view->snapshot;
    change(s);
    view->snapshot = std::make_shared<const Snapshot>(std::move(s));
    return view;
}

} // namespace

void TestLinkTabs::groups_data()
{
    QTest::addColumn<int>("mode"); // -1 = not told
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("explained");
    QTest::newRow("not told") << -1 << "Groups: ?" << false;
    QTest::newRow("none") << 0 << "Groups: no" << false;
    QTest::newRow("separate") << 1 << "Groups: separate groups" << true;
    QTest::newRow("visible") << 2 << "Groups: visible groups" << true;
}

// R43, R118: groups are shown, and that the room takes no notice of them.
void TestLinkTabs::groups()
{
    QFETCH(int, mode);
    QFETCH(QString, shown);
    QFETCH(bool, explained);
    const auto view = with(SmallWorld::oneCourse(), [&](Snapshot &s) {
        s.courses.front().groupMode = mode < 0 ? std::nullopt : std::optional(mode);
    });
    const QString text = linkTab(*view);
    QVERIFY2(text.contains(shown), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("one room for all")), explained);
}

// R90: the name of the room is not that of the activity; both are there, with the reason.
void TestLinkTabs::nameOfTheRoom()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.link(100).activityName = QStringLiteral("Salon de discussion");
    w.site(QStringLiteral("main")).naming = Naming{QStringLiteral("{$a->moodleid}_{$a->moduleid}"), {}, {}};
    const QString text = linkTab(*viewOf(w));
    for (const QString &part : {QStringLiteral("Salon de discussion"), w.room(QStringLiteral("R1")).name,
                                QStringLiteral("by a pattern: it is not that of the activity.")})
        QVERIFY2(text.contains(part), qPrintable(text));
    w.site(QStringLiteral("main")).naming.reset(); // nobody told the pattern: nothing is said about it
    QVERIFY(!linkTab(*viewOf(w)).contains(QStringLiteral("pattern")));
}

// R120: the other rooms of the same course.
void TestLinkTabs::otherRooms()
{
    SmallWorld w = SmallWorld::oneCourse();
    QVERIFY(!linkTab(*viewOf(w)).contains(QStringLiteral("One room for a course")));
    SmallRoom second = w.room(QStringLiteral("R1"));
    second.id = QStringLiteral("R2");
    second.name = QStringLiteral("algebra-2");
    w.rooms.push_back(second);
    SmallLink link = w.link(100);
    link.cmid = 101;
    link.room = QStringLiteral("R2");
    w.links.push_back(link);
    const auto view = viewOf(w);
    const QString first = linkTab(*view, positionOf(*view, 100));
    QVERIFY2(first.contains(QStringLiteral("Other rooms of the course: algebra-2")), qPrintable(first));
    QVERIFY(first.contains(QStringLiteral("One room for a course is enough")));
}

void TestLinkTabs::readWholeWhereThereIsLittleRoom_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<QSize>("size");
    QTest::newRow("pane") << 1.0 << QSize(440, 540);
    QTest::newRow("low pane") << 1.0 << QSize(440, 200);
    QTest::newRow("200 %") << 2.0 << QSize(1256, 440);
    QTest::newRow("narrow at 200 %") << 2.0 << QSize(880, 300);
}

/// More lines than fit are scrolled to, never squeezed.
void TestLinkTabs::readWholeWhereThereIsLittleRoom()
{
    QFETCH(double, zoom);
    QFETCH(QSize, size);
    m_theme->setZoom(zoom);
    const auto view = with(courseWorld(), [](Snapshot &s) {
        for (Course &course : s.courses)
            course.groupMode = 1;
        for (Site &site : s.sites)
            site.naming = Naming{QStringLiteral("{$a->moodleid}_{$a->courseshortname}_{$a->moduleid}"), {}, {}};
    });
    FactsList list;
    list.resize(size);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    LinkTabs::fillLink(list, linkFacts(*view, positionOf(*view, 146220)), text::Language::English, {}, {});
    QCoreApplication::sendPostedEvents();
    QTRY_COMPARE(clippedTexts(list.widget()), QStringList());
    QVERIFY(list.verticalScrollBar()->maximum() > 0);
    QVERIFY(list.widget()->width() <= list.viewport()->width()); // nothing is out of sight to the right
    m_theme->setZoom(1.0);
}

QTEST_MAIN(TestLinkTabs)
#include "tst_link_tabs.moc"
