// R128: the restores of a profile of some courses: those outside are counted on the page, whole in both languages.
#include "tests/ui/pages/clipped.h"
#include "tests/ui/pages/pageviews.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

class TestOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restores_data();
    void restores();
};

void TestOutside::restores_data()
{
    QTest::addColumn<bool>("french");
    QTest::addColumn<bool>("blocks");
    QTest::addColumn<bool>("some");
    QTest::addColumn<double>("zoom");
    for (const bool french : {false, true}) {
        for (const bool blocks : {false, true}) {
            for (const bool some : {false, true}) {
                for (const double zoom : {1.0, 2.0})
                    QTest::addRow("%s %s %s %.0f", french ? "fr" : "en", blocks ? "blocked" : "free",
                                  some ? "some" : "none", zoom)
                        << french << blocks << some << zoom;
            }
        }
    }
}

void TestOutside::restores()
{
    QFETCH(bool, french);
    QFETCH(bool, blocks);
    QFETCH(bool, some);
    QFETCH(double, zoom);
    SilentBackend backend;
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp);
    language.set(french ? text::Language::French : text::Language::English);
    theme.setZoom(zoom);
    auto view = std::make_shared<CampusView>(*campusView());
    view->restoresOutside = RestoresOutside{3, blocks};
    if (!some)
        view->restores.clear();
    const auto &pages = allPages();
    const auto restores =
        std::find_if(pages.begin(), pages.end(), [](const NamedPage &p) { return p.name == std::string("restores"); });
    const std::unique_ptr<ui::Page> shown(restores->make({backend, theme, language}));
    shown->resize(theme.tokens().px(900), theme.tokens().px(600));
    shown->show();
    shown->setView(view);
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    QApplication::processEvents();
    QStringList said;
    for (const QLabel *label : shown->findChildren<QLabel *>()) {
        if (label->isVisible())
            said << label->text();
    }
    const QString all = said.join(u'\n');
    const QString counted = french ? some ? QStringLiteral("3 hors périmètre") : QStringLiteral("3 hors du périmètre")
                                   : QStringLiteral("3 outside the scope");
    const QString blocking = french
                                 ? some ? QStringLiteral("profil bloque la file") : QStringLiteral("qui bloque la file")
                                 : QStringLiteral("blocks the queue");
    QVERIFY2(all.contains(counted), qPrintable(all));
    QCOMPARE(all.contains(blocking), blocks);
    QCOMPARE(clipped(shown.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestOutside)
#include "tst_outside.moc"
