// Names that servers can send and nobody wants: markup, formulas, direction marks, line breaks, 300 letters (R36).
// Over the whole window they are plain text, and nothing moves.
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/base/delegate.h"
#include "ui/base/plaintext.h"
#include "ui/base/table.h"
#include "ui/courses/coursespage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::hostileWords;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;
using liaison::tests::SampleNames;
using liaison::tests::SampleServers;

class TestHostile : public QObject
{
    Q_OBJECT

private:
    ThemeHolder *m_theme = nullptr;
    Language *m_language = nullptr;

    static QStringList allKeys(const MainWindow &window)
    {
        return window.navigation()->pages() << QString(pages::Plan);
    }
    static void open(MainWindow &window, SampleBackend &backend, const QString &key)
    {
        window.showPage(key);
        if (key == pages::Plan)
            backend.plan({}, {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote, ChangeClass::Remove});
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        // Its rows are put in order on another thread.
        if (auto *courses = qobject_cast<CoursesPage *>(window.page(key)))
            QVERIFY(QTest::qWaitFor([courses] { return courses->model().rowCount() > 0; }));
        QCoreApplication::processEvents();
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

    void wordsBecomeFit()
    {
        QCOMPARE(oneLine(QStringLiteral("plain é 🧪")), QStringLiteral("plain é 🧪"));
        QCOMPARE(oneLine(QStringLiteral("a\nb\tc\u2028d")), QStringLiteral("a b c d"));
        QCOMPARE(oneLine(QStringLiteral("\u202Ecba\u202C\u200F")), QStringLiteral("cba"));
        QCOMPARE(withoutDirections(QStringLiteral("a\nb\u2067")), QStringLiteral("a\nb"));
        const QString family = QStringLiteral("👩🏽‍🔬"); // joiners make it one sign: they stay
        QCOMPARE(oneLine(family), family);
    }

    void plainTextEverywhere_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<bool>("down");
        for (const int language : {int(text::Language::English), int(text::Language::French)}) {
            for (const bool down : {false, true})
                QTest::addRow("%s%s", language == int(text::Language::French) ? "fr" : "en", down ? " down" : "")
                    << language << down;
        }
    }
    void plainTextEverywhere()
    {
        QFETCH(int, language);
        QFETCH(bool, down);
        m_language->set(static_cast<text::Language>(language));
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        backend.show(sampleCampus(down ? SampleServers::ChatDown : SampleServers::AllWell, SampleNames::Hostile));
        const QString shots = qEnvironmentVariable("LIAISON_SHOTS");
        const QStringList keys = allKeys(window);
        for (const QString &key : keys) {
            open(window, backend, key);
            if (key == pages::Courses) {
                const Backend::View campus = sampleCampus();
                const Snapshot &s = *campus->snapshot;
                window.showCourse({s.sites[0].id.value, s.links[6].cmid.value});
                QCoreApplication::processEvents();
            }
            if (!shots.isEmpty())
                QVERIFY(
                    window.grab().save(QDir(shots).filePath(u"hostile-" % key % u'-' % m_language->code() % u".png")));
            const auto labels = window.findChildren<QLabel *>();
            for (const QLabel *label : labels)
                QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                         qPrintable(key % u": " % label->text()));
            const auto menus = window.findChildren<QAction *>();
            for (const QAction *action : menus)
                QVERIFY2(!action->text().contains(u'\n'), qPrintable(key % u": " % action->text()));
            const QStringList cut = clippedTexts(&window);
            QVERIFY2(cut.isEmpty(), qPrintable(key % u":\n" % cut.join(u'\n')));
            QVERIFY2(window.width() <= 1440 && window.height() <= 900, qPrintable(key));
        }
    }

    /// The same places for the same rows, whatever they are called.
    void nothingMoves()
    {
        m_language->set(text::Language::English);
        const auto places = [this](SampleNames names) {
            SampleBackend backend;
            MainWindow window(Context{backend, *m_theme, *m_language});
            addAllPages(window);
            window.resize(1440, 900);
            window.show();
            backend.show(sampleCampus(SampleServers::AllWell, names));
            QStringList out;
            const QStringList keys = allKeys(window);
            for (const QString &key : keys) {
                open(window, backend, key);
                const auto views = window.page(key)->findChildren<TableView *>();
                for (const TableView *view : views) {
                    if (!view->isVisible() || !view->model())
                        continue;
                    out << QStringLiteral("%1 %2 rows, each %3")
                               .arg(key)
                               .arg(view->model()->rowCount())
                               .arg(view->model()->rowCount() > 0 ? view->rowHeight(0) : 0);
                    for (int row = 0; row < view->model()->rowCount(); ++row) {
                        if (view->rowHeight(row) != view->rowHeight(0))
                            out << QStringLiteral("row %1 is higher").arg(row);
                    }
                }
            }
            return out.join(u'\n');
        };
        QCOMPARE(places(SampleNames::Hostile), places(SampleNames::Believable));
    }

    /// A cell paints the same whatever its neighbour is called.
    void aNameStaysInItsCell()
    {
        const auto painted = [](const QString &name) {
            QStandardItemModel model(2, 3);
            for (int row = 0; row < 2; ++row) {
                for (int column = 0; column < 3; ++column)
                    model.setItem(row, column, new QStandardItem(QStringLiteral("cell %1 (%2)").arg(row).arg(column)));
            }
            model.item(0, 1)->setText(name);
            TableView view(32);
            view.setModel(&model);
            view.setItemDelegate(new TableDelegate(&view));
            for (int column = 0; column < 3; ++column)
                view.setColumn(column, 120);
            view.resize(380, 120);
            view.show();
            QImage image = view.viewport()->grab().toImage();
            QPainter(&image).fillRect(QRect(120, 0, 120, 31), Qt::white);
            return image;
        };
        const QImage plain = painted(QStringLiteral("name"));
        for (const QString &name : hostileWords())
            QVERIFY2(painted(name) == plain, qPrintable(name));
    }

    /// A tool tip guesses markup: ours never is.
    void toolTipsAreNotRead()
    {
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        window.show();
        QLabel label(QStringLiteral("x"));
        label.setToolTip(QStringLiteral("<b>bold</b> & \u202Emore"));
        label.show();
        QHelpEvent event(QEvent::ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(&label, &event);
        QCOMPARE(QToolTip::text(), Qt::convertFromPlainText(QStringLiteral("<b>bold</b> & more")));
        QToolTip::hideText();
    }

    void theSearchPopupToo()
    {
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        backend.show(sampleCampus(SampleServers::AllWell, SampleNames::Hostile));
        for (const QString &typed : {QStringLiteral("<b>"), QStringLiteral("hyper"), QStringLiteral("etu001"),
                                     QStringLiteral("wwww"), QStringLiteral("deuxi")}) {
            window.search()->setText(typed);
            Q_EMIT window.search()->textEdited(typed);
            // The index of names is made on another thread.
            QTRY_VERIFY2(window.searchPopup()->isVisible() && window.searchPopup()->count() > 0, qPrintable(typed));
            QVERIFY(window.rect().contains(window.searchPopup()->geometry()));
        }
        if (const QString shots = qEnvironmentVariable("LIAISON_SHOTS"); !shots.isEmpty())
            QVERIFY(window.grab().save(QDir(shots).filePath(QStringLiteral("hostile-search.png"))));
    }
};

QTEST_MAIN(TestHostile)
#include "tst_hostile.moc"
