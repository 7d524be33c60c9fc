// "Why?" in the console: from the search box and from a person's line, by keyboard, in both languages (R102, R36).
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/courses/coursespage.h"
#include "ui/courses/factslist.h"
#include "ui/courses/whypane.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/text/explained.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;

namespace {

struct Case
{
    LinkKey link;
    PersonRow row;
};

/// Somebody of the sample campus who is to be added.
Case absent(const Backend::View &view)
{
    const Snapshot &s = *view->snapshot;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        for (const PersonRow &row : peopleOf(s, view->policy, view->history, LinkIx(i))) {
            if (row.kind == ChangeKind::Add && row.person.moodle)
                return {{s.sites[s.links[i].site.value].id.value, s.links[i].cmid.value}, row};
        }
    }
    return {};
}

struct Fixture
{
    Fixture(ThemeHolder &theme, Language &language) : window(Context{backend, theme, language})
    {
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        window.showPage(pages::Courses);
        view = sampleCampus();
        backend.show(view);
        who = absent(view);
        courses = qobject_cast<CoursesPage *>(window.page(pages::Courses));
    }
    [[nodiscard]] DetailPane &pane() const { return *courses->pane(); }

    SampleBackend backend;
    MainWindow window;
    Backend::View view;
    Case who;
    CoursesPage *courses = nullptr;
};

} // namespace

class TestWhy : public QObject
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
    void init() { m_language->set(text::Language::English); }

    void fromTheSearchBox()
    {
        Fixture f(*m_theme, *m_language);
        QVERIFY(f.who.row.person.moodle);
        f.window.search()->setText(f.who.row.name);
        Q_EMIT f.window.search()->textEdited(f.who.row.name);
        QTRY_VERIFY(f.window.searchPopup()->isVisible());
        const Hit *hit = f.window.searchPopup()->current();
        QVERIFY(hit && hit->kind == Hit::Kind::Person);
        QTest::keyClick(f.window.search(), Qt::Key_Return);
        QTRY_VERIFY(f.pane().showsWhy());
        QTRY_VERIFY(f.pane().whyPane()->why());
        QCOMPARE(f.pane().whyPane()->why()->explanation.name, f.who.row.name);
    }

    void fromALine()
    {
        Fixture f(*m_theme, *m_language);
        QTRY_VERIFY(f.courses->model().rowCount() > 0);
        f.courses->showCourse(f.who.link);
        QTRY_VERIFY(f.pane().members().model().rowCount() > 0);
        const int row = f.pane().members().model().rowOf(f.who.row.person);
        QVERIFY(row >= 0);
        QListView *list = f.pane().members().list();
        list->setCurrentIndex(f.pane().members().model().index(row));
        QVERIFY(f.pane().members().whyButton()->isVisible());
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(f.pane().showsWhy());
        const QString said = f.pane().whyPane()->plainText();
        const Explanation &e = f.pane().whyPane()->why()->explanation;
        QCOMPARE(e.kind, std::optional(ChangeKind::Add));
        QVERIFY(said.contains(text::of(Conclusion::ToAdd, text::Language::English).sentence));
        QVERIFY(said.contains(text::remedyText(e, text::Language::English)));
        for (const ExplainStep &step : e.steps)
            QVERIFY2(said.contains(text::factSentence(step, text::Language::English)), qPrintable(said));
        const QString ticket = f.pane().ticket(text::Language::French);
        QVERIFY2(ticket.contains(text::of(Conclusion::ToAdd, text::Language::French).sentence), qPrintable(ticket));

        m_language->set(text::Language::French);
        QVERIFY(f.pane().whyPane()->plainText().contains(text::of(Conclusion::ToAdd, text::Language::French).sentence));
        QVERIFY(f.pane().whyPane()->plainText().contains(QStringLiteral("Que faire")));
        QTest::keyClick(f.pane().whyPane()->content(), Qt::Key_Escape);
        QVERIFY(!f.pane().showsWhy());
        QVERIFY(f.courses->isPaneOpen());
    }

    void otherRoomsOfThePerson()
    {
        Fixture f(*m_theme, *m_language);
        const Snapshot &s = *f.view->snapshot;
        // Somebody of two courses.
        for (quint32 p = 0; p < s.people.size(); ++p) {
            std::vector<LinkKey> links;
            for (const Link &link : s.links) {
                const Course &course = s.courses[link.course.value];
                if (!course.enrolments.isKnown())
                    continue;
                const Rows rows = course.enrolments.value();
                for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
                    if (s.enrolments.person[row] == p)
                        links.push_back({s.sites[link.site.value].id.value, link.cmid.value});
                }
            }
            if (links.size() < 2)
                continue;
            const Person &who = s.people[p];
            QTRY_VERIFY(f.courses->model().rowCount() > 0);
            f.courses->showPerson(links[0], {who.id.value, std::nullopt, who.username}, who.fullName);
            QTRY_VERIFY(f.pane().whyPane()->why());
            QMenu *menu = f.pane().whyPane()->otherRooms()->menu();
            QVERIFY(f.pane().whyPane()->otherRooms()->isVisible());
            QVERIFY(menu->actions().size() >= 1);
            menu->actions().front()->trigger();
            QTRY_VERIFY(f.pane().current() != links[0]);
            QTRY_VERIFY(f.pane().showsWhy() && f.pane().whyPane()->why());
            QCOMPARE(f.pane().whyPane()->why()->explanation.name, who.fullName);
            return;
        }
        QSKIP("nobody is in two courses of the sample");
    }
};

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
