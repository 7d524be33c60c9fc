// Everything by keyboard alone (R12): from the list to a plan that is applied; Tab reaches every control and shows
// where it is.
#include "tests/ui/samplecampus.h"
#include "ui/base/panesplitter.h"
#include "ui/base/table.h"
#include "ui/plan/planpage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QRadioButton>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;

class TestKeyboard : public QObject
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
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }
    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
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

    void fromTheListToAnAppliedPlan_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }
    void fromTheListToAnAppliedPlan()
    {
        QFETCH(double, zoom);
        m_theme->setZoom(zoom);
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.showPage(pages::Overview);
        window.show();
        QTRY_VERIFY(window.isActiveWindow());
        backend.show(sampleCampus());
        window.activateWindow();
        window.search()->setFocus();

        // Ctrl+K, a name, Enter: the course in full; Esc closes it.
        press(Qt::Key_K, Qt::ControlModifier);
        type(QStringLiteral("DRC-L1"));
        press(Qt::Key_Return);
        QCOMPARE(window.currentKey(), QString(pages::Courses));
        QWidget *page = window.page(pages::Courses);
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Escape);

        // Ctrl+F filters, Down goes into the list, Enter opens, F6 finds the button, Space presses it.
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(window.page(pages::Courses)->filterField()));
        type(QStringLiteral("MED-P2"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        const auto focusOn = [&](const QString &text) {
            for (int tries = 0; tries < 60; ++tries) {
                const auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
                if (button && button->text().startsWith(text))
                    return true;
                press(Qt::Key_Tab);
            }
            return false;
        };
        QVERIFY(focusOn(QStringLiteral("Prepare the plan")));
        press(Qt::Key_Space);
        QCOMPARE(window.currentKey(), QString(pages::Plan));
        QCOMPARE(backend.planned.size(), size_t(1));

        // Space unticks and ticks the step; Ctrl+Enter applies once the number stands there.
        auto *plan = qobject_cast<PlanPage *>(window.page(pages::Plan));
        QVERIFY(plan);
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(backend.applies, 0); // production: the number first
        auto *number = window.page(pages::Plan)->findChild<ConfirmBar *>()->number();
        QVERIFY2(QApplication::focusWidget() == number, QApplication::focusWidget()->metaObject()->className());
        type(number->accessibleName().section(u' ', -1));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(backend.applies == 1, qPrintable(number->accessibleName() % u' ' % number->text()));

        press(Qt::Key_F5);
        QCOMPARE(backend.refreshes, 1);
    }

    void tabReachesEveryControl_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("zoom");
        for (const QLatin1String key :
             {pages::Overview, pages::Courses, pages::Rooms, pages::Roles, pages::Retention, pages::Restores,
              pages::Journal, pages::Diagnostics, pages::Plan, pages::Preferences, pages::Help}) {
            QTest::addRow("%s 100 %%", key.data()) << QString(key) << 1.0;
            QTest::addRow("%s 200 %%", key.data()) << QString(key) << 2.0;
        }
    }
    void tabReachesEveryControl()
    {
        QFETCH(QString, key);
        QFETCH(double, zoom);
        m_theme->setZoom(zoom);
        SampleBackend backend;
        MainWindow window(Context{backend, *m_theme, *m_language});
        addAllPages(window);
        window.resize(1440, 900);
        window.show();
        QTRY_VERIFY(window.isActiveWindow());
        backend.show(sampleCampus());
        window.showPage(key);
        if (key == pages::Plan)
            backend.plan({}, {ChangeClass::Add, ChangeClass::Promote});
        settle();
        window.search()->setFocus(Qt::TabFocusReason);
        settle();
        QSet<const QWidget *> reached;
        QStringList unseen;
        for (int steps = 0; steps < 120; ++steps) {
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            if (reached.contains(now))
                break;
            reached.insert(now);
            QVERIFY2(now->isVisible(), now->metaObject()->className());
            // The ring: what is painted in and around the control is not the same without the keyboard.
            const QRect place = QRect(now->mapTo(&window, QPoint(0, 0)), now->size()).adjusted(-8, -8, 8, 8);
            const QImage with = window.grab(place).toImage();
            // Not compared after Tab: what comes next may scroll to the very same place.
            now->clearFocus();
            settle();
            const QImage without = window.grab(place).toImage();
            now->setFocus(Qt::TabFocusReason);
            settle();
            QTest::keyClick(now, Qt::Key_Tab);
            settle();
            if (const QString shots = qEnvironmentVariable("LIAISON_SHOTS"); !shots.isEmpty())
                with.save(shots + QStringLiteral("/focus-%1-%2.png").arg(key).arg(steps));
            if (without == with)
                unseen << QString::fromLatin1(now->metaObject()->className()) % u' ' % now->accessibleName() %
                              QStringLiteral(" at %1,%2 ").arg(place.x()).arg(place.y()) %
                              (qobject_cast<QAbstractButton *>(now) ? qobject_cast<QAbstractButton *>(now)->text()
                                                                    : QString());
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(u"no ring:\n" % unseen.join(u'\n')));
        QStringList missed;
        const auto all = window.findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!widget->isVisible() || !widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
                widget->focusProxy() || reached.contains(widget) || qobject_cast<const QRadioButton *>(widget))
                continue;
            missed << QString::fromLatin1(widget->metaObject()->className()) % u' ' % widget->accessibleName();
        }
        QVERIFY2(missed.isEmpty(), qPrintable(u"not by Tab:\n" % missed.join(u'\n')));
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
