// R40 R250: tokens as canaries through every page of the window, in order and in trouble: no label, tool tip,
// accessible text, cell, clipboard or file of the console holds one.
#include "tests/flow/console.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Everything that the widget and what is in it would tell anybody, shown or not.
QString tellsOf(const QWidget &root)
{
    QStringList out;
    QList<const QWidget *> all{&root};
    const QList<QWidget *> children = root.findChildren<QWidget *>();
    for (const QWidget *child : children)
        all << child;
    for (const QWidget *w : std::as_const(all)) {
        out << w->toolTip() << w->accessibleName() << w->accessibleDescription() << w->windowTitle() << w->objectName();
        if (const auto *label = qobject_cast<const QLabel *>(w))
            out << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(w))
            out << button->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(w))
            out << line->text() << line->placeholderText();
        else if (const auto *tabs = qobject_cast<const QTabBar *>(w)) {
            for (int i = 0; i < tabs->count(); ++i)
                out << tabs->tabText(i);
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(w); view && view->model()) {
            const QAbstractItemModel &model = *view->model();
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 0; column < model.columnCount(); ++column) {
                    const QModelIndex index = model.index(row, column);
                    for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::EditRole})
                        out << index.data(role).toString();
                }
            }
        }
    }
    return out.join(u'\n');
}

/// The pages that the window has, as it adds them: one that comes later is walked too.
QStringList pageKeys()
{
    QFile source(QStringLiteral(LIAISON_SOURCE_DIR "/ui/shell/allpages.cpp"));
    if (!source.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression added(QStringLiteral("addPage\\(pages::([A-Za-z]+)"));
    QStringList keys;
    const QString text = QString::fromUtf8(source.readAll());
    for (auto it = added.globalMatch(text); it.hasNext();)
        keys << it.next().captured(1).toLower();
    return keys;
}

} // namespace

class ConsoleCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void everyPage_data();
    void everyPage();
};

void ConsoleCanary::everyPage_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("all is well") << QByteArray();
    QTest::newRow("the chat server answers a page") << QByteArray(R"({"server":"rocketchat","do":"html"})");
    QTest::newRow("Moodle refuses") << QByteArray(R"({"server":"moodle","do":"status","status":500})");
}

void ConsoleCanary::everyPage()
{
    QFETCH(QByteArray, fault);
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne dora"));
    Flow flow(campus);
    flow.env[QStringLiteral("LIAISON_PROXY_PASSWORD")] = QStringLiteral("canari-mandataire");
    if (!fault.isEmpty())
        flow.fault(fault.constData());
    const QStringList canaries{flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")],
                               flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")],
                               flow.env[QStringLiteral("LIAISON_PROXY_PASSWORD")]};
    for (const QString &canary : canaries)
        QVERIFY(canary.size() > 8);

    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::English);
    const auto backend = consoleOn(flow);
    ui::MainWindow window(ui::Context{*backend, theme, language});
    ui::addAllPages(window);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), failures(backend.get(), &ui::Backend::refreshFailed);
    QSignalSpy diagnosed(backend.get(), &ui::Backend::diagnosed), saved(backend.get(), &ui::Backend::supportSaved);
    window.show();
    backend->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(views.size() + failures.size() > 0, 30000);

    QString told;
    const QStringList keys = pageKeys();
    QVERIFY(keys.size() >= 9);
    for (const auto chosen : {text::Language::English, text::Language::French}) {
        language.set(chosen);
        for (const QString &key : keys) {
            window.showPage(key);
            QVERIFY2(window.page(key), qPrintable(key));
            QCoreApplication::processEvents();
            told += tellsOf(window);
        }
    }
    window.showPage(ui::pages::Diagnostics);
    QTRY_VERIFY_WITH_TIMEOUT(!diagnosed.isEmpty(), 30000);
    auto *diagnostics = qobject_cast<ui::DiagnosticsPage *>(window.page(ui::pages::Diagnostics));
    QVERIFY(diagnostics);
    for (const auto part :
         {ui::DiagnosticsPage::Requests, ui::DiagnosticsPage::Support, ui::DiagnosticsPage::Servers}) {
        diagnostics->showPart(part);
        QCoreApplication::processEvents();
        told += tellsOf(window);
    }
    const QList<QAbstractButton *> buttons = diagnostics->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (!button->accessibleName().startsWith(QLatin1String("Copi")) &&
            !button->text().startsWith(QLatin1String("Copi")))
            continue;
        button->click();
        told += QGuiApplication::clipboard()->text();
    }
    backend->exportRequests(flow.file(QStringLiteral("requests.csv")));
    backend->saveBundle(flow.file(QStringLiteral("bundle.json")));
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 2, 30000);
    QSettings settings(flow.file(QStringLiteral("window.ini")), QSettings::IniFormat);
    window.save(settings);
    settings.sync();

    QVERIFY(told.size() > 5000);
    QVERIFY(told.contains(QStringLiteral("core_webservice_get_site_info"))); // the requests are there
    for (const QString &canary : canaries) {
        QVERIFY2(!told.contains(canary), qPrintable(told.mid(qMax<qsizetype>(0, told.indexOf(canary) - 80), 160)));
        QDirIterator files(QFileInfo(flow.file(QStringLiteral("bundle.json"))).absolutePath(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        int searched = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary.toUtf8()), qPrintable(file.fileName()));
            ++searched;
        }
        QVERIFY(searched >= 3); // the store, and what was saved
    }
}

QTEST_MAIN(ConsoleCanary)
#include "tst_console_canary.moc"
