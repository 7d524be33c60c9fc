// The parts pages are made of: marks with words (R161), icons that exist, themes and languages switched live (R12,
// R36).
#include "ui/base/audit.h"
#include "ui/base/button.h"
#include "ui/base/chip.h"
#include "ui/base/delegate.h"
#include "ui/base/digits.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/icons.h"
#include "ui/base/language.h"
#include "ui/base/marks.h"
#include "ui/base/statebar.h"
#include "ui/base/statepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMenu>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;

namespace {

/// The picture of a mark in black, so that only its shape tells it from others.
QImage shape(Mark mark, int side)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintMark(painter, QRectF(0, 0, side, side), mark, Qt::black, Qt::white);
    return image;
}

int difference(const QImage &a, const QImage &b)
{
    int n = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            n += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 96;
    }
    return n;
}

} // namespace

class TestComponents : public QObject
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

    void interIsBundled()
    {
        for (const char *face : {"Regular", "Medium", "SemiBold"})
            QVERIFY(QFile::exists(QStringLiteral(":/fonts/Inter-%1.otf").arg(QLatin1String(face))));
        QCOMPARE(QFontInfo(m_theme->tokens().font(FontRole::Body)).family(), QStringLiteral("Inter"));
    }

    void everyIconExists()
    {
        QFile names(QStringLiteral(LIAISON_SOURCE_DIR "/resources/icons/names.txt"));
        QVERIFY(names.open(QIODevice::ReadOnly));
        const QList<QByteArray> listed = names.readAll().split('\n');
        for (int i = 0; i < IconCount; ++i) {
            const QLatin1String name = iconName(static_cast<Icon>(i));
            QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), name.data());
            const QByteArray svg = file.readAll();
            // What recolouring replaces has to be there.
            QVERIFY2(svg.contains("currentColor") && svg.contains("stroke-width=\"2\""), name.data());
            QVERIFY2(listed.contains(QByteArray(name.data(), name.size())), name.data());
            QVERIFY(!icon(static_cast<Icon>(i), m_theme->tokens()).isNull());
        }
    }

    void iconsAreRecoloured()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            const Tokens t = tokensFor(theme);
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(t.surface);
            QPainter painter(&image);
            paintIcon(painter, QRectF(0, 0, 24, 24), Icon::Search, t.accent, t);
            painter.end();
            int near = 0;
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x) {
                    const QColor c = image.pixelColor(x, y);
                    near += qAbs(c.red() - t.accent.red()) + qAbs(c.green() - t.accent.green()) +
                                qAbs(c.blue() - t.accent.blue()) <
                            40;
                }
            }
            QVERIFY(near > 10);
        }
    }

    void everyMarkHasAWordInBothLanguages()
    {
        for (int i = 0; i < MarkCount; ++i) {
            const auto mark = static_cast<Mark>(i);
            m_language->set(text::Language::English);
            const QString english = markName(mark, text::Language::English);
            m_language->set(text::Language::French);
            const QString french = markName(mark, text::Language::French);
            QVERIFY2(!english.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(!french.isEmpty(), qPrintable(QString::number(i)));
        }
    }

    void statesHaveSilhouettesOfTheirOwn()
    {
        for (const int side : {12, 14, 16, 20, 28}) {
            for (const auto &[a, codeA] : Codes<LinkState>::all) {
                for (const auto &[b, codeB] : Codes<LinkState>::all) {
                    if (a == b)
                        continue;
                    const int d = difference(shape(markOf(a), side), shape(markOf(b), side));
                    QVERIFY2(d >= side * side / 24, qPrintable(QStringLiteral("%1 %2 at %3: %4")
                                                                   .arg(QLatin1String(codeA), QLatin1String(codeB))
                                                                   .arg(side)
                                                                   .arg(d)));
                }
            }
            QVERIFY(difference(shape(Mark::Add, side), shape(Mark::Remove, side)) > side * side / 30);
            QVERIFY(difference(shape(Mark::Promote, side), shape(Mark::Demote, side)) > side * side / 30);
        }
    }

    void marksStayInsideTheirPlace()
    {
        for (int i = 0; i < MarkCount; ++i) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintMark(painter, QRectF(8, 8, 16, 16), static_cast<Mark>(i), Qt::black, Qt::white);
            painter.end();
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x) {
                    if (x < 8 || y < 8 || x >= 24 || y >= 24)
                        QVERIFY2(qAlpha(image.pixel(x, y)) < 40, qPrintable(QString::number(i)));
                }
            }
        }
    }

    void themeAndZoomSwitchLive()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        setMetrics(layout, {16, 8, 16, 8}, 8);
        auto *label = new Label(QStringLiteral("Text"), FontRole::PageTitle, Ink::Ok);
        auto *button = new Button(QStringLiteral("Apply"), Button::Kind::Primary);
        layout->addWidget(label);
        layout->addWidget(button);
        window.show();
        QSignalSpy changed(m_theme, &ThemeHolder::changed);
        const int height = button->sizeHint().height();
        const QSize before = label->sizeHint();

        m_theme->setTheme(Theme::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(tokens(button).theme, Theme::Dark);
        QCOMPARE(label->palette().color(QPalette::WindowText), tokensFor(Theme::Dark).ok);
        QCOMPARE(QApplication::palette().color(QPalette::Window), tokensFor(Theme::Dark).window);

        m_theme->setZoom(2);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(button->sizeHint().height(), height * 2);
        QCOMPARE(layout->contentsMargins(), QMargins(32, 16, 32, 16));
        QVERIFY(label->sizeHint().width() > before.width() * 1.8);
        m_theme->setZoom(2); // nothing to do
        QCOMPARE(changed.count(), 2);
    }

    void languageSwitchesLive()
    {
        EnvironmentTag tag(Environment::Sandbox);
        tag.show();
        QCOMPARE(tag.text(), QStringLiteral("SANDBOX"));
        QSignalSpy changed(m_language, &Language::changed);
        m_language->set(text::Language::French);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(tag.text(), QStringLiteral("DÉMONSTRATION"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Annuler"));
        m_language->set(text::Language::English);
        QCOMPARE(tag.text(), QStringLiteral("SANDBOX"));
    }

    void chipsAreExclusiveOrCombined()
    {
        ChipGroup group;
        for (const int id : {ChipGroup::AllId, 1, 2, 3})
            group.add(id)->setText(QString::number(id));
        group.resize(600, 40);
        group.show();
        QSignalSpy spy(&group, &ChipGroup::selectionChanged);
        QVERIFY(group.chip(ChipGroup::AllId)->isChecked());
        QTest::mouseClick(group.chip(1), Qt::LeftButton);
        QCOMPARE(group.checked(), (std::set<int>{1}));
        QVERIFY(!group.chip(ChipGroup::AllId)->isChecked());
        QTest::mouseClick(group.chip(2), Qt::LeftButton);
        QCOMPARE(group.checked(), (std::set<int>{2}));
        QTest::mouseClick(group.chip(3), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(group.checked(), (std::set<int>{2, 3}));
        QTest::mouseClick(group.chip(2), Qt::LeftButton, Qt::ControlModifier);
        QCOMPARE(group.checked(), (std::set<int>{3}));
        QTest::mouseClick(group.chip(3), Qt::LeftButton); // again: back to all
        QCOMPARE(group.checked(), (std::set<int>{}));
        QVERIFY(group.chip(ChipGroup::AllId)->isChecked());
        QCOMPARE(spy.count(), 5);
        group.setChecked({1, 2});
        QCOMPARE(spy.count(), 5);
        group.chip(1)->setCount(0, text::Language::English);
        QCOMPARE(group.chip(1)->countText(), QStringLiteral("0")); // stays visible
        group.chip(1)->setCountUnknown();
        QCOMPARE(group.chip(1)->countText(), QStringLiteral("?"));
    }

    void aLongerCountWidensItsChip()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *header = new PageHeader;
        auto *group = new ChipGroup;
        for (int i = 0; i < 3; ++i) {
            group->add(i)->setText(QStringLiteral("State"));
            group->chip(i)->setCount(0, text::Language::English);
        }
        header->setChips(group);
        layout->addWidget(header);
        window.resize(600, 200);
        window.show();
        QCoreApplication::processEvents();
        group->chip(0)->setCount(1234, text::Language::English);
        QTRY_COMPARE(clippedTexts(&window), QStringList());
        window.hide();
        group->chip(1)->setCount(123456, text::Language::English);
        window.show();
        QTRY_COMPARE(clippedTexts(&window), QStringList());
        QVERIFY(group->chip(1)->geometry().left() > group->chip(0)->geometry().right());
    }

    void chipsWrapInsteadOfBeingCut()
    {
        ChipGroup group;
        for (int i = 0; i < 12; ++i)
            group.add(i)->setText(QStringLiteral("A state with a name"));
        group.resize(900, group.heightForWidth(900));
        group.show();
        QVERIFY(group.heightForWidth(900) > 2 * 28);
        QCOMPARE(clippedTexts(&group), QStringList());
    }

    /// Several lines of chips would take a narrow page for themselves: one line, the rest in a menu.
    void chipsOfANarrowPageAreOneLine()
    {
        ChipGroup group;
        for (int i = 0; i < 12; ++i) {
            group.add(i)->setText(QStringLiteral("State %1").arg(i));
            group.chip(i)->setCount(i == 3 || i == 11 ? 5 : 0, text::Language::English);
        }
        group.resize(500, 28);
        group.show();
        QCoreApplication::processEvents();
        QCOMPARE(group.heightForWidth(500), 28);
        QCOMPARE(clippedTexts(&group), QStringList());
        QVERIFY(group.chip(3)->isVisible() && group.chip(11)->isVisible()); // what counts something stays
        auto *more = group.findChild<Button *>();
        QVERIFY(more && more->isVisible() && !more->accessibleName().isEmpty());
        Q_EMIT more->menu()->aboutToShow();
        int hidden = 0;
        for (int i = 0; i < 12; ++i)
            hidden += group.chip(i)->isHidden();
        QVERIFY(hidden > 0);
        QCOMPARE(more->menu()->actions().size(), qsizetype(hidden));
        const QSignalSpy changed(&group, &ChipGroup::selectionChanged);
        more->menu()->actions().constLast()->trigger();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(group.checked().size(), size_t(1));
        QVERIFY(group.chip(*group.checked().begin())->isVisible()); // one that filters is seen
        group.resize(1200, 28);
        QCoreApplication::processEvents();
        for (int i = 0; i < 12; ++i)
            QVERIFY(group.chip(i)->isVisible());
        QVERIFY(!more->isVisible());
    }

    void theHeaderFoldsInsteadOfCutting_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 900;
        QTest::newRow("fact below") << 560;
        QTest::newRow("all below") << 320;
    }
    void theHeaderFoldsInsteadOfCutting()
    {
        QFETCH(int, width);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        auto *header = new PageHeader;
        header->setTitle(QStringLiteral("Courses"));
        header->setFact(QStringLiteral("3,639 courses, 1,248 of them with a room"));
        header->addAction(new Button(QStringLiteral("Every category"), Button::Kind::Normal));
        header->addAction(new Button(QStringLiteral("Prepare a plan"), Button::Kind::Primary));
        layout->addWidget(header);
        layout->addStretch(1);
        window.resize(width, 300);
        window.show();
        const QStringList cut = clippedTexts(&window);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        QVERIFY(!header->title()->geometry().intersects(header->fact()->geometry()));
    }

    void tabularDigitsAlign()
    {
        const QFont font = m_theme->tokens().font(FontRole::Body);
        QCOMPARE(tabularWidth(font, u"1111"), tabularWidth(font, u"4444"));
        QVERIFY(QFontMetricsF(font).horizontalAdvance(QStringLiteral("1111")) <
                QFontMetricsF(font).horizontalAdvance(QStringLiteral("4444")));
    }

    void tableKeys()
    {
        QStandardItemModel model(3, 2);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 2; ++column)
                model.setItem(row, column, new QStandardItem(QStringLiteral("%1.%2").arg(row).arg(column)));
        }
        TableView table;
        table.setModel(&model);
        table.setItemDelegate(new TableDelegate(&table));
        table.setAccessibleName(QStringLiteral("Rows"));
        table.show();
        QCOMPARE(table.rowHeight(0), 32);
        table.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(table.hasFocus());
        QCOMPARE(table.currentRow(), 0); // the keyboard always stands somewhere
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(table.currentRow(), 1);
        QSignalSpy activated(&table, &TableView::rowActivated);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1.0\t1.1"));
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentRow(), 2);
        m_theme->setZoom(2);
        QCOMPARE(table.rowHeight(0), 64);
    }

    void fieldEmptiesOnEscape()
    {
        FilterField field;
        field.setLabel(QStringLiteral("Filter"));
        field.setText(QStringLiteral("abc"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(field.accessibleName(), QStringLiteral("Filter"));
    }

    void statePanelSaysWhatAndWhy()
    {
        StatePanel panel(StatePanel::Kind::Empty);
        panel.setError(Error{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("rooms.get"), 0, {}, {}},
                       text::Language::French);
        QCOMPARE(panel.kind(), StatePanel::Kind::Error);
        QVERIFY(!panel.accessibleName().isEmpty());
        QVERIFY(!panel.accessibleDescription().isEmpty());
        Button *way = panel.addAction(QStringLiteral("Retry"), Button::Kind::Primary);
        QVERIFY(!way->text().isEmpty());
        QVERIFY(!way->autoDefault()); // Enter elsewhere presses nothing
    }

    void stateBarShowsEveryStateThatIsThere()
    {
        StateBar bar;
        bar.setShares(
            {{0, Mark::InStep, QStringLiteral("in step"), 100000}, {1, Mark::Drift, QStringLiteral("drift"), 1}},
            text::Language::English);
        bar.resize(400, 20);
        bar.show();
        QSignalSpy spy(&bar, &StateBar::activated);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(398, 10));
        QCOMPARE(spy.value(0).value(0).toInt(), 1); // four pixels at least
        QCOMPARE(bar.accessibleName(), QStringLiteral("100,000 in step, 1 drift"));
    }

    void serverTextIsNeverMarkup()
    {
        Label label(QStringLiteral("<b>x</b>"), FontRole::Body, Ink::Text);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(Pill().textFormat(), Qt::PlainText);
    }

    void theAuditFindsWhatIsCut()
    {
        QWidget window;
        Label cut(QStringLiteral("A long label that has no room"), FontRole::Body, Ink::Text, &window);
        cut.setGeometry(0, 0, 40, 20);
        QPushButton nameless(&window);
        nameless.setGeometry(0, 30, 20, 20);
        window.resize(200, 100);
        window.show();
        QVERIFY(!clippedTexts(&window).isEmpty());
        QCOMPARE(unnamedControls(&window).size(), 1);
    }
};

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
