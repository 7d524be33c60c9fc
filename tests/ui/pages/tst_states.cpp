#include "tests/ui/pages/clipped.h"
#include "tests/ui/pages/pageviews.h"
#include "ui/base/statebar.h"
#include "ui/base/statepanel.h"
#include "ui/pages/retentionpage.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

/// A chat server that nobody answers for, and what was not tried after it.
ui::Backend::DiagnosisPtr someDiagnosis()
{
    Examined chat;
    chat.report.kind = QStringLiteral("rocketchat");
    chat.report.url = QStringLiteral("https://chat.example");
    chat.way.host = QStringLiteral("chat.example");
    chat.way.name = fail(Error{ErrorKind::HostNotFound, {}, chat.way.host, 0, {}, {}});
    chat.report.error = chat.way.error();
    auto diagnosis = std::make_shared<Diagnosis>();
    diagnosis->servers = {diagnosisOf(chat)};
    return diagnosis;
}

} // namespace

/// Every page in each of its states, in both languages and at two sizes: nothing is cut, everything has a name.
class TestStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void states_data();
    void states();
    void aFailedReadKeepsTheRows();
    void theBarLeadsToTheCourses();
    void filtersByCode();
    void measuresRetention();

private:
    SilentBackend m_backend;
    std::unique_ptr<ui::ThemeHolder> m_theme;
    std::unique_ptr<ui::Language> m_language;
};

void TestStates::initTestCase()
{
    m_theme = std::make_unique<ui::ThemeHolder>(*qApp);
    m_language = std::make_unique<ui::Language>(*qApp);
}

void TestStates::states_data()
{
    QTest::addColumn<size_t>("page");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("french");
    QTest::addColumn<double>("zoom");
    for (size_t page = 0; page < allPages().size(); ++page) {
        for (const char *state : {"loading", "error", "campus", "empty", "troubled"}) {
            for (bool french : {true, false}) {
                for (double zoom : {1.0, 1.5})
                    QTest::addRow("%s %s %s %.1f", allPages()[page].name, state, french ? "fr" : "en", zoom)
                        << page << QString::fromLatin1(state) << french << zoom;
            }
        }
    }
}

void TestStates::states()
{
    QFETCH(size_t, page);
    QFETCH(QString, state);
    QFETCH(bool, french);
    QFETCH(double, zoom);
    m_language->set(french ? text::Language::French : text::Language::English);
    m_theme->setZoom(zoom);
    m_backend.diagnosis.reset();
    if (state == u"empty")
        m_backend.diagnosis = std::make_shared<const Diagnosis>(); // no server in the profile
    else if (state == u"campus" || state == u"troubled")
        m_backend.diagnosis = someDiagnosis();
    const std::unique_ptr<ui::Page> shown(allPages()[page].make({m_backend, *m_theme, *m_language}));
    shown->resize(m_theme->tokens().px(1256), m_theme->tokens().px(820));
    shown->show();
    if (state == u"error")
        shown->setError(Error{ErrorKind::Timeout, QStringLiteral("timeout"), QStringLiteral("groups.list"), 0, {}, {}});
    else if (state == u"campus")
        shown->setView(campusView());
    else if (state == u"empty")
        shown->setView(emptyView());
    else if (state == u"troubled")
        shown->setView(troubledView());
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    QApplication::processEvents();

    const QStringList cut = clipped(shown.get());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    for (const QAbstractButton *button : shown->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
    }
    bool panel = false, table = false;
    for (const ui::StatePanel *p : shown->findChildren<ui::StatePanel *>())
        panel = panel || p->isVisible();
    for (const QTableView *t : shown->findChildren<QTableView *>()) {
        table = table || t->isVisible();
        QVERIFY(!t->isVisible() || !t->accessibleName().isEmpty());
    }
    if (state == u"loading" || state == u"error" || state == u"empty")
        QVERIFY(panel && !table);
    if (state == u"campus")
        QVERIFY(!panel);
}

void TestStates::aFailedReadKeepsTheRows()
{
    m_theme->setZoom(1);
    for (const NamedPage &named : allPages()) {
        if (qstrcmp(named.name, "diagnostics") == 0)
            continue; // examines the servers anew instead: tst_diagnostics
        const std::unique_ptr<ui::Page> page(named.make({m_backend, *m_theme, *m_language}));
        page->resize(1256, 820);
        page->show();
        page->setView(campusView());
        page->setError(Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}});
        int panels = 0;
        for (const ui::StatePanel *p : page->findChildren<ui::StatePanel *>())
            panels += p->isVisible();
        QCOMPARE(panels, 1); // the banner, above the rows
        for (const QTableView *t : page->findChildren<QTableView *>())
            QVERIFY2(t->isVisible(), named.name);
        page->setView(campusView());
        for (const ui::StatePanel *p : page->findChildren<ui::StatePanel *>())
            QVERIFY2(!p->isVisible(), named.name);
    }
}

void TestStates::theBarLeadsToTheCourses()
{
    const std::unique_ptr<ui::Page> page(allPages().front().make({m_backend, *m_theme, *m_language}));
    page->setView(campusView());
    QSignalSpy opened(page.get(), &ui::Page::openPage);
    const auto *bar = page->findChild<ui::StateBar *>();
    Q_EMIT const_cast<ui::StateBar *>(bar)->activated(static_cast<int>(LinkState::Drift));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().at(0).toString(), QStringLiteral("courses"));
    QCOMPARE(opened.front().at(1).toString(), QStringLiteral("drift"));
}

void TestStates::filtersByCode()
{
    const std::unique_ptr<ui::Page> page(allPages().at(1).make({m_backend, *m_theme, *m_language}));
    page->setView(campusView());
    const auto *table = page->findChild<QTableView *>();
    page->setFilter(QStringLiteral("orphan"));
    QCOMPARE(table->model()->rowCount(), 4);
    page->setFilter(QStringLiteral("GREC"));
    QCOMPARE(table->model()->rowCount(), 1);
    page->setFilter({});
    QCOMPARE(table->model()->rowCount(), int(campusView()->rooms.size()));
}

// Measure and export: asked for once, possible again after a failure, and always with the reason where they are not.
void TestStates::measuresRetention()
{
    m_language->set(text::Language::English);
    m_theme->setZoom(1);
    ui::RetentionPage page({m_backend, *m_theme, *m_language});
    page.resize(1256, 820);
    page.show();
    const auto says = [&](const char *words) {
        const auto labels = page.findChildren<ui::Label *>();
        return std::any_of(labels.begin(), labels.end(), [&](const ui::Label *label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    };
    CampusView off = *campusView();
    off.policy.measureRetention = false;
    page.setView(std::make_shared<const CampusView>(off));
    QVERIFY(!page.measureButton()->isEnabled());
    QVERIFY(says("switched off in the profile")); // to be read, not only pointed at
    CampusView allowed = *campusView();
    allowed.policy.measureRetention = true;
    page.setView(std::make_shared<const CampusView>(allowed));
    QVERIFY(page.measureButton()->isEnabled());
    QVERIFY(!says("switched off"));
    page.measureButton()->click();
    QCOMPARE(m_backend.measured, 1);
    QVERIFY(!page.measureButton()->isEnabled());
    QSignalSpy complained(&page, &ui::Page::complained);
    Q_EMIT m_backend.retentionFailed(Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}});
    QCOMPARE(complained.size(), 1);
    QVERIFY(page.measureButton()->isEnabled());
    page.measureButton()->click();
    CampusView measured = allowed;
    for (RetentionRow &row : measured.retention)
        row.measured = true;
    page.setView(std::make_shared<const CampusView>(measured));
    QVERIFY(page.measureButton()->isEnabled());
    QVERIFY(says("never a text"));
    QSignalSpy announced(&page, &ui::Page::announced);
    Q_EMIT m_backend.evidenceWritten(QStringLiteral("/home/anne/retention.html"));
    QVERIFY(announced.first().first().toString().contains(QStringLiteral("/home/anne/retention.html")));
    // A reading that was kept has no server to measure.
    for (const ViewSource source : {ViewSource::LastReading, ViewSource::Published}) {
        CampusView kept = allowed;
        kept.source = source;
        page.setView(std::make_shared<const CampusView>(kept));
        QVERIFY(!page.measureButton()->isEnabled());
        QVERIFY(says("a reading that was kept"));
        page.setView(std::make_shared<const CampusView>(allowed));
    }
}

QTEST_MAIN(TestStates)
#include "tst_states.moc"
