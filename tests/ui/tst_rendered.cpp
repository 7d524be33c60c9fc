// What is painted can be read in every theme, and every model behind a view keeps Qt's rules through the window's life
// (R12, R36).
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/plan/planpage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;
using liaison::tests::SampleNames;
using liaison::tests::SampleServers;

class TestRendered : public QObject
{
    Q_OBJECT

private:
    ThemeHolder *m_theme = nullptr;
    Language *m_language = nullptr;

    static void settle()
    {
        for (int turn = 0; turn < 12; ++turn)
            QCoreApplication::processEvents();
    }
    static void open(MainWindow &window, SampleBackend &backend, const QString &key)
    {
        window.showPage(key);
        if (key == pages::Plan)
            backend.plan({}, {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote, ChangeClass::Remove});
        settle();
    }

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
        m_language->set(text::Language::English);
    }

    void textStandsOut_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << int(Theme::Light) << 4.5;
        QTest::newRow("dark") << int(Theme::Dark) << 4.5;
        QTest::newRow("high contrast") << int(Theme::HighContrast) << 7.0;
    }
    void textStandsOut()
    {
        QFETCH(int, theme);
        QFETCH(double, least);
        m_theme->setTheme(static_cast<Theme>(theme));
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        const QStringList keys = window.navigation()->pages() << QString(pages::Plan);
        const auto check = [&](const QString &state) {
            for (const QString &key : keys) {
                open(window, backend, key);
                const QStringList pale = paleTexts(&window, least);
                QVERIFY2(pale.isEmpty(), qPrintable(key % u' ' % state % u":\n" % pale.join(u'\n')));
            }
        };
        check(QStringLiteral("loading"));
        backend.show(sampleCampus());
        const Backend::View campus = sampleCampus();
        const Snapshot &s = *campus->snapshot;
        window.showCourse({s.sites[0].id.value, s.links[6].cmid.value});
        check(QStringLiteral("data"));
        backend.check.problems = {{campus->runs.front().id, 3, JournalFault::EntryAltered}};
        backend.checkJournal();
        check(QStringLiteral("altered journal"));
        auto *plan = qobject_cast<PlanPage *>(window.page(pages::Plan));
        window.showPage(pages::Plan);
        const auto checkPlan = [&](const char *state) {
            settle();
            const QStringList pale = paleTexts(&window, least);
            QVERIFY2(pale.isEmpty(), qPrintable(QLatin1String(state) % u":\n" % pale.join(u'\n')));
        };
        plan->prepareUndo(campus->runs.front().id);
        checkPlan("taking a run back");
        plan->resumeRun(campus->runs.front().id, backend.stepsOf(campus->runs.front().id));
        checkPlan("running");
        plan->applying()->pause()->click();
        QVERIFY(backend.paused);
        checkPlan("paused");
        Q_EMIT backend.applyFailed({});
        Q_EMIT backend.refreshFailed(Error{ErrorKind::Tls, QStringLiteral("tls"), {}, 0, {}, {}});
        check(QStringLiteral("error"));
        backend.show(sampleCampus(SampleServers::ChatDown));
        check(QStringLiteral("unknown"));
    }

    void modelsKeepTheRules()
    {
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        const QStringList keys = window.navigation()->pages() << QString(pages::Plan);
        for (const QString &key : keys)
            window.showPage(key);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        QSet<QAbstractItemModel *> models;
        const auto views = window.findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *view : views) {
            if (!view->model() || models.contains(view->model()))
                continue;
            models.insert(view->model());
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        QVERIFY2(models.size() >= 10, qPrintable(QString::number(models.size())));
        for (const SampleNames names : {SampleNames::Believable, SampleNames::Hostile}) {
            backend.show(sampleCampus(SampleServers::AllWell, names));
            for (const QString &key : keys) {
                open(window, backend, key);
                if (QLineEdit *filter = window.page(key)->filterField()) {
                    for (const QString &typed : {QStringLiteral("a"), QStringLiteral("zzzz"), QString()}) {
                        filter->setText(typed);
                        settle();
                    }
                }
            }
            const Backend::View campus = sampleCampus();
            const Snapshot &s = *campus->snapshot;
            window.showCourse({s.sites[0].id.value, s.links[6].cmid.value});
            window.search()->setText(QStringLiteral("a"));
            Q_EMIT window.search()->textEdited(QStringLiteral("a"));
            m_language->set(text::Language::French);
            settle();
            m_language->set(text::Language::English);
        }
        backend.show(sampleCampus(SampleServers::ChatDown));
        for (const QString &key : keys)
            open(window, backend, key);
    }
};

QTEST_MAIN(TestRendered)
#include "tst_rendered.moc"
