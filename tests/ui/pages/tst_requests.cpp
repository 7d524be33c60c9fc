// R1: the requests of the session, the newest first: live, filtered, bounded; and what support is given, said before.
#include "tests/ui/pages/clipped.h"
#include "tests/ui/pages/pageviews.h"
#include "ui/pages/bundlepane.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/pages/requestspane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

net::RequestRecord request(const char *name, int status, const char *origin = "https://chat.example:443")
{
    net::RequestRecord r;
    r.at = Instant::fromIso(QStringLiteral("2026-11-20T09:12:00Z"));
    r.origin = QString::fromLatin1(origin);
    r.name = QString::fromLatin1(name);
    r.path = QStringLiteral("/api/v1/") + r.name + QStringLiteral("?count&roomId");
    r.status = status;
    r.milliseconds = 1234;
    r.bytes = 4096;
    return r;
}

QStringList functions(const ui::RequestsModel &model)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out << model.index(row, ui::RequestsModel::Function).data().toString();
    return out;
}

class LogBackend : public SilentBackend
{
public:
    [[nodiscard]] std::shared_ptr<const net::RequestLog> requestLog() const override { return log; }
    void exportRequests(const QString &path) override { exported << path; }
    void saveBundle(const QString &path) override { bundles << path; }
    std::shared_ptr<net::RequestLog> log = std::make_shared<net::RequestLog>();
    QStringList exported, bundles;
};

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst();
    void filters();
    void forgetsWhatTheLogForgot();
    void overrun();
    void pageIsLive();
    void nothingIsCut_data();
    void nothingIsCut();
};

void TestRequests::newestFirst()
{
    ui::RequestsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(nullptr);
    QCOMPARE(model.rowCount(), 0);
    auto log = std::make_shared<net::RequestLog>();
    log->add(request("me", 200));
    log->add(request("groups.members", 200));
    model.take(log);
    QCOMPARE(functions(model), (QStringList{QStringLiteral("groups.members"), QStringLiteral("me")}));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset), inserted(&model, &QAbstractItemModel::rowsInserted);
    log->add(request("groups.roles", 500));
    model.take(log);
    QCOMPARE(functions(model).first(), QStringLiteral("groups.roles"));
    QCOMPARE(inserted.size(), 1);
    model.take(log);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0); // who looks further down stays there
    // Another profile: another log.
    auto other = std::make_shared<net::RequestLog>();
    other->add(request("info", 200));
    model.take(other);
    QCOMPARE(functions(model), QStringList{QStringLiteral("info")});
}

void TestRequests::filters()
{
    ui::RequestsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto log = std::make_shared<net::RequestLog>();
    log->add(request("me", 200));
    log->add(request("groups.members", 429));
    net::RequestRecord lost = request("users.info", 0);
    lost.error = QStringLiteral("timeout");
    log->add(lost);
    net::RequestRecord invite = request("groups.invite", 200);
    invite.write = true;
    log->add(invite);
    log->add(request("core_webservice_get_site_info", 200, "https://moodle.example:443"));
    model.take(log);
    const auto with = [&](const char *text, const std::set<int> &kinds = {}, const char *origin = "") {
        model.setFilter(QString::fromLatin1(text), kinds, QString::fromLatin1(origin));
        return functions(model).join(u' ');
    };
    QCOMPARE(with("", {ui::RequestsModel::Failed}), QStringLiteral("users.info groups.members"));
    QCOMPARE(with("", {ui::RequestsModel::Limited}), QStringLiteral("groups.members"));
    QCOMPARE(with("", {ui::RequestsModel::Writes}), QStringLiteral("groups.invite"));
    QCOMPARE(with("TIMEOUT"), QStringLiteral("users.info"));
    QCOMPARE(with("moodle"), QStringLiteral("core_webservice_get_site_info"));
    QCOMPARE(with("groups 429"), QStringLiteral("groups.members"));
    QCOMPARE(with("", {}, "https://moodle.example:443"), QStringLiteral("core_webservice_get_site_info"));
    QCOMPARE(with("nothing"), QString());
    // What comes while a filter stands is filtered too.
    with("", {ui::RequestsModel::Failed});
    log->add(request("rooms.get", 200));
    log->add(request("rooms.info", 500));
    model.take(log);
    QCOMPARE(functions(model).join(u' '), QStringLiteral("rooms.info users.info groups.members"));
    QCOMPARE(model.total(), 7);
    QCOMPARE(model.countOf(ui::RequestsModel::Failed), 3);
}

void TestRequests::forgetsWhatTheLogForgot()
{
    ui::RequestsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto log = std::make_shared<net::RequestLog>(4);
    for (const char *name : {"a", "b", "c", "d"})
        log->add(request(name, 200));
    model.take(log);
    for (const char *name : {"e", "f"})
        log->add(request(name, 200));
    model.take(log);
    QCOMPARE(functions(model).join(QString()), QStringLiteral("fedc"));
    QCOMPARE(model.total(), 4);
}

void TestRequests::overrun()
{
    ui::RequestsModel model;
    auto log = std::make_shared<net::RequestLog>(3);
    log->add(request("a", 200));
    model.take(log);
    for (const char *name : {"b", "c", "d", "e", "f"})
        log->add(request(name, 200));
    model.take(log);
    QCOMPARE(functions(model).join(QString()), QStringLiteral("fed"));
}

void TestRequests::pageIsLive()
{
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp);
    LogBackend backend;
    ui::DiagnosticsPage page(ui::Context{backend, theme, language});
    page.resize(1262, 820);
    page.show();
    page.showPart(ui::DiagnosticsPage::Requests);
    auto *pane = page.findChild<ui::RequestsPane *>();
    QVERIFY(pane && pane->isVisible());
    QCOMPARE(pane->model().rowCount(), 0);
    backend.log->add(request("me", 200));
    QTRY_COMPARE_WITH_TIMEOUT(pane->model().rowCount(), 1, 5000);
    QCOMPARE(page.filterField(), pane->filterField());
    pane->filterField()->setText(QStringLiteral("nothing"));
    QCOMPARE(pane->model().rowCount(), 0);
    QVERIFY(!pane->table()->isVisible()); // says that the filter hides it
    page.showPart(ui::DiagnosticsPage::Support);
    QSignalSpy announced(&page, &ui::Page::announced), complained(&page, &ui::Page::complained);
    Q_EMIT backend.supportSaved(QStringLiteral("/home/zoe/liaison-support.json"));
    QCOMPARE(announced.size(), 1);
    Q_EMIT backend.supportFailed(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), {}, 0, {}, {}});
    QCOMPARE(complained.size(), 1);
}

void TestRequests::nothingIsCut_data()
{
    QTest::addColumn<bool>("french");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("width");
    for (const bool french : {true, false}) {
        for (const double zoom : {1.0, 2.0}) {
            for (const int width : {1262, 800, 480})
                QTest::addRow("%s %.1f %d", french ? "fr" : "en", zoom, width) << french << zoom << width;
        }
    }
}

void TestRequests::nothingIsCut()
{
    QFETCH(bool, french);
    QFETCH(double, zoom);
    QFETCH(int, width);
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp);
    language.set(french ? text::Language::French : text::Language::English);
    theme.setZoom(zoom);
    LogBackend backend;
    for (int i = 0; i < 200; ++i)
        backend.log->add(request("rooms.membersOrderedByRole", i % 5 == 0 ? 429 : 200,
                                 i % 3 == 0 ? "https://moodle.example:443" : "https://chat.example:443"));
    ui::DiagnosticsPage page(ui::Context{backend, theme, language});
    page.resize(width, 820);
    page.show();
    for (const auto part : {ui::DiagnosticsPage::Requests, ui::DiagnosticsPage::Support}) {
        page.showPart(part);
        QCoreApplication::processEvents();
        QCOMPARE(clipped(&page), QStringList());
    }
    theme.setZoom(1);
}

QTEST_MAIN(TestRequests)
#include "tst_requests.moc"
